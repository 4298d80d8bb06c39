"""A server on this computer alone, so that a browser lets the form open a folder."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the files of a folder as they are now, and lists none."""

    def send_head(self) -> Any:
        """Answer only who asks for this computer, not for a name that was led here from elsewhere.

        A page of the web could read what is here by such a name.
        """
        host = self.headers.get("Host", "").rpartition(":")[0]
        if host in _NAMES:
            return super().send_head()
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return None

    def list_directory(self, path: object) -> None:
        """Say that there is no page, where a folder has none."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Keep the browser from showing a form that was made before, or within a foreign page."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder, which nobody but this computer reaches.

    Raises:
        OSError: The port cannot be had, most often because another program has it.
    """
    return ThreadingHTTPServer((HOST, port), partial(_Handler, directory=folder))
