"""The files of a server: a real Isso server with them keeps readers safe."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

import pytest
import requests
from packaging.requirements import Requirement

from mkdocs_evidence.comment_server import Secrets, Server, new_secrets, secrets_in, server_files
from tests.comments.isso_server import IssoServer, isso_server

SITE = "http://localhost:1"
HERE = Server("https://comments.example.org", f"{SITE}/blog/", "ana@example.org", Path("folder"))
SECRETS = new_secrets()
THREAD = "/comments/first-one/"
KNOWN_TO_ALL = "please_choose_a_strong_password"
TOLD = "What a reader tells."

GUIDE = Path(__file__).parents[2] / "docs/guide/comments/isso-server.md"

USED_BY_NOBODY = {"misaka", "setuptools"}
"""What Isso asks for and does not need here."""


def file(name: str, server: Server = HERE, own: Secrets = SECRETS) -> str:
    return server_files(server, own)[name].decode()


@pytest.fixture(scope="module")
def isso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IssoServer]:
    """A server with our settings; only its port and its database are those of the test."""
    settings = file("isso.cfg")
    settings, ports = re.subn("(?m)^listen = .*$", "listen = {url}", settings)
    settings, databases = re.subn("(?m)^dbpath = .*$", "dbpath = {database}", settings)
    assert (ports, databases) == (1, 1)
    with isso_server(tmp_path_factory.mktemp("isso"), SITE, settings) as server:
        yield server


def write(isso: IssoServer, reader: str, **fields: object) -> requests.Response:
    """Send a comment as the web server in front passes it on from a reader's address."""
    return requests.post(
        f"{isso.url}/new",
        params={"uri": THREAD},
        json={"text": TOLD, "title": "Holding hands", **fields},
        headers={"Origin": SITE, "X-Forwarded-For": reader, "X-Forwarded-Proto": "https"},
        timeout=10,
    )


def shown(isso: IssoServer) -> list[Any]:
    answer = requests.get(f"{isso.url}/", params={"uri": THREAD}, timeout=10).json()
    replies = answer["replies"]
    assert isinstance(replies, list)
    return replies


def log_in(isso: IssoServer, password: str) -> requests.Response:
    form = {"password": password}
    return requests.post(f"{isso.url}/login/", data=form, allow_redirects=False, timeout=10)


def approve(isso: IssoServer, number: int) -> None:
    """Approve a comment on the admin page, as its owner does."""
    session = log_in(isso, SECRETS.password).cookies["admin-session"]
    page = requests.get(
        f"{isso.url}/admin/", headers={"Cookie": f"admin-session={session}"}, timeout=10
    ).text
    (key,) = re.findall(rf"validate_com\({number}, (?:'|&#39;)(.+?)(?:'|&#39;)", page)
    answer = requests.post(f"{isso.url}/id/{number}/activate/{key}", timeout=10)
    assert answer.status_code == 200


def kept_address(isso: IssoServer, number: int) -> str:
    with closing(sqlite3.connect(isso.database)) as connection:
        (address,) = connection.execute(
            "SELECT remote_addr FROM comments WHERE id = ?", (number,)
        ).fetchone()
    return str(address)


def test_a_comment_shows_once_it_is_approved_and_html_in_it_as_it_was_typed(
    isso: IssoServer,
) -> None:
    html = "**So** <script>alert(1)</script> <img src=x>"
    answer = write(isso, "203.0.113.7", text=html, author="<b>Ana</b>")
    assert answer.status_code == 202
    number = answer.json()["id"]
    assert number not in [comment["id"] for comment in shown(isso)]
    approve(isso, number)
    (comment,) = [comment for comment in shown(isso) if comment["id"] == number]
    assert comment["text"] == (
        "<p><strong>So</strong> &lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x&gt;</p>"
    )
    assert comment["author"] == "&lt;b&gt;Ana&lt;/b&gt;"
    assert "email" not in comment


def test_a_third_comment_within_a_minute_is_refused_for_the_neighbourhood_alone(
    isso: IssoServer,
) -> None:
    answers = [write(isso, f"198.51.100.{number}").status_code for number in (1, 2, 3)]
    assert answers == [202, 202, 403]
    assert write(isso, "198.51.101.1").status_code == 202


@pytest.mark.parametrize(
    ("reader", "kept"),
    [
        ("192.0.2.77", "192.0.2.0"),
        ("2001:db8:7:8::9", "2001:0db8:0007:0000:0000:0000:0000:0000"),
        ("9.9.9.9, 192.0.3.77", "192.0.3.0"),
    ],
)
def test_the_address_is_the_readers_and_kept_shortened(
    isso: IssoServer, reader: str, kept: str
) -> None:
    assert kept_address(isso, write(isso, reader).json()["id"]) == kept


def test_cookies_are_sent_encrypted_only(isso: IssoServer) -> None:
    for answer in (write(isso, "192.0.4.1"), log_in(isso, SECRETS.password)):
        cookie = answer.headers["Set-Cookie"]
        assert "; Secure" in cookie
        assert "; SameSite=None" in cookie


@pytest.mark.parametrize(
    "password",
    ["", KNOWN_TO_ALL, SECRETS.password[:-1], SECRETS.salt],
    ids=["none", "known to all", "cut short", "salt"],  # secrets differ from process to process
)
def test_the_admin_page_refuses_a_wrong_password(isso: IssoServer, password: str) -> None:
    answer = log_in(isso, password)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
    assert TOLD not in answer.text + requests.get(f"{isso.url}/admin/", timeout=10).text


def test_what_readers_write_does_not_come_into_the_log(isso: IssoServer) -> None:
    write(isso, "192.0.5.1")
    log = isso.log.read_text()
    assert "Using database" in log
    assert TOLD not in log
    assert "192.0.5" not in log
    assert "no such option" not in log


def test_the_guide_removes_what_isso_leaves_of_a_deleted_comment_that_was_answered(
    isso: IssoServer,
) -> None:
    answer = write(isso, "192.0.6.1", email="ana@example.org")
    number = answer.json()["id"]
    assert write(isso, "192.0.7.1", parent=number).status_code == 202
    cookie = {"Cookie": f"{number}={answer.cookies[str(number)]}"}
    assert requests.delete(f"{isso.url}/id/{number}", headers=cookie, timeout=10).ok
    (command,) = re.findall(r'comments\.db "(UPDATE .+)"\n', GUIDE.read_text("utf-8"))
    with closing(sqlite3.connect(isso.database)) as connection, connection:
        connection.execute(command)
        (left,) = connection.execute(
            "SELECT text, author, email, website, remote_addr, voters FROM comments WHERE id = ?",
            (number,),
        )
    assert left == ("", None, None, None, "0.0.0.0", bytes(256))


def test_no_address_of_a_reader_comes_into_the_log_where_isso_does_not_answer() -> None:
    # Caddy tells of an error, with the request, unless somebody meets it.
    assert "\n\thandle_errors {\n\t\trespond {err.status_code}\n\t}\n" in file("Caddyfile")


def test_secrets_are_others_each_time() -> None:
    made = [new_secrets() for _ in range(3)]
    words = {word for each in made for word in (each.password, each.salt)}
    assert len(words) == 6
    assert min(map(len, words)) >= 20
    assert {secrets_in(file("isso.cfg", own=each)) for each in made} == set(made)


@pytest.mark.parametrize(
    "line", [f"password = {SECRETS.password}", f"salt = {SECRETS.salt}"], ids=["password", "salt"]
)
def test_the_service_does_not_start_without_secrets(tmp_path: Path, line: str) -> None:
    name = line.partition(" ")[0]
    filled = file("isso.cfg").replace("username =\npassword =", f"username =\n{line}")
    assert starts(tmp_path, filled)
    for instead in ("", f"{name} =", f"{name} = short", f"# {line}"):
        assert not starts(tmp_path, filled.replace(f"\n{line}\n", f"\n{instead}\n", 1))


def starts(folder: Path, settings: str) -> bool:
    """Say whether the service starts with these settings, by the commands that it runs before."""
    (folder / "isso.cfg").write_text(settings)
    before = re.findall("(?m)^ExecStartPre=(.*)$", file("isso.service"))
    assert len(before) == 2
    commands = [
        shlex.split(each.replace("${CREDENTIALS_DIRECTORY}", str(folder))) for each in before
    ]
    return all(subprocess.run(command, check=False).returncode == 0 for command in commands)


def test_the_list_of_packages_is_complete_and_knows_the_versions_we_test() -> None:
    lines = file("requirements.txt").splitlines()
    listed = {
        each.name.lower(): each.specifier
        for each in (Requirement(line) for line in lines if not line.startswith("#"))
    }
    assert all(version(name) in specifier for name, specifier in listed.items())
    needed = {
        part.name.lower()
        for name in listed
        for part in map(Requirement, requires(name) or [])
        if part.marker is None or part.marker.evaluate({"extra": ""})
    }
    assert needed - USED_BY_NOBODY <= listed.keys()


def test_the_addresses_of_site_and_server_stand_in_the_files() -> None:
    assert f"\nhost =\n    {SITE}\n# " in file("isso.cfg")
    assert "\npublic-endpoint = https://comments.example.org\n" in file("isso.cfg")
    assert "\nto = ana@example.org\n" in file("isso.cfg")
    assert "\nhttps://comments.example.org {\n" in file("Caddyfile")
    assert f"\n\tredir /comments/* {SITE}/blog{{uri}}\n" in file("Caddyfile")
    assert set(server_files(HERE, SECRETS)) == {
        "isso.cfg", "isso.service", "Caddyfile", "requirements.txt", ".gitignore"
    }  # fmt: skip


def test_a_server_on_this_computer_is_for_trying_it_out(tmp_path: Path) -> None:
    trial = Server("http://localhost:8090", "https://example.org/", "ana@example.org", tmp_path)
    settings = file("isso.cfg", trial)
    assert f"\ndbpath = {tmp_path / 'comments.db'}\n" in settings
    assert "\nlisten = http://localhost:8090\n" in settings
    assert "\nhost =\n    https://example.org\n    http://127.0.0.1:8000\n" in settings
    assert set(server_files(trial, SECRETS)) == {"isso.cfg", "requirements.txt", ".gitignore"}
