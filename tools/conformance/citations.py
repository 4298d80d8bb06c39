"""Compares how citations are read: the cases in prose of our tests, as pandoc reads them.

Pandoc's reader of Markdown finds the cites with their prefixes and suffixes. Its citation processor
then takes the locators out of the suffixes, so that a style is needed that prints them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_evidence.csl import LOCATORS
from tests.cases.loader import Case, load_cases

from .oracles import Pandoc
from .readings import cause

CASES = "citations/pandoc.md"

_LANGUAGE = re.compile(r"\(([a-z]{2}(?:-[A-Z]{2})?)\)$")
_FOREIGN = ("example_lists", "raw_tex", "tex_math_dollars", "inline_notes", "bracketed_spans",
            "superscript", "subscript", "strikeout")  # fmt: skip
"""What pandoc's Markdown has and that of a page has not."""

_MARKS = {"AuthorInText": "*", "SuppressAuthor": "-", "NormalCitation": ""}
_LOCATED = re.compile(r"⟦(.*?)=(.*?)⟧")

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """A case, and what pandoc reads in it."""

    case: Case
    pandoc: str

    @property
    def agrees(self) -> bool:
        """Whether it is the same."""
        return _normal(self.case.expected) == _normal(self.pandoc)


def compare(pandoc: Pandoc) -> list[Reading]:
    """Return all cases as pandoc reads them.

    Raises:
        OracleError: Pandoc fails.
    """
    cases = load_cases(CASES)
    blocks = [f":::::: {{.case}}\n{case.given}\n::::::\n" for case in cases]
    read = json.loads(pandoc.run([f"--from={_markdown()}", "--to=json"], "\n".join(blocks)))
    citations = [[*_citations(block)] for block in read["blocks"]]
    languages = [_language(case) for case in cases]
    located: dict[int, list[str]] = {}
    for language in dict.fromkeys(languages):
        places = [place for place, other in enumerate(languages) if other == language]
        cites = [cite for place in places for cites in citations[place] for cite in cites]
        texts = iter(_located(pandoc, read, language, cites))
        for place in places:
            located[place] = [next(texts) for cites in citations[place] for _ in cites]
    return [
        Reading(case, _in_words(citations[place], located[place]))
        for place, case in enumerate(cases)
    ]


def report(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the lines of the report: each case that is read in another way, with the reason."""
    for reading in readings:
        if not reading.agrees:
            case = reading.case
            yield f"{case.title}: {cause(case.title) or 'no reason is known'}"
            yield f"    {case.given!r}"
            yield from (f"    ours    {line}" for line in case.expected.split("\n"))
            yield from (f"    pandoc  {line}" for line in reading.pandoc.split("\n"))


def total(readings: Sequence[Reading]) -> str:
    """Return how many cases are read alike, and how many are not for a reason."""
    others = [reading for reading in readings if not reading.agrees]
    meant = sum(cause(reading.case.title) != "" for reading in others)
    agreed = len(readings) - len(others)
    return (
        f"Reading of citations: {agreed} of {len(readings)} cases as pandoc reads them, "
        f"{meant} in another way on purpose, {len(others) - meant} for no known reason."
    )


def _markdown() -> str:
    return "-".join(["markdown", *_FOREIGN])


def _language(case: Case) -> str:
    found = _LANGUAGE.search(case.title)
    return found[1] if found else "en"


def _citations(node: Any) -> Iterator[list[Node]]:
    """Yield the cites of each citation in a part of pandoc's document."""
    if isinstance(node, Mapping):
        if node.get("t") == "Cite":
            yield node["c"][0]
        else:
            yield from _citations([*node.values()])
    elif isinstance(node, list):
        for each in node:
            yield from _citations(each)


def _located(pandoc: Pandoc, read: Node, language: str, cites: Sequence[Node]) -> list[str]:
    """Return what stands after the key of each cite, with marks around the locator."""
    bare = [
        {**cite, "citationPrefix": [], "citationMode": {"t": "NormalCitation"}} for cite in cites
    ]
    blocks = [{"t": "Para", "c": [{"t": "Cite", "c": [[cite], []]}]} for cite in bare]
    keys = sorted({cite["citationId"] for cite in cites})
    references = [_map(id=_text(key), type=_text("book"), title=_text("A title")) for key in keys]
    meta = {"lang": _text(language), "references": {"t": "MetaList", "c": references}}
    document = json.dumps({**read, "meta": meta, "blocks": blocks})
    answer = pandoc.run(["--from=json", "--to=json"], document, style=_style())
    paragraphs = [block for block in json.loads(answer)["blocks"] if block["t"] == "Para"]
    return [_rich(block["c"][0]["c"][1]) for block in paragraphs]


def _style() -> bytes:
    """Return a style that prints the locator and its label only."""
    choices = "".join(
        f'<{"else-" if place else ""}if locator="{name}"><text value="{name}"/>'
        f"</{'else-' if place else ''}if>"
        for place, name in enumerate(LOCATORS)
    )
    label = f'<choose>{choices}<else><text value="page"/></else></choose>'
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>Locators</title><id>locators</id><updated>2020-01-01T00:00:00Z</updated>"
        f'</info><citation><layout><group><text value="⟦"/>{label}<text value="="/>'
        '<text variable="locator"/><text value="⟧"/></group></layout></citation></style>'
    ).encode()


def _text(text: str) -> Node:
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def _map(**fields: Node) -> Node:
    return {"t": "MetaMap", "c": fields}


def _in_words(citations: Iterable[Sequence[Node]], located: Iterable[str]) -> str:
    """Return citations as the cases have them."""
    texts = iter(located)
    return "\n\n".join(
        "\n".join(_cite_in_words(cite, next(texts)) for cite in cites) for cites in citations
    )


def _cite_in_words(cite: Node, after: str) -> str:
    found = _LOCATED.search(after)
    locator = f"{found[1]} {found[2]}" if found and found[2] else ""
    suffix = _LOCATED.sub("", after)
    mark = _MARKS[cite["citationMode"]["t"]]
    return f"{mark}{_rich(cite['citationPrefix'])} | {cite['citationId']} | {locator} | {suffix}"


_TAGS = {"Emph": "i", "Strong": "b", "Superscript": "sup", "Subscript": "sub"}


def _rich(inlines: Iterable[Node]) -> str:
    """Return pandoc's inlines as rich text."""
    return "".join(map(_rich_inline, inlines))


def _rich_inline(inline: Node) -> str:
    kind, content = inline["t"], inline.get("c", "")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{_rich(content)}</{_TAGS[kind]}>"
    if kind in ("Code", "RawInline"):
        return str(content[1])
    if kind == "Quoted":
        mark = '"' if content[0]["t"] == "DoubleQuote" else "'"
        return f"{mark}{_rich(content[1])}{mark}"
    return _rich(content[1]) if kind in ("Link", "Image", "Span", "Cite") else ""


_COMMENT = re.compile(r"<!-.*?->")
_SIGNS = str.maketrans(
    {"\xa0": " ", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}
)


def _normal(reading: str) -> str:
    """Return a reading with one kind of quotation marks, spaces and dashes, and nothing hidden."""
    text = _COMMENT.sub("", reading.translate(_SIGNS))
    text = text.replace('<<span class="nocase"></span>', "<")
    return re.sub(r"-+", "-", re.sub(r" +", " ", re.sub(r" +$", "", text, flags=re.MULTILINE)))
