"""The comments for which nothing is put in, as an author hears of them."""

import pytest

from mkdocs_evidence.checks import check_comments
from mkdocs_evidence.sources import Source
from mkdocs_evidence.synthesis import PARTS


def told(text: str) -> list[tuple[str, int, int]]:
    """Return the problems of a page: rule, line and column."""
    return [
        (problem.rule, problem.location.line, problem.location.column)
        for problem in check_comments(Source("docs/page.md", text))
    ]


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize(
    "text",
    [
        "<!-- evidence/{} -->",
        "<!--evidence/{}-->",
        "Text\n\n<!-- evidence/{} -->\n\nText",
        "> <!-- evidence/{} -->",
        "<!--\n  evidence/{}\n-->",
        "- Text\n\n    <!-- evidence/{} -->",
        "```\nA <!-- evidence/{} {{}} --> in code\n```",
        "Write `<!-- evidence/{} all -->`",
    ],
)
def test_nothing_is_told_of_what_is_right(name: str, text: str) -> None:
    assert told(text.format(name)) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<!-- evidence/tabel -->", ("unknown-comment", 1, 15)),
        ("<!-- evidence/Table -->", ("unknown-comment", 1, 15)),
        ("<!-- evidence/tables -->", ("unknown-comment", 1, 15)),
        ("All:\n\n<!-- evidence/table {topic: Sleep} -->", ("comment-option", 3, 21)),
        ("<!-- evidence/table{topic: Sleep} -->", ("comment-option", 1, 20)),
        ("<!-- evidence/plot\n  {type: OR}\n-->", ("comment-option", 2, 3)),
        ("<!-- evidence/map all -->", ("comment-option", 1, 19)),
        ("All: <!-- evidence/table -->", ("misplaced-comment", 1, 20)),
        ("<!-- evidence/table --> All", ("misplaced-comment", 1, 15)),
        ("All: <!--\nevidence/table -->", ("misplaced-comment", 2, 10)),
    ],
)
def test_mistakes_are_told_at_their_place(text: str, problem: tuple[str, int, int]) -> None:
    assert told(text) == [problem]


def test_a_misspelt_name_gets_the_right_one() -> None:
    (problem,) = check_comments(Source("docs/page.md", "<!-- evidence/tabel -->"))
    assert problem.advice == "Did you mean “table”?"
