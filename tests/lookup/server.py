"""A server on this computer that speaks the protocols of Crossref, DataCite, NCBI and doi.org.

It knows a few works. What is told of real ones was checked; the rest is invented, under the prefix
10.5555, which is kept for such. On demand it misbehaves, in the ways that servers have.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from tests.lookup.works import CROSSREF, DATACITE, ELSEWHERE, IN_PMC, PUBMED

Answer = Callable[["Handler"], None]
"""How one question is answered."""


class Handler(BaseHTTPRequestHandler):
    """Answers one question."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer as a registry does, or as was asked for."""
        registries = self.server.registries
        registries.asked.append(self.path)
        registries.agents.append(str(self.headers["User-Agent"]))
        registries.passwords.append(self.headers["Authorization"])
        answer = registries.coming.pop(0) if registries.coming else registries.answer
        answer(self)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""

    def send(
        self,
        body: bytes,
        kind: str = "application/json",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Send a whole answer."""
        fields = {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}
        self.begin(status, fields)
        self.wfile.write(body)

    def begin(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the beginning of an answer, after which the connection is closed."""
        self.send_response(status)
        for name, value in {**headers, "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()

    @property
    def stopped(self) -> Event:
        """What is set when the server stops, so that nothing waits for longer."""
        return self.server.registries.stopped


class Server(ThreadingHTTPServer):
    """A server that says nothing of those who hang up."""

    daemon_threads = True

    def __init__(self, registries: Registries) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.registries = registries

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


class Registries:
    """The four services, on one free port, until the end of a ``with``.

    Attributes:
        crossref: Crossref's descriptions by DOI, in small letters.
        datacite: DataCite's descriptions by DOI.
        elsewhere: The DOIs that lead somewhere without a description in either.
        pubmed: The DOIs of PubMed's articles by their numbers; empty where there is none.
        in_pmc: The numbers of the articles that are in PubMed Central too.
        asked: What has been asked, as path and query.
        agents: By whom.
        passwords: What was told besides to be let in; None for nothing.
        coming: How the next questions are answered, in this order, before the usual way.
        answer: The usual way.
    """

    def __init__(self) -> None:
        self.crossref: dict[str, Any] = json.loads(json.dumps(CROSSREF))
        self.datacite: dict[str, Any] = json.loads(json.dumps(DATACITE))
        self.elsewhere = set(ELSEWHERE)
        self.pubmed = dict(PUBMED)
        self.in_pmc = set(IN_PMC)
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.passwords: list[str | None] = []
        self.coming: list[Answer] = []
        self.answer: Answer = well
        self.stopped = Event()
        self._server = Server(self)

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def environment(self) -> dict[str, str]:
        """What makes the program ask this server, as variables of its environment."""
        names = ("crossref", "datacite", "ncbi", "doi")
        return {f"EVIDENCE_{name.upper()}": f"{self.address}/{name}" for name in names}


def well(handler: Handler) -> None:
    """Answer as the registries do."""
    parts = urlsplit(handler.path)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    service, _, path = parts.path.removeprefix("/").partition("/")
    doi = unquote(path).lower()
    registries = handler.server.registries
    if service == "crossref":
        _crossref(handler, registries, doi.removeprefix("works").removeprefix("/"), asked)
    elif service == "datacite":
        _datacite(handler, registries, doi.removeprefix("dois/"))
    elif service == "doi":
        _doi(handler, registries, doi.removeprefix("api/handles/"))
    elif "idconv" in path:
        _converter(handler, registries, asked["ids"])
    else:
        _summary(handler, registries, asked["id"])


def _crossref(handler: Handler, registries: Registries, doi: str, asked: Mapping[str, str]) -> None:
    if not doi:
        words = set(asked["query.bibliographic"].lower().split())
        alike = sorted(
            registries.crossref.values(),
            key=lambda work: -len(words & set(work["title"][0].lower().split())),
        )
        items = alike[: int(asked["rows"])]
        handler.send(
            _json({"status": "ok", "message-type": "work-list", "message": {"items": items}})
        )
    elif work := registries.crossref.get(doi):
        handler.send(_json({"message-type": "work", "message": work}))
    else:
        handler.send(b"Resource not found.", "text/plain", status=404)


def _datacite(handler: Handler, registries: Registries, doi: str) -> None:
    if work := registries.datacite.get(doi):
        handler.send(_json({"data": {"id": doi, "type": "dois", "attributes": work}}))
    else:
        errors = [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
        handler.send(_json({"errors": errors}), status=404)


def _doi(handler: Handler, registries: Registries, doi: str) -> None:
    if doi in {*registries.crossref, *registries.datacite, *registries.elsewhere}:
        handler.send(_json({"responseCode": 1, "handle": doi, "values": []}))
    else:
        handler.send(_json({"responseCode": 100, "handle": doi}), status=404)


def _converter(handler: Handler, registries: Registries, pmid: str) -> None:
    record: dict[str, object] = {"pmid": int(pmid), "requested-id": pmid}
    if pmid in registries.in_pmc:
        record |= {"doi": registries.pubmed[pmid], "pmcid": "PMC1"}
    else:
        record |= {"status": "error", "errmsg": "Identifier not found in PMC"}
    handler.send(_json({"status": "ok", "records": [record]}))


def _summary(handler: Handler, registries: Registries, pmid: str) -> None:
    record: dict[str, object] = {"uid": pmid, "error": "cannot get document summary"}
    if pmid in registries.pubmed:
        ids = [{"idtype": "pubmed", "idtypen": 1, "value": pmid}]
        if doi := registries.pubmed[pmid]:
            ids.append({"idtype": "doi", "idtypen": 3, "value": doi})
        record = {"uid": pmid, "title": "An article.", "articleids": ids}
    handler.send(_json({"header": {"type": "esummary"}, "result": {"uids": [pmid], pmid: record}}))


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def status(code: int, **headers: str) -> Answer:
    """Answer with an error; ``retry_after`` becomes the header of that name."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.send(b"No.", "text/plain", status=code, headers=fields)


def sends(body: bytes, kind: str = "application/json", **headers: str) -> Answer:
    """Answer with these bytes."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.send(body, kind, headers=fields)


def leads_to(address: str) -> Answer:
    """Answer that another address is to be asked."""
    return lambda handler: handler.send(b"", status=302, headers={"Location": address})


def silent(handler: Handler) -> None:
    """Answer nothing, for as long as somebody waits."""
    handler.stopped.wait()


def breaks_off(handler: Handler) -> None:
    """Hang up without a word."""
    handler.close_connection = True


def drips(handler: Handler) -> None:
    """Answer a blank at a time, without end."""
    handler.begin(200, {"Content-Type": "application/json"})
    while not handler.stopped.wait(0.02):
        handler.wfile.write(b" ")


def drips_headers(handler: Handler) -> None:
    """Begin to answer a letter at a time, without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.stopped.wait(0.02):
        handler.wfile.write(b"x")


def endless(handler: Handler) -> None:
    """Answer more and more."""
    handler.begin(200, {"Content-Type": "application/json"})
    while not handler.stopped.is_set():
        handler.wfile.write(b"[" * 65_536)


def hangs_up(handler: Handler) -> None:
    """Answer less than was promised."""
    handler.begin(200, {"Content-Type": "application/json", "Content-Length": "1000"})
    handler.wfile.write(b'{"message": ')


def bomb(handler: Handler) -> None:
    """Answer little, which becomes much when it is unpacked."""
    handler.send(_PACKED, headers={"Content-Encoding": "gzip"})


_PACKED = gzip.compress(b" " * 10_000_000)
