"""The works that a post mentions: found in its text, in the bibliography or at the registries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.authoring.bib import existing_key, new_key
from mkdocs_evidence.authoring.items import Item, year_of
from mkdocs_evidence.authoring.words import plain_letters, telling_words, without_tags
from mkdocs_evidence.lookup import Doi, Lookup, LookupFailed, Pmid, Unreachable, Work, identify

from .recognising import Recognised

Identity = Doi | Pmid

_MENTION = re.compile(r"https?://[^\s<>]+|10\.\d{4,9}(?:\.\d+)*/[^\s<>]+|\bPMID\s*:?\s*\d+", re.I)
_LINK = re.compile(r"\]\(")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_AROUND = "*_`|\"'”’"
_FEWEST_WORDS = 3
"""How many telling words a title needs so that its being in a line is no accident."""
_MOST_FAILURES = 3
"""How often the registries may fail in a row before they are asked no more."""


def mentions(text: str) -> list[Identity]:
    """Return the works that a text in Markdown names by DOI, PMID or address, each once."""
    found: dict[str, Identity] = {}
    for each in _MENTION.finditer(_ESCAPE.sub(r"\1", _LINK.sub("] (", text))):
        identity = identify(_without_around(each[0]))
        if isinstance(identity, Doi | Pmid):
            found.setdefault(identity.value.casefold(), identity)
    return list(found.values())


def _without_around(written: str) -> str:
    """Return a number or an address without the punctuation behind it."""
    while written and (written[-1] in f"{_AROUND}.,;:!?" or _closes(written)):
        written = written[:-1]
    return written


def _closes(written: str) -> bool:
    """Say whether a text ends with a bracket that is not opened in it."""
    opening = {")": "(", "]": "["}.get(written[-1])
    return opening is not None and written.count(written[-1]) > written.count(opening)


@dataclass(frozen=True)
class Mentioned:
    """The works of one post.

    Attributes:
        article: The key of the article that it discusses; empty where that is not known.
        works: The keys of the others.
        missing: Why a work is not in the bibliography, by its DOI or its number in PubMed.
        article_named: The DOI of the discussed article, or its number in PubMed, whether it was
            found or not; empty where the post says none.
        has_all_references: Whether each entry of the post's own list of references was found.
    """

    article: str = ""
    works: Sequence[str] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    article_named: str = ""
    has_all_references: bool = False


class WorkFinder:
    """Finds the works of posts; one that is not in the bibliography is looked up once.

    Args:
        items: The entries of the bibliography, by their keys.
        others: Those among them that show how keys are made.
        lookup: Who asks the registries; nobody if left out.

    Attributes:
        added: The works that are to be added to the bibliography, by the keys they get.
        stopped: Why the registries are asked no more; empty where they are.
    """

    def __init__(
        self, items: Mapping[str, Item], others: Mapping[str, Item], lookup: Lookup | None
    ) -> None:
        self.added: dict[str, Work] = {}
        self.stopped = ""
        self._items = dict(items)
        self._others = others
        self._lookup = lookup
        self._asked: dict[Identity, str] = {}
        self._why_not: dict[Identity, str] = {}
        self._has_answered = False
        self._failures = 0

    def works_of(self, post: Recognised) -> Mentioned:
        """Return the works that a post mentions."""
        named = next(iter(mentions(post.discussed)), None)
        article = self.key(named) if named else self._titled_in(post.discussed)
        texts = [post.discussed, post.lead, *(part.text for part in post.parts.values())]
        identities = mentions("\n\n".join([*texts, *post.references]))
        keys = [self.key(each) for each in identities]
        listed = [self._listed(each) for each in post.references]
        return Mentioned(
            article,
            [key for key in dict.fromkeys([*keys, *listed]) if key and key != article],
            {each.value: self._why_not[each] for each in identities if not self.key(each)},
            named.value if named else "",
            bool(listed) and all(listed),
        )

    def key(self, identity: Identity) -> str:
        """Return the key of a work, which may be one that is to be added; empty if not found."""
        if identity not in self._asked:
            self._asked[identity] = self._found(identity)
        return self._asked[identity]

    def _found(self, identity: Identity) -> str:
        known = {"DOI" if isinstance(identity, Doi) else "PMID": identity.value}
        if key := existing_key(known, self._items):
            return key
        work = self._looked_up(identity)
        if work is None:
            return ""
        if key := existing_key(work.item, self._items):
            return key
        key = new_key(work.item, self._others or self._items, taken=self._items)
        self.added[key] = work
        self._items[key] = work.item
        return key

    def _looked_up(self, identity: Identity) -> Work | None:
        if self._lookup is None or self.stopped:
            self._why_not[identity] = self.stopped or "Nothing was looked up."
            return None
        ask = self._lookup.by_doi if isinstance(identity, Doi) else self._lookup.by_pmid
        try:
            work = ask(identity.value)
        except Unreachable as error:
            self._failures += 1
            if self._failures >= (_MOST_FAILURES if self._has_answered else 1):
                self.stopped = str(error)
            self._why_not[identity] = str(error)
            return None
        except LookupFailed as error:
            self._why_not[identity] = str(error)
            work = None
        self._has_answered, self._failures = True, 0
        if work and not work.item.get("title"):
            self._why_not[identity] = "The registries know this work, but not its title."
            return None
        return work

    def _listed(self, reference: str) -> str:
        """Return the key of an entry of a list of references; empty where it is not found."""
        keys = (self.key(each) for each in mentions(reference))
        return next(filter(None, keys), "") or self._titled_in(reference)

    def _titled_in(self, line: str) -> str:
        """Return the key of the one work whose title and year stand in a line, if there is one."""
        letters = _letters(line)
        found = [key for key, item in self._items.items() if _stands_in(item, line, letters)]
        return found[0] if len(found) == 1 else ""


def _stands_in(item: Item, line: str, letters: str) -> bool:
    title = without_tags(str(item.get("title", "")))
    is_telling = len(telling_words(title)) >= _FEWEST_WORDS
    return is_telling and str(year_of(item)) in line and _letters(title) in letters


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", plain_letters(text))
