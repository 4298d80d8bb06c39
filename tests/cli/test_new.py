"""``evidence new``, as it is called in a terminal."""

from __future__ import annotations

import os
import pty
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.checking import check_site
from mkdocs_evidence.cli import main
from mkdocs_evidence.notices import read_notices
from tests.lookup.server import Handler, Registries, well
from tests.lookup.works import article, update

CONFIGURATION = """\
site_name: Toy
plugins:
  - blog
  - evidence:
      topics: [Health, Sleep]
      authors: {ana: {name: Ana}}
      author: ana
"""
BIBLIOGRAPHY = """\
@book{day2001dreams,
  title = {Dreams},
  author = {Day, Ana},
  year = {2001},
}
"""
RIS = """\
TY  - JOUR
TI  - A night of sleep
AU  - Fox, Bo
PY  - 1999
JF  - Sleep
SP  - 1
EP  - 9
DO  - 10.5555/night
ER  -
"""
COAN = "10.1093/scan/nsx091"
SUMMARY = "docs/summaries/relationship-status-perceived-support-social-regulation.yaml"
NIGHT = "docs/summaries/night-sleep.yaml"


class Toy:
    """A site in a folder, in which the command is called."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def files(self) -> set[str]:
        """Return the names of what the author would see."""
        every = (path.relative_to(self.root) for path in self.root.rglob("*") if path.is_file())
        return {path.as_posix() for path in every if path.parts[0] not in (".cache", ".home")}

    def new(self, *arguments: str) -> Result:
        """Call the command with nobody at the terminal."""
        return CliRunner().invoke(main, ["new", *arguments])

    def problems(self) -> list[str]:
        return [str(each) for each in check_site(self.root / "mkdocs.yml").problems]


@pytest.fixture
def registries() -> Iterator[Registries]:
    with Registries() as server:
        yield server


@pytest.fixture
def toy(tmp_path: Path, registries: Registries, monkeypatch: pytest.MonkeyPatch) -> Toy:
    toy = Toy(tmp_path)
    toy.write("mkdocs.yml", CONFIGURATION)
    toy.write("docs/index.md", "# Home\n")
    toy.write("bibliography/works.bib", BIBLIOGRAPHY)
    toy.write("night.ris", RIS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".home"))
    for name, value in registries.environment.items():
        monkeypatch.setenv(name, value)
    return toy


@pytest.fixture
def unreachable(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network; the addresses that `toy` set are changed."""
    assert toy
    for name in ("CROSSREF", "DATACITE", "NCBI", "DOI"):
        monkeypatch.setenv(f"EVIDENCE_{name}", "http://127.0.0.1:9")


@pytest.mark.parametrize("written", [COAN, f"https://doi.org/{COAN.upper()}", "PMID: 28985422"])
def test_an_identifier_gives_entry_and_summary(toy: Toy, written: str) -> None:
    before = toy.files()
    done = toy.new(written)
    assert (done.exit_code, done.stderr) == (0, "")
    assert toy.files() - before == {SUMMARY, "summary.schema.json"}
    text = toy.read("bibliography/works.bib")
    assert text.startswith(f"{BIBLIOGRAPHY}\n@article{{coan2017relationship,\n  author = {{Coan, ")
    assert "\narticle: coan2017relationship\n" in toy.read(SUMMARY)
    assert "works.bib; the key coan2017relationship is new in it." in done.stdout
    assert f"Next: open {SUMMARY}" in done.stdout
    assert toy.problems() == []


def test_a_title_may_be_written_without_quotation_marks(toy: Toy) -> None:
    done = toy.new(*["an", "invented", "article"])
    assert done.exit_code == 0
    assert "DOI = " not in toy.read("bibliography/works.bib")
    assert "doi = {10.5555/article.2}" in toy.read("bibliography/works.bib")


@pytest.mark.parametrize("address", ["https://example.org/a?id=3", "www.example.org/pii/S01406"])
def test_an_address_without_a_doi_is_no_title(
    toy: Toy, registries: Registries, address: str
) -> None:
    done = toy.new(address)
    assert (done.exit_code, registries.asked) == (2, [])
    assert "There is no DOI in this address." in done.stderr


def test_a_title_that_is_not_clear_is_answered_with_what_there_is(toy: Toy) -> None:
    before = toy.files()
    done = toy.new("Relationship status")
    assert done.exit_code == 2
    assert "It is not clear which article is meant. Call again with its DOI." in done.stderr
    assert "  Coan et al. (2017). Relationship status and perceived support" in done.stderr
    assert "10.1093/scan/nsx091" in done.stderr
    assert toy.files() == before


def test_the_form_may_be_markdown(toy: Toy) -> None:
    assert toy.new(COAN, "--to", "md").exit_code == 0
    assert "\n## The study\n" in toy.read(SUMMARY.replace(".yaml", ".md"))
    assert toy.problems() == []


def test_an_entry_that_is_there_is_used(toy: Toy) -> None:
    toy.new(COAN)
    bibliography = toy.read("bibliography/works.bib")
    first = toy.read(SUMMARY)
    done = toy.new(COAN.upper())
    assert done.exit_code == 0
    assert toy.read("bibliography/works.bib") == bibliography
    assert toy.read(SUMMARY) == first
    assert "the key coan2017relationship is in it already." in done.stdout
    assert f"{SUMMARY} discusses this article already." in done.stdout
    assert SUMMARY.replace(".yaml", "-2.yaml") in done.stdout


def test_what_is_suspect_or_missing_is_told(toy: Toy) -> None:
    assert "* It was retracted (2019)" in toy.new("10.1371/journal.pone.0124344").stdout
    told = toy.new("10.5555/preprint.1").stdout
    assert "Better use the published article: evidence new 10.5555/article.2" in told
    assert "* It has no page numbers" in toy.new("10.5555/article.2").stdout


def test_a_work_without_a_title_is_to_come_from_a_file(toy: Toy, registries: Registries) -> None:
    registries.crossref["10.5555/untitled"] = article("10.5555/untitled", "")
    before = toy.files()
    done = toy.new("10.5555/untitled")
    assert done.exit_code == 2
    assert "know this work, but not its title" in done.stderr
    assert "--from" in done.stderr
    assert toy.files() == before


def test_a_retraction_is_noted_for_the_readers_of_the_post(toy: Toy) -> None:
    toy.new("10.1371/journal.pone.0124344")
    path = toy.root / "bibliography/notices.yaml"
    notices, problems = read_notices(path, path.name)
    assert problems == []
    retraction = notices.of("10.1371/journal.pone.0124344").retraction
    assert retraction
    assert (retraction.source, retraction.date) == ("publisher", "2019")


def test_a_retracted_work_without_a_doi_is_told_and_noted_nowhere(
    toy: Toy, registries: Registries
) -> None:
    title = "Quite another study of rooms and weather"
    retraction = update("retraction", "10.5555/notice", "publisher", 2020)
    registries.crossref["10.5555/no"] = article("", title, **{"updated-by": [retraction]})
    done = toy.new(title)
    assert done.exit_code == 0, done.output
    assert "* It was retracted (2020)" in done.stdout
    assert "bibliography/notices.yaml" not in toy.files()


def test_notices_with_a_mistake_are_left_as_they_are(toy: Toy) -> None:
    toy.write("bibliography/notices.yaml", "works: [x]\n")
    assert toy.new("10.1371/journal.pone.0124344").exit_code == 0
    assert toy.read("bibliography/notices.yaml") == "works: [x]\n"


def test_licence_funders_and_registration_come_into_the_summary(toy: Toy) -> None:
    done = toy.new("10.5555/trial.1")
    (name,) = [line.split()[-1] for line in done.stdout.splitlines() if "Summary:" in line]
    text = toy.read(name)
    assert "licence: CC BY" in text
    assert "\nfunding: " in text
    assert "\n  # registered: " in text
    assert toy.problems() == []


def test_a_doi_that_nobody_knows_makes_nothing(toy: Toy) -> None:
    before = toy.files()
    done = toy.new("10.5555/unknown")
    assert done.exit_code == 2
    assert "No registry knows the DOI 10.5555/unknown.\nLook for a slip of the hand" in done.stderr
    assert toy.files() == before


def test_a_doi_without_a_description_leads_to_the_page(toy: Toy) -> None:
    done = toy.new("10.5555/elsewhere.1")
    assert done.exit_code == 2
    assert "call evidence new with --from" in done.stderr


@pytest.mark.usefixtures("unreachable")
def test_without_a_network_there_is_a_summary_all_the_same(toy: Toy) -> None:
    done = toy.new("10.5555/new")
    assert done.exit_code == 0
    assert "The article could not be looked up. 127.0.0.1 cannot be reached" in done.stderr
    text = toy.read("docs/summaries/new.yaml")
    assert "You asked for: 10.5555/new\narticle:\n" in text
    assert "when you are online, call “evidence new 10.5555/new” again" in done.stdout
    assert toy.read("bibliography/works.bib") == BIBLIOGRAPHY
    assert toy.problems() == []


@pytest.mark.usefixtures("unreachable")
def test_without_a_network_an_entry_that_is_there_is_found(toy: Toy) -> None:
    toy.new("--from", "night.ris")
    done = toy.new("doi:10.5555/NIGHT")
    assert done.exit_code == 0
    assert "the key fox1999night is in it already." in done.stdout


@pytest.mark.usefixtures("unreachable")
def test_what_is_told_to_call_can_be_typed(toy: Toy) -> None:
    done = toy.new("Does it work? (It does)")
    assert "call “evidence new 'Does it work? (It does)'” again" in done.stdout


def test_an_entry_that_comes_while_a_registry_is_asked_counts(
    toy: Toy, registries: Registries
) -> None:
    def slow(handler: Handler) -> None:
        coming = f"@misc{{coan, title = {{Support}}, doi = {{{COAN}}}}}\n"
        toy.write("bibliography/works.bib", BIBLIOGRAPHY + coming)
        well(handler)

    registries.coming.append(slow)
    done = toy.new(COAN)
    assert "the key coan is in it already" in done.stdout
    assert toy.problems() == []


def test_a_file_that_cannot_be_opened_is_told(toy: Toy) -> None:
    (toy.root / "bibliography/notices.yaml").mkdir()
    done = toy.new(COAN)
    assert done.exit_code == 2
    assert "notices.yaml cannot be opened: Is a directory." in done.stderr


def test_a_site_without_pages_gets_its_first(toy: Toy) -> None:
    toy.write("mkdocs.yml", "docs_dir: pages\nplugins: [blog, evidence: {summaries: texts}]\n")
    done = toy.new(COAN)
    assert done.exit_code == 0, done.output
    assert toy.problems() == []


@pytest.mark.usefixtures("unreachable")
def test_an_exported_file_needs_no_network(toy: Toy) -> None:
    done = toy.new("--from", "night.ris")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "doi = {10.5555/night}" in toy.read("bibliography/works.bib")
    assert NIGHT in toy.files()
    assert toy.problems() == []


def test_several_references_in_a_file_are_told(toy: Toy) -> None:
    before = toy.read("bibliography/works.bib")
    toy.write("two.ris", RIS + RIS.replace("night", "day"))
    done = toy.new("--from", "two.ris")
    assert done.exit_code == 2
    assert "There are 2 references in “two.ris”. Export one alone." in done.stderr
    assert "  Fox (1999). A day of sleep. Sleep. 10.5555/day" in done.stderr
    assert toy.read("bibliography/works.bib") == before


def test_the_first_bibliography_is_made_where_there_is_none(toy: Toy) -> None:
    (toy.root / "bibliography/works.bib").unlink()
    (toy.root / "bibliography").rmdir()
    assert toy.new("--from", "night.ris").exit_code == 0
    assert toy.read("bibliography/references.bib").startswith("@article{fox1999night,\n")
    assert toy.problems() == []


def test_of_several_bibliographies_that_of_most_summaries_is_taken(toy: Toy) -> None:
    toy.write("bibliography/a.bib", "@book{fox1999, title = {Night}, year = {1998}}\n")
    toy.write("docs/summaries/dreams.yaml", "draft: true\narticle: day2001dreams\n")
    assert toy.new("--from", "night.ris").exit_code == 0
    assert "fox1999night" in toy.read("bibliography/works.bib")
    toy.write("docs/summaries/night.yaml", "draft: true\narticle: fox1999\n")
    toy.write("docs/summaries/nights.yaml", "draft: true\narticle: fox1999\n")
    assert toy.new(COAN).exit_code == 0
    assert "coan2017" in toy.read("bibliography/a.bib")


def test_a_key_of_another_bibliography_is_not_taken_twice(toy: Toy) -> None:
    toy.write("bibliography/z.bib", "@book{Fox1999Night, title = {Other}, year = {1998}}\n")
    assert toy.new("--from", "night.ris").exit_code == 0
    assert "@article{fox1999nighta," in toy.read("bibliography/works.bib")


def test_a_schema_that_is_there_is_left_alone(toy: Toy) -> None:
    toy.write("summary.schema.json", "{}")
    toy.new("--from", "night.ris")
    assert toy.read("summary.schema.json") == "{}"


def test_a_bibliography_in_another_encoding_is_told(toy: Toy) -> None:
    (toy.root / "bibliography/works.bib").write_bytes(b"@book{a, title = {M\xfcller}}\n")
    done = toy.new("--from", "night.ris")
    assert done.exit_code == 2
    assert "since it is not saved as UTF-8" in done.stderr
    assert NIGHT not in toy.files()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Say which article: "),
        (["  "], "Say which article"),
        ([COAN, "--from", "night.ris"], "Name an article or a file, not both."),
        (["--from", "none.ris"], "none.ris"),
        (["--from", "mkdocs.yml"], "Its name should end in .ris, .nbib, .bib or .json."),
        ([COAN, "--to", "pdf"], "'pdf' is not one of 'yaml', 'md'."),
    ],
)
def test_what_is_not_understood_is_told(toy: Toy, arguments: Sequence[str], told: str) -> None:
    before = toy.files()
    done = toy.new(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert toy.files() == before


def test_without_a_site_nothing_begins(toy: Toy) -> None:
    (toy.root / "mkdocs.yml").unlink()
    done = toy.new(COAN)
    assert done.exit_code == 2
    assert "There is no mkdocs.yml here." in done.stderr


def test_settings_that_are_wrong_are_told(toy: Toy) -> None:
    toy.write("mkdocs.yml", CONFIGURATION.replace("topics", "tpics"))
    done = toy.new(COAN)
    assert done.exit_code == 2
    assert "Did you mean “topics”?" in done.stderr


def test_it_may_be_called_in_any_folder_of_the_site(
    toy: Toy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(toy.root / "docs")
    assert toy.new("--from", "../night.ris").exit_code == 0
    assert NIGHT in toy.files()


def test_the_contact_of_the_site_is_told_to_the_registries(
    toy: Toy, registries: Registries
) -> None:
    toy.write("mkdocs.yml", f"{CONFIGURATION}      contact: ana@example.org\n")
    toy.new(COAN)
    assert "mailto:ana@example.org" in registries.agents[0]


def test_the_editor_is_opened_if_asked_for(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    toy.write("editor", '#!/bin/sh\necho "title: Opened" >> "$1"\n')
    (toy.root / "editor").chmod(0o755)
    monkeypatch.setenv("VISUAL", str(toy.root / "editor"))
    assert toy.new("--from", "night.ris", "--edit").exit_code == 0
    assert toy.read(NIGHT).endswith("title: Opened\n")


def test_an_editor_that_is_missing_loses_nothing(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    done = toy.new("--from", "night.ris", "--edit")
    assert done.exit_code == 0
    assert "The editor cannot be opened." in done.stderr
    assert NIGHT in toy.files()


def test_a_linked_bibliography_stays_a_link_with_its_permissions(toy: Toy) -> None:
    path, target = toy.root / "bibliography/works.bib", toy.root / "shared.txt"
    path.rename(target)
    target.chmod(0o640)
    path.symlink_to(target)
    assert toy.new("--from", "night.ris").exit_code == 0
    assert path.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert "fox1999night" in target.read_text("utf-8")


WRAPPER = """\
import os, resource, sys, tempfile

def main():
    from mkdocs_evidence.cli import main
    main(["new", "--from", "night.ris"])

def dies(module, name, number, after):
    own = getattr(module, name)
    calls = []
    def call(*arguments, **named):
        folder = str(named.get("dir", ""))
        if name == "mkstemp" and not folder.endswith(("bibliography", "summaries")):
            return own(*arguments, **named)
        calls.append(name)
        if len(calls) == number and not after:
            os._exit(9)
        result = own(*arguments, **named)
        if len(calls) == number:
            os._exit(9)
        return result
    setattr(module, name, call)
"""


def run(toy: Toy, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WRAPPER + script],
        cwd=toy.root, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "step",
    [
        'dies(tempfile, "mkstemp", 1, True)',
        'dies(os, "replace", 1, False)',
        'dies(os, "replace", 1, True)',
        'dies(tempfile, "mkstemp", 2, True)',
        'dies(os, "link", 1, False)',
        'dies(os, "link", 1, True)',
    ],
)
def test_killed_at_a_write_every_file_is_whole_and_a_second_call_completes(
    toy: Toy, step: str
) -> None:
    toy.write("summary.schema.json", "{}")
    toy.new("--from", "night.ris")
    entry, summary = toy.read("bibliography/works.bib"), toy.read(NIGHT)
    toy.write("bibliography/works.bib", BIBLIOGRAPHY)
    (toy.root / NIGHT).unlink()
    killed = run(toy, f"{step}\nmain()\n")
    assert (killed.returncode, killed.stderr) == (9, "")
    assert toy.read("bibliography/works.bib") in (BIBLIOGRAPHY, entry)
    assert NIGHT not in toy.files() or toy.read(NIGHT) == summary
    assert toy.new("--from", "night.ris").exit_code == 0
    assert toy.read("bibliography/works.bib") == entry
    assert toy.read(NIGHT) == summary
    assert toy.problems() == []


def test_a_full_disk_leaves_all_as_it_was(toy: Toy) -> None:
    before = toy.files()
    done = run(toy, "resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))\nmain()\n")
    assert done.returncode == 2
    assert "bibliography/works.bib cannot be written: File too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert toy.files() == before
    assert toy.read("bibliography/works.bib") == BIBLIOGRAPHY


PROGRAM = """\
import signal
from mkdocs_evidence.cli import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it would be ignored
main(prog_name="evidence")
"""


def test_a_summary_that_cannot_be_written_is_told_and_a_second_call_completes(toy: Toy) -> None:
    toy.write("docs/summaries", "This is no folder.")
    done = toy.new("--from", "night.ris")
    assert done.exit_code == 2
    assert "docs/summaries cannot be written: File exists." in done.stderr
    (toy.root / "docs/summaries").unlink()
    done = toy.new("--from", "night.ris")
    assert done.exit_code == 0
    assert "the key fox1999night is in it already." in done.stdout


class Terminal:
    """The command with somebody at the terminal."""

    def __init__(self, toy: Toy, *arguments: str) -> None:
        self._master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "new", *arguments],
            cwd=toy.root,
            stdin=slave,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        os.close(slave)

    def answers(self, *lines: str) -> tuple[int, str]:
        """Write lines and return the exit code and all that was said."""
        os.write(self._master, "".join(f"{line}\n" for line in lines).encode())
        return self.end()

    def end(self) -> tuple[int, str]:
        said, _ = self.process.communicate(timeout=60)
        os.close(self._master)
        return self.process.returncode, said

    def leave(self) -> tuple[int, str]:
        """Answer with the end of the input."""
        os.write(self._master, b"\x04")
        return self.end()

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl and C once there is a question.

        A signal between the question and the wait for its answer is lost, as it is for any program
        in Python; so it is pressed again, but not while the program is ending.
        """
        assert self.process.stdout
        self.process.stdout.read(10)
        while self.process.poll() is None:
            time.sleep(0.3)
            self.process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(10)
        return self.end()


def test_called_alone_in_a_terminal_it_asks(toy: Toy) -> None:
    code, said = Terminal(toy).answers(COAN, "2", "3 x", "2 1", "n")
    assert code == 0, said
    assert "Write numbers from 1 to 2" in said
    assert "\ntopics: [Sleep, Health]\n" in toy.read(SUMMARY.replace(".yaml", ".md"))
    assert toy.problems() == []


def test_empty_answers_mean_what_is_usual(toy: Toy) -> None:
    code, said = Terminal(toy).answers(COAN, "", "", "")
    assert code == 0, said
    assert SUMMARY in toy.files()


def test_in_a_terminal_one_of_several_can_be_chosen(toy: Toy) -> None:
    toy.write("two.ris", RIS + RIS.replace("night", "day"))
    toy.write("bibliography/z.bib", "@book{z, title = {Z}}\n")
    code, said = Terminal(toy, "--from", "two.ris").answers("2", "2")
    assert code == 0, said
    assert "fox1999day" in toy.read("bibliography/z.bib")


def test_none_of_these_makes_nothing(toy: Toy) -> None:
    before = toy.files()
    code, said = Terminal(toy, "Relationship status").answers("6")
    assert code == 2
    assert "  6  none of these" in said
    assert toy.files() == before


def test_leaving_at_a_question_leaves_nothing_behind(toy: Toy) -> None:
    before = toy.files()
    code, said = Terminal(toy).leave()
    assert (code, "Traceback" in said) == (1, False)
    code, said = Terminal(toy).interrupt()
    assert (code, "Traceback" in said) == (1, False)
    assert toy.files() == before


def test_nonsense_is_asked_for_again(toy: Toy) -> None:
    code, said = Terminal(toy).answers("  ", COAN, "3", "²", "md", " 2 ", "", "n")
    assert code == 0, said
    assert said.count("Which article?") == 2
    assert said.count("Write a number from 1 to 2.\n") == 3
    assert SUMMARY.replace(".yaml", ".md") in toy.files()


def test_the_help_has_examples() -> None:
    done = CliRunner().invoke(main, ["new", "--help"])
    assert done.exit_code == 0
    assert "  evidence new 10.1093/scan/nsx091\n" in done.stdout
