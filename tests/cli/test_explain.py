"""``evidence explain``: what a kind of problem means."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_evidence.cli import main
from mkdocs_evidence.rules import IDS


def explain(*arguments: str) -> str:
    done = CliRunner().invoke(main, ["explain", *arguments])
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("name", ["unknown-topic", "[unknown-topic]"])
def test_a_kind_is_explained_with_its_example(name: str) -> None:
    told = explain(name)
    assert told.startswith("A topic that the site does not have [unknown-topic, error]\n")
    assert "Why it matters: With a misspelt topic" in told
    assert "How to mend it: Choose one" in told
    assert "    topics: [Slep]\n" in told
    assert "    Did you mean “Sleep”?" not in told.partition("What is said")[0]
    assert told.rstrip().endswith("topics: [Sleep]")


def test_signs_that_nobody_can_see_are_shown() -> None:
    assert "Small␇ steps" in explain("invisible-sign")
    assert "\x07" not in explain("invisible-sign")


def test_without_a_name_all_kinds_are_listed() -> None:
    told = explain()
    assert {name for name in IDS if f"  {name} " not in told} == set()


def test_the_nearest_kind_is_named() -> None:
    done = CliRunner().invoke(main, ["explain", "unknown-topc"])
    assert done.exit_code == 2
    assert "Did you mean “unknown-topic”?" in done.stderr


def test_the_shell_completes_the_names_of_kinds() -> None:
    asked = {"_EVIDENCE_COMPLETE": "bash_complete", "COMP_WORDS": "evidence explain unknown-to"}
    done = CliRunner().invoke(main, [], env={**asked, "COMP_CWORD": "2"}, prog_name="evidence")
    assert done.stdout == "plain,unknown-topic\n"
