"""The command ``evidence``, as it is called in a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BIBLIOGRAPHY = """
@article{day2001,
  author = {Day, Ana and {World Health Organization}},
  title = {The <b>Sleep</b> of {Brazil}},
  journal = {Sleep \\& Health},
  year = 2001,
  volume = 3,
  pages = {1--9},
  doi = {https://doi.org/10.5555/one},
}
@book{fox1999, author = {Fox, Bo}, title = {Dreams}, publisher = {Press}, year = 1999}
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "refs.bib").write_text(BIBLIOGRAPHY, "utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        program = Path(sys.executable).with_name("evidence")
        environment = os.environ | {
            "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "COLUMNS": "100"
        }  # fmt: skip
        return subprocess.run(
            [program, *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def test_one_reference_a_line_without_markup(run: Run) -> None:
    done = run("references", "refs.bib")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Day, A., & World Health Organization. (2001). The sleep of Brazil. Sleep & Health, 3, 1–9."
        " https://doi.org/10.5555/one",
        "Fox, B. (1999). Dreams. Press.",
    ]


def test_the_second_time_it_is_the_same(run: Run, tmp_path: Path) -> None:
    first = run("references", "refs.bib")
    kept = [*(tmp_path / "cache").rglob("*.json")]
    assert kept
    assert run("references", "refs.bib").stdout == first.stdout
    assert [*(tmp_path / "cache").rglob("*.json")] == kept


def test_other_formats(run: Run) -> None:
    assert run("references", "refs.bib", "--format", "html", "--keys").stdout.splitlines()[1] == (
        "fox1999\tFox, B. (1999). <i>Dreams</i>. Press."
    )
    assert run("references", "refs.bib", "--format", "markdown").stdout.splitlines()[1] == (
        "Fox, B. (1999). *Dreams*. Press."
    )
    items = json.loads(run("references", "refs.bib", "--format", "csljson").stdout)
    assert [item["id"] for item in items] == ["day2001", "fox1999"]
    assert items[0]["DOI"] == "10.5555/one"


def test_another_style_and_language(run: Run) -> None:
    numbered = run("references", "refs.bib", "--style", "ieee").stdout.splitlines()
    assert numbered[1] == "[2] B. Fox, Dreams. Press, 1999."
    portuguese = run("references", "refs.bib", "--style", "chicago-author-date", "--locale", "pt")
    assert portuguese.stdout.startswith("Day, Ana, e World Health Organization. 2001.")


def test_a_style_in_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text variable="title" prefix="* "/></layout></bibliography>'
        "</style>",
        "utf-8",
    )
    done = run("references", "refs.bib", "--style", "own.csl")
    assert done.stdout.splitlines()[1] == "* Dreams"


def test_problems_go_to_standard_error(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "refs.bib").open("a") as file:
        file.write("@book{half, title = {Half\n")
    done = run("references", "refs.bib")
    assert done.returncode == 0
    assert "Fox, B. (1999)" in done.stdout
    assert "refs.bib:12:" in done.stderr
    assert "problem" not in done.stdout


def test_nothing_is_left_out_in_silence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.bib").write_text("@letter{one, author = {Day, Ana}, year = 2001}", "utf-8")
    done = run("references", "letter.bib")
    assert (done.returncode, done.stdout) == (0, "")
    assert "The style prints nothing for the entry “one”." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["references"], "Missing argument"),
        (["references", "none.bib"], "none.bib"),
        (["references", "refs.bib", "--style", "harvard-cite-them-righ"], "Did you mean"),
        (["references", "refs.bib", "--style", "qqqqq"], "such as apa"),
        (["references", "refs.bib", "--style", "none.csl"], "There is no file “none.csl”."),
        (["references", "refs.bib", "--style", "refs.bib.csl"], "There is no file"),
        (["references", "refs.bib", "--locale", "xx"], "No language has the short name “xx”."),
        (["references", "refs.bib", "--format", "pdf"], "csljson"),
        (["refrences"], "references"),
    ],
)
def test_what_is_not_understood_is_told(run: Run, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [[], ["references"]])
def test_each_help_has_an_example(run: Run, command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert "evidence references refs.bib" in done.stdout
