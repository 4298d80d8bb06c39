"""The pictures of the pages of MkDocs: their sizes, that of a post, and the cards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_evidence.pictures import (
    CARD_SIZE,
    Card,
    Picture,
    PictureFile,
    Size,
    can_be_drawn,
    drawn,
    media_type,
    with_sizes,
)
from mkdocs_evidence.posts import Post

from .assets import FOLDER
from .pages import Pages

_ANYWHERE = "https://localhost/"
"""What stands for the address of a site that has none."""


class SitePictures:
    """The pictures of one build.

    Args:
        pages: The pages of the site.
        config: What the site sets.
    """

    def __init__(self, pages: Pages, config: MkDocsConfig) -> None:
        self._pages = pages
        self._project = pages.project
        self._has_address = bool(config.site_url)
        self._home = config.site_url or _ANYWHERE
        self._folder = Path(config.site_dir).resolve()
        self._site_card = Card(config.site_name, about=config.site_description or "")
        self._sizes: dict[str, Size | None] = {}

    def of(self, page: Page) -> Picture | None:
        """Return the picture at the head of a post; None where there is none."""
        post = self._pages.post_of(page)
        if post is None or post.summary.image is None:
            return None
        image = post.summary.image
        file = self.file_of(post)
        size = file.size if file else None
        kind = media_type(image.file)
        return Picture(
            quote(image.uri(post.uri)),
            image.alt,
            kind,
            *((size.width, size.height) if size else ()),
        )

    def file_of(self, post: Post) -> PictureFile | None:
        """Return what is known of the file of that picture."""
        if post.summary.image is None:
            return None
        folder = self._project.files[post.uri].path.parent
        return self._project.pictures.file(folder / post.summary.image.file)

    def card(self, page: Page | None) -> Picture | None:
        """Return the card of a page: a post has its own, and all other pages have the site's.

        The site's stands also for a post whose title has signs that cannot be drawn. There is
        none where the site has no address, for nobody outside could fetch it.
        """
        if not self._has_address:
            return None
        post = self._pages.post_of(page) if page else None
        if post and can_be_drawn(card := self._card_of(post)):
            return _picture(quote(_name(post)), card)
        if can_be_drawn(self._site_card):
            return _picture(f"{FOLDER}/card.png", self._site_card)
        return None

    def write_cards(self) -> None:
        """Write all cards to the built site."""
        if not self._has_address:
            return
        cards = {_name(post): self._card_of(post) for _, post in self._pages.posts()}
        cards[f"{FOLDER}/card.png"] = self._site_card
        for name, card in cards.items():
            if can_be_drawn(card):
                path = self._folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(drawn(card, self._project.cache))

    def sized(self, html: str, page: Page, *, whole_page: bool = True) -> str:
        """Return the HTML of a page, or of its content, with the sizes of its pictures."""
        base = urljoin(self._home, page.url)
        return with_sizes(html, partial(self._size, base), whole_page=whole_page)

    def _card_of(self, post: Post) -> Card:
        names = [author.name for author in post.authors]
        site = self._pages.site_name
        summary = post.summary
        return Card(summary.title, site, topics=(*summary.topics,), author=post.words.listed(names))

    def _size(self, base: str, address: str) -> Size | None:
        """Return the size of a picture of the site; None for those of others."""
        try:
            full = urljoin(base, address)
            if full not in self._sizes:
                self._sizes[full] = self._size_at(full)
        except ValueError:  # this is no address
            return None
        return self._sizes[full]

    def _size_at(self, address: str) -> Size | None:
        if not address.startswith(self._home) or address == self._home:
            return None
        path = (self._folder / unquote(urlsplit(address[len(self._home) :]).path)).resolve()
        if not path.is_relative_to(self._folder):
            return None
        file = self._project.pictures.file(path)
        return file.size if file else None


def _name(post: Post) -> str:
    return f"{FOLDER}/cards/{post.slug}.png"


def _picture(url: str, card: Card) -> Picture:
    return Picture(url, card.title, media_type(url), CARD_SIZE.width, CARD_SIZE.height)
