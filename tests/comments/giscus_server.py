"""A server that answers as giscus does: a widget page that talks with the page around it.

After its documentation and what its own program for pages does: the frame tells its height, and
errors, to the origin of the page that it was given, and obeys `setConfig`. What a test wants it to
say, it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from tools.serving import QuietHandler, answering

WIDGET = """\
<!doctype html>
<html lang="en"><head><title>Comments</title>
<meta name="color-scheme" content="light dark"><base target="_top"></head>
<body style="margin: 0">
<p id="theme"></p>
<p><a href="/api/oauth/authorize">Sign in with GitHub</a></p>
<script>
const query = new URLSearchParams(location.search);
const say = (giscus) => parent.postMessage({ giscus }, query.get("origin"));
const dress = (theme) => { document.getElementById("theme").textContent = theme; };
document.querySelector("a").search = new URLSearchParams({ redirect_uri: query.get("origin") });
addEventListener("message", ({ data }) => dress(data.giscus.setConfig.theme));
dress(query.get("theme"));
if (!SILENT) {
  say({ resizeHeight: 420 });
  if (!query.get("session")) say({ error: "Discussion not found" });
}
</script>
</body></html>
"""


@dataclass
class GiscusServer:
    """A running server.

    Attributes:
        url: Its address, without a slash at its end.
        mode: What it does: ``speaks``, ``silent``, ``slow`` or ``refuses`` to be framed.
        asked: The path, the query and the headers of each request for the widget.
    """

    url: str = ""
    mode: str = "speaks"
    asked: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)
    ended: Event = field(default_factory=Event)


@contextmanager
def giscus_server() -> Iterator[GiscusServer]:
    """Run a server until the `with` block ends."""
    giscus = GiscusServer()

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(url.query, True).items()}
            if url.path == "/api/oauth/authorize":
                self.send_response(302)
                back = urlsplit(query["redirect_uri"])
                fields = dict(parse_qsl(back.query)) | {"giscus": "a-session"}
                self.send_header("Location", back._replace(query=urlencode(fields)).geturl())
                self.end_headers()
                return
            giscus.asked.append((url.path, query, dict(self.headers)))
            if giscus.mode == "slow":
                giscus.ended.wait()
                return
            body = WIDGET.replace("SILENT", str(giscus.mode == "silent").lower()).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if giscus.mode == "refuses":
                self.send_header("Content-Security-Policy", "frame-ancestors 'none';")
                self.send_header("X-Frame-Options", "DENY")
            self.end_headers()
            self.wfile.write(body)

    with answering(Handler) as port:
        # Another host than the site's, so that the frame is a stranger's as in real life.
        giscus.url = f"http://localhost:{port}"
        try:
            yield giscus
        finally:
            giscus.ended.set()
