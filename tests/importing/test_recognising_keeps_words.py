"""No word of a post is lost or doubled, whatever it is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.importing.post import OldPost
from mkdocs_evidence.importing.recognising import Recognised, recognise
from mkdocs_evidence.settings import Settings
from tests.importing.markdown_blocks import block

SITE = Settings.model_validate(
    {
        "topics": ["Depression"],
        "authors": {"ana": {"name": "Ana Exemplo"}},
        "notice": "These posts are no substitute for psychotherapy or for medical advice.",
    }
)
PIECES = [
    "# A hand to hold",
    "## The study",
    "## Method",
    "### Results",
    "## Hold on",
    "# Introduction",
    "## What this means",
    "## Limitations",
    "## Conclusion",
    "## References",
    "## What do you think?",
    "## About the author",
    "**Findings**",
    "**Any bold line:**",
    "Limitations",
    "A line",
    "---",
    "By Ana Exemplo, 3 March 2019",
    "Bo Lee",
    "— Bo Lee",
    "03/04/2019",
    "Topics: Depression, Sleep",
    "Depression",
    "#touch #pain",
    "7 min read",
    "Photo: Bo Lee, CC BY 4.0",
    "© 2019 Bo Lee. All rights reserved.",
    "![Two hands](hands.jpg)",
    "![Two hands](hands.jpg)\nPhoto: Bo Lee",
    "Discussion of: Fox, B. (2018). Hands. https://doi.org/10.5555/hands",
    "The article discussed:",
    "Fox, B. (2018). Hands. *Journal of Hands*, 1, 2–3.",
    "- Fox, B. (2018). Hands.\n- Day, A. (2019). Feet.",
    "- one\n- two",
    "Please leave a comment below.",
    "Subscribe to my newsletter.",
    "These posts are no substitute for psychotherapy, nor for medical advice.",
    "In short, hands help.",
    "A paragraph of some length, with a **bold** word and [a link](https://example.org).",
    "A paragraph with a note.[^1]",
    "[^1]: A note.",
    "[^2]: Another note.\n[^3]: A third.",
    "> A quotation",
]
pieces = st.sampled_from(PIECES) | st.text("abc .,;:!?#()—©", min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


@given(st.lists(pieces, max_size=14))
def test_every_word_has_one_place(texts: list[str]) -> None:
    blocks = [block(text) for text in texts]
    found = recognise(OldPost("post", blocks, "\n\n".join(texts)), SITE)
    assert words(*(each.markdown for each in blocks)) == words(*places(found))


def places(found: Recognised) -> Iterator[str]:
    """Yield every text in which a word of the post can stand; what was read in one is no place."""
    yield from (found.details.title, found.discussed, found.lead)
    for part in (*found.sections.values(), found.conclusion):
        yield from (part.heading, part.text) if part else ()
    yield from found.references
    yield from (each.text for each in found.left_out)
    if found.picture:
        yield f"{found.picture.alt} {found.picture.name}"


def words(*texts: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", " ".join(texts)))
