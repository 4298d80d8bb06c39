"""Dates in every form that BibTeX and biblatex have."""

from typing import Any

import pytest

from tests.bibliography.items import item


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = {2017}", {"date-parts": [[2017]]}),
        ("year = 2017, month = may", {"date-parts": [[2017, 5]]}),
        ("year = 2017, month = {May}, day = 2", {"date-parts": [[2017, 5, 2]]}),
        ("year = 2017, month = {10~} # oct", {"date-parts": [[2017, 10, 10]]}),
        ("year = 2017, month = {5}", {"date-parts": [[2017, 5]]}),
        ("year = 2017, month = {Jan--Feb}", {"date-parts": [[2017, 1], [2017, 2]]}),
        ("year = 2017, month = {Summer}", {"date-parts": [[2017]], "season": 2}),
        ("date = {2017-05-02}", {"date-parts": [[2017, 5, 2]]}),
        ("date = {2017-05}, year = 1999", {"date-parts": [[2017, 5]]}),
        ("date = {2017-05-02/2017-06-01}", {"date-parts": [[2017, 5, 2], [2017, 6, 1]]}),
        ("date = {2017~}", {"date-parts": [[2017]], "circa": True}),
        ("date = {2017-05-02T10:11:12Z}", {"date-parts": [[2017, 5, 2]]}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = {2017--2018}", {"date-parts": [[2017], [2018]]}),
        ("year = {2017/2018}, month = may", {"date-parts": [[2017], [2018]]}),
        ("year = 2017, endyear = 2018", {"date-parts": [[2017], [2018]]}),
        ("date = {2017/}", {"date-parts": [[2017], [0]]}),
        ("date = {2017/..}", {"date-parts": [[2017], [0]]}),
        ("date = {2017-22}", {"date-parts": [[2017]], "season": 2}),
        ("date = {2017?}", {"date-parts": [[2017]], "circa": True}),
        ("date = {2017-05%}", {"date-parts": [[2017, 5]], "circa": True}),
        ("year = {c. 1900}", {"date-parts": [[1900]], "circa": True}),
        ("date = {199X}", {"date-parts": [[1990], [1999]]}),
        ("date = {2004-06-XX}", {"date-parts": [[2004, 6]]}),
        ("date = {2018/01/02}", {"date-parts": [[2018, 1, 2]]}),
        ("date = {-0043}", {"date-parts": [[-44]]}),
        ("date = {0000}", {"date-parts": [[-1]]}),
        ("year = {-44}", {"date-parts": [[-44]]}),
        ("year = 2017, month = {março}", {"date-parts": [[2017, 3]]}),
        ("year = 2017, month = {Juillet}", {"date-parts": [[2017, 7]]}),
        ("year = {forthcoming}", {"literal": "forthcoming"}),
        ("date = {in press}, year = {2017}", {"date-parts": [[2017]]}),
        ("year = {2014 [1956]}", {"date-parts": [[2014]]}),
    ],
)
def test_dates(fields: str, issued: dict[str, Any]) -> None:
    assert item(fields)["issued"] == issued


@pytest.mark.parametrize("year", ["n.d.", "s.d.", "no date", "{n.d.}"])
def test_no_date_is_no_date(year: str) -> None:
    assert "issued" not in item(f"year = {{{year}}}")


@pytest.mark.parametrize("fields", ["origdate = 1956", "origyear = 1956", "year = {2014 [1956]}"])
def test_the_date_of_the_original(fields: str) -> None:
    assert item(fields)["original-date"] == {"date-parts": [[1956]]}
