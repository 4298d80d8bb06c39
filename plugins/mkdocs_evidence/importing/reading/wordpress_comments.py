"""What readers wrote below the posts of a WordPress blog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any

from mkdocs_evidence.comment_server import Comment, Reply

from .html_blocks import blocks_of
from .wordpress_export import Remark
from .wordpress_paragraphs import with_paragraphs

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def comments_of(remarks: Sequence[Remark]) -> tuple[Comment, ...]:
    """Return the comments of readers that were approved, in the order in which they were written.

    All that answers a comment, or an answer to it, stands below it; an answer to a comment that is
    not shown stands for itself.
    """
    shown = {
        remark.number: remark
        for remark in sorted(remarks, key=lambda each: (_time(each), each.number))
        if remark.is_by_a_reader and remark.is_shown and remark.number
    }
    replies: dict[int, list[Reply]] = {number: [] for number in shown}
    for number, remark in shown.items():
        if (first := _first(number, shown)) != number:
            replies[first].append(Reply(**_fields(remark)))
    return tuple(
        Comment(**_fields(remark), replies=tuple(replies[number]))
        for number, remark in shown.items()
        if _first(number, shown) == number
    )


def remarks_left_out(remarks: Iterable[Remark]) -> str:
    """Return what there is to say of the remarks that are left out; empty where there are none."""
    others = [each for each in remarks if not (each.is_by_a_reader and each.is_shown)]
    mentions = sum(not each.is_by_a_reader for each in others)
    comments = len(others) - mentions
    told = []
    if comments:
        told.append("1 comment that was" if comments == 1 else f"{comments} comments that were")
        told[0] += " not approved"
    if mentions:
        told.append("1 mention" if mentions == 1 else f"{mentions} mentions")
        told[-1] += " of the blog on other sites"
    return f"Left out: {' and '.join(told)}." if told else ""


def _first(number: int, shown: Mapping[int, Remark]) -> int:
    """Return the comment that begins the conversation to which one belongs.

    An answer has a greater number than what it answers, so that no two can answer each other.
    """
    while (parent := shown[number].parent) in shown and parent < number:
        number = parent
    return number


def _fields(remark: Remark) -> dict[str, Any]:
    website = remark.fields.get("author_url", "")
    return {
        "id": remark.number,
        "state": "shown",
        "written": _time(remark),
        "name": " ".join(unescape(remark.fields.get("author", "")).split()),
        "email": remark.fields.get("author_email", ""),
        "website": website if website.startswith(("https://", "http://")) else "",
        "text": _markdown(remark.fields.get("content", "")),
    }


def _markdown(html: str) -> str:
    return "\n\n".join(
        f"{'#' * block.level} {block.markdown}" if block.level else block.markdown
        for block in blocks_of(with_paragraphs(html))
    )


def _time(remark: Remark) -> datetime:
    """Return when a comment was written; WordPress knows it in the time of Greenwich, too."""
    for name in ("date_gmt", "date"):
        try:
            return datetime.fromisoformat(remark.fields.get(name, "")).replace(tzinfo=UTC)
        except ValueError:
            continue
    return _NEVER
