"""Works out of what other programs export."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_evidence.authoring.bib import new_key, with_entry
from mkdocs_evidence.authoring.exported import CannotRead, read_export
from mkdocs_evidence.authoring.findings import findings
from mkdocs_evidence.cli.finding import in_one_line
from tests.cases.loader import Case, load_cases

RIS = "TY  - JOUR\nTI  - Schlaf für Ältere\nAU  - Müller, Ana\nER  - \n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return tmp_path / "export.ris"


@pytest.mark.parametrize("case", load_cases("authoring/exports.md"), ids=lambda case: case.title)
def test_the_works_in_a_file(case: Case, tmp_path: Path) -> None:
    ending, _, text = case.given.partition("\n")
    path = tmp_path / f"export{ending}"
    path.write_text(text, "utf-8")
    assert [work.item for work in read_export(path)] == json.loads(case.expected)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_ends(export: Path, encoding: str, line_end: str) -> None:
    export.write_bytes(RIS.replace("\n", line_end).encode(encoding))
    (work,) = read_export(export)
    assert work.item["title"] == "Schlaf für Ältere"
    assert work.item["author"] == [{"family": "Müller", "given": "Ana"}]


def test_capitals_in_the_ending_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "EXPORT.RIS"
    path.write_text(RIS, "utf-8")
    assert len(read_export(path)) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.ris", b"", "It is empty."),
        ("a.ris", b"\xef\xbb\xbf \r\n", "It is empty."),
        ("a.ris", b"<html>Sign in</html>", "No reference is found in it"),
        ("a.ris", b"TY  - JOUR\nER  - \n", "No reference is found in it"),
        ("a.nbib", b"%PDF-1.7 \x00\xff", "No reference is found in it"),
        ("a.bib", RIS.encode(), "No reference is found in it"),
        ("a.json", b"{", "No reference is found in it"),
        ("a.json", b"[" * 100_000, "No reference is found in it"),
        ("a.json", b"[1, null, {}]", "No reference is found in it"),
        ("a.pdf", b"%PDF", "Its name should end in .ris, .nbib, .bib or .json."),
        ("a.json", b" " * 20_000_001, "It is too large"),
    ],
)
def test_a_file_that_holds_no_work_is_told(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CannotRead, match=told):
        read_export(path)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["TY  - JOUR", "TI  - A", "AU  - , ", "AU  - Day, Ana, Jr, x", "ER  - ", "PY  - 20170",
             "DA  - 2017/99/99", "SP  - 9", "EP  - ", "PMID- 1", "PMID-", "FAU - ", "AU  - x",
             "DP  - 2017 Xyz", "LID - [doi]", "PG  - 9-1", "      more", "@article{", "title = {A}",
             '[{"title": "A"', '"issued": {"date-parts": [[]]}}]', "\t", "UK  - ", "IS  -  "]
        ),
        st.text(max_size=12),
    )
).map("\n".join)  # fmt: skip


def test_empty_lines_take_no_time(export: Path) -> None:
    export.write_text(RIS.replace("AU", "\n" * 500_000 + "AU"), "utf-8")
    (work,) = read_export(export)
    assert work.item["title"] == "Schlaf für Ältere"


@given(text=LINES, ending=st.sampled_from([".ris", ".nbib", ".bib", ".json"]))
@example('[{"title": "A", "issued": "2017", "author": [{"family": "\\u001b[31mA"}]}]', ".json")
@example('[{"title": "A", "issued": {"date-parts": [[2017]], "season": "4"}}]', ".json")
def test_whatever_stands_in_a_file_it_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, text: str, ending: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(text.encode(errors="replace"))
    try:
        works = read_export(path)
    except CannotRead:
        return
    for work in works:
        assert work.item["title"]
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", in_one_line(work))
        assert findings(work.item, work.fate, datetime.date(2026, 2, 10)) is not None
        assert with_entry(b"", work.item, new_key(work.item, {}, ()))
