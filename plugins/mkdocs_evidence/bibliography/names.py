"""Names: a BibTeX list of names into its people, and a person into a CSL-JSON name."""

from __future__ import annotations

import re

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person as BibtexPerson
from pybtex.errors import capture

from .entry import Person
from .latex import is_braced, plain_text

PERSON_FIELDS = {
    "author": "author",
    "bookauthor": "container-author",
    "collector": "collection-editor",
    "director": "director",
    "editor": "editor",
    "translator": "translator",
}
"""The fields that hold names, and the CSL variable each of them fills."""

OTHERS = "others"
"""The literal of the CSL-JSON name that stands, last in a list, for the people left out."""

_GROUP = re.compile(r"(?:for|of|on|and|the) \S")
"""How the rest of a group's name begins if a program took it for a given name."""

_SUFFIX = re.compile(r"(.+?),? (Jr|Sr|II|III|IV)\.?")


def read_names(value: str) -> tuple[list[Person], list[str]]:
    """Split a list of names joined by ``and``.

    Returns:
        The people, and the names that have too many commas to be one person's.
    """
    people: list[Person] = []
    doubtful: list[str] = []
    for written in split_name_list(value):
        name = written.strip().strip(",").strip()
        if not name:
            continue
        if name.casefold() == OTHERS:
            people.append(Person(others=True))
        elif is_braced(name):
            people.append(Person(literal=name))
        else:
            with capture() as errors:
                people.append(_person(BibtexPerson(name)))
            if errors:
                doubtful.append(name)
    return people, doubtful


def _person(name: BibtexPerson) -> Person:
    return Person(
        family=" ".join(name.last_names),
        given=" ".join(name.bibtex_first_names),
        particle=" ".join(name.prelast_names),
        suffix=" ".join(name.lineage_names),
    )


def csl_name(person: Person) -> dict[str, str]:
    """Return the CSL-JSON name of a person, without its empty parts."""
    if person.others:
        return {"literal": OTHERS}
    if person.literal:
        return {"literal": plain_text(person.literal)}
    family, given = plain_text(person.family), plain_text(person.given)
    if _GROUP.match(given):
        return {"literal": f"{given} {family}"}
    parts = _split_family(family, plain_text(person.suffix)) | _split_given(given)
    parts["non-dropping-particle"] = plain_text(person.particle)
    return {name: part for name, part in parts.items() if part}


def _split_family(family: str, suffix: str) -> dict[str, str]:
    """Take a suffix that was written as a part of the family name for one."""
    found = None if suffix else _SUFFIX.fullmatch(family)
    if found is None:
        return {"family": family, "suffix": suffix}
    return {"family": found[1], "suffix": f"{found[2]}." if found[2] in ("Jr", "Sr") else found[2]}


def _split_given(given: str) -> dict[str, str]:
    """Take small words at the end, as in "Akker, Olmo van den", for a particle."""
    words = given.split(" ")
    last = len(words)
    while last > 1 and words[last - 1].islower():
        last -= 1
    return {"given": " ".join(words[:last]), "dropping-particle": " ".join(words[last:])}
