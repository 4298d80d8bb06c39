"""A post as an entry of BibTeX.

The type and the fields are those of biblatex's ``online`` (manual, section 2.1.1), of which
``organization`` is the site. BibTeX, which does not know the type, takes it for ``misc``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_evidence.bibliography import Entry
from mkdocs_evidence.bibliography.languages import is_english
from mkdocs_evidence.problems import Location

from .bibtex import as_person
from .latex import as_latex


def post_entry(item: Mapping[str, Any], key: str) -> Entry:
    """Return the entry of a post.

    Args:
        item: The post as an item of CSL-JSON.
        key: The key of the entry.
    """
    year, month, day = item["issued"]["date-parts"][0]
    language = item["language"]
    fields = {
        # Nobody has said which of its capitals are names, so that a style must keep all of them.
        "title": f"{{{as_latex(item['title'])}}}",
        "date": f"{year:04}-{month:02}-{day:02}",
        "organization": as_latex(item["container-title"]),
        "langid": "" if is_english(language) else language,
        "url": item.get("URL", ""),
    }
    persons = {"author": [as_person(name) for name in item.get("author", ())]}
    return Entry(key, "online", fields, persons, Location(""))
