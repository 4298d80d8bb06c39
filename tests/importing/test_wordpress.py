"""The posts of a WordPress blog, out of its export."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from mkdocs_evidence.importing.post import OldPost, OldPosts, Picture
from mkdocs_evidence.importing.reading import UnreadablePostError, read_posts
from mkdocs_evidence.importing.reading.wordpress import read_wordpress
from mkdocs_evidence.importing.reading.wordpress_export import read_export
from mkdocs_evidence.importing.words import lost_words
from tests.importing.wordpress import Entry, Said, export

PICTURE = Entry(
    7,
    kind="attachment",
    address="https://quiet.example/wp-content/uploads/2019/03/chair.jpg",
    excerpt="Photo: <a href='https://una.example'>Una Reis</a>",
    meta={"_wp_attachment_image_alt": "A chair"},
    parent=1,
)
UPLOADS = "https://quiet.example/wp-content/uploads/2019/03"


def read(folder: Path, entries: Sequence[Entry], **settings: str) -> OldPosts:
    path = folder / "blog.xml"
    path.write_text(export(entries, **settings), "utf-8")
    return read_wordpress(path)


def read_one(folder: Path, content: str = "", *others: Entry, **fields: object) -> OldPost:
    """Return the only post of an export, with this content, and see that no word is lost."""
    entry = Entry(1, content=content, **fields)  # type: ignore[arg-type]  # of any type
    (post,) = read(folder, [entry, *others])
    texts = [block.markdown for block in post.blocks]
    brought = "\n".join([post.details.title, post.details.description, *texts])
    assert lost_words(post.words, brought) == []
    return post


def written(post: OldPost) -> list[str]:
    return [f"{'#' * block.level} {block.markdown}".strip() for block in post.blocks]


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_what_an_export_says_beside_the_text(tmp_path: Path, version: str) -> None:
    entry = Entry(
        12,
        title="Touch &amp; <em>calm</em>",
        excerpt="What a <b>hand</b>\nmay do.",
        slug="m%c3%a3o-quente",
        modified="2020-01-02 03:04:05",
        link="https://quiet.example/2019/03/m%c3%a3o-quente/",
        terms=[
            ("category", "uncategorized", "Uncategorized"),
            ("category", "sem-categoria", "Sem categoria"),
            ("category", "sleep-rest", "Sleep &amp; rest"),
            ("post_tag", "hands", "hands"),
            ("post_format", "post-format-image", "Image"),
        ],
        meta={"_thumbnail_id": "7"},
    )
    (post,) = posts = read(tmp_path, [entry, PICTURE], version=version)
    details = post.details
    assert post.name == details.title == "Touch & calm"
    assert details.authors == ["Inês Duarte"]
    assert (details.date, details.updated) == ("2019-03-04", "2020-01-02")
    assert (details.topics, details.tags) == (["Sleep & rest"], ["hands"])
    assert details.language == "en-GB"
    assert details.description == "What a hand may do."
    assert details.slug == "mao-quente"
    assert details.addresses == ["/2019/03/m%c3%a3o-quente/"]
    assert not details.hidden
    assert details.picture == Picture(
        f"{UPLOADS}/chair.jpg", "A chair", credit="Photo: [Una Reis](https://una.example)"
    )
    assert (post.notes, posts.notes) == ([], [])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "draft", "date": "0000-00-00 00:00:00"}, "draft"),
        ({"status": "private"}, "private"),
        ({"status": "future"}, "to come"),
        ({"status": "pending"}, "waited"),
        ({"password": "open sesame"}, "password"),
    ],
)
def test_what_was_not_public_stays_hidden(
    tmp_path: Path, fields: dict[str, str], said: str
) -> None:
    post = read_one(tmp_path, "It helps.", **fields)
    assert post.details.hidden
    assert said in post.notes[0]
    assert "sesame" not in str(post)
    assert post.details.date == ("" if fields.get("date") else "2019-03-04")


def test_what_is_no_post_is_counted(tmp_path: Path) -> None:
    entries = [
        *(Entry(1), Entry(2, status="trash"), Entry(3, status="auto-draft")),
        *(Entry(4, kind="page"), Entry(5, kind="page"), Entry(6, kind="nav_menu_item")),
        *(Entry(8, kind="revision", status="inherit"), PICTURE),
    ]
    posts = read(tmp_path, entries)
    assert len(posts) == 1
    assert posts.notes == [
        "The export also holds 2 pages, which are left out.",
        "The export also holds 2 posts that were thrown away, which are left out.",
    ]


def test_an_address_that_is_a_query_alone_is_told_of(tmp_path: Path) -> None:
    posts = read(tmp_path, [Entry(1, link="https://quiet.example/?p=1"), Entry(2)])
    assert [post.details.addresses for post in posts] == [[], ["/2019/03/a-warm-hand/"]]
    assert len(posts.notes) == 1
    assert "?p=12" in posts.notes[0]


def test_an_address_that_no_file_can_have_is_told_of(tmp_path: Path) -> None:
    post = read_one(tmp_path, "It helps.", link="https://quiet.example/2019:03/a*b/")
    assert post.details.addresses == []
    assert "“/2019:03/a*b/”" in post.notes[0]


def test_addresses_in_the_text_are_whole(tmp_path: Path) -> None:
    content = '<a href="/about/">Me</a> <a href="#x">x</a> <img src="//cdn.example/a.png" alt="A">'
    (text, picture) = read_one(tmp_path, content).blocks
    assert text.markdown == "[Me](https://quiet.example/about/) x"
    assert picture.pictures[0].name == "https://cdn.example/a.png"


def test_what_is_nested_too_deeply_does_no_harm(tmp_path: Path) -> None:
    for depth in (150, 300):
        inner = "<div>" * depth + "It helps." + "</div>" * depth
        (post,) = read(tmp_path, [Entry(1, content=inner)])
        assert "It helps." in post.words


def test_a_picture_that_is_not_in_the_export_is_told_of(tmp_path: Path) -> None:
    post = read_one(tmp_path, "It helps.", meta={"_thumbnail_id": "99"})
    assert post.details.picture is None
    assert "All content" in post.notes[0]


def test_the_text_of_the_classic_editor(tmp_path: Path) -> None:
    content = """One line
and another.

<strong>Bold</strong> &amp; “quoted”\u00a0[sic] [1].
<!--more-->
<h2>What was done</h2>
They asked:
<ul>
\t<li>who</li>

\t<li>when</li>
</ul>
After the list.
<blockquote>One

Two</blockquote>
<pre>a

b</pre>
<p style="text-align: center">Set apart</p>"""
    assert written(read_one(tmp_path, content.replace("\n", "\r\n"))) == [
        "One line  \nand another.",
        "**Bold** & “quoted”\u00a0\\[sic] [1].",
        "## What was done",
        "They asked:",
        "- who\n- when",
        "After the list.",
        "> One\n>\n> Two",
        "```\na\n\nb\n```",
        "Set apart",
    ]


def test_the_text_of_the_block_editor(tmp_path: Path) -> None:
    content = """<!-- wp:paragraph {"dropCap":true} -->
<p class="has-drop-cap">A paragraph
of two lines.</p>
<!-- /wp:paragraph -->

<!-- wp:more --><!--more--><!-- /wp:more -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">Found</h3>
<!-- /wp:heading -->

<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div><!-- wp:list --><ul>
<!-- wp:list-item --><li>One</li><!-- /wp:list-item --></ul><!-- /wp:list --></div>
<!-- /wp:column --></div><!-- /wp:columns -->

<!-- wp:embed {"url":"https://films.example/1","type":"video"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://films.example/1
</div><figcaption class="wp-element-caption">A film</figcaption></figure>
<!-- /wp:embed -->

<!-- wp:block {"ref":12} /-->
<!-- wp:latest-posts /-->

Typed in

the old editor."""
    pattern = Entry(
        12, kind="wp_block", content="<!-- wp:paragraph --><p>Twice said.</p><!-- /wp:paragraph -->"
    )
    post = read_one(tmp_path, content, pattern)
    assert written(post) == [
        "A paragraph of two lines.",
        "### Found",
        "- One",
        "<https://films.example/1>",
        "A film",
        "Twice said.",
        "Typed in",
        "the old editor.",
    ]
    assert len(post.notes) == 1
    assert "“latest-posts”" in post.notes[0]


def test_a_footnote_stands_below_what_it_belongs_to(tmp_path: Path) -> None:
    def mark(name: str) -> str:
        return f'<sup data-fn="{name}" class="fn"><a href="#{name}" id="{name}-link">9</a></sup>'

    content = (
        f"<!-- wp:heading --><h2>Found{mark('one')}</h2><!-- /wp:heading -->"
        f"<!-- wp:paragraph --><p>It helps{mark('two')}, again{mark('one')} and"
        f" again{mark('two')}.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->"
        "<!-- wp:paragraph --><p>End.</p><!-- /wp:paragraph -->"
    )
    notes = [{"id": "two", "content": "A <em>little</em>."}, {"id": "one", "content": "By whom?"}]
    post = read_one(tmp_path, content, meta={"footnotes": json.dumps(notes)})
    assert written(post) == [
        "## Found[^1]",
        "[^1]: By whom?",
        "It helps[^2], again[^1] and again[^2].\n\n[^2]: A *little*.",
        "End.",
    ]
    assert "By whom?" in post.words
    assert "9" not in post.words


def test_captions_galleries_and_films(tmp_path: Path) -> None:
    content = f"""[caption id="attachment_7" align="alignleft" width="300"]<a
href="{UPLOADS}/chair.jpg"><img class="wp-image-7" src="{UPLOADS}/chair-300x200.jpg" alt="Seat"
width="300" height="200" /></a> A <em>chair</em> by NN[/caption]

[gallery ids="7,99" columns="2"]

[gallery]

https://films.example/1

[embed width="3"]https://films.example/2[/embed]

[youtube https://films.example/3&w=4]

[video mp4="{UPLOADS}/film.mp4"][/video]"""
    post = read_one(tmp_path, content, PICTURE)
    shown = [f"![A chair]({UPLOADS}/chair.jpg)", "Photo: [Una Reis](https://una.example)"]
    assert written(post) == [
        f"[![Seat]({UPLOADS}/chair-300x200.jpg)]({UPLOADS}/chair.jpg)",
        "A *chair* by NN",
        *shown,
        *shown,
        "<https://films.example/1>",
        "<https://films.example/2>",
        "<https://films.example/3&w=4>",
        f"<{UPLOADS}/film.mp4>",
    ]
    assert post.notes == [
        "A gallery stood in the text, and 1 of its pictures is not in the export. Export anew with"
        " “All content”, or put them in by hand."
    ]


def test_other_commands_stay_as_they_are_and_are_told_of(tmp_path: Path) -> None:
    content = """[contact-form-7 id="3" title="Ask"]

[toc]

Some [box]boxed text[/box], an [[escaped]] one, a [note], [a link](https://a.example) and [1]."""
    post = read_one(tmp_path, content)
    assert " ".join(block.text for block in post.blocks) == (
        '[contact-form-7 id="3" title="Ask"] [toc] Some [box]boxed text[/box], an [escaped] one, '
        "a [note], [a link](https://a.example) and [1]."
    )
    assert len(post.notes) == 1
    assert "[contact-form-7], [toc], [box]." in post.notes[0]


def test_programs_and_other_schemes_are_left_out(tmp_path: Path) -> None:
    content = (
        '<a href="javascript:alert(1)">Click</a> <script>alert(1)</script>'
        '<img src="x" onerror="alert(1)" alt="X"> <iframe src="https://films.example/1"></iframe>'
    )
    texts = "\n".join(block.markdown for block in read_one(tmp_path, content).blocks)
    assert "alert" not in texts
    assert "Click" in texts
    assert "https://films.example/1" in texts


REMARKS = [
    Said(
        3, "A <b>thought</b>\non *this*.\n\n<script>alert(1)</script>Bye", url="http://rui.example"
    ),
    Said(5, "An answer", parent=3, author="In&ecirc;s &amp; Co", url="javascript:alert(1)"),
    Said(6, "An answer to it", parent=5, when="2019-03-05 09:31:00", kind=""),
    Said(8, "Spam", approved="spam"),
    Said(9, "Waits", approved="0"),
    Said(10, "An answer to what waits", parent=9, email=""),
    Said(11, "Elsewhere", kind="pingback"),
    Said(12, "Elsewhere, too", kind="trackback"),
]


def test_comments_that_were_approved_come_along(tmp_path: Path) -> None:
    (post,) = posts = read(tmp_path, [Entry(1, comments=REMARKS)])
    first, second = post.comments
    assert (first.id, first.name, first.email) == (3, "Rui", "rui@reader.example")
    assert first.website == "http://rui.example"
    assert first.text == "A **thought**  \non \\*this\\*.\n\nBye"
    assert str(first.written) == "2019-03-05 09:30:00+00:00"
    assert [reply.text for reply in first.replies] == ["An answer", "An answer to it"]
    assert (first.replies[0].name, first.replies[0].website) == ("Inês & Co", "")
    assert (second.text, second.email, second.replies) == ("An answer to what waits", "", ())
    assert posts.notes == [
        "Left out: 2 comments that were not approved and 2 mentions of the blog on other sites."
    ]
    assert "203.0.113.7" not in str(post)
    assert "Spam" not in str(read_export(tmp_path / "blog.xml")), "There may be thousands of it."


def test_comments_that_answer_each_other_for_ever_are_there_once(tmp_path: Path) -> None:
    remarks = [Said(3, "One", parent=5), Said(5, "Two", parent=3), Said(4, "Three", parent=4)]
    (post,) = read(tmp_path, [Entry(1, comments=remarks)])
    every = [each for comment in post.comments for each in (comment, *comment.replies)]
    assert sorted(each.id for each in every) == [3, 4, 5]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "broken in line 1"),
        ("<rss>\n<channel>\n<item>", "broken in line 3"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "no WordPress export"),
        ("<rss><channel><title>A</title><item><title>B</title></item></channel></rss>", "a feed"),
        (export([Entry(1, kind="page")]), "no posts"),
        (export([Entry(1)])[:-200], "broken in line"),
    ],
)
def test_what_is_no_export_is_told_and_how_to_get_one(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "blog.xml"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadablePostError, match=told) as caught:
        read_posts(path)
    assert "Tools → Export → All content" in str(caught.value)


def test_entities_are_not_followed_and_signs_that_xml_forbids_do_no_harm(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    text = export([Entry(1, title="A\x0bB", content="It helps.\x08")])
    entities = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "yes">]>'
    text = text.replace("<rss", f"{entities}<rss", 1)
    category = '<category domain="category" nicename="x">Sleep&x;&y;</category>'
    text = text.replace("<item>", f"<item>{category}", 1)
    path = tmp_path / "blog.xml"
    path.write_text(text, "utf-8")
    (post,) = read_wordpress(path)
    assert post.details.topics == ["Sleep"]
    assert post.details.title == "A B"


def test_a_bomb_of_entities_is_told_as_a_broken_file(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = export([Entry(1)]).replace("<rss", f'<!DOCTYPE rss [<!ENTITY a0 "a">{levels}]><rss', 1)
    text = text.replace("<item>", '<item><category domain="&a11;">A</category>', 1)
    (tmp_path / "blog.xml").write_text(text, "utf-8")
    with pytest.raises(UnreadablePostError, match="broken"):
        read_wordpress(tmp_path / "blog.xml")
