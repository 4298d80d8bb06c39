"""Posts of many blogs, and what is recognised in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_evidence.importing.recognising import Recognised, recognise
from mkdocs_evidence.settings import Settings
from tests.cases.loader import Case, load_cases
from tests.importing.markdown_blocks import old_post

SITE = Settings.model_validate(
    {
        "language": "en-GB",
        "topics": ["Depression", "Couple therapy", "Solidão"],
        "authors": {"ana": {"name": "Ana Exemplo"}, "jan": {"name": "Jan van der Berg"}},
        "introduction": {
            "en": "In these posts I tell in plain words what a study found. If you see it "
            "differently, you are welcome to [leave a comment](#comment).",
        },
        "notice": {
            "en": "These posts are no substitute for psychotherapy or for medical advice.\n\n"
            "If you are in danger, please call **112**, the emergency services, at any time.",
        },
    }
)
FRAGMENTS = ("lines", "pictures", "articles", "standing")
POSTS = ("sections", "endings", "posts")
LACKING = ("No heading", "The post does not say which article")
"""How questions begin that every fragment of a post would raise."""


def cases(names: tuple[str, ...]) -> list[Case]:
    return [case for name in names for case in load_cases(f"importing/{name}.md")]


@pytest.mark.parametrize("case", cases(FRAGMENTS), ids=lambda case: case.title)
def test_fragment(case: Case) -> None:
    found = told(recognise(old_post(case.given), SITE))
    shown = [line for line in found if not line.removeprefix("? ").startswith(LACKING)]
    assert "\n".join(shown) == case.expected.strip()


@pytest.mark.parametrize("case", cases(POSTS), ids=lambda case: case.title)
def test_post(case: Case) -> None:
    assert "\n".join(told(recognise(old_post(case.given), SITE))) == case.expected.strip()


def told(found: Recognised) -> Iterator[str]:
    """Yield what was found, a line each, with a slash for an empty line."""
    details = found.details
    picture = f"{details.picture.name} ({details.picture.alt})" if details.picture else ""
    credit = found.credit
    lines = {
        "title": details.title,
        "authors": ", ".join(details.authors),
        "date": details.date,
        "updated": details.updated,
        "topics": ", ".join(details.topics),
        "tags": ", ".join(details.tags),
        "language": details.language,
        "picture": picture,
        "credit": " | ".join(part for part in (credit.credit, credit.url, credit.licence) if part),
        "discussed": found.discussed,
        "lead": found.lead,
    }
    yield from (f"{name}: {_shown(text)}" for name, text in lines.items() if text)
    parts = {**found.sections, **({"conclusion": found.conclusion} if found.conclusion else {})}
    for name, part in parts.items():
        heading = f" “{part.heading}”" if part.heading else ""
        yield f"{name}{heading}: {_shown(part.text)}"
    yield from (f"reference: {entry}" for entry in found.references)
    yield from (f"left out: {_shown(each.text)} [{each.reason}]" for each in found.left_out)
    yield from (f"? {question}" for question in found.questions)


def _shown(text: str) -> str:
    return text.replace("\n\n", " / ").replace("\n", " ⏎ ")
