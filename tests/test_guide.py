"""What the guide and the README tell authors to write is right, and so are the messages shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from mkdocs_evidence.settings import Settings
from tests.hosts.site import Site, said

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs/guide"
PAGES = [ROOT / "README.md", *sorted(GUIDE.glob("*.md")), *sorted(GUIDE.glob("comments/*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MESSAGE = re.compile(r"docs/summaries/[\w-]+\.\w+:\d+:\d+: ")

NEEDED = {
    "title": "A title",
    "date": "2026-05-12",
    "article": "coan2017relationship",
    "study": "A text.",
    "implications": "A text.",
    "limitations": "A text.",
}
"""What completes an example that shows a part of a summary only."""

ADDED = "@article{lurquin2016no, author = {Lurquin, John}, title = {No evidence}, year = {2016}}\n"
"""What the page on the first summary adds to the bibliography."""


@dataclass(frozen=True)
class Example:
    """Something an author could write, as a page shows it, and the message below it.

    Attributes:
        place: The page and the number of the block in it.
        language: What the block is written in.
        text: What is to be written.
        message: What comes of it; empty where it is right.
    """

    place: str
    language: str
    text: str
    message: str

    @property
    def file(self) -> str:
        """The name under which the example can stand among the summaries."""
        return f"{self.place}.{'yaml' if self.language == 'yaml' else 'md'}"


def examples() -> Iterator[Example]:
    for page in PAGES:
        blocks: list[tuple[str, str]] = FENCE.findall(page.read_text("utf-8"))
        for number, (language, text) in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
            message = following[1] if MESSAGE.match(following[1]) else ""
            place = f"{page.stem.lower()}-{number}"
            if language in {"yaml", "markdown", "md"}:
                yield Example(place, language, text, message)


ALL = list(examples())
OPTIONS = [example for example in ALL if example.text.startswith("plugins:")]
PAGES_SHOWN = [example for example in ALL if example.language == "md"]
STYLES = [example for example in ALL if example.text.startswith("extra_css:")]
SUMMARIES = [example for example in ALL if example not in OPTIONS + PAGES_SHOWN + STYLES]
MISTAKES = [example for example in SUMMARIES if example.message]


def completed(example: Example) -> str:
    """Return a whole summary that has the example in it."""
    if example.language == "markdown":
        if example.text.startswith("---\n"):
            return example.text
        fields, sections = list(NEEDED)[:3], list(NEEDED)[4:]
        front = "".join(f"{name}: {NEEDED[name]}\n" for name in fields)
        rest = "".join(f"\n## {name}\n\n{NEEDED[name]}\n" for name in sections)
        return f"---\n{front}---\n\n## Study\n\n{example.text}{rest}"
    written = set(re.findall(r"^(\w+):", example.text, re.MULTILINE))
    if {"title", "date"} <= written:
        return example.text
    return example.text + "".join(
        f"{name}: {value}\n" for name, value in NEEDED.items() if name not in written
    )


def site_with(folder: Path, summaries: Iterable[Example]) -> Site:
    """Write a site that has the options, bibliography, pages and images of the example site."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    options = next(each["evidence"] for each in config["plugins"] if "evidence" in each)
    same = [
        ROOT / "docs/about.md",
        ROOT / "docs/help.md",
        ROOT / "docs/legal.md",
        *(ROOT / "docs").glob("summaries/*.svg"),
    ]
    files: dict[str, str | bytes | None] = {
        "docs/summaries/hands.yaml": None,
        "bibliography/all.bib": (ROOT / "bibliography/references.bib").read_bytes(),
        "bibliography/new.bib": ADDED,
    }
    files |= {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in same}
    files |= {f"docs/summaries/{example.file}": completed(example) for example in summaries}
    return Site.create(folder, files, evidence=options)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a build says of all mistakes that the guide shows."""
    return site_with(tmp_path_factory.mktemp("mistakes"), MISTAKES).run("--quiet").stderr


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.place)
def test_each_mistake_has_the_message_shown(mistake: Example, report: str) -> None:
    shown_as = MESSAGE.match(mistake.message)
    assert shown_as
    name = Path(shown_as[0].partition(":")[0]).name
    start = f"docs/summaries/{mistake.file}:"
    given = [part.strip("\n") for part in report.split("\n\n") if part.strip().startswith(start)]
    assert "\n\n".join(given).replace(mistake.file, name) == mistake.message.strip("\n")


@pytest.mark.parametrize("example", OPTIONS, ids=lambda example: example.place)
def test_each_example_of_options_is_right(example: Example) -> None:
    plugins = yaml.safe_load(example.text)["plugins"]
    (options,) = [plugin["evidence"] for plugin in plugins if "evidence" in plugin]
    Settings.model_validate(options)


def test_every_other_example_can_be_published_and_cites_as_shown(tmp_path: Path) -> None:
    table = citation_table()
    text = "".join(f"- {written}\n" for written in table)
    citations = Example("citations", "markdown", text, "")
    right = [example for example in SUMMARIES if not example.message]
    site = site_with(tmp_path, [citations, *right])
    outcome = site.run("--strict", "--quiet")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    items = site.page("summaries/citations/").xpath("//h2[@id='study']/following::ul[1]/li")
    assert [said(item) for item in items] == list(table.values())


def test_pages_are_shown_as_they_can_be_written(tmp_path: Path) -> None:
    drawing = (ROOT / "docs/assets/reading-chair.svg").read_bytes()
    pages = {f"docs/{page.place}.md": page.text for page in PAGES_SHOWN}
    site = site_with(tmp_path, [])
    site.write({"docs/assets/reading-chair.svg": drawing, **pages})
    outcome = site.run("--strict", "--quiet")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    (hero,) = site.page("look-0/").xpath("//div[@class='evidence-hero']")
    assert said(hero.find("h1")) == "What studies found, told in plain words"


def citation_table() -> dict[str, str]:
    """Return what the guide says of citations: what readers see, by what is written."""
    page = (ROOT / "docs/guide/writing.md").read_text("utf-8")
    rows: list[tuple[str, str]] = re.findall(r"^\| `(.*@.*)` \| (.*) \|$", page, re.MULTILINE)
    assert rows
    return dict(rows)
