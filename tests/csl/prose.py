"""Reads the cases of `tests/cases/csl`: a piece of a CSL style, items, and citations of them.

The input of a case has up to three kinds of paragraphs:

1. A piece of CSL, in XML. Its rendering elements are the layout of the style's citations and of its
   reference list. Options stand in ``<style/>``, ``<citation/>``, ``<bibliography/>`` and
   ``<layout/>``; ``<sort>``, ``<macro>`` and ``<locale>`` are written as in a style. A
   ``<citation>`` or ``<bibliography>`` that has elements of its own has its own layout. Instead,
   ``apa in nl`` names a style and a language.
2. Items, in YAML. A name may be written "Family, Given", several with a semicolon between them; a
   date as "2014-05" and a range of dates as "2014-05/2014-07". One item needs no key.
3. Citations, one a line: ``[see @a, page 3|, and more; @b]``. The suffix follows a bar, the number
   of a note comes first (``2: [@a]``), a hyphen leaves the author out (``[-@a]``), and without
   brackets the citation is narrative.

What comes of it is a line of HTML for each citation. Without citations it is the reference list of
the items; with citations the list may follow after an empty line. The sign ``⍽`` is a space that
does not break, which one cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

from mkdocs_evidence.csl import Citation, Cite, Document, Processor, Style, load_style
from tests.cases.loader import Case, load_cases

FOLDER = Path(__file__).parents[1] / "cases" / "csl"
NAMES = {"author", "editor", "translator", "container-author", "director", "interviewer"}
DATES = {"issued", "accessed", "original-date", "event-date", "submitted"}
_AROUND = {"style", "citation", "bibliography", "layout", "sort", "macro", "locale"}
_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CITE = re.compile(
    r"(?P<prefix>[^@]*?)(?P<without>-?)@(?P<key>\w+)"
    r"(?:, (?P<label>[a-z]+(?:-[a-z]+)*) (?P<locator>[^|]*))?(?:\|(?P<suffix>.*))?"
)

Item = dict[str, Any]


def case_files() -> dict[str, list[Case]]:
    """Return the cases of each file."""
    return {path.stem: load_cases(f"csl/{path.name}") for path in sorted(FOLDER.glob("*.md"))}


def printed(case: Case, shared: Mapping[str, Item]) -> str:
    """Return what comes of the input of a case, with a sign for spaces that do not break.

    Args:
        case: The case.
        shared: The items that its file declares at the top.
    """
    style, language, rest = _style(case.given)
    items, lines = dict(shared), []
    own: list[str] = []
    for paragraph in rest:
        if re.match(r"(?:\d+: )?(?:\[|@)", paragraph):
            lines += paragraph.splitlines()
        else:
            found = read_items(paragraph)
            items |= found
            own += found
    processor = Processor(style, language, items.__getitem__)
    if not lines:
        keys = own or list(shared)
        html = "\n".join(each.html for each in processor.references(keys))
    else:
        document = processor.document([read_citation(line) for line in lines])
        html = written(document, with_list="\n\n" in case.expected)
    return html.replace("\u00a0", "⍽")


def written(document: Document, *, with_list: bool) -> str:
    """Return the citations of a document, and its list if it is wanted."""
    citations = ["".join(part.html for part in citation) for citation in document.citations]
    references = [reference.html for reference in document.references]
    return "\n".join([*citations, *(["", *references] if with_list else [])])


@cache
def shared_items(name: str) -> dict[str, Item]:
    """Return the items that stand in a block of YAML at the top of a case file."""
    found = re.search(
        r"^```yaml\n(.*?)^```$", (FOLDER / f"{name}.md").read_text("utf-8"), re.M | re.S
    )
    return read_items(found[1]) if found else {}


def read_items(text: str) -> dict[str, Item]:
    """Return the items of some YAML by their keys; one that has none is called "item"."""
    data = yaml.load(text, Loader=yaml.BaseLoader)
    named = all(isinstance(value, dict) and name not in DATES for name, value in data.items())
    items = data if named else {"item": data}
    return {key: _item(key, value) for key, value in items.items()}


def _item(key: str, fields: Mapping[str, Any]) -> Item:
    item: Item = {"id": key, "type": "book"}
    for name, value in fields.items():
        if name in NAMES and isinstance(value, str):
            item[name] = [_name(person) for person in value.split("; ")]
        elif name in DATES and isinstance(value, str):
            item[name] = {"date-parts": [_date(end) for end in value.split("/")]}
        else:
            item[name] = value
    return item


def _name(text: str) -> dict[str, str]:
    family, _, given = text.partition(", ")
    return {"family": family, "given": given} if given else {"family": family}


def _date(text: str) -> list[int]:
    before_christ = text.startswith("-")
    year, *rest = map(int, text.removeprefix("-").split("-"))
    return [-year if before_christ else year, *rest]


def read_citation(line: str) -> Citation:
    """Return the citation that a line describes."""
    numbered = re.fullmatch(r"(\d+): (.*)", line)
    number, text = (int(numbered[1]), numbered[2]) if numbered else (0, line)
    if text.startswith("["):
        return Citation(tuple(map(_cite, text[1:-1].split("; "))), note=number)
    return Citation((_cite(text),), narrative=True, note=number)


def _cite(text: str) -> Cite:
    found = _CITE.fullmatch(text)
    assert found, text
    return Cite(
        found["key"],
        prefix=found["prefix"].rstrip(" "),
        suffix=found["suffix"] or "",
        locator=found["locator"] or "",
        label=found["label"] or "page",
        suppress_author=bool(found["without"]),
    )


def _style(given: str) -> tuple[Style, str, Sequence[str]]:
    """Return the style and the language of a case, and the paragraphs after them."""
    paragraphs = given.split("\n\n")
    if given.startswith("<"):
        end = max(place for place, each in enumerate(paragraphs) if each.startswith("<")) + 1
        return style_of("\n".join(paragraphs[:end])), "", paragraphs[end:]
    name, _, language = paragraphs[0].partition(" in ")
    return load_style(name), language, paragraphs[1:]


def style_of(fragment: str) -> Style:
    """Return the style that a piece of CSL stands for."""
    root = ElementTree.fromstring(f"<fragment>{fragment}</fragment>")
    by_name: dict[str, list[ElementTree.Element]] = {name: [] for name in _AROUND}
    elements: list[ElementTree.Element] = []
    for element in root:
        by_name.get(element.tag, elements).append(element)
    style = ElementTree.Element(
        "style", {"class": "in-text", "version": "1.0", "xmlns": _NAMESPACE}
    )
    for options in by_name["style"]:
        style.attrib.update(options.attrib)
    style.extend([*by_name["locale"], *by_name["macro"]])
    for name in ("citation", "bibliography"):
        area = by_name[name][0] if by_name[name] else ElementTree.Element(name)
        if area.find("sort") is None:
            area[:0] = by_name["sort"]
        if area.find("layout") is None:
            layout = ElementTree.SubElement(area, "layout")
            for options in by_name["layout"]:
                layout.attrib.update(options.attrib)
            layout.extend(elements)
        style.append(area)
    return Style(ElementTree.tostring(style, encoding="utf-8"))
