"""A server that answers as Mastodon does to those who are not signed in.

After its documentation: the context of a status, open to every site, and errors as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from tools.serving import QuietHandler, answering

ROOT = "112233445566778899"


@dataclass
class MastodonServer:
    """A running server.

    Attributes:
        url: Its address, without a slash at its end.
        descendants: The replies that it gives.
        status: Its answer, by its number; 0 lets it wait until the test ends.
        elsewhere: Where it sends those who ask, with the status 301.
        asked: The path of each request, with the headers.
    """

    url: str = ""
    descendants: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    elsewhere: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ended: Event = field(default_factory=Event)


def reply(number: int, content: str, parent: str = ROOT, **other: Any) -> dict[str, Any]:
    """Return a reply as Mastodon gives it."""
    account = {
        "username": "bo",
        "acct": "bo@far.example",
        "display_name": "Bo :heart:",
        "emojis": [],
    }
    return {
        "id": str(number),
        "created_at": "2026-03-04T05:06:07.089Z",
        "in_reply_to_id": parent,
        "in_reply_to_account_id": "1",
        "sensitive": False,
        "spoiler_text": "",
        "visibility": "public",
        "language": "en",
        "uri": f"https://far.example/users/bo/statuses/{number}",
        "url": f"https://far.example/@bo/{number}",
        "content": content,
        "reblog": None,
        "account": account,
        "media_attachments": [],
        "mentions": [],
        "tags": [],
        "emojis": [],
        "card": None,
        "poll": None,
    } | other


@contextmanager
def mastodon_server() -> Iterator[MastodonServer]:
    """Run a server until the `with` block ends."""
    mastodon = MastodonServer()

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            mastodon.asked.append((self.path, dict(self.headers)))
            if not mastodon.status:
                mastodon.ended.wait()
                return
            errors = {404: "Record not found", 401: "This API requires an authenticated user"}
            found = {"ancestors": [], "descendants": mastodon.descendants}
            told = {"error": errors.get(mastodon.status, "Error")}
            body = json.dumps(found if mastodon.status == 200 else told).encode()
            self.send_response(mastodon.status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Access-Control-Allow-Origin", "*")
            if mastodon.elsewhere:
                self.send_header("Location", mastodon.elsewhere + self.path)
            self.end_headers()
            self.wfile.write(body)

    with answering(Handler) as port:
        mastodon.url = f"http://127.0.0.1:{port}"
        try:
            yield mastodon
        finally:
            mastodon.ended.set()
