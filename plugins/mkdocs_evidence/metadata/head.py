"""What stands in the head of a page for machines, as HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from mkdocs_evidence.templates import render

from .highwire import zotero_metas
from .record import PageRecord, PostRecord
from .schema_org import first_page, json_ld, posting
from .social import Meta, page_metas, post_metas
from .works import Node

NOT_TO_BE_FOUND: Meta = ("name", "robots", "noindex")


def head(record: PostRecord | PageRecord | None) -> str:
    """Return what machines read of a page, as HTML for its head.

    Args:
        record: The post or other page; None for what stands where no page is.
    """
    node = _node(record)
    return render(
        "head.html.jinja",
        metas=list(_written(_metas(record))),
        json_ld=json_ld(node) if node else "",
    )


def _node(record: PostRecord | PageRecord | None) -> Node | None:
    if isinstance(record, PostRecord):
        return posting(record)
    return first_page(record) if record and record.is_home else None


def _metas(record: PostRecord | PageRecord | None) -> Iterator[Meta]:
    if record is None:
        yield NOT_TO_BE_FOUND
    elif isinstance(record, PageRecord):
        yield from page_metas(record)
    else:
        if record.is_draft:
            yield NOT_TO_BE_FOUND
        yield from zotero_metas(record)
        yield from post_metas(record)


def _written(metas: Iterable[Meta]) -> Iterator[Meta]:
    """Yield what has something to say, each in one line without signs that HTML forbids."""
    for kind, name, content in metas:
        signs = (s for s in content if s.isspace() or unicodedata.category(s) not in ("Cc", "Cs"))
        if line := " ".join("".join(signs).split()):
            yield kind, name, line
