"""The JSON Schema of a summary: what it lets pass, and what it stops."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from mkdocs_evidence import vocabulary
from mkdocs_evidence.authoring.schema import FILE, schema_text, summary_schema, write_schema
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.cli import main
from mkdocs_evidence.configuration import read_configuration
from mkdocs_evidence.reading import read_nodes, validate
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source
from mkdocs_evidence.summary import summary_model
from tests.authoring.yaml_of_editors import as_editors_read
from tests.cases.loader import Case, load_cases
from tests.reading.site import Site, completed
from tools.reference import PAGES

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs/summaries").glob("*.yaml"))
MISSED = {
    "A field is written twice": "the editor itself marks it, whatever the schema",
    "A field inside a group is written twice": "the editor itself marks it, whatever the schema",
    "A day that does not exist": "a pattern does not know the lengths of months",
    "Heading levels that belong to the page": "a schema does not read Markdown",
    "Headings that are underlined": "a schema does not read Markdown",
    "A group without a name": "an editor shows it as a name of nothing",
}
"""The mistakes that a schema cannot find, each with the reason."""


def example_settings() -> Settings:
    settings = read_configuration(ROOT / "mkdocs.yml").settings
    assert settings
    return settings


def wrong(schema: dict[str, Any], text: str) -> list[str]:
    """Return what the schema says is wrong with a file."""
    found = Draft7Validator(schema).iter_errors(as_editors_read(text))
    return [f"{error.json_path}: {error.message}" for error in found]


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(summary_schema(example_settings(), Library()))


def test_the_schema_of_the_example_site_is_fresh() -> None:
    written = (ROOT / FILE).read_text("utf-8")
    assert written == schema_text(summary_schema(example_settings())), "Run make reference."


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_summary_of_the_example_site_passes(path: Path) -> None:
    assert wrong(summary_schema(example_settings()), path.read_text("utf-8")) == []


@pytest.mark.parametrize("case", load_cases("problems/fields.md"), ids=lambda case: case.title)
def test_a_mistake_in_a_field_is_stopped(case: Case, tmp_path: Path) -> None:
    schema = summary_schema(Site(tmp_path).settings)
    found = wrong(schema, completed(case.given))
    assert bool(found) == (bool(case.expected) and case.title not in MISSED), found


def test_every_mistake_that_is_missed_is_a_case() -> None:
    assert MISSED.keys() <= {case.title for case in load_cases("problems/fields.md")}


def test_only_keys_of_the_bibliography_pass_if_asked_for() -> None:
    library, _ = Library.load([ROOT / "bibliography/references.bib"], root=ROOT)
    schema = summary_schema(Settings(), library)
    for article in ("richards2016cobra", "{key: richards2016cobra, licence: CC BY 4.0}"):
        assert wrong(schema, completed(f"article: {article}\n…")) == []
    for article in ("richards2016", "{key: richards2016}"):
        assert wrong(schema, completed(f"article: {article}\n…")) != []
        assert wrong(summary_schema(Settings()), completed(f"article: {article}\n…")) == []


def test_names_that_yaml_takes_for_numbers_can_be_chosen() -> None:
    schema = summary_schema(Settings.model_validate({"topics": ["2024", "true", "NO"]}))
    assert wrong(schema, completed("topics: [2024, true, NO]\n…")) == []
    assert wrong(schema, completed("topics: 2024\n…")) == []
    assert wrong(schema, completed("topics: 2025\n…")) != []


def test_sections_are_those_of_the_site() -> None:
    settings = Settings.model_validate({"sections": [{"id": "method"}]})
    text = "title: Small steps\ndate: 2026-02-10\narticle: richards2016\n"
    assert wrong(summary_schema(settings), f"{text}method: They asked.") == []
    assert wrong(summary_schema(settings), f"{text}study: They asked.") != []


def test_every_word_of_the_vocabulary_has_a_meaning() -> None:
    kinds = [value for name, value in vars(vocabulary).items() if name[0].isupper()]
    words = {word for kind in kinds for word in get_args(kind) if isinstance(word, str)}
    assert words == vocabulary.MEANINGS.keys()


def test_a_schema_is_written_only_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / FILE
    assert write_schema(path, Settings())
    assert not write_schema(path, Settings())
    assert write_schema(path, Settings.model_validate({"topics": ["Sleep"]}))
    assert list(tmp_path.iterdir()) == [path]


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    monkeypatch.chdir(folder)
    outcome = CliRunner().invoke(main, ["schema", *arguments])
    return outcome.exit_code, outcome.output


def test_the_command_prints_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    code, printed = run(ROOT / "docs", monkeypatch)
    assert (code, printed) == (0, schema_text(summary_schema(example_settings())))


def test_the_command_writes_the_schema_with_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / FILE
    assert run(ROOT, monkeypatch, "--keys", "--output", str(file))[0] == 0
    assert "richards2016cobra" in json.dumps(json.loads(file.read_text("utf-8")))
    assert "is up to date" in run(ROOT, monkeypatch, "--keys", "--output", str(file))[1]


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        (None, "There is no mkdocs.yml here."),
        ("plugins:\n  - evidence: {topcis: [Sleep]}\n", "There is no field “topcis” here."),
    ],
)
def test_the_command_needs_a_site_that_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configuration: str | None, message: str
) -> None:
    if configuration:
        (tmp_path / "mkdocs.yml").write_text(configuration)
    code, printed = run(tmp_path, monkeypatch)
    assert code == 2
    assert message in printed


def test_the_command_says_where_it_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    code, printed = run(ROOT, monkeypatch, "--output", "nowhere/schema.json")
    assert code == 2
    assert "cannot be written" in printed


MODEL = summary_model(("study", "implications", "limitations"))
SCHEMA = summary_schema(Settings())
TRICKY = """
NO yes oFF true False ~ 1984 007 1:30 0x1F 1_000 440.0 +5 .5 5. 1e3 1.e-2 -0 1_0.2_5 .inf
2026-02-10 2026-02-30 en pt-BR high cohort r https://example.org/a a-b-1 [a,b] {"a":b}
"""
SCALARS = st.one_of(
    st.sampled_from(["", *TRICKY.split()]),
    st.integers().map(str),
    st.floats().map(repr),
    st.from_regex(r"[a-z0-9À-ž]([a-z0-9À-ž. -]{0,8}[a-z0-9À-ž])?", fullmatch=True),
)
WRITTEN = st.one_of(
    SCALARS, SCALARS.map(lambda text: f'"{text}"'), SCALARS.map(lambda t: f"' {t} '")
)
"""What may stand behind a field's name; not the word “null”, which editors take for nothing."""


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to each value, group and list in fields."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))


def everything() -> dict[str, Any]:
    """Return the example of the guide in which every field is written."""
    page = (PAGES / "fields.md").read_text("utf-8").partition("## All at once")[2]
    fields = yaml.load(page.partition("```yaml\n")[2].partition("```")[0], yaml.BaseLoader)
    assert isinstance(fields, dict)
    return fields


EVERYTHING = everything()
PLACE = "here it stands"


def written_at(path: tuple[str | int, ...], written: str) -> str:
    """Return the example as YAML, with other words at one place."""
    fields = json.loads(json.dumps(EVERYTHING))
    group = fields
    for step in path[:-1]:
        group = group[step]
    group[path[-1]] = PLACE
    return json.dumps(fields, ensure_ascii=False, indent=1).replace(f'"{PLACE}"', written)


@given(st.sampled_from(list(leaves(EVERYTHING))), WRITTEN, st.booleans())
def test_what_the_model_accepts_passes(
    path: tuple[str | int, ...], written: str, is_draft: bool
) -> None:
    text = written_at(path, written)
    if is_draft:
        text = text.replace('"draft": "false"', '"draft": "true"')
    document = read_nodes(Source("a.yaml", text))
    assume(not document.problems)
    summary, _ = validate(MODEL, document)
    assert summary is None or wrong(SCHEMA, text) == []
