"""What a WordPress export says of a post beside its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from mkdocs_evidence.importing.old_addresses import can_lead
from mkdocs_evidence.importing.post import Details, Picture
from mkdocs_evidence.posts.text import as_slug

from .html_blocks import blocks_of
from .wordpress_export import Export, Item
from .wordpress_text import Shown

_NO_CATEGORY = frozenset(
    ("allgemein", "geen-categorie", "non-classe", "sans-categorie", "sem-categoria")
) | frozenset(("senza-categoria", "sin-categoria", "uncategorised", "uncategorized"))
"""What WordPress calls the category of posts that have none, in addresses of various languages."""

_HIDDEN = {
    "draft": "It was a draft in WordPress.",
    "future": "It was to be published on a day to come.",
    "pending": "It waited for somebody to look at it.",
    "private": "It was private: only those who had signed in could read it.",
}
"""What there is to say of posts that were not public, by their state."""

_DAY = re.compile(r"\d{4}-(?!00)\d\d-(?!00)\d\d")
_TAG = re.compile(r"<[^>]*>")


def details_of(
    item: Item, export: Export, pictures: Mapping[str, Shown]
) -> tuple[Details, list[str]]:
    """Return what is said of a post, and what a person should know of that.

    Args:
        item: The post.
        export: The export in which it stands.
        pictures: The pictures of the site, by their numbers.
    """
    date, changed = _day(item["post_date"]), _day(item["post_modified"])
    number = item.meta.get("_thumbnail_id", "")
    shown = pictures.get(number)
    author = export.people.get(item["creator"], item["creator"])
    address = _path(item["link"])
    is_leading = can_lead(address)
    details = Details(
        title=_plain(item["title"]),
        authors=[author] if author else [],
        date=date,
        updated=changed if date and changed > date else "",
        topics=[*_terms(item, "category")],
        tags=[*_terms(item, "post_tag")],
        language=next(_terms(item, "language", "nicename"), export.fields.get("language", "")),
        description=_plain(item["excerpt"]),
        slug=as_slug(unquote(item["post_name"])),
        picture=Picture(shown.address, shown.alt, credit=_markdown(shown.caption))
        if shown
        else None,
        addresses=[address] if is_leading else [],
        hidden=item["status"] != "publish" or bool(item["post_password"]),
    )
    notes = []
    if number not in ("", "0", "-1") and not shown:
        notes.append(_NO_PICTURE)
    if address and not is_leading:
        notes.append(f"No page of a site of files can stand at its old address, “{address}”.")
    return details, notes


_NO_PICTURE = (
    "Its picture at the head is not in the export. Export anew with “All content”, or add the"
    " picture by hand."
)


def hidden_because(item: Item) -> list[str]:
    """Return why a post was not public; nothing for those that were."""
    if item["post_password"]:
        return ["It was protected by a password, so it stays hidden until you decide."]
    return [_HIDDEN[item["status"]]] if item["status"] in _HIDDEN else []


def shown_picture(item: Item) -> Shown:
    """Return a picture of the site as it is shown in posts."""
    alt = " ".join(item.meta.get("_wp_attachment_image_alt", "").split())
    return Shown(item["attachment_url"], alt, item["excerpt"])


def footnotes_in(item: Item) -> dict[str, str]:
    """Return the footnotes of a post as HTML, by their names."""
    try:
        notes = json.loads(item.meta.get("footnotes") or "[]")
    except ValueError:
        return {}
    return {
        str(note["id"]): str(note["content"])
        for note in notes
        if isinstance(note, dict) and note.keys() >= {"id", "content"}
    }


def _day(time: str) -> str:
    """Return the day of a time; WordPress writes noughts where there is none."""
    found = _DAY.match(time)
    return found[0] if found else ""


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _markdown(html: str) -> str:
    return " ".join(" ".join(block.markdown.split()) for block in blocks_of(html))


def _terms(item: Item, domain: str, what: str = "name") -> Iterator[str]:
    for term in item.terms:
        if term.domain == domain and unquote(term.nicename) not in _NO_CATEGORY:
            yield _plain(getattr(term, what))


def _path(address: str) -> str:
    """Return the path of an address; empty for one that is told apart by its query alone."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return path if path.strip("/") else ""
