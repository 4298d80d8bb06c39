"""Pictures fetched from the web, for which neither a post nor a host is trusted.

Each host is asked for one picture at a time, and no more once it could not be reached.
"""

from __future__ import annotations

import ipaddress
import socket
from collections import Counter
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from mkdocs_evidence.lookup import Unreachable
from mkdocs_evidence.lookup.connection import BareSession, within

from .files import LARGEST, TOO_LARGE, NoPictureError

_MOST_REDIRECTS = 5
_ENOUGH_HOSTS = 3
"""After how many hosts that cannot be reached, with none that can, there seems to be no network."""
_CONNECT, _SILENCE, _WHOLE = 8.0, 15.0, 60.0
"""The seconds until a connection stands, of silence on it, and that a picture may take in all."""
_LOCAL = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
"""How the names of computers end that are in one's own network."""
_PRIVATE = "Its address is in a network of one's own and not on the internet, so it is not asked."


class UnreachableHostError(Exception):
    """A host cannot be asked."""


class Downloads:
    """Fetches pictures.

    Attributes:
        unreachable: How many pictures were missed, by the hosts that could not be reached.
    """

    def __init__(self) -> None:
        self.unreachable: Counter[str] = Counter()
        self._reached: set[str] = set()
        self._session = BareSession()
        self._session.headers["Accept"] = "image/*"
        self._session.mount("https://", _PublicAdapter())
        self._session.mount("http://", _PublicAdapter())

    def fetch(self, address: str) -> bytes:
        """Return what is at an address, which need not be a picture.

        Raises:
            NoPictureError: There is nothing of use, or it is in one's own network.
            UnreachableHostError: Its host cannot be reached, and is asked no more.
        """
        host = _host(address)
        if host in self.unreachable or self._is_offline:
            self.unreachable[host] += 1
            raise UnreachableHostError
        try:
            data = within(_WHOLE, lambda: self._answer(address), "")
        except (Unreachable, requests.ConnectionError, requests.Timeout):
            self.unreachable[host] += 1
            raise UnreachableHostError from None
        except (requests.RequestException, ValueError):
            raise NoPictureError(f"What {host} sends is no picture.") from None
        self._reached.add(host)
        return data

    @property
    def _is_offline(self) -> bool:
        return not self._reached and len(self.unreachable) >= _ENOUGH_HOSTS

    def _answer(self, address: str) -> bytes:
        for _ in range(_MOST_REDIRECTS):
            _check_public(address)
            times = (_CONNECT, _SILENCE)
            with self._session.get(address, stream=True, timeout=times) as response:
                if not response.is_redirect:
                    return _content(response, _host(address))
                address = urljoin(address, response.headers["location"])
        raise NoPictureError(f"{_host(address)} leads in circles.")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def _content(response: requests.Response, host: str) -> bytes:
    if response.status_code != 200:
        raise NoPictureError(f"{host} does not give it any more ({response.status_code}).")
    data = bytearray()
    for part in response.iter_content(65_536):
        data += part
        if len(data) > LARGEST:
            raise NoPictureError(TOO_LARGE)
    return bytes(data)


def _check_public(address: str) -> None:
    """Refuse an address that is none of the web, or that of a computer in one's own network.

    Raises:
        NoPictureError: It is such.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https"):
        raise NoPictureError("Its address is none of the web.")
    if host == "localhost" or host.endswith(_LOCAL) or not is_public(host):
        raise NoPictureError(_PRIVATE)


def is_public(host: str) -> bool:
    """Say whether a host is on the internet; of a name, only its numbers will tell."""
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return True
    return number.is_global and not number.is_multicast


class _Checked(HTTPConnection):
    """A connection that asks nothing of a computer in one's own network, whatever its name.

    It looks at the number with which it is connected, as a name can get another one at any time.
    """

    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        if not is_public(connection.getpeername()[0]):
            connection.close()
            raise NoPictureError(_PRIVATE)
        return connection


class _CheckedSafe(_Checked, HTTPSConnection):
    """The same, encrypted."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Checked


class _SafePool(HTTPSConnectionPool):
    ConnectionCls = _CheckedSafe


class _PublicAdapter(HTTPAdapter):
    """Connects with computers on the internet; a proxy that the environment sets may be near."""

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        """Make the manager of connections, which are then checked."""
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they are
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SafePool}
