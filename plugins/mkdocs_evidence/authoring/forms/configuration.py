"""What the form has to know of a site: its fields, the names to choose from, its folder."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from mkdocs_evidence.authoring.items import year_of
from mkdocs_evidence.authoring.words import without_tags
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.posts import heading
from mkdocs_evidence.reading import section_names
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import summary_model

from .fields import Field, FormFields

FORMATS = {"yaml": "evidence-yaml", "yml": "evidence-yaml-yml", "md": "evidence-markdown"}
"""The names under which the scripts read and write files, by their endings. A collection that tells
its ending itself could not have a file in Markdown read by our scripts."""

_COLLECTIONS = {
    "yaml": ("summaries", "Summaries"),
    "md": ("summaries_md", "Markdown files"),
    "yml": ("summaries_yml", "Ending in .yml"),
}
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST_NAME = 60
_LONGEST_TITLE = 90
_FIRST = ("draft", "title", "date", "article", "topics", "lead")
_THEN = ("conclusion", "image", "evidence")
_RICH_TEXT: Field = {
    # A heading of level two begins a section; what is struck through, our Markdown does not know.
    "buttons": [
        *("bold", "italic", "link", "heading-three", "heading-four"),
        *("bulleted-list", "numbered-list", "quote"),
    ],
    "editor_components": ["image"],
    "linked_images": False,
    "use_emoji_autocomplete": False,
}
_PHOTO: Field = {"format": "webp", "quality": 85, "width": 1600, "height": 1600}
_PICTURES: Field = {
    # A photo is made as large as the guide advises, and does not tell any more where it was taken.
    "default": {
        "config": {
            "slugify_filename": True,
            "transformations": {"jpeg": _PHOTO, "heic": _PHOTO},
        }
    },
    # Pictures come from the author's own computer; collections of others would be asked otherwise.
    "stock_assets": False,
}
_SOURCE: Field = {"name": "_source", "widget": "hidden"}
"""The text of the file, which the scripts need to change no more of it than the author did."""


def form_configuration(
    settings: Settings,
    library: Library,
    folder: str,
    endings: Collection[str] = (),
    *,
    name: str = "",
    title: str = "",
) -> dict[str, Any]:
    """Return all that the form has to know of a site.

    Args:
        settings: What the site sets.
        library: The bibliography, of which one entry is the article.
        folder: The folder of the summaries, named from that which the author opens.
        endings: How the files there end, without the full stop.
        name: What the folder is called that the author opens.
        title: What the site is called.

    Returns:
        ``cms``: the configuration of Sveltia CMS.
        ``shapes``: what fields are in a summary's file, as `FormFields.shapes`.
        ``needed``: what a post needs to be published: what the form calls it, by its way.
        ``sections``: the section for each name that a heading in the Markdown form begins with.
        ``headings``: the usual heading of each section.
    """
    fields = FormFields(settings.section_ids, _choices(settings, library))
    written = _in_order(fields.of_group(summary_model(settings.section_ids)), settings)
    return {
        "cms": {
            "load_config_file": False,
            "app_title": title or "Summaries",
            "backend": _backend(settings, name),
            "media_folder": folder,
            "media_libraries": _PICTURES,
            "show_preview_links": False,
            "editor": {"preview": False},
            "output": {"omit_empty_optional_fields": True},
            "field_defaults": {"richtext": _RICH_TEXT},
            "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": _LONGEST_NAME},
            "collections": [
                _collection(ending, folder, written)
                for ending in FORMATS
                if ending == "yaml" or ending in endings
            ],
        },
        "shapes": fields.shapes,
        "needed": _needed(written, settings),
        "sections": section_names(settings),
        "headings": _headings(settings),
    }


def _choices(settings: Settings, library: Library) -> dict[str, Mapping[str, str]]:
    works = {key: _work(library, key) for key in library}
    return {
        "topics": {name: name for name in settings.topics},
        "authors": {short: author.name for short, author in settings.authors.items()},
        "article.key": dict(sorted(works.items(), key=lambda work: work[1].casefold())),
    }


def _work(library: Library, key: str) -> str:
    """Return what a work is called in a list: who, when, what, and its key."""
    item = library.csl(key)
    people = item.get("author") or item.get("editor") or []
    names = [str(name.get("family") or name.get("literal") or "") for name in people]
    who = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    year = year_of(item)
    title = without_tags(str(item.get("title", "")))
    if len(title) > _LONGEST_TITLE:
        title = f"{title[:_LONGEST_TITLE].rpartition(' ')[0]} …"
    whose = " ".join(filter(None, (who, f"({year})" if year else "")))
    return f"{': '.join(filter(None, (whose, title)))} [{key}]"


def _in_order(fields: list[Field], settings: Settings) -> list[Field]:
    """Return the fields in the order in which a post is written, with what only the site knows."""
    named = {field["name"]: field for field in fields}
    for name in ("date", "draft"):
        named[name]["required"] = False
    for name, usual in _headings(settings).items():
        named[name]["label"] = usual
    named["image"] |= {"collapsed": "auto", "summary": "{{file}}"}
    named["evidence"] |= {"collapsed": "auto", "summary": "{{design}}"}
    named["draft"] |= {"default": True}
    named["date"] |= {"default": "{{now}}"}
    order = (*_FIRST, *settings.section_ids, *_THEN)
    return [*(named[name] for name in order), *(f for f in fields if f["name"] not in order)]


def _headings(settings: Settings) -> dict[str, str]:
    names = (*settings.section_ids, "conclusion")
    return {name: heading(name, settings, settings.language) for name in names}


def _needed(fields: list[Field], settings: Settings) -> dict[str, str]:
    """Return what a post has to have, but need not while it is a draft, and what it is called."""
    labels = {field["name"]: field["label"] for field in fields}
    texts = [f"{name}.text" for name in settings.section_ids]
    return {path: labels[path.partition(".")[0]] for path in ("date", "article.key", *texts)}


def _collection(ending: str, folder: str, fields: list[Field]) -> dict[str, Any]:
    name, label = _COLLECTIONS[ending]
    return {
        "name": name,
        "label": label,
        "label_singular": "Summary",
        "folder": folder,
        "format": FORMATS[ending],
        "create": ending == "yaml",
        # With a summary, Sveltia would delete all pictures in the folder of the summaries.
        "delete": False,
        "identifier_field": "title",
        "slug": "{{title}}",
        "summary": "{{title}}{{draft | ternary(' (draft)', '')}}",
        "media_folder": "",
        "public_folder": "",
        "sortable_fields": {
            "fields": ["date", "title"],
            "default": {"field": "date", "direction": "descending"},
        },
        "view_filters": [{"label": "Drafts", "field": "draft", "pattern": True}],
        "fields": [*fields, _SOURCE],
    }


def _backend(settings: Settings, name: str) -> dict[str, Any]:
    """Return where the files are, besides a folder of the computer.

    Without a repository a name is made up, for the CMS does not begin without one.
    """
    forms = settings.forms
    made_up = "-".join(_PLAIN.findall(name)) or "site"
    github = {
        "name": "github",
        "repo": forms.repository or f"local/{made_up}",
        "branch": forms.branch,
        "auth_methods": ["token"],
    }
    if forms.sign_in:
        return github | {"base_url": forms.sign_in, "auth_methods": ["oauth", "token"]}
    return github
