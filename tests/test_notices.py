"""What became of works: the file that it is kept in, and what can be asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.notices import (
    Fate,
    Notice,
    Notices,
    notices_file,
    read_notices,
    save_notices,
    written,
)

RETRACTED = """\
checked: 2026-03-02
works:
  10.1371/journal.pone.0124344:
    notices:
      - kind: retraction
        date: 2019
        notice: 10.1371/journal.pone.0215608
        source: author
"""


def read(folder: Path, text: str) -> Notices:
    path = folder / "notices.yaml"
    path.write_text(text, "utf-8")
    notices, problems = read_notices(path, "bibliography/notices.yaml")
    assert [str(problem) for problem in problems] == []
    return notices


def problems_of(folder: Path, text: str) -> list[str]:
    path = folder / "notices.yaml"
    path.write_text(text, "utf-8")
    notices, problems = read_notices(path, "bibliography/notices.yaml")
    assert notices == Notices()
    return [str(problem) for problem in sorted(problems)]


def test_what_became_of_a_work_is_found_whatever_the_letters_of_its_doi(tmp_path: Path) -> None:
    notices = read(tmp_path, RETRACTED)
    retraction = notices.of("10.1371/JOURNAL.pone.0124344").retraction
    assert retraction
    assert (retraction.date, retraction.notice) == ("2019", "10.1371/journal.pone.0215608")
    assert notices.of("10.1000/another") == Fate()


def test_the_example_in_the_guide_is_right(tmp_path: Path) -> None:
    guide = Path(__file__).parents[1] / "docs/guide/retractions.md"
    example = guide.read_text("utf-8").partition("```text\n")[2].partition("```")[0]
    assert read(tmp_path, example).of("10.1371/journal.pone.0124344").retraction


def test_the_notices_of_the_example_site_are_as_the_program_writes_them() -> None:
    path = Path(__file__).parents[1] / "bibliography/notices.yaml"
    notices, problems = read_notices(path, "bibliography/notices.yaml")
    assert problems == []
    assert written(notices, path.read_text("utf-8")) == path.read_text("utf-8")


def test_without_the_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_notices(tmp_path / "notices.yaml", "notices.yaml") == (Notices(), [])


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n", "works:\n", "checked:\nworks: {}\n"])
def test_a_file_that_says_nothing_is_no_problem(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == Notices()


def test_the_file_lies_in_the_folder_of_the_bibliography(tmp_path: Path) -> None:
    assert notices_file(tmp_path) == tmp_path / "notices.yaml"
    assert notices_file(tmp_path / "all.bib") == tmp_path / "notices.yaml"


def test_the_gravest_notice_comes_first_and_of_equals_the_newest() -> None:
    notices = [
        Notice(kind="correction", date="2014-08"),
        Notice(kind="correction", date="2019"),
        Notice(kind="concern"),
        Notice(kind="retraction", date="2001"),
    ]
    fate = Fate(notices=notices)
    kinds = [notice.kind for notice in fate.notices]
    assert kinds == ["retraction", "concern", "correction", "correction"]
    assert [each.date for each in fate.notices if each.kind == "correction"] == ["2019", "2014-08"]
    assert fate.retraction == notices[3]
    assert fate.concern == notices[2]


@pytest.mark.parametrize("date", ["2019", "2019-04", "2019-04-17"])
def test_of_a_date_only_the_beginning_need_be_known(tmp_path: Path, date: str) -> None:
    notices = read(tmp_path, RETRACTED.replace("2019", date))
    assert [fate.notices[0].date for fate in notices.works.values()] == [date]


@pytest.mark.parametrize(
    "date", ["2019-13", "2019-4", "2019-02-30", "19", "April 2019", "２０１９"]
)
def test_a_wrong_date_is_explained(tmp_path: Path, date: str) -> None:
    [problem] = problems_of(tmp_path, RETRACTED.replace("2019", date))
    assert problem.splitlines()[0] == (
        f"bibliography/notices.yaml:6:15: “date” should be a date, not “{date}”. [wrong-type]"
    )
    assert problem.splitlines()[-1].strip() == (
        "Write the year, the year and the month, or the day: 2019, 2019-04 or 2019-04-17."
    )


def test_an_author_may_write_a_doi_in_any_form(tmp_path: Path) -> None:
    text = RETRACTED.replace("10.1371/journal.pone.0124344", "https://doi.org/10.1371/X")
    assert list(read(tmp_path, text).works) == ["10.1371/x"]


def test_what_is_no_doi_is_a_problem_where_it_stands(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, RETRACTED.replace("10.1371/journal.pone.0124344", "gotink"))
    assert problem.splitlines()[:3] == [
        "bibliography/notices.yaml:3:3: “gotink” should be a DOI, not “gotink”. [wrong-type]",
        "      gotink:",
        "      ^^^^^^",
    ]


def test_a_work_that_stands_twice_is_a_problem(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, "works:\n  10.1000/a: {}\n  10.1000/A: {}\n")
    assert problem.startswith(
        "bibliography/notices.yaml:3:3: The work “10.1000/a” is already written in line 2."
    )


def test_an_unknown_kind_of_notice_is_a_problem(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, RETRACTED.replace("retraction", "retracted"))
    assert "“retracted” is not one of the words for “kind”." in problem
    assert "Did you mean “retraction”?" in problem


def test_the_file_is_sorted_by_doi_and_says_what_it_is() -> None:
    concern = Notice(kind="concern", source="retraction-watch")
    notices = Notices(
        works={
            "10.1000/b": Fate(notices=[concern], published="10.1000/C"),
            "10.1000/a": Fate(unknown=True),
            "10.1000/0": Fate(),
        }
    )
    head, _, rest = written(notices).partition("works:\n")
    assert "evidence check --online" in head
    assert all(line.startswith("# ") for line in head.splitlines())
    assert rest == (
        "  10.1000/a:\n    unknown: true\n"
        "  10.1000/b:\n    notices:\n      - kind: concern\n        source: retraction-watch\n"
        "    published: 10.1000/c\n"
    )


def test_comments_are_kept_when_the_file_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "notices.yaml"
    text = "# Ours.\n" + RETRACTED.replace("works:", "works: # and theirs")
    text = text.replace("  10.1371/j", "  # Seen by Ana.\n  10.1371/j")
    text = text.replace("2019", "2019 # The day?") + "# The end.\n"
    notices = read(tmp_path, text)
    more = notices.model_copy(update={"works": {**notices.works, "10.1000/a": Fate(unknown=True)}})
    save_notices(path, more)
    comments = [line for line in path.read_text("utf-8").splitlines() if "#" in line][3:]
    assert comments == [
        "# Ours.", "# and theirs", "  # Seen by Ana.", "  # The day?", "# The end."
    ]  # fmt: skip
    assert read(tmp_path, path.read_text("utf-8")) == more


def test_comments_outlive_their_work(tmp_path: Path) -> None:
    path = tmp_path / "notices.yaml"
    path.write_text(RETRACTED.replace("retraction", "retraction # by the editors"), "utf-8")
    save_notices(path, Notices())
    assert path.read_text("utf-8").endswith("\n# by the editors\n")


SIGNS = r"a-z0-9:#()<>\[\]{}'\"\-_&*!|%@`"
DOIS = st.from_regex(rf"10\.[0-9]{{4}}/[{SIGNS}.,?]{{0,12}}[{SIGNS}]", fullmatch=True)
DATES = st.none() | st.dates().map(str) | st.integers(1000, 2999).map(str)
NOTICES = st.builds(
    Notice,
    kind=st.sampled_from(["retraction", "concern", "correction"]),
    date=DATES,
    notice=st.none() | DOIS,
    source=st.sampled_from(["publisher", "retraction-watch", "author"]),
)
FATES = st.builds(
    Fate, notices=st.lists(NOTICES, max_size=3), published=st.none() | DOIS, unknown=st.booleans()
)
ANY_NOTICES = st.builds(
    Notices,
    checked=st.none() | st.dates(),
    works=st.dictionaries(DOIS, FATES.filter(lambda fate: fate != Fate()), max_size=4),
)
COMMENTS = st.lists(st.sampled_from(["# one", "  # two", "      # three", ""]), max_size=3)


@given(ANY_NOTICES, st.data())
def test_what_is_written_is_read_again_with_its_comments(
    tmp_path_factory: pytest.TempPathFactory, notices: Notices, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("notices")
    lines = written(notices).splitlines()
    commented = [part for line in lines for part in (*data.draw(COMMENTS), line)]
    text = "\n".join(commented) + "\n"
    assert read(folder, text) == notices
    again = written(notices, text)
    assert again.count("# t") == text.count("# t")
    assert written(read(folder, again), again) == again
