"""Markdown to plain text, and plain text to Markdown."""

from __future__ import annotations

import re
from html import unescape

from markdown import markdown

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&@#~^=|$:!]")
_CITATION = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

WORDS_PER_MINUTE = 200
"""An unhurried pace, for readers who may be tired or reading in a second language."""


def as_markdown(text: str) -> str:
    """Return plain text in such a form that Markdown shows it as it is."""
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", text)


def as_plain_text(text: str) -> str:
    """Return what a Markdown text says, without its citations, as one line."""
    html = markdown(without_footnotes(_CITATION.sub("", text)))
    return " ".join(unescape(_TAG.sub("", html)).split())


def without_footnotes(text: str) -> str:
    """Return a Markdown text without its references to footnotes."""
    return _FOOTNOTE.sub("", text)


def shortened(text: str, limit: int) -> str:
    """Return at most ``limit`` characters of a text, ending with a sentence or else a word."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    sentence = max(cut.rfind(". "), cut.rfind("? "), cut.rfind("! "))
    if sentence >= limit // 2:
        return cut[: sentence + 1]
    return cut[:-1].rpartition(" ")[0].rstrip(",;:–—") + "…"


def minutes_to_read(texts: list[str]) -> int:
    """Return how many minutes it takes to read the texts, at least one."""
    words = sum(len(_WORD.findall(text)) for text in texts)
    return max(1, round(words / WORDS_PER_MINUTE))
