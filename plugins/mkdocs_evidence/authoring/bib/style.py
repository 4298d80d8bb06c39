"""How a .bib file is written, so that a new entry looks like those that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from .fields import Dialect

Value = TypeVar("Value", bound=Hashable)
Case = Literal["lower", "capitalised", "upper"]
MonthForm = Literal["abbreviation", "short name", "name", "number", "padded number"]

_ENTRY = re.compile(
    r"^[ \t]*@(?!comment|string|preamble)([A-Za-z]+)([ \t]*)\{([ \t]*)[^\s,{}]+[ \t]*,",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(r"^([ \t]+|)([A-Za-z][\w-]*)([ \t]*)=([ \t]*)(.*)$", re.MULTILINE)
_LATEX_ACCENT = re.compile(r"\\['`^\"~=.]\s*\{?[A-Za-z\\]|\\(?:ss|ae|oe|aa|o|l)\b|\\[cvuHrk]\s*\{")
_MONTH = re.compile(r"^[ \t]*month[ \t]*=[ \t]*[{\"]?(\w+)([}\"]?)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Alignment:
    """How fields are brought under one another.

    Attributes:
        by: What stands in one column: the equals signs, the values, or nothing.
        width: How far it is from the beginning of the names; 0 if as the longest one needs it.
        before: The space before the equals sign; where those stand in a column, the least.
        after: The space after it; where the values stand in a column, the least.
    """

    by: Literal["equals", "values", "nothing"] = "equals"
    width: int = 10
    before: str = " "
    after: str = " "


@dataclass(frozen=True)
class BibStyle:
    """How entries are written; without any, as in the example site.

    Attributes:
        dialect: Whether names of fields are those of BibTeX or of biblatex.
        in_ascii: Whether accents are written as commands of LaTeX.
        newline: What ends a line.
        final_newline: Whether something ends the last one.
        gap: How many empty lines stand between entries.
        opening: The space before and after an entry's opening brace.
        type_case: The capitals of types.
        field_case: The capitals of the names of fields.
        indent: What stands before the name of a field.
        alignment: How fields are brought under one another.
        quotes: Whether values stand in quotation marks instead of braces.
        bare_numbers: Whether a number needs neither.
        month: How months are written.
        last_comma: Whether a comma follows the last field.
        closing: What stands before the closing brace, be it a new line.
    """

    dialect: Dialect = "bibtex"
    in_ascii: bool = False
    newline: str = "\n"
    final_newline: bool = True
    gap: int = 1
    opening: tuple[str, str] = ("", "")
    type_case: Case = "lower"
    field_case: Case = "lower"
    indent: str = "  "
    alignment: Alignment = Alignment()
    quotes: bool = False
    bare_numbers: bool = False
    month: MonthForm = "abbreviation"
    last_comma: bool = True
    closing: str = "\n"


def style_of(text: str) -> BibStyle:
    """Return how most of a file is written; what it does not show is as in the example site."""
    usual = BibStyle()
    newline = _most(re.findall(r"\r\n|\n|\r", text), usual.newline)
    text = re.sub(r"\r\n?", "\n", text)
    starts = list(_ENTRY.finditer(text))
    ends = [*(start.start() for start in starts[1:]), len(text)]
    bodies = [text[start.end() : end] for start, end in zip(starts, ends, strict=False)]
    entries = [fields for body in bodies if (fields := list(_FIELD.finditer(body)))]
    fields = [field for entry in entries for field in entry]
    if not fields:
        final = not text or text.endswith("\n")
        return BibStyle(newline=newline, final_newline=final)
    closings = [closing for body in bodies if (closing := _closing(body))]
    return BibStyle(
        dialect=_dialect([field[2].lower() for field in fields]),
        in_ascii=text.isascii() and _LATEX_ACCENT.search(text) is not None,
        newline=newline,
        final_newline=text.endswith("\n"),
        gap=_most(map(_empty_lines, bodies[:-1]), usual.gap),
        opening=_most(((start[2], start[3]) for start in starts), usual.opening),
        type_case=_most((_case(start[1]) for start in starts), usual.type_case),
        field_case=_most((_case(field[2]) for field in fields), usual.field_case),
        indent=_most((field[1] for field in fields), usual.indent),
        alignment=_alignment(entries),
        quotes=_most((field[5][0] == '"' for field in fields if field[5][:1] in '{"'), False),
        bare_numbers=_most(_bareness(fields), usual.bare_numbers),
        month=_most(map(_month_form, _MONTH.finditer(text)), usual.month),
        last_comma=_most((comma for comma, _ in closings), usual.last_comma),
        closing=_most((before for _, before in closings), usual.closing),
    )


def _most(values: Iterable[Value], otherwise: Value) -> Value:
    """Return the most frequent value, of several the first."""
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else otherwise


def _closing(body: str) -> tuple[bool, str] | None:
    """Return whether a comma ends the last field, and what stands before the closing brace."""
    entry = _entry_alone(body).rstrip()
    if not entry.endswith("}"):
        return None
    inside = entry[:-1]
    fields = inside.rstrip()
    _, newline, indent = inside[len(fields) :].rpartition("\n")
    return fields.endswith(","), f"{newline}{indent}" if newline else ""


def _entry_alone(body: str) -> str:
    """Return an entry's text without comments and the like that follow it."""
    end = re.search(r"\}[ \t]*\n[ \t]*(?:\n|%|@|\Z)", body)
    return body[: end.end() - 1] if end else body


def _dialect(names: Sequence[str]) -> Dialect:
    biblatex = names.count("journaltitle") + names.count("date") + names.count("location")
    bibtex = names.count("journal") + names.count("year") + names.count("address")
    return "biblatex" if biblatex > bibtex else "bibtex"


def _empty_lines(body: str) -> int:
    """Return how many empty lines follow an entry."""
    return max(body[len(body.rstrip()) :].count("\n") - 1, 0)


def _case(word: str) -> Case:
    if word.isupper():
        return "upper"
    return "lower" if word.islower() else "capitalised"


def _bareness(fields: Iterable[re.Match[str]]) -> Iterable[bool]:
    """Yield for each field that is a number whether it stands bare."""
    for field in fields:
        if re.match(r"[{\"]?\d+[}\"]?\s*(?:,|\}?\s*$)", field[5]):
            yield field[5][0].isdigit()


def _month_form(month: re.Match[str]) -> MonthForm:
    word, closed = month[1], month[2]
    if word.isdigit():
        return "padded number" if word.startswith("0") else "number"
    if not closed:
        return "abbreviation"
    return "short name" if len(word) == 3 else "name"


def _alignment(entries: Sequence[Sequence[re.Match[str]]]) -> Alignment:
    several = [entry for entry in entries if len({len(field[2]) for field in entry}) > 1]
    several = several or [entry for entry in entries if len(entry[0][3]) > 1]
    by = _most(map(_aligned_by, several), "nothing")
    if by == "nothing":
        fields = [field for entry in entries for field in entry]
        before, after = _most(((field[3], field[4]) for field in fields), (" ", " "))
        return Alignment(by, 0, before, after)
    aligned = [entry for entry in several if _aligned_by(entry) == by]
    widths = [_column(entry[0], by) for entry in aligned]
    fields = [field for entry in aligned for field in entry]
    before = min((field[3] for field in fields), key=len)[:1]
    after = min((field[4] for field in fields), key=len)[:1]
    if by == "values":
        before = _most((field[3] for field in fields), before)
    else:
        after = _most((field[4] for field in fields), after)
    width = _most(widths, 0)
    return Alignment(by, width if widths.count(width) > len(widths) / 2 else 0, before, after)


def _aligned_by(entry: Sequence[re.Match[str]]) -> Literal["equals", "values", "nothing"]:
    if len({_column(field, "equals") for field in entry}) == 1:
        return "equals"
    if len({_column(field, "values") for field in entry}) == 1:
        return "values"
    return "nothing"


def _column(field: re.Match[str], by: str) -> int:
    """Return how far from the beginning of a name its equals sign or its value stands."""
    equals = len(field[2]) + len(field[3])
    return equals if by == "equals" else equals + 1 + len(field[4])
