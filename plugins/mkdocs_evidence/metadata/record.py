"""What is known of a page, whatever program makes the site."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.pictures import Picture
from mkdocs_evidence.settings import Author

from .names import csl_name_of


@dataclass(frozen=True)
class SiteRecord:
    """A site.

    Attributes:
        name: What it is called.
        home: Its full address, with a slash at its end; empty where it is not set.
        description: What it is about.
        language: Its language.
    """

    name: str
    home: str
    description: str
    language: str


@dataclass(frozen=True)
class Writer:
    """Somebody who wrote a post.

    Attributes:
        author: Who it is.
        url: The full address of a page about the author; empty where there is none.
    """

    author: Author
    url: str = ""

    @property
    def name(self) -> Mapping[str, str]:
        """The name in its parts, as CSL-JSON has them."""
        return csl_name_of(self.author)

    @property
    def is_organisation(self) -> bool:
        """Whether it is no person."""
        return "literal" in self.name


@dataclass(frozen=True)
class Work:
    """A work that a post cites.

    Attributes:
        item: The work as an item of CSL-JSON.
        notices: What notices there are about it, the gravest first.
    """

    item: Mapping[str, Any]
    notices: Sequence[NoticeKind] = ()


@dataclass(frozen=True)
class PageRecord:
    """A page of a site.

    All texts are plain text, and all addresses are full, those of pictures too.

    Attributes:
        site: The site.
        title: The title of the page.
        description: What the page is about.
        url: Its address; empty where that of the site is not set.
        language: Its language.
        card: The picture that stands for it where it is shared.
        is_home: Whether it is the first page of the site.
    """

    site: SiteRecord
    title: str
    description: str
    url: str
    language: str
    card: Picture | None = None
    is_home: bool = False


@dataclass(frozen=True)
class PostRecord:
    """A post.

    Attributes:
        page: Its page.
        published: The day on which it appeared.
        updated: The day of its last change, if it was changed.
        writers: Those who wrote it.
        topics: Its topics.
        tags: Its tags.
        picture: The picture at its head.
        article: The work that it discusses.
        cited: The works that it cites, the discussed one among them.
        comments: The address at which it is discussed; empty where there is none.
        is_draft: Whether it is still being written, so that search engines are not to show it.
    """

    page: PageRecord
    published: datetime.date
    updated: datetime.date | None = None
    writers: Sequence[Writer] = ()
    topics: Sequence[str] = ()
    tags: Sequence[str] = ()
    picture: Picture | None = None
    article: Work | None = None
    cited: Sequence[Work] = ()
    comments: str = ""
    is_draft: bool = False
