"""The files by which an Isso server starts with settings that keep readers safe."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from mkdocs_evidence.comments.isso import IssoProvider
from mkdocs_evidence.templates import render

from .addresses import is_local, origin

PRIVATE = "isso.cfg"
"""The file that holds the secrets."""

_DATABASE = "/var/lib/isso/comments.db"
_LISTEN = "http://127.0.0.1:8080"
_PREVIEW = ("http://127.0.0.1:8000", "http://localhost:8000")
"""Where a site is looked at while it is written."""
_BYTES = 24
"""How long a secret is, of which 16 are more than anybody can guess."""


@dataclass(frozen=True)
class Secrets:
    """What nobody else may know.

    Attributes:
        password: That of the page on which comments are approved.
        salt: What keeps addresses from being found out from their codes.
    """

    password: str
    salt: str


@dataclass(frozen=True)
class Server:
    """An Isso server.

    Attributes:
        url: Its address.
        site: The address of the site whose comments it keeps.
        email: Where it can write to its owner.
        folder: Where its files are written.
    """

    url: str
    site: str
    email: str
    folder: Path

    @property
    def is_trial(self) -> bool:
        """Whether it runs on the author's own machine, to be tried out."""
        return is_local(self.url)


def new_secrets() -> Secrets:
    """Make secrets at random, in letters that have no meaning for Isso."""
    return Secrets(secrets.token_urlsafe(_BYTES), secrets.token_urlsafe(_BYTES))


def secrets_in(text: str) -> Secrets:
    """Return the secrets that stand in the settings of a server; empty where there are none."""
    password = re.search(r"^\[admin\][^[]*^password = (\S+)$", text, re.MULTILINE)
    salt = re.search(r"^\[hash\][^[]*^salt = (\S+)$", text, re.MULTILINE)
    return Secrets(password[1] if password else "", salt[1] if salt else "")


def server_files(server: Server, own: Secrets) -> dict[str, bytes]:
    """Return the files of a server by their names.

    Args:
        server: The server, whose addresses go together.
        own: Its secrets.
    """
    site, url = origin(server.site), origin(server.url)
    trial = server.is_trial
    values = {
        "sites": list(dict.fromkeys([site, *_PREVIEW])) if trial else [site],
        "site": server.site.rstrip("/"),
        "threads": IssoProvider().thread_page("*").removesuffix("/"),
        "server": url,
        "listen": url if trial else _LISTEN,
        "database": server.folder.absolute() / "comments.db" if trial else _DATABASE,
        "address": server.email,
        "password": own.password,
        "salt": own.salt,
    }
    templates = {PRIVATE: "isso.cfg", "requirements.txt": "requirements.txt"}
    if not trial:
        templates |= {"isso.service": "isso.service", "Caddyfile": "Caddyfile"}
    templates[".gitignore"] = "gitignore"
    return {
        name: f"{render(f'comment_server/{template}.jinja', **values)}\n".encode()
        for name, template in templates.items()
    }
