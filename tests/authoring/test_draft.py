"""The file of a new summary: right as it is, and right with each of its lines in use."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import create_model

from mkdocs_evidence.authoring.draft import Draft, Form, as_yaml, draft_text, file_name
from mkdocs_evidence.authoring.guidance import field_lines
from mkdocs_evidence.authoring.words import one_line
from mkdocs_evidence.fields import Line
from mkdocs_evidence.lookup import Work
from mkdocs_evidence.reading import read_nodes, validate
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source
from mkdocs_evidence.summary import Summary, summary_model
from tests.reading.site import Site

WORK = Work(
    {"title": "Small <i>steps</i>: a trial"},
    licence="CC BY 4.0",
    funders=["NIHR: #1", "The Fund"],
    registrations=["ISRCTN27473954"],
)
DRAFT = Draft("richards2016", WORK, datetime.date(2026, 2, 10), schema="../../summary.schema.json")
FORMS: list[Form] = ["yaml", "md"]
PORTUGUESE = {"language": "pt", "sections": [{"id": "study"}, {"id": "in_practice"}]}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("changed", [{}, PORTUGUESE, {"topics": {}, "authors": {}, "author": None}])
def test_a_draft_as_it_is_written_is_right(site: Site, form: Form, changed: dict[str, Any]) -> None:
    site.settings = Settings.model_validate(site.settings.model_dump() | changed)
    site.write(f"new.{form}", draft_text(DRAFT, form, site.settings))
    assert site.problems() == ""
    (post,) = site.project().posts.values()
    assert post.summary.draft
    assert post.summary.article is not None
    assert (post.summary.article.key, post.summary.article.licence) == ("richards2016", "CC BY 4.0")
    assert post.summary.funding == "NIHR: #1; The Fund"


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=",{}"), min_size=1))
@example("'t-hart2017")
@example("*smith:2017:")
@example("a\u0308hnlich")
def test_any_key_is_the_key_of_the_article(key: str) -> None:
    model = summary_model(Settings().section_ids)
    for work in (WORK, replace(WORK, licence="")):
        text = draft_text(replace(DRAFT, key=key, work=work), "yaml", Settings())
        summary, problems = validate(model, read_nodes(Source("new.yaml", text)))
        assert (problems, summary and summary.article and summary.article.key) == ([], key)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("changed", [{}, PORTUGUESE])
def test_with_title_and_sections_it_can_be_published(
    site: Site, form: Form, changed: dict[str, Any]
) -> None:
    site.settings = Settings.model_validate(site.settings.model_dump() | changed)
    text = draft_text(DRAFT, form, site.settings).replace("draft: true\n", "")
    text = text.replace("\ntitle:", "\ntitle: Step by step")
    if form == "yaml":
        text = re.sub(r"(?m)^(\w+): \|$", r"\1: |\n  A text.", text)
    else:
        head, line, body = text.rpartition("---\n")
        text = head + line + re.sub(r"(?m)^(## .*)$", r"\1\n\nA text.", body)
    site.write(f"new.{form}", text)
    assert site.problems(with_drafts=False) == ""
    (post,) = site.project(with_drafts=False).posts.values()
    assert list(post.summary.sections) == list(site.settings.section_ids)


def fields_in(text: str) -> list[int]:
    """Return the numbers of the lines that are fields behind a number sign."""
    found = [n for n, line in enumerate(text.splitlines()) if re.match(r" *# \w+:", line)]
    return [n for n in found if "yaml-language-server" not in text.splitlines()[n]]


def using(text: str, *numbers: int) -> str:
    """Return the text with some of its fields in use."""
    lines = text.splitlines()
    for number in numbers:
        lines[number] = re.sub("# ", "", lines[number], count=1)
    return "\n".join(lines) + "\n"


UNFILLED = {"empty-field", "missing-field"}


def test_each_line_may_be_used_and_says_nothing_until_it_is_filled_in(site: Site) -> None:
    text = draft_text(DRAFT, "yaml", site.settings)
    fields = fields_in(text)
    assert len(fields) > 20
    for number in fields:
        document = read_nodes(Source("new.yaml", using(text, number)))
        _, problems = validate(summary_model(site.settings.section_ids), document)
        assert {p.rule for p in (*document.problems, *problems)} <= UNFILLED


def test_all_lines_may_be_used_at_once(site: Site) -> None:
    text = draft_text(DRAFT, "yaml", site.settings)
    used = using(text, *fields_in(text))
    assert not re.search(r"(?m)^ *# \w", used.partition("\n")[2])
    _, problems = validate(summary_model(("study",)), read_nodes(Source("new.yaml", used)))
    assert {p.rule for p in problems} <= {"unknown-field", *UNFILLED}


def test_a_draft_has_an_id_where_comments_are_kept_under_it() -> None:
    isso = {"provider": "isso", "server": "https://c.example.org", "address": "ana@example.org"}
    kept = Settings.model_validate({"comments": isso})
    assert yaml.safe_load(draft_text(DRAFT, "yaml", kept, "small-steps"))["id"] == "small-steps"
    assert "id" not in yaml.safe_load(draft_text(DRAFT, "yaml", Settings(), "small-steps"))


def test_every_line_of_guidance_is_still_a_comment_when_one_sign_is_deleted(site: Site) -> None:
    text = draft_text(DRAFT, "yaml", site.settings)
    assert yaml.safe_load(text) == yaml.safe_load(re.sub(r"(?m)^( *)##", r"\1#", text))


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_the_model_is_there(site: Site, form: Form) -> None:
    text = draft_text(DRAFT, form, site.settings)
    names = {name for name in Summary.model_fields if form == "yaml" or name not in ("lead",)}
    names -= {"conclusion"} if form == "md" else set()
    assert {name for name in names if not re.search(rf"(?m)^(# )?{name}:", text)} == set()


def test_a_new_field_of_the_model_appears_by_itself() -> None:
    model = create_model("New", __base__=Summary, mood=(Line | None, None))
    model.model_fields["mood"].description = "How you feel."
    lines = list(field_lines("mood", model.model_fields["mood"], {"mood": ["well", "ill"]}, {}))
    assert lines == ["## How you feel. Choose from: well, ill.", "# mood:"]


def test_words_to_choose_from_are_those_of_the_site(site: Site) -> None:
    text = draft_text(DRAFT, "yaml", site.settings)
    assert "Choose from: Health, Sleep." in text
    assert "Choose from: ana." in text.replace("\n## ", " ")
    assert "systematic-review, meta-analysis" in text


def test_what_was_registered_is_suggested_and_not_said(site: Site) -> None:
    text = draft_text(DRAFT, "yaml", site.settings)
    assert "\n  # registered: ISRCTN27473954\n" in text
    assert yaml.safe_load(text)["evidence"] is None
    unknown = replace(DRAFT, work=Work({"title": "Steps"}))
    assert "\n  # registered:\n" in draft_text(unknown, "yaml", site.settings)


@pytest.mark.parametrize("key", ["Coan:2017aa", "2017", "on", "*x", "[x", "a'b", "O'Hara2017"])
def test_any_key_of_a_bibliography_can_stand_there(site: Site, key: str) -> None:
    for work in (WORK, Work({"title": "Steps"})):
        text = draft_text(replace(DRAFT, key=key, work=work), "yaml", site.settings)
        article = read_nodes(Source("new.yaml", text)).fields["article"]
        assert (article["key"] if isinstance(article, dict) else article) == key


def test_chosen_topics_are_written(site: Site) -> None:
    text = draft_text(replace(DRAFT, topics=["Sleep"]), "yaml", site.settings)
    assert yaml.safe_load(text)["topics"] == ["Sleep"]


def test_without_an_entry_the_line_for_the_key_is_empty(site: Site) -> None:
    draft = Draft("", Work({}), datetime.date(2026, 2, 10), wanted="10.5555/new")
    text = draft_text(draft, "yaml", site.settings)
    assert "You asked for: 10.5555/new\narticle:\n" in text
    site.write("new.yaml", text)
    assert site.problems() == ""


def test_the_first_line_leads_the_editor_to_the_schema(site: Site) -> None:
    first = draft_text(DRAFT, "yaml", site.settings).partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../summary.schema.json"
    assert "yaml-language-server" not in draft_text(DRAFT, "md", site.settings)


HOSTILE = st.text("aB1 :#-?[]{}!|>&*%@`'\"\\\n\t\r\x00\x85\u2028é,~", max_size=30)


@example(title="", funder="; ", licence=" ", wanted="")
@settings(max_examples=20)  # each writes all fields
@given(title=HOSTILE, funder=HOSTILE, licence=HOSTILE, wanted=HOSTILE)
def test_nothing_that_comes_from_elsewhere_breaks_the_file(
    title: str, funder: str, licence: str, wanted: str
) -> None:
    own = Settings()
    work = Work({"title": title}, licence=licence, funders=[funder], registrations=[wanted])
    draft = Draft("a", work, datetime.date(2026, 2, 10), wanted=wanted)
    document = read_nodes(Source("new.yaml", draft_text(draft, "yaml", own)))
    _, problems = validate(summary_model(own.section_ids), document)
    assert [str(problem) for problem in (*document.problems, *problems)] == []
    assert set(document.fields) <= {
        "draft", "title", "date", "article", "study", "implications", "limitations", "image",
        "evidence", "funding",
    }  # fmt: skip


@given(st.text(min_size=1))
def test_any_text_is_the_same_as_a_value_of_yaml(text: str) -> None:
    document = read_nodes(Source("a.yaml", f"a: {as_yaml(text)}\n"))
    assert document.fields["a"] == one_line(text)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Relationship status and perceived support in the social regulation of threat",
         "relationship-status-perceived-support-social-regulation.yaml"),
        ("What is it?", "what-is-it.yaml"),
        ("Saúde <i>é</i> o que interessa: 2ª edição", "saude-interessa-2a-edicao.yaml"),
        ("Beck's depression", "becks-depression.yaml"),
        ("Мышление", "summary.yaml"),
        ("../../etc/passwd", "etc-passwd.yaml"),
        ("10.1093/scan/nsx091", "scan-nsx091.yaml"),
    ],
)  # fmt: skip
def test_a_short_name_for_the_file(title: str, name: str) -> None:
    assert file_name(title, "yaml", []) == name


def test_a_name_that_no_other_file_has_with_whatever_ending() -> None:
    taken = ["Dreams.md", "dreams-2.yaml", "dreams.svg"]
    assert file_name("Dreams", "md", taken) == "dreams-3.md"
