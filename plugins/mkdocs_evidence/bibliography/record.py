"""The body of one entry, ``key, name = value, …}``, and what may be wrong in it.

It has to be read forgivingly: after a mistake the reading goes on at the next line that looks like
a field. ``values`` reads what stands behind the equals sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_evidence.problems import did_you_mean
from mkdocs_evidence.rules import RuleId

from .values import Abbreviations, read_value

_KEY = re.compile(r"\s*([^\s,{}=\"#%]+)")
_NAME = re.compile(r"[A-Za-z_][\w:.+/-]*")
_NEAR = 200
"""How far after a value the comma is looked for."""

_REST = re.compile(r"[ \t\n,]*[^ \t\n,]")
_SEPARATORS = re.compile(r"[\s,]*")
_FIELD_LINE = re.compile(r"^[ \t]*([A-Za-z_][\w-]*)[ \t]*=[ \t]*(?=[{\"\d])", re.MULTILINE)
_FIELD_START = re.compile(r"[A-Za-z_][\w-]*\s*=")
_ADVICE = "A value stands in braces: name = {value},"


@dataclass(frozen=True)
class Mistake:
    """What is wrong at an offset of the text, in plain words."""

    offset: int
    message: str
    advice: str = ""
    rule: RuleId = "broken-entry"


class Record:
    """Reads one entry, from after its opening brace.

    Args:
        text: The entry, up to where the next one begins; comments are blanked.
        start: The offset after the opening brace.
        closing: The character that ends the entry, a brace or a parenthesis.
        macros: The abbreviations that may stand for a value.
        keyed: Whether a key comes before the fields.

    Attributes:
        key: The entry's key; empty where there is none.
        key_offset: Where the key stands.
        values: The fields' values by name in lower case, as written.
        offsets: Where each field's name stands.
        mistakes: What is wrong.
        end: The offset after the entry.
    """

    def __init__(
        self,
        text: str,
        start: int,
        closing: str,
        macros: Abbreviations,
        *,
        keyed: bool = True,
    ) -> None:
        self.text = text
        self.closing = closing
        self.key = ""
        self.key_offset = start
        self.values: dict[str, str] = {}
        self.offsets: dict[str, int] = {}
        self.mistakes: list[Mistake] = []
        self.end = start
        self._macros = macros
        if keyed:
            self._read_key()
        self._read_fields()

    def _mistake(self, offset: int, message: str, advice: str = "") -> None:
        self.mistakes.append(Mistake(offset, message, advice))

    def _read_key(self) -> None:
        found = _KEY.match(self.text, self.end)
        after = found.end() if found else self.end
        following = self.text[after:].lstrip()[:1]
        if found is None or following == "=":
            advice = "Write a key after the opening brace, such as “smith2017”, and a comma."
            self._mistake(self.end, "This entry has no key.", advice)
            return
        self.key, self.key_offset, self.end = found[1], found.start(1), after
        if following in (",", self.closing, ""):
            return
        self._report_after_key(self.text.find("\n", after), after)

    def _report_after_key(self, line_end: int, after: int) -> None:
        comma = self.text.find(",", after, line_end if line_end >= 0 else len(self.text))
        words = self.text[after:comma] if comma >= 0 else ""
        if words.strip() and not set(words) & set('={}"'):
            written = self.text[self.key_offset : comma].rstrip()
            advice = f"Write it without spaces: {''.join(written.split())}"
            self._mistake(self.key_offset, f"The key “{written}” has a space in it.", advice)
            self.end = comma
        else:
            self._mistake(after, f"After the key “{self.key}” a comma is missing.")

    def _read_fields(self) -> None:
        while True:
            self._skip_separators()
            if self.end >= len(self.text):
                self._report_unclosed()
                return
            if self.text[self.end] == self.closing:
                if self._ends_here():
                    return
            elif not self._read_field() and not self._go_on_at_next_field(self.end):
                return

    def _skip_separators(self) -> None:
        separators = _SEPARATORS.match(self.text, self.end)
        self.end = separators.end() if separators else self.end

    def _report_unclosed(self) -> None:
        offset = max(len(self.text.rstrip(" \t\n,")) - 1, 0)
        name = f"The entry “{self.key}”" if self.key else "This entry"
        message = f"{name} is not closed: a {self.closing} is missing at its end."
        self._mistake(offset, message)

    def _ends_here(self) -> bool:
        """Take the end; but fields after it mean a brace too many, and are read as well."""
        brace, self.end = self.end, self.end + 1
        line = _FIELD_LINE.search(self.text, self.end)
        if line is None:
            return True
        self._mistake(brace, f"This {self.closing} ends the entry, but more fields follow it.")
        self.end = line.start(1)
        return False

    def _go_on_at_next_field(self, offset: int) -> bool:
        line = _FIELD_LINE.search(self.text, offset)
        self.end = line.start(1) if line else len(self.text)
        return line is not None

    def _read_field(self) -> bool:
        """Read ``name = value``; say whether the reading can go on right after it."""
        name = _NAME.match(self.text, self.end)
        if name is None:
            junk = self.text[self.end : self.end + 20].split("\n")[0]
            self._mistake(self.end, f"“{junk}” belongs to no field.")
            self.end += 1
            return False
        equals = re.compile(r"\s*=").match(self.text, name.end())
        if equals is None:
            advice = f"Write: {name[0]} = {{…}},"
            self._mistake(name.end() - 1, f"After “{name[0]}” an = is missing.", advice)
            self.end = name.end()
            return False
        self.offsets.setdefault(name[0].lower(), name.start())
        return self._read_value(name, equals.end())

    def _read_value(self, name: re.Match[str], start: int) -> bool:
        self._macros.unknown.clear()
        value, self.end = read_value(self.text, start, self._macros)
        following = self.text[self.end : self.end + _NEAR].lstrip()
        parted = following[:1] in (",", self.closing, "") or _FIELD_START.match(following)
        if value is None or not parted or self._swallowed_the_end(start, self.end):
            return self._report_unreadable(name, start)
        self._report_unknown(start)
        self.values.setdefault(name[0].lower(), value)
        if following and following[0] not in (",", self.closing):
            message = f"After the value of “{name[0]}” a comma is missing."
            self._mistake(len(self.text[: self.end].rstrip()) - 1, message)
        return True

    def _report_unknown(self, start: int) -> None:
        for unknown in self._macros.unknown:
            message = f"There is no abbreviation “{unknown}”."
            otherwise = f"If it is text, put it in braces: {{{unknown}}}"
            advice = did_you_mean(unknown, self._macros, otherwise) if self._macros else otherwise
            offset = self.text.index(unknown, start)
            self.mistakes.append(Mistake(offset, message, advice, "unknown-abbreviation"))

    def _swallowed_the_end(self, start: int, end: int) -> bool:
        """Say whether a value took in other fields and left no brace to end the entry."""
        rest = _REST.match(self.text, end)
        return rest is None and _FIELD_LINE.search(self.text, start, end) is not None

    def _report_unreadable(self, name: re.Match[str], start: int) -> bool:
        """Report a value without an end, or another mistake in it."""
        opening = self.text[start:].lstrip()[:1]
        swallowed = _FIELD_LINE.search(self.text, start, self.end)
        missing = {"{": "}", '"': '"'}.get(opening)
        if missing is None or not (swallowed or self.end >= len(self.text.rstrip())):
            self._mistake(name.start(), f"The value of “{name[0]}” cannot be read.", _ADVICE)
            return False
        found = self._go_on_at_next_field(start)
        value = self.text[start : self.end].strip(' \t\n,{}"')
        self.values.setdefault(name[0].lower(), value.replace("{", "").replace("}", ""))
        message = f"The value of “{name[0]}” is not closed: a {missing} is missing."
        self._mistake(name.start(), message)
        return found
