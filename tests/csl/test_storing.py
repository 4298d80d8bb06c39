"""Documents that are kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_evidence.csl import Processor, Reference, load_style
from tests.csl.prose import style_of

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


def references(store: Kept | None, style: str = "apa", language: str = "en") -> list[Reference]:
    return Processor(load_style(style), language, ITEMS.__getitem__, store).references(ITEMS)


def every_form(found: list[Reference]) -> list[tuple[str | None, str, str, str]]:
    return [(each.key, each.html, each.text, each.markdown) for each in found]


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography"])
def test_what_is_kept_is_what_was_formatted(store: Kept, style: str) -> None:
    first, again = references(store, style), references(store, style)
    assert store.found == 1
    assert every_form(first) == every_form(again) == every_form(references(None, style))


def test_what_is_kept_needs_no_formatting(store: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    first = references(store)
    monkeypatch.setattr("mkdocs_evidence.csl.processor._DocumentRun", None)
    assert every_form(references(store)) == every_form(first)


def with_item(store: Kept) -> list[Reference]:
    changed = {**ITEMS, "ek": {**ITEMS["ek"], "title": "Awake"}}
    return Processor(load_style("apa"), "en", changed.__getitem__, store).references(changed)


@pytest.mark.parametrize(
    "changed",
    [
        with_item,
        lambda store: Processor(load_style("apa"), "en", ITEMS.__getitem__, store).references(
            ["ek"]
        ),
        lambda store: references(store, language="de"),
        lambda store: references(store, style="ieee"),
    ],
    ids=["an item", "the keys", "the language", "the style"],
)
def test_what_has_changed_is_formatted_anew(
    store: Kept, changed: Callable[[Kept], list[Reference]]
) -> None:
    before = references(store)
    after = changed(store)
    assert store.found == 0
    assert every_form(after) != every_form(before)
    assert len(store.texts) == 2


def test_a_style_that_has_changed_is_another_one(store: Kept) -> None:
    titles = []
    for fragment in ('<text variable="title"/>', '<text variable="title" suffix="!"/>'):
        style = style_of(fragment)
        assert style.bibliography is not None
        processor = Processor(style, "en", ITEMS.__getitem__, store)
        titles.append([each.text for each in processor.references(["bo"])])
    assert len(titles) == 2
    assert titles[0] != titles[1]


def test_an_unknown_key_is_an_error_with_a_store_too(store: Kept) -> None:
    processor = Processor(load_style("apa"), "en", ITEMS.__getitem__, store)
    with pytest.raises(KeyError):
        processor.references(["nobody"])
    assert store.texts == {}


def test_one_reference_by_itself(store: Kept) -> None:
    processor = Processor(load_style("apa"), "en", ITEMS.__getitem__, store)
    one = processor.reference("bo")
    assert one is not None
    assert one.text == "Bo. (n.d.). Dreams."
    assert store.texts == {}
