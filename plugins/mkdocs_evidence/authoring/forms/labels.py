"""What the form calls the fields of a summary, and the words that can be chosen in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from mkdocs_evidence.languages import FALLBACK, catalogue
from mkdocs_evidence.vocabulary import MEANINGS

SECTION = "SECTION"
"""What stands for the name of any section of a site."""


@dataclass(frozen=True)
class Label:
    """What the form says of a field.

    Attributes:
        label: What the field is called; empty where the site says it.
        hint: What stands below it; empty where the model's own explanation does.
        one: What an entry of a list is called.
        named: How the names of the words to choose begin in the catalogue; “itself” where a word
            is its own name, and empty where its meaning says enough.
        widget: The kind of the field in the form, where the model does not tell it.
    """

    label: str = ""
    hint: str = ""
    one: str = ""
    named: str = ""
    widget: str = ""


def label_of(path: Sequence[str]) -> Label:
    """Return what the form says of the field at the end of a way through a summary.

    A field that is not known here is called by its own name.
    """
    label = labels().get(".".join(path))
    return label or Label(path[-1].replace("_", " ").capitalize())


@cache
def labels() -> dict[str, Label]:
    """Return what the form says of each field, by its way through a summary."""
    written: dict[str, dict[str, str]] = yaml.load(
        (files(__package__) / "labels.yaml").read_bytes(), yaml.CSafeLoader
    )
    return {path: Label(**label) for path, label in written.items()}


def options(words: Sequence[str], named: str) -> list[dict[str, Any]]:
    """Return the words of a vocabulary as a form offers them: each with what it means."""
    return [{"label": f"{_name(word, named)}{MEANINGS[word]}", "value": word} for word in words]


def _name(word: str, named: str) -> str:
    """Return what stands before the meaning of a word, which is enough where it has no name."""
    if named == "itself":
        return f"{word} – "
    words, name = catalogue(FALLBACK), f"{named}{word}"
    return f"{words.text(name)} – " if words.has(name) else ""
