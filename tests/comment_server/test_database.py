"""The comments in the database of a server, taken out and put in."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_evidence.comment_server import (
    Comment,
    Reply,
    Thread,
    UnusableDatabaseError,
    add_threads,
    as_json,
    from_json,
    read_threads,
)
from tests.comments.isso_server import IssoServer, isso_server

SITE = "http://localhost:1"
PAGE = "/comments/first-one/"
MARCH = datetime(2026, 3, 2, 10, 11, 12, 345678, UTC)
THREADS = (
    Thread(
        post="a",
        page="/comments/a/",
        title="Às três?",
        comments=(
            Comment(
                id=3,
                state="shown",
                written=MARCH,
                changed=MARCH + timedelta(minutes=1),
                name="Zoë & <Co>",
                email="zoe@example.org",
                website="https://example.org/?a=1&b='2'",
                text="Yes & <no>",
                replies=(Reply(id=5, state="waiting", written=MARCH, text="Who?"),),
            ),
            Comment(id=8, state="deleted", written=MARCH),
        ),
    ),
    Thread(page="/old/page/", comments=(Comment(id=4, state="shown", written=MARCH, text="Old."),)),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a server that nobody has used."""
    path = tmp_path_factory.mktemp("empty") / "comments.db"
    add_threads(path, [])
    return path


@pytest.fixture
def database(empty: Path, tmp_path: Path) -> Path:
    """The database of a server, with comments in it."""
    path = Path(shutil.copy(empty, tmp_path))
    add_threads(path, THREADS)
    return path


def write(isso: IssoServer, **fields: object) -> tuple[int, dict[str, str]]:
    """Write a comment, and return its number and the cookie by which its writer can change it."""
    answer = requests.post(
        f"{isso.url}/new", params={"uri": PAGE}, json={"title": "Hands", **fields}, timeout=10
    )
    assert answer.status_code == 202, answer.text
    number: int = answer.json()["id"]
    return number, {str(number): answer.cookies[str(number)]}


def approve(isso: IssoServer, number: int) -> None:
    (address,) = [
        line.partition("Activate comment: ")[2]
        for line in isso.log.read_text().splitlines()
        if f"/id/{number}/activate/" in line
    ]
    assert requests.post(address, timeout=10).status_code == 200


def shown(isso: IssoServer) -> list[dict[str, Any]]:
    """Return what the server lists, without what it makes of addresses."""
    answer = requests.get(f"{isso.url}/", params={"uri": PAGE}, timeout=10).json()
    comments = [*answer["replies"], *(r for c in answer["replies"] for r in c["replies"])]
    kept = ("id", "parent", "text", "author", "website", "mode", "total_replies")
    return [
        {name: each.get(name) for name in kept} | {"created": round(each["created"], 6)}
        for each in comments
    ]


def test_a_new_server_lists_what_the_old_one_did(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    with isso_server(tmp_path / "old", SITE) as old:
        first, _ = write(
            old, text="One *two*", author="A & B", email="a@example.org", website="example.org/"
        )
        reply, _ = write(old, text="An answer", parent=first)
        gone, its_cookie = write(old, text="Taken back", author="Cy", email="cy@example.org")
        answer, _ = write(old, text="To what is gone", parent=gone)
        alone, own_cookie = write(old, text="Taken back, too")
        waiting, _ = write(old, text="Not read yet")
        for number in (first, reply, gone, answer):
            approve(old, number)
        for number, cookie in ((gone, its_cookie), (alone, own_cookie)):
            answered = requests.delete(f"{old.url}/id/{number}", cookies=cookie, timeout=10)
            assert answered.status_code == 200
        before = shown(old)
        data = as_json(read_threads(old.database))
    assert [comment["id"] for comment in before] == [first, gone, reply, answer]
    (thread,) = from_json(data)
    assert thread.post == "first-one"
    assert {each.id: each.state for each in thread.comments} == {
        first: "shown",
        gone: "deleted",
        waiting: "waiting",
    }
    # Isso forgets to delete the e-mail address.
    assert b"Cy" not in data
    assert b"cy@example.org" not in data
    assert b"a@example.org" in data
    assert b"127.0.0" not in data
    add_threads(tmp_path / "new" / "comments.db", from_json(data))
    with isso_server(tmp_path / "new", SITE) as new:
        assert shown(new) == before
        assert as_json(read_threads(new.database)) == data
        approve_by = requests.post(f"{new.url}/id/{first}/like", timeout=10)
        assert approve_by.json() == {"likes": 1, "dislikes": 0}
        assert add_threads(new.database, from_json(data)).added == 0
        assert write(new, text="Here we are")[0] > waiting


def test_nothing_changes_on_the_way(database: Path) -> None:
    assert tuple(read_threads(database)) == THREADS
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT DISTINCT remote_addr, length(voters) FROM comments")
        assert rows.fetchall() == [("0.0.0.0", 256)]
        names = connection.execute("SELECT author, website FROM comments WHERE id = 3").fetchall()
    # As Isso keeps them, and servers send them to be put into pages.
    assert names == [("Zoë &amp; &lt;Co&gt;", "https://example.org/?a=1&amp;b=&#x27;2&#x27;")]


def test_a_new_database_is_its_owners_alone(empty: Path) -> None:
    assert stat.S_IMODE(empty.stat().st_mode) == 0o600
    assert [*empty.parent.iterdir()] == [empty]


def test_the_second_time_nothing_is_added_and_what_changed_stays(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE comments SET text = 'Changed.' WHERE id = 4")
    done = add_threads(database, THREADS)
    assert (done.added, done.left) == (0, 4)
    assert read_threads(database)[1].comments[0].text == "Changed."


def test_comments_come_to_those_that_are_there(database: Path) -> None:
    later = MARCH + timedelta(days=1)
    reply = Reply(id=9, state="shown", written=later, text="Late.")
    known = Comment(id=77, state="shown", written=MARCH, replies=(reply,))
    new = Comment(id=3, state="shown", written=later, text="New.")
    done = add_threads(database, [Thread(page="/comments/a/", comments=(known, new))])
    assert (done.added, done.left) == (2, 1)
    first, _, added = read_threads(database)[0].comments
    assert [each.text for each in first.replies] == ["Who?", "Late."]
    assert added.text == "New."
    assert added.id not in (3, 4, 5, 8, 9)


def test_a_thread_without_comments_is_not_made(database: Path) -> None:
    add_threads(database, [Thread(page="/comments/b/", comments=())])
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM threads").fetchone() == (2,)


said = st.tuples(st.text(), st.text())
days = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@settings(max_examples=50)
@given(comment=said, replies=st.lists(said, max_size=3), title=st.text(), written=days)
def test_any_text_comes_back(
    empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
    comment: tuple[str, str],
    replies: list[tuple[str, str]],
    title: str,
    written: datetime,
) -> None:
    path = Path(shutil.copy(empty, tmp_path_factory.mktemp("any")))
    answers = tuple(
        Reply(id=number, state="shown", written=written, name=name, text=text)
        for number, (name, text) in enumerate(replies, 10)
    )
    name, text = comment
    first = Comment(id=1, state="waiting", written=written, name=name, text=text, replies=answers)
    threads = [Thread(post="a", page="/comments/a/", title=title, comments=(first,))]
    add_threads(path, threads)
    assert read_threads(path) == threads
    assert add_threads(path, threads).added == 0


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_database_can_be_read_while_it_is_written(database: Path, journal: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as server:
        server.execute(f"PRAGMA journal_mode = {journal}")
        server.execute("BEGIN IMMEDIATE")
        server.execute("DELETE FROM comments WHERE id = 4")
        assert tuple(read_threads(database)) == THREADS
        server.execute("COMMIT")
        assert tuple(read_threads(database)) == THREADS[:1]


def test_a_reply_to_what_is_gone_stands_by_itself(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM comments WHERE id = 3")
        connection.execute("UPDATE comments SET parent = 4, website = 'example.net' WHERE id = 4")
    threads = read_threads(database)
    assert [comment.id for comment in threads[0].comments] == [5, 8]
    assert threads[1].comments[0].website == "http://example.net"


def test_all_comes_in_or_nothing(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON comments WHEN new.text = 'Two.'"
            " BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
    new = [
        Comment(id=number, state="shown", written=MARCH, text=text)
        for number, text in enumerate(("One.", "Two."), 20)
    ]
    with pytest.raises(UnusableDatabaseError, match="disk is full"):
        add_threads(database, [Thread(page="/comments/b/", comments=tuple(new))])
    assert tuple(read_threads(database)) == THREADS


def test_without_isso_the_server_makes_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "isso", None)
    with pytest.raises(UnusableDatabaseError, match=r"Start the server once, so that it makes one"):
        add_threads(tmp_path / "comments.db", THREADS)
    assert [*tmp_path.iterdir()] == []


def test_what_is_no_database_of_isso_is_told(tmp_path: Path) -> None:
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("No database at all. " * 99)
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE comments (id INTEGER)")
    for path, told in (
        (text, "file is not a database"),
        (other, "is no database of Isso"),
        (tmp_path / "none.db", "There is no file"),
        (tmp_path, "There is no file"),
    ):
        with pytest.raises(UnusableDatabaseError, match=told):
            read_threads(path)
