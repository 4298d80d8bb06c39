from __future__ import annotations

import base64
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from mkdocs_evidence.importing.post import Block, OldPost
from mkdocs_evidence.importing.reading import UnreadablePostError, read_posts
from mkdocs_evidence.importing.reading.html_blocks import blocks_of
from mkdocs_evidence.importing.words import lost_words

PAGE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
<!-- saved from url=(0042)https://old.example.org/2019/03/lying-awake.html -->
<html lang="en-GB"><head><title>Lying awake | The old blog</title>
<meta name="author" content="Ana Exemplo"><meta name="description" content="What a diary does.">
<meta property="og:image" content="/img/moon.jpg"><meta property="og:image:alt" content="A moon">
<style>p { color: red }</style><script>track("readers")</script></head>
<body><header><a href="/">The old blog</a></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About me</a></li></ul></nav>
<div class="wrap"><main><article class="post"><h1>Lying awake</h1>
<p>By Ana Exemplo, <time datetime="2019-03-03T10:00:00+01:00">3 March 2019</time></p>
<p>Many people lie awake at night, and think of what the next day may bring them, or of what they
have not done; a diary may be of help to them, as a small study shows.<sup><a href="#fn1"
id="ref1">1</a></sup></p>
<h2>Results</h2><p>They slept <a href="/other" title="Another post">better</a>.</p>
<ol><li id="fn1"><p>It is small. <a href="#ref1">↩</a></p></li></ol>
<div class="sharedaddy">Share this</div>
<footer>Filed under <a rel="category tag" href="/c/sleep">Sleep</a>, <a rel="tag" href="/t/diary"
>diaries</a></footer>
</article></main><aside>Popular posts</aside>
<div id="comments"><p>So true!</p></div></div>
<footer>© 2019 Ana Exemplo</footer></body></html>"""


def read(folder: Path, html: str | bytes, name: str = "post.html") -> OldPost:
    path = folder / name
    path.write_bytes(html.encode() if isinstance(html, str) else html)
    (post,) = read_posts(path)
    return post


def text_after(post: OldPost) -> str:
    """Return all that is left of a post."""
    return "\n\n".join(
        [
            *(block.markdown for block in post.blocks),
            *(left.text for left in post.left_out),
        ]
    )


def test_a_page_says_what_it_is(tmp_path: Path) -> None:
    details = read(tmp_path, PAGE).details
    assert details.title == "Lying awake"
    assert details.authors == ["Ana Exemplo"]
    assert details.date == "2019-03-03"
    assert details.topics == ["Sleep"]
    assert details.tags == ["diaries"]
    assert details.language == "en-GB"
    assert details.description == "What a diary does."
    assert details.addresses == ["/2019/03/lying-awake.html"]
    assert details.slug == "lying-awake"
    assert details.picture
    assert details.picture.name == "https://old.example.org/img/moon.jpg"
    assert details.picture.alt == "A moon"


def test_a_post_is_what_its_page_is_about(tmp_path: Path) -> None:
    post = read(tmp_path, PAGE)
    assert [(block.kind, block.text[:20]) for block in post.blocks] == [
        ("heading", "Lying awake"),
        ("paragraph", "By Ana Exemplo, 3 Ma"),
        ("paragraph", "Many people lie awak"),
        ("paragraph", "It is small."),
        ("heading", "Results"),
        ("paragraph", "They slept better."),
    ]
    assert post.blocks[2].markdown.endswith("as a small study shows.[^1]")
    assert post.blocks[3].markdown == "[^1]: It is small."
    better = '[better](https://old.example.org/other "Another post")'
    assert post.blocks[5].markdown == f"They slept {better}."
    assert {left.reason for left in post.left_out} == {
        "the head of the old page",
        "a menu of the old page",
        "the buttons for sharing on the old page",
        "a column beside the post on the old page",
        "the comments on the old page",
        "the foot of the old page",
    }
    assert "track" not in post.words
    assert lost_words(post.words, text_after(post)) == []


def test_structured_data_says_what_the_page_does_not(tmp_path: Path) -> None:
    html = """<title>A walk – My blog</title><meta property="og:site_name" content="My blog">
    <script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["BlogPosting"],
    "author": [{"name": "Ana Exemplo"}, {"name": "Bo Ne"}], "datePublished": "2018-02-30",
    "dateModified": "2018-03-01T09:00:00Z"}]}</script><p>A walk helps.</p>"""
    details = read(tmp_path, html).details
    assert details.title == "A walk"
    assert details.authors == ["Ana Exemplo", "Bo Ne"]
    assert (details.date, details.updated) == ("", "2018-03-01")


def test_a_medium_export(tmp_path: Path) -> None:
    html = """<html><head><title>A walk</title></head><body><article class="h-entry">
    <header><h1 class="p-name">A walk</h1></header>
    <section data-field="body" class="e-content"><div class="section-content">
    <h3 class="graf graf--h3">A walk</h3><p class="graf">It helps.</p>
    <figure><img src="https://cdn.example.org/1.jpeg"><figcaption>Photo by Bo</figcaption></figure>
    </div></section><footer><p>By <a class="p-author h-card" href="/@ana">Ana Exemplo</a> on
    <a href="/p/1"><time class="dt-published" datetime="2017-05-06T07:08:09.000Z">May 6,
    2017</time></a>.</p><p><a class="p-canonical" href="https://medium.com/@ana/a-walk-1f2e">Canonical
    link</a></p></footer></article></body></html>"""
    post = read(tmp_path, html)
    assert post.details.date == "2017-05-06"
    assert post.details.authors == ["Ana Exemplo"]
    assert post.details.addresses == ["/@ana/a-walk-1f2e"]
    assert [block.kind for block in post.blocks[-2:]] == ["picture", "paragraph"]
    assert lost_words(post.words, text_after(post)) == []


def test_blogger_parts_paragraphs_by_line_breaks(tmp_path: Path) -> None:
    html = """<body><h3 class="post-title">A walk</h3><div class="post-body">
    <div class="separator"><a href="https://b.example.org/s1600/w.jpg"><img
    src="https://b.example.org/s320/w.jpg" /></a></div>
    <span style="font-family: Arial;">It is good to walk.<br /><br /><b>Why?</b><br />
    Nobody&nbsp;knows.</span><br /><br /><i>The </i><i>end</i></div></body>"""
    post = read(tmp_path, html)
    assert [block.markdown for block in post.blocks][-3:] == [
        "It is good to walk.",
        "**Why?**  \nNobody\xa0knows.",
        "*The end*",
    ]
    assert post.blocks[-4].kind == "picture"


def test_a_page_of_blogger_tells_the_post_from_the_blog(tmp_path: Path) -> None:
    html = """<title>Ana's chair: A walk</title><meta property="og:title" content="A walk">
    <h1 class="title">Ana's chair</h1><div class="hentry"><h3 class="entry-title">A walk</h3>
    <div class="post-body"><p>It is good to walk, and to walk in company is better still.</p></div>
    <div class="post-footer">Posted by Ana <a href="/m">Email This</a><a href="/b">BlogThis!</a>
    </div></div>"""
    post = read(tmp_path, html)
    assert post.details.title == "A walk"
    assert "Email This" not in "".join(block.text for block in post.blocks)
    assert lost_words(post.words, text_after(post)) == []


def test_a_page_of_today_keeps_its_author_and_its_pictures(tmp_path: Path) -> None:
    html = """<title>A walk</title><meta itemprop="author" content="Ana Exemplo"><article>
    <h1>A walk</h1><picture><source srcset="a.webp 1w"><img src="a.jpg" alt="A path"></picture>
    <p>It helps.</p></article><a href="/next"><span>Next</span><h2>A run</h2></a><a>Back</a>"""
    post = read(tmp_path, html)
    assert post.details.authors == ["Ana Exemplo"]
    assert [picture.alt for block in post.blocks for picture in block.pictures] == ["A path"]
    assert lost_words(post.words, text_after(post)) == []


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", ""),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("iso-8859-2", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">'),
    ],
)
def test_letters_are_read_as_they_were_written(tmp_path: Path, encoding: str, head: str) -> None:
    quotes = "" if encoding == "iso-8859-2" else "“”"
    html = f"<html><head>{head}</head><body><p>Café é {quotes} ö</p></body></html>"
    post = read(tmp_path, html.encode(encoding))
    assert post.blocks[0].text == f"Café é {quotes} ö".replace("  ", " ")


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="javascript:alert(1)">word</a></p>',
        '<p><a href="java\nscript:alert(1)">word</a></p>',
        '<p><a href="&#106;avascript:alert(1)">word</a></p>',
        '<p><a href="data:text/html,x">word</a></p>',
        '<p><a href="http://[broken">word</a></p>',
        '<p onclick="x()">word<script>alert(1)</script><img src="javascript:x" alt=""></p>',
        "<p>word<!-- <script> --></p><style>x</style>",
        '<p>word<img src="x.gif" width="1" height="1"></p>',
    ],
)
def test_what_is_dangerous_is_left_out(html: str) -> None:
    (block,) = blocks_of(html)
    assert block.markdown in ("word", "[word](http://[broken)")


def test_pictures_come_with_what_is_known_of_them() -> None:
    data = base64.b64encode(b"\x89PNG").decode()
    html = f"""<figure><a href="big.jpg"><img src="data:image/gif;base64,R0" data-src="a.jpg"
    alt="Two chairs"></a><figcaption>Photo: <a href="https://x.org/">Bo</a></figcaption></figure>
    <p><img src="data:image/png;base64,{data}" alt="A dot"> Then text</p>
    <h2><img src="c.jpg" alt="">Heading</h2><p>Fine <img class="emoji" src="s.svg" alt="🙂"></p>"""
    blocks = blocks_of(html)
    assert [block.kind for block in blocks] == [
        *("picture", "paragraph", "picture", "paragraph", "picture", "heading", "paragraph")
    ]
    assert blocks[0].markdown == "[![Two chairs](a.jpg)](big.jpg)"
    assert blocks[0].pictures[0].alt == "Two chairs"
    assert blocks[1].markdown == "Photo: [Bo](https://x.org/)"
    assert blocks[2].pictures[0].data == b"\x89PNG"
    assert blocks[2].pictures[0].name == "picture-1.png"
    assert blocks[6].markdown == "Fine 🙂"


def test_lists_and_tables_look_the_same() -> None:
    html = """<ol start="3"><li>three<ul><li>in <em>it</em></li></ul></li><li><p>four</p></li></ol>
    <table><caption>Sleep</caption><tr><th>Who</th><th>Hours</th></tr>
    <tr><td>a|b</td><td>1<br>2</td></tr></table><blockquote><p>q</p><p>r</p></blockquote>
    <pre><code>x *y*
  z</code></pre><hr>"""
    blocks = blocks_of(html)
    assert [block.kind for block in blocks] == [
        *("list", "paragraph", "table", "quote", "code", "rule")
    ]
    markdown = "\n\n".join(block.markdown for block in blocks)
    page = BeautifulSoup(Markdown(extensions=["tables", "fenced_code"]).convert(markdown), "lxml")
    assert page.select_one("ol > li > ul > li > em")
    assert [cell.get_text() for cell in page.select("td")] == ["a|b", "12"]
    assert len(page.select("blockquote p")) == 2
    assert page.select_one("pre code")
    assert page.pre
    assert page.pre.get_text() == "x *y*\n  z\n"


def test_a_table_that_lays_out_a_page_is_none() -> None:
    cells = "<td><h2>A</h2><p>b</p></td><td><img src='x.jpg'></td>"
    blocks = blocks_of(f"<table><tr>{cells}</tr></table>")
    assert [block.kind for block in blocks] == ["heading", "paragraph", "picture"]


def test_short_bold_paragraphs_are_headings_where_there_are_no_others() -> None:
    prose = f"<p>{'Long text of the post. ' * 10}</p>"
    html = f"<p><b>Title</b></p><p><b>By Ana</b></p>{prose}<p><strong>Results</strong></p>{prose}"
    assert " ".join(kinds(blocks_of(html))) == "heading1 paragraph paragraph heading2 paragraph"
    bold = f"<h1>T</h1><h2>Study</h2>{prose}<p><b>Look here!</b></p>"
    assert kinds(blocks_of(bold))[-1] == "paragraph"


def kinds(blocks: list[Block]) -> list[str]:
    return [f"{block.kind}{block.level}" if block.level else block.kind for block in blocks]


@pytest.mark.parametrize(
    "html",
    [
        '<p>A<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id="ftn1"><p><a href="#_ftnref1" '
        'name="_ftn1">[1]</a> Note</p></div>',
        '<p>A<a id="r1" href="#n1"><sup>1</sup></a></p><p id="n1">Note <a href="#r1">↑</a></p>',
        '<p>A<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1">Note</li></ol>',
    ],
)
def test_footnotes_stay_footnotes(html: str) -> None:
    assert [block.markdown for block in blocks_of(html)] == ["A[^1]", "[^1]: Note"]


def test_a_page_without_text_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePostError, match="no text"):
        read(tmp_path, "<html><body><div id='app'></div><script>run()</script></body></html>")
    with pytest.raises(UnreadablePostError, match="no text file"):
        read(tmp_path, b"%PDF-1.4")


def test_a_page_may_be_nested_deeply(tmp_path: Path) -> None:
    post = read(tmp_path, f"{'<div>' * 3000}word{'</div>' * 3000}{'<b><i>' * 500}more")
    assert lost_words(post.words, text_after(post)) == []
