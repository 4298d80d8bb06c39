"""``evidence comments``: a server of comments of one's own, and what it keeps."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.cli import main
from mkdocs_evidence.comment_server import (
    Comment,
    Reply,
    Thread,
    add_threads,
    as_json,
    read_threads,
)
from tests.conftest import MakeSite
from tests.hosts.site import Site

ISSO = {
    "provider": "isso",
    "server": "https://comments.example.org",
    "address": "ana@example.org",
}
MARCH = datetime(2026, 3, 2, tzinfo=UTC)
REPLY = Reply(id=2, state="waiting", written=MARCH, text="Quem?")
THREAD = Thread(
    post="a",
    page="/comments/a/",
    title="Às três?",
    comments=(Comment(id=1, state="shown", written=MARCH, name="Zoë", replies=(REPLY,)),),
)

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that calls the command in a folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, site: Site | None = None) -> Result:
        if site:
            monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, ["comments", *arguments])

    return run


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a server with two comments."""
    path = tmp_path_factory.mktemp("kept") / "comments.db"
    add_threads(path, [THREAD])
    return path


def test_the_files_of_a_server_are_written_and_the_password_is_shown_once(
    make_site: MakeSite, run: Run
) -> None:
    site = make_site(evidence={"comments": ISSO})
    done = run("server", site=site)
    assert (done.exit_code, done.stderr) == (0, "")
    folder = site.folder / "comments-server"
    names = ["isso.cfg", "requirements.txt", "isso.service", "Caddyfile", ".gitignore"]
    assert done.stdout.splitlines()[:5] == [f"comments-server/{name} is written." for name in names]
    settings = (folder / "isso.cfg").read_text("utf-8")
    (password,) = re.findall(r"\[admin\][^[]*\npassword = (\S+)\n", settings)
    assert f"\n    {password}\n" in done.stdout
    assert "https://comments.example.org/admin/\n" in done.stdout
    modes = {name: stat.S_IMODE((folder / name).stat().st_mode) for name in names}
    assert modes["isso.cfg"] == 0o600
    again = run("server", site=site)
    assert again.exit_code == 0
    assert again.stdout.splitlines() == [
        f"comments-server/{name} is there already, as it would be written now." for name in names
    ]


def test_what_was_changed_stays(make_site: MakeSite, run: Run) -> None:
    site = make_site(evidence={"comments": ISSO})
    run("server", "--into", "own", site=site)
    settings = site.folder / "own/isso.cfg"
    changed = settings.read_text("utf-8").replace("purge-after = 30d", "purge-after = 14d")
    settings.write_text(changed, "utf-8")
    (site.folder / "own/Caddyfile").unlink()
    told = run("server", "--into", "own", site=site).stdout
    assert "own/isso.cfg is there already, and is left as it is. It differs" in told
    assert "own/Caddyfile is written." in told
    assert "password" not in told
    assert settings.read_text("utf-8") == changed


def test_neither_password_nor_comments_come_into_git(make_site: MakeSite, run: Run) -> None:
    site = make_site(evidence={"comments": ISSO})
    run("server", site=site)
    subprocess.run(["git", "init", "--quiet", site.folder], check=True)
    site.write({f"comments-server/{name}": "" for name in ("comments.db", "comments.json")})
    told = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all", "comments-server"],
        cwd=site.folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {line.rpartition("/")[2] for line in told.stdout.splitlines()} == {
        ".gitignore", "Caddyfile", "isso.service", "requirements.txt"
    }  # fmt: skip


@pytest.mark.parametrize("into", ["docs/server", "docs", "other/../docs/a/b"])
def test_nothing_private_is_written_among_the_pages(
    make_site: MakeSite, run: Run, kept: Path, into: str
) -> None:
    site = make_site(evidence={"comments": ISSO})
    (site.folder / "other").mkdir()
    for done in (
        run("server", "--into", into, site=site),
        run("export", str(kept), "--into", f"{into}/comments.json", site=site),
    ):
        assert done.exit_code == 2
        assert "is among the pages of your site, so it would be published." in done.stderr
    assert not (site.folder / "docs/server").exists()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"comments": {"provider": "email", "address": "a@example.org"}},
            "“email”, which",
        ),
        ({}, "“none”, which needs no server"),
        (
            {"comments": {**ISSO, "server": "https://example.org/"}},
            "address of the site itself",
        ),
    ],
)
def test_a_site_that_has_no_server_is_told_where(
    make_site: MakeSite, run: Run, changes: dict[str, object], told: str
) -> None:
    site = make_site(evidence=changes)
    done = run("server", site=site)
    assert done.exit_code == 2
    assert re.search(r"\nError: mkdocs\.yml:\d+:\d+: ", done.stderr)
    assert told in done.stderr
    assert not (site.folder / "comments-server").exists()


def test_an_address_of_the_site_is_needed(make_site: MakeSite, run: Run) -> None:
    site = make_site(evidence={"comments": ISSO}, site_url="")
    (line,) = [
        number
        for number, text in enumerate((site.folder / "mkdocs.yml").read_text().splitlines(), 1)
        if text.startswith("site_url:")
    ]
    done = run("server", site=site)
    assert done.exit_code == 2
    assert f"mkdocs.yml:{line}:11: The address of the site is missing." in done.stderr


def test_a_remark_stops_nothing(make_site: MakeSite, run: Run) -> None:
    site = make_site(evidence={"comments": {**ISSO, "server": "https://comments.example.net"}})
    done = run("server", site=site)
    assert done.exit_code == 0
    assert re.match(r"mkdocs\.yml:\d+:15: “comments.example.net” and “example.org” ", done.stderr)


def test_a_server_needs_a_site(run: Run) -> None:
    done = run("server")
    assert done.exit_code == 2
    assert "Go to the folder of your site first." in done.stderr


def test_a_folder_that_cannot_be_written_is_named(make_site: MakeSite, run: Run) -> None:
    site = make_site({"file": ""}, evidence={"comments": ISSO})
    done = run("server", "--into", "file/folder", site=site)
    assert done.exit_code == 2
    assert "“file/folder” cannot be written: " in done.stderr


def test_comments_go_from_one_server_to_another(run: Run, tmp_path: Path, kept: Path) -> None:
    done = run("export", str(kept))
    assert done.stdout == "comments.json is written: 2 comments on 1 post.\n"
    file = tmp_path / "comments.json"
    assert file.read_bytes() == as_json([THREAD])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    shutil.copy(kept, "other.db")
    assert run("import", "comments.json", "other.db").stdout == (
        "0 comments added; 2 were there already.\n"
    )
    reply = REPLY.model_copy(update={"written": datetime(2026, 3, 3, tzinfo=UTC)})
    file.write_bytes(as_json([Thread(page="/a/", comments=(Comment(**dict(reply)),))]))
    assert run("import", "comments.json", "other.db").stdout == (
        "1 comment added; 0 were there already.\n"
    )
    assert [thread.page for thread in read_threads(Path("other.db"))] == ["/comments/a/", "/a/"]
    assert run("export", "other.db").exit_code == 0
    assert b"/comments/a/" in file.read_bytes()


def test_an_export_replaces_no_other_file(run: Run, tmp_path: Path, kept: Path) -> None:
    other = tmp_path / "data.json"
    other.write_text("{}")
    done = run("export", str(kept), "--into", "data.json")
    assert done.exit_code == 2
    assert "data.json: It is no export of comments. Name another file" in done.stderr
    assert other.read_text() == "{}"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import", "none.json", "kept.db"], "“none.json” cannot be opened: No such file"),
        (["import", "bad.json", "kept.db"], "bad.json: It is no JSON from line 3 on."),
        (["import", "good.json", "bad.json"], "“bad.json” cannot be used as a database of Isso"),
        (["export", "none.db"], "There is no file “none.db”."),
        (
            ["export", "kept.db", "--into", "none/a.json"],
            "“none/a.json” cannot be written: No",
        ),
        (["export"], "Missing argument"),
        (["exprt"], "There is no command “exprt”. Did you mean “export”?"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, tmp_path: Path, kept: Path, arguments: list[str], told: str
) -> None:
    shutil.copy(kept, tmp_path / "kept.db")
    before = (tmp_path / "kept.db").read_bytes()
    (tmp_path / "good.json").write_bytes(as_json([THREAD]))
    (tmp_path / "bad.json").write_text('{\n"format":\n')
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert (tmp_path / "kept.db").read_bytes() == before


def test_alone_it_shows_what_it_can_do(run: Run) -> None:
    told = run().output
    assert {"server", "export", "import"} <= set(re.findall(r"(?m)^  (\w+)  ", told))
