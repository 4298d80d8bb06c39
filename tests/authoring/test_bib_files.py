"""A new entry in a .bib file, all else of which stays byte for byte as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.authoring.bib import NotUtf8, existing_key, new_key, with_entry
from mkdocs_evidence.bibliography import Library, read_bibliography
from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.sources import Source
from tests.cases.loader import Case, load_cases

ITEM: CslItem = {
    "type": "article-journal",
    "author": [{"family": "Müller", "given": "Ana"}],
    "title": "The 2 ways to sleep in Brazil: a CBT trial",
    "container-title": "Sleep & Health",
    "issued": {"date-parts": [[2021, 9]]},
    "volume": "3",
    "issue": "2",
    "page": "1-9",
    "DOI": "10.5555/new",
}
TWO = b"""\
@book{fox1999night,
  title = {Night},
}

@book{day2001dreams,
  title = {Dreams},
}
"""


def items(text: str) -> dict[str, CslItem]:
    library = Library(read_bibliography(Source("a.bib", text))[0])
    return {key: library.csl(key) for key in library}


@pytest.mark.parametrize("case", load_cases("authoring/styles.md"), ids=lambda case: case.title)
def test_an_entry_in_the_style_of_its_file(case: Case) -> None:
    before = case.given + "\n" if case.given else ""
    others = items(before)
    after = with_entry(before.encode(), ITEM, new_key(ITEM, others, others)).decode()
    assert after == case.expected.replace("→", "\t") + "\n"


def test_a_byte_order_mark_stays_at_the_beginning() -> None:
    three = TWO + b"\n@book{sky2002stars,\n  title = {Stars},\n}\n"
    three = b"\xef\xbb\xbf" + three.replace(b"fox1999night", b"ant1999night")
    after = with_entry(three, ITEM, "aaa")
    assert after.startswith(b"\xef\xbb\xbf@article{aaa,")
    assert after.count(b"\xef\xbb\xbf") == 1


def test_a_large_file_and_long_blanks_take_no_time() -> None:
    large = b"\n".join(b"@book{key%06d,\n  title = {A},\n}\n" % number for number in range(8_000))
    blank = b"@book{fox, title = {A}" + b" " * 500_000 + b"x}\n"
    for data in (large, blank):
        assert with_entry(data, ITEM, "new").startswith(data)


@pytest.mark.parametrize("case", load_cases("authoring/keys.md"), ids=lambda case: case.title)
def test_a_key_in_the_pattern_of_the_others(case: Case) -> None:
    *others, (_, item) = map(described, case.given.splitlines())
    assert new_key(item, dict(others), dict(others)) == case.expected


def described(line: str) -> tuple[str, CslItem]:
    found = re.fullmatch(r"(\S+) (?:(.+) )?(\d+): (.+)", line)
    assert found
    key, name, year, title = found.groups()
    item: CslItem = {"title": title}
    if year != "0":
        item["issued"] = {"date-parts": [[int(year)]]}
    if name and name.startswith("{"):
        item["author"] = [{"literal": name.strip("{}")}]
    elif name:
        *particle, family = name.split(" ")
        item["author"] = [{"family": family, "non-dropping-particle": " ".join(particle)}]
    return key, item


def test_windows_line_ends_stay() -> None:
    before = TWO.replace(b"\n", b"\r\n")
    after = with_entry(before, ITEM, "new")
    assert after.startswith(before)
    assert after.replace(b"\r\n", b"").count(b"\n") == 0
    assert after.endswith(b"}\r\n")


def test_a_file_without_an_end_of_its_last_line_stays_so() -> None:
    before = TWO.rstrip()
    after = with_entry(before, ITEM, "new")
    assert after.startswith(before + b"\n\n@article{new,")
    assert after.endswith(b"}")


def test_a_byte_order_mark_stays() -> None:
    before = b"\xef\xbb\xbf" + TWO
    assert with_entry(before, ITEM, "new").startswith(before)
    assert with_entry(b"\xef\xbb\xbf", ITEM, "new").startswith(b"\xef\xbb\xbf@article{new,")


def test_two_entries_in_order_may_be_so_by_accident() -> None:
    before = b"@book{a, title = {A}}\n\n@book{z, title = {Z}}\n"
    assert with_entry(before, ITEM, "new").startswith(before)


@pytest.mark.parametrize("before", [b"@book{M\xfcller}\n", "@book{a}".encode("utf-16")])
def test_nothing_is_added_to_a_file_in_another_encoding(before: bytes) -> None:
    with pytest.raises(NotUtf8):
        with_entry(before, ITEM, "new")


def test_a_mistake_above_the_new_entry_is_no_hindrance() -> None:
    before = b"@book{half, title = {Half\n"
    after = with_entry(before, ITEM, "new")
    assert after.startswith(before)
    assert [*items(after.decode())] == ["half", "new"]


PIECES = (
    "@book{a,\n title = {A}\n}\n", '@book{b, title = "B"}\r\n', "@misc{c,\n}\n", "@book{d,", "\n",
    "% note\n", "words\n", "@string{x = {X}}\n", "@comment{jabref-meta: x;}\n", "\t", "}", "{", '"',
    "@comment{", "@string(x = ", "% note",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_whatever_a_file_holds_stays_there(text: str) -> None:
    before = text.encode()
    after = with_entry(before, ITEM, "new")
    start = re.search(rb"@article *\{new,", after, re.IGNORECASE)
    assert start
    assert before.startswith(after[: start.start()].rstrip())
    written = items(text.replace("\r\n", "\n"))
    found = items(after.decode().replace("\r\n", "\n"))
    assert found.pop("new")["DOI"] == "10.5555/new"
    assert found == written


OTHERS: dict[str, CslItem] = {
    "one": {"title": "<i>Sleep</i>: a trial", "issued": {"date-parts": [[2001]]}},
    "two": {"title": "Sleep", "DOI": "10.5555/ABC", "issued": {"date-parts": [[2001]]}},
    "four": {"title": "Сон 2", "issued": {"date-parts": [[1999]]}},
    "three": {"title": "Dreams", "PMID": "12345"},
}


@pytest.mark.parametrize(
    ("item", "key"),
    [
        ({"DOI": "https://doi.org/10.5555/abc"}, "two"),
        ({"PMID": "12345"}, "three"),
        ({"PMID": "12345", "DOI": "10.5555/other"}, "three"),
        ({"title": "Sleep – a Trial", "issued": {"date-parts": [[2001, 5]]}}, "one"),
        ({"title": "Sleep", "issued": {"date-parts": [[2001]]}, "DOI": "10.5555/preprint"}, None),
        ({"title": "Sleep", "issued": {"date-parts": [[2002]]}}, None),
        ({"title": "Сны 2", "issued": {"date-parts": [[1999]]}}, None),
        ({"title": "Sleep"}, None),
        ({}, None),
    ],
)
def test_a_work_that_is_there_already(item: CslItem, key: str | None) -> None:
    assert existing_key(item, OTHERS) == key
