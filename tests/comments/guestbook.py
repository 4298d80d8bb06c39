"""The provider of comments that the guide shows, installed, and a server for it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from mkdocs_evidence.comments.registry import GROUP
from tools.serving import QuietHandler, answering

GUIDE = Path(__file__).parents[2] / "docs/guide/comments/own.md"

HOSTILE = '<p onclick="x()">Hello<script>document.title = "taken"</script><img src=/seen></p>'


def install(folder: Path) -> str:
    """Write the package of the guide as if it were installed, and return the folder for Python."""
    text = GUIDE.read_text("utf-8")
    shown: dict[str, str] = dict(re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S))
    project = tomllib.loads(shown["toml"])["project"]
    (entries,) = project["entry-points"].values()
    ((name, value),) = entries.items()
    files = {f"{name}.py": shown["python"], f"{name}.js": shown["js"]}
    return package(folder, files, name, value)


def package(folder: Path, files: dict[str, str], name: str, value: str) -> str:
    """Write a package with one provider as if it were installed, and return the folder."""
    info = f"{name}_comments-1.0.dist-info"
    files |= {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}-comments\nVersion: 1.0\n",
        f"{info}/entry_points.txt": f"[{GROUP}]\n{name} = {value}\n",
    }
    for file, text in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return str(folder)


@dataclass
class Guestbook:
    """A running server of the guestbook.

    Attributes:
        url: Its address.
        mood: What it does with requests: "well", "wrong origin", "failing", "closing", "garbled".
        comments: What it answers with.
        asked: The paths that were asked for.
        may_answer: It waits with its answer until this is set.
    """

    url: str = ""
    mood: str = "well"
    comments: list[dict[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    may_answer: Event = field(default_factory=Event)

    def reset(self) -> None:
        """Be as at the beginning."""
        self.mood, self.asked = "well", []
        self.comments = [{"id": "12", "name": "<b>Kim</b>", "html": HOSTILE}]
        self.may_answer.set()


@contextmanager
def guestbook() -> Iterator[Guestbook]:
    """Run a guestbook until the `with` block ends."""
    book = Guestbook()

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            book.asked.append(self.path)
            book.may_answer.wait(60)
            if book.mood == "closing":
                self.close_connection = True
                return
            numbers = [3, 1, 0][: self.path.count("%2C") + 1]
            body = json.dumps(numbers if "/counts" in self.path else book.comments)
            self.send_response(500 if book.mood == "failing" else 200)
            self.send_header("Content-Type", "application/json")
            if book.mood != "wrong origin":
                self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", "*"))
            self.end_headers()
            self.wfile.write(b"<p>no" if book.mood == "garbled" else body.encode())

    with answering(Handler) as port:
        book.url = f"http://127.0.0.1:{port}"
        try:
            yield book
        finally:
            book.may_answer.set()
