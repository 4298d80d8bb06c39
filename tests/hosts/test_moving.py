"""The way over from mkdocs-bibtex: its options, its commands in the text, its own example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.hosts.mkdocs.options import read_options
from tests.cases.loader import Case, load_cases

OPTIONS = (
    "bib_file",
    "bib_dir",
    "csl_file",
    "csl_file_encoding",
    "bib_command",
    "full_bib_command",
    "bib_by_default",
    "footnote_format",
    "enable_inline_citations",
    "cite_style",
    "cite_inline",
    "unescape_for_arithmatex",
)
"""What mkdocs-bibtex could be told, in any of its versions."""


def evidence(config: str) -> dict[str, Any]:
    """Return the plugin's options as MkDocs hands them over."""
    plugins = yaml.safe_load(config)["plugins"]
    groups = [plugins] if isinstance(plugins, dict) else plugins
    options: dict[str, Any] = next(group["evidence"] for group in groups)
    return options


@pytest.mark.parametrize("case", load_cases("problems/moving.md"), ids=lambda case: case.title)
def test_each_option_is_answered_with_what_to_write_instead(case: Case, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(case.given, encoding="utf-8")
    settings, _, problems = read_options(evidence(case.given), str(config))
    assert settings is None
    assert "\n\n".join(map(str, problems)) == case.expected


@given(
    st.dictionaries(
        st.sampled_from(OPTIONS),
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text())),
        min_size=1,
    )
)
def test_whatever_they_are_set_to_each_option_is_answered_once(options: dict[str, Any]) -> None:
    settings, _, problems = read_options(options, None)
    assert settings is None
    assert [problem.message.split()[0] for problem in problems] == [f"“{name}”" for name in options]
    assert all(problem.advice for problem in problems)


@given(st.text(min_size=1).filter(lambda name: "://" not in name))
def test_the_line_to_write_is_yaml_with_the_same_value(name: str) -> None:
    _, _, problems = read_options({"bib_file": name}, None)
    line = problems[0].advice.removeprefix("Write: ")
    assert yaml.safe_load(line) == {"bibliography": name}
    assert yaml.safe_load(f"{{{line}}}") == {"bibliography": name}
