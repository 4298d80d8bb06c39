"""YAML 1.2 as editors read it, with its core schema: unlike 1.1, no dates and no ``NO``."""

from __future__ import annotations

import re

import yaml


class _Loader(yaml.SafeLoader):
    """Knows the types of YAML 1.2's core schema alone (section 10.3.2)."""

    yaml_implicit_resolvers = {}


_WORDS = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}
for _name, _pattern in _WORDS.items():
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), None
    )
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
_Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def as_editors_read(text: str) -> object:
    """Return what an editor sees in a file."""
    return yaml.load(text, _Loader)
