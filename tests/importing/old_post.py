"""An old post of a thousand words, and the same in each kind of file that can be imported.

The post and all who are named in it are invented; its DOI is of the prefix that is kept for such.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

DOI = "10.5555/walks"
TITLE = "Ten minutes outside: can a short walk lift a low mood?"
TOPICS = "Topics: Depression, Everyday life"
BYLINE = "By Ana Exemplo, 3 March 2019"
INVITATION = (
    "If this post makes you think of something, please leave a comment below; I read every one."
)
DISCUSSED = (
    "Discussion of: Fox, B., & Day, A. (2018). Ten minutes of walking and the mood of adults in "
    "primary care: A randomised trial. *Journal of Invented Results*, *12*(3), 45–58. "
    f"https://doi.org/{DOI}"
)
ALT = "A gravel path between two rows of bare trees"
PICTURE = "gravel-path.jpg"
CREDIT = "Photo: Caro Müller, CC BY 4.0"
COPYRIGHT = "© 2019 Ana Exemplo. All rights reserved."
_BODY = """\
“I know that I should go out,” a man told me last winter, “but by the time I have found my shoes
the day is over.” He was not lazy. He was depressed, and each small thing had become a long
staircase. Many of my clients know this staircase. They have been told to exercise, and the word
alone makes them tired: it smells of a sports hall, of a plan on the fridge, of one more thing
at which to fail.

So I was curious when a colleague sent me a study with a very modest question. Its authors did
not ask whether sport cures depression. They asked whether *ten minutes of walking*, on most
days, does anything at all for people who feel low, and whether it matters if somebody walks
along. What did they find? And what could it mean for a person who cannot find the shoes?

## The study

Bo Fox and Ada Day worked with eleven practices of family doctors in a mid-sized town. Over two
winters they invited adults who had come with a low mood and who moved little. In the end 312
people took part, two thirds of them women, from 19 to 74 years old. About half were taking an
antidepressant when the study began, and nobody was asked to stop.

A computer drew lots and made three groups:

- The first group received a leaflet about moving more, as they would have had anyway.
- The second was asked to walk for ten minutes on five days a week, wherever they liked.
- The third did the same, but on two of these days a volunteer from the neighbourhood came to
  the door and walked along.

After six weeks everybody filled in a questionnaire with nine questions, on which fewer points
are better. Those who did the counting did not know who had been in which group. In the leaflet
group the mean had fallen by 1.4 points, in the group that walked alone by 2.1, and in the group
with company by 3.9 points. The difference between company and leaflet was 2.5 points (95%
confidence interval 1.2 to 3.8). Between walking alone and the leaflet it was 0.7 points, and
the interval went from −0.6 to 2.0, so that it may well have been chance.

Three months later a good part of this was still there in the group with company, though less of
it. What struck me most stands in a table near the end: of those with company, 81 in 100 still
went out after six weeks; of those who walked alone, 46.

## What this means for practice

If you are low yourself, the first message is kind: ten minutes count. You do not need to sweat,
to own the right clothes, or to like it. You may turn round at the corner. A walk that is over
quickly is still a walk, and tomorrow is another day.

The second message is about company. When I am depressed, my own promises weigh little, while a
person at the door weighs a lot. It need not be a professional. It may be the neighbour with the
old dog, a sister who calls at ten past nine, or a friend in another town who walks at the same
hour and sends a picture of the sky. If you love somebody who is low, “shall we walk to the
bridge and back?” may help more than “you should get some exercise”.

For colleagues I see a practical point. We tend to plan activities with our clients and then to
leave them alone with the plan. Perhaps the plan is the smaller part. In my own sessions I now
ask first: *who could come along?* Sometimes the answer is nobody, and then that is what we have
to talk about. Now and then I put on my coat, and we spend the hour outside.

None of this takes the place of treatment. People in the study kept their medicine and their
therapy, and the walk came on top. It has company in the literature, too: an older overview of
[exercise and mood](https://doi.org/10.5555/exercise) points the same way.

## Limitations

The participants knew what they were given, and somebody who is visited may wish to please the
visitor when the questionnaire comes. The volunteers brought more than their legs: they
listened. Whether it was the walking, the company or the sky, the study cannot tell, and I would
have liked a fourth group, with company and tea on the sofa.

Six weeks are short. Of the 312 people 41 were lost before the end, most of them from the group
that walked alone, and it is likely that those who felt worst did not return the questionnaire.
People who were in danger of taking their lives were not admitted at all, so for them the study
says nothing. And eleven practices in one town are not the world: where streets are dark, or the
heat is great, a walk is a different thing.

Finally, a difference of 2.5 points is a mean. Some felt much better, some did not feel better
at all, and a few felt worse. The article does not say how many.

## Conclusion

A short walk is no cure, and nobody should be sent home with it. But when somebody comes along,
ten minutes on most days seem to lift a low mood a little, and a little can be the first step of
the staircase. If you would like to try it, do not begin with the shoes. Begin with a telephone,
and ask someone to ring at your door.
"""

_EMPHASIS = re.compile(r"\*([^*]+)\*")
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def _pieces(text: str) -> list[list[str]]:
    """Return the headings, paragraphs and lists of a text, each as its lines."""
    joined = [re.sub(r"\n(?!- )(?: {2})?", " ", piece) for piece in text.strip().split("\n\n")]
    return [piece.split("\n") for piece in joined]


BODY = _pieces(_BODY)
HEAD = [TOPICS, BYLINE, f"*{INVITATION}*", DISCUSSED]
"""What stands between the title and the first sentence."""


def is_list(piece: list[str]) -> bool:
    """Say whether a piece of the post is a list."""
    return piece[0].startswith("- ")


def heading_in(piece: list[str]) -> str:
    """Return the heading that a piece of the post is; empty for all else."""
    return piece[0].removeprefix("## ") if piece[0].startswith("## ") else ""


def with_picture(picture: list[str]) -> list[list[str]]:
    """Return the text with what there is of its picture before the first heading."""
    first = next(number for number, piece in enumerate(BODY) if heading_in(piece))
    return [*BODY[:first], *([line] for line in picture), *BODY[first:]]


def as_markdown() -> str:
    """Return the post as a page of a Markdown blog."""
    texts = ["\n".join(piece) for piece in with_picture([f"![{ALT}]({PICTURE})", CREDIT])]
    return "\n\n".join([f"# {TITLE}", *HEAD, *texts, COPYRIGHT]) + "\n"


def as_text() -> str:
    """Return the post as it is pasted into an editor of plain text, where no picture can be."""
    texts = [heading_in(piece) or "\n".join(piece) for piece in with_picture([CREDIT])]
    return "\n\n".join(map(_plain, [TITLE, *HEAD, *texts, COPYRIGHT])) + "\n"


def _plain(text: str) -> str:
    return _EMPHASIS.sub(r"\1", _LINK.sub(r"\1 (\2)", text))


def _html(text: str) -> str:
    shown = _PICTURE.sub(r'<img src="\2" alt="\1">', escape(text, quote=False))
    linked = _LINK.sub(r'<a href="\2">\1</a>', shown)
    return _EMPHASIS.sub(r"<em>\1</em>", linked)


def short_html(picture: str) -> str:
    """Return a short post: of each part no more than its first paragraph."""
    pieces = with_picture([f"![{ALT}]({picture})", CREDIT])
    before = [[""], *pieces]
    kept = [
        piece
        for last, piece in zip(before, pieces, strict=False)
        if piece[0].startswith(("![", CREDIT)) or heading_in(piece) or heading_in(last)
    ]
    return _as_html([BODY[0], *kept])


def body_html(picture: str = PICTURE) -> str:
    """Return what stands below the title, in HTML."""
    return _as_html(with_picture([f"![{ALT}]({picture})", CREDIT]))


def _as_html(pieces: list[list[str]]) -> str:
    parts = [f"<p>{_html(each)}</p>" for each in HEAD]
    for piece in pieces:
        if heading := heading_in(piece):
            parts.append(f"<h2>{heading}</h2>")
        elif is_list(piece):
            items = "".join(f"<li>{_html(line.removeprefix('- '))}</li>" for line in piece)
            parts.append(f"<ul>{items}</ul>")
        else:
            parts.append(f"<p>{_html(piece[0])}</p>")
    return "\n".join([*parts, f"<p>{COPYRIGHT}</p>"])


def as_html() -> str:
    """Return the post as a page of the web, with a menu."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head>'
        '<body><nav><a href="/">Home</a> <a href="/about">About me</a></nav>'
        f"<article><h1>{TITLE}</h1>{body_html()}</article></body></html>"
    )


def as_docx() -> bytes:
    """Return the post as Word saves it."""
    parts = [_paragraph(TITLE, "Title"), *map(_paragraph, HEAD)]
    for piece in with_picture([CREDIT]):
        if heading := heading_in(piece):
            parts.append(_paragraph(heading, "Heading1"))
        elif is_list(piece):
            parts += [_paragraph(line.removeprefix("- "), "ListBullet") for line in piece]
        else:
            parts.append(_paragraph(piece[0]))
    parts.append(_paragraph(COPYRIGHT))
    named = {"Title": "Title", "Heading1": "heading 1", "ListBullet": "List Bullet"}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in named.items()
    )
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        file.writestr(
            "word/_rels/document.xml.rels",
            _relations(
                ("hyperlink", "https://doi.org/10.5555/exercise"),
                ("styles", "styles.xml"),
                ("numbering", "numbering.xml"),
            ),
        )
        file.writestr("word/numbering.xml", _NUMBERING)
        file.writestr("word/styles.xml", f"<w:styles {_NAMES}>{styles}</w:styles>")
        body = f"<w:document {_NAMES}><w:body>{''.join(parts)}</w:body></w:document>"
        file.writestr("word/document.xml", body)
    return kept.getvalue()


_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


_NUMBERING = (
    f'<w:numbering {_NAMES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_OUTSIDE = ' TargetMode="External"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _relations(*targets: tuple[str, str]) -> str:
    """Return the file that says how one file of a package is related to others."""
    related = "".join(
        f'<Relationship Id="r{number}" Target="{target}" Type="{_OFFICE}/{kind}"'
        f"{_OUTSIDE if kind == 'hyperlink' else ''}/>"
        for number, (kind, target) in enumerate(targets, start=1)
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{related}</Relationships>'


def _paragraph(text: str, style: str = "") -> str:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    more = listed if style == "ListBullet" else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>' if style else ""
    runs = re.split(r"(\*[^*]+\*|\[[^\]]+\]\([^)]+\))", text)
    return f"<w:p>{properties}{''.join(map(_run, filter(None, runs)))}</w:p>"


def _run(text: str) -> str:
    if link := _LINK.fullmatch(text):
        return f'<w:hyperlink r:id="r1">{_run(link[1])}</w:hyperlink>'
    emphasis = _EMPHASIS.fullmatch(text)
    properties = "<w:rPr><w:i/></w:rPr>" if emphasis else ""
    shown = escape(emphasis[1] if emphasis else text, quote=False)
    return f'<w:r>{properties}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def as_wordpress() -> str:
    """Return the post in an export of WordPress, which has it on its own."""
    return export(item(1, TITLE, body_html("https://old.example.org/wp-content/gravel-path.jpg")))


def export(items: str) -> str:
    """Return an export of WordPress with these items."""
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0"'
        ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old blog</title>'
        "<wp:wxr_version>1.2</wp:wxr_version>"
        "<wp:base_site_url>https://old.example.org</wp:base_site_url>"
        "<wp:base_blog_url>https://old.example.org</wp:base_blog_url>"
        "<wp:author><wp:author_login>ana</wp:author_login>"
        "<wp:author_display_name>Ana Exemplo</wp:author_display_name></wp:author>"
        f"{items}</channel></rss>"
    )


def item(number: int, title: str, body: str, comments: str = "", slug: str = "") -> str:
    """Return one post of an export."""
    slug = slug or f"old-post-{number}"
    return (
        f"<item><title>{escape(title)}</title>"
        f"<link>https://old.example.org/2019/03/{slug}/</link><dc:creator>ana</dc:creator>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        "<wp:post_date>2019-03-03 09:00:00</wp:post_date>"
        "<wp:post_date_gmt>2019-03-03 08:00:00</wp:post_date_gmt>"
        f"<wp:post_name>{slug}</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_parent>0</wp:post_parent><wp:post_type>post</wp:post_type>"
        '<category domain="category" nicename="depression">Depression</category>'
        f"{comments}</item>"
    )


def comment(number: int, text: str, answers: int = 0) -> str:
    """Return one comment of a post in an export."""
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id>"
        "<wp:comment_author>Kit</wp:comment_author>"
        "<wp:comment_author_email>kit@example.org</wp:comment_author_email>"
        "<wp:comment_author_url></wp:comment_author_url>"
        "<wp:comment_date>2019-03-04 10:00:00</wp:comment_date>"
        "<wp:comment_date_gmt>2019-03-04 09:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content><![CDATA[{text}]]></wp:comment_content>"
        "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>"
        f"<wp:comment_parent>{answers}</wp:comment_parent></wp:comment>"
    )


FILES: Mapping[str, bytes] = {
    "post.docx": as_docx(),
    "post.html": as_html().encode(),
    "post.md": as_markdown().encode(),
    "post.txt": as_text().encode(),
    "post.xml": as_wordpress().encode(),
}
"""The post in each kind of file."""
