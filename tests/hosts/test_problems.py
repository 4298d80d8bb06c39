"""Bad input: every build ends with code 1, all problems once, and no traceback."""

import subprocess

import pytest

from tests.conftest import MakeSite
from tests.hosts.site import SUMMARY, Files, Site, one, said, summary


def found(outcome: "subprocess.CompletedProcess[str]") -> list[str]:
    """Return where each problem stands and its kind, as printed, of a build that has failed."""
    printed = outcome.stdout + outcome.stderr
    assert outcome.returncode == 1, printed
    assert "Traceback" not in printed
    lines = [line for line in printed.splitlines() if line.endswith("]") and ": " in line]
    return sorted(f"{line.split(':')[0]} {line.rpartition('[')[2].rstrip(']')}" for line in lines)


FILES: Files = {
    "docs/summaries/one.yaml": summary(title="One", topics=["Helth"]),
    "docs/summaries/none.yaml": summary("study", title="None", lead="As [@nobody1999] says."),
    "docs/summaries/two.yaml": summary(title="Two", lead="As @coan2071 found."),
    "docs/summaries/broken.yaml": "title: [\n",
    "docs/about.md": "# About\n\nSee [@bowlby1996].\n",
    "bibliography/broken.bib": "@article{half,\n  title = {Half\n",
}

EVIDENCE: dict[str, object] = {
    "topics": ["Health"],
    "introduction": "As [@nobody2000] says.",
    "legal": "legl.md",
}

ALL = [
    "bibliography/broken.bib broken-entry",
    "docs/about.md unknown-citation",
    "docs/summaries/broken.yaml yaml-syntax",
    "docs/summaries/none.yaml missing-field",
    "docs/summaries/none.yaml unknown-citation",
    "docs/summaries/one.yaml unknown-topic",
    "docs/summaries/two.yaml unknown-citation",
    "mkdocs.yml missing-page",
    "mkdocs.yml unknown-citation",
]


@pytest.mark.parametrize("arguments", [(), ("--strict",), ("--quiet",), ("--strict", "--quiet")])
def test_the_problems_of_all_files_are_printed_once(
    make_site: MakeSite, arguments: tuple[str, ...]
) -> None:
    assert found(make_site(FILES, evidence=EVIDENCE).run(*arguments)) == ALL


def test_a_problem_stands_at_its_line_and_says_what_to_do(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/hands.yaml": SUMMARY.replace("coan2017]", "coan2071]")}
    printed = make_site(files).run().stderr
    assert "docs/summaries/hands.yaml:5:40: " in printed
    assert "Did you mean “@coan2017”?" in printed


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ({"tpoics": ["Health"]}, "tpoics"),
        ({"comments": {"provider": "fax"}}, "fax"),
        ({"comments": {"provider": "email"}}, "address"),
        ({"author": "ana", "authors": {"bo": {"name": "Bo"}}}, "“ana”"),
        ({"language": 5}, "language"),
        ({"style": "no-such-style"}, "no-such-style"),
        ({"style": "american-medical-asociation"}, "Did you mean “american-medical-association”?"),
        ({"language": "xx-YY"}, "No language has the short name “xx-YY”"),
        ({"sections": [{"id": "prepared"}]}, "already used"),
        ({"sections": [{"id": "references"}]}, "already used"),
    ],
)
def test_wrong_options_are_explained(
    make_site: MakeSite, evidence: dict[str, object], expected: str
) -> None:
    outcome = make_site(evidence=evidence).run("--strict")
    assert [problem.split()[0] for problem in found(outcome)] == ["mkdocs.yml"]
    assert expected in outcome.stderr


def test_without_its_bibliography_a_site_has_one_problem(make_site: MakeSite) -> None:
    outcome = make_site(evidence={"bibliography": "bibliografy"}).run()
    assert found(outcome) == ["mkdocs.yml missing-bibliography"]
    assert "Did you mean “bibliography”?" in outcome.stderr


def test_a_folder_of_summaries_that_is_not_there_is_a_problem(make_site: MakeSite) -> None:
    outcome = make_site(evidence={"summaries": "sumaries"}).run()
    assert found(outcome) == ["mkdocs.yml missing-folder"]
    assert "Did you mean “summaries”?" in outcome.stderr


def test_a_summary_with_another_ending_is_a_problem_and_not_published(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/hands.yaml": summary(),
        "docs/summaries/hands.yaml~": summary(),
        "docs/summaries/other.txt": summary(),
        "docs/summaries/third.markdown": "Text.\n",
        "docs/summaries/leaflet.pdf": "%PDF",
    }
    site = make_site(files)
    assert found(site.run()) == [
        "docs/summaries/other.txt no-summary",
        "docs/summaries/third.markdown no-summary",
    ]
    for name in ("other.txt", "third.markdown"):
        (site.folder / "docs/summaries" / name).unlink()
    published = {name for name in site.build().files() if name.startswith("summaries/")}
    assert published == {"summaries/hands/index.html", "summaries/leaflet.pdf"}


def test_what_programs_leave_behind_or_the_site_leaves_out_is_no_problem(
    make_site: MakeSite,
) -> None:
    names = (".DS_Store", ".x.part", "Thumbs.db", "desktop.ini", "out/bad.yaml", "out/note.txt")
    site = make_site({f"docs/summaries/{name}": "tittle: A\n" for name in names})
    config = site.folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nexclude_docs: summaries/out/\n", "utf-8")
    published = {name for name in site.build().files() if name.startswith("summaries/")}
    assert published == {"summaries/hands/index.html"}


def test_a_bibliography_may_end_in_capitals(make_site: MakeSite) -> None:
    site = make_site()
    for path in (site.folder / "bibliography").glob("*.bib"):
        path.rename(path.with_suffix(".BIB"))
    assert "summaries/hands/index.html" in site.build().files()


def test_an_option_that_is_written_twice_is_a_problem(make_site: MakeSite) -> None:
    site = make_site()
    config = site.folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nsite_name: Again\n", "utf-8")
    assert found(site.run()) == ["mkdocs.yml duplicate-field"]


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (["C", "c"], "“c” would have the address of “C”"),
        ({"C": "", "!!": "Alarm"}, "“!!” would have the address of a page without a name"),
    ],
)
def test_topics_have_addresses_of_their_own(
    make_site: MakeSite, topics: object, expected: str
) -> None:
    files: Files = {"docs/summaries/hands.yaml": summary(topics=["C"])}
    outcome = make_site(files, evidence={"topics": topics}).run()
    assert found(outcome) == ["mkdocs.yml topic-address"]
    assert expected in outcome.stderr


def test_summaries_without_a_blog_are_a_problem(make_site: MakeSite) -> None:
    outcome = make_site(plugins=["search", "evidence"]).run()
    assert found(outcome) == ["mkdocs.yml blog-missing"]


def test_a_blog_that_is_switched_off_counts_as_missing(make_site: MakeSite) -> None:
    outcome = make_site(plugins=[{"blog": {"enabled": False}}, "evidence"]).run()
    assert found(outcome) == ["mkdocs.yml blog-missing"]


def test_a_blog_that_looks_elsewhere_is_a_problem(make_site: MakeSite) -> None:
    outcome = make_site(plugins=[{"blog": {"post_dir": "news"}}, "evidence"]).run()
    assert found(outcome) == ["mkdocs.yml blog-options"]
    assert "“news”" in outcome.stderr


def test_addresses_and_handles_are_no_citations(make_site: MakeSite) -> None:
    text = "Write to ana@example.org or @ana_therapy, @ana@social.example, see `@property`."
    files: Files = {
        "docs/about.md": f"# About\n\n{text}\n",
        "docs/summaries/hands.yaml": summary(study=text),
    }
    site = make_site(files, evidence={"introduction": text}).build()
    for url in ("about/", "summaries/hands/"):
        assert "ana@example.org or @ana_therapy, @ana@social.example" in said(site.page(url))
        assert not site.page(url).xpath("//*[contains(@class, 'citation--unknown')]")


def test_a_dead_link_is_told_with_its_place_before_mkdocs_tells_it(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/hands.yaml": summary(study="See [this](hand.svg).")}
    outcome = make_site(files).run("--strict")
    assert found(outcome) == ["docs/summaries/hands.yaml dead-link"]
    assert "contains a link" not in outcome.stderr


def test_a_link_to_a_page_that_another_plugin_adds_is_right(make_site: MakeSite) -> None:
    hook = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "made.md", content="# Made"))
"""
    files: Files = {
        "docs/summaries/hands.yaml": summary(study="See [this](../made.md)."),
        "hook.py": hook,
    }
    assert "Made" in said(make_site(files, hooks=["hook.py"]).build().page("made/"))


def test_a_missing_summary_folder_and_no_bibliography_are_no_problem(make_site: MakeSite) -> None:
    files: Files = {"docs/summaries/hands.yaml": None, "bibliography/all.bib": None}
    site = make_site(files)
    (site.folder / "docs/summaries").rmdir()
    (site.folder / "bibliography").rmdir()
    assert "Home" in said(one(site.build().page(""), "//h1"))


def test_a_broken_draft_does_not_stop_the_build(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/draft.yaml": "draft: true\ntitle: Half\ntopics: 7\nstudy: '@nobody2000'\n",
        "docs/summaries/idea.md": "---\ndraft: true\n---\nA *lead*.\n\n## Nonsense\n",
    }
    site = make_site(files)
    assert site.run("--strict").returncode == 0
    assert not [name for name in site.files() if "draft" in name or "idea" in name]


def test_a_page_of_code_that_looks_like_a_citation_has_no_problem(make_site: MakeSite) -> None:
    files: Files = {"docs/about.md": "# About\n\n```\n[@nobody2000]\n```\n\nAnd `[@nobody2000]`.\n"}
    assert "[@nobody2000]" in said(make_site(files).build().page("about/"))


def page_of(site: Site, url: str) -> str:
    return said(one(site.page(url), "//*[@class='md-content']"))


def test_while_serving_a_broken_summary_shows_its_problems(
    make_site: MakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    files: Files = {
        "docs/summaries/bad.yaml": summary(title="Bad", article="coan2071"),
        "docs/summaries/worse.yaml": "title: [\n",
    }
    site = make_site(files).build("serve")
    text = page_of(site, "summaries/bad/")
    assert "This summary has a mistake that keeps it from being shown" in text
    assert "Did you mean “coan2017”?" in text
    assert "docs/summaries/bad.yaml:3:10" in text
    assert "docs/summaries/worse.yaml" in page_of(site, "summaries/worse/")
    assert "They held hands." in page_of(site, "summaries/hands/")
    assert "problems found." in capsys.readouterr().err
