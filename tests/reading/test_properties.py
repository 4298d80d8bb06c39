"""What holds for every file, whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_evidence.reading import SummaryFile, SummaryReader

READER = SummaryReader(("study",), {"The study": "study", "conclusion": "conclusion"})
PIECES = [
    *"\n\t\r :#-|>&*!%@`\"'[]{},?~=\\\ufeff\x00\x07\x85\u2028é🪑",
    *("title: a\n", "study:", "  ", "\n\n", "---\n", "## The study\n", "## ", "\n---\n", "date: "),
    *("draft: true\n", "lead: |\n  ", "image: {file: a, ", "<!--", "-->", "```\n", "evidence:\n"),
    *("  outcomes:\n  - effect: {ci: [", "...\n", "? ", "<<: *a\n", "conclusion: {text: "),
]
FILES = st.binary(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map(
    lambda pieces: "".join(pieces).encode()
)
ON_DISK = settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read(folder: Path, name: str, data: bytes) -> SummaryFile:
    path = folder / name
    path.write_bytes(data)
    return READER.read(path, name)


@pytest.mark.parametrize("name", ["a.yaml", "a.md"])
@ON_DISK
@given(FILES)
def test_every_problem_lies_inside_its_file(tmp_path: Path, name: str, data: bytes) -> None:
    file = read(tmp_path, name, data)
    lines = file.source.text.split("\n")
    for problem in file.problems:
        place = problem.location
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert str(problem).startswith(f"{name}:{place.line}:{place.column}: ")


@pytest.mark.parametrize("name", ["a.yaml", "a.md"])
@ON_DISK
@given(FILES)
def test_a_file_without_problems_is_a_summary(tmp_path: Path, name: str, data: bytes) -> None:
    file = read(tmp_path, name, data)
    assert file.problems or file.summary


WRITABLE = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], include_characters="\n"
    )
)


@ON_DISK
@given(WRITABLE.filter(str.strip))
def test_a_text_below_a_bar_comes_out_as_it_was_written(tmp_path: Path, text: str) -> None:
    text = text.strip()
    indented = "\n".join(f"    {line}" for line in text.split("\n"))
    data = f"draft: true\nlead: |\n{indented}\n"
    file = read(tmp_path, "a.yaml", data.encode())
    assert file.understood
    assert file.understood.lead == text


@ON_DISK
@given(WRITABLE.filter(lambda text: text.strip() and "#" not in text and "<!--" not in text))
def test_a_text_below_a_heading_comes_out_as_it_was_written(tmp_path: Path, text: str) -> None:
    text = text.strip().replace("-", "+").replace("=", "+")
    data = f"---\ndraft: true\n---\n\n## The study\n\n{text}\n"
    file = read(tmp_path, "a.md", data.encode())
    assert file.problems == []
    assert file.summary
    assert file.summary.sections["study"].text == text
