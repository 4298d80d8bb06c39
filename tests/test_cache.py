"""Results kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.cache import Cache


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    Cache(tmp_path).write({"a": ["ä", None, 1]}, b"style", b"items")
    assert Cache(tmp_path).read(b"style", b"items") == {"a": ["ä", None, 1]}


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    cache, made = Cache(tmp_path), iter(["first", "second"])
    assert cache.once(lambda: next(made), b"items") == "first"
    assert Cache(tmp_path).once(lambda: next(made), b"items") == "first"
    assert cache.once(lambda: next(made), b"others") == "second"


def test_what_was_made_of_something_else_is_not_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("result", b"ab", b"c")
    assert cache.read(b"a", b"bc") is None
    assert cache.read(b"ab") is None


def test_another_version_of_the_code_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path).write("result", b"items")
    monkeypatch.setattr("mkdocs_evidence.cache._engine", lambda: b"another")
    assert Cache(tmp_path).read(b"items") is None


@pytest.mark.parametrize("broken", [b"", b'"resu', b"\xff\xfe"])
def test_a_broken_file_counts_as_none(tmp_path: Path, broken: bytes) -> None:
    cache = Cache(tmp_path)
    cache.write("result", b"items")
    [path] = tmp_path.rglob("*.json")
    path.write_bytes(broken)
    assert cache.read(b"items") is None


def test_nothing_but_whole_files_is_left(tmp_path: Path) -> None:
    Cache(tmp_path).write("result", b"items")
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    Cache(taken).write("result", b"items")
    assert Cache(taken).read(b"items") is None


def test_the_folder_may_be_deleted(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.read(b"items") is None
    cache.write("result", b"items")
    assert cache.read(b"items") == "result"
