"""The comments in the database of an Isso server, taken out and put in.

Isso's tables are those of its modules ``db.threads`` and ``db.comments`` (version 0.14).
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape, unescape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from mkdocs_evidence import saving
from mkdocs_evidence.comments.isso import IssoProvider

from .threads import Comment, Reply, State, Thread

_STATES: Mapping[int, State] = {1: "shown", 2: "waiting", 4: "deleted"}
_MODES = {state: mode for mode, state in _STATES.items()}

_NOBODY = "0.0.0.0"
"""What Isso writes for an address that it does not know."""
_NO_VOTERS = bytes(256)
"""The filter in which Isso notes who voted for a comment, without anybody in it."""

_PATIENCE = 30
"""How many seconds to wait while the server writes."""

_COLUMNS = ("id", "parent", "mode", "created", "modified", "author", "email", "website", "text")
_ALL_COLUMNS = {*_COLUMNS, "tid", "remote_addr", "voters"}

_MAKE_DATABASE = """
import sys
from isso import config, db
db.SQLite3(sys.argv[1], config.load(config.default_file()))
"""


class UnusableDatabaseError(Exception):
    """A database cannot be read or written; the text says why, and what to do."""


@dataclass
class Imported:
    """How many comments came into a database, and how many were there already."""

    added: int = 0
    left: int = 0


def read_threads(path: Path) -> list[Thread]:
    """Return what a server keeps, as it is at one moment; the server may be running.

    The addresses of readers and who voted are left out, and of deleted comments all that Isso has
    not deleted.

    Raises:
        UnusableDatabaseError: The file is no database of Isso.
    """
    with _opened(path, "ro") as connection:
        columns = ", ".join(f"comments.{name}" for name in _COLUMNS)
        rows = connection.execute(
            f"SELECT threads.uri, threads.title, {columns} FROM comments"
            " JOIN threads ON threads.id = comments.tid ORDER BY threads.id, comments.id"
        ).fetchall()
    of_pages: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        of_pages[row["uri"]].append(row)
    return [_thread(page, of_page) for page, of_page in of_pages.items()]


def add_threads(path: Path, threads: Sequence[Thread]) -> Imported:
    """Put threads into the database of a server, all of them or none; the server may be running.

    A comment that is there already, which is one of the same thread and time, stays as it is.

    Args:
        path: The database. Where there is none, Isso makes one if it is installed here.
        threads: The threads.

    Raises:
        UnusableDatabaseError: The file is no database of Isso, or Isso is not installed here.
        OSError: The database cannot be made there.
    """
    if path.exists():
        return _added(path, threads)
    with TemporaryDirectory() as folder:
        new = Path(folder) / "comments.db"
        _make_database(new, path)
        done = _added(new, threads)
        saving.create(path, new.read_bytes(), private=True)
    return done


def _make_database(new: Path, wanted: Path) -> None:
    if find_spec("isso") is None:
        raise UnusableDatabaseError(
            f"There is no database “{wanted}”, and Isso, which makes it, is not installed here. "
            "Start the server once, so that it makes one, and try again."
        )
    # Isso sets up logging for the whole of the program that loads it, so it gets one of its own.
    command = [sys.executable, "-c", _MAKE_DATABASE, str(new)]
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def _opened(path: Path, mode: Literal["ro", "rw"]) -> Iterator[sqlite3.Connection]:
    """Open a database of Isso.

    Raises:
        UnusableDatabaseError: It is none, or using it fails.
    """
    if not path.is_file():
        raise UnusableDatabaseError(f"There is no file “{path}”.")
    address = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        with closing(
            sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE)
        ) as connection:
            connection.row_factory = sqlite3.Row
            there = {row["name"] for row in connection.execute("PRAGMA table_info(comments)")}
            if not there >= _ALL_COLUMNS:
                raise UnusableDatabaseError(f"“{path}” is no database of Isso.")
            yield connection
    except sqlite3.DatabaseError as error:
        raise UnusableDatabaseError(
            f"“{path}” cannot be used as a database of Isso: {error}."
        ) from None


def _thread(page: str, rows: Sequence[sqlite3.Row]) -> Thread:
    """Make a thread of its comments; a reply whose comment is gone stands by itself."""
    parents = {row["id"]: row["parent"] for row in rows}
    replies: dict[int, list[Reply]] = defaultdict(list)
    for row in rows:
        if (first := _first(row["id"], parents)) != row["id"]:
            replies[first].append(Reply(**_fields(row)))
    comments = [
        Comment(**_fields(row), replies=tuple(replies[row["id"]]))
        for row in rows
        if _first(row["id"], parents) == row["id"]
    ]
    return Thread(
        post=_post(page), page=page, title=rows[0]["title"] or "", comments=tuple(comments)
    )


def _first(number: int, parents: Mapping[int, int | None]) -> int:
    """Return the comment that begins the conversation to which one belongs, as Isso shows it."""
    seen = set()
    while (parent := parents[number]) is not None and parent in parents and number not in seen:
        seen.add(number)
        number = parent
    return number


def _fields(row: sqlite3.Row) -> dict[str, Any]:
    """Return the fields of a comment; Isso keeps all but the text as it stands in HTML."""
    state = _STATES.get(row["mode"], "waiting")
    fields = {"id": row["id"], "state": state, "written": _time(row["created"])}
    if state == "deleted":
        return fields
    changed = row["modified"]
    return fields | {
        "changed": None if changed is None else _time(changed),
        "name": unescape(row["author"] or ""),
        "email": unescape(row["email"] or ""),
        "website": _with_scheme(unescape(row["website"] or "")),
        "text": row["text"] or "",
    }


def _with_scheme(address: str) -> str:
    """Return an address as a link needs it; Isso leaves those alone that are put in later."""
    return (
        f"http://{address}" if address and not address.startswith(("http:", "https:")) else address
    )


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _post(page: str) -> str:
    """Return the id of the post whose thread has this page; empty where it is of no post."""
    before, after = IssoProvider().thread_page("*").split("*")
    inner = page.removeprefix(before).removesuffix(after)
    return inner if page == f"{before}{inner}{after}" and "/" not in inner else ""


def _added(path: Path, threads: Sequence[Thread]) -> Imported:
    done = Imported()
    with _opened(path, "rw") as connection:
        connection.execute("BEGIN IMMEDIATE")
        for thread in threads:
            if thread.comments:
                _add_thread(connection, thread, done)
        connection.execute("COMMIT")
    return done


def _add_thread(connection: sqlite3.Connection, thread: Thread, done: Imported) -> None:
    connection.execute(
        "INSERT INTO threads (uri, title) SELECT ?, ? WHERE ? NOT IN (SELECT uri FROM threads)",
        (thread.page, thread.title, thread.page),
    )
    (number,) = connection.execute(
        "SELECT id FROM threads WHERE uri = ?", (thread.page,)
    ).fetchone()
    there = _there(connection, number)
    for comment in thread.comments:
        parent = _add_comment(connection, number, None, comment, there, done)
        for reply in comment.replies:
            _add_comment(connection, number, parent, reply, there, done)


def _there(connection: sqlite3.Connection, thread: int) -> dict[datetime, list[int]]:
    """Return the comments that a thread has, by when they were written."""
    there: dict[datetime, list[int]] = defaultdict(list)
    for row in connection.execute(
        "SELECT id, created FROM comments WHERE tid = ? ORDER BY id DESC", (thread,)
    ):
        there[_time(row["created"])].append(row["id"])
    return there


def _add_comment(
    connection: sqlite3.Connection,
    thread: int,
    parent: int | None,
    comment: Reply,
    there: Mapping[datetime, list[int]],
    done: Imported,
) -> int:
    """Put in a comment unless it is there, and return its number, which stays where it is free."""
    if same := there.get(comment.written):
        done.left += 1
        return same.pop()
    done.added += 1
    taken = connection.execute("SELECT 1 FROM comments WHERE id = ?", (comment.id,)).fetchone()
    changed = comment.changed
    inserted = connection.execute(
        "INSERT INTO comments (id, tid, parent, mode, created, modified, author, email, website,"
        " text, remote_addr, voters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            None if taken else comment.id,
            thread,
            parent,
            _MODES[comment.state],
            comment.written.timestamp(),
            None if changed is None else changed.timestamp(),
            escape(comment.name, quote=False) or None,
            escape(comment.email, quote=False) or None,
            escape(comment.website) or None,
            comment.text,
            _NOBODY,
            _NO_VOTERS,
        ),
    )
    assert inserted.lastrowid is not None
    return inserted.lastrowid
