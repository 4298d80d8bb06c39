"""What is kept of one record in a .bib file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.problems import Location


@dataclass(frozen=True)
class Person:
    """A name in its parts, still in LaTeX as the file has it.

    A name in braces as a whole, such as ``{World Health Organization}``, is a ``literal`` and has
    no other part. ``others`` stands for the people a list that ends in ``and others`` leaves out.
    ``dropping`` says that the particle is no part of the family name.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    others: bool = False
    dropping: bool = False


@dataclass(frozen=True)
class Entry:
    """One record of a .bib file, not yet interpreted.

    Attributes:
        key: The name by which it is cited, as written.
        type: The kind of entry, such as ``article``, in lower case.
        fields: The values by field name in lower case, still in LaTeX, without the fields that
            hold names.
        persons: The names by field name in lower case.
        location: Where the entry begins.
        places: The offset in the file at which each field's name stands.
        broken: Whether a part of it could not be read.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    persons: Mapping[str, Sequence[Person]]
    location: Location
    places: Mapping[str, int] = field(default_factory=dict)
    broken: bool = False
