"""Entries of BibTeX as they are read, for the tests of what is written of them."""

from mkdocs_evidence.bibliography import Entry, Library, read_bibliography
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.sources import Source


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    """Return the entries of a .bib file's text, and what is wrong in it."""
    return read_bibliography(Source("a.bib", text))


def library(text: str) -> Library:
    """Return the entries of a .bib file's text after they have taken over from each other."""
    return Library(read(text)[0])
