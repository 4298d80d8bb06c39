"""What entries take over from others: crossref, xdata and related."""

from pathlib import Path
from typing import Any

import pytest

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.problems import Problem


def load(folder: Path, text: str) -> tuple[Library, list[Problem]]:
    path = folder / "a.bib"
    path.write_text(text, "utf-8")
    return Library.load([path], root=folder)


BOOK = (
    "@book{whole, title = {Whole}, subtitle = {And sub}, author = {Day, A}, year = 2001, "
    "publisher = {P}, shorttitle = {W}}\n"
)
COLLECTION = (
    "@collection{many, title = {Many}, editor = {Roe, B}, date = {2001}, crossref = {set}}\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOOK + "@inbook{k, title = {Part}, crossref = {whole}}",
         {"title": "Part", "container-title": "Whole: And sub", "publisher": "P",
          "author": [{"family": "Day", "given": "A"}], "title-short": None,
          "container-author": [{"family": "Day", "given": "A"}]}),
        (BOOK + "@incollection{k, title = {Part}, crossref = {whole}, author = {Poe, C}}",
         {"container-title": "Whole: And sub", "author": [{"family": "Poe", "given": "C"}],
          "container-author": None}),
        (BOOK + "@inbook{k, title = {Part}, date = {1999-05}, crossref = {whole}}",
         {"issued": {"date-parts": [[1999, 5]]}}),
        (COLLECTION + "@incollection{k, title = {Part}, crossref = {many}}\n"
         "@mvcollection{set, title = {Set}, volumes = 3, editor = {Poe, C}}",
         {"container-title": "Set", "volume-title": "Many", "number-of-volumes": "3",
          "editor": [{"family": "Roe", "given": "B"}]}),
        ("@inproceedings{k, title = {Talk}, crossref = {p}}\n"
         "@proceedings{p, title = {Proceedings}, eventtitle = {SPR}, venue = {Bern}}",
         {"container-title": "Proceedings", "event": "SPR", "event-place": "Bern"}),
        ("@article{k, title = {A}, crossref = {p}}\n"
         "@periodical{p, title = {Journal}, number = 3, year = 2004}",
         {"title": "A", "container-title": "Journal", "issue": "3"}),
        ("@book{k, title = {A}, xdata = {x, y}}\n@xdata{x, publisher = {X}}\n"
         "@xdata{y, publisher = {Y}, location = {L}, xdata = {z}}\n@xdata{z, series = {S}}",
         {"publisher": "X", "publisher-place": "L", "collection-title": "S"}),
        (BOOK + "@book{k, title = {Ganzes}, related = {whole}, relatedtype = {translationof}}",
         {"original-title": "Whole", "original-publisher": "P",
          "original-date": {"date-parts": [[2001]]}, "publisher": None}),
        (BOOK + "@book{k, title = {Ganzes}, related = {whole}, relatedtype = {multivolume}}",
         {"original-title": None}),
    ],
)  # fmt: skip
def test_what_is_taken_over(tmp_path: Path, text: str, expected: dict[str, Any]) -> None:
    library, problems = load(tmp_path, text)
    assert problems == []
    item = library.csl("k")
    assert {name: item.get(name) for name in expected} == expected


def test_data_for_others_cannot_be_cited(tmp_path: Path) -> None:
    library, _ = load(tmp_path, "@xdata{x, publisher = {X}}")
    assert "x" not in library


def test_a_parent_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, (problem,) = load(tmp_path, BOOK + "@inbook{k, title = {A},\n  crossref = {whola}}")
    assert (problem.rule, str(problem.location)) == ("unknown-parent", "a.bib:3:15")
    assert problem.advice == "Did you mean “whole”?"


def test_entries_that_take_over_from_each_other_are_a_problem(tmp_path: Path) -> None:
    text = "@book{a, title = {A}, crossref = {b}}\n@book{b, publisher = {P}, crossref = {a}}"
    library, problems = load(tmp_path, text)
    assert {problem.rule for problem in problems} == {"unknown-parent", "missing-title"}
    assert library["a"].fields["title"] == "A"
    _, problems = load(tmp_path, "@book{a, title = {A}, crossref = {a}}")
    assert [problem.rule for problem in problems] == ["unknown-parent"]


def test_a_long_line_of_parents(tmp_path: Path) -> None:
    chain = "".join(f"@book{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(2000))
    library, problems = load(tmp_path, chain + "@book{k2000, title = {A}}")
    assert problems == []
    assert library.csl("k0")["title"] == "A"
