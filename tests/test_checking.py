"""What is found without MkDocs is what a build finds, for every mistake that is tried anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_evidence.checking import check_site
from mkdocs_evidence.problems import Problem, report
from mkdocs_evidence.rules import IDS, find_rule
from tests.cases.loader import Case, load_cases
from tests.conftest import MakeSite
from tests.hosts.site import BIBLIOGRAPHY, Files, Site, summary
from tests.hosts.test_problems import EVIDENCE, FILES, found
from tests.reading.site import BIBLIOGRAPHY as WORKS
from tests.reading.site import completed
from tests.rule_examples import problems_with

CASES = Path(__file__).parent / "cases"

OPTIONS: dict[str, object] = {
    "topics": ["Health", "Sleep"],
    "authors": {"ana": {"name": "Ana"}},
    "author": "ana",
}


def problems_of(site: Site) -> list[Problem]:
    return check_site(site.folder / "mkdocs.yml").problems


def summaries() -> Files:
    """Return each case of a summary as a file of its own."""
    files = {}
    for name in ("fields", "evidence", "syntax", "site", "markdown"):
        ending = "md" if name == "markdown" else "yaml"
        for number, case in enumerate(load_cases(f"problems/{name}.md")):
            text = completed(case.given, as_markdown=ending == "md")
            files[f"docs/summaries/{name}-{number}.{ending}"] = text
    return files


def pages() -> Files:
    """Return each case of a bibliography in a page as a page of its own."""
    cases = load_cases("citations/bibliographies.md")
    return {f"docs/page-{n}.md": f"# Page\n\n{case.given}\n" for n, case in enumerate(cases)}


def bibliographies() -> Files:
    """Return each case of a .bib file as a file of its own."""
    cases = load_cases("problems/bibliography.md")
    return {f"bibliography/case-{n}.bib": case.given for n, case in enumerate(cases)}


def test_all_cases_in_one_site_get_the_same_words_as_in_the_preview(
    make_site: MakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    files: Files = {
        **summaries(),
        **pages(),
        **bibliographies(),
        "docs/summaries/chair.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "bibliography/all.bib": WORKS + BIBLIOGRAPHY.replace("coan2017", "coan2018"),
    }
    site = make_site(files, evidence=OPTIONS)
    problems = problems_of(site)
    assert len(problems) > 200
    capsys.readouterr()
    site.build("serve")
    assert report(problems) in capsys.readouterr().err


@pytest.mark.parametrize("case", load_cases("problems/moving.md"), ids=lambda case: case.title)
def test_options_of_another_plugin_get_the_same_words(case: Case, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(case.given, encoding="utf-8")
    problems = check_site(tmp_path / "mkdocs.yml").problems
    assert "\n\n".join(map(str, problems)) == case.expected


COMPARED = {"comparison": {"intervention": "Naps", "comparator": "no naps"}}

SITES: dict[str, tuple[Files, dict[str, object], list[object] | None]] = {
    "everywhere": (FILES, EVIDENCE, None),
    "a bibliography that is not there": ({}, {"bibliography": "bibliografy"}, None),
    "a folder that is not there": ({}, {"summaries": "sumaries"}, None),
    "files that are no summaries": (
        {"docs/summaries/other.txt": "", "docs/summaries/a.bak": "", "docs/summaries/a.pdf": ""},
        {},
        None,
    ),
    "topics with one address": ({}, {"topics": ["Health", "health", "!!"]}, None),
    "no blog": ({}, {}, ["evidence"]),
    "a blog that is switched off": ({}, {}, [{"blog": {"enabled": False}}, "evidence"]),
    "a blog that looks elsewhere": ({}, {}, [{"blog": {"post_dir": "news"}}, "evidence"]),
    "a blog of another folder": (
        {},
        {},
        [{"material/blog": {"blog_dir": "b", "post_dir": "{blog}/p"}}, "evidence"],
    ),
    "wrong options": ({}, {"comments": {"provider": "fax"}, "style": "no-such-style"}, None),
    "studies of which something does not go together": (
        {
            "docs/summaries/odd.yaml": summary(
                study="As [@nobody1] says.", evidence={"design": "single-arm", **COMPARED}
            ),
            "docs/summaries/wrong.yaml": summary(
                evidence={"design": "cohort", "certainty": {"level": "low", "system": "GRADE"}}
            ),
        },
        {},
        None,
    ),
    "pages": (
        {
            "docs/about.md": "---\nnocite: '@nobody'\ncitation_style: apaa\n---\nA [@nobody2].\n",
            "docs/topics.md": "See <!-- evidence/topics --> and <!-- evidence/topcs -->\n",
            "docs/list.md": "Here <!-- evidence/bibliography {years: 2017} --> they are.\n",
            "docs/code.md": "```\n[@nobody2000]\n<!-- evidence/topcs -->\n```\n",
            "docs/summaries/a.yaml": summary(title="A", study="As @nobody1 says. [A](b.yaml)"),
        },
        {"notice": "As @nobody3 says, <!-- evidence/bibliography {tpic: Health} -->."},
        None,
    ),
}


@pytest.mark.parametrize("name", SITES)
def test_a_site_gets_the_same_problems_as_in_a_build(make_site: MakeSite, name: str) -> None:
    files, evidence, plugins = SITES[name]
    site = make_site(files, evidence=evidence, plugins=plugins)
    told = sorted(f"{p.location.path} {p.rule}" for p in set(problems_of(site)))
    assert told == found(site.run())


def test_what_is_odd_is_told_by_both_and_stops_no_build(
    make_site: MakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = summary(evidence={"design": "single-arm", **COMPARED})
    site = make_site({"docs/summaries/odd.yaml": odd}).build()
    assert report(problems_of(site)) in capsys.readouterr().err
    assert {problem.level for problem in problems_of(site)} == {"warning"}
    assert "summaries/odd/index.html" in site.files()


def files_of(case: Case) -> dict[str, bytes]:
    """Return the files of a case, each as it is saved."""
    files = {}
    for part in case.given.replace("∅", "\x07").split("== ")[1:]:
        head, _, text = part.partition("\n")
        name, _, encoding = head.partition(" ")
        files[name] = text.encode(encoding or "utf-8")
    return files


@pytest.mark.parametrize("case", load_cases("problems/whole-sites.md"), ids=lambda case: case.title)
def test_whole_sites(case: Case, tmp_path: Path) -> None:
    problems = problems_with(files_of(case), tmp_path)
    assert "\n\n".join(map(str, problems)).replace("␇", "∅") == case.expected


def test_each_kind_of_error_that_files_can_have_is_a_case() -> None:
    names = [f"problems/{path.name}" for path in (CASES / "problems").glob("*.md")]
    cases = [case for name in [*names, "citations/bibliographies.md"] for case in load_cases(name)]
    shown = {name for case in cases for name in re.findall(r"\[([\w-]+)\]$", case.expected, re.M)}
    errors = {name for name in IDS if find_rule(name).level == "error"}
    # Only a registry can tell of the one, and only a package that is broken of the other.
    assert errors - shown == {"unknown-doi", "broken-provider"}


def test_the_same_as_in_a_build_is_nothing_where_nothing_is_wrong(make_site: MakeSite) -> None:
    assert problems_of(make_site()) == []


def test_a_page_that_is_no_part_of_the_site_is_not_checked(make_site: MakeSite) -> None:
    site = make_site({"docs/notes/own.md": "See [@nobody2020].\n"}, exclude_docs="notes/\n")
    assert check_site(site.folder / "mkdocs.yml").problems == []
