"""The titles of an entry: of the work, of what it is part of, and their short forms.

biblatex builds them from several fields each (manual, section 2.2.2): ``title`` with ``subtitle``
and ``titleaddon``, and the same for ``booktitle``, ``maintitle``, ``journaltitle``, ``issuetitle``.
"""

from __future__ import annotations

from collections.abc import Mapping

from .casing import sentence_case
from .entry import Entry
from .fields import PARTS
from .languages import is_english
from .latex import rich_text


def titles(entry: Entry, language: str) -> dict[str, str]:
    """Return the titles of an entry as rich text, by CSL variable.

    Args:
        entry: The entry.
        language: The tag of its language; empty where it is not named.
    """
    found = _Titles(entry.fields, english=is_english(language))
    if entry.type in PARTS:
        result = found.of_part()
    elif entry.type == "periodical":
        result = found.of_issue()
    else:
        result = found.of_work()
    return {variable: text for variable, text in result.items() if text}


class _Titles:
    def __init__(self, fields: Mapping[str, str], *, english: bool) -> None:
        self.fields = fields
        self.english = english

    def of_part(self) -> dict[str, str]:
        """Return the titles of a part of a book, which may itself be one of several volumes."""
        main, book = self._joined("main"), self._joined("book")
        return {
            "title": self._joined(""),
            "title-short": self._short(),
            "container-title": main or book or self._journal(),
            "volume-title": book if main else "",
        }

    def of_issue(self) -> dict[str, str]:
        """Return the titles of an issue of a periodical, whose ``title`` is the periodical's."""
        if not (issue := self._joined("issue")):
            return self.of_work()
        return {"title": issue, "container-title": self._text("title", "subtitle", cased=False)}

    def of_work(self) -> dict[str, str]:
        main, own = self._joined("main"), self._joined("")
        return {
            "title": main or own,
            "title-short": "" if main else self._short(),
            "container-title": self._journal(),
            "volume-title": own if main else "",
        }

    def _journal(self) -> str:
        name = "journaltitle" if "journaltitle" in self.fields else "journal"
        return self._text(name, "journalsubtitle", cased=False)

    def _joined(self, prefix: str) -> str:
        text = self._text(f"{prefix}title", f"{prefix}subtitle")
        addition = self._text(f"{prefix}titleaddon")
        return f"{text.removesuffix('.')}. {addition}" if text and addition else text

    def _short(self) -> str:
        if short := self._text("shorttitle"):
            return short
        title = self._text("title")
        if self.fields.keys() & {"subtitle", "titleaddon"}:
            return title.removesuffix(":")
        before, colon, _ = title.partition(": ")
        return before if colon and _is_whole(before) else ""

    def _text(self, name: str, under: str = "", *, cased: bool = True) -> str:
        """Return a title with its subtitle, in sentence case if it is English."""
        if name not in self.fields:
            return ""
        main = rich_text(self.fields[name], protect=self.english)
        if below := rich_text(self.fields.get(under, ""), protect=self.english):
            main = f"{main} {below}" if main[-1:] in "?!:." else f"{main}: {below}"
        return sentence_case(main) if cased and self.english else main


def _is_whole(markup: str) -> bool:
    """Say whether every tag in a part of a rich text is closed in it."""
    return markup.count("<") == 2 * markup.count("</")
