"""The YAML language server, spoken to as an editor does: LSP's JSON-RPC over standard streams."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any, NamedTuple

CURSOR = "‸"
"""Stands in a text where the author's cursor is."""

PATIENCE = 120
"""After how many seconds a server that does not end is ended."""


class Diagnosis(NamedTuple):
    """What is wrong in a text, by the number of its line, counted from 1 as editors do."""

    line: int
    message: str


class LanguageServer:
    """A running server. Each text that it is shown is a file of its own, which is not saved.

    Args:
        process: The server's process.
        settings: The settings of the editor, as its file of settings has them.
        folder: The folder that is open in the editor.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], settings: Mapping[str, object], folder: Path
    ) -> None:
        self._process = process
        self._settings = _nested(settings)
        self._folder = folder
        self._calls = count(1)
        self._names = count(1)
        self._diagnoses: dict[str, list[Diagnosis]] = {}

    def start(self) -> None:
        """Open the folder, as an editor does before any of its files."""
        uri = self._folder.as_uri()
        parameters = {
            "processId": None,
            "rootUri": uri,
            "workspaceFolders": [{"uri": uri, "name": self._folder.name}],
            "capabilities": {
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"hover": {"contentFormat": ["markdown"]}},
            },
        }
        self._call("initialize", parameters)
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": self._settings})

    def diagnoses(self, text: str, below: str = "docs/summaries") -> list[Diagnosis]:
        """Return what is wrong in the text of a file in a folder, in the order of its lines."""
        return sorted(self._diagnoses[self._open(text, below)])

    def completions(self, text: str) -> dict[str, str]:
        """Return what can be written at the cursor, each with the words that explain it."""
        found = self._call("textDocument/completion", self._place(text))
        return {item["label"]: _words(item.get("documentation")) for item in found["items"]}

    def hover(self, text: str) -> str:
        """Return what is shown of the word at the cursor."""
        found = self._call("textDocument/hover", self._place(text))
        return _words(found["contents"]) if found else ""

    def stop(self) -> None:
        """End the server as the protocol asks."""
        self._call("shutdown", None)
        self._notify("exit", None)

    def _place(self, text: str) -> dict[str, object]:
        before, cursor, after = text.partition(CURSOR)
        assert cursor, "No cursor is in the text."
        lines = before.split("\n")
        uri = self._open(before + after, "docs/summaries")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": uri}, "position": position}

    def _open(self, text: str, below: str) -> str:
        uri = (self._folder / below / f"text-{next(self._names)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnoses:
            self._take(self._receive())
        return uri

    def _call(self, method: str, parameters: object) -> Any:
        number = next(self._calls)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        """Take what the server says of its own accord, and answer what it asks."""
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self._diagnoses[found["uri"]] = [
                Diagnosis(each["range"]["start"]["line"] + 1, each["message"])
                for each in found["diagnostics"]
            ]
        elif message.get("method") == "workspace/configuration":
            wanted = [item["section"] for item in message["params"]["items"]]
            answer = [self._settings.get(section) for section in wanted]
            self._send({"id": message["id"], "result": answer})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _notify(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            assert line, "The language server has ended."
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


@contextmanager
def running(
    command: list[str], settings: Mapping[str, object], folder: Path
) -> Iterator[LanguageServer]:
    """Run a server for an editor with these settings, in which a folder is open."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        watch = Timer(PATIENCE, process.kill)
        watch.start()
        try:
            server = LanguageServer(process, settings, folder)
            server.start()
            yield server
            server.stop()
        finally:
            watch.cancel()
            process.kill()


def _nested(settings: Mapping[str, object]) -> dict[str, Any]:
    """Return settings with dots in their names as groups within groups, as a server gets them."""
    nested: dict[str, Any] = {}
    for name, value in settings.items():
        *groups, last = [name] if name.startswith("[") else name.split(".")
        place = nested
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = value
    return nested


def _words(shown: object) -> str:
    """Return the words of what may be plain or Markdown."""
    return str(shown.get("value", "")) if isinstance(shown, dict) else str(shown or "")
