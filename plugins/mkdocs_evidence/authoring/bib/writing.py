"""An entry written in the style of a file."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_evidence.authoring.items import Item
from mkdocs_evidence.bibliography.latex import plain_text

from .fields import MONTHS, VERBATIM, entry_fields, entry_type
from .latex import in_ascii
from .style import Alignment, BibStyle, Case, MonthForm

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def written_entry(item: Item, key: str, style: BibStyle) -> str:
    """Return an item as an entry, with line feeds, and without an end of the last line."""
    fields = {
        _cased(name, style.field_case): _value(name, value, style)
        for name, value in entry_fields(item, style.dialect).items()
    }
    before, after = style.opening
    first = f"@{_cased(entry_type(item), style.type_case)}{before}{{{after}{key},"
    lines = [f"{style.indent}{line}" for line in _aligned(fields, style.alignment)]
    last_comma = "," if style.last_comma else ""
    return "\n".join([first, ",\n".join(lines)]) + f"{last_comma}{style.closing}}}"


def _aligned(fields: Mapping[str, str], alignment: Alignment) -> list[str]:
    longest = max(map(len, fields), default=0)
    before, after = alignment.before, alignment.after
    equals = alignment.width or longest + len(before)
    values = alignment.width or longest + len(f"{before}={after}")
    lines = []
    for name, value in fields.items():
        if alignment.by == "equals":
            start = f"{f'{name}{before}'.ljust(equals)}={after}"
        else:
            start = f"{name}{before}={after}"
        if alignment.by == "values":
            start = start.ljust(values)
        lines.append(f"{start}{value}")
    return lines


def _cased(word: str, case: Case) -> str:
    return {"upper": word.upper(), "capitalised": word.capitalize()}.get(case, word)


def _value(name: str, value: str, style: BibStyle) -> str:
    if name == "month":
        return _month(value, style)
    if style.bare_numbers and value.isascii() and value.isdigit():
        return value
    if style.in_ascii and name not in VERBATIM and plain_text(in_ascii(value)) == plain_text(value):
        value = in_ascii(value)
    return _delimited(value, style)


def _delimited(value: str, style: BibStyle) -> str:
    return f'"{value}"' if style.quotes else f"{{{value}}}"


def _month(abbreviation: str, style: BibStyle) -> str:
    number = MONTHS.index(abbreviation)
    forms: dict[MonthForm, str] = {
        "name": _MONTH_NAMES[number],
        "short name": _MONTH_NAMES[number][:3],
        "number": f"{number + 1}",
        "padded number": f"{number + 1:02}",
    }
    if style.month not in forms:
        return abbreviation
    if style.bare_numbers and style.month == "number":
        return forms[style.month]
    return _delimited(forms[style.month], style)
