"""What an author is told for each kind of mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.loader import Case, load_cases
from tests.reading.site import Site, completed


def cases(*names: str) -> list[Case]:
    return [case for name in names for case in load_cases(f"problems/{name}.md")]


@pytest.mark.parametrize(
    "case", cases("fields", "evidence", "syntax", "site"), ids=lambda case: case.title
)
def test_yaml(case: Case, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("case.yaml", completed(case.given))
    assert site.problems() == case.expected


@pytest.mark.parametrize("case", cases("markdown"), ids=lambda case: case.title)
def test_markdown(case: Case, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("case.md", completed(case.given, as_markdown=True))
    assert site.problems() == case.expected
