"""What the templates of the theme can ask for, and the templates that they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader
from mkdocs.structure.files import Files

from mkdocs_evidence.languages import catalogue, lang_attribute
from mkdocs_evidence.qr import kept_code

from .feeds import Feeds
from .metadata import Metadata
from .pages import Pages
from .pictures import SitePictures
from .threads import Counted


def template_values(
    pages: Pages, files: Files, metadata: Metadata, pictures: SitePictures, feeds: Feeds
) -> dict[str, object]:
    """Return what the templates find under the name ``evidence``."""
    settings = pages.project.settings
    return {
        "settings": settings,
        "catalogue": catalogue,
        "lang": lang_attribute,
        "help": _address(settings.help, files),
        "legal": _address(settings.legal, files),
        "topics": pages.blog.topics() if pages.blog else {},
        "qr": partial(kept_code, cache=pages.project.cache),
        "css_string": css_string,
        "head": metadata.head,
        "cite": metadata.cite,
        "counted": Counted(pages),
        "picture": pictures.of,
        "feeds": feeds.announced_on,
        "looks_across": pages.looks_across,
    }


def _address(page: str | None, files: Files) -> str:
    """Return the address of a page, from the root of the site; empty where there is none."""
    file = files.get_file_from_path(page or "")
    return file.url if file else ""


def css_string(text: str) -> str:
    """Return a text as a string of CSS, which holds nothing that could end it or its element."""
    signs = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
    return f'"{"".join(signs)}"'


def with_theme_below(loader: BaseLoader | None, folders: Sequence[str], ours: str) -> ChoiceLoader:
    """Return a loader of templates that knows those of the theme also as ``theme/…``.

    So a template of ours may extend the theme's of the same name, and a site's own ``main.html``
    extends ours without knowing of it.

    Args:
        loader: What loads the templates of the site.
        folders: Where it looks, one after the other.
        ours: The one of these that is ours; those after it are the theme's.
    """
    below = folders[list(folders).index(ours) + 1 :]
    loaders: list[BaseLoader] = [PrefixLoader({"theme": FileSystemLoader(below)})]
    return ChoiceLoader([loader, *loaders] if loader else loaders)
