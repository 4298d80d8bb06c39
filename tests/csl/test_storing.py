"""Documents that are kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_evidence.csl import Citation, Cite, Document, Processor, load_style
from tests.csl.prose import style_of, written

ITEMS: dict[str, dict[str, Any]] = {
    "ek": {
        "type": "book",
        "author": [{"family": "Ek", "given": "Ada"}],
        "title": "On <i>sleep</i>",
        "issued": {"date-parts": [[2005]]},
        "DOI": "10.1/x",
    },
    "bo": {"type": "book", "author": [{"family": "Bo"}], "title": "Dreams"},
}
CITATIONS = [
    Citation((Cite("ek", locator="3"), Cite("bo"))),
    Citation((Cite("ek"),), narrative=True),
]


class Kept:
    """A store that counts, and holds what JSON can hold."""

    def __init__(self) -> None:
        self.texts: dict[tuple[bytes, ...], str] = {}
        self.found = 0

    def read(self, *made_of: bytes) -> Any:
        if made_of not in self.texts:
            return None
        self.found += 1
        return json.loads(self.texts[made_of])

    def write(self, value: Any, *made_of: bytes) -> None:
        self.texts[made_of] = json.dumps(value)


@pytest.fixture
def store() -> Kept:
    return Kept()


def document(store: Kept | None, style: str = "apa", language: str = "en") -> Document:
    return Processor(load_style(style), language, ITEMS.__getitem__, store).document(CITATIONS)


def every_form(found: Document) -> list[tuple[str | None, str, str, str]]:
    parts = [part for citation in found.citations for part in citation]
    return [
        *((part.key, part.html, part.text, part.markdown) for part in parts),
        *((each.key, each.html, each.text, each.markdown) for each in found.references),
    ]


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography"])
def test_what_is_kept_is_what_was_formatted(store: Kept, style: str) -> None:
    first, again = document(store, style), document(store, style)
    assert store.found == 1
    assert every_form(first) == every_form(again) == every_form(document(None, style))


def test_what_is_kept_needs_no_formatting(store: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    first = document(store)
    monkeypatch.setattr("mkdocs_evidence.csl.processor._DocumentRun", None)
    assert every_form(document(store)) == every_form(first)


def with_item(store: Kept) -> Document:
    changed = {**ITEMS, "ek": {**ITEMS["ek"], "title": "Awake"}}
    return Processor(load_style("apa"), "en", changed.__getitem__, store).document(CITATIONS)


def with_citation(store: Kept) -> Document:
    changed = [CITATIONS[0], Citation((Cite("ek", prefix="see"),))]
    return Processor(load_style("apa"), "en", ITEMS.__getitem__, store).document(changed)


def with_uncited(store: Kept) -> Document:
    processor = Processor(load_style("apa"), "en", ITEMS.__getitem__, store)
    return processor.document(CITATIONS[1:], ["bo"])


def with_order(store: Kept) -> Document:
    processor = Processor(load_style("apa"), "en", ITEMS.__getitem__, store)
    return processor.document(CITATIONS, sort=False)


@pytest.mark.parametrize(
    "changed",
    [
        with_item,
        with_citation,
        with_uncited,
        with_order,
        lambda store: document(store, language="de"),
        lambda store: document(store, style="ieee"),
    ],
    ids=["an item", "a citation", "the uncited", "the order", "the language", "the style"],
)
def test_what_has_changed_is_formatted_anew(
    store: Kept, changed: Callable[[Kept], Document]
) -> None:
    before = document(store)
    after = changed(store)
    assert store.found == 0
    assert every_form(after) != every_form(before)
    assert len(store.texts) == 2


def test_a_style_that_has_changed_is_another_one(store: Kept) -> None:
    titles = []
    for fragment in ('<text variable="title"/>', '<text variable="title" suffix="!"/>'):
        processor = Processor(style_of(fragment), "en", ITEMS.__getitem__, store)
        titles.append(written(processor.document([Citation((Cite("bo"),))]), with_list=False))
    assert titles == ["Dreams", "Dreams!"]


def test_an_unknown_key_is_an_error_with_a_store_too(store: Kept) -> None:
    processor = Processor(load_style("apa"), "en", ITEMS.__getitem__, store)
    with pytest.raises(KeyError):
        processor.document([Citation((Cite("nobody"),))])
    assert store.texts == {}
