"""``evidence check``: what it tells, in which form, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.cli import main
from tests.conftest import MakeSite
from tests.hosts.site import SUMMARY, Site, summary

Check = Callable[..., Result]

WRONG = "docs/summaries/hands.yaml"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """A function that runs the command in the folder of a site."""

    def run(site: Site, *arguments: str, **environment: str) -> Result:
        monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, ["check", *arguments], env=environment)

    return run


@pytest.fixture
def wrong(make_site: MakeSite) -> Site:
    """A site with two misspelt topics and an unknown citation in a page."""
    return make_site(
        {WRONG: summary(topics=["Helth", "Slep"]), "docs/about.md": "See [@bowlby1996].\n"},
        evidence={"topics": ["Health", "Sleep"]},
    )


def test_what_is_right_is_told_in_one_line(make_site: MakeSite, check: Check) -> None:
    done = check(make_site())
    assert (done.exit_code, done.stdout) == (
        0,
        "Nothing is wrong: 1 summary and 2 entries read.\n",
    )


def test_each_kind_is_explained_once_and_all_are_counted(wrong: Site, check: Check) -> None:
    done = check(wrong)
    assert done.exit_code == 1
    assert done.stdout == (
        "docs/about.md:1:6: There is no entry “bowlby1996” in the bibliography."
        " [unknown-citation]\n"
        "    See [@bowlby1996].\n"
        "         ^^^^^^^^^^^\n"
        "    Did you mean “@bowlby1969”?\n"
        "    Why it matters: Readers could not find what you lean on, and the key would stand in"
        " the text as it is.\n\n"
        "docs/summaries/hands.yaml:5:3: “Helth” is not one of the site's topics. [unknown-topic]\n"
        "    - Helth\n"
        "      ^^^^^\n"
        "    Did you mean “Health”?\n"
        "    Why it matters: With a misspelt topic the post would stand on a page of its own, where"
        " nobody looks for it.\n\n"
        "docs/summaries/hands.yaml:6:3: “Slep” is not one of the site's topics. [unknown-topic]\n"
        "    - Slep\n"
        "      ^^^^\n"
        "    Did you mean “Sleep”?\n\n"
        "3 errors. More on each: evidence explain unknown-citation\n"
    )


def test_only_what_is_wrong_in_the_named_files_is_told(wrong: Site, check: Check) -> None:
    done = check(wrong, "docs/about.md")
    assert "1 error." in done.stdout
    assert "Helth" not in done.stdout
    assert "2 errors." in check(wrong, "docs/summaries").stdout
    assert check(wrong, "bibliography/all.bib").exit_code == 0


def test_a_file_is_enough_to_find_its_site(
    wrong: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", str(wrong.folder / WRONG)])
    assert done.exit_code == 1
    assert "2 errors." in done.stdout


def test_for_github_each_problem_is_a_workflow_command(wrong: Site, check: Check) -> None:
    done = check(wrong, "docs/about.md", "--format", "github")
    assert done.exit_code == 1
    assert done.stdout == (
        "::error file=docs/about.md,line=1,col=6,endColumn=17,"
        "title=A citation of a work that is not in the bibliography"
        "::There is no entry “bowlby1996” in the bibliography. [unknown-citation]"
        "%0ADid you mean “@bowlby1969”?\n"
    )


def test_for_github_signs_that_part_properties_are_escaped(
    make_site: MakeSite, check: Check
) -> None:
    site = make_site({"docs/a, 100%: b.md": "See [@bowlby1996].\n"})
    line = check(site, "--format", "github").stdout
    assert line.startswith("::error file=docs/a%2C 100%25%3A b.md,line=1,")


def test_for_github_a_site_may_stand_in_a_folder_of_its_repository(
    wrong: Site, check: Check
) -> None:
    workspace = str(wrong.folder.parent)
    done = check(wrong, "--format", "github", GITHUB_WORKSPACE=workspace)
    assert done.stdout.startswith(f"::error file={wrong.folder.name}/docs/about.md,")


def test_for_github_nothing_is_said_of_what_is_right(make_site: MakeSite, check: Check) -> None:
    assert check(make_site(), "--format", "github").stdout == ""


def test_as_json_there_is_one_object(wrong: Site, check: Check) -> None:
    done = check(wrong, "docs/about.md", "--format", "json")
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "version": 1,
        "problems": [
            {
                "path": "docs/about.md",
                "line": 1,
                "column": 6,
                "width": 11,
                "rule": "unknown-citation",
                "level": "error",
                "message": "There is no entry “bowlby1996” in the bibliography.",
                "advice": "Did you mean “@bowlby1969”?",
                "why": "Readers could not find what you lean on, and the key would stand in the "
                "text as it is.",
                "page": "guide/reference/problems/unknown-citation.md",
            }
        ],
    }
    assert (
        Path(__file__).parents[2] / "docs/guide/reference/problems/unknown-citation.md"
    ).exists()


def test_colours_are_for_terminals_and_can_be_refused(
    wrong: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(wrong.folder)
    run = CliRunner().invoke
    assert "\x1b[31m" in run(main, ["check"], color=True).stdout
    assert "\x1b[" not in run(main, ["check"]).stdout
    assert "\x1b[" not in run(main, ["check"], color=True, env={"NO_COLOR": "1"}).stdout


def test_neither_mkdocs_nor_the_network_is_loaded(wrong: Site) -> None:
    code = (
        "import sys; from mkdocs_evidence.cli import main; main(['check'], standalone_mode=False);"
        "print(*{'mkdocs', 'material', 'requests'} & sys.modules.keys(), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=wrong.folder, capture_output=True, text=True, check=True
    )
    assert "3 errors" in done.stdout
    assert done.stderr.strip() == ""


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("site_name: A: B\n", "1:13: A colon followed by a space begins a new field"),
        ("plugins:\n\t- evidence\n", "2:1: There is a tab here"),
        ("plugins:\n  - blog\n  - evidnce\n", "3:5: The plugin “evidence” is not among"),
        ("plugins:\n  - blog\n", "1:1: The plugin “evidence” is not among the plugins"),
        ("plugins: [blog, evidence]\ndocs_dir: pages\n", "2:11: There is no folder “pages”"),
        ("plugins: [blog, {evidence: {tpoics: [A]}}]\n", "1:29: There is no field “tpoics”"),
    ],
)
def test_a_configuration_that_cannot_be_read_is_explained(
    make_site: MakeSite, check: Check, config: str, expected: str
) -> None:
    site = make_site()
    site.write({"mkdocs.yml": config})
    for arguments in ((), (WRONG,)):
        done = check(site, *arguments)
        assert done.exit_code == 1
        assert f"mkdocs.yml:{expected}" in done.stdout


def test_a_page_that_is_not_utf_8_is_told_with_its_place(make_site: MakeSite, check: Check) -> None:
    done = check(make_site({"docs/about.md": "# About\n\nCafé\n".encode("cp1252")}))
    assert done.exit_code == 1
    assert "docs/about.md:3:4: This file is not saved as UTF-8" in done.stdout


def test_what_a_draft_lacks_is_no_problem_but_what_is_wrong_in_it_is(
    make_site: MakeSite, check: Check
) -> None:
    site = make_site({"docs/summaries/draft.yaml": "draft: true\ntitle: Half\n"})
    assert check(site).exit_code == 0
    site.write({"docs/summaries/draft.yaml": "draft: true\nstudy: '@nobody2000'\n"})
    assert "unknown-citation" in check(site).stdout


def test_hidden_files_and_copies_are_not_looked_at(make_site: MakeSite, check: Check) -> None:
    files = {"docs/.note.md": "[@nobody2000]", "docs/summaries/hands.yaml~": SUMMARY}
    assert check(make_site(files)).exit_code == 0


def test_a_dead_link_is_no_problem_where_another_plugin_may_make_the_page(
    make_site: MakeSite, check: Check
) -> None:
    files = {WRONG: summary(study="See [this](../made.md) and ![a hand](hand.svg).")}
    assert "2 errors." in check(make_site(files)).stdout
    assert "1 error." in check(make_site(files, plugins=["blog", "made", "evidence"])).stdout


def test_without_a_site_it_cannot_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 2
    assert "There is no mkdocs.yml here." in done.stderr


def test_a_file_of_another_place_is_no_part_of_the_site(
    make_site: MakeSite, check: Check, tmp_path: Path
) -> None:
    (tmp_path / "other.yaml").write_text("title: A\n")
    done = check(make_site(), WRONG, str(tmp_path / "other.yaml"))
    assert done.exit_code == 2
    assert "is no part of the site" in done.stderr
