"""What is read of a site's configuration file without the program that builds the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.configuration import (
    Configuration,
    find_configuration,
    options_written,
    read_configuration,
)


def read(folder: Path, text: str) -> Configuration:
    (folder / "docs").mkdir(exist_ok=True)
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


def test_the_nearest_file_around_a_folder_counts(tmp_path: Path) -> None:
    inner = tmp_path / "docs/summaries"
    inner.mkdir(parents=True)
    assert find_configuration(inner) is None
    (tmp_path / "mkdocs.yaml").touch()
    assert find_configuration(inner) == tmp_path / "mkdocs.yaml"
    (tmp_path / "mkdocs.yml").touch()
    assert find_configuration(inner) == tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    "plugins",
    [
        "[blog, evidence]",
        "[material/blog, evidence: {}]",
        "{blog: {}, evidence: {}}",
        "[blog: {enabled: true}, evidence: ]",
    ],
)
def test_plugins_can_be_written_in_many_forms(tmp_path: Path, plugins: str) -> None:
    site = read(tmp_path, f"plugins: {plugins}\n")
    assert (site.problems, site.posts, site.complete) == ([], "summaries", True)
    assert site.settings


@pytest.mark.parametrize(
    ("blog", "folder"),
    [
        ("post_dir: news", "news"),
        ("post_dir: '{blog}/news'", "news"),
        ("{blog_dir: texts, post_dir: '{blog}/news'}", "texts/news"),
        ("enabled: false", None),
        ("enabled: No", None),
    ],
)
def test_where_the_blog_looks_for_posts(tmp_path: Path, blog: str, folder: str | None) -> None:
    options = blog if blog.startswith("{") else f"{{{blog}}}"
    site = read(tmp_path, f"plugins:\n  - blog: {options}\n  - evidence\n")
    assert site.posts == folder


@pytest.mark.parametrize(
    "text",
    ["plugins: [blog, evidence, gen-files]\n", "plugins: [blog, evidence]\nhooks: [pages.py]\n"],
)
def test_other_plugins_and_hooks_may_add_pages(tmp_path: Path, text: str) -> None:
    assert not read(tmp_path, text).complete


def test_what_the_file_inherits_counts_where_it_says_nothing_itself(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "docs_dir: texts\ntheme: {language: pt}\nplugins:\n  - evidence:\n      styl: ieee\n"
    )
    site = read(tmp_path, "INHERIT: base.yml\ndocs_dir: docs\n")
    assert site.pages == tmp_path / "docs"
    assert [str(problem.location) for problem in site.problems] == ["base.yml:5:7"]


def test_groups_are_merged_with_those_that_a_file_inherits(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "plugins:\n  blog: {post_dir: news}\n  evidence: {style: ieee, language: pt}\n"
    )
    site = read(tmp_path, "INHERIT: base.yml\nplugins:\n  evidence: {language: nl}\n")
    assert site.problems == []
    assert site.settings
    assert (site.settings.style, site.settings.language, site.posts) == ("ieee", "nl", "news")
    assert options_written("blog", str(tmp_path / "mkdocs.yml")) == {"post_dir"}


def test_a_list_of_plugins_takes_the_place_of_an_inherited_one(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("plugins:\n  - evidence\n")
    problems = read(tmp_path, "INHERIT: base.yml\nplugins:\n  - search\n").problems
    assert [(problem.rule, str(problem.location)) for problem in problems] == [
        ("unknown-plugin", "mkdocs.yml:2:1")
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("!ENV STYLE", "ieee"),
        ("!ENV [MISSING, STYLE, apa]", "ieee"),
        ("!ENV [MISSING, chicago-author-date]", "chicago-author-date"),
    ],
)
def test_what_the_environment_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, meant: str
) -> None:
    monkeypatch.setenv("STYLE", "ieee")
    text = f"docs_dir: !ENV [MISSING, docs]\nplugins:\n  - evidence:\n      style: {written}\n"
    site = read(tmp_path, text)
    assert (site.problems, site.pages) == ([], tmp_path / "docs")
    assert site.settings
    assert site.settings.style == meant


def test_what_the_environment_does_not_set_is_not_set(tmp_path: Path) -> None:
    site = read(tmp_path, "plugins:\n  - evidence:\n      contact: !ENV MISSING\n")
    assert site.problems == []
    assert site.settings
    assert site.settings.contact is None


def test_a_file_that_inherits_from_itself_is_read_once(tmp_path: Path) -> None:
    assert [problem.rule for problem in read(tmp_path, "INHERIT: mkdocs.yml\n").problems] == [
        "unknown-plugin"
    ]


@pytest.mark.parametrize("name", ["drafts/a.md", "templates/a.md", ".hidden.md"])
def test_what_is_no_part_of_the_site_is_left_out(tmp_path: Path, name: str) -> None:
    site = read(tmp_path, "plugins: [evidence]\nexclude_docs: |\n  drafts/\n")
    assert site.excluded.match_file(name)
    assert not site.excluded.match_file("a.md")


def test_tags_and_anchors_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    text = "x: &x !ENV [A, b]\ny: *x\nplugins: [evidence]\n"
    assert read(tmp_path, text).problems == []


def test_the_language_is_that_of_the_theme_if_no_other_is_set(tmp_path: Path) -> None:
    site = read(tmp_path, "theme: {name: material, language: pt}\nplugins: [evidence]\n")
    assert site.settings
    assert site.settings.language == "pt"


@pytest.mark.parametrize("name", ["blog", "material/blog"])
def test_the_options_that_a_file_gives_the_blog(tmp_path: Path, name: str) -> None:
    read(tmp_path, f"plugins:\n  - {name}:\n      blog_dir: texts\n  - evidence\n")
    assert options_written("blog", str(tmp_path / "mkdocs.yml")) == {"blog_dir"}
