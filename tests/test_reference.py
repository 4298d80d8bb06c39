"""The reference pages of the guide are what the code says, and say something of everything."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from pydantic import BaseModel

from mkdocs_evidence.settings import Settings
from tools.reference import FIELDS, OPTIONS, PAGES, PROBLEMS, commands, groups, pages, rows

MODELS = [OPTIONS, FIELDS]


def example(name: str) -> dict[str, object]:
    """Return the example that shows everything at once."""
    page = (PAGES / f"{name}.md").read_text("utf-8")
    found = re.search(r"## All at once\n.*?```yaml\n(.*?)```", page, re.DOTALL)
    assert found
    fields = yaml.safe_load(found[1])
    assert isinstance(fields, dict)
    return fields


def written(value: object) -> Iterator[tuple[str, str]]:
    """Yield the kind of group and the name of each field that an example writes."""
    if isinstance(value, BaseModel):
        yield from ((type(value).__name__, name) for name in value.model_fields_set)
        value = dict(value)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    for each in inner:
        yield from written(each)


def test_the_pages_are_what_the_code_gives() -> None:
    outdated = [path.name for path, text in pages().items() if path.read_text("utf-8") != text]
    assert outdated == [], "Out of date: run make reference."


def test_no_page_is_left_of_a_kind_of_problem_that_is_gone() -> None:
    assert set(PROBLEMS.glob("*.md")) == {path for path in pages() if path.parent == PROBLEMS}


@pytest.mark.parametrize("name", commands())
def test_the_help_of_each_command_has_an_example(name: str) -> None:
    assert re.search(rf"Examples?:\n +{name}( |$)", commands()[name], re.MULTILINE)


@pytest.mark.parametrize("model", MODELS)
def test_everything_has_a_description(model: type[BaseModel]) -> None:
    every = [*rows(model), *(row for group in groups(model) for row in group.rows)]
    assert [row.name for row in every if not row.description] == []
    assert [group.title for group in groups(model) if not group.description] == []


def test_the_example_of_the_options_is_right_and_shows_each() -> None:
    plugins = example("options")["plugins"]
    assert isinstance(plugins, list)
    settings = Settings.model_validate(plugins[-1]["evidence"])
    assert settings.model_fields_set == set(Settings.model_fields)


def test_the_example_of_the_fields_is_right_and_shows_each() -> None:
    shown = set(written(FIELDS.model_validate(example("fields"))))
    models = [FIELDS, *(group.model for group in groups(FIELDS))]
    assert {(model.__name__, name) for model in models for name in model.model_fields} <= shown
