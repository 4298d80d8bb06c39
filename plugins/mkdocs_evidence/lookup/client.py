"""Asking a service on the network for JSON, with care for it and without trust in it.

One question is asked at a time. A service that is busy is asked again, later and later, and not
before it says. Whatever it does, an answer takes no more than a set time and size.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from mkdocs_evidence.cache import Cache

from .connection import BareSession, in_words, within
from .errors import Unreachable

_ON_THIS_COMPUTER = frozenset(("127.0.0.1", "::1", "localhost"))
_UNKNOWN = frozenset((400, 404, 410))
"""What services answer that know nothing of what they are asked; NCBI's converter says 400."""
_BUSY = frozenset((429, 500, 502, 503, 504))
_MOST_REDIRECTS = 5
_MOST_FAILURES = 3
"""How often a service may fail in a row before it is left alone."""
_MAIL = re.compile(r"[!-~]+@[!-~]+")


@dataclass(frozen=True)
class Limits:
    """How long to wait for a service, and how much to take from it.

    Attributes:
        connect: The seconds until a connection stands.
        read: The seconds of silence on it.
        whole: The seconds that an answer may take in all, with all tries.
        tries: How often a busy service is asked again.
        backoff: The seconds before the second of these tries, doubled for each after it.
        retry_after: The most seconds to wait where the service names a time itself.
        size: The most bytes of an answer.
    """

    connect: float = 10
    read: float = 20
    whole: float = 60
    tries: int = 3
    backoff: float = 0.5
    retry_after: int = 20
    size: int = 5_000_000


class Client:
    """Asks services for JSON.

    Args:
        contact: The address under which those who run a service can complain of us.
        cache: Where answers are kept for a day, if anywhere.
        limits: How long to wait, and how much to take.
    """

    def __init__(self, contact: str, cache: Cache | None, limits: Limits) -> None:
        self.contact = contact if _MAIL.fullmatch(contact) else ""
        self._cache = cache
        self._limits = limits
        self._session = _session(self.contact, limits)
        self._failed: Counter[str] = Counter()

    def ask(self, address: str, parameters: Mapping[str, str] | None = None) -> Any:
        """Return the JSON at an address, or None where the service knows of nothing there.

        Raises:
            Unreachable: There is no answer, or one that is none.
        """
        wanted = {name: value for name, value in (parameters or {}).items() if value}
        prepared = self._session.prepare_request(requests.Request("GET", address, params=wanted))
        question, today = str(prepared.url).encode(), str(date.today())
        kept = self._cache.read(question) if self._cache else None
        if kept and kept["day"] == today:
            return kept["answer"]
        answer = self._asked(prepared, urlsplit(address).hostname or address)
        if self._cache:  # in the place of that of another day, so that they do not pile up
            self._cache.write({"day": today, "answer": answer}, question)
        return answer

    def _asked(self, request: requests.PreparedRequest, host: str) -> Any:
        """Ask, unless the service has failed so often that it is not worth waiting for."""
        if self._failed[host] >= _MOST_FAILURES:
            raise Unreachable(f"{host} is not asked any more; it has failed too often.")
        self._failed[host] += 1
        too_late = f"{host} takes too long to answer."
        answer = within(self._limits.whole, lambda: self._answer(request, host), too_late)
        self._failed[host] = 0
        return answer

    def _answer(self, request: requests.PreparedRequest, host: str) -> Any:
        try:
            for _ in range(_MOST_REDIRECTS):
                _check_safe(request, host)
                with self._session.send(request, **self._settings(request)) as response:
                    if not response.is_redirect:
                        return self._content(response, host)
                    request.url = urljoin(str(request.url), response.headers["location"])
        except (requests.RequestException, ValueError) as error:
            raise Unreachable(in_words(error, host)) from None
        raise Unreachable(f"{host} leads in circles.")

    def _settings(self, request: requests.PreparedRequest) -> dict[str, Any]:
        """Return how a request is sent, with the proxies that the environment sets."""
        address = str(request.url)
        settings = self._session.merge_environment_settings(address, {}, True, None, None)
        return {**settings, "timeout": (self._limits.connect, self._limits.read)}

    def _content(self, response: requests.Response, host: str) -> Any:
        if response.status_code in _UNKNOWN:
            return None
        if response.status_code == 429:
            raise Unreachable(f"{host} has had too many questions; ask again later.")
        if response.status_code != 200:
            raise Unreachable(f"{host} answers with an error ({response.status_code}).")
        if "json" not in response.headers.get("content-type", ""):
            raise Unreachable(
                f"What {host} sends is no answer; something may stand between, such as a page to "
                "sign in at."
            )
        data = bytearray()
        for part in response.iter_content(65_536):
            data += part
            if len(data) > self._limits.size:
                raise Unreachable(f"{host} sends more than an answer.")
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            raise Unreachable(f"What {host} sends is no answer.") from None


def _session(contact: str, limits: Limits) -> requests.Session:
    session = BareSession(contact)
    session.headers["Accept"] = "application/json"
    session.headers["Accept-Encoding"] = "gzip"
    retry = Retry(
        limits.tries,
        connect=1,
        read=1,
        status_forcelist=_BUSY,
        backoff_factor=limits.backoff,
        retry_after_max=limits.retry_after,
        raise_on_status=False,
    )
    session.mount("https://", HTTPAdapter(max_retries=retry))
    session.mount("http://", HTTPAdapter(max_retries=retry))
    return session


def _check_safe(request: requests.PreparedRequest, host: str) -> None:
    """Refuse what others could read or change on its way.

    Raises:
        Unreachable: The address is neither encrypted nor on this computer.
    """
    parts = urlsplit(str(request.url))
    if parts.scheme != "https" and parts.hostname not in _ON_THIS_COMPUTER:
        raise Unreachable(f"{host} would be asked without encryption, which is not done.")
