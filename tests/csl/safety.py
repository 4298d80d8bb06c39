"""What HTML a processor may write, whatever items and authors bring along."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_STYLES = re.compile(r"(?:font-(?:style|variant|weight)|text-decoration):(?:[a-z-]+);")
_CLASSES = {"csl-block", "csl-left-margin", "csl-right-inline", "csl-indent"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.opened: list[str] = []
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag, attrs:
            case (("i" | "b" | "sup" | "sub"), []):
                pass
            case "span", [("style", str(style))]:
                assert _STYLES.fullmatch(style), style
            case "div", [("class", kind)]:
                assert kind in _CLASSES, kind
            case "a", [("href", str(address))]:
                assert re.match("https?://", address), address
            case _:
                raise AssertionError((tag, attrs))
        self.opened.append(tag)
        self.written.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.opened
        assert self.opened.pop() == tag
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        assert not re.search('[<>&"]', data), data
        self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        assert name in {"amp", "lt", "gt", "quot"}, name
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        assert name == "x27", name
        self.written.append("&#x27;")


def assert_safe(html: str) -> None:
    """Check that all markup is of the few kinds that styles and fields may ask for."""
    checker = _Checker()
    checker.feed(html)
    checker.close()
    assert checker.opened == []
    assert "".join(checker.written) == html
    assert not _FORBIDDEN.search(html)
