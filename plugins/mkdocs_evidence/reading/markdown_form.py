"""The Markdown form of a summary: fields as front matter, sections as level-two headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_evidence.problems import Problem, did_you_mean, nearest
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source

from .front_matter import find_front_matter
from .headings import Heading, headings, without_comments
from .nodes import Document, Path, Span, read_nodes

_ARTICLES = {"the", "a", "an", "o", "os", "as", "um", "uma", "l", "le", "la", "les", "de", "het"}
_WORDS = re.compile(r"\w+")


def read_markdown(source: Source, section_names: Mapping[str, str]) -> Document:
    """Read a summary in its Markdown form.

    Args:
        source: The file.
        section_names: The section's field for each name that an author may give its heading.

    Returns:
        The same fields as in the YAML form: what stands before the first heading is the lead,
        what stands below a level-two heading is that section, with the author's own heading.
    """
    opening, closing = find_front_matter(source)
    if not opening or not closing:
        problem = _unclosed(source, opening.end) if opening else _without_front_matter(source)
        return Document(source, problems=[problem], broken=True)
    document = read_nodes(source, opening.end + 1, closing.start)
    if not document.broken:
        names = {_main_words(name): section for name, section in section_names.items()}
        document.sections = tuple(dict.fromkeys(section_names.values()))
        _add_sections(document, closing.end, names)
    return document


def _without_front_matter(source: Source) -> Problem:
    return source.problem(
        0,
        "no-front-matter",
        "This file does not begin with the fields of the summary.",
        "Begin it with a line of three hyphens, then the fields (title, date, article), then a "
        "line of three hyphens again.",
    )


def _unclosed(source: Source, opening_end: int) -> Problem:
    return source.problem(
        opening_end - 3,
        "no-front-matter",
        "This line of three hyphens begins the fields, but no such line ends them.",
        "Write three hyphens on a line of their own after the last field, before the text.",
        end=opening_end,
    )


def _add_sections(document: Document, start: int, names: Mapping[tuple[str, ...], str]) -> None:
    text = document.source.text
    found = [heading for heading in headings(text, start) if heading.level <= 2]
    for heading in found:
        if heading.level == 1:
            _heading_problem(
                document,
                heading,
                "heading-level",
                "A heading with one number sign would be a second title.",
                "Write the title in the fields above, and begin headings with “##”.",
            )
    sections = [heading for heading in found if heading.level == 2]
    _add_text(document, ("lead",), Span(start, sections[0].start if sections else len(text)))
    ends = [*(heading.start for heading in sections[1:]), len(text)]
    for heading, end in zip(sections, ends, strict=False):
        _add_section(document, heading, Span(heading.end, end), names)


def _add_section(
    document: Document, heading: Heading, body: Span, names: Mapping[tuple[str, ...], str]
) -> None:
    words = _main_words(heading.text)
    beginnings = (words[:length] for length in range(len(words), 0, -1))
    name = next((names[beginning] for beginning in beginnings if beginning in names), None)
    if name is None:
        written = words[0] if words else ""
        document.meant |= {nearest(written, document.sections) or ""}
        advice = did_you_mean(written, document.sections)
        _heading_problem(
            document,
            heading,
            "unknown-section",
            "This heading does not begin with the name of a section.",
            f"{advice} A heading inside a section begins with “###”.",
        )
    elif document.fields.get(name) is not None:
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


def _add_text(document: Document, path: Path, span: Span) -> None:
    text = document.source.text[span.start : span.end]
    if not without_comments(text).strip():
        return
    start = span.start + len(text) - len(text.lstrip())
    end = span.start + len(text.rstrip())
    *within, last = path
    group = document.fields
    for step in within:
        inner = group[str(step)]
        assert isinstance(inner, dict)
        group = inner
    if group.get(str(last)) is not None:
        document.problems.append(
            document.source.problem(
                start,
                "duplicate-field",
                f"“{last}” stands in the fields above, and here is text for it again.",
                "Keep one of the two.",
                end=end,
            )
        )
        return
    document.values[path] = Span(start, end)
    group[str(last)] = text.strip()


def _main_words(heading: str) -> tuple[str, ...]:
    """Return the words of a heading in small letters, without an article before them."""
    words = _WORDS.findall(heading.casefold())
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _heading_problem(
    document: Document, heading: Heading, rule: RuleId, message: str, advice: str
) -> None:
    document.problems.append(
        document.source.problem(heading.start, rule, message, advice, end=heading.end)
    )
