from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.importing.reading.html_blocks import blocks_of
from mkdocs_evidence.importing.reading.html_text import text_of
from mkdocs_evidence.importing.words import lost_passages, lost_words, plain_text

WORDS = st.lists(st.text("abcdeéß19", min_size=1, max_size=4), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It’s “good”", 'It\'s "good"'),
        ("The STUDY", "the study"),
        ("ﬁnd it", "find it"),
        ("well-being", "well‑being"),
        ("thera\xadpy", "therapy"),
        ("café", "cafe\u0301"),
        ("H2O and x²", "H<sub>2</sub>O and x²"),
        ("unbelievable", "un*believ*able"),
        ("a snake_case <b> R&D", r"a snake\_case &lt;b> R&amp;D"),
        ("said here1.", "said here[^1]."),
        ("see https://a.b/c-d.", "see <https://a.b/c-d>."),
        ("[x](y) z", r"\[x](y) z"),
        ("Mail thisBlog this", "[Mail this](/m)[Blog this](/b)"),
        ("a chair stands", "a![chair](lost.jpg)stands"),
        ("two chairs", '<img src="a.jpg" alt="two chairs">'),
        ("the study", "lead: |\n  the\n\n# study"),
        ("note: the study", "---\ntitle: The\n---\n\nnote: study\n"),
    ],
)
def test_what_is_written_in_another_way_is_not_lost(before: str, after: str) -> None:
    assert lost_words(before, after) == []


@pytest.mark.parametrize(
    "after",
    [
        "lead: a [link](https://example.org/sleep/study)",
        'lead: a [link](/sleep "sleep study")',
        "lead: as @sleep-study and [@sleep; @study2019] say",
        "see <https://example.org/sleep-study>",
        "study: |\n  the sheep",
        '<a href="sleep-study">x</a>',
    ],
)
def test_addresses_keys_and_names_of_fields_are_no_words(after: str) -> None:
    assert "study" in lost_words("sleep study", after)


def test_the_word_that_lost_its_neighbours_is_the_lost_one() -> None:
    before = "The cat sat on the mat. A dog came by and slept on the sofa. That is the end of it."
    after = "The cat sat on the mat. That is the end of it."
    assert lost_passages(before, after) == ["A dog came by and slept on the sofa"]


@given(WORDS, st.data())
def test_a_removed_word_is_always_noticed(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    removed = [*words[:place], *words[place + 1 :]]
    assert lost_words(" ".join(words), " ".join(removed))
    assert lost_words(" ".join(words), " ".join(reversed(words))) == []


@given(st.text(max_size=60))
def test_nothing_is_lost_of_a_text_that_stays(text: str) -> None:
    assert lost_words(plain_text(text), f"lead: |\n  > {text}") == []


@given(WORDS, st.sampled_from(["p", "h2", "li", "td", "blockquote", "em", "strong", "a"]))
def test_nothing_is_lost_on_the_way_from_html(words: list[str], name: str) -> None:
    html = "".join(f"<div><{name} href='/x'>{word}</{name}> {word}</div>" for word in words)
    markdown = "\n\n".join(block.markdown for block in blocks_of(html))
    assert lost_words(text_of(html), markdown) == []


@pytest.mark.parametrize(
    "text", ["[", "](", "<a ", "@a", "](a(b", "*", "\\", "&a", '](a "', "https://", "a b "]
)
def test_comparing_takes_time_in_proportion(text: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        lost_words(text * times, re.sub("a", "b", text) * times)
        return time.process_time() - start

    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)
