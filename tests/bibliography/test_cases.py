"""The problems of .bib files, as told in prose."""

from pathlib import Path

import pytest

from mkdocs_evidence.bibliography import Library
from tests.cases.loader import Case, load_cases


@pytest.mark.parametrize(
    "case", load_cases("problems/bibliography.md"), ids=lambda case: case.title
)
def test_problems_of_records(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "case.bib"
    path.write_text(case.given, "utf-8")
    _, problems = Library.load([path], root=tmp_path)
    assert "\n\n".join(map(str, sorted(problems))) == case.expected
