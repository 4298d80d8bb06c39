"""What a locator can count, and the terms for it (CSL 1.0.2, appendix IV, Locators)."""

from __future__ import annotations

from collections.abc import Iterator

from .locales import Locale

LOCATORS = (
    "page", "act", "appendix", "article-locator", "book", "canon", "chapter", "column",
    "elocation", "equation", "figure", "folio", "issue", "line", "note", "opus", "paragraph",
    "part", "rule", "scene", "section", "sub-verbo", "supplement", "table", "timestamp",
    "title-locator", "verse", "version", "volume",
)  # fmt: skip
"""The types of locators: pages, which are cited most, and then all others by the alphabet."""

_FORMS = ("long", "short", "symbol")


def locator_terms(language: str) -> Iterator[tuple[str, str]]:
    """Yield every term of a language for what a locator counts, each with its type of locator.

    What a language has no term for comes in English. A term may come several times; its first
    type is meant most often.

    Args:
        language: The language tag, such as ``pt-BR``.
    """
    locale = Locale(language)
    for name in LOCATORS:
        for form in _FORMS:
            for plural in (False, True):
                if term := locale.term(name, form, plural=plural):
                    yield term, name
