"""The page of a post, as Markdown with the HTML that gives it its shape."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from mkdocs_evidence.comments import Commented, comments_html
from mkdocs_evidence.languages import catalogue, lang_attribute
from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.settings import Settings, in_language
from mkdocs_evidence.summary import Image
from mkdocs_evidence.templates import render

from .panel import panel
from .post import Post, heading
from .text import as_cited_markdown, as_markdown, with_blocks_apart, without_footnotes

_URL_SIGNS = ":/?#[]@!$&'()*+,;=%~"
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})
_LINK_TARGET = re.compile(r"^ {0,3}\[[^\]^@][^\]]*\]:[ \t]*\S.*$", re.MULTILINE)
_COMMENT_LINK = re.compile(r"\[([^\[\]]*)\]\(#comment\)")


@dataclass(frozen=True)
class Place:
    """Where a post stands on the site.

    Attributes:
        url: Its full address; empty where the site's address is not set.
        topics: For each of its topics, the address of that topic's page, from the post's own.
        comments: Where it finds what it loads of comments once a reader asks, with a slash at the
            end.
    """

    url: str = ""
    topics: Mapping[str, str] = field(default_factory=dict)
    comments: str = ""


@dataclass(frozen=True)
class ArticleCard:
    """What a post shows of the article it discusses.

    Attributes:
        reference: The reference, as HTML.
        link: The address of the article; empty where it has none.
    """

    reference: str
    link: str = ""


def post_page(
    post: Post,
    place: Place,
    article: ArticleCard | None,
    banner: str = "",
    warned_of: NoticeKind | None = None,
) -> str:
    """Return the whole page of a post, as Markdown.

    Args:
        post: The post.
        place: Where it stands on the site.
        article: What it shows of the article it discusses.
        banner: What readers are told before they read it, as HTML.
        warned_of: What of the article they are warned of, if of anything.
    """
    invited = ""
    if post.summary.comments:
        commented = post.commented(place.url)
        invited = comments_html(post.settings.comments, commented, post.words, place.comments)
    return render(
        "post.md.jinja",
        post=post,
        summary=post.summary,
        title=as_markdown(post.summary.title),
        sections=_parts(post),
        lead=with_blocks_apart(post.summary.lead or ""),
        conclusion=with_blocks_apart(
            post.summary.conclusion.text if post.summary.conclusion else ""
        ),
        conclusion_heading=post.conclusion_heading.translate(_BRACES),
        image=_picture(post.summary.image),
        funding=_with_citations(post.summary.funding),
        conflicts=_with_citations(post.summary.conflicts),
        words=post.words,
        topics=place.topics,
        topics_lang=lang_attribute(post.settings.language, post.language),
        article=article,
        banner=banner,
        panel=panel(post, warned_of),
        licence=post.summary.article.licence if post.summary.article else None,
        byline=byline(post),
        introduction=standing_introduction(post.settings, post.language, can_comment=bool(invited)),
        invitation=invited,
        invitation_text=post.words.text("comments_invitation"),
        notice=in_language(post.settings.notice, post.language),
    )


def _with_citations(text: str | None) -> str:
    return as_cited_markdown(text or "")


@dataclass(frozen=True)
class _Picture:
    """The image of a post in the form that Markdown wants: all three texts are Markdown."""

    file: str
    alt: str
    credit: str


def _picture(image: Image | None) -> _Picture | None:
    if not image:
        return None
    credit = image.credit or ""
    if image.credit_url:
        credit = f"[{credit or image.credit_url}](<{quote(image.credit_url, safe=_URL_SIGNS)}>)"
    parts = [part for part in (credit, as_markdown(image.licence or "")) if part]
    return _Picture(quote(image.file), as_markdown(image.alt), " · ".join(parts))


@dataclass(frozen=True)
class _Part:
    """A section in the form that the page wants.

    Attributes:
        name: The name of the section.
        heading: Its heading, as Markdown.
        usual_heading: What it is called in other posts.
        label: The attribute that tells so, where the heading does not.
        text: What it says, as Markdown.
    """

    name: str
    heading: str
    usual_heading: str
    label: str
    text: str


def _parts(post: Post) -> list[_Part]:
    """Return the sections of a post; braces in a heading would end the heading's own id."""
    parts = []
    for name, own_heading, section in post.sections:
        usual = heading(name, post.settings, post.language)
        is_named = usual.casefold() in own_heading.casefold()
        label = "" if is_named else f' data-name="{escape(usual).translate(_BRACES)}"'
        text = with_blocks_apart(section.text)
        parts.append(_Part(name, own_heading.translate(_BRACES), usual, label, text))
    return parts


def byline(post: Post) -> str:
    """Return who wrote the post, when, in which language and how long it is, as Markdown."""
    words = post.words
    names = [
        f"[{as_markdown(author.name)}]({_relative(author.page, post.uri)})"
        if author.page
        else as_markdown(author.name)
        for author in post.authors
    ]
    day = post.summary.date
    parts = [f'<time datetime="{day}">{words.date(day)}</time>']
    if names:
        parts.insert(0, words.text("by", authors=words.listed(names)))
    if post.summary.updated:
        changed = post.summary.updated
        date = f'<time datetime="{changed}">{words.date(changed)}</time>'
        parts.append(words.text("updated", date=date))
    parts += [words.own_name(), reading_time(post)]
    return '<span class="evidence-dot"> · </span>'.join(parts)


def reading_time(post: Post) -> str:
    """Return how long it takes to read the post, in its language."""
    if post.minutes == 1:
        return post.words.text("minute")
    return post.words.text("minutes", count=post.minutes)


def excerpt(post: Post, banner: str = "") -> str:
    """Return what stands on listings: the title, the banner and the lead, as Markdown.

    The targets of links may be written below any section, so that they come along. The title has an
    id of its own: those that Markdown makes are alike for titles without a Latin letter.
    """
    title = f"{as_markdown(post.summary.title)} {{ #post-{quote(post.slug)} }}"
    lead = with_blocks_apart(without_footnotes(post.summary.lead or ""))
    targets = "\n".join(_LINK_TARGET.findall("\n".join(post.summary.texts)))
    return f"# {title}\n\n{banner}\n{lead}\n\n{targets}\n"


def standing_introduction(settings: Settings, language: str, *, can_comment: bool) -> str:
    """Return the site's standing introduction in a language, as Markdown.

    Where readers cannot comment, its link to the place of the comments is plain text.
    """
    text = in_language(settings.introduction, language)
    return text if can_comment else _COMMENT_LINK.sub(r"\1", text)


def listing_foot(settings: Settings, title: str, url: str) -> str:
    """Return what stands below the posts on the home page, as Markdown."""
    words = catalogue(settings.language)
    return render(
        "foot.md.jinja",
        words=words,
        invitation_text=words.text("comments_invitation_home"),
        invitation=comments_html(settings.comments, Commented(title, url), words),
        notice=in_language(settings.notice, settings.language),
    )


def problem_page(name: str, problems: Sequence[Problem], language: str) -> str:
    """Return a page that tells the author what is wrong with a summary, as Markdown."""
    return render(
        "problem.md.jinja",
        name=as_markdown(name),
        problems=sorted(set(problems)),
        words=catalogue(language),
    )


def _relative(page: str, uri: str) -> str:
    return quote(posixpath.relpath(page, posixpath.dirname(uri) or "."))
