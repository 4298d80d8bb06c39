"""Names added to the lists of a site's settings, all else of which stays byte for byte as it is.

The place is found with YAML's own parser, whatever the file's style. The result is read again:
where anything but the new names differs, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from functools import reduce
from itertools import count
from operator import getitem
from typing import Any

import yaml

from mkdocs_evidence.reading import Document, read_nodes
from mkdocs_evidence.sources import Source

from .draft import as_yaml
from .words import words_of

_LINE_END = re.compile(r"\r\n?|\n")
_MARK = "\ufeff"

Entry = str | Mapping[str, str]
"""What stands behind a name: nothing, or options."""


class CannotAdd(Exception):  # noqa: N818  (it is what was found, and no mistake of the program)
    """The list is written in a way to which nothing can be added without changing more."""


def short_names(names: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Return a short name for each name of an author, which no other has.

    Args:
        names: The names.
        taken: The short names that there are already.
    """
    known = {name.casefold() for name in taken}
    short: dict[str, str] = {}
    for name in dict.fromkeys(names):
        base = "-".join(words_of(name)) or "author"
        candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
        short[name] = next(each for each in candidates if each not in known)
        known.add(short[name])
    return short


def with_topics(data: bytes, options: Document, topics: Sequence[str]) -> bytes:
    """Return the bytes of a configuration file with more topics in its list of topics.

    Args:
        data: The file.
        options: The plugin's options as they stand in it.
        topics: The topics that the list does not have.

    Raises:
        CannotAdd: The list is written in a way to which nothing can be added.
    """
    return _with_entries(data, options, "topics", dict.fromkeys(topics, ""))


def with_authors(data: bytes, options: Document, authors: Mapping[str, str]) -> bytes:
    """Return the bytes of a configuration file with more authors in its list of authors.

    Args:
        data: The file.
        options: The plugin's options as they stand in it.
        authors: The names of the authors that the list does not have, by their short names.

    Raises:
        CannotAdd: The list is written in a way to which nothing can be added.
    """
    entries = {short: {"name": name} for short, name in authors.items()}
    return _with_entries(data, options, "authors", entries)


def _with_entries(
    data: bytes, options: Document, option: str, entries: Mapping[str, Entry]
) -> bytes:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotAdd from None
    lines = text.removeprefix(_MARK)
    before = Source("", _LINE_END.sub("\n", lines))
    start = options.values.get((option,))
    node = _list_at(before.text, start.start if start else -1)
    place = _end(node, before.text)
    if node.flow_style:
        added = "".join(f", {_in_flow(node, *entry)}" for entry in entries.items())
    else:
        place = _end_of_line(before.text, place)
        added = "".join(f"\n{line}" for entry in entries.items() for line in _below(node, *entry))
    after = Source("", f"{before.text[:place]}{added}{before.text[place:]}")
    if not _only_added(before, after, node.start_mark.index, entries):
        raise CannotAdd
    return _spliced(text, before.text, place, added).encode()


def _list_at(text: str, start: int) -> yaml.CollectionNode:
    """Return the list, or the group of fields, that begins at an offset and has something in it."""
    try:
        document = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        raise CannotAdd from None
    nodes = [document] if document else []
    visited: set[int] = set()
    for node in nodes:
        if id(node) not in visited:
            visited.add(id(node))
            nodes += _inside(node)
    for node in nodes:
        if isinstance(node, yaml.CollectionNode) and node.start_mark.index == start and node.value:
            if sum(each is node for each in nodes) == 1:  # and no alias elsewhere has it, too
                return node
            break
    raise CannotAdd


def _inside(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _end(node: yaml.Node, text: str) -> int:
    """Return where the last thing in a list ends; that of a block ends before empty lines."""
    last = _inside(node)[-1]
    while isinstance(last, yaml.CollectionNode) and not last.flow_style:
        last = _inside(last)[-1]
    end: int = last.end_mark.index
    return len(text[:end].rstrip()) if getattr(last, "style", None) in ("|", ">") else end


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text.rstrip("\n"))


def _in_flow(node: yaml.CollectionNode, name: str, entry: Entry) -> str:
    if isinstance(entry, Mapping):
        inner = ", ".join(f"{key}: {as_yaml(value)}" for key, value in entry.items())
        return f"{as_yaml(name)}: {{{inner}}}"
    return f'{as_yaml(name)}: ""' if isinstance(node, yaml.MappingNode) else as_yaml(name)


def _below(node: yaml.CollectionNode, name: str, entry: Entry) -> list[str]:
    """Return the lines of an entry as they stand in a block."""
    indent = " " * node.start_mark.column
    if isinstance(node, yaml.SequenceNode):
        return [f"{indent}- {as_yaml(name)}"]
    if not isinstance(entry, Mapping):
        return [f"{indent}{as_yaml(name)}:"]
    last = node.value[-1][1]
    if last.flow_style:
        return [f"{indent}{_in_flow(node, name, entry)}"]
    inner = " " * max(last.start_mark.column, node.start_mark.column + 1)
    return [
        f"{indent}{as_yaml(name)}:",
        *(f"{inner}{key}: {as_yaml(value)}" for key, value in entry.items()),
    ]


def _only_added(before: Source, after: Source, start: int, entries: Mapping[str, Entry]) -> bool:
    """Say whether a file has the new entries in its list, and all else as it was."""
    old, new = (read_nodes(source, strict=False) for source in (before, after))
    paths = [path for path, span in old.values.items() if span.start == start and path]
    expected = deepcopy(old.fields)
    values: Any = reduce(getitem, paths[0], expected)  # type: ignore[arg-type]  # groups and lists
    if isinstance(values, list):
        values += entries
    elif isinstance(values, dict):
        values |= {name: entry or None for name, entry in entries.items()}
    is_same = _without_empty(expected) == _without_empty(new.fields)
    return is_same and sorted(old.tags.values()) == sorted(new.tags.values())


def _without_empty(value: object) -> object:
    """Return fields in which nothing and an empty text are the same."""
    if isinstance(value, dict):
        return {name: _without_empty(inner) for name, inner in value.items()}
    return [_without_empty(inner) for inner in value] if isinstance(value, list) else value or None


def _spliced(text: str, before: str, place: int, added: str) -> str:
    """Return the text of a file as it was, with something added at a place of its cleaned text."""
    mark = _MARK if text.startswith(_MARK) else ""
    starts = [len(mark), *(end.end() for end in _LINE_END.finditer(text))]
    line = before.count("\n", 0, place)
    column = place - (before.rfind("\n", 0, place) + 1)
    original = starts[line] + column
    newline = found[0] if (found := _LINE_END.search(text)) else "\n"
    return f"{text[:original]}{added.replace(chr(10), newline)}{text[original:]}"
