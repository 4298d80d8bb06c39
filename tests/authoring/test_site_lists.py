"""Names added to the lists in ``mkdocs.yml``, of which every other byte stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.authoring.site_lists import (
    CannotAdd,
    short_names,
    with_authors,
    with_topics,
)
from mkdocs_evidence.configuration import read_configuration

HEAD = """\
# A site.
site_name: !ENV [NAME, "Toy"]
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
"""


def site(folder: Path, options: str, *, head: str = HEAD) -> Path:
    path = folder / "mkdocs.yml"
    (folder / "docs").mkdir(exist_ok=True)
    path.write_bytes(f"{head}plugins:\n  - blog\n  - evidence:\n{options}".encode())
    return path


def topics_added(path: Path, *topics: str) -> str:
    configuration = read_configuration(path)
    return with_topics(path.read_bytes(), configuration.options, topics).decode()


def authors_added(path: Path, **authors: str) -> str:
    configuration = read_configuration(path)
    return with_authors(path.read_bytes(), configuration.options, authors).decode()


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ("topics: [Health]\n", 'Health/, Sleep, "A: b"'),
        ("topics: [\n        Health,  # well\n      ]\n", 'Health/, Sleep, "A: b"'),
        ("topics: {Health: 'Well.'} # these\n", """'Well.'/, Sleep: "", "A: b": \"\""""),
        ("topics: {Health: Well., Old: }\n", 'Old: /, Sleep: "", "A: b": ""'),
        ("topics:\n        - Health\n      # more\n", 'Health/\n        - Sleep\n        - "A: b"'),
        ("topics:\n      - Health: Well.\n", 'Well./\n      - Sleep\n      - "A: b"'),
        ("topics:\n        Health: W # n\n\n#\n", ' # n/\n        Sleep:\n        "A: b":'),
        ("topics:\n        Health:\n", 'Health:/\n        Sleep:\n        "A: b":'),
        ("topics:\n        Health:", 'Health:/\n        Sleep:\n        "A: b":'),
        (
            "topics:\n       Health: >-\n          What\n          keeps.\n\n\n",
            'keeps./\n       Sleep:\n       "A: b":',
        ),
    ],
)
def test_topics_join_their_list_in_its_own_style(options: str, after: str, tmp_path: Path) -> None:
    path = site(tmp_path, f"      {options}")
    text = topics_added(path, "Sleep", "A: b")
    place, _, added = after.partition("/")
    assert text == path.read_text("utf-8").replace(place, f"{place}{added}")
    path.write_text(text, "utf-8")
    settings = read_configuration(path).settings
    assert settings
    assert list(settings.topics)[-2:] == ["Sleep", "A: b"]


@pytest.mark.parametrize(
    ("options", "added"),
    [
        (
            "      authors: {ana: {name: Ana}}\n",
            "      authors: {ana: {name: Ana}, bo-fox: {name: Bo Fox}}\n",
        ),
        (
            "      authors:\n        ana: {name: Ana}\n",
            "      authors:\n        ana: {name: Ana}\n        bo-fox: {name: Bo Fox}\n",
        ),
        (
            "      authors:\n        ana:\n           name: Ana\n",
            "      authors:\n        ana:\n           name: Ana\n"
            "        bo-fox:\n           name: Bo Fox\n",
        ),
    ],
)
def test_authors_join_their_list_in_its_own_style(options: str, added: str, tmp_path: Path) -> None:
    path = site(tmp_path, options)
    text = authors_added(path, **{"bo-fox": "Bo Fox"})
    assert text == path.read_text("utf-8").replace(options, added)
    path.write_text(text, "utf-8")
    settings = read_configuration(path).settings
    assert settings
    assert settings.authors["bo-fox"].name == "Bo Fox"


def test_line_ends_mark_and_letters_of_the_file_stay(tmp_path: Path) -> None:
    head = "\ufeff# Á 😀\r\nsite_name: Toy\r\n"
    path = site(tmp_path, "      topics:\r\n        - Héalth 😀\r\n", head=head)
    before = path.read_bytes()
    text = with_topics(before, read_configuration(path).options, ["Sleep"])
    assert text == before + b"        - Sleep\r\n"


@pytest.mark.parametrize(
    "options",
    [
        "      topics: &all [Health]\n      introduction: *all\n",
        "      topics: []\n",
        "      language: en\n",
        "      topics:\n        Health: |+\n          Well.\n\n\n      language: en\n",
    ],
)
def test_what_cannot_be_added_to_safely_is_left_alone(options: str, tmp_path: Path) -> None:
    path = site(tmp_path, options)
    with pytest.raises(CannotAdd):
        topics_added(path, "Sleep")


def test_short_names_are_made_of_names_and_are_unique() -> None:
    names = ["Ana Exemplo", "Ána Exemplo", "李小龙", "Ana Exemplo"]
    assert short_names(names, ["Ana-Exemplo"]) == {
        "Ana Exemplo": "ana-exemplo-2",
        "Ána Exemplo": "ana-exemplo-3",
        "李小龙": "author",
    }
