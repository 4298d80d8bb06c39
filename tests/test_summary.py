"""What a summary is."""

from __future__ import annotations

import datetime
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from mkdocs_evidence.summary import is_draft, summary_model
from mkdocs_evidence.vocabulary import Design

SECTIONS = ("methods", "findings")
FIELDS: dict[str, Any] = {
    "title": "Small steps",
    "date": "2026-02-10",
    "article": "richards2016",
    "methods": "They asked.",
    "findings": {"heading": "What they found", "text": "Much."},
}


def test_a_site_has_its_own_sections_in_its_own_order() -> None:
    summary = summary_model(SECTIONS).model_validate(FIELDS)
    assert list(summary.sections) == ["methods", "findings"]
    assert summary.sections["methods"].heading is None
    assert summary.sections["findings"].heading == "What they found"


def test_every_section_of_the_site_is_needed() -> None:
    with pytest.raises(ValidationError, match="findings"):
        summary_model(SECTIONS).model_validate({**FIELDS, "findings": None})


def test_a_section_of_another_site_is_unknown() -> None:
    with pytest.raises(ValidationError, match="study"):
        summary_model(SECTIONS).model_validate({**FIELDS, "study": "They asked."})


def test_short_and_long_forms_are_the_same() -> None:
    model = summary_model(SECTIONS)
    long = {**FIELDS, "article": {"key": "richards2016"}, "methods": {"text": "They asked."}}
    assert model.model_validate(FIELDS) == model.model_validate(long)
    assert model.model_validate(FIELDS).date == datetime.date(2026, 2, 10)


def test_a_name_that_is_given_twice_counts_once() -> None:
    summary = summary_model(SECTIONS).model_validate({**FIELDS, "topics": ["a", "b", "a"]})
    assert summary.topics == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "draft"),
    [("true", True), ("yes", True), ("false", False), ("", False), (None, False), ("ture", False)],
)
def test_whether_it_is_a_draft(value: object, draft: bool) -> None:
    assert is_draft({"draft": value}) == draft
    assert not is_draft({})


def test_every_field_is_described_in_the_schema() -> None:
    schema = summary_model(SECTIONS).model_json_schema()
    groups = {"Summary": schema, **schema["$defs"]}
    for name, group in groups.items():
        for field, about in group.get("properties", {}).items():
            assert about.get("description"), f"{name}.{field}"


def test_the_schema_knows_the_vocabulary() -> None:
    schema = summary_model(SECTIONS).model_json_schema()
    assert schema["$defs"]["Evidence"]["properties"]["design"]["enum"] == list(get_args(Design))


@pytest.mark.parametrize(
    "address",
    [
        *("/", "//", "a/", "/../a/", "/a/../../b", "/a/..", "/./a", "/%2e%2e/a", "/a%2F..%2Fb"),
        *("//other.example/a", "/a b", "/a?b", "/a#b", "/a\\b", "/a%5Cb", "/a%00", "/a%0Ab"),
        *("/c:/a", "/a*", "/a|b", "/feed.xml", "/feed.xml/a", "/a/b.jpg", "/caf%E9/"),
        f"/{'a' * 201}/",
    ],
)
def test_what_no_page_of_a_site_can_have_is_no_old_address(address: str) -> None:
    with pytest.raises(ValidationError, match="redirect_from"):
        summary_model(SECTIONS).model_validate({**FIELDS, "redirect_from": [address]})
