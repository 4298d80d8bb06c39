"""``evidence import``, as it is called in a terminal: posts of any kind become summaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.checking import check_site
from mkdocs_evidence.cli import import_plan, main
from mkdocs_evidence.comment_server import from_json
from mkdocs_evidence.importing.reading import wordpress
from mkdocs_evidence.importing.recognising import recognise
from mkdocs_evidence.reading import SummaryReader, section_names
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import Summary
from tests.hosts.site import DOT, Site, one, said
from tests.importing import old_post
from tests.lookup.server import Registries

KINDS = list(old_post.FILES)
LISTS = {
    "topics": ["Depression"],
    "authors": {"bo": {"name": "Bo Fox"}},
    "author": "bo",
}
NAME = "ten-minutes-outside-short-walk-lift"
READER = SummaryReader(Settings().section_ids, section_names(Settings()))
VARIABLES = ("CROSSREF", "DATACITE", "NCBI", "DOI")


def toy(folder: Path) -> Site:
    """Return a site without summaries, which lists topics and authors."""
    return Site.create(folder, {"docs/summaries/hands.yaml": None}, evidence=LISTS)


def imported(site: Site, name: str, data: bytes, *options: str) -> Result:
    """Call the command in the folder of a site, on a file that is put there."""
    (site.folder / name).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.folder)
        patch.setenv("XDG_CACHE_HOME", str(site.folder / ".home"))
        return CliRunner().invoke(main, ["import", name, *options])


@pytest.fixture(scope="module", autouse=True)
def _without_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.setenv(f"EVIDENCE_{name}", "http://127.0.0.1:9")
        yield


@dataclass(frozen=True)
class Brought:
    """A post that was imported, and completed by a person as the report asks."""

    site: Site
    done: Result
    path: Path
    draft: str
    problems: list[str]
    summary: Summary


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Brought]:
    """The same post out of each kind of file."""
    return {kind: _brought(kind, tmp_path_factory.mktemp("site")) for kind in KINDS}


def _brought(kind: str, folder: Path) -> Brought:
    site = toy(folder)
    done = imported(site, kind, old_post.FILES[kind])
    assert (done.exit_code, done.stderr) == (0, ""), done.output
    (path,) = (site.folder / "docs/summaries").glob("*.yaml")
    draft = path.read_text("utf-8")
    (path.parent / "path.svg").write_bytes(DOT)
    text = draft.replace("\narticle:\n", "\narticle: coan2017\n").replace("\ndraft: true\n", "\n")
    text = text.replace("\n  file:\n", "\n  file: path.svg\n")
    text = text.replace("\n  alt:\n", f"\n  alt: {old_post.ALT}\n")
    path.write_text(text, "utf-8")
    problems = [str(each) for each in check_site(site.folder / "mkdocs.yml").problems]
    summary = READER.read(path, path.name).summary
    assert summary
    return Brought(site, done, path, draft, problems, summary)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_report_asks_for_is_enough(brought: Mapping[str, Brought], kind: str) -> None:
    post = brought[kind]
    assert post.problems == []
    assert f"The article, {old_post.DOI}, is not in the bibliography yet." in post.done.stdout
    told = " ".join(post.done.stdout.split())
    assert ("\n  file:\n" in post.draft) == ("beside the summary" in told)
    assert ("\n  alt:\n" in post.draft) == ("what it shows" in told or "after “alt:”" in told)


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_lost_and_the_rest_is_told_in_full(
    brought: Mapping[str, Brought], kind: str
) -> None:
    post = brought[kind]
    told = " ".join(post.done.stdout.split())
    assert "All 1,0" in told
    assert "are in the summary or in the list above." in told
    for line in (old_post.TOPICS, old_post.BYLINE, old_post.INVITATION, old_post.COPYRIGHT):
        assert line in told
        assert line in post.draft


@pytest.mark.parametrize("kind", KINDS)
def test_missing_names_join_the_lists_of_the_site(
    brought: Mapping[str, Brought], kind: str
) -> None:
    text = (brought[kind].site.folder / "mkdocs.yml").read_text("utf-8")
    assert "\n    - Depression\n    - Everyday life\n" in text
    assert "\n        name: Bo Fox\n      ana-exemplo:\n        name: Ana Exemplo\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_gives_the_same_summary(
    brought: Mapping[str, Brought], kind: str
) -> None:
    summary, usual = brought[kind].summary, brought["post.html"].summary
    as_written = kind != "post.txt"  # which has neither emphasis nor links
    assert summary.title == old_post.TITLE
    assert str(summary.date) == "2019-03-03"
    assert summary.topics == ["Depression", "Everyday life"]
    assert summary.authors == ["ana-exemplo"]
    assert summary.image
    assert (summary.image.alt, summary.image.credit) == (old_post.ALT, "Caro Müller")
    assert summary.image.licence == "CC BY 4.0"
    assert [part.heading for part in summary.sections.values()] == [
        part.heading for part in usual.sections.values()
    ]
    for own, other in zip(summary.texts, usual.texts, strict=True):
        assert own == other if as_written else own[:60] == other[:60]


def test_all_of_them_are_built(brought: Mapping[str, Brought], tmp_path: Path) -> None:
    posts = {f"docs/summaries/{kind.partition('.')[2]}.yaml": kind for kind in KINDS}
    files = {name: brought[kind].path.read_bytes() for name, kind in posts.items()}
    lists = {**LISTS, "topics": ["Depression", "Everyday life"]}
    lists["authors"] = {"bo": {"name": "Bo"}, "ana-exemplo": {"name": "Ana Exemplo"}}
    pictures = {
        f"docs/summaries/{path.name}": path.read_bytes()
        for each in brought.values()
        for path in each.path.parent.iterdir()
        if path.suffix != ".yaml"
    }
    site = Site.create(
        tmp_path, {"docs/summaries/hands.yaml": None, **files, **pictures}, evidence=lists
    ).build()
    for kind in KINDS:
        page = site.page(f"summaries/{kind.partition('.')[2]}/")
        assert said(one(page, "//h1")).startswith(old_post.TITLE)
        headings = [said(each) for each in page.xpath("//article//h2")]
        for part in ("The study", "What this means for practice", "Limitations", "Conclusion"):
            assert any(heading.startswith(part) for heading in headings)
        assert "Bo Fox and Ada Day worked with eleven practices" in said(page)
        assert "ask someone to ring at your door." in said(page)
        assert old_post.INVITATION not in said(page)
    assert site.page("2019/03/old-post-1/") is not None


def test_the_markdown_form_says_the_same(tmp_path: Path, brought: Mapping[str, Brought]) -> None:
    site = toy(tmp_path)
    assert imported(site, "post.html", old_post.FILES["post.html"], "--to", "md").exit_code == 0
    path = site.folder / "docs/summaries" / f"{NAME}.md"
    summary = READER.read(path, path.name).understood
    assert summary
    assert summary.texts == brought["post.html"].summary.texts


def test_a_second_call_online_completes_what_the_first_one_could_not(
    tmp_path: Path, registries: Registries
) -> None:
    text = old_post.as_text().replace(old_post.DOI, "10.1093/scan/nsx091")
    site = toy(tmp_path)
    site.write({"bibliography/all.bib": ""})
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.setenv(f"EVIDENCE_{name}", "http://127.0.0.1:9")
        first = imported(site, "post.txt", text.encode())
    path = site.folder / "docs/summaries" / f"{NAME}.yaml"
    draft = path.read_text("utf-8")
    assert "Works could not be looked up." in first.stdout
    second = imported(site, "post.txt", text.encode())
    assert second.exit_code == 0
    assert registries.asked
    assert "was imported before" in second.stdout
    assert path.read_text("utf-8") == draft.replace(
        "\narticle:\n", "\narticle: coan2017relationship\n"
    )
    assert "coan2017relationship" in (site.folder / "bibliography/all.bib").read_text("utf-8")
    third = imported(site, "post.txt", text.encode())
    assert "Nothing new was to be made." in third.stdout


def test_a_site_without_lists_takes_any_name(tmp_path: Path) -> None:
    site = Site.create(tmp_path, {"docs/summaries/hands.yaml": None})
    before = (site.folder / "mkdocs.yml").read_bytes()
    assert imported(site, "post.txt", old_post.FILES["post.txt"]).exit_code == 0
    assert (site.folder / "mkdocs.yml").read_bytes() == before
    path = site.folder / "docs/summaries" / f"{NAME}.yaml"
    assert "\nauthors: [Ana Exemplo]\n" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "options", "told"),
    [
        ("post.txt", b"Title\n\nText", ["--into", "docs/elsewhere"], "would not become posts"),
        ("post.pages", b"", [], "choose “Save as” or “Export”"),
        ("post.docx", b"no zip", [], "cannot be read."),
        ("post.xml", b"<rss>", [], "cannot be read."),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    tmp_path: Path, name: str, data: bytes, options: list[str], told: str
) -> None:
    site = toy(tmp_path)
    files = {path for path in site.folder.rglob("*") if path.is_file()} | {site.folder / name}
    done = imported(site, name, data, *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert {path for path in site.folder.rglob("*") if path.is_file()} == files


def test_what_is_not_in_a_post_is_asked_for(tmp_path: Path) -> None:
    text = "A title\n\nDiscussion of a book by Fox (2001)\n\nIt was a good book.\n"
    done = imported(toy(tmp_path), "post.txt", text.encode())
    told = " ".join(done.stdout.split())
    assert "The post names its article without a DOI" in told
    assert "No date was found." in told
    assert "into the sections" in told


def test_pictures_in_the_text_are_asked_what_they_show(tmp_path: Path) -> None:
    site = toy(tmp_path)
    site.write({"dot.svg": DOT})
    text = "# A title\n\n## The study\n\nIt was good.\n\n![](dot.svg)\n\nIt was.\n"
    told = imported(site, "post.md", text.encode()).stdout
    assert "between the square brackets of ![](title-dot.svg) what that picture" in told


def test_a_folder_inside_that_of_the_summaries_is_made(tmp_path: Path) -> None:
    site = toy(tmp_path)
    options = ["--into", "docs/summaries/old"]
    assert imported(site, "post.txt", old_post.FILES["post.txt"], *options).exit_code == 0
    text = (site.folder / "docs/summaries/old" / f"{NAME}.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../summary.schema.json\n")


@pytest.fixture(scope="module")
def blog() -> bytes:
    """An export of 50 posts with pictures and comments."""
    items = []
    for number in range(1, 51):
        answers = old_post.comment(2 * number + 1, "Thank you!", answers=2 * number)
        remarks = old_post.comment(2 * number, f"A thought on walk {number}.") + answers
        body = old_post.short_html(f"https://old.example.org/wp-content/uploads/p{number}.svg")
        items.append(old_post.item(number, f"Walk {number}", body, remarks, f"walk-{number}"))
    return old_post.export("".join(items)).encode()


def test_a_whole_blog_is_brought_along(tmp_path: Path, blog: bytes) -> None:
    site = toy(tmp_path)
    for number in range(1, 51):
        site.write({f"uploads/p{number}.svg": DOT.replace(b"4", str(number).encode())})
    done = imported(site, "blog.xml", blog, "--media", "uploads")
    assert (done.exit_code, done.stderr) == (0, "")
    summaries = site.folder / "docs/summaries"
    files = {path.name: path.read_bytes() for path in summaries.iterdir()}
    assert sorted(name for name in files if name.endswith(".yaml")) == sorted(
        f"walk-{number}.yaml" for number in range(1, 51)
    )
    assert sum(name.endswith(".svg") for name in files) == 50
    for number in (1, 50):
        fields = READER.read(summaries / f"walk-{number}.yaml", "walk").document.fields
        assert fields["id"] == f"walk-{number}"
        assert fields["redirect_from"] == [f"/2019/03/walk-{number}/"]
    comments = site.folder / "imported-comments.json"
    assert comments.stat().st_mode & 0o077 == 0
    threads = from_json(comments.read_bytes())
    assert [thread.post for thread in threads] == [f"walk-{number}" for number in range(1, 51)]
    assert threads[0].comments[0].replies[0].text == "Thank you!"
    assert "50 summaries made. All " in done.stdout
    told = " ".join(done.stdout.split())
    assert told.count("In 50 of the posts: The article, 10.5555/walks, is not") == 1
    assert "evidence comments import imported-comments.json" in " ".join(done.stdout.split())
    assert len(done.stdout) < 50 * 700
    report = (site.folder / "import-report.txt").read_text("utf-8")
    assert report.count(old_post.INVITATION) == 50

    kept = [summaries / f"walk-{number}.yaml" for number in range(1, 26)]
    for path in kept[:20]:
        path.unlink()
    again = imported(site, "blog.xml", blog, "--media", "uploads")
    assert "20 summaries made; 30 imported before." in again.stdout
    assert {path.name: path.read_bytes() for path in summaries.iterdir()} == files
    assert (site.folder / "import-report-2.txt").is_file()
    assert (site.folder / "import-report.txt").read_text("utf-8") == report


def test_a_post_that_fails_does_not_keep_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [old_post.item(n, f"Walk {n}", "<p>Text.</p>", "", f"walk-{n}") for n in (1, 2, 3)]

    def failing(function: Any, number: int) -> Any:
        def called(given: Any, *others: Any) -> Any:
            title = given["title"] if number == 1 else given.name
            if title == f"Walk {number}":
                raise IndexError("out of range")
            return function(given, *others)

        return called

    monkeypatch.setattr(wordpress, "_old_post", failing(wordpress._old_post, 1))
    monkeypatch.setattr(import_plan, "recognise", failing(recognise, 2))
    done = imported(toy(tmp_path), "blog.xml", old_post.export("".join(items)).encode())
    told = " ".join(done.stdout.split())
    assert done.exit_code == 0
    for number in (1, 2):
        assert f"“Walk {number}” could not be brought along" in told
    assert "Walk 3 → docs/summaries/walk-3.yaml" in told
