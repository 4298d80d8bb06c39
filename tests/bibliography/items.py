"""An entry's item, for the tests of what becomes of its fields."""

from typing import Any

from mkdocs_evidence.bibliography import csl_json, read_bibliography
from mkdocs_evidence.sources import Source


def item(fields: str, kind: str = "article") -> dict[str, Any]:
    """Return the CSL-JSON item of an entry with these fields."""
    (entry,), _ = read_bibliography(Source("a.bib", f"@{kind}{{key, {fields}}}"))
    return csl_json(entry)
