"""Markdown to plain text, and plain text to Markdown."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from markdown import markdown

from mkdocs_evidence.citations import find_citations, without_code

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&@#~^=|$:!]")
_SENTENCE_END = re.compile(r"[.!?]")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
_FOOTNOTE_TEXT = re.compile(r"^\[\^[^\]]+\]:.*(?:\n(?:[ \t]*\n)*(?:[ ]{4}|\t).*)*", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]")
_FIRST_ITEM = re.compile(r"(?:[-*+]|1\.)[ \t]+\S")
_TAG = re.compile(r"<[^>]*>")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

WORDS_PER_MINUTE = 200
"""An unhurried pace, for readers who may be tired or reading in a second language."""


def as_markdown(text: str) -> str:
    """Return plain text in such a form that Markdown shows it as it is."""
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", text)


def as_cited_markdown(text: str) -> str:
    """Return plain text in which works are cited in the same form; only its citations have one."""
    parts, after = [], 0
    for _, start, end in find_citations(text):
        parts += [as_markdown(text[after:start]), text[start:end]]
        after = end
    return "".join([*parts, as_markdown(text[after:])])


def as_plain_text(text: str) -> str:
    """Return what a Markdown text says, without its citations, as one line.

    A sentence that a citation is part of, as in ``@coan2017 asked``, is left out as a whole.
    """
    html = markdown(_without_citations(without_footnotes(text)))
    return " ".join(unescape(_TAG.sub("", html)).split())


def _without_citations(text: str) -> str:
    """Return Markdown without its citations, and without the sentences that they are part of."""
    parts, after = [], 0
    for citation, start, end in find_citations(without_code(text)):
        if citation.narrative:
            start = max(text.rfind(sign, 0, start) for sign in ".!?\n") + 1
            sentence_end = _SENTENCE_END.search(text, end)
            end = sentence_end.end() if sentence_end else len(text)
        parts.append(text[after:start].rstrip(" \t\n"))
        after = max(after, end)
    return "".join([*parts, text[after:]])


def with_blocks_apart(text: str) -> str:
    """Return Markdown with an empty line before each list and table that stands right under text.

    CommonMark takes these for what they look like; Python-Markdown would run them into the text.
    """
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        above = lines[-1] if lines else ""
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and _begins_block(line, above):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def _begins_block(line: str, above: str) -> bool:
    if not above.strip() or above.startswith((" ", "\t")) or _ITEM.match(above):
        return False
    return bool(_FIRST_ITEM.match(line)) or (line.startswith("|") and not above.startswith("|"))


def as_slug(name: str) -> str:
    """Return a name in small letters, digits and hyphens; empty where it has none of these."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _BETWEEN_WORDS.sub("-", plain.lower()).strip("-")


def without_footnotes(text: str) -> str:
    """Return a Markdown text without its footnotes and the references to them."""
    return _FOOTNOTE.sub("", _FOOTNOTE_TEXT.sub("", text))


def shortened(text: str, limit: int) -> str:
    """Return at most ``limit`` characters of a text, ending with a sentence or else a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit + 1]
    sentence = max(cut.rfind(". "), cut.rfind("? "), cut.rfind("! "))
    if sentence >= limit // 2:
        return cut[: sentence + 1]
    words = cut[: limit - 1].rpartition(" ")[0] or cut[: limit - 1]
    return words.rstrip(" ,;:–—") + "…"


def minutes_to_read(texts: list[str]) -> int:
    """Return how many minutes it takes to read the texts, at least one."""
    words = sum(len(_WORD.findall(text)) for text in texts)
    return max(1, round(words / WORDS_PER_MINUTE))
