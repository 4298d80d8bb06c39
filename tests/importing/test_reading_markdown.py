from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.importing.post import Details, LeftOut, OldPost, Picture
from mkdocs_evidence.importing.reading import UnreadablePostError, read_posts
from mkdocs_evidence.importing.words import lost_words

BODY = """Text with a [link](https://a.b/c_d "t"), *emphasis* and a note[^1].
Second line

[^1]: The note

    goes on.

[^2]: https://a.b/

## Results

- a
    - b

![Two chairs](chairs.jpg "Chairs")

{{< figure src="x.jpg" caption="A figure" >}}

| a | b |
|---|---|
| 1 | 2 |

> quoted
> text

```
code *x*
```

    indented

***

##Tight

<div class="note">kept <b>as it is</b></div>

[site]: https://example.org "Site"
"""


def read(folder: Path, text: str, name: str = "post.md") -> OldPost:
    (folder / name).write_text(text, "utf-8")
    (post,) = read_posts(folder / name)
    return post


def test_text_stays_as_it_was_written(tmp_path: Path) -> None:
    post = read(tmp_path, BODY)
    shown = [
        f"{'#' * block.level} {block.markdown}" if block.level else block.markdown
        for block in post.blocks
    ]
    assert "\n\n".join(shown) + "\n" == BODY.replace("***", "---").replace("##T", "## T")
    assert [block.kind for block in post.blocks] == [
        *("paragraph", "paragraph", "paragraph", "heading", "list", "picture", "paragraph"),
        *("table", "quote", "code", "code", "rule", "heading", "paragraph", "paragraph"),
    ]
    assert post.blocks[0].text == "Text with a link, emphasis and a note[^1].\nSecond line"
    assert post.blocks[5].pictures == [Picture("chairs.jpg", "Two chairs")]
    assert post.left_out == []
    assert lost_words(post.words, "\n\n".join(shown)) == []


JEKYLL = """---
layout: post
title: "Lying awake: what a diary does"
author: Ana Exemplo and Bo Ne
date: 2019-03-03 23:30:00 +0100
last_modified_at: 2020-01-02
categories: [Sleep, Worry]
tags: diary, night
lang: en_GB
excerpt: A diary helps.
permalink: /2019/03/lying-awake/
redirect_from:
  - /old/lying-awake
image:
  path: /img/chairs.jpg
  alt: Two chairs
  credit: Bo Ne
published: false
---
Text.
"""
HUGO = """+++
title = "Lying awake: what a diary does"
authors = ["Ana Exemplo", "Bo Ne"]
date = 2019-03-03T23:30:00+01:00
lastmod = 2020-01-02
url = "/2019/03/lying-awake/"
aliases = ["/old/lying-awake"]
draft = true
language = "en-GB"
description = "A diary helps."
layout = "post"
[taxonomies]
categories = ["Sleep", "Worry"]
tags = ["diary", "night"]
[cover]
image = "/img/chairs.jpg"
alt = "Two chairs"
credit = "Bo Ne"
+++
Text.
"""
SAID = Details(
    title="Lying awake: what a diary does",
    authors=["Ana Exemplo", "Bo Ne"],
    date="2019-03-03",
    updated="2020-01-02",
    topics=["Sleep", "Worry"],
    tags=["diary", "night"],
    language="en-GB",
    description="A diary helps.",
    picture=Picture("/img/chairs.jpg", "Two chairs"),
    addresses=["/2019/03/lying-awake/", "/old/lying-awake"],
    hidden=True,
)


@pytest.mark.parametrize(("text", "name"), [(JEKYLL, "image"), (HUGO, "cover")])
def test_front_matter_says_what_is_known(tmp_path: Path, text: str, name: str) -> None:
    post = read(tmp_path, text)
    assert post.details == SAID
    assert [block.markdown for block in post.blocks] == ["Text."]
    (left,) = post.left_out
    assert set(left.text.split("\n")) == {"layout: post", f'{name}: {{"credit": "Bo Ne"}}'}


def test_the_name_of_a_file_may_say_its_date(tmp_path: Path) -> None:
    post = read(tmp_path, "---\ntitle: A walk\n---\nText.", "2018-05-06-a-walk.markdown")
    assert (post.details.date, post.details.slug) == ("2018-05-06", "a-walk")


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: "A walk\ntags: [a\n---\n',
        "---\n- a\n- b\n---\n",
        "+++\ntitle = A walk\n+++\n",
    ],
)
def test_fields_that_cannot_be_read_are_left_out_whole(tmp_path: Path, head: str) -> None:
    post = read(tmp_path, f"{head}Text.")
    assert post.details == Details()
    assert [block.markdown for block in post.blocks] == ["Text."]
    assert post.left_out == [
        LeftOut(head[4:-4].strip(), "the fields at the head of the file, which cannot be read")
    ]


def test_what_is_no_day_no_path_and_no_name_is_left_out(tmp_path: Path) -> None:
    head = "date: 3 March 2019\npermalink: /:categories/:title/\nauthor: {twitter: ana}\nimage: 3\n"
    post = read(tmp_path, f"---\n{head}---\nText.")
    assert (post.details.date, post.details.authors, post.details.addresses) == ("", [], [])
    assert "3 March 2019" in post.left_out[0].text
    assert ":categories" in post.left_out[0].text
    assert "ana" in post.left_out[0].text


TABS = "\t" * 300


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[a](javascript:x)", r"[a\](javascript:x)"),
        ("[a](JAVA\tscript:x)", "[a\\](JAVA\tscript:x)"),
        ("[a](javascript&#58;x)", r"[a\](javascript&#58;x)"),
        ("[a](<data:text/html,b>)", r"\[a\](&lt;data:text/html,b>)"),
        (f"[a]({TABS}javascript:x)", f"[a\\]({TABS}javascript:x)"),
        ("![a](vbscript:x)", r"![a\](vbscript:x)"),
        ("b <a onclick='x'>c</a>", "b &lt;a onclick='x'>c</a>"),
        ("b <script>x</script>", "b &lt;script>x&lt;/script>"),
        ("b <a href='javascript:x'>c</a>", "b &lt;a href='javascript:x'>c</a>"),
        ("[a](b){: onclick='x' }", r"[a](b)\{: onclick='x' }"),
        ("[a]\n\n[a]: javascript:x", "[a]\n\n\\[a]: javascript:x"),
        ("[a](https://b/) <br> <kbd>c</kbd>", "[a](https://b/) <br> <kbd>c</kbd>"),
        ("[a](<java\nscript:x>)", "\\[a](&lt;java\nscript:x>)"),
        ("[a](b){ href='javascript:x' }", r"[a](b)\{ href='javascript:x' }"),
        ("b <a title='<' onclick='x'>c</a>", "b &lt;a title='&lt;' onclick='x'>c&lt;/a>"),
        ("b <video poster='https://c/d'>", "b &lt;video poster='https://c/d'>"),
        ("b <i style='background:url(//c/d)'>", "b &lt;i style='background:url(//c/d)'>"),
        ("```\n<script>x</script>", "```\n&lt;script>x&lt;/script>"),
        ("``` {.python onclick='x'}\nb\n```", "``` \\{.python onclick='x'}\nb\n```"),
        ("<div markdown='1'>\n[a](javascript:x)\n</div>", r"\[a](javascript:x)"),
        ("<pre class='mermaid'>a</pre>", "```\na\n```"),
        ("a[^1]\n\n[^1]: See: b", "a[^1]\n\n[^1]: See: b"),
    ],
)
def test_what_would_run_is_shown(tmp_path: Path, text: str, after: str) -> None:
    assert "\n\n".join(block.markdown for block in read(tmp_path, text).blocks) == after


@pytest.mark.parametrize(
    ("text", "after", "pictures"),
    [
        ("![a][b c] d", '![a](https://e/f.jpg "T") d', ["https://e/f.jpg"]),
        ("![B  C][] ![b c]", '![B  C](https://e/f.jpg "T") ![b c](https://e/f.jpg "T")', None),
        ("[a][b c], [b c], [d] and [^1]", None, []),
        ("d <img alt='a' src='https://e/g h.jpg'>.", "d ![a](https://e/g%20h.jpg).", None),
        ("d <img src=//e/g.jpg>", "d ![](https://e/g.jpg)", ["https://e/g.jpg"]),
        ("![a [d]](<g é.jpg> 'T')", r'![a \[d\]](g%20%C3%A9.jpg "T")', ["g%20%C3%A9.jpg"]),
        ("[![a][b c]](g)", '[![a](https://e/f.jpg "T")](g)', ["https://e/f.jpg"]),
        ("`![a][b c]`", "`![a][b c]`", []),
    ],
)
def test_addresses_stand_beside_their_links_and_pictures(
    tmp_path: Path, text: str, after: str | None, pictures: list[str] | None
) -> None:
    first, *_ = read(tmp_path, f"{text}\n\n[B c]: https://e/f.jpg\n  'T'\n").blocks
    link = '(https://e/f.jpg "T")'
    assert first.markdown == (after or f"[a]{link}, [b c]{link}, [d] and [^1]")
    if pictures is not None:
        assert [picture.name for picture in first.pictures] == pictures


def test_a_hostile_text_takes_no_more_time_than_it_is_long(tmp_path: Path) -> None:
    for text in ("[" * 20_000, "![" * 5_000 + "]" * 5_000, "> " * 2_000 + "<b>"):
        assert read(tmp_path, f"a\n\n{text}").blocks


def test_html_is_kept_if_it_is_safe(tmp_path: Path) -> None:
    text = """Text.

<!--more-->

<figure><img src="a.jpg" alt="Two chairs"><figcaption>By Bo</figcaption></figure>

<div onclick="x()">A <b>word</b></div>

<script>count("readers")</script>
"""
    post = read(tmp_path, text)
    assert [(block.kind, block.markdown) for block in post.blocks] == [
        ("paragraph", "Text."),
        ("picture", "![Two chairs](a.jpg)"),
        ("paragraph", "By Bo"),
        ("paragraph", "A **word**"),
    ]
    assert [left.text for left in post.left_out] == [
        "<!--more-->",
        '<div onclick="x()">A <b>word</b></div>',
        '<script>count("readers")</script>',
    ]


def test_what_is_no_post_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePostError, match="no text in it"):
        read(tmp_path, "---\ntitle: A walk\n---\n\n")
    (tmp_path / "post.md").write_bytes(b"PK\x03\x04rest")
    with pytest.raises(UnreadablePostError, match="no text file"):
        read_posts(tmp_path / "post.md")
    (tmp_path / "post.md").write_bytes(b"a" * 20_000_001)
    with pytest.raises(UnreadablePostError, match="larger than a post"):
        read_posts(tmp_path / "post.md")
