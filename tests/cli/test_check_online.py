"""``evidence check --online``: what the registries say, kept for all who build the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.cli import main
from tests.conftest import MakeSite
from tests.hosts.site import Site
from tests.lookup.server import Answer, Handler, Registries, well

Check = Callable[..., Result]

WORKS = """\
@article{coan2017, title = {Hands}}
@article{gotink2015, title = {Mindfulness}, doi = {10.1371/journal.pone.0124344}}
@misc{exemplo2020, title = {A preprint}, doi = {10.5555/preprint.1}}
"""
OWN = "works:\n  10.5555/preprint.1:\n    notices:\n      - kind: concern\n"
LOST = "@misc{lost2020, title = {A typing mistake}, doi = {10.5555/none}}\n"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site({"bibliography/all.bib": WORKS})


@pytest.fixture
def check(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """A function that runs the command in the folder of the site."""
    monkeypatch.chdir(site.folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["check", *arguments])

    return run


def notices(site: Site) -> Path:
    return site.folder / "bibliography/notices.yaml"


def after_writing(path: Path, text: str) -> Answer:
    """Return a registry's way to answer during which somebody writes a file."""

    def answer(handler: Handler) -> None:
        path.write_text(text, "utf-8")
        well(handler)

    return answer


@pytest.mark.usefixtures("registries")
def test_what_the_registries_say_is_told_and_kept(site: Site, check: Check) -> None:
    assert "retracted-work" not in check().stdout
    done = check("--online")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Warnings, which stop no build:\n\n")
    assert "bibliography/all.bib:2:10: The work “gotink2015” was retracted" in done.stdout
    assert "[published-preprint]" in done.stdout
    assert "10.1371/journal.pone.0124344:" in notices(site).read_text("utf-8")
    assert check().stdout == done.stdout


@pytest.mark.usefixtures("registries")
def test_a_doi_that_nobody_knows_is_an_error(site: Site, check: Check) -> None:
    site.write({"bibliography/all.bib": WORKS + LOST})
    done = check("--online")
    assert done.exit_code == 1
    assert "all.bib:4:7: No registry knows the DOI of the work “lost2020”" in done.stdout


def test_without_an_answer_what_is_known_counts_and_the_check_goes_on(
    site: Site, check: Check, registries: Registries
) -> None:
    check("--online")
    site.write({"bibliography/more.bib": LOST})
    registries.answer = lambda handler: handler.send(b"<html>", "text/html")
    done = check("--online")
    assert done.exit_code == 0
    assert "1 work could not be looked up; of these, what was known before counts." in done.stderr
    assert "retracted-work" in done.stdout
    assert "10.1371/journal.pone.0124344:" in notices(site).read_text("utf-8")


def test_a_broken_file_of_notices_is_not_written_over(
    site: Site, check: Check, registries: Registries
) -> None:
    text = "works:\n  10.5555/own: {notices: [{kind: retracted}]}\n"
    site.write({"bibliography/notices.yaml": text})
    done = check("--online")
    assert done.exit_code == 1
    assert "notices.yaml has to be mended first" in done.stderr
    assert "bibliography/notices.yaml:2:34: “retracted” is not one of the words" in done.stdout
    assert notices(site).read_text("utf-8") == text
    assert registries.asked == []


def test_without_the_option_nobody_is_asked(check: Check, registries: Registries) -> None:
    check()
    assert registries.asked == []


@pytest.mark.usefixtures("registries")
def test_where_nothing_can_be_written_the_answers_are_told_all_the_same(
    site: Site, check: Check
) -> None:
    notices(site).mkdir()
    (notices(site) / "in-the-way").touch()
    done = check("--online")
    assert done.exit_code == 2
    assert "notices.yaml cannot be opened" in done.stderr


def test_what_the_author_writes_while_registries_are_asked_is_kept(
    site: Site, check: Check, registries: Registries
) -> None:
    registries.coming = [after_writing(notices(site), OWN)]
    done = check("--online")
    assert "An expression of concern about the work “exemplo2020” was published" in done.stdout
    kept = notices(site).read_text("utf-8")
    assert "kind: concern" in kept
    assert "kind: retraction" in kept


def test_a_mistake_that_comes_while_registries_are_asked_is_left_as_it_is(
    site: Site, check: Check, registries: Registries
) -> None:
    registries.coming = [after_writing(notices(site), "works: [\n")]
    done = check("--online")
    assert done.stderr == "What they say is not kept, since notices.yaml has to be mended first.\n"
    assert notices(site).read_text("utf-8") == "works: [\n"
