"""The chapters of the CSL 1.0.2 specification, in cases of prose."""

import pytest

from tests.cases.loader import Case
from tests.csl.prose import case_files, printed, shared_items


@pytest.mark.parametrize(
    ("chapter", "case"),
    [
        pytest.param(chapter, case, id=f"{chapter}: {case.title}")
        for chapter, cases in case_files().items()
        for case in cases
    ],
)
def test_case(chapter: str, case: Case) -> None:
    assert printed(case, shared_items(chapter)) == case.expected
