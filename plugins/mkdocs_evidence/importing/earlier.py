"""Posts that were imported before, and the one line of their summaries that may still be filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_evidence.authoring.words import one_line
from mkdocs_evidence.reading import SummaryFile

from .post import Details

_EMPTY_ARTICLE = re.compile(rb"^article:(?=[ \t]*\r?$)", re.MULTILINE)


def imported_before(
    details: Details, files: Iterable[SummaryFile], stem: str = ""
) -> SummaryFile | None:
    """Return the summary that was made of a post before; None if there is none.

    It leads on from the same old address, or has the same title and date, or its file has the name
    that the post had in its old address.

    Args:
        details: What is known of the post.
        files: The summaries of the site.
        stem: The name of the post in its old address; empty where that is not known.
    """
    return next((file for file in files if _is_of(file, details, stem)), None)


def _is_of(file: SummaryFile, details: Details, stem: str) -> bool:
    fields = file.document.fields
    written = fields.get("redirect_from")
    old = written if isinstance(written, list) else [written]
    if any(address in old for address in details.addresses) or (stem and file.path.stem == stem):
        return True
    title = one_line(str(fields.get("title") or ""))
    has_title = title != "" and title == one_line(details.title)
    return has_title and str(fields.get("date") or "") == details.date


def with_article(data: bytes, key: str) -> bytes | None:
    """Return the bytes of a summary with the key of its article; None where one stands there.

    Args:
        data: The file, in either form.
        key: The key.
    """
    filled, times = _EMPTY_ARTICLE.subn(rb"article: " + key.encode(), data)
    return filled if times == 1 else None
