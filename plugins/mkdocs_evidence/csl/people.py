"""The people and groups of an item (CSL 1.0.2, Name Particles; CSL-JSON, names)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a group, in the parts of CSL 1.0.2, Name Particles.

    ``others`` stands, last in a list, for people who are left out.
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False
    others: bool = False


def read_name(person: Mapping[str, Any]) -> Name | None:
    """Return a name of CSL-JSON, or None where there is nothing in it."""
    if literal := str(person.get("literal", "") or ""):
        return Name(others=True) if literal == "others" else Name(literal=literal)
    name = Name(
        family=str(person.get("family", "") or ""),
        given=str(person.get("given", "") or ""),
        dropping=str(person.get("dropping-particle", "") or ""),
        non_dropping=str(person.get("non-dropping-particle", "") or ""),
        suffix=str(person.get("suffix", "") or ""),
        comma_suffix=_is_true(person.get("comma-suffix")),
        static=_is_true(person.get("static-ordering")),
    )
    if not any((name.family, name.given, name.non_dropping, name.dropping)):
        return None
    return _with_particles(name)


def _is_true(value: object) -> bool:
    return value is True or value in (1, "1", "true")


_LEADING = re.compile(
    r"((?:(?:[^\W\d_A-Z]+[’'.]?|[dlDL][’']|al-|Al-)(?:\s+|(?<=[’'-])(?=\w)))+)(?=\S)", re.UNICODE
)


def _with_particles(name: Name) -> Name:
    """Split off particles that an item holds within its family or given name.

    Small words before a family name do not drop; small words after a given name do
    (CSL 1.0.2, Name Particles; CSL-JSON leaves the split to the processor).
    """
    if name.literal or (name.dropping and name.non_dropping):
        return name
    if name.family.startswith('"') and name.family.endswith('"') and len(name.family) > 2:
        return replace(name, family=name.family[1:-1])
    if not name.suffix and (parted := _SUFFIX.fullmatch(name.given)):
        comma = parted[2] == "!"
        name = replace(name, given=parted[1], suffix=parted[3], comma_suffix=comma)
    if (
        not name.non_dropping
        and (found := _LEADING.match(name.family))
        and name.family[0].islower()
    ):
        name = replace(name, non_dropping=found[1].strip(), family=name.family[found.end() :])
    words = name.given.split()
    last = len(words)
    while last > 1 and words[last - 1].rstrip("’'").isalpha() and words[last - 1].islower():
        last -= 1
    if not name.dropping and last < len(words):
        name = replace(name, given=" ".join(words[:last]), dropping=" ".join(words[last:]))
    return name


_SUFFIX = re.compile(r"([^,]+),(!?)\s+((?:[IVX]+|[JS]r\.?|\d\w+)\.?)")
