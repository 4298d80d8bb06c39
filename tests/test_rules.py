"""The catalogue of all kinds of problems: it is complete, and its examples are true."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_evidence
from mkdocs_evidence.rules import IDS, Example, Rule, chapters, find_rule, is_rule_id
from tests.rule_examples import problems_of

RULES = [rule for chapter in chapters() for rule in chapter.rules]
WITH_EXAMPLE = [rule for rule in RULES if rule.example]
PACKAGE = Path(mkdocs_evidence.__file__).parent


def texts_in_code() -> Iterator[str]:
    """Yield every text that the package's code has, but for that of the list of ids."""
    for path in PACKAGE.rglob("*.py"):
        if path != PACKAGE / "rules" / "ids.py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def kinds_of_pydantic() -> Iterator[str]:
    """Yield the kinds of errors that the models raise, which become ids."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("PydanticCustomError"), [ast.Constant(kind), *_]):
                    yield str(kind)


def example_of(rule: Rule) -> Example:
    assert rule.example
    return rule.example


def test_each_id_has_one_entry() -> None:
    assert sorted(rule.id for rule in RULES) == sorted(IDS)


def test_each_id_is_used() -> None:
    used = {*texts_in_code(), *(kind.replace("_", "-") for kind in kinds_of_pydantic())}
    unused = {rule.id for rule in RULES if rule.id not in used and rule.level == "error"}
    assert unused <= {"unknown-doi"}


def test_each_kind_of_error_of_a_model_is_explained() -> None:
    from mkdocs_evidence.reading.expected import EXPECTED

    in_words = {"cut_short", "split_text"}
    kinds = {kind for kind in kinds_of_pydantic() if kind not in EXPECTED and kind not in in_words}
    assert {kind for kind in kinds if not is_rule_id(kind.replace("_", "-"))} == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_kind_is_explained_in_sentences(rule: Rule) -> None:
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.mend.endswith(".")


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.id)
def test_what_is_wrong_gives_its_message(rule: Rule, tmp_path: Path) -> None:
    example = example_of(rule)
    hints = rule.level == "hint"
    problems = problems_of(example, example.wrong, tmp_path, example.encoding, with_hints=hints)
    assert {problem.rule for problem in problems} == {rule.id}
    assert "\n\n".join(map(str, problems)) == example.message.rstrip("\n")


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.id)
def test_what_is_right_gives_none(rule: Rule, tmp_path: Path) -> None:
    example = example_of(rule)
    hints = rule.level == "hint"
    assert problems_of(example, example.right, tmp_path, with_hints=hints) == []


def test_every_error_that_a_file_can_have_has_an_example() -> None:
    beyond_files = {"unknown-doi", "duplicate-work", "broken-provider"}
    errors = {rule.id for rule in RULES if rule.level == "error" and not rule.example}
    assert errors <= beyond_files


def test_an_id_leads_to_its_entry() -> None:
    assert find_rule("unknown-topic").title == "A topic that the site does not have"
