"""The studies of a site as data: nothing is lost, nothing is run, and every column is explained."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.exports.dataset import (
    FILES,
    Record,
    Study,
    as_csv,
    columns,
    data_files,
    records,
)
from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.study import GREATEST, LEAST, Evidence
from mkdocs_evidence.vocabulary import (
    CertaintyLevel,
    CertaintyReason,
    CertaintySystem,
    ComparatorType,
    Design,
    Direction,
    EffectType,
    Harms,
    Interval,
    OutcomeRole,
)
from tests.effects.making import numbers
from tests.exports.entries import library

WORKS = library(
    """
@article{steps, author = {Richards, David and Ekers, David and Van der Berg, Ana}, title = {Steps},
  journal = {A Journal}, year = {2016}, doi = {10.1000/steps}, note = {Ask Ana about this}}
@article{hands, author = {Coan, James}, title = {Hände}, journal = {Another}, year = {2017}}
@book{two, author = {Bowlby, John and {The Group}}, title = {Two}, publisher = {P}, year = {1969}}
@article{others, author = {Ng, Li and others}, title = {Many}, journal = {Third}}
"""
)

TOLD: dict[str, Any] = {
    "design": "randomised-trial",
    "participants": {"n": 527, "groups": 2, "who": "adults", "where": "Brasil"},
    "comparison": {
        "intervention": "messages",
        "comparator": "one message",
        "comparator_type": "active",
    },
    "outcomes": [
        {
            "name": "Depression",
            "measure": "PHQ-9",
            "timepoint": "3 months",
            "role": "primary",
            "effect": {"type": "OR", "value": 1.57, "ci": [1.07, 2.29], "better": "higher"},
            "events": {
                "messages": {"n": 109, "of": 257},
                "one message": {"n": 87, "of": 270},
                "nothing": {"n": 5, "of": 20},
            },
        },
        {"name": "Sleep", "effect": {"type": "MD", "value": -1}},
    ],
    "certainty": {"level": "low", "reasons": ["imprecision", "risk-of-bias"]},
    "harms": "none-found",
    "registered": "NCT1",
}


def study(evidence: dict[str, Any] | None = None, **told: Any) -> Study:
    """Return a study with these differences from the usual one."""
    usual: dict[str, Any] = {
        "post": "steps",
        "title": "Small steps",
        "date": datetime.date(2026, 2, 10),
        "language": "en",
        "topics": ["Health", "Sleep"],
        "article": "steps",
    }
    evidence = {"design": "cohort"} if evidence is None else evidence
    return Study(**usual | told, evidence=Evidence.model_validate(evidence))


def rows_of(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a file of CSV as a colleague's program reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_is_told_of_an_outcome() -> None:
    first, second = rows_of(data_files([study(TOLD, funding="A fund")], WORKS)[FILES["csv"]])
    assert {name: value for name, value in first.items() if value} == {
        "post": "steps",
        "title": "Small steps",
        "date": "2026-02-10",
        "language": "en",
        "topics": "Health; Sleep",
        "article": "steps",
        "doi": "10.1000/steps",
        "authors": "Richards et al.",
        "year": "2016",
        "design": "randomised-trial",
        "n": "527",
        "groups": "2",
        "who": "adults",
        "where": "Brasil",
        "intervention": "messages",
        "comparator": "one message",
        "comparator_type": "active",
        "outcome": "Depression",
        "measure": "PHQ-9",
        "timepoint": "3 months",
        "role": "primary",
        "effect_type": "OR",
        "value": "1.57",
        "ci_low": "1.07",
        "ci_high": "2.29",
        "level": "95",
        "interval": "confidence",
        "better": "higher",
        "conclusion": "better",
        "group_1": "messages",
        "events_1": "109",
        "total_1": "257",
        "group_2": "one message",
        "events_2": "87",
        "total_2": "270",
        "further_groups": "nothing: 5/20",
        "certainty": "low",
        "certainty_system": "author-judgement",
        "certainty_reasons": "imprecision; risk-of-bias",
        "harms": "none-found",
        "registered": "NCT1",
        "funding": "A fund",
    }
    assert {name: value for name, value in second.items() if value != first[name]} == {
        "outcome": "Sleep",
        **dict.fromkeys(("measure", "timepoint", "role", "ci_low", "ci_high", "level"), ""),
        **dict.fromkeys(("interval", "better", "further_groups"), ""),
        **{f"{name}_{n}": "" for name in ("group", "events", "total") for n in (1, 2)},
        "effect_type": "MD",
        "value": "-1",
        "conclusion": "unknown",
    }


def test_a_study_without_outcomes_has_a_row_too() -> None:
    (row,) = rows_of(data_files([study(notice="retraction")], WORKS)[FILES["csv"]])
    assert (row["design"], row["outcome"], row["notice"]) == ("cohort", "", "retraction")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("steps", "Richards et al."),
        ("hands", "Coan"),
        ("two", "Bowlby & The Group"),
        ("others", "Ng et al."),
    ],
)
def test_authors_in_short(key: str, said: str) -> None:
    (record,) = records(study(article=key), WORKS.csl(key))
    assert record.authors == said


def test_the_newest_post_comes_first_whatever_the_order() -> None:
    older = study(post="older", date=datetime.date(2025, 1, 1), article="hands")
    same_day = study(post="also")
    files = data_files([older, study(), same_day], WORKS)
    assert files == data_files([same_day, study(), older], WORKS)
    assert [row["post"] for row in rows_of(files[FILES["csv"]])] == ["also", "steps", "older"]


def test_each_article_is_written_once_without_what_is_the_authors_own() -> None:
    files = data_files([study(article="hands"), study(), study(post="again")], WORKS)
    bibtex, ris = files[FILES["bib"]].decode(), files[FILES["ris"]].decode()
    items = json.loads(files[FILES["csl"]])
    assert re.findall(r"^@\w+{(\w+),", bibtex, re.MULTILINE) == ["hands", "steps"]
    assert re.findall(r"^TI  - (.*?)\r$", ris, re.MULTILINE) == ["Hände", "Steps"]
    assert [item["id"] for item in items] == ["hands", "steps"]
    assert not any("Ask Ana" in data.decode() for data in files.values())


def test_the_data_say_what_they_are() -> None:
    document = json.loads(data_files([study()], WORKS)[FILES["json"]])
    assert "no systematic review" in document["about"]
    assert document["licence"] is None
    assert list(document["columns"]) == list(document["records"][0]) == list(Record.model_fields)


def test_every_column_is_explained() -> None:
    table = rows_of(data_files([], WORKS)[FILES["dictionary"]])
    assert [row["column"] for row in table] == list(Record.model_fields)
    assert all(row["meaning"].endswith(".") and row["values"] for row in table)
    values = {column.name: column.values for column in columns()}
    assert values["n"] == "whole number"
    assert values["harms"] == "reported; none-found; not-reported"
    assert values["topics"] == "any number of these, parted by “; ”: text"
    assert "`" not in "".join(column.meaning for column in columns())


def test_a_site_without_studies_has_files_without_rows() -> None:
    files = data_files([], WORKS)
    assert set(files) == set(FILES.values())
    assert rows_of(files[FILES["csv"]]) == []
    assert json.loads(files[FILES["json"]])["records"] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "a;=1+1", "'=1"])
def test_no_text_is_a_formula(text: str) -> None:
    cell = as_csv(("a",), [[text]]).decode("utf-8-sig").split("\r\n")[1].strip('"')
    assert not re.search(r"(?:^|;)[=+\-@＝]", cell)
    assert cell.replace("'", "", 1) == text


def test_a_negative_number_stays_a_number() -> None:
    assert as_csv(("a", "b"), [[-1.5, -2.0]]) == b"\xef\xbb\xbfa,b\r\n-1.5,-2\r\n"


LETTERS = "aé…= +-@＝';,\"\n\r\t0"
TEXTS = st.text(LETTERS, min_size=1, max_size=8).filter(str.strip)
NUMBERS = numbers(-GREATEST, GREATEST)
COUNTS = st.integers(1, 10**6)


def words(hint: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(hint))


def fields(needed: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=optional)


EFFECTS = fields(
    {"type": words(EffectType), "value": NUMBERS},
    ci=st.lists(st.floats(0.01, 1e9), min_size=2, max_size=2).map(sorted),
    level=st.floats(1, 99.99),
    interval=words(Interval),
    better=words(Direction),
    favours=TEXTS,
    margin=st.floats(LEAST, GREATEST),
)
OUTCOMES = fields(
    {"name": TEXTS},
    measure=TEXTS,
    timepoint=TEXTS,
    role=words(OutcomeRole),
    effect=EFFECTS,
    baseline=st.floats(0, 1),
    events=st.dictionaries(TEXTS, fields({"n": COUNTS, "of": COUNTS}), max_size=3),
)
STUDIES = st.builds(
    study,
    fields(
        {"design": words(Design)},
        participants=fields({}, n=COUNTS, studies=COUNTS, groups=COUNTS, who=TEXTS, where=TEXTS),
        comparison=fields(
            {"intervention": TEXTS}, comparator=TEXTS, comparator_type=words(ComparatorType)
        ),
        outcomes=st.lists(OUTCOMES, max_size=3),
        certainty=fields(
            {"level": words(CertaintyLevel)},
            system=words(CertaintySystem),
            reasons=st.lists(words(CertaintyReason)),
        ),
        harms=words(Harms),
        registered=TEXTS,
    ),
    title=TEXTS,
    topics=st.lists(TEXTS),
    funding=st.none() | TEXTS,
    notice=st.none() | words(NoticeKind),
)
SCHEMA = jsonschema.Draft202012Validator(Record.model_json_schema())
MADE_HARMLESS = re.compile(r"(^|[;\t\r\n])'('*[=+\-@＝＋－＠])")


def read_back(cell: str, value: object) -> object:
    """Return what a cell says, in the kind of the value that it should be."""
    if value is None or cell == "":
        return None if value is None else cell
    if isinstance(value, int | float):
        return type(value)(cell)
    return MADE_HARMLESS.sub(r"\1\2", cell)


@given(STUDIES)
def test_csv_is_read_back_as_it_was(told: Study) -> None:
    written = list(records(told, WORKS.csl("steps")))
    rows = rows_of(data_files([told], WORKS)[FILES["csv"]])
    assert len(rows) == len(written)
    for row, record in zip(rows, written, strict=True):
        for name, value in record.model_dump(mode="json").items():
            expected = "; ".join(value) if isinstance(value, list) else value
            assert read_back(row[name], expected) == expected


@given(STUDIES)
def test_json_is_what_the_model_says(told: Study) -> None:
    document = json.loads(data_files([told], WORKS)[FILES["json"]])
    for told_of in document["records"]:
        SCHEMA.validate(told_of)
    written = [Record.model_validate(each) for each in document["records"]]
    assert written == list(records(told, WORKS.csl("steps")))
