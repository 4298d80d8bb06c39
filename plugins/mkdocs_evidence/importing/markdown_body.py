"""The texts of a summary below headings, as the Markdown form has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_evidence.reading.markdown_form import read_markdown
from mkdocs_evidence.sources import Source

from .recognising import Part

LEAD = "lead"


def body_lines(texts: Mapping[str, Part], usual: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines below the fields.

    Args:
        texts: The texts by the names of their fields, in their order.
        usual: The usual heading of each.
    """
    for name, part in texts.items():
        if name != LEAD:
            yield f"## {part.heading or usual[name]}"
            yield ""
        yield part.text
        yield ""


def known_heading(heading: str, name: str, usual: str, names: Mapping[str, str]) -> str:
    """Return a heading by which the Markdown form knows its section.

    A heading that does not begin with a name of its section gets the usual one before it.
    """
    document = read_markdown(Source("", f"---\na: b\n---\n## {heading}\n\n…\n"), names)
    return heading if name in document.fields else f"{usual}: {heading}"


def survives(text: str, texts: Mapping[str, Part], names: Mapping[str, str]) -> bool:
    """Say whether a file in Markdown is read back with these texts, in these fields.

    What is code or a comment to Markdown may hide the headings below it.
    """
    document = read_markdown(Source("", text), names)
    if document.problems:
        return False
    for name, part in texts.items():
        read = document.fields.get(name)
        found = read.get("text") if isinstance(read, dict) else read
        if (found or "") != part.text:
            return False
    return True
