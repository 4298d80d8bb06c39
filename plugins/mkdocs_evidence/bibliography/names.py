"""Names: a BibTeX list of names into its people, and a person into a CSL-JSON name.

How a name falls into its parts is described in "BibTeXing" (1988), section 4, and in the biblatex
manual, section 3.13.1, which also has the form ``family=Kolk, given=Bessel, prefix=van der``.
"""

from __future__ import annotations

import re

from .entry import Person
from .latex import is_braced, plain_text

PERSON_FIELDS = {
    "author": "author",
    "bookauthor": "container-author",
    "collector": "collection-editor",
    "composer": "composer",
    "director": "director",
    "editor": "editor",
    "editora": "",
    "editorb": "",
    "editorc": "",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "translator": "translator",
}
"""The fields that hold names, and the CSL variable each of them fills."""

EDITOR_ROLES = {
    "collaborator": "contributor",
    "compiler": "compiler",
    "director": "director",
    "organizer": "organizer",
    "translator": "translator",
}
"""What ``editortype`` and its kin make of an editor (biblatex manual, section 2.3.6).

CSL has no place for founders, continuators, redactors and revisers.
"""

OTHERS = "others"
"""The literal of the CSL-JSON name that stands, last in a list, for the people left out."""

_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_COMMA = re.compile(r",")
_SPACE = re.compile(r"[\s~]+")
_JOINED = re.compile(r"\s*;\s*|\s+\\?&\s+")
_ET_AL = re.compile(r"\s*,?\s*\bet\.?\s+al\b\.?,?\s*", re.IGNORECASE)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*?)\s*", re.DOTALL)
_GROUP = re.compile(r"(?:for|of|on|and|the) \S")
"""How the rest of a group's name begins if a program took it for a given name."""

_GROUP_NOUNS = frozenset(
    (
        "Academy", "Agency", "Alliance", "Association", "Authority", "Bureau", "Centre",
        "Collaboration", "Collaborative", "Collaborators", "Commission", "Committee", "Consortium",
        "Council", "Department", "Federation", "Foundation", "Group", "Initiative", "Institute",
        "Institutes", "Investigators", "Ministry", "Network", "Organisation", "Organization",
        "Society", "Taskforce", "Team", "University",
    )
)  # fmt: skip
"""What is the noun of a group's name and nobody's family name."""

_SUFFIX = re.compile(r"(.+?),? (Jr|Sr|II|III|IV)\.?")
_INITIAL = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_])")
_LINEAGE = re.compile(
    r"(?:jr|sr|junior|senior|[ivx]+|1st|2nd|3rd|\dth|ph\.?\s?d|m\.?\s?d|esq)\.?", re.IGNORECASE
)


def split_names(value: str) -> list[str]:
    """Split a list of names joined by ``and`` outside of braces."""
    names = (name.strip().strip(",").strip() for name in _split(f" {value} ", _AND))
    return [name for name in names if name]


def read_names(value: str) -> list[Person]:
    """Return the people of a field, also if they are not joined by ``and`` as they should be."""
    people: list[Person] = []
    for written in split_names(value):
        if not is_doubtful(written):
            people.append(read_name(written))
            continue
        whole = _ET_AL.sub(" ", written)
        for name in _split(whole, _JOINED):
            people += [read_name(part) for part in _regrouped(name.strip(" ,")) if part]
        if whole != written:
            people.append(Person(others=True))
    return people


def is_doubtful(written: str) -> bool:
    """Say whether what stands between two ``and`` is more than one name."""
    if is_braced(written):
        return False
    return bool(_ET_AL.search(written)) or len(_split(written, _JOINED)) > 1 or _is_list(written)


def _is_list(written: str) -> bool:
    """Say whether a name has more commas than one person's can have."""
    parts = [part.strip() for part in _split(written, _COMMA)]
    if len(parts) < 3 or _PART.fullmatch(parts[0]):
        return False
    return len(parts) > 3 or not (parts[1] == "" or _LINEAGE.fullmatch(plain_text(parts[1])))


def _regrouped(written: str) -> list[str]:
    """Part "Last, First, Last, First" and "First Last, First Last, First Last"."""
    parts = [part.strip() for part in _split(written, _COMMA)]
    if not _is_list(written):
        return [written]
    if all(" " in part for part in parts):
        return parts
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return [written] if len(parts) % 2 else [", ".join(pair) for pair in pairs]


def read_name(written: str) -> Person:
    """Return the parts of one name."""
    if written.casefold().strip("{}") == OTHERS:
        return Person(others=True)
    if is_braced(written):
        return Person(literal=written)
    parts = [part.strip() for part in _split(written, _COMMA)]
    if _PART.fullmatch(parts[0]) and "=" in parts[0]:
        return _labelled(parts)
    if len(parts) == 1:
        return _in_order(_words(written))
    particle, family = _split_particle(_words(parts[0]))
    if len(parts) == 2 and _LINEAGE.fullmatch(parts[1]) and not particle and " " in family:
        return _with_suffix(family, parts[1])
    suffix = parts[1] if len(parts) > 2 else ""
    return Person(
        family=family,
        given=" ".join(_words(" ".join(parts[2:] if len(parts) > 2 else parts[1:]))),
        particle=particle,
        suffix=suffix,
    )


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split a text where the separator stands outside of braces."""
    if "{" not in text:
        return separator.split(text)
    parts, start, depth = [], 0, 0
    marks = re.compile(rf"({separator.pattern})|{_BRACE.pattern}", separator.flags | re.DOTALL)
    for mark in marks.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth <= 0 and mark[1]:
            parts.append(text[start : mark.start()])
            start = mark.end()
    return [*parts, text[start:]]


def _words(text: str) -> list[str]:
    return [word for word in _split(text, _SPACE) if word]


def _labelled(parts: list[str]) -> Person:
    """Read biblatex's extended form, in which each part is named."""
    found = {match[1]: match[2] for part in parts if (match := _PART.fullmatch(part))}
    return Person(
        family=found.get("family", ""),
        given=found.get("given", ""),
        particle=found.get("prefix", ""),
        suffix=found.get("suffix", ""),
        dropping=found.get("useprefix", "true").casefold() == "false",
    )


def _in_order(words: list[str]) -> Person:
    """Read "First von Last": from its first to its last small word there are particles."""
    small = [place for place, word in enumerate(words[:-1]) if _is_small(word)]
    start = small[0] if small else len(words) - 1
    end = small[-1] + 1 if small else start
    return Person(
        family=" ".join(words[end:]),
        given=" ".join(words[:start]),
        particle=" ".join(words[start:end]),
    )


def _with_suffix(name: str, suffix: str) -> Person:
    """Read "Martin King, Jr."."""
    person = _in_order(_words(name))
    return Person(person.family, person.given, person.particle, suffix)


def _split_particle(words: list[str]) -> tuple[str, str]:
    """Part "von Last" after its last small word, if it begins with one."""
    small = [place for place, word in enumerate(words[:-1]) if _is_small(word)]
    end = small[-1] + 1 if small and small[0] == 0 else 0
    return " ".join(words[:end]), " ".join(words[end:])


def _is_small(word: str) -> bool:
    r"""Say whether a word begins with a small letter; one in braces has no case.

    Braces that begin with a command, such as ``{\'e}``, are a letter.
    """
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters = plain_text(word) if "\\" in word else word
    first = next((letter for letter in letters if letter.isalpha()), "")
    return first.islower()


def csl_name(person: Person, *, dropping: bool = False) -> dict[str, str]:
    """Return the CSL-JSON name of a person, without its empty parts.

    Args:
        person: The name in its parts.
        dropping: Whether the entry says that particles are no part of family names.
    """
    if person.others:
        return {"literal": OTHERS}
    if person.literal:
        return {"literal": plain_text(person.literal)}
    family, given = plain_text(person.family), plain_text(person.given)
    if _GROUP.match(given) or _is_group(family, given):
        return {"literal": f"{given} {family}"}
    parts = _split_family(family, plain_text(person.suffix)) | _split_given(given)
    if particle := plain_text(person.particle):
        kind = "dropping-particle" if dropping or person.dropping else "non-dropping-particle"
        parts[kind] = particle
    return {name: part for name, part in parts.items() if part}


def _is_group(family: str, given: str) -> bool:
    """Say whether a program took the name of a group apart, as "Team, R Core"."""
    return family in _GROUP_NOUNS and any(
        len(word) > 2 and "." not in word for word in given.split()
    )


def _split_family(family: str, suffix: str) -> dict[str, str]:
    """Take a suffix that was written as a part of the family name for one."""
    found = None if suffix else _SUFFIX.fullmatch(family)
    if found is None:
        return {"family": family, "suffix": suffix}
    return {"family": found[1], "suffix": f"{found[2]}." if found[2] in ("Jr", "Sr") else found[2]}


def _split_given(given: str) -> dict[str, str]:
    """Part initials; take small words at the end, as in "Akker, Olmo van den", for a particle."""
    words = _INITIAL.sub(". ", given).split(" ")
    last = len(words)
    while last > 1 and words[last - 1].islower():
        last -= 1
    return {"given": " ".join(words[:last]), "dropping-particle": " ".join(words[last:])}
