"""Locale files: terms, localized date formats and options (CSL 1.0.2, Locale Files).

Terms of a style's own ``cs:locale`` elements come before those of the files, and near dialects
before far ones (section Locale Fallback).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from .files import NAMESPACE, full_language, locale_chain, locale_file, normal_language
from .typography import Quotes

_NEXT_FORM = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
"""The form that stands in where a term lacks one (CSL 1.0.2, Terms)."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term in one form, for one thing and for several; ``match`` is for ordinals only."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


class Locale:
    """The terms, dates and options of one language as one style has them.

    Args:
        language: The language tag, such as ``de-AT``.
        own: The style's ``cs:locale`` elements.
    """

    def __init__(self, language: str, own: Iterable[ElementTree.Element] = ()) -> None:
        self.language = full_language(language)
        self.is_english = self.language.split("-")[0] == "en"
        self._terms: dict[tuple[str, str, str], Term] = {}
        self.dates: dict[str, ElementTree.Element] = {}
        self._options: dict[str, str] = {}
        for root in reversed([*self._own(own), *self._files()]):
            self._take(root)
        self.punctuation_in_quote = self._options.get("punctuation-in-quote") == "true"
        self.limit_day_ordinals = self._options.get("limit-day-ordinals-to-day-1") == "true"
        self.quotes = Quotes(
            (self.term("open-quote"), self.term("close-quote")),
            (self.term("open-inner-quote"), self.term("close-inner-quote")),
            self.punctuation_in_quote,
        )

    def _own(self, own: Iterable[ElementTree.Element]) -> list[ElementTree.Element]:
        """Return the style's elements that apply: for the dialect, the language, any language."""
        by_language: dict[str, list[ElementTree.Element]] = {}
        for element in own:
            tag = element.get("{http://www.w3.org/XML/1998/namespace}lang", "")
            by_language.setdefault(normal_language(tag) if tag else "", []).append(element)
        tags = (self.language, self.language.split("-")[0], "")
        return [element for tag in dict.fromkeys(tags) for element in by_language.get(tag, ())]

    def _files(self) -> list[ElementTree.Element]:
        roots = (locale_file(tag) for tag in locale_chain(self.language))
        return [root for root in roots if root is not None]

    def _take(self, root: ElementTree.Element) -> None:
        """Let the terms of a nearer source replace those known so far."""
        for options in root.iter(f"{NAMESPACE}style-options"):
            self._options.update(options.attrib)
        for date in root.iterfind(f"{NAMESPACE}date"):
            self.dates[date.get("form", "text")] = date
        terms = [*root.iter(f"{NAMESPACE}term")]
        if any(term.get("name", "").startswith("ordinal") for term in terms):
            self._terms = {
                key: term for key, term in self._terms.items() if not key[0].startswith("ordinal")
            }
        for element in terms:
            key = (element.get("name", ""), element.get("form", "long"), _gender_form(element))
            self._terms[key] = _term(element)

    def has_term(self, name: str) -> bool:
        """Say whether there is a term of this name, and its usual form is not empty."""
        forms = ("long", "short", "verb", "verb-short", "symbol")
        found = (self._terms.get((name, form, "")) for form in forms)
        return bool(next((term.single for term in found if term is not None), ""))

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """Return a term; empty where there is none."""
        found = self._find(name, form, "")
        if found is None:
            return ""
        return found.multiple if plural else found.single

    def gender(self, name: str) -> str:
        """Return the grammatical gender of a term; empty where it has none."""
        found = self._terms.get((name, "long", ""))
        return found.gender if found else ""

    def _find(self, name: str, form: str, gender: str) -> Term | None:
        while form:
            if found := self._terms.get((name, form, gender)):
                return found
            form = _NEXT_FORM.get(form, "")
        return None

    def ordinal(self, number: int, gender: str = "") -> str:
        """Return a number with its ordinal suffix (CSL 1.0.2, Ordinal Suffixes)."""
        return f"{number}{self._ordinal_suffix(number, gender)}"

    def _ordinal_suffix(self, number: int, gender: str) -> str:
        choices = (
            (f"ordinal-{number % 100:02}", ("last-two-digits", "")),
            (f"ordinal-{number % 10:02}", ("last-digit", "")),
        )
        for form in dict.fromkeys((gender, "")):
            whole = self._terms.get((f"ordinal-{number:02}", "long", form))
            if whole and whole.match == "whole-number":
                return whole.single
            for name, matches in choices:
                found = self._terms.get((name, "long", form))
                is_short = int(name[-2:]) < 10
                if found is None or found.match == "whole-number":
                    continue
                if found.match in matches and (found.match or is_short or "last-two" in matches[0]):
                    return found.single
        general = self._terms.get(("ordinal", "long", gender)) or self._terms.get(
            ("ordinal", "long", "")
        )
        if general is not None:
            return general.single
        oldest = self._terms.get(("ordinal-04", "long", gender)) or self._terms.get(
            ("ordinal-04", "long", "")
        )
        return oldest.single if oldest else ""

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """Return an ordinal in words up to ten, and with a suffix above."""
        for form in (gender, ""):
            if found := self._terms.get((f"long-ordinal-{number:02}", "long", form)):
                return found.single
        return self.ordinal(number, gender)


def _gender_form(element: ElementTree.Element) -> str:
    return element.get("gender-form", "")


def _term(element: ElementTree.Element) -> Term:
    single = element.findtext(f"{NAMESPACE}single")
    multiple = element.findtext(f"{NAMESPACE}multiple")
    text = element.text or ""
    return Term(
        text if single is None else single,
        text if multiple is None else multiple,
        element.get("gender", ""),
        element.get("match", ""),
    )
