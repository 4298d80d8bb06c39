"""The library, the posts and the summaries that the benchmarks make up."""

from __future__ import annotations

from pathlib import Path

from benchmarks.blog import CITATIONS, make_post
from benchmarks.library import make_library
from benchmarks.summaries import TOPICS, make_summary
from mkdocs_evidence.bibliography import read_bibliography
from mkdocs_evidence.citations.syntax import read_citation
from mkdocs_evidence.sources import Source
from tests.reading.site import Site


def test_the_library_is_always_the_same_and_is_read_without_problems() -> None:
    text = make_library(200)
    assert text == make_library(200)
    entries, problems = read_bibliography(Source("library.bib", text))
    assert len(entries) == 200
    assert problems == []


def test_a_post_is_always_the_same_and_has_its_citations() -> None:
    keys = [f"entry{number}" for number in range(50)]
    text = make_post(7, keys)
    assert text == make_post(7, keys)
    assert text != make_post(8, keys)
    assert 250 < len(text.split()) < 350
    begins = [place for place, sign in enumerate(text) if sign == "[" or text[place - 1] in "\n"]
    cited = [read[0] for place in begins if (read := read_citation(text, place))]
    assert len(cited) == CITATIONS
    assert {cite.key for citation in cited for cite in citation.cites} <= set(keys)


def test_summaries_are_always_the_same_and_right(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.settings = site.settings.model_copy(update={"topics": dict.fromkeys(TOPICS, "")})
    for number in range(60):
        text = make_summary(number, "coan2017")
        assert text == make_summary(number, "coan2017")
        site.write(f"study-{number}.yaml", text)
    project = site.project()
    assert project.problems == []
    evidence = [post.summary.evidence for post in project.posts.values()]
    assert {len(each.outcomes) for each in evidence if each} == {0, 1, 2, 3}
