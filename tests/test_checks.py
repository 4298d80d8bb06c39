"""What a summary can get wrong about its site. The messages are in the case files."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.settings import Settings
from tests.hosts.site import DOT
from tests.reading.site import Site, completed


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def rules(site: Site, **kwargs: bool) -> list[tuple[str, str]]:
    problems = site.project(**kwargs).problems
    return sorted((Path(p.location.path).name, p.rule) for p in problems)


def test_two_posts_cannot_have_the_same_address(site: Site) -> None:
    site.write("one.yaml", completed("slug: steps\n…"))
    site.write("two.yaml", completed("lead: Hi.\nslug: steps\n…"))
    assert site.problems() == (
        "two.yaml:2:7: The post in one.yaml has the slug “steps” already. [duplicate-address]\n"
        "    slug: steps\n"
        "          ^^^^^\n"
        "    Give this one another: add or change the line “slug: …”."
    )


def test_two_files_cannot_have_the_same_name_but_for_its_ending(site: Site) -> None:
    site.write("steps.md", completed("---\ndraft: true\n---\n…", as_markdown=True))
    site.write("steps.yaml", completed("…"))
    assert rules(site) == [("steps.yaml", "duplicate-address")]


def test_two_posts_cannot_have_the_same_name_for_ever(site: Site) -> None:
    site.write("one.yaml", completed("id: first\n…"))
    site.write("two.yaml", completed("id: first\n…"))
    site.write("three.yaml", completed("id: one\n…"))
    assert rules(site) == [("two.yaml", "duplicate-id")]


def test_a_name_for_ever_may_be_the_address_of_the_same_post(site: Site) -> None:
    site.write("one.yaml", completed("id: one\n…"))
    assert rules(site) == []


def test_a_name_for_ever_cannot_be_that_of_a_post_that_is_named_later(site: Site) -> None:
    site.write("a.yaml", completed("id: z\n…"))
    site.write("z.yaml", completed("…"))
    assert rules(site) == [("a.yaml", "duplicate-id")]


ISSO = {"provider": "isso", "server": "https://c.example.org", "address": "ana@example.org"}


def test_comments_that_hang_on_the_name_of_a_file_are_told(site: Site) -> None:
    site.settings = Settings.model_validate({"comments": ISSO})
    site.write("one.yaml", completed("slug: first\n…"))
    site.write("two.yaml", completed("id: second\n…"))
    site.write("three.yaml", completed("comments: false\n…"))
    site.write("four.yaml", completed("draft: true\n…"))
    (problem,) = site.project().problems
    assert (problem.level, problem.rule) == ("warning", "thread-without-id")
    assert Path(problem.location.path).name == "one.yaml"
    assert "id: first" in problem.advice


def test_without_comments_that_are_kept_no_id_is_needed(site: Site) -> None:
    email = {"provider": "email", "address": "ana@example.org"}
    site.settings = Settings.model_validate({"comments": email})
    site.write("one.yaml", completed("…"))
    assert rules(site) == []


def test_a_site_without_topics_and_authors_takes_all(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.settings = Settings()
    site.write("one.yaml", completed("topics: [Gardening]\nauthors: [Eva]\n…"))
    assert rules(site) == []


@pytest.mark.parametrize("name", ["../pictures/chair.svg", "pictures/chair.svg"])
def test_an_image_may_be_in_another_folder(site: Site, name: str) -> None:
    image = site.folder / name
    image.parent.mkdir()
    image.write_bytes(DOT)
    site.write("one.yaml", completed(f"image: {{file: {name}, alt: A chair.}}\n…"))
    assert [rule for _, rule in rules(site)] == []


@pytest.mark.parametrize("name", ["none/chair.svg", "../../../chair.svg", "..", ".", "a\\b.svg"])
def test_an_image_that_is_not_there(site: Site, name: str) -> None:
    site.write("one.yaml", completed(f"image: {{file: '{name}', alt: A chair.}}\n…"))
    assert rules(site) == [("one.yaml", "missing-image")]


def test_a_draft_that_is_not_part_of_the_site_has_no_problems(site: Site) -> None:
    site.write("one.yaml", "draft: true\ntopics: [Slep]\ncolour: red\ndate: tomorrow\n")
    site.write("two.md", "---\ndraft: yes\n---\n## Nothing known\n")
    assert rules(site, with_drafts=False) == []
    assert [rule for _, rule in rules(site)] == [
        "unknown-field",
        "unknown-topic",
        "wrong-type",
        "unknown-section",
    ]


def test_a_draft_that_is_not_part_of_the_site_takes_no_address(site: Site) -> None:
    site.write("one.yaml", completed("draft: true\nslug: steps\n…"))
    site.write("two.yaml", completed("slug: steps\n…"))
    assert rules(site, with_drafts=False) == []
