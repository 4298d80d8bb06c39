"""The processor: all citations of a document and its reference list, in one style and locale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .apa import without_own_publisher
from .cites import PrintedCite, between, capitalize_terms, with_affixes
from .citing import Citer
from .context import SUBSEQUENT, Marks, Place
from .disambiguation import Disambiguation
from .items import Item
from .labels import citation_label
from .listing import Lister
from .model import Citation, Document, Fragment, Reference
from .output import Piece, Span, joined
from .positions import places
from .printing import Printer
from .sorting import sorted_by_keys
from .storing import Store, ingredients, packed, unpacked
from .style import Area, Style
from .typography import Run, finish

Data = Mapping[str, Any]


class Processor:
    """Formats documents.

    Args:
        style: The style.
        language: The language of the page, such as ``pt-BR``; empty for the style's own.
        item: Gives the CSL-JSON item of a key, or raises KeyError.
        store: Where reference lists are kept once they are formatted, if anywhere.
    """

    def __init__(
        self,
        style: Style,
        language: str,
        item: Callable[[str], Data],
        store: Store | None = None,
    ) -> None:
        self.style = style
        self._store = store
        self.locale = style.locale(language)
        self._data = item
        self._items: dict[str, Item] = {}
        self.printer = Printer(style, self.locale, self.item)

    def item(self, key: str) -> Item:
        """Return an item, which is read once.

        Raises:
            KeyError: There is no item of this key.
        """
        if key not in self._items:
            data = self._data(key)
            self._items[key] = Item(without_own_publisher(data) if self.style.follows_apa else data)
        return self._items[key]

    def document(
        self, citations: Sequence[Citation], uncited: Iterable[str] = (), *, sort: bool = True
    ) -> Document:
        """Return all citations of a document and its reference list.

        Args:
            citations: The citations, in the document's order.
            uncited: The keys of items that stand in the list too.
            sort: Whether the list is in the style's order; else in that of the citations.

        Raises:
            KeyError: A key names an item that there is not.
        """
        cited = [cite.key for citation in citations for cite in citation.cites]
        keys = list(dict.fromkeys([*cited, *uncited]))
        return _DocumentRun(self, citations, keys, sort=sort).document()

    def references(self, keys: Iterable[str]) -> list[Reference]:
        """Return items as a reference list, each once, in the style's order.

        Items of which the style prints nothing are left out.

        Raises:
            KeyError: A key names an item that there is not.
        """
        listed = list(dict.fromkeys(keys))
        contents = ingredients(map(self._data, listed)) if self._store else None
        if self._store is None or contents is None:
            return self.document([], listed).references
        made_of = (self.style.source, self.locale.language.encode(), contents)
        kept = unpacked(self._store.read(*made_of))
        if kept is None:
            kept = self.document([], listed).references
            self._store.write(packed(kept), *made_of)
        return kept

    def reference(self, key: str) -> Reference | None:
        """Return the reference of an item by itself, or None where the style prints nothing.

        Raises:
            KeyError: There is no item of this key.
        """
        return next(iter(self.document([], [key]).references), None)


class _DocumentRun:
    """What is known of one document while it is formatted."""

    def __init__(
        self,
        processor: Processor,
        citations: Sequence[Citation],
        keys: list[str],
        *,
        sort: bool,
    ) -> None:
        self._style = processor.style
        self._locale = processor.locale
        self._printer = processor.printer
        self._citations = citations
        self._keys = keys
        self._marks = {key: Marks(number) for number, key in enumerate(self._keys, 1)}
        self._places = places(citations, self._style.citation.option("near-note-distance"))
        self._citer = Citer(self._style.citation, self._printer, self._marks, self._cite_order)
        if self._style.has_citation_label:
            for key in self._keys:
                self._marks[key].label = citation_label(processor.item(key))
        self._order = self._number(sort=sort)

    def document(self) -> Document:
        self._tell_apart()
        printed = [
            self._citation(citation, placed)
            for citation, placed in zip(self._citations, self._places, strict=True)
        ]
        return Document(printed, self._references())

    def _number(self, *, sort: bool) -> list[str]:
        """Return the order of the reference list, in which citation numbers are given."""
        area = self._style.bibliography
        order = self._keys
        if area is not None and area.sort and sort:
            order = self._sorted(self._keys, area)
        for number, key in enumerate(order, 1):
            self._marks[key].number = number
        if (
            area is not None
            and sort
            and any(key.variable == "citation-number" and key.descending for key in area.sort)
        ):
            for number, key in enumerate(reversed(order), 1):
                self._marks[key].number = number
        return order

    def _sorted(self, keys: Sequence[str], area: Area) -> list[str]:
        return sorted_by_keys(
            keys,
            area.sort,
            lambda key, sort_key: self._printer.sort_value(area, sort_key, key, self._marks[key]),
        )

    def _cite_order(self, keys: Sequence[str]) -> list[str]:
        return self._sorted(keys, self._style.citation)

    def _tell_apart(self) -> None:
        first = Place(position=SUBSEQUENT)
        Disambiguation(self._style, self._marks, lambda key: self._citer.body(key, first)).run(
            self._keys, self._order
        )

    def _citation(self, citation: Citation, placed: Sequence[Place]) -> list[Fragment]:
        if citation.narrative:
            return self._narrative(citation, placed)
        printed = self._citer.cites(citation.cites, placed)
        return self._fragments(self._laid_out(printed)) if printed else []

    def _narrative(self, citation: Citation, placed: Sequence[Place]) -> list[Fragment]:
        """Return the first author as a part of the sentence, and then what else is cited."""
        cite, place = citation.cites[0], placed[0]
        author = None if cite.suppress_author else self._citer.author(cite.key, place)
        body = self._citer.body(cite.key, place, without_author=True)
        printed = [PrintedCite(cite, place, body, "")]
        printed = [each for each in printed if not each.is_blank]
        printed += self._citer.cites(citation.cites[1:], placed[1:])
        names = [] if author is None else [Span([author], role="cite", data=cite.key)]
        rest = [self._laid_out(printed)] if printed else []
        if self._style.citation.style.is_note:
            in_text = [Fragment(part.runs, cite.key, in_text=True) for part in self._parts(names)]
            return [*in_text, *self._parts(rest)]
        whole = Span(joined([*names, *rest], " "))
        if len(citation.cites) == 1:
            whole = Span([whole], role="cite", data=cite.key)
        return self._fragments(whole)

    def _laid_out(self, printed: Sequence[PrintedCite]) -> Piece:
        """Return cites with what the style puts between and around them."""
        area = self._style.citation
        if area.style.is_note:
            capitalize_terms(printed)
        parts: list[Piece] = [area.styling.prefix]
        parts += _with_delimiters(printed, area.styling.delimiter)
        parts.append(area.styling.suffix)
        return Span(parts, area.styling.format)

    def _parts(self, pieces: Sequence[Piece]) -> list[Fragment]:
        return [part for piece in pieces for part in self._fragments(piece)]

    def _references(self) -> list[Reference]:
        area = self._style.bibliography
        if area is None:
            return []
        lister = Lister(area, self._printer, self._marks, self._finished)
        return lister.references(self._order)

    def _finished(self, piece: Piece) -> list[Run]:
        return finish([piece], self._locale.quotes)

    def _fragments(self, piece: Piece) -> list[Fragment]:
        """Return the runs of a citation, parted where another cite begins or ends."""
        fragments: list[tuple[str | None, list[Run]]] = []
        for run in self._finished(piece):
            key = next((mark.value for mark in run.marks if mark.kind == "cite"), None)
            if not fragments or fragments[-1][0] != key:
                fragments.append((key, []))
            fragments[-1][1].append(run)
        return [Fragment(runs, key) for key, runs in fragments]


def _with_delimiters(printed: Sequence[PrintedCite], delimiter: str) -> list[Piece]:
    parts: list[Piece] = []
    for number, each in enumerate(printed):
        if each.body != "":
            parts.append(Span(with_affixes(each), role="cite", data=each.cite.key))
        if number < len(printed) - 1:
            parts.append(between(each, printed[number + 1], delimiter))
    return parts
