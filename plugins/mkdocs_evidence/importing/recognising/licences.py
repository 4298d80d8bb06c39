"""The licence of a picture, as a line about it names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.lookup.describing import creative_commons

from .phrasebook import found

_SHORT = re.compile(
    r"\bCC(?:0|[ -]BY(?:[ -](?:SA|NC|ND))*)(?:[ -]\d\.\d)?(?!\w)", re.IGNORECASE | re.ASCII
)
_LONG = re.compile(r"\bCreative Commons\b[^()|\n]*", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d\.\d\b")
_CONDITIONS = {
    "SA": "licence_share_alike",
    "NC": "licence_non_commercial",
    "ND": "licence_no_derivatives",
}
_ORDER = ("NC", "ND", "SA")


@dataclass(frozen=True)
class Licence:
    """A licence in a text.

    Attributes:
        name: Its short name, such as ``CC BY 4.0``; empty for none.
        start: Where it begins in the text.
        end: Where it ends; 0 where only an address names it.
        address: The address that names it; empty for none.
    """

    name: str = ""
    start: int = 0
    end: int = 0
    address: str = ""


def find_licence(text: str, addresses: Sequence[str]) -> Licence:
    """Return the licence that a text names, or one of the addresses in it.

    Args:
        text: The text.
        addresses: The addresses to which it links.
    """
    leading = next((each for each in addresses if creative_commons([each])), "")
    if short := _SHORT.search(text):
        name = " ".join(short[0].upper().replace("-", " ").split())
        return Licence(_hyphened(name), short.start(), short.end(), leading)
    long = _LONG.search(text)
    if long and (name := _of_words(long[0])):
        return Licence(name, long.start(), long.end(), leading)
    if free := found("public_domain", text):
        return Licence(text[free.start() : free.end()], free.start(), free.end(), leading)
    return Licence(creative_commons([leading]), address=leading)


def _hyphened(name: str) -> str:
    return re.sub(r" (?=SA|NC|ND)", "-", name)


def _of_words(text: str) -> str:
    if not found("licence_attribution", text):
        return ""
    conditions = [short for short in _ORDER if found(_CONDITIONS[short], text)]
    number = _NUMBER.search(text)
    return " ".join(["CC", "-".join(["BY", *conditions]), *([number[0]] if number else [])])
