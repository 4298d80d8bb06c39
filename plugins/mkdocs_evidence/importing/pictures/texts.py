"""Pictures in a text, under the names of their files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_evidence.importing.reading.html_markdown import address_of
from mkdocs_evidence.importing.reading.rendered import is_of_this_site
from mkdocs_evidence.pictures import is_picture

from .files import full_size, last_part
from .kept import Kept

_WITHIN = r"\((?:[^()\s]|\([^()\s]*\))*\)"
_ADDRESS = rf"(?:<[^<>\n]*>|(?:[^()\s\\<]|\\.|{_WITHIN})+)"
_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<alt>(?:[^\]\\]|\\.){0,2000})\]\(\s*(?P<address>" + _ADDRESS + r")"
    r"(?P<title>\s+\"[^\"]*\")?\s*\)"
)
_LINKED = re.compile(
    r"(?<![\\!])\[\s*(?P<picture>" + _PICTURE.pattern + r")\s*\]"
    r"\(\s*(?P<target>" + _ADDRESS + r")(?:\s+\"[^\"]*\")?\s*\)"
)
_IN_BRACKETS = re.compile(r"([\\\[\]])")


def with_kept(text: str, kept: Mapping[str, Kept]) -> str:
    """Return a text whose pictures are those that were saved.

    A picture that was not saved becomes a link to its address, since a page of the site must not
    ask other servers for anything; where it has no address, what it shows is left. A link from a
    picture to the same one in full size is taken out once the full size itself is shown.

    Args:
        text: Markdown.
        kept: What became of the pictures in it, by their names in the post (`Picture.name`).
    """
    by_address = {way: each for name, each in kept.items() for way in (name, address_of(name))}

    def kept_of(found: re.Match[str]) -> Kept | None:
        address = _plain(found["address"])
        return by_address.get(address, None if is_of_this_site(address) else Kept())

    def linked(found: re.Match[str]) -> str:
        shown = kept_of(found)
        if shown is None:
            return found[0]
        if not shown.file:
            return f"[{_said(found)}]({found['target']})"
        if _same(found["address"], found["target"]):
            return _picture(found, shown)
        return f"[{_picture(found, shown)}]({found['target']})"

    def alone(found: re.Match[str]) -> str:
        shown = kept_of(found)
        if shown is None:
            return found[0]
        if shown.file:
            return _picture(found, shown)
        address = _plain(found["address"])
        web = address.startswith(("https://", "http://"))
        return f"[{_said(found)}]({found['address']})" if web else _said(found)

    return _PICTURE.sub(alone, _LINKED.sub(linked, text))


def _picture(found: re.Match[str], shown: Kept) -> str:
    return f"![{found['alt']}]({shown.file}{found['title'] or ''})"


def _said(found: re.Match[str]) -> str:
    """Return what a picture shows, or else its name."""
    name = last_part(_plain(found["address"])) or _plain(found["address"])
    return found["alt"].strip() or _IN_BRACKETS.sub(r"\\\1", name)


def _plain(address: str) -> str:
    return address[1:-1] if address.startswith("<") else address


def _same(address: str, target: str) -> bool:
    """Say whether a link from a picture leads to that picture, maybe in another size."""
    one, other = full_size(_plain(address)), full_size(_plain(target))
    return is_picture(other) and last_part(one) == last_part(other)
