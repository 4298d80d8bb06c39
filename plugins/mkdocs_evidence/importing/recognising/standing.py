"""Texts that stand in every post of a blog and belong to none: they are left out.

One that says more than the like of “Please leave a comment” is left where it is, since a post may
speak of comments too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from mkdocs_evidence.importing.post import Block, LeftOut
from mkdocs_evidence.posts.text import as_plain_text
from mkdocs_evidence.settings import Settings

from .headings import PLAIN, find_headings
from .phrasebook import begins, folded, found, is_whole
from .taking import Blocks, Taken, without, word_count

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)*_]*\s+|\n+")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)\s*(?:19|20)\d\d)", re.IGNORECASE)
_ITALIC = re.compile(r"\s*(?:\*(?!\*).*\*|_(?!_).*_)\s*", re.DOTALL)
_MOST_WORDS = 80
_MOST_WORDS_OF_LINE = 40
_MOST_WORDS_BELOW_HEADING = 150
_AT_END = 4
_CLEAR_SHARE = 0.45
_SHARE = 0.75
_FEWEST_WORDS = 6
_ALIKE = 80
_THE_SAME = 95

_INVITATION = "a standing invitation to comment"
_HEADINGS = {
    "heading_share": "an invitation to share the post or to subscribe",
    "heading_related": "links to other posts",
    "heading_about_author": "a note about the author",
}


def take_standing(
    blocks: Blocks, opening: int, authors: Sequence[str], settings: Settings
) -> Taken:
    """Take out of a post what stands in every post of its blog.

    Args:
        blocks: The post, without its title.
        opening: How many blocks stand before the first section.
        authors: Who wrote the post.
        settings: What the site sets: its introduction and its notice.
    """
    own = _own_texts(settings)
    headings = {
        each.place for each in find_headings(blocks, settings) if each.name or each.level < PLAIN
    }
    reasons: dict[int, str] = {}
    for place, block in enumerate(blocks):
        is_last = place >= len(blocks) - _AT_END
        at_edge = (place < opening or is_last) and place - 1 not in headings
        if reason := _reason(block, at_edge, own):
            reasons[place] = reason
        elif is_last and at_edge and _is_about_author(block, authors):
            reasons[place] = _HEADINGS["heading_about_author"]
    for places, reason in _below_headings(blocks, reasons, settings):
        reasons |= dict.fromkeys(places, reason)
    left_out = [
        LeftOut(blocks[place].markdown, reasons[place])
        for place in sorted(reasons)
        if blocks[place].kind != "rule"
    ]
    return Taken(without(blocks, list(reasons)), left_out)


@dataclass(frozen=True)
class _OwnText:
    text: str
    reason: str


def _own_texts(settings: Settings) -> list[_OwnText]:
    """Return the site's standing texts in all languages, whole and by their paragraphs."""
    texts = []
    for translated, reason in (
        (settings.introduction, "the standing introduction of the site, which stands by itself"),
        (settings.notice, "the standing notice of the site, which stands by itself"),
    ):
        for text in translated.values():
            paragraphs = {text, *re.split(r"\n\s*\n", text)}
            texts += [_OwnText(_plain(as_plain_text(each)), reason) for each in paragraphs]
    return texts


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))


def _reason(block: Block, at_edge: bool, own: Sequence[_OwnText]) -> str:
    """Return why a block is left out; empty where it is not."""
    text = block.text.strip()
    if block.kind not in ("paragraph", "quote", "list") or not text:
        return ""
    plain = _plain(text)
    if same := next((each for each in own if _is_like(plain, each.text)), None):
        return same.reason
    if _is_copyright(text):
        return "a copyright line"
    if at_edge and word_count(text) <= _MOST_WORDS_OF_LINE:
        if begins("newsletter", text) or (found("newsletter", text) and found("inviting", text)):
            return "an invitation to subscribe"
        if begins("share", text):
            return "an invitation to share the post"
    return _INVITATION if _invites(block, at_edge) else ""


def _is_like(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    is_long = min(len(one.split()), len(other.split())) > _FEWEST_WORDS
    return fuzz.ratio(one, other) >= (_ALIKE if is_long else _THE_SAME)


def _is_copyright(text: str) -> bool:
    words = word_count(text)
    return (bool(_COPYRIGHT.match(text) or begins("copyright", text)) and words <= _MOST_WORDS) or (
        words <= _MOST_WORDS_OF_LINE and "©" in text and bool(found("copyright", text))
    )


def _is_about_author(block: Block, authors: Sequence[str]) -> bool:
    """Say whether a last paragraph tells who the author is: “Ana Exemplo is a psychologist …”."""
    text = folded(block.text.strip())
    return (
        block.kind == "paragraph"
        and word_count(text) <= _MOST_WORDS
        and any(text.startswith(f"{folded(name)} ") for name in authors)
        and bool(found("roles", text))
    )


def _invites(block: Block, at_edge: bool) -> bool:
    """Say whether a paragraph as a whole, or nearly so, asks the reader to comment."""
    text = block.text.strip()
    if word_count(text) > _MOST_WORDS:
        return False
    sentences = [each for each in _SENTENCE_END.split(text) if each.strip()]
    clear, all_in_all = (
        sum(word_count(each) for each in sentences if asks(each)) / word_count(text)
        for asks in (_clearly_asks, _asks)
    )
    if at_edge or _ITALIC.fullmatch(block.markdown):
        return clear >= _CLEAR_SHARE or all_in_all >= _SHARE
    return all_in_all >= 1


def _clearly_asks(sentence: str) -> bool:
    return bool(found("invitation", sentence) or is_whole("asking", sentence))


def _asks(sentence: str) -> bool:
    return bool(
        _clearly_asks(sentence)
        or begins("bare_invitation", sentence)
        or (found("bare_invitation", sentence) and found("inviting", sentence))
    )


def _below_headings(
    blocks: Blocks, reasons: dict[int, str], settings: Settings
) -> Iterator[tuple[Sequence[int], str]]:
    """Yield the places below headings that stand in every post, with these, and why."""
    headings = find_headings(blocks, settings)
    ends = [*(each.place for each in headings[1:]), len(blocks)]
    for heading, end in zip(headings, ends, strict=False):
        if heading.name:
            continue
        below = range(heading.place + 1, end)
        words = sum(word_count(blocks[place].text) for place in below)
        for name, reason in _HEADINGS.items():
            if is_whole(name, heading.text) and words <= _MOST_WORDS_BELOW_HEADING:
                yield range(heading.place, end), reason
        texts = [place for place in below if blocks[place].text.strip()]
        if is_whole("heading_comment", heading.text) and all(place in reasons for place in texts):
            yield range(heading.place, end), _INVITATION
