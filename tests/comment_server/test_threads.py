"""What readers wrote, as a file."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.comment_server import (
    Comment,
    NoThreadsError,
    Reply,
    Thread,
    as_json,
    from_json,
)

GUIDE = Path(__file__).parents[2] / "docs/guide/comments/isso-server.md"
MARCH = datetime(2026, 3, 2, 10, 11, 12, 345678, UTC)
COMMENT = {"id": 1, "state": "shown", "written": "2026-03-02T10:11:12Z"}


def file_with(**thread: object) -> bytes:
    """Return a file with one thread, which is right but for these fields."""
    fields = {"page": "/comments/a/", "comments": [COMMENT], **thread}
    return json.dumps({"format": "evidence-comments", "version": 1, "threads": [fields]}).encode()


def test_a_file_can_be_read_by_people() -> None:
    reply = Reply(id=2, state="waiting", written=MARCH, text="Quem?\nEu.")
    comment = Comment(id=1, state="shown", written=MARCH, name="Zoë & Co", replies=(reply,))
    thread = Thread(post="a", page="/comments/a/", title="Às três?", comments=(comment,))
    data = as_json([thread])
    assert json.loads(data) == {
        "format": "evidence-comments",
        "version": 1,
        "threads": [
            {
                "post": "a",
                "page": "/comments/a/",
                "title": "Às três?",
                "comments": [
                    {
                        "id": 1,
                        "state": "shown",
                        "written": "2026-03-02T10:11:12.345678Z",
                        "name": "Zoë & Co",
                        "replies": [
                            {
                                "id": 2,
                                "state": "waiting",
                                "written": "2026-03-02T10:11:12.345678Z",
                                "text": "Quem?\nEu.",
                            }
                        ],
                    }
                ],
            }
        ],
    }
    assert "Às três?".encode() in data
    assert from_json(data) == (thread,)


def test_the_guide_shows_a_file_as_it_is() -> None:
    (shown,) = re.findall("(?ms)^```json\n(.*?)^```", GUIDE.read_text("utf-8"))
    assert json.loads(as_json(from_json(shown.encode()))) == json.loads(shown)


@given(texts=st.lists(st.text()), times=st.datetimes(timezones=st.just(UTC)))
def test_any_text_comes_back(texts: list[str], times: datetime) -> None:
    comments = tuple(
        Comment(id=1, state="shown", written=times, changed=times, name=text, email=text, text=text)
        for text in texts
    )
    threads = (Thread(page="/a/", title="".join(texts), comments=comments),)
    assert from_json(as_json(threads)) == threads


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "It is no JSON from line 1 on."),
        (b'{"format":\n}', "It is no JSON from line 2 on."),
        (b"[" * 9999, "It is no JSON from line 1 on."),
        (b"\xff", "It is no JSON from line 1 on."),
        (b"[]", "It is no export of comments."),
        (b"{}", "It is no export of comments."),
        (b'{"format": "other", "version": 1, "threads": []}', "It is no export of comments."),
        (
            b'{"format": "evidence-comments", "version": 2, "threads": []}',
            "“version” cannot be understood. Write one of: 1.",
        ),
        (b'{"format": "evidence-comments", "version": 1}', "“threads” is missing."),
        (file_with(page=""), "thread 1, “page” cannot be understood."),
        (file_with(pages="x"), "thread 1, “pages” is not known here."),
        (
            file_with(comments="x"),
            "thread 1, “comments” cannot be understood. Write a list, in square brackets.",
        ),
        (
            file_with(comments=[COMMENT, "x"]),
            "thread 1, comment 2 cannot be understood. Write fields, in braces.",
        ),
        (
            file_with(comments=[COMMENT, {**COMMENT, "replies": [{**COMMENT, "state": "seen"}]}]),
            "thread 1, comment 2, reply 1, “state” cannot be understood. "
            "Write one of: 'shown', 'waiting' or 'deleted'.",
        ),
        (
            file_with(comments=[{**COMMENT, "written": "2026-03-02"}]),
            "“written” cannot be understood. Write a time with its zone, such as",
        ),
        (
            file_with(comments=[{**COMMENT, "written": "2026-03-02T10:11:12"}]),
            "“written” cannot be understood. Write a time with its zone, such as",
        ),
        (file_with(comments=[{**COMMENT, "id": 0}]), "Write a whole number from 1 on."),
        (file_with(comments=[{**COMMENT, "id": "1"}]), "Write a whole number."),
        (file_with(comments=[{**COMMENT, "text": 1}]), "Write a text, in quotation marks."),
        (file_with(comments=[{**COMMENT, "text": "\ud800"}]), "It is no JSON"),
        (
            file_with(comments=[{**COMMENT, "website": "javascript:alert(1)"}]),
            "Write an address that begins with https://.",
        ),
    ],
)
def test_what_is_no_such_file_is_told_with_its_place(data: bytes, told: str) -> None:
    with pytest.raises(NoThreadsError) as error:
        from_json(data)
    assert told in str(error.value)
