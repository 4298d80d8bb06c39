"""The pictures of old posts, saved beside their summaries."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest
from PIL import Image

from mkdocs_evidence.importing.pictures import Kept, PictureKeeper, downloads, files, with_kept
from mkdocs_evidence.importing.post import Picture

DRAWING = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4H0z'/></svg>"
)


def picture(kind: str = "PNG", colour: str = "tan", size: int = 4) -> bytes:
    data = BytesIO()
    Image.new("RGB", (size, size), colour).save(data, kind)
    return data.getvalue()


class OldSite:
    """A web server on this computer; what it has is in ``has``, by path."""

    def __init__(self) -> None:
        self.has: dict[str, tuple[int, bytes, dict[str, str]]] = {}
        self.asked: list[str] = []
        self.goes_on = Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                if self.path == "/slow.png":
                    site.goes_on.wait()
                status, body, headers = site.has.get(self.path, (404, b"<p>No.</p>", {}))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Write nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def put(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        """Have something at a path, and return its address."""
        self.has[path] = (status, body, headers)
        return self.url + path


@pytest.fixture(scope="module")
def served() -> Iterator[OldSite]:
    site = OldSite()
    thread = Thread(target=site.server.serve_forever)
    thread.start()
    yield site
    site.server.shutdown()
    thread.join()
    site.server.server_close()


@pytest.fixture
def old_site(served: OldSite, monkeypatch: pytest.MonkeyPatch) -> OldSite:
    monkeypatch.setattr(downloads, "is_public", lambda host: host == "127.0.0.1")
    served.has.clear()
    served.asked.clear()
    return served


MakeKeeper = Callable[..., PictureKeeper]


@pytest.fixture
def keeper(tmp_path: Path) -> MakeKeeper:
    (tmp_path / "old").mkdir()

    def make(media: Path | None = None, *, online: bool = True) -> PictureKeeper:
        return PictureKeeper(tmp_path / "new", tmp_path / "old" / "a.html", media, online=online)

    return make


def test_a_picture_that_the_file_holds_is_saved_once(keeper: MakeKeeper, tmp_path: Path) -> None:
    keep = keeper().keep
    held = Picture("Ünser Bild.JPEG", data=picture("PNG"))
    assert keep(held, "a-hand") == Kept("a-hand-unser-bild.png")
    assert keep(Picture("other.png", data=picture("PNG")), "b") == Kept("a-hand-unser-bild.png")
    other = Picture("unser-bild.png", data=picture("PNG", "red"))
    assert keep(other, "a-hand") == Kept("a-hand-unser-bild-2.png")
    assert [path.name for path in sorted((tmp_path / "new").iterdir())] == [
        "a-hand-unser-bild-2.png",
        "a-hand-unser-bild.png",
    ]
    assert keeper().keep(held, "a-hand") == Kept("a-hand-unser-bild.png"), "Called again."


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_the_ending_tells_what_it_is(keeper: MakeKeeper, kind: str) -> None:
    kept = keeper().keep(Picture("chair.bmp", data=picture(kind)), "a")
    assert kept.file == f"a-chair{files._ENDINGS[kind]}"


def test_what_is_no_picture_is_told(keeper: MakeKeeper) -> None:
    keep = keeper().keep
    assert "TIFF" in keep(Picture("a.tif", data=picture("TIFF")), "a").missing
    assert keep(Picture("a.png", data=b"<p>Hi</p>"), "a").missing == "What is there is no picture."
    assert keep(Picture("a.png", data=b""), "a").missing == "What is there is no picture."
    broken = picture("PNG", size=400)[:200]
    assert keep(Picture("a.png", data=broken), "a").missing == "Its file is damaged."


@pytest.mark.parametrize(
    "inside",
    [
        *("<script>alert(1)</script>", "<g onload='alert(1)'/>", "<foreignObject/>"),
        *("<a href='javascript:alert(1)'/>", "<image href='https://other.example/a.png'/>"),
        *("<style>@import 'https://other.example'</style>", "<use href='data:image/svg+xml,a'/>"),
        *("<path fill='url(https://other.example/#a)'/>", "<?xml-stylesheet href='a.css'?>"),
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_drawing_that_does_anything_is_refused(keeper: MakeKeeper, inside: str) -> None:
    data = DRAWING.replace(b"<path", inside.encode() + b"<path", 1)
    assert "drawing that runs programs" in keeper().keep(Picture("a.svg", data=data), "a").missing


def test_a_drawing_is_saved(keeper: MakeKeeper) -> None:
    inner = b"<defs><g id='a'/></defs><use href='#a'/><path fill='url(#a)' "
    data = DRAWING.replace(b"<path ", inner)
    assert keeper().keep(Picture("a.svg", data=data), "post") == Kept("post-a.svg")


def test_pictures_are_looked_for_below_the_imported_file(
    keeper: MakeKeeper, tmp_path: Path
) -> None:
    (tmp_path / "old" / "a_files").mkdir()
    (tmp_path / "old" / "a_files" / "my chair.png").write_bytes(picture())
    (tmp_path / "secret.png").write_bytes(picture("PNG", "red"))
    (tmp_path / "old" / "link.png").symlink_to(tmp_path / "secret.png")
    keep = keeper().keep
    assert keep(Picture("a_files/my%20chair.png?x=1"), "a") == Kept("a-my-chair.png")
    for name in (
        *(
            "../secret.png",
            "a_files/../../secret.png",
            "link.png",
            "..\\secret.png",
            "%2e%2e/secret.png",
        ),
        *(
            str(tmp_path / "secret.png"),
            (tmp_path / "secret.png").as_uri(),
            "a\0.png",
            ".",
            "",
            "a" * 999,
        ),
    ):
        kept = keep(Picture(name), "a")
        assert not kept.file, name
        assert kept.missing.endswith(("with --media.", "is none of the web.")), name
    assert len([*(tmp_path / "new").iterdir()]) == 1


def test_a_copy_of_the_old_folder_is_searched_first(
    keeper: MakeKeeper, old_site: OldSite, tmp_path: Path
) -> None:
    media = tmp_path / "uploads"
    for name, colour in {
        "2018/05/chair.png": "red",
        "2019/03/chair.png": "tan",
        "2019/03/chair-300x200.png": "blue",
        "2019/03/only-150x150.png": "white",
        "2019/03/Big.PNG": "green",
        "a/same.png": "red",
        "b/same.png": "tan",
    }.items():
        path = media / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture("PNG", colour))
    make = keeper(media)
    base = f"{old_site.url}/wp-content/uploads"
    assert make.keep(Picture(f"{base}/2019/03/chair-300x200.png"), "a") == Kept("a-chair.png")
    assert (tmp_path / "new" / "a-chair.png").read_bytes() == picture("PNG", "tan")
    photon = "https://i0.example/quiet.example/wp-content/uploads/2018/05/chair.png?resize=300"
    assert make.keep(Picture(photon), "b") == Kept("b-chair.png")
    assert make.keep(Picture(f"{base}/2019/03/only-150x150.png"), "a") == Kept("a-only.png")
    assert make.keep(Picture(f"{base}/2019/03/big-scaled.png"), "a") == Kept("a-big.png")
    assert old_site.asked == []
    assert make.keep(Picture(f"{old_site.url}/same.png"), "a").file == "", "Which of the two?"


def test_a_copy_of_the_old_folder_leads_to_nothing_outside_of_it(
    keeper: MakeKeeper, tmp_path: Path
) -> None:
    (tmp_path / "uploads").mkdir()
    (tmp_path / "mine.png").write_bytes(picture())
    (tmp_path / "uploads" / "a.png").symlink_to(tmp_path / "mine.png")
    make = keeper(tmp_path / "uploads", online=False)
    assert make.keep(Picture("https://old.example/uploads/a.png"), "a") == Kept()


def test_pictures_are_fetched_in_full_size_where_there_is_one(
    keeper: MakeKeeper, old_site: OldSite
) -> None:
    old_site.put("/u/chair.jpg", picture("JPEG"))
    old_site.put("/u/lamp-300x200.png", picture("PNG", "red"))
    moved = old_site.put("/old.png", b"", 301, Location="/u/lamp-300x200.png")
    make = keeper()
    assert make.keep(Picture(f"{old_site.url}/u/chair-300x200.jpg"), "a") == Kept("a-chair.jpg")
    assert make.keep(Picture(f"{old_site.url}/u/lamp-300x200.png"), "a") == Kept("a-lamp.png")
    assert make.keep(Picture(moved), "a") == Kept("a-lamp.png")
    assert make.keep(Picture(moved), "b") == Kept("a-lamp.png")
    assert old_site.asked == [
        *("/u/chair.jpg", "/u/lamp.png", "/u/lamp-300x200.png", "/old.png", "/u/lamp-300x200.png")
    ]
    assert make.notes == []


def test_what_a_host_does_not_give_is_told_of_each_picture(
    keeper: MakeKeeper, old_site: OldSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = keeper()
    gone = make.keep(Picture(f"{old_site.url}/gone.png"), "a")
    assert gone.missing == "127.0.0.1 does not give it any more (404)."
    page = old_site.put("/page.png", b"<!doctype html><title>Sign in</title>")
    assert make.keep(Picture(page), "a").missing == "What is there is no picture."
    circle = old_site.put("/circle", b"", 302, Location="/circle")
    assert make.keep(Picture(circle), "a").missing == "127.0.0.1 leads in circles."
    assert old_site.asked.count("/circle") == 5
    monkeypatch.setattr(downloads, "LARGEST", 100)
    large = old_site.put("/large.png", picture("PNG", size=300) + b"\0" * 100)
    assert "too large" in make.keep(Picture(large), "a").missing
    assert make.notes == []


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1:{}/a.png", "http://localhost:{}/a.png", "http://[::1]:{}/a.png"),
        *("http://2130706433:{}/a.png", "http://127.1:{}/a.png", "http://0.0.0.0:{}/a.png"),
        *("http://10.0.0.1/a.png", "http://169.254.169.254/latest", "http://router.local/a.png"),
        *("http://[::ffff:127.0.0.1]:{}/a.png", "http://192.168.1.1:99999/a.png"),
    ],
)
def test_nothing_in_a_network_of_one_s_own_is_asked(
    keeper: MakeKeeper, served: OldSite, address: str
) -> None:
    served.has["/a.png"] = (200, picture(), {})
    served.asked.clear()
    kept = keeper().keep(Picture(address.format(served.server.server_port)), "a")
    assert "network of one's own" in kept.missing or "none of the web" in kept.missing
    assert served.asked == []


def test_nobody_leads_into_a_network_of_one_s_own(keeper: MakeKeeper, old_site: OldSite) -> None:
    for to in ("http://localhost/a.png", "http://10.0.0.1/a.png", "file:///etc/hostname"):
        kept = keeper().keep(Picture(old_site.put("/led", b"", 302, Location=to)), "a")
        assert "network of one's own" in kept.missing or "none of the web" in kept.missing


def test_a_host_that_cannot_be_reached_is_asked_once_and_told_of_once(
    keeper: MakeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    asked = []
    answer = downloads.Downloads._answer

    def counted(self: downloads.Downloads, address: str) -> bytes:
        asked.append(address)
        return answer(self, address)

    monkeypatch.setattr(downloads.Downloads, "_answer", counted)
    make = keeper()
    for number in range(5):
        for host in ("a", "b", "c", "d", "e"):
            name = f"http://{host}.invalid/{number}.png"
            assert make.keep(Picture(name), "post") == Kept()
    assert len(asked) == 3
    assert len(make.notes) == 1
    assert make.notes[0].startswith("25 pictures were not fetched, since there was no answer from")


def test_a_host_that_takes_too_long_is_left_alone(
    keeper: MakeKeeper, old_site: OldSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "_WHOLE", 0.2)
    make, start = keeper(), time.monotonic()
    try:
        assert make.keep(Picture(old_site.put("/slow.png", picture())), "a") == Kept()
    finally:
        old_site.goes_on.set()
    assert "no answer from 127.0.0.1" in make.notes[0]
    assert time.monotonic() - start < downloads._SILENCE


def test_offline_nothing_is_asked_and_one_sentence_says_so(
    keeper: MakeKeeper, old_site: OldSite
) -> None:
    make = keeper(online=False)
    for name in ("/a.png", "/b.png"):
        assert make.keep(Picture(old_site.put(name, picture())), "a") == Kept()
    assert old_site.asked == []
    assert len(make.notes) == 1
    assert make.notes[0].startswith("2 pictures were not fetched")


SAVED = {
    "https://o.example/u/chair-300x200.jpg": Kept("a-chair.jpg"),
    "my chair (1).png": Kept("a-my-chair-1.png"),
    "https://o.example/gone.png": Kept(missing="No."),
    "lost.png": Kept(missing="No."),
}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("![A chair](https://o.example/u/chair-300x200.jpg)", "![A chair](a-chair.jpg)"),
        ('![A](https://o.example/u/chair-300x200.jpg "T")', '![A](a-chair.jpg "T")'),
        ("![A](my%20chair%20(1).png)", "![A](a-my-chair-1.png)"),
        ("![A](<my chair (1).png>)", "![A](a-my-chair-1.png)"),
        (
            "[![A](https://o.example/u/chair-300x200.jpg)](https://o.example/u/chair.jpg)",
            "![A](a-chair.jpg)",
        ),
        (
            "[![A](https://o.example/u/chair-300x200.jpg)](https://o.example/page)",
            "[![A](a-chair.jpg)](https://o.example/page)",
        ),
        ("![A \\] b](https://o.example/gone.png)", "[A \\] b](https://o.example/gone.png)"),
        ("x ![](https://o.example/gone.png) y", "x [gone.png](https://o.example/gone.png) y"),
        ("[![A](https://o.example/gone.png)](https://o.example/)", "[A](https://o.example/)"),
        ("![A](lost.png)", "A"),
        ("![](lost.png)", "lost.png"),
        ("\\![A](lost.png) [B](lost.png)", "\\![A](lost.png) [B](lost.png)"),
        ("![A](other.png)", "![A](other.png)"),
        ("![A](https://o.example/other.png)", "[A](https://o.example/other.png)"),
        ("![A](https://o.example/a((b)).png)", "[A](https://o.example/a((b)).png)"),
    ],
)
def test_texts_show_what_was_saved_and_link_to_what_was_not(before: str, after: str) -> None:
    assert with_kept(before, SAVED) == after
