"""Where an unknown key is cited, and what is said of it."""

import time

import pytest

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import find_key, unknown_key_problem, without_code
from mkdocs_evidence.sources import Source


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("So @key says.", 3),
        ("So [-@key].", 5),
        ("study: |\n  So [see @key, p. 3]", 19),
        ("`@key` and @key", 11),
        ("``a ` @key`` @key", 13),
        ("```\n@key\n```\n@key", 13),
        ("~~~~ yaml\n@key\n~~~\n@key\n~~~~\n@key", 29),
        (r"\@key @key", 6),
        ("me@key.org https://x/@key @keys @key", 32),
        ("@key2 @key.", 6),
        ("-@key", 1),
        ("see:@key", 4),
        ("@keys [p. 3; see @key]", 17),
        (r"\\ \@key \\@key", 11),
        ("``` x\n@key", 6),
        ("```\n@key\n~~~\n```\n~~~\n@key", 21),
    ],
)
def test_the_first_use_that_is_not_code(text: str, start: int) -> None:
    assert find_key(Source("a.md", text), "key") == (start, start + 4)


@pytest.mark.parametrize("before", ["", "[-", "[see ", "`@{a:b c}` \\@{a;b} "])
def test_a_key_in_braces(before: str) -> None:
    source = Source("a.md", f"{before}@{{a;b}}, p. 3]")
    assert find_key(source, "a;b") == (len(before), len(before) + 6)


@pytest.mark.parametrize("code", ["```x\n", "~~~\n```x\n", "`` ` ``` ", "`a", "``", "> ```\n"])
def test_no_text_takes_much_longer_than_others(code: str) -> None:
    text = code * (50_000 // len(code))
    begun = time.perf_counter()
    assert len(without_code(text)) == len(text)
    assert time.perf_counter() - begun < 5  # A tenth of a second, or minutes where it grows faster.


def test_a_key_that_is_not_there() -> None:
    assert find_key(Source("a.md", "`@key`"), "key") == (0, 0)


def test_the_problem_points_at_the_key_and_offers_the_nearest(library: Library) -> None:
    source = Source("a.md", "One.\n\nSo [@coan2016].\n")
    problem = unknown_key_problem(source, "coan2016", library)
    assert (problem.rule, str(problem.location)) == ("unknown-citation", "a.md:3:5")
    assert (problem.line, problem.width) == ("So [@coan2016].", 9)
    assert "“coan2016”" in problem.message
    assert problem.advice == "Did you mean “@coan2017”?"


def test_without_a_near_key_the_entry_must_be_added(library: Library) -> None:
    problem = unknown_key_problem(Source("a.md", "[@xyz]"), "xyz", library)
    assert problem.advice == "Add an entry with the key “xyz” to it."
