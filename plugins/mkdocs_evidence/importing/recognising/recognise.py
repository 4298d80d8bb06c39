"""The fields of a summary, found in a post that knows nothing of them."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_evidence.importing.post import OldPost
from mkdocs_evidence.settings import Settings

from .headings import find_headings
from .order import settle
from .result import Credit, Part, Recognised
from .sections import divide, with_low_headings
from .taking import joined
from .title import take_title

__all__ = ["Credit", "Part", "Recognised", "recognise"]


def recognise(post: OldPost, settings: Settings) -> Recognised:
    """Find the fields of a summary in a post.

    Args:
        post: The post.
        settings: What the site sets: its sections, authors, topics and language.
    """
    titled = take_title(post.blocks, post.details.title, lambda _: False, settings)
    headings = settle(find_headings(titled.rest, settings), settings)
    divided = divide(titled.rest, headings.headings, settings)
    return Recognised(
        details=replace(post.details, title=titled.title),
        lead=joined(with_low_headings(divided.lead)),
        sections={name: piece.part() for name, piece in divided.sections.items()},
        conclusion=divided.conclusion.part() if divided.conclusion else None,
        references=[block.markdown for block in divided.rest if block.kind != "rule"],
        left_out=[*post.left_out, *divided.left_out],
        questions=[*titled.questions, *headings.questions, *divided.questions],
    )
