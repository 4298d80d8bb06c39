"""The field of works that are listed without being cited."""

import pytest

from mkdocs_evidence.citations import read_nocite


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ("@one, @two", ["one", "two"]),
        ("@one\n@two @one", ["one", "two"]),
        ("[@one; -@two]", ["one", "two"]),
        ("one, day:a/b", ["one", "day:a/b"]),
        (["@one", "two", "@{a,b}"], ["one", "two", "a,b"]),
        ("@{https://example.org/a?b=c}, @one.", ["https://example.org/a?b=c", "one"]),
        ("@*", ["*"]),
        ("*", ["*"]),
        ("[@one; @*]", ["one", "*"]),
        (["@*"], ["*"]),
        ("@one and @", ["one", "and", "@"]),
        ("", []),
    ],
)
def test_each_key_is_read_once(value: str | list[str], keys: list[str]) -> None:
    assert read_nocite([value] if isinstance(value, str) else value) == keys
