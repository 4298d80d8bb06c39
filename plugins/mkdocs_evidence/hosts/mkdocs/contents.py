"""The table of contents of a page, to which headings are added once it is rendered."""

from __future__ import annotations

from html import escape

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_evidence.synthesis import FilledPage, FinishedPage, NewHeading


def contents_of(finished: FinishedPage) -> TableOfContents:
    """Return the table of contents of a page with all its headings below the title."""
    title, *others = map(_link, finished.contents)
    title.children += others
    return TableOfContents([title])


def add_contents(page: Page, filled: FilledPage) -> None:
    """Let a page have the headings and ids that its bibliographies brought to it."""
    _add_headings(page.toc, filled)
    if filled.last:
        items = page.toc.items
        if items and items[-1].level == 1:
            items = items[-1].children
        items.append(_link(filled.last))
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= {*filled.ids}


def _add_headings(toc: TableOfContents, filled: FilledPage) -> None:
    """Put headings below those they belong to, before what these have already.

    What stands below a heading that the table of contents lacks, it lacks as well.
    """
    added: dict[str | None, list[AnchorLink]] = {}
    for heading in filled.headings:
        added.setdefault(heading.above.id if heading.above else None, []).append(_link(heading))
    waiting = [*toc] if added else []
    while waiting:
        item = waiting.pop()
        waiting += item.children
        item.children[:0] = added.pop(item.id, [])
    toc.items[:0] = added.pop(None, [])


def _link(heading: NewHeading) -> AnchorLink:
    return AnchorLink(escape(heading.title), heading.id, heading.level)
