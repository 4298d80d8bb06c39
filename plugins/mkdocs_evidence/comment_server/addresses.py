"""Whether the addresses of a site and of its server of comments can go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal
from urllib.parse import urlsplit

_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]")
_LOCAL = frozenset(("localhost", "127.0.0.1", "[::1]"))
_SHORT = 3
"""The most letters of names below which countries let people register, as in ``co.uk``."""

EXAMPLE = "https://comments.example.org"


@dataclass(frozen=True)
class Remark:
    """What there is to say about an address.

    Attributes:
        option: The option in which it stands.
        message: What is the matter, and what to write instead.
        stops: Whether a server cannot be set up with it.
    """

    option: Literal["server", "site_url"]
    message: str
    stops: bool


@dataclass(frozen=True)
class _Address:
    """An address of the web, as far as it matters here; ``host`` is as browsers write it."""

    scheme: str
    host: str
    port: int | None
    is_root: bool

    @property
    def origin(self) -> str:
        usual = {"http": 80, "https": 443}[self.scheme]
        port = "" if self.port in (None, usual) else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"


def origin(url: str) -> str:
    """Return the part of an address that is the same on all pages, as browsers write it.

    Raises:
        ValueError: It is no address of the web.
    """
    return _address(url).origin


def is_local(url: str) -> bool:
    """Say whether an address is that of the machine itself."""
    return _address(url).host in _LOCAL


def check_addresses(server: str, site: str) -> list[Remark]:
    """Return what there is to say about the addresses of a server and of the site it serves.

    Whether the server has https has been looked at with the settings of the site.

    Args:
        server: The address of the server.
        site: The address of the site; empty where it has none.
    """
    return list(_remarks(server, site))


def _remarks(server: str, site: str) -> Iterator[Remark]:
    try:
        ours = _address(server)
    except ValueError:
        yield Remark("server", f"“{server}” is no address; write one like {EXAMPLE}.", True)
        return
    if not ours.is_root:
        message = f"The server needs a name of its own, without a path: {EXAMPLE}."
        yield Remark("server", message, True)
    try:
        theirs = _address(site)
    except ValueError:
        wrong = f"“{site}” is no address" if site else "The address of the site is missing"
        message = f"{wrong}. The server has to know it: write site_url: https://example.org/."
        yield Remark("site_url", message, True)
        return
    if ours.origin == theirs.origin:
        message = f"This is the address of the site itself. The server needs its own: {EXAMPLE}."
        yield Remark("server", message, True)
    elif ours.host not in _LOCAL and not _are_kin(ours.host, theirs.host):
        message = (
            f"“{ours.host}” and “{theirs.host}” are of different domains. Some browsers then keep"
            " readers from correcting or deleting what they wrote. If you can, give the server a"
            " name below that of the site."
        )
        yield Remark("server", message, False)


def _address(url: str) -> _Address:
    """Take an address apart; letters beyond ASCII become what browsers send for them.

    Raises:
        ValueError: It is no address of the web.
    """
    parts = urlsplit(url)
    name = (parts.hostname or "").encode("idna").decode()
    host = f"[{name}]" if ":" in name else name
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise ValueError(url)
    is_root = parts.path in ("", "/") and not parts.query and not parts.fragment
    return _Address(parts.scheme, host, parts.port, is_root)


def _are_kin(one: str, other: str) -> bool:
    """Say whether two hosts seem to be of one registered domain, for which browsers have a list."""
    short, long = sorted((one.removeprefix("www."), other.removeprefix("www.")), key=len)
    if f".{long}".endswith(f".{short}"):
        return True
    pairs = zip(reversed(long.split(".")), reversed(short.split(".")), strict=False)
    shared = [name for name, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    below_country = len(shared) > 1 and len(shared[0]) == 2 and len(shared[1]) <= _SHORT
    return len(shared) >= (3 if below_country else 2)
