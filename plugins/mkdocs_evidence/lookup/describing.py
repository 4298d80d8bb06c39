"""What Crossref's and DataCite's descriptions of a work have in common, as CSL-JSON."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence

Name = dict[str, str]
CslDate = dict[str, list[list[int]]]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/"
    r"(?:licenses/([a-z]+(?:-[a-z]+)*)|publicdomain/(zero))/(\d\.\d)",
    re.IGNORECASE,
)


def person(family: str, given: str, suffix: str = "") -> Name:
    """Return the name of a person, with the particles before the family name apart."""
    if not family:
        return {"literal": given} if given else {}
    words = family.split(" ")
    small = [word for word in words[:-1] if word[0].islower()]
    particle = small if words[: len(small)] == small else []
    parts = {
        "family": " ".join(words[len(particle) :]),
        "given": given,
        "non-dropping-particle": " ".join(particle),
        "suffix": suffix,
    }
    return {name: part for name, part in parts.items() if part}


def title(main: str, subtitle: str) -> str:
    """Return a title with its subtitle, unless it has that already."""
    if not subtitle or subtitle.casefold() in main.casefold():
        return main
    return f"{main} {subtitle}" if main.endswith(("?", "!", ":")) else f"{main}: {subtitle}"


def csl_date(parts: Sequence[object]) -> CslDate:
    """Return a date of which as much is taken as makes sense: a year, a month in it, a day."""
    known: list[int] = []
    for part, least, most in zip(parts, (1000, 1, 1), (9999, 12, 31), strict=False):
        number = int(part) if isinstance(part, str) and re.fullmatch("[0-9]{1,4}", part) else part
        if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
            break
        known.append(number)
    if len(known) == 3 and known[2] > monthrange(known[0], known[1])[1]:
        known.pop()
    return {"date-parts": [known]} if known else {}


def language(value: str) -> str:
    """Return a language tag (BCP 47), or nothing where it is none."""
    return value if _LANGUAGE.fullmatch(value) else ""


def creative_commons(addresses: Iterable[str]) -> str:
    """Return the first Creative Commons licence among addresses, such as ``CC BY 4.0``."""
    for address in addresses:
        if found := _CREATIVE_COMMONS.match(address):
            return f"CC {found[1].upper()} {found[3]}" if found[1] else f"CC0 {found[3]}"
    return ""
