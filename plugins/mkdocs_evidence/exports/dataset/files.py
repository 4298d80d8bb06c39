"""The files of the dataset, each as its bytes, which depend on the studies alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.exports.bibtex import to_bibtex
from mkdocs_evidence.exports.ris import to_ris

from .dictionary import columns, dictionary
from .names import FILES, Format
from .record import Record, Study, records
from .table import as_csv

ABOUT = (
    "The studies that the posts of this site discuss: what its authors chose to read and to write"
    " about. This is no systematic review. Nobody looked for all studies on a question, so their"
    " number proves nothing, and their effects are not to be pooled. Compare every number with the"
    " article before you use it."
)
"""What the dataset is, and what it is not."""

_OWN = ("abstract", "annote", "keyword", "note")
"""What an item of CSL-JSON may have that is the author's own and no part of the work."""


def data_files(studies: Iterable[Study], library: Library) -> Mapping[str, bytes]:
    """Return the files of a dataset by their names.

    Args:
        studies: The studies, in any order.
        library: The entries of the site, the articles of the studies among them.
    """
    newest_first = sorted(studies, key=lambda study: (-study.date.toordinal(), study.post))
    rows = [row for each in newest_first for row in records(each, library.csl(each.article))]
    articles = sorted({each.article for each in newest_first})
    written: Mapping[Format, bytes] = {
        "csv": as_csv(list(Record.model_fields), [list(dict(row).values()) for row in rows]),
        "json": _as_json(rows),
        "bib": "\n".join(to_bibtex(library[key]) for key in articles).encode(),
        "ris": "\r\n".join(to_ris(library.csl(key)) for key in articles).encode(),
        "csl": _text([_without_own(library.csl(key)) for key in articles]),
        "dictionary": dictionary(),
    }
    return {FILES[form]: data for form, data in written.items()}


def _as_json(rows: Sequence[Record]) -> bytes:
    return _text(
        {
            "about": ABOUT,
            "licence": None,
            "columns": {each.name: each.meaning for each in columns()},
            "records": [row.model_dump(mode="json") for row in rows],
        }
    )


def _without_own(item: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in item.items() if name not in _OWN}


def _text(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
