"""What YAML's own complaints mean, in words for somebody who has never heard of YAML.

The complaints are libyaml's (src/scanner.c and src/parser.c). Each comes with the place where
reading stopped, and often with the place where the thing began that could not be read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source

_BELOW_A_BAR = "write it below the field's name and a “|”, two spaces to the right"
_IN_QUOTES = f"Put the whole text in quotes, or {_BELOW_A_BAR}."
_DISTANCE = (
    "Keep lines that belong together at the same distance from the margin; to give a field a "
    f"longer text, {_BELOW_A_BAR}."
)
LONGEST_SHOWN = 70
"""How many characters a text may have to be shown again in quotes."""


class _Explanation(NamedTuple):
    rule: RuleId
    message: str
    advice: str
    where_it_began: bool = False


_TAB = _Explanation(
    "yaml-tab",
    "There is a tab here; only spaces can move a line to the right.",
    "Replace the tab with two spaces.",
)
_COLON = _Explanation(
    "unquoted-colon",
    "A colon followed by a space begins a new field, so this text is cut in two.",
    _IN_QUOTES,
)
_CONTINUED = _Explanation(
    "misplaced-field",
    "This line goes on with the text above it, so no field can begin in it.",
    "If it is a field, begin it at the same distance from the margin as the other fields. If it "
    f"is text, {_BELOW_A_BAR}.",
)
_NO_COLON = _Explanation(
    "missing-colon",
    "This line belongs to no field: a field is its name, a colon, a space and its value.",
    _DISTANCE,
    where_it_began=True,
)
_NO_SPACE = _Explanation(
    "missing-space",
    "A space is missing after the colon that ends the field's name, or after the hyphen that "
    "begins an item.",
    "Write, for example: “title: Small steps” or “- Small steps”.",
)
_AFTER_QUOTE = _Explanation(
    "text-after-quote",
    "The text in quotes or brackets has ended here, but the line goes on.",
    _IN_QUOTES,
)
_AFTER_BAR = _Explanation(
    "text-after-bar",
    "After “|” or “>” the text begins on the next line.",
    "Write it there, two spaces to the right; if the sign belongs to the text, put all of it in "
    "quotes.",
    where_it_began=True,
)
_OTHER_DISTANCE = _Explanation(
    "misplaced-line",
    "This line begins at another distance from the margin than the lines that it belongs to.",
    _DISTANCE,
)
_OPEN_QUOTE = _Explanation(
    "open-quote",
    "A quote is opened here and never closed.",
    "Close it where the text ends; use “|” for a text of several lines.",
    where_it_began=True,
)
_OPEN_LIST = _Explanation(
    "open-bracket",
    "A list is opened with “[” here and not closed properly.",
    "Write it as [one, two, three], with text that has commas or brackets in quotes.",
    where_it_began=True,
)
_OPEN_GROUP = _Explanation(
    "open-bracket",
    "A group of fields is opened with “{” here and not closed properly.",
    "Write it as {name: value, other: value}, with text that has commas in quotes.",
    where_it_began=True,
)
_NO_HYPHEN = _Explanation(
    "missing-hyphen",
    "This line stands among the items of a list but has no hyphen.",
    "Begin each item with “- ”, all at the same distance from the margin.",
)
_BACKSLASH = _Explanation(
    "unknown-escape",
    'Inside "double quotes" a backslash means something special.',
    "Use 'single quotes' instead, or write the backslash twice.",
)
_SPACE = _Explanation(
    "foreign-space",
    "This looks like a space, but it is a non-breaking one, as word processors write it.",
    "Delete it and type an ordinary space.",
)
_UNKNOWN = _Explanation(
    "yaml-syntax", "This place cannot be read as a field or as a part of one.", _DISTANCE
)

_BY_COMPLAINT = {
    "mapping values are not allowed": _COLON,
    "found a tab character": _TAB,
    "could not find expected ':'": _NO_COLON,
    "found unexpected end of stream": _OPEN_QUOTE,
    "found unexpected document indicator": _OPEN_QUOTE,
    "did not find expected ',' or ']'": _OPEN_LIST,
    "did not find expected ',' or '}'": _OPEN_GROUP,
    "did not find expected key": _OTHER_DISTANCE,
    "did not find expected '-' indicator": _NO_HYPHEN,
}
_BY_CONTEXT = {
    "while scanning a block scalar": _AFTER_BAR,
    "while parsing a quoted scalar": _BACKSLASH,
}
_SIGN_CONTEXTS = ("an alias", "an anchor", "a tag", "a directive")
_SIGN_COMPLAINTS = (
    "found character that cannot start any token",
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
)
_FOREIGN_SPACE = re.compile("[ \t]*(?:[\\w-]+:)?[ \t]*[\u00a0\u2007\u202f]")
_FIELD = re.compile(r"[ \t]*(?:-[ \t]+)*[^\s:]+:[ \t]")
_WITHOUT_SPACE = re.compile(r"[ \t]*(?:-[^\s-]|[\w-]+:\S)")
_COMMENT_AFTER_TEXT = re.compile(r"[ \t]*[^\s#\"'|>][^\n\"']*?[ \t]#")
_FIELD_IN_REMARK = re.compile(r"[ \t]*(#[ \t]*([\w-]+:(?:[ \t].*)?))$")
_VALUE = re.compile(r"([ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?)(\S.*?)[ \t]*$")


def explain(error: yaml.MarkedYAMLError, source: Source, base: int) -> Problem:
    """Return the problem behind a YAML error.

    Args:
        error: What the YAML reader says.
        source: The file.
        base: The offset in the file at which the YAML begins.
    """

    def offset(mark: yaml.Mark | None) -> int:
        return min(base + (mark.index if mark else 0), max(0, len(source.text) - 1))

    stopped = offset(error.problem_mark or error.context_mark)
    began = offset(error.context_mark or error.problem_mark)
    if source.text[stopped : stopped + 1] == "\t":
        return source.problem(stopped, *_TAB[:3])
    complaint, context = error.problem or "", error.context or ""
    if context.endswith(_SIGN_CONTEXTS):
        return unquoted_sign(source, began)
    if complaint.startswith(_SIGN_COMPLAINTS):
        return unquoted_sign(source, stopped)
    found = _BY_CONTEXT.get(context) or next(
        (each for words, each in _BY_COMPLAINT.items() if complaint.startswith(words)), _UNKNOWN
    )
    return _at(source, began if found.where_it_began else stopped, found)


def _at(source: Source, offset: int, found: _Explanation) -> Problem:
    """Return the problem at a place, after a closer look at its line and the one above."""
    line, above = _lines(source.text, offset)
    for each in (line, above):
        if space := _FOREIGN_SPACE.match(each.text):
            return source.problem(each.start + space.end() - 1, *_SPACE[:3])
    if found is _COLON and not _FIELD.match(line.before):
        if above.indentation != line.indentation:
            found, offset = _CONTINUED, line.start + line.indentation
        else:
            offset = above.start + above.indentation
            found = _NO_SPACE if _WITHOUT_SPACE.match(above.text) else _NO_COLON
    elif found in (_NO_COLON, _OTHER_DISTANCE):
        sign = _COMMENT_AFTER_TEXT.match(above.text)
        if remark := _FIELD_IN_REMARK.match(above.text):
            return source.problem(
                above.start + remark.start(1),
                "field-in-remark",
                "This field is still a remark, so the text below it belongs to none.",
                f"Delete the number sign and the space behind it: {remark[2].strip()}",
                end=above.start + len(above.text),
            )
        if line.before.strip():
            found = _AFTER_QUOTE
        elif sign and (line.indentation > above.indentation or not _FIELD.match(above.text)):
            return cut_short(source, above.start + sign.end() - 1, goes_on=True)
        elif _WITHOUT_SPACE.match(line.text):
            found = _NO_SPACE
    advice = found.advice
    if found in (_COLON, _AFTER_QUOTE, _BACKSLASH):
        advice = _line_in_quotes(line.text) or advice
    return source.problem(offset, found.rule, found.message, advice)


class _Line(NamedTuple):
    """A line: its text, the part of that before a place, and the offset of its start."""

    text: str
    before: str
    start: int

    @property
    def indentation(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def _lines(text: str, offset: int) -> tuple[_Line, _Line]:
    """Return the line of an offset, and the last line above it that is not empty."""
    start = text.rfind("\n", 0, offset) + 1
    line = _Line(text[start:].partition("\n")[0], text[start:offset], start)
    above = text[:start].rstrip()
    above_start = above.rfind("\n") + 1
    return line, _Line(above[above_start:], "", above_start)


def unquoted_sign(source: Source, offset: int) -> Problem:
    """Return the problem of a text that begins with a sign of which YAML makes something else."""
    line, _ = _lines(source.text, offset)
    return source.problem(
        offset,
        "unquoted-sign",
        f"A text cannot begin with “{source.text[offset]}” unless it is in quotes.",
        _line_in_quotes(line.text) or _IN_QUOTES,
    )


def cut_short(source: Source, sign: int, *, goes_on: bool = False) -> Problem:
    """Return the problem of a text that ends at the number sign at this offset.

    Args:
        source: The file.
        sign: The offset of the number sign.
        goes_on: Whether the text was meant to go on in the next line.
    """
    line, _ = _lines(source.text, sign)
    is_whole = _FIELD.match(line.text) and not goes_on
    return source.problem(
        sign,
        "cut-short",
        "A number sign after a space begins a remark to yourself, so the text ends before it.",
        (_line_in_quotes(line.text) if is_whole else "") or _IN_QUOTES,
    )


def _line_in_quotes(line: str) -> str:
    """Return advice that shows the line with its text in quotes; empty where that is no help."""
    found = _VALUE.match(line)
    if not found or len(found[2]) > LONGEST_SHOWN or found[2].startswith("{"):
        return ""
    text = found[2]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    single = '"' in text or "\\" in text
    quoted = "'" + text.replace("'", "''") + "'" if single else f'"{text}"'
    return f"Put the whole text in quotes: {found[1].lstrip()}{quoted}"
