"""Connections to services on the network: with care for them, and without trust in them."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

import requests
from urllib3.exceptions import MaxRetryError, ReadTimeoutError

from .errors import Unreachable

T = TypeVar("T")


class BareSession(requests.Session):
    """A session that says who asks, tells no password, and leaves redirects to its user.

    Redirects would have it read all of what comes with them, and a password may stand in the file
    .netrc for any host.

    Args:
        contact: The address under which those who run a service can complain of us, if any.
    """

    def __init__(self, contact: str = "") -> None:
        super().__init__()
        self.auth = _without_password
        self.headers["User-Agent"] = f"mkdocs-evidence/{version('mkdocs-evidence')}" + (
            f" (mailto:{contact})" if contact else ""
        )

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Follow none."""


def _without_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def in_words(error: Exception, host: str) -> str:
    """Return what went wrong between us and a host."""
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    if isinstance(error, requests.Timeout) or isinstance(reason, ReadTimeoutError):
        return f"{host} does not answer in time."
    if isinstance(error, requests.exceptions.SSLError):
        return f"The connection to {host} is not safe."
    if isinstance(error, requests.ConnectionError):
        return f"{host} cannot be reached; is there a connection to the internet?"
    return f"What {host} sends is no answer."


def within(seconds: float, action: Callable[[], T], too_late: str) -> T:
    """Return what an action does, unless it takes too long.

    Time limits of a connection begin anew with each byte, so that a service that drips would never
    reach them. The thread is left alone then; it ends with the program.
    """
    outcome: SimpleQueue[T | Exception] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put(action())
        except Exception as error:  # it is raised below, to whoever asked
            outcome.put(error)

    Thread(target=run, daemon=True).start()
    try:
        found = outcome.get(timeout=seconds)
    except Empty:
        raise Unreachable(too_late) from None
    if isinstance(found, Exception):
        raise found
    return found
