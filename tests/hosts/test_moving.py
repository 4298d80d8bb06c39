"""The way over from mkdocs-bibtex: its options, its commands in the text, its own example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from mkdocs_evidence.configuration import read_options
from tests.cases.loader import Case, load_cases
from tests.hosts.site import BIBLIOGRAPHY, Files, Site, as_yaml, one, said

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

WRITABLE = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
"""The signs that can stand in a line of a file."""


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


@given(st.text(WRITABLE, min_size=1).filter(lambda name: "://" not in name))
def test_the_line_to_write_is_yaml_with_the_same_value(name: str) -> None:
    _, _, problems = read_options({"bib_file": name}, None)
    line = problems[0].advice.removeprefix("Write: ")
    assert yaml.safe_load(line) == {"bibliography": name}
    assert yaml.safe_load(f"{{{line}}}") == {"bibliography": name}


def test_the_guide_tells_the_same_of_each_option() -> None:
    page = (Path(__file__).parents[2] / "docs/guide/from-mkdocs-bibtex.md").read_text("utf-8")
    rows: list[tuple[str, str]] = re.findall(r"^\| `(\w+: .*?)` \| (.*) \|$", page, re.MULTILINE)
    assert {line.partition(":")[0] for line, _ in rows} == set(OPTIONS)
    for line, instead in rows:
        _, _, problems = read_options(yaml.safe_load(line), None)
        advice = "Remove it: "
        if instead.startswith("`"):
            advice = f"Write: {instead.strip('`')}"
        assert problems[0].advice.startswith(advice)


def citing_site(folder: Path, files: Files, *plugins: object) -> Site:
    """Write a site that has a .bib file and nothing else of this plugin's."""
    config = {
        "site_name": "Toy",
        "theme": {"name": "material", "font": False},
        "plugins": [*plugins, {"evidence": {"bibliography": "refs.bib"}}],
    }
    site = Site(folder)
    site.write({"mkdocs.yml": as_yaml(config), "refs.bib": BIBLIOGRAPHY, **files})
    return site


def reference_ids(page: html.HtmlElement) -> list[str]:
    """Return the ids of the references on a page, in their order."""
    return [str(each) for each in page.xpath("//article//li[starts-with(@id, 'ref-')]/@id")]


@pytest.mark.parametrize("before", ["As [@coan2017] says.\n\n", "As [@coan2017] says.\n"])
@pytest.mark.parametrize("command", ["\\bibliography", "  \\bibliography  "])
def test_a_line_with_the_command_is_the_place_of_the_references(
    tmp_path: Path, before: str, command: str
) -> None:
    text = f"# Home\n\n{before}{command}\n\nAn end.\n"
    page = citing_site(tmp_path, {"docs/index.md": text}).build().page("")
    assert said(one(page, "//ul[@class='references']/following-sibling::p")) == "An end."
    assert reference_ids(page) == ["ref-coan2017"]
    assert not page.xpath("//h2[.='References']")
    assert "bibliography" not in said(one(page, "//article"))


COMMANDS_AS_TEXT = {
    "a code fence": "```\n\\bibliography\n\\full_bibliography\n```",
    "an indented code block": "    \\bibliography\n    \\full_bibliography",
    "a code span": "Write `\\bibliography` or `\\full_bibliography`.",
    "a sentence": "Write \\bibliography or \\full_bibliography.",
    "a comment": "<!-- \\bibliography, \\full_bibliography -->",
}


@pytest.mark.parametrize("text", COMMANDS_AS_TEXT.values(), ids=COMMANDS_AS_TEXT.keys())
def test_elsewhere_a_command_stays_what_it_is(tmp_path: Path, text: str) -> None:
    home = f"# Home\n\nAs [@coan2017] says.\n\n{text}\n\nAn end.\n"
    page = citing_site(tmp_path, {"docs/index.md": home}).build().page("")
    written = one(page, "//article").text_content() + "".join(map(str, page.xpath("//comment()")))
    assert {"\\bibliography", "\\full_bibliography"} <= set(re.findall(r"\\\w+", written))
    assert one(page, "//h2[.='References']").getprevious().text_content().strip() == "An end."
    assert reference_ids(page) == ["ref-coan2017"]


# The example site that the documentation of mkdocs-bibtex describes, in words of our own: a page
# with each kind of citation, among them one of an unknown key, and a page with the whole
# bibliography. Its .bib file has an entry of each sort, a key with an underscore among them.
EXAMPLE: Files = {
    "docs/index.md": """\
# How a harbour page cites

## Citation

Sailors sleep by the tide [@moor2019].

## Non existing citation

This key is in no file [@nowhere2020].

## Citation with affix

They sleep [@moor2019, see pp. 100].

## Citation with multiple affixes

They wake [see @moor2019, pp. 100, 200].

## Bibliography

\\bibliography
""",
    "docs/full_bib.md": "# All that was read\n\n\\full_bibliography\n",
    "refs.bib": """\
@article{moor2019,
  title={Tides and Sleep},
  author={Moor, Ada and Quay, Ben},
  journal={Journal of Harbours},
  volume={1},
  year={2019},
  publisher={Shore_Press}
}
@article{moor2020, title={{Tides at Night (TN)}}, author={Moor, Ada}, journal={Harbours}, year=2020}
@article{DeRoo2016,
  title = {Lanterns and Moths}, author = {De Roo, Ida and Van Zand, Bo}, year = {2016},
  volume = {15}, pages = {1--7}, doi = {10.5555/harbour.7}, journal = {Annals of Light}
}
@book{piers_again, title={Piers}, author={Quay, Ben}, year=2021, url={\\url{https://example.org/p}}}
""",
}
SETUP = """\
site_name: Harbour pages
theme: {name: material, font: false}
plugins:
  - search
  - bibtex:
      bib_file: "refs.bib"
      csl_file: nature.csl
markdown_extensions:
  - footnotes
"""
UNKNOWN = "docs/index.md:9:25: There is no entry “nowhere2020” in the bibliography."


def write_example(folder: Path, config: str) -> Site:
    site = Site(folder)
    site.write({"mkdocs.yml": config, **EXAMPLE})
    return site


def as_told(config: str, printed: str) -> str:
    """Return a configuration with each line changed as the problems say that were printed."""
    lines = config.splitlines()
    told = re.compile(r"^mkdocs\.yml:(\d+):(\d+): .*\n.*\n.*\n    Write: ([^\n(]*)", re.MULTILINE)
    changes = told.findall(printed)
    assert changes
    for number, column, line in changes:
        lines[int(number) - 1] = " " * (int(column) - 1) + line.strip()
    return "\n".join(lines)


def test_its_own_example_moves_over_by_what_the_builds_say(tmp_path: Path) -> None:
    moving = SETUP.replace("- bibtex:", "- evidence:")
    first = write_example(tmp_path, moving).run("--strict", "--quiet")
    assert first.returncode == 1
    assert first.stderr.count("[moved-option]") == 2

    moved = as_told(moving, first.stderr)
    assert yaml.safe_load(moved)["plugins"][1] == {
        "evidence": {"bibliography": "refs.bib", "style": "nature"}
    }
    site = write_example(tmp_path, moved)
    second = site.run("--strict", "--quiet")
    assert second.returncode == 1
    assert UNKNOWN in second.stderr
    assert "1 problem found." in second.stderr

    site.write({"docs/index.md": str(EXAMPLE["docs/index.md"]).replace("@nowhere2020", "?")})
    third = site.run("--strict", "--quiet")
    assert (third.returncode, third.stderr) == (0, "")
    page = site.page("")
    cited = [said(each) for each in page.xpath("//*[@class='citation']")]
    assert cited == ["1", "1, see pp. 100", "see 1"]
    assert said(one(page, "//ul[@class='references']")).startswith("1.Moor, A. & Quay, B. Tides")


def test_its_own_example_in_apa_style(tmp_path: Path) -> None:
    theme = "theme: {name: material, font: false}"
    plugins = "plugins: [search, evidence: {bibliography: refs.bib}]"
    site = write_example(tmp_path, f"site_name: H\n{theme}\n{plugins}\n")
    assert UNKNOWN in site.run("--strict", "--quiet").stderr
    site.write({"docs/index.md": str(EXAMPLE["docs/index.md"]).replace("@nowhere2020", "?")})
    outcome = site.run("--strict", "--quiet")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    page = site.page("")
    assert [said(each) for each in page.xpath("//article/p[.//*[@class='citation']]")] == [
        "Sailors sleep by the tide (Moor & Quay, 2019).",
        "They sleep (Moor & Quay, 2019, see pp. 100).",
        "They wake (see Moor & Quay, 2019, pp. 100, 200).",
    ]
    assert reference_ids(page) == ["ref-moor2019"]
    assert not page.xpath("//h2[.='References']")
    assert reference_ids(site.page("full_bib/")) == [
        "ref-DeRoo2016",
        "ref-moor2020",
        "ref-moor2019",
        "ref-piers_again",
    ]


def test_a_site_needs_neither_another_plugin_nor_another_theme(tmp_path: Path) -> None:
    site = write_example(tmp_path, "site_name: H\nplugins: [evidence: {bibliography: refs.bib}]\n")
    site.write({"docs/index.md": str(EXAMPLE["docs/index.md"]).replace("@nowhere2020", "?")})
    outcome = site.run("--strict", "--quiet")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert said(one(site.page(""), "//ul[@class='references']")).startswith("Moor, A.")


def test_the_posts_of_a_blog_can_have_the_command(tmp_path: Path) -> None:
    post = (
        "---\ndate: 2026-03-02\n---\n\n# A post\n\nHands help [@coan2017].\n\n<!-- more -->\n\n"
        "So @bowlby1969 says.\n\n## Read\n\n\\bibliography\n\n## Thanks\n\nTo all.\n"
    )
    files: Files = {"docs/index.md": "# Blog\n", "docs/posts/one.md": post}
    site = citing_site(tmp_path, files, {"blog": {"blog_dir": "."}}).build()
    page = site.page("2026/03/02/a-post/")
    assert one(page, "//ul[@class='references']").getprevious().get("id") == "read"
    assert reference_ids(page) == ["ref-bowlby1969", "ref-coan2017"]
    listing = one(site.page(""), "//article[contains(@class, 'md-post')]")
    assert "Hands help (Coan & Beckes, 2017)." in said(listing)
    assert not listing.xpath(".//li[starts-with(@id, 'ref-')]")


ODD_KEYS = """
@book{moor.2001, author={Moor, Ada}, title={Tides}, year=2001}
@book{moor/2002, author={Moor, Ada}, title={Piers}, year=2002}
"""
# What mkdocs-bibtex reads in another way, or changes where it should not.
DIFFERENT = {
    "So @coan2017 says.": "So Coan and Beckes (2017) says.",
    "So @coan2017 [p. 3] says.": "So Coan and Beckes (2017, p. 3) says.",
    "They [@coan2017; @bowlby1969] say.": "They (Bowlby, 1969; Coan & Beckes, 2017) say.",
    "In 2017 [-@coan2017].": "In 2017 (2017).",
    "A dot [@moor.2001] and a slash [@moor/2002].": "A dot (Moor, 2001) and a slash (Moor, 2002).",
    "Code `[@coan2017]` stays.": "Code [@coan2017] stays.",
    "Mail [ana@example.org] stays.": "Mail [ana@example.org] stays.",
    "An \\@coan2017 stays.": "An @coan2017 stays.",
}


@pytest.mark.parametrize(("written", "read"), DIFFERENT.items())
def test_citations_that_mkdocs_bibtex_reads_otherwise(
    tmp_path: Path, written: str, read: str
) -> None:
    files = {"refs.bib": BIBLIOGRAPHY + ODD_KEYS, "docs/index.md": f"# Home\n\n{written}\n"}
    page = citing_site(tmp_path, files).build().page("")
    assert said(one(page, "//article/h1/following-sibling::p[1]")) == read
