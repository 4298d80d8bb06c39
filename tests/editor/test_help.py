"""What an editor offers, shows and marks while a summary is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.authoring.schema import FILE, write_schema
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.settings import Settings
from tests.editor.language_server import LanguageServer, running

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs/summaries").glob("*.yaml"))
COMPLETE = """\
title: Small steps
date: 2026-02-10
article: richards2016cobra
study: They asked.
implications: It may mean much.
limitations: It cannot tell all.
"""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_marked_in_a_summary_of_the_example_site(
    server: LanguageServer, path: Path
) -> None:
    assert server.diagnoses(path.read_text("utf-8")) == []


def test_fields_are_offered_with_what_they_are_for(server: LanguageServer) -> None:
    offered = server.completions(COMPLETE + "‸")
    assert {"lead", "conclusion", "topics", "evidence", "draft"} <= offered.keys()
    assert offered["topics"] == "The site's topics to which the post belongs."


def test_fields_of_a_group_are_offered(server: LanguageServer) -> None:
    offered = server.completions(f"{COMPLETE}evidence:\n  ‸")
    assert {"design", "participants", "outcomes", "certainty", "harms"} <= offered.keys()


@pytest.mark.parametrize("written", ["topics: ‸", "topics: [Health, ‸]", "topics:\n  - ‸"])
def test_topics_of_the_site_are_offered(server: LanguageServer, written: str) -> None:
    offered = server.completions(COMPLETE + written)
    assert offered.keys() >= {"Health", "Depression", "Couple therapy"}


def test_words_are_offered_with_their_meaning(server: LanguageServer) -> None:
    offered = server.completions(f"{COMPLETE}evidence:\n  design: ‸")
    assert offered["cohort"] == "People were followed over time."


@pytest.mark.parametrize("field", ["title", "lead", "study", "slug", "funding"])
def test_nothing_is_offered_where_text_belongs(server: LanguageServer, field: str) -> None:
    assert server.completions(f"{field}: ‸") == {}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ti‸tle: Small steps", "The title of the post."),
        ("evidence:\n  des‸ign: cohort", "How the study was done."),
        ("evidence:\n  design: coh‸ort", "`cohort`: People were followed over time."),
        ("topics: [Dep‸ression]", "Studies on depression and on ways out of it."),
        ("arti‸cle: richards2016cobra", "its key in the bibliography, or `{key, licence}`"),
    ],
)
def test_the_word_below_the_cursor_is_explained(
    server: LanguageServer, text: str, shown: str
) -> None:
    assert shown in server.hover(text)


@pytest.mark.parametrize(
    ("written", "line", "message"),
    [
        ("limitation: None.", 7, "Property limitation is not allowed."),
        ("image:\n  file: a.svg\n  alt: A\n  license: CC0", 10, "Property license is not allowed."),
        ("image:\n  file: a.svg", 7, 'Missing property "alt".'),
        ("lead: [Can, it]", 7, "This should be text."),
        ("image: chair.svg", 7, 'Incorrect type. Expected "object".'),
        ("tags: one, two", 7, "This should be a list."),
        ("comments: maybe", 7, "This should be true, false or the address of a thread."),
        ("updated: May 2026", 7, "This should be a date. Write year, month and day"),
        ("slug: Small Steps", 7, "This should be small letters, digits and hyphens."),
        ("language: Portuguese", 7, "This should be the short name of a language."),
        ("topics: Slep", 7, "This is not one of the site's topics."),
        ("topics:\n  - Health\n  - Slep", 9, "This is not one of the site's topics."),
        ("authors: someone", 7, "This is not one of the site's authors."),
        ("evidence:\n  design: chort", 8, "Value is not accepted. Valid values:"),
        ("evidence:\n  harms: reported", 7, 'Missing property "design".'),
        (
            "evidence:\n  design: cohort\n  participants: {n: about 400}",
            9,
            "This should be a whole number. Write digits only, such as 440.",
        ),
        (
            "evidence:\n  design: cohort\n  participants:\n    n: 0",
            10,
            "Value is below the exclusive minimum of 0.",
        ),
        (
            "evidence:\n  design: cohort\n  outcomes:\n  - name: Mood\n    baseline: high",
            11,
            "This should be a number.",
        ),
        ('lead: "  "', 7, "Nothing is written here."),
        ("title: Once more", 7, "Map keys must be unique"),
    ],
)
def test_a_mistake_is_marked_in_its_line(
    server: LanguageServer, written: str, line: int, message: str
) -> None:
    [(found_line, found)] = server.diagnoses(COMPLETE + written)
    assert (found_line, found[: len(message)]) == (line, message)


@pytest.mark.parametrize(
    ("field", "message"),
    [("study: |\n", "Nothing is written here. Write it, or add “draft: true”"), ("study:\n", "")],
)
def test_a_needed_field_without_text_is_marked(
    server: LanguageServer, field: str, message: str
) -> None:
    [(line, found)] = server.diagnoses(COMPLETE.replace("study: They asked.\n", field))
    assert line == 4
    assert message in found


def test_missing_fields_are_named(server: LanguageServer) -> None:
    found = [message for _, message in server.diagnoses("title: Small steps\n")]
    names = ("date", "article", "study", "implications", "limitations")
    assert found == sorted(f'Missing property "{name}".' for name in names)


def test_nothing_is_missing_in_a_draft(server: LanguageServer) -> None:
    assert server.diagnoses("draft: true\ntitle:\ndate:\nstudy: |\n\nimplications:\n") == []


def test_the_first_line_of_a_file_names_its_schema(
    server_command: list[str], tmp_path: Path
) -> None:
    library, _ = Library.load([ROOT / "bibliography/references.bib"], root=ROOT)
    write_schema(tmp_path / FILE, Settings(), library)
    modeline = f"# yaml-language-server: $schema=../../{FILE}\n"
    settings = {"yaml.schemaStore.enable": False, "redhat.telemetry.enabled": False}
    with running(server_command, settings, tmp_path) as server:
        assert server.diagnoses("limitation: None.\n") == []
        [(line, found)] = server.diagnoses(f"{modeline}{COMPLETE}limitation: None.\n")
        assert (line, found) == (8, "Property limitation is not allowed.")
        keys = server.completions(f"{modeline}article: ‸")
        assert keys["richards2016cobra"].startswith("Cost and outcome of behavioural activation")
        assert "coan2006lending" in server.completions(f"{modeline}article:\n  key: ‸")
