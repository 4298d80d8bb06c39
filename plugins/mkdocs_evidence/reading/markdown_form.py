"""The Markdown form of a summary: fields as front matter, sections as level-two headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_evidence.problems import Source, did_you_mean

from .headings import Heading, headings
from .nodes import Document, Span, read_nodes

_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ARTICLES = {"the", "a", "an", "o", "os", "as", "um", "uma", "le", "la", "les", "de", "het"}
_WORDS = re.compile(r"\w+")


def read_markdown(source: Source, section_names: Mapping[str, str]) -> Document:
    """Read a summary in its Markdown form.

    Args:
        source: The file.
        section_names: The section's field for each name, in small letters, that an author may
            give its heading.

    Returns:
        The same fields as in the YAML form: what stands before the first heading is the lead,
        what stands below a level-two heading is that section, with the author's own heading.
    """
    opening = _RULE.match(source.text)
    closing = _RULE.search(source.text, opening.end()) if opening else None
    if not opening or not closing:
        return _without_front_matter(source)
    document = read_nodes(source, opening.end() + 1, closing.start())
    if not document.broken:
        _add_sections(document, closing.end(), section_names)
    return document


def _without_front_matter(source: Source) -> Document:
    problem = source.problem(
        0,
        "no-front-matter",
        "The fields of the summary are missing, or the line “---” that ends them is.",
        "Begin the file with a line of three hyphens, then the fields (title, date, article), "
        "then a line of three hyphens again.",
    )
    return Document(source, problems=[problem], broken=True)


def _add_sections(document: Document, start: int, names: Mapping[str, str]) -> None:
    text = document.source.text
    found = [h for h in headings(text, start) if h.level <= 2]
    _add_text(document, ("lead",), Span(start, found[0].start if found else len(text)))
    for heading, following in zip(found, [*found[1:], None], strict=True):
        body = Span(heading.end, following.start if following else len(text))
        _add_section(document, heading, body, names)


def _add_section(
    document: Document, heading: Heading, body: Span, names: Mapping[str, str]
) -> None:
    name = _section_named(heading.text, names)
    if heading.level == 1:
        advice = "Write the title in the fields above, and begin headings with “##”."
        _heading_problem(
            document, heading, "heading-level", "This would be a second title.", advice
        )
    elif name is None:
        known = list(dict.fromkeys(names.values()))
        first = next(iter(_WORDS.findall(heading.text.lower())), "")
        _heading_problem(
            document,
            heading,
            "unknown-section",
            f"“{heading.text}” is not one of the sections.",
            did_you_mean(first, known) + " Headings inside a section begin with “###”.",
        )
    elif name in document.fields:
        line = document.source.location(document.value_span((name,)).start).line
        _heading_problem(
            document,
            heading,
            "duplicate-field",
            f"The section “{name}” already stands in line {line}.",
            "Bring the two together under one heading.",
        )
    else:
        document.values[(name,)] = Span(heading.start, body.end)
        document.names[(name,)] = Span(heading.start, heading.end)
        document.values[(name, "heading")] = Span(heading.start, heading.end)
        document.fields[name] = {"heading": heading.text}
        _add_text(document, (name, "text"), body)


def _add_text(document: Document, path: tuple[str, ...], span: Span) -> None:
    text = document.source.text[span.start : span.end]
    if not text.strip():
        return
    start = span.start + len(text) - len(text.lstrip())
    group = document.fields
    for step in path[:-1]:
        inner = group[step]
        assert isinstance(inner, dict)
        group = inner
    if path[-1] in group:
        document.problems.append(
            document.source.problem(
                start,
                "duplicate-field",
                f"“{path[-1]}” stands in the fields above, and here is text for it again.",
                "Keep one of the two.",
            )
        )
        return
    document.values[path] = Span(start, span.start + len(text.rstrip()))
    group[path[-1]] = text.strip()


def _section_named(heading: str, names: Mapping[str, str]) -> str | None:
    """Return the section that a heading means: by its whole text, or its first main word."""
    whole = heading.casefold().strip()
    words = _WORDS.findall(whole)
    if words and words[0] in _ARTICLES:
        words = words[1:]
    return names.get(whole) or (names.get(words[0]) if words else None)


def _heading_problem(
    document: Document, heading: Heading, rule: str, message: str, advice: str
) -> None:
    document.problems.append(
        document.source.problem(heading.start, rule, message, advice, end=heading.end)
    )
