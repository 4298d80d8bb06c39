"""Locators: the ``p. 3`` of a cite, with the English terms and abbreviations for what it counts."""

from __future__ import annotations

import re

_TERMS = {
    "book": ("book", "books", "bk.", "bks."),
    "chapter": ("chapter", "chapters", "chap.", "chaps.", "ch."),
    "column": ("column", "columns", "col.", "cols."),
    "figure": ("figure", "figures", "fig.", "figs."),
    "folio": ("folio", "folios", "fol.", "fols."),
    "issue": ("number", "numbers", "no.", "nos."),
    "line": ("line", "lines", "l.", "ll."),
    "note": ("note", "notes", "n.", "nn."),
    "opus": ("opus", "opera", "op.", "opp."),
    "page": ("page", "pages", "p.", "pp."),
    "paragraph": ("paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶"),
    "part": ("part", "parts", "pt.", "pts."),
    "section": ("section", "sections", "sec.", "secs.", "§", "§§"),
    "sub verbo": ("sub verbo", "sub verbis", "s.v.", "s.vv."),
    "verse": ("verse", "verses", "v.", "vv."),
    "volume": ("volume", "volumes", "vol.", "vols."),
}
_LABELS = {term: label for label, terms in _TERMS.items() for term in terms}
_LABEL = re.compile(
    "(" + "|".join(map(re.escape, sorted(_LABELS, key=len, reverse=True))) + r")(?![^\W\d_])",
    re.IGNORECASE,
)
_NUMBER = r"\(?(?:[A-Za-z]{0,3}\d+(?:[.:/]\d+)*[a-z]{0,2}|[ivxlcdm]+|[IVXLCDM]+)\)?(?!\w)"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*(?:--?|–|,|&)\s*{_NUMBER})*")
_BARE_NUMBERS = re.compile(rf"(?=[^\s,]*\d){_NUMBERS.pattern}")


def read_locator(text: str) -> tuple[str, str, str]:
    """Split what follows a key into its locator and the rest.

    Args:
        text: Such as ``, pp. 3-5, and more``. A number without a label counts pages, and must
            follow a comma or begin the text.

    Returns:
        The CSL label, the locator, and the rest as it stands; without a locator ``page``, an
        empty text and the whole.
    """
    lead = re.compile(r"\s*,?\s*").match(text)
    start = lead.end() if lead else 0
    if label := _LABEL.match(text, start):
        after = label.end() + len(text[label.end() :]) - len(text[label.end() :].lstrip())
        if numbers := _NUMBERS.match(text, after):
            return _LABELS[label[1].lower()], _plain(numbers[0]), text[numbers.end() :]
    elif (start == 0 or "," in text[:start]) and (numbers := _BARE_NUMBERS.match(text, start)):
        return "page", _plain(numbers[0]), text[numbers.end() :]
    return "page", "", text


def _plain(numbers: str) -> str:
    return re.sub(r"\s*(?:--?|–)\s*", "-", numbers)
