"""What readers wrote, as a file that people can read and other programs can use."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

FORMAT = "evidence-comments"
VERSION = 1
"""The version of the format; it changes when something is taken out or gets another meaning."""

State = Literal["shown", "waiting", "deleted"]

_TIME = "Write a time with its zone, such as 2026-03-02T10:11:12Z."
_EXPECTED = {
    "datetime": _TIME,
    "greater": "Write a whole number from 1 on.",
    "int": "Write a whole number.",
    "literal": "Write one of: {expected}.",
    "model": "Write fields, in braces.",
    "string_pattern": "Write an address that begins with https://.",
    "string_type": "Write a text, in quotation marks.",
    "timezone": _TIME,
    "tuple": "Write a list, in square brackets.",
}
"""What to write instead, by how the name of a mistake begins."""


class NoThreadsError(Exception):
    """A file holds no comments as they are written here; the text says where, and why."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reply(_Strict):
    """A comment that answers another.

    Attributes:
        id: Its number on the server.
        state: Whether readers see it. Of a deleted one only its place is left.
        written: When it was written.
        changed: When its writer last changed it.
        name: What its writer goes by; empty where no name was given.
        email: The writer's e-mail address, where one was given.
        website: The address of the writer's site, where one was given.
        text: What it says, in Markdown.
    """

    id: Annotated[int, Field(ge=1, lt=2**63)]
    state: State
    written: AwareDatetime
    changed: AwareDatetime | None = None
    name: str = ""
    email: str = ""
    website: Annotated[str, Field(pattern="^(https?://|$)")] = ""
    text: str = ""


class Comment(Reply):
    """A comment on a post, with those that answer it."""

    replies: tuple[Reply, ...] = ()


class Thread(_Strict):
    """The comments on one post.

    Attributes:
        post: The id of the post; empty where the server keeps comments for another page.
        page: The page by which the server knows the thread, from the root of its site.
        title: The title of the post when its first comment was written.
        comments: The comments, in the order in which they were written.
    """

    post: str = ""
    page: Annotated[str, Field(min_length=1)]
    title: str = ""
    comments: tuple[Comment, ...]


class _File(_Strict):
    format: Literal["evidence-comments"]
    version: Literal[1]
    threads: tuple[Thread, ...]


def as_json(threads: Sequence[Thread]) -> bytes:
    """Return threads as a file; the same threads give the same bytes."""
    fields = {
        "format": FORMAT,
        "version": VERSION,
        "threads": [thread.model_dump(mode="json", exclude_defaults=True) for thread in threads],
    }
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()


def from_json(data: bytes) -> tuple[Thread, ...]:
    """Return the threads that a file holds.

    Raises:
        NoThreadsError: It is no such file.
    """
    try:
        return _File.model_validate_json(data, strict=True).threads
    except ValidationError as error:
        raise NoThreadsError(_explained(error.errors(include_url=False)[0])) from None


def _explained(error: Any) -> str:
    """Return what is wrong, and where; pydantic tells it to programmers."""
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind == "json_invalid":
        place = re.search(r"line (\d+) column", str(context["error"]))
        where = f"from line {place[1]} on" if place else "at all"
        return f"It is no JSON {where}. Export the comments again."
    where = _place(error["loc"])
    if where in ("", "“format”"):
        return "It is no export of comments."
    if kind == "missing":
        return f"{where} is missing."
    if kind == "extra_forbidden":
        return f"{where} is not known here."
    expected = (words for begins, words in _EXPECTED.items() if kind.startswith(begins))
    advice = next(expected, "").format(expected=context.get("expected"))
    return f"{where} cannot be understood. {advice}".rstrip()


def _place(way: Sequence[str | int]) -> str:
    """Return a way to a value in words: ``thread 1, comment 3, “written”``."""
    names = {"threads": "thread", "comments": "comment", "replies": "reply"}
    parts = []
    for step, after in zip(way, [*way[1:], None], strict=False):
        if isinstance(after, int):
            parts.append(f"{names[str(step)]} {after + 1}")
        elif isinstance(step, str):
            parts.append(f"“{step}”")
    return ", ".join(parts)
