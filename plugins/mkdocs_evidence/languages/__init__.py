"""The words that readers see, one catalogue a language, with dates and language names.

A catalogue is a folder here: ``site.yaml`` has the words around posts, ``study.yaml`` those of the
vocabulary and of the panel on a post's study, ``effects.yaml`` the sentences about effects, and
``across.yaml`` what stands across posts. English stands in for a word or a language that is
missing. Dates and the names of languages come from the Unicode CLDR, through Babel.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

FALLBACK = "en"

LANGUAGES = sorted(
    folder.name
    for folder in files(__name__).iterdir()
    if folder.is_dir() and (folder / "site.yaml").is_file()
)
"""The languages of which there is a catalogue."""


class Catalogue:
    """The words of one language.

    Args:
        language: A language tag (BCP 47), such as ``pt`` or ``pt-BR``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _words(FALLBACK) | _words(_primary(language))
        self._locale = locale(language) or Locale(FALLBACK)

    @property
    def direction(self) -> str:
        """How this language runs, as the attribute ``dir`` of HTML says it: ltr or rtl."""
        return self._locale.text_direction

    def text(self, name: str, **values: object) -> str:
        """Return the words of this name, with the values put into their places."""
        return self._words[name].format(**values)

    def counted(self, name: str, count: int, **values: object) -> str:
        """Return the words of this name for a count, which are others where it is one.

        Those for one thing have the same name with ``_one`` behind it.
        """
        if count == 1:
            return self.text(f"{name}_one", **values)
        return self.text(name, count=self.number(count), **values)

    def has(self, name: str) -> bool:
        """Say whether there are words of this name."""
        return name in self._words

    def beginning(self, start: str) -> dict[str, str]:
        """Return all words whose names begin so, by these names, with their places not filled."""
        return {name: text for name, text in self._words.items() if name.startswith(start)}

    def date(self, day: datetime.date) -> str:
        """Return a day as it is written out in this language."""
        return format_date(day, format="long", locale=self._locale)

    def partial_date(self, text: str) -> str:
        """Return a year, a month or a day, given as in 2019-04, as it is written out here."""
        year, *rest = (int(part) for part in text.split("-"))
        match rest:
            case [month, day]:
                return self.date(datetime.date(year, month, day))
            case [month]:
                first = datetime.date(year, month, 1)
                return format_skeleton("yMMMM", first, locale=self._locale)
        return text

    def number(self, value: float, decimals: int | None = None) -> str:
        """Return a number as this language writes it.

        Args:
            value: The number.
            decimals: How many digits stand behind the decimal sign; as many as it has if left out.
        """
        pattern = f"#,##0.{'0' * (decimals or 0)}"
        is_rounded = decimals is not None
        return format_decimal(value, pattern, self._locale, decimal_quantization=is_rounded)

    def listed(self, parts: Sequence[str]) -> str:
        """Return the parts as an enumeration, such as “a, b and c”."""
        if len(parts) < 2:
            return "".join(parts)
        return self._words["list_and"].join((self._words["list_comma"].join(parts[:-1]), parts[-1]))

    def own_name(self) -> str:
        """Return the name of the language in the language itself, beginning with a capital."""
        name = Locale(self._locale.language).get_display_name(self._locale) or self.language
        return name[:1].upper() + name[1:]


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language; the words are English where it has none."""
    return Catalogue(language)


def lang_attribute(language: str, around: str) -> str:
    """Return the HTML attribute that tells the language of a text, so that it is read aloud right.

    WCAG 2.2, success criterion 3.1.2.

    Args:
        language: The language tag of the text; empty where it is not known.
        around: That of the text around it. Where the languages are the same, or one is not known,
            the attribute is empty.
    """
    if not language or _primary(language) == _primary(around):
        return ""
    return f' lang="{escape(language)}"'


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def locale(language: str) -> Locale | None:
    """Return what Babel knows of a language, or None where it knows nothing."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _words(language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    if language in LANGUAGES:
        for file in (files(__name__) / language).iterdir():
            words |= yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return words
