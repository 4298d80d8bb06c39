"""What is written of an item as RIS, read by the grammar of the specification."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography.fields import ENTRY_SUBTYPES, TYPES
from mkdocs_evidence.exports import to_ris
from tests.cases.loader import Case, load_cases
from tests.exports.entries import library

LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
DATE = re.compile(r"(\d{4})?/(0[1-9]|1[0-2])?/(0[1-9]|[12]\d|3[01])?/[^/]*")


def read_ris(text: str) -> list[tuple[str, str]]:
    """Return the tags and values of one record.

    Raises:
        ValueError: It is not as the specification has it.
    """
    *written, end = text.split("\r\n")
    lines = [LINE.fullmatch(line) for line in written]
    if end or None in lines:
        raise ValueError(text)
    record = [(line[1], line[2]) for line in lines if line]
    tags = [tag for tag, _ in record]
    if tags[0] != "TY" or tags.index("ER") != len(tags) - 1 or tags.count("TY") != 1:
        raise ValueError(text)
    return record


@pytest.mark.parametrize("case", load_cases("exports/ris.md"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    entries = library(case.given)
    written = "".join(to_ris(entries.csl(key)) for key in entries)
    assert written == f"{case.expected}\n".replace("\n", "\r\n")


@pytest.mark.parametrize(
    "kind", sorted({*TYPES.values(), *ENTRY_SUBTYPES.values(), "speech"} - {""})
)
def test_every_type_that_an_entry_can_have_has_one(kind: str) -> None:
    assert dict(read_ris(to_ris({"type": kind})))["TY"] != "GEN"


TEXTS = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\r\n\v\x85\u2028,*-/<>i"), max_size=20
)
PARTS = ("family", "given", "suffix", "literal", "dropping-particle")
NAMES = st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, TEXTS))
NUMBERS = st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 31)
DATES = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(st.tuples(*NUMBERS) | st.tuples(NUMBERS[0]), min_size=1, max_size=2),
        "season": st.integers(1, 4),
        "literal": st.text("in press", min_size=1),
    },
)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(["article-journal", "book", "paper-conference", "report", ""])},
    optional={
        "author": st.lists(NAMES),
        "issued": DATES,
        **dict.fromkeys(("title", "container-title", "page", "URL", "publisher", "number"), TEXTS),
    },
)


@given(ITEMS)
def test_whatever_an_item_holds_the_record_is_valid(item: dict[str, object]) -> None:
    record = read_ris(to_ris(item))
    for tag, value in record:
        assert value == value.strip()
        assert value or tag == "ER"
        if tag == "AU":
            assert value.count(",") < 3
            assert "*" not in value
        if tag == "PY":
            assert re.fullmatch(r"\d{4}", value)
        if tag == "DA":
            assert DATE.fullmatch(value)


def test_no_text_can_begin_another_line() -> None:
    item = {"type": "book", "title": "A\r\nER  - \u2028TY  - JOUR\x0bAU  - B\x00"}
    assert read_ris(to_ris(item)) == [
        ("TY", "BOOK"),
        ("TI", "A ER - TY - JOUR AU - B"),
        ("ER", ""),
    ]
