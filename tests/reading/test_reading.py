"""How files of every kind are read."""

from __future__ import annotations

import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_evidence.reading import SummaryFile, read_nodes
from mkdocs_evidence.sources import Source
from tests.reading.site import Site, completed

YAML = completed("lead: Às três 🪑\ncolour: green\n…")
MARKDOWN = """---
title: Small steps
date: 2026-02-10
article: {key: richards2016, licence: CC BY}
evidence:
  design: cohort
---

Can it *help*?

## The study, in short

They asked.

### How

With a list.

## Implications for you

Much.

<!-- ## Dropped -->

## Limitations

Not all.

## Conclusion, for now

It helps.
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def only_file(site: Site) -> SummaryFile:
    (file,) = site.project().files.values()
    return file


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("lead", ["", "\ufeff"])
def test_byte_order_mark_and_line_ends_move_no_problem(
    site: Site, lead: str, line_end: str
) -> None:
    site.write("case.yaml", (lead + YAML).replace("\n", line_end))
    assert site.problems().startswith("case.yaml:2:1: There is no field “colour” here.")


def test_a_file_in_latin_1_is_read_but_for_its_letters(site: Site) -> None:
    site.write("case.yaml", completed("topics: [Slep]\nlead: às três\n…").encode("latin-1"))
    first, second = site.problems().split("\n\n")
    assert first.startswith("case.yaml:1:10: “Slep” is not one of the site's topics.")
    assert second.startswith("case.yaml:2:7: This file is not saved as UTF-8")


@pytest.mark.parametrize("name", ["case.yaml", "case.md"])
def test_a_file_in_utf_16_has_this_one_problem(site: Site, name: str) -> None:
    site.write(name, YAML.encode("utf-16"))
    assert site.problems().startswith(f"{name}:1:1: This file is not saved as UTF-8")
    assert "\n\n" not in site.problems()


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "{a: "])
def test_brackets_without_end_are_refused(site: Site, bracket: str) -> None:
    site.write("case.yaml", "lead: " + bracket * 100_000)
    (problem,) = only_file(site).problems
    assert problem.location.line == 1


def test_a_billion_laughs_are_refused(site: Site) -> None:
    lines = ["a: &a [ha, ha]", *(f"{n}: &{n} [*{m}, *{m}]" for m, n in pairwise("abcdefg"))]
    site.write("case.yaml", "\n".join(lines))
    assert site.problems().startswith("case.yaml:1:4: A text cannot begin with “&”")


def test_an_invisible_sign_is_found_behind_wide_letters(site: Site) -> None:
    site.write("case.yaml", completed("title: às 🪑🪑\nlead: é\x07\n…"))
    assert site.problems().startswith("case.yaml:2:8: This sign cannot stand in a text file")


def test_line_separators_of_other_programs_become_spaces(site: Site) -> None:
    site.write("case.yaml", completed("lead: one\u2028two\x85three\n…"))
    summary = only_file(site).summary
    assert summary
    assert summary.lead == "one two three"


@pytest.mark.parametrize("name", ["case.md", "CASE.MD"])
def test_the_markdown_form_has_the_same_fields(site: Site, name: str) -> None:
    site.write(name, MARKDOWN)
    file = only_file(site)
    assert file.problems == []
    assert file.summary
    assert file.summary.lead == "Can it *help*?"
    assert file.summary.evidence
    sections = file.summary.sections
    assert list(sections) == ["study", "implications", "limitations"]
    assert sections["study"].heading == "The study, in short"
    assert sections["study"].text == "They asked.\n\n### How\n\nWith a list."
    assert sections["implications"].heading == "Implications for you"
    assert file.summary.conclusion
    assert file.summary.conclusion.heading == "Conclusion, for now"


def test_a_markdown_file_without_headings_has_a_lead_alone(site: Site) -> None:
    site.write("case.md", "---\ndraft: true\n---\nCan it help?\n")
    summary = only_file(site).summary
    assert summary
    assert summary.lead == "Can it help?"
    assert summary.sections == {}


def test_a_draft_may_have_headings_without_text(site: Site) -> None:
    site.write("case.md", "---\ndraft: true\n---\n## The study\n\n## Conclusion\n")
    summary = only_file(site).summary
    assert summary
    assert summary.sections == {}
    assert summary.conclusion is None


def test_a_draft_has_stand_ins_for_title_and_date(site: Site) -> None:
    site.write("case.yaml", 'draft: true\ntitle: ""\nstudy: |\n')
    summary = only_file(site).summary
    assert summary
    assert (summary.title, summary.date) == ("…", datetime.date.today())


def test_a_file_says_that_it_is_a_draft_even_where_it_is_wrong(site: Site) -> None:
    site.write("case.yaml", "draft: true\ndate: tomorrow\n")
    assert only_file(site).is_draft
    assert only_file(site).summary is None


@pytest.mark.parametrize(
    ("value", "path", "line"), [("Health", ("topics",), 1), ("[Health]", ("topics", 0), 1)]
)
def test_places_are_known_for_short_and_long_forms(
    value: str, path: tuple[str | int, ...], line: int
) -> None:
    document = read_nodes(Source("a.yaml", f"topics: {value}"))
    start, end = document.value_span(("topics", 0))
    assert path in document.values
    assert document.source.text[start:end] == "Health"
    assert document.source.location(start).line == line


def test_a_programs_own_configuration_may_use_all_of_yaml() -> None:
    text = "a: &x {b: 1}\nc: *x\nd: !!python/name:some.function\ne: {f: g}\n"
    document = read_nodes(Source("mkdocs.yml", text), strict=False)
    assert document.problems == []
    assert document.source.location(document.value_span(("e", "f")).start).line == 4
