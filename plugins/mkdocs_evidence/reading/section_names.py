"""The names by which the heading of a section is known in a file in Markdown."""

from __future__ import annotations

from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.settings import Settings


def section_names(settings: Settings) -> dict[str, str]:
    """Return the section for each name that a heading in the Markdown form may begin with."""
    ids = (*settings.section_ids, "conclusion")
    names = {name.replace("_", " "): name for name in ids}
    for section in settings.sections:
        names |= {own: section.id for own in section.heading.values() if own not in names}
    for words in map(catalogue, LANGUAGES):
        for name in ids:
            key = name if name == "conclusion" else f"section_{name}"
            if words.has(key):
                names.setdefault(words.text(key), name)
    return names
