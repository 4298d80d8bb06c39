"""A real Isso server for tests."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

PASSWORD = "a long password for tests"

CONFIGURATION = """\
[general]
dbpath = {database}
host = {site}
[admin]
enabled = true
password = {password}
[moderation]
enabled = true
[server]
listen = {url}
[guard]
ratelimit = 100
direct-reply = 100
reply-to-self = true
[hash]
salt = a salt for tests
"""


@dataclass(frozen=True)
class IssoServer:
    """A running server.

    Attributes:
        url: Its address, without a slash at its end.
        database: Its database.
        log: What it tells of itself, among which the addresses by which a comment is approved.
    """

    url: str
    database: Path
    log: Path


@contextmanager
def isso_server(
    folder: Path, site: str, configuration: str = CONFIGURATION
) -> Iterator[IssoServer]:
    """Run an Isso server until the `with` block ends.

    Args:
        folder: Where it keeps its files.
        site: The address of the site that may use it, without a path.
        configuration: Its configuration, with places for `database`, `site`, `password` and `url`.
    """
    server = IssoServer(f"http://127.0.0.1:{free_port()}", folder / "comments.db", folder / "log")
    file = folder / "isso.cfg"
    file.write_text(
        configuration.format(
            database=server.database, site=site, password=PASSWORD, url=server.url
        ),
        "utf-8",
    )
    command = [str(Path(sys.executable).with_name("isso")), "-c", str(file), "run"]
    with server.log.open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            wait_for(server, process)
            yield server
        finally:
            process.terminate()


def wait_for(server: IssoServer, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and process.poll() is None:
        try:
            requests.get(f"{server.url}/config", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"Isso does not start:\n{server.log.read_text()}")


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
