"""Items, styles and documents that once were too odd."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_evidence.csl import Processor, Style, StyleError, find_style, load_style

HUGE = 10**5000

STYLE = """
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>{}</layout></bibliography>
</style>
"""


class Memory(dict[tuple[bytes, ...], Any]):
    """A store that forgets at the end."""

    def read(self, *made_of: bytes) -> Any:
        return self.get(made_of)

    def write(self, value: Any, *made_of: bytes) -> None:
        self[made_of] = value


@pytest.mark.parametrize(
    "odd",
    [
        {"issued": {"date-parts": 5}},
        {"issued": {"date-parts": [[float("inf")]]}},
        {"issued": {"date-parts": [[HUGE]]}},
        {"issued": {"raw": " "}},
        {"issued": {"raw": "9" * 5000}},
        {"volume": HUGE},
        {"page": f"{'1' * 5000}-{'2' * 5000}"},
        {"edition": "3" * 5000},
        {"title": "<i>" * 5000},
        {"title": "<i>" * 600 + "x" + "</i>" * 600},
        {"title": "'a " * 5000},
        {"title": "\ud800"},
        {1: "a number for a name", "title": "x"},
    ],
)
@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography", "ieee"])
def test_an_odd_item_is_printed_or_left_out(style: str, odd: dict[Any, Any]) -> None:
    item = {"type": "book", "title": "Sleep", **odd}
    processor = Processor(load_style(style), "en", lambda _: item, Memory())
    assert len(processor.references(["one"])) == 1


@pytest.mark.parametrize(
    "layout",
    [
        '<text variable="title" text-case="nonsense"/>',
        '<text variable="title" display="nonsense"/>',
        '<text variable="title"/><date variable="issued" form="text" date-parts="nonsense"/>',
        '<text variable="title"/><names/><text/>',
    ],
)
def test_attributes_that_csl_does_not_know_count_for_nothing(layout: str) -> None:
    processor = Processor(Style(STYLE.format(layout).encode()), "", lambda _: {"title": "Sleep"})
    assert [reference.text for reference in processor.references(["one"])] == ["Sleep"]


def test_a_sort_key_that_is_no_number_counts_for_nothing() -> None:
    style = STYLE.format('<text variable="title"/>').replace(
        "<bibliography>", '<bibliography><sort><key variable="author" names-min="x"/></sort>'
    )
    processor = Processor(Style(style.encode()), "", lambda key: {"title": key})
    assert [reference.key for reference in processor.references("ba")] == ["b", "a"]


def test_a_dependent_style_keeps_its_own_language() -> None:
    assert load_style("abi-technik").default_locale == "de-DE"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", ["Ek; Su; Mi", "—", "Ek; Su; Bo"]),
        ("complete-each", ["Ek; Su; Mi", "—; —; —", "Ek; Su; Bo"]),
        ("partial-each", ["Ek; Su; Mi", "—; —; —", "—; —; Bo"]),
        ("partial-first", ["Ek; Su; Mi", "—; Su; Mi", "—; Su; Bo"]),
    ],
)
def test_repeated_authors_are_replaced_each_by_the_rule(rule: str, expected: list[str]) -> None:
    layout = '<names variable="author"><name delimiter="; " form="short"/></names>'
    style = STYLE.format(layout).replace(
        "<bibliography>",
        '<bibliography subsequent-author-substitute="—"'
        f' subsequent-author-substitute-rule="{rule}">',
    )
    people = {"one": "Ek Su Mi", "two": "Ek Su Mi", "three": "Ek Su Bo"}
    processor = Processor(
        Style(style.encode()),
        "",
        lambda key: {"author": [{"family": name, "given": "A"} for name in people[key].split()]},
    )
    assert [reference.text for reference in processor.references(people)] == expected


def test_a_range_without_a_beginning_shows_its_end() -> None:
    item = {"type": "book", "title": "T", "issued": {"date-parts": [[0], [2017]]}}
    processor = Processor(load_style("apa"), "en", lambda _: item)
    assert processor.references(["one"])[0].text == "T. (2017)."


def test_apa_omits_a_publisher_that_is_the_author() -> None:
    item = {
        "type": "report",
        "author": [{"literal": "World Health Organization"}],
        "title": "Sleep",
        "publisher": "World Health Organization",
    }
    apa = Processor(load_style("apa"), "en", lambda _: item).references(["one"])
    assert [reference.text for reference in apa] == ["World Health Organization. (n.d.). Sleep."]
    ieee = Processor(load_style("ieee"), "en", lambda _: item).references(["one"])
    assert ieee[0].text.count("World Health Organization") == 2


def test_apa_puts_no_comma_between_two_groups() -> None:
    groups = [{"literal": "Sleep Society"}, {"literal": "Dream Institute"}]
    item = {"type": "book", "author": groups, "title": "Naps"}
    apa = Processor(load_style("apa"), "en", lambda _: item).references(["one"])
    assert apa[0].text.startswith("Sleep Society & Dream Institute. (n.d.).")


def test_many_dashes_and_many_shared_authors_take_no_time() -> None:
    people = [{"family": f"Name{number}", "given": "Ana"} for number in range(200)]
    items = {
        "one": {"author": [*people, {"family": "Ek", "given": "A"}], "number": f"1{'-' * 500}x"},
        "two": {"author": [*people, {"family": "Su", "given": "B"}], "number": "1 - - - x"},
    }
    style = load_style("annalen-des-naturhistorischen-museums-in-wien")
    processor = Processor(style, "en", lambda key: {"type": "report", "title": "T", **items[key]})
    assert len(processor.references(items)) == 2


def test_a_full_stop_is_not_raised_with_an_index() -> None:
    item = {"type": "article-journal", "title": "Uptake of CO<sub>2</sub>", "volume": "1"}
    html = Processor(load_style("ieee"), "en", lambda _: item).references(["one"])[0].html
    assert "CO<sub>2</sub>,”" in html


def test_an_address_cannot_end_its_link_in_markdown() -> None:
    item = {"type": "webpage", "title": "T", "URL": "https://x.org/)[a](javascript:b)"}
    markdown = Processor(load_style("apa"), "en", lambda _: item).references(["one"])[0].markdown
    assert "](https://x.org/%29%5Ba%5D%28javascript:b%29)" in markdown


def test_a_dependent_style_can_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" default-locale="de-DE"><info>'
        '<link rel="independent-parent" href="http://www.zotero.org/styles/nature"/>'
        "</info></style>",
        "utf-8",
    )
    style = find_style("own.csl", tmp_path)
    assert (style.source, style.default_locale) == (load_style("nature").source, "de-DE")


def test_a_style_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = "<group>" * 3000 + '<text variable="title"/>' + "</group>" * 3000
    (tmp_path / "deep.csl").write_text(STYLE.format(deep), "utf-8")
    with pytest.raises(StyleError, match="too deep"):
        find_style("deep.csl", tmp_path)


def test_a_strange_result_in_the_store_is_made_anew() -> None:
    store = Memory()
    processor = Processor(load_style("apa"), "en", lambda _: {"title": "T"}, store)
    first = processor.references(["one"])[0].text
    for made_of in store:
        store[made_of] = {"x": 1}
    assert processor.references(["one"])[0].text == first
