"""One name in its order and form (CSL 1.0.2, Name-part Order, Name Particles, Name-part)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..context import Context
from ..initials import initials
from ..output import Piece, Span, around, joined
from ..people import Name
from ..richtext import parse
from ..textcase import change_case
from .base import Styling
from .options import NameOptions

INITIALS, WHOLE = 1, 2
"""How much of a given name is added to tell two people apart."""

_PLAIN = Styling({})
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class NameParts:
    """The formats of the parts of a name."""

    family: Styling = _PLAIN
    given: Styling = _PLAIN


def person(
    name: Name, options: NameOptions, parts: NameParts, ctx: Context, *, inverted: bool
) -> Sequence[Piece]:
    """Return a name.

    Args:
        name: The name.
        options: The options in force.
        parts: The formats of its parts.
        ctx: The state of rendering.
        inverted: Whether the family name comes first.
    """
    if ctx.sorting is not None:
        return _sort_key(name, options, ctx)
    if name.literal:
        return [parts.family.apply(parse(name.literal), ctx)]
    if not name.family:
        return [parts.given.apply((_typographic(_spaced(name.given, name.dropping)),), ctx)]
    level = ctx.marks.levels.get(name, 0)
    if options.form == "short" and not level:
        return [_family(name, parts, ctx, with_particle=True)]
    given = _given(name, options, ctx, level)
    if not given and not name.dropping:
        return _with_suffix([_family(name, parts, ctx, with_particle=True)], name, " ")
    if not _is_western(name.family + name.given):
        return _eastern(name, given, parts, ctx)
    if name.static:
        pieces = [_family(name, parts, ctx, with_particle=True), " ", given]
        return [piece for piece in pieces if piece]
    if inverted:
        return _inverted(name, given, parts, options, ctx)
    return _natural(name, given, parts, ctx)


def _sort_key(name: Name, options: NameOptions, ctx: Context) -> list[Piece]:
    """Return a name in the order of CSL 1.0.2, Name-part Order, "Sorting order".

    The family name comes first, then particles that are no part of it, then the given name.
    English articles at the beginning of a group's name do not count.
    """
    if name.literal or not name.family:
        return [_ARTICLE.sub("", name.literal or name.given)]
    if ctx.area.style.demote_particle == "never":
        family, particles = _spaced(name.non_dropping, name.family), name.dropping
    else:
        family, particles = name.family, _spaced(name.dropping, name.non_dropping)
    if options.form == "short":
        return [family]
    whole = family, particles, _given(name, options, ctx, 0), name.suffix
    return [", ".join(whole).rstrip(" ,")]


def _given(name: Name, options: NameOptions, ctx: Context, level: int) -> str:
    given = _typographic(_TAG.sub("", name.given))
    if options.initialize_with is None or (level == WHOLE and options.initialize):
        return given
    return initials(
        given,
        options.initialize_with,
        hyphen=ctx.area.style.initialize_with_hyphen,
        shorten=options.initialize,
    )


def _inverted(
    name: Name, given: str, parts: NameParts, options: NameOptions, ctx: Context
) -> list[Piece]:
    """Return "van der Kolk, Bessel A., III", or "Kolk, Bessel A. van der, III"."""
    demoted = ctx.area.style.demote_particle == "display-and-sort"
    pieces: list[Piece] = [_family(name, parts, ctx, with_particle=not demoted)]
    rest = [_formatted(text, parts.given, ctx) for text in (given, name.dropping) if text]
    if demoted and name.non_dropping:
        rest.append(_formatted(_typographic(name.non_dropping), parts.family, ctx))
    if rest:
        pieces += [options.sort_separator, _within(parts.given, joined(rest, " "))]
    return _with_suffix(pieces, name, options.sort_separator)


def _natural(
    name: Name,
    given: str,
    parts: NameParts,
    ctx: Context,
) -> list[Piece]:
    """Return "Bessel A. van der Kolk III"."""
    family: list[Piece] = []
    if name.non_dropping:
        family.append(_formatted(_typographic(name.non_dropping), parts.family, ctx))
        family += [] if _glues(name.non_dropping) else [" "]
    family.append(_formatted(_typographic(name.family), parts.family, ctx))
    family = _with_suffix(family, name, ", " if name.comma_suffix else " ")
    own = _within(parts.given, [_formatted(given, parts.given, ctx)]) if given else ""
    if name.dropping:
        gap = [] if _glues(name.dropping) else [" "]
        family = [_typographic(name.dropping), *gap, *family]
    return [*([own, " "] if own else []), _within(parts.family, family)]


def _eastern(name: Name, given: str, parts: NameParts, ctx: Context) -> list[Piece]:
    """Return a name in a script that writes the family name first, without a space."""
    family = _family(name, parts, ctx, with_particle=True)
    return [family, parts.given.apply((given,), ctx)]


def _family(name: Name, parts: NameParts, ctx: Context, *, with_particle: bool) -> Piece:
    pieces: list[Piece] = [_formatted(_typographic(name.family), parts.family, ctx)]
    if name.non_dropping and with_particle:
        space = [] if _glues(name.non_dropping) else [" "]
        particle = _formatted(_typographic(name.non_dropping), parts.family, ctx)
        pieces = [particle, *space, *pieces]
    return _within(parts.family, pieces)


def _formatted(text: str, styling: Styling, ctx: Context) -> Piece:
    """Return a part of a name in its format, without affixes."""
    pieces = parse(text)
    if styling.case:
        pieces = change_case(pieces, styling.case, ctx.is_english)
    if styling.format is None and len(pieces) == 1:
        return pieces[0]
    return Span(pieces, styling.format)


def _within(styling: Styling, pieces: Sequence[Piece]) -> Piece:
    """Return parts of a name within the affixes that belong to them."""
    return around(styling.prefix, pieces[0] if len(pieces) == 1 else Span(pieces), styling.suffix)


def _with_suffix(pieces: list[Piece], name: Name, separator: str) -> list[Piece]:
    return [*pieces, separator, _typographic(name.suffix)] if name.suffix else pieces


def _spaced(first: str, second: str) -> str:
    if not first or not second:
        return first or second
    return f"{first}{second}" if _glues(first) else f"{first} {second}"


def _glues(particle: str) -> bool:
    """Say whether a particle stands close to the name after it, as "d’" does."""
    return particle[-1] in "-‐–" or (particle[-1] in "’'" and particle not in ("de'", "de’"))


@lru_cache(maxsize=8192)
def _typographic(text: str) -> str:
    return text.replace("'", "’")


@lru_cache(maxsize=8192)
def _is_western(text: str) -> bool:
    """Say whether a name is written in letters of Europe or its neighbours."""
    return not any(
        unicodedata.east_asian_width(letter) in "WF" or "\u0e00" <= letter <= "\u0fff"
        for letter in text
    )


def normalized(text: str) -> str:
    """Return given names without points, to compare them."""
    return re.sub(r"[.\s]+", " ", text).strip()
