"""What becomes of HTML that others wrote before it stands in a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Request

from mkdocs_evidence.comments import SCRIPTS
from tests.browser.chromium import OpenPage, Record

LINK = 'rel="nofollow noopener noreferrer ugc"'

REBUILT = [
    ("a &lt;b&gt; &amp;", "a &lt;b&gt; &amp;"),
    (
        "<p>a<br>b <em>c</em> <i>d</i> <strong>e</strong> <b>f</b> <del>g</del></p>",
        "<p>a<br>b <em>c</em> <i>d</i> <strong>e</strong> <b>f</b> <del>g</del></p>",
    ),
    (
        "<pre><code class=x>1\n 2</code></pre><blockquote>q</blockquote>",
        "<pre><code>1\n 2</code></pre><blockquote>q</blockquote>",
    ),
    ("<ul><li>a<ol><li>b</ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
    ("H<sub>2</sub>O<sup>+</sup>", "H<sub>2</sub>O<sup>+</sup>"),
    ("<h2>Title</h2><div>text</div>", "<p>Title</p>text"),
    (
        '<a href="https://e.org/?a=1&amp;b" class=u onclick=x() target=_top>t <b>u</b></a>',
        f'<a href="https://e.org/?a=1&amp;b" {LINK}>t <b>u</b></a>',
    ),
    (
        '<span class="invisible">https://</span><span>e.org</span>',
        "https://e.org",
    ),
    ('<p id="comment" style="position:fixed" title=t lang=xx>a</p>', "<p>a</p>"),
    ('<form action="/x"><input name=id value=v><button>Send</button></form>', "Send"),
    ("<table><tr><td>a</td></tr></table>", "a"),
    ("<!-- a --><p>b<!-- c --></p>", "<p>b</p>"),
    ("a<script>b()</script><style>c {}</style><template>d</template>", "a"),
    ("a<svg><text>b</text></svg><math><mi>c</mi></math>", "a"),
    ("", ""),
]
"""HTML from a server, and what is made of it."""

HOSTILE = [
    "<script>hit()</script>",
    "<scr<script>ipt>hit()</scr</script>ipt>",
    "<img src=/seen onerror=hit()>",
    "<img src=x: onerror=hit()//",
    "<svg onload=hit()><script>hit()</script></svg>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<svg><a href=javascript:hit()><text>t</text></a></svg>",
    "<svg><foreignObject><img src=/seen onerror=hit()></foreignObject></svg>",
    "<svg><style><img src=/seen onerror=hit()></style></svg>",
    "<svg></p><style><a id='</style><img src=/seen onerror=hit()>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=/seen"
    " onerror=hit()&gt;'>",
    "<math><mi><table><mglyph><svg><mtext><textarea><path id='</textarea><img src=/seen"
    " onerror=hit()>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=/seen onerror=hit()>",
    "<noscript><p title='</noscript><img src=/seen onerror=hit()>'></noscript>",
    "<textarea><img src=/seen onerror=hit()></textarea><title><img src=/seen></title>",
    "<template><img src=/seen onerror=hit()><script>hit()</script></template>",
    "<iframe src=/seen srcdoc='<script>parent.hit()</script>'></iframe>",
    "<object data=/seen></object><embed src=/seen>",
    "<link rel=stylesheet href=/seen><style>@import '/seen';* { display: none }</style>",
    "<meta http-equiv=refresh content='0; url=/seen'><base href=//elsewhere.example/>",
    "<video src=/seen autoplay onloadstart=hit()><source src=/seen></video>",
    "<audio src=/seen autoplay><input type=image src=/seen>",
    "<picture><source srcset=/seen><img srcset='/seen 2x'></picture>",
    "<body onload=hit() background=/seen><p onpointerenter=hit()>a",
    "<details open ontoggle=hit()><summary>s</summary></details>",
    "<a href=javascript:hit()>a</a>",
    "<a href=' java\nscript:hit()'>a</a>",
    "<a href='&#106;avascript:hit()'>a</a>",
    "<a href='JaVaScRiPt:hit()'>a</a>",
    "<a href='data:text/html,<script>hit()</script>'>a</a>",
    "<a href=vbscript:hit()>a</a><a href=blob:x>b</a><a href=file:///etc>c</a>",
    "<a href='/relative'>a</a><a href='//elsewhere.example'>b</a><a href='#x'>c</a><a>d</a>",
    "<a href='https://e.org' ping=/seen onclick=hit() style='position:fixed;inset:0'>a</a>",
    "<a href='https://e.org/\"onclick=hit()//'>a</a>",
    "<p><a href='https://e.org'><table><a href=javascript:hit()>b</a></table></a></p>",
    "<isindex action=javascript:hit() type=image><marquee onstart=hit()>m</marquee>",
    "<x-element onfocus=hit() tabindex=0 autofocus>a</x-element>",
    "<button popovertarget=x onclick=hit()>a</button><div popover id=x>b</div>",
    "<p id=__config class=evidence-request data-comments='{}'>a</p>",
    "<plaintext><img src=/seen onerror=hit()>",
    "<xmp><img src=/seen onerror=hit()></xmp><noembed><img src=/seen></noembed>",
    "<div>" * 3000 + "<img src=/seen onerror=hit()>",
    "<select><option><svg><script>hit()</script></svg></select>",
    "&lt;script&gt;hit()&lt;/script&gt;",
]

ALLOWED = (
    *("p", "br", "em", "i", "strong", "b", "del", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "sub", "sup", "a"),
)

MAKE = """async ([hostile, allowed]) => {
  const { harmless } = await import("/elements.js");
  window.hit = () => { document.title = "hit"; };
  const wrong = [];
  for (const html of hostile) {
    const place = document.createElement("div");
    document.body.append(place);
    place.append(harmless(html));
    // As a page that is replaced, or a browser's own tools, may do.
    const again = document.createElement("div");
    again.innerHTML = place.innerHTML;
    document.body.append(again);
    for (const each of document.body.querySelectorAll("div > *, div > * *")) {
      each.focus?.();
      const names = each.getAttributeNames().join();
      const isLink = each.localName === "a" && names === "href,rel" && /^https?:/.test(each.href);
      const isRight = allowed.includes(each.localName) && (!names || isLink);
      if (!isRight) wrong.push([html, each.outerHTML]);
    }
    place.remove();
    again.remove();
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  return wrong;
}"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("harmless")
    (folder / "elements.js").write_bytes((SCRIPTS / "elements.js").read_bytes())
    page = '<!doctype html><title>None</title><link rel="icon" href="data:,"><body>'
    (folder / "index.html").write_text(page, "utf-8")
    return serve_folder(folder)


def test_html_of_others_is_rebuilt_from_what_is_harmless(url: str, open_page: OpenPage) -> None:
    make = """async (html) => {
      const { harmless } = await import("/elements.js");
      const place = document.createElement("div");
      place.append(harmless(html));
      return place.innerHTML;
    }"""
    with open_page(url, until="load") as (page, record):
        made = [page.evaluate(make, html) for html, _ in REBUILT]
    assert made == [wanted for _, wanted in REBUILT]
    assert record == Record()


def test_nothing_that_others_wrote_is_run_or_asked_for(url: str, open_page: OpenPage) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.removeprefix(url))

    with open_page(url, until="load") as (page, record):
        page.on("request", note)
        assert page.evaluate(MAKE, [HOSTILE, ALLOWED]) == []
        assert page.title() == "None"
    assert asked == ["/elements.js"]
    assert record == Record()


def test_an_address_of_others_leads_to_the_web_or_nowhere(url: str, open_page: OpenPage) -> None:
    addresses = {
        "https://e.org": "https://e.org/",
        "HTTP://E.org/a b": "http://e.org/a%20b",
        "javascript:hit()": None,
        "\tjava\nscript:hit()": None,
        "data:text/html,x": None,
        "e.org": None,
        "": None,
    }
    find = "async (text) => (await import('/elements.js')).webAddress(text)"
    with open_page(url, until="load") as (page, _):
        assert {text: page.evaluate(find, text) for text in addresses} == addresses
