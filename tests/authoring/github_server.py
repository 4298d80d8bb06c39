"""A server that answers as GitHub does to a form that reads and writes a repository.

After its documentation: REST for the user, the tree and the blobs, GraphQL for texts and commits.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from http import HTTPStatus
from typing import Any

from tools.serving import QuietHandler, answering

TOKEN = "github_pat_of_ana"
REPOSITORY = "/repos/ana/site"

_BLOB = re.compile(r'(\w+): object\(oid: "(\w+)"\)')
_HISTORY = re.compile(r"(\w+): ref\(qualifiedName: \$branch\)")
_WRITTEN = re.compile(r"(\w+): file\(path: (\"[^\"]+\")\)")
_BY = {"name": "Ana", "email": "ana@example.org", "user": {"id": 1, "login": "ana"}}
_COMMIT = {"author": _BY, "committedDate": "2026-03-04T05:06:07Z"}


@dataclass
class GitHubServer:
    """A running server with one repository.

    Attributes:
        files: The files of its branch.
        messages: The messages of the commits that were made.
        unknown: Requests that it has no answer to.
        url: Its address, without a slash at its end.
    """

    files: dict[str, bytes]
    messages: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def head(self) -> str:
        """The name of the last commit."""
        return sha1(f"{len(self.messages)}".encode()).hexdigest()

    def tree(self) -> list[dict[str, object]]:
        """Return all files, as the tree of a commit names them."""
        return [
            {"type": "blob", "path": path, "sha": oid(data), "size": len(data)}
            for path, data in self.files.items()
        ]

    def blob(self, name: str) -> bytes:
        """Return the content of this name."""
        return next(data for data in self.files.values() if oid(data) == name)

    def answered(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        """Answer a question in GraphQL."""
        if "createCommitOnBranch" in query:
            return self._commit(query, variables["input"])
        texts = {
            alias: {"text": self.blob(name).decode(), "isTruncated": False}
            for alias, name in _BLOB.findall(query)
        }
        history = {"target": {"history": {"nodes": [_COMMIT]}}}
        told = dict.fromkeys(_HISTORY.findall(query), history)
        last = {"oid": self.head, "message": ""}
        own = {"ref": {"target": {"history": {"nodes": [last]}}}}
        return {"repository": texts | told or own}

    def _commit(self, query: str, wanted: dict[str, Any]) -> dict[str, Any]:
        branch = {"repositoryNameWithOwner": "ana/site", "branchName": "main"}
        assert wanted["branch"] == branch
        assert wanted["expectedHeadOid"] == self.head
        for each in wanted["fileChanges"]["additions"]:
            self.files[each["path"]] = b64decode(each["contents"])
        self.messages.append(wanted["message"]["headline"])
        written = {
            alias: {"oid": oid(self.files[json.loads(path)])}
            for alias, path in _WRITTEN.findall(query)
        }
        commit = {"oid": self.head, "committedDate": _COMMIT["committedDate"]}
        return {"createCommitOnBranch": {"commit": commit | written}}


def oid(data: bytes) -> str:
    """Return the name that git gives to a content."""
    return sha1(b"blob %d\0" % len(data) + data).hexdigest()


@contextmanager
def github(files: dict[str, bytes]) -> Iterator[GitHubServer]:
    """Run a server with these files until the `with` block ends."""
    server = GitHubServer(files)

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if self.headers["Authorization"] != f"token {TOKEN}":
                self.tell({"message": "Bad credentials"}, HTTPStatus.UNAUTHORIZED)
            elif path == "/user":
                self.tell({"id": 1, "login": "ana", "name": "Ana", "html_url": "", "email": None})
            elif path == f"{REPOSITORY}/collaborators/ana":
                self.send(b"", HTTPStatus.NO_CONTENT)
            elif path.startswith(f"{REPOSITORY}/git/trees/"):
                self.tell({"tree": server.tree()})
            elif path.startswith(f"{REPOSITORY}/git/blobs/"):
                self.send(server.blob(path.rpartition("/")[2]))
            else:
                server.unknown.append(self.path)
                self.tell({"message": "Not Found"}, HTTPStatus.NOT_FOUND)

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.path == "/graphql"
            assert self.headers["Authorization"] == f"token {TOKEN}"
            self.tell({"data": server.answered(asked["query"], asked["variables"])})

        def tell(self, answer: object, status: HTTPStatus = HTTPStatus.OK) -> None:
            self.send(json.dumps(answer).encode(), status, "application/json")

        def send(
            self,
            body: bytes,
            status: HTTPStatus = HTTPStatus.OK,
            kind: str = "application/octet-stream",
        ) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(body)

    with answering(Handler) as port:
        server.url = f"http://127.0.0.1:{port}"
        yield server
