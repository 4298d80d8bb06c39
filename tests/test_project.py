"""The whole flow for one site."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.project import Found, Project, is_summary
from mkdocs_evidence.reading import read_nodes, validate
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source
from tests.reading.site import Site, completed


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def configured(site: Site, text: str) -> Project:
    options = read_nodes(Source("mkdocs.yml", text))
    settings, problems = validate(Settings, options)
    assert problems == []
    assert settings
    return Project(settings, options, site.root, [], folder=site.root, with_drafts=True)


def test_what_is_right_becomes_a_post_and_what_is_wrong_a_problem(site: Site) -> None:
    site.write("right.yaml", completed("…"))
    site.write("wrong.yaml", completed("topics: [Slep]\n…"))
    site.write("broken.md", "---\n: [\n---\n")
    project = site.project()
    assert list(project.posts) == ["summaries/right.yaml"]
    assert sorted(project.files) == [
        "summaries/broken.md",
        "summaries/right.yaml",
        "summaries/wrong.yaml",
    ]
    assert {problem.location.path for problem in project.problems} == {
        "docs/summaries/broken.md",
        "docs/summaries/wrong.yaml",
    }


def test_a_warning_keeps_no_post_from_readers(site: Site) -> None:
    evidence = "{design: single-arm, comparison: {intervention: naps, comparator: no naps}}"
    site.write("odd.yaml", completed(f"evidence: {evidence}\n…"))
    project = site.project()
    assert [problem.rule for problem in project.problems] == ["comparison-without-others"]
    assert list(project.posts) == ["summaries/odd.yaml"]


def test_drafts_are_part_of_the_preview_only(site: Site) -> None:
    site.write("draft.yaml", "draft: true\n")
    assert list(site.project(with_drafts=True).posts) == ["summaries/draft.yaml"]
    assert site.project(with_drafts=False).posts == {}


def test_a_file_outside_the_site_is_shown_with_its_whole_path(site: Site, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    outside.write_text("colour: red\n")
    found = [Found(outside, "summaries/outside.yaml")]
    options = read_nodes(Source("mkdocs.yml", ""))
    project = Project(site.settings, options, site.root, found, folder=site.root, with_drafts=True)
    assert {problem.location.path for problem in project.problems} == {outside.as_posix()}


def test_the_bibliography_is_files_and_folders(site: Site) -> None:
    (site.root / "bibliography" / "more").mkdir()
    (site.root / "bibliography" / "more" / "a.bib").write_text("@book{a, title = {A}}")
    (site.root / "b.bib").write_text("@book{b, title = {B}}")
    project = configured(site, "bibliography: [bibliography, b.bib]")
    assert sorted(project.library.keys()) == ["a", "b", "coan2017", "richards2016"]
    assert project.bibliography_paths == [site.root / "bibliography", site.root / "b.bib"]


@pytest.mark.parametrize(
    ("text", "place"),
    [("bibliography: work.bib", "1:15"), ("bibliography:\n  - bibliography\n  - work.bib", "3:5")],
)
def test_a_bibliography_that_is_not_there(site: Site, text: str, place: str) -> None:
    (problem,) = configured(site, text).problems
    assert f"{problem.location}: {problem.message}" == (
        f"mkdocs.yml:{place}: There is no bibliography “work.bib”."
    )
    assert problem.advice == "You can write: bibliography, bibliography/works.bib."


def test_a_site_may_have_no_bibliography_yet(tmp_path: Path) -> None:
    options = read_nodes(Source("mkdocs.yml", ""))
    project = Project(Settings(), options, tmp_path, [], folder=tmp_path, with_drafts=True)
    assert project.problems == []


def test_problems_of_the_bibliography_are_told_too(site: Site) -> None:
    (site.root / "bibliography" / "twice.bib").write_text("@book{coan2017, title = {Again}}")
    (problem,) = site.project().problems
    assert problem.rule == "duplicate-key"


@pytest.mark.parametrize(
    "heading", ["What we did", "what we did, and why", "Methods", "The methods", "O que fizemos"]
)
def test_headings_may_be_the_sites_own(site: Site, heading: str) -> None:
    site.settings = Settings.model_validate(
        {
            "sections": [
                {"id": "methods", "heading": {"en": "What we did", "pt": "O que fizemos"}},
                {"id": "further_reading"},
            ]
        }
    )
    front = "---\ntitle: A\ndate: 2026-01-01\narticle: coan2017\n---\n"
    site.write("one.md", f"{front}## {heading}\nThis.\n## Further reading for you\nThat.\n")
    (post,) = site.project().posts.values()
    assert {name: part.heading for name, part in post.summary.sections.items()} == {
        "methods": heading,
        "further_reading": "Further reading for you",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.yaml", True), ("A.YML", True), ("a.md", True), ("a.svg", False), ("a.yaml~", False)],
)
def test_which_files_are_summaries(name: str, expected: bool) -> None:
    assert is_summary(name) == expected
