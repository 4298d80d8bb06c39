"""The entries of all .bib files of a site."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.cache import Cache

ENTRY = "@book{%s,\n  title = {A b},\n  author = {Flückiger, C.}\n}\n"


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_entries_of_several_files(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "a.bib", (ENTRY % "one").encode()),
        write(tmp_path, "b.bib", (ENTRY % "two").encode()),
    ]
    library, problems = Library.load(paths, root=tmp_path)
    assert problems == []
    assert list(library.keys()) == ["one", "two"]
    assert ("one" in library, "three" in library, len(library)) == (True, False, 2)
    assert library["two"].location.path == "b.bib"
    assert library.csl("one")["title"] == "A b"
    with pytest.raises(KeyError):
        library.csl("three")


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_byte_order_mark_and_line_ends(tmp_path: Path, lead: bytes, line_end: bytes) -> None:
    data = lead + (ENTRY % "one" + ENTRY % "two").encode().replace(b"\n", line_end)
    library, problems = Library.load([write(tmp_path, "a.bib", data)], root=tmp_path)
    assert problems == []
    assert library["two"].location.line == 5
    assert library["two"].persons["author"][0].family == "Flückiger"


def test_a_file_that_is_not_utf8_is_a_problem_and_is_read(tmp_path: Path) -> None:
    data = (ENTRY % "one").encode("cp1252")
    library, (problem,) = Library.load([write(tmp_path, "a.bib", data)], root=tmp_path)
    assert (problem.rule, problem.location.line, problem.location.path) == ("not-utf-8", 3, "a.bib")
    assert library["one"].persons["author"][0].family == "Flückiger"


def test_a_key_of_another_file_is_a_problem(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "a.bib", (ENTRY % "one").encode()),
        write(tmp_path, "b.bib", (ENTRY % "two" + ENTRY % "one").encode()),
    ]
    library, (problem,) = Library.load(paths, root=tmp_path)
    assert library["one"].location.path == "a.bib"
    assert (problem.rule, str(problem.location)) == ("duplicate-key", "b.bib:5:7")
    assert "a.bib, line 1" in problem.message


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Library.load([tmp_path / "none.bib"], root=tmp_path)


@pytest.mark.parametrize(
    ("field", "link"),
    [
        ('doi = {10.1000/a"b<c}', "https://doi.org/10.1000/a%22b%3Cc"),
        ("url = {https://example.org/a}", "https://example.org/a"),
        ("url = {javascript:alert(1)}", ""),
        ("note = {none}", ""),
    ],
)
def test_the_link_to_a_work_is_a_web_address(tmp_path: Path, field: str, link: str) -> None:
    entry = f"@book{{one,\n  title = {{A}},\n  {field}\n}}\n"
    library, _ = Library.load([write(tmp_path, "a.bib", entry.encode())], root=tmp_path)
    assert library.link("one") == link


SNIPPETS = st.sampled_from(
    [b"@book{", b"@string{", b"k1,", b"k2,", b"title = {", b"crossref = ", b"xdata = {k1, k2},",
     b"}", b'"', b"{k1}", b"{k2}", b",", b"\\'", b"\xff", b"\xc3\xa9", b"\x00", b"# jan", b"$",
     b"\n"]
)  # fmt: skip


@given(st.lists(SNIPPETS | st.binary(max_size=8)).map(b"".join))
def test_no_bytes_are_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = write(tmp_path_factory.getbasetemp(), "any.bib", data)
    library, problems = Library.load([path], root=path.parent)
    for key in list(library.keys()):
        library.csl(key)
        library.link(key)
    assert all(str(problem).startswith("any.bib:") for problem in problems)


def test_what_was_read_is_kept_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@book{one, author = {Day, Ana}, title = {A}}\n@book{two,", "utf-8")
    cache = Cache(tmp_path / "cache")
    library, problems = Library.load([path], root=tmp_path, cache=cache)
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs_evidence.bibliography.library.read_bibliography", None)
        again, told = Library.load([path], root=tmp_path, cache=cache)
    assert [again[key] for key in again] == [library[key] for key in library]
    assert told == problems
    assert problems

    path.write_text("@book{three, title = {C}}", "utf-8")
    changed, _ = Library.load([path], root=tmp_path, cache=cache)
    assert list(changed.keys()) == ["three"]
