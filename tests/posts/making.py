"""Posts for tests."""

from __future__ import annotations

from typing import Any

from mkdocs_evidence.posts import Post
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import summary_model

FIELDS: dict[str, Any] = {
    "title": "Small steps",
    "date": "2026-02-10",
    "article": {"key": "richards2016", "licence": "CC BY 4.0"},
    "image": {"file": "chair.svg", "alt": "A chair."},
    "lead": "Can it help?",
    "study": "They asked.",
    "implications": "It may mean much.",
    "limitations": "It cannot tell all.",
    "conclusion": "It helps.",
}
SITE: dict[str, Any] = {
    "authors": {"ana": {"name": "Ana Exemplo", "page": "about.md"}, "rui": {"name": "Rui & Co"}},
    "author": "ana",
    "comments": {"provider": "email", "address": "ana@example.org"},
    "introduction": {"en": "Welcome; [please comment](#comment).", "pt": "Seja bem-vinda."},
    "notice": {"en": "No substitute for therapy.", "pt": "Não substitui a terapia."},
}


def site(**options: Any) -> Settings:
    """Return the settings of a site; an option that is None is left out."""
    return Settings.model_validate({k: v for k, v in (SITE | options).items() if v is not None})


def post(
    settings: Settings | None = None, uri: str = "summaries/small-steps.yaml", **fields: Any
) -> Post:
    """Return a post; a field that is None is left out."""
    settings = settings or site()
    written = {k: v for k, v in (FIELDS | fields).items() if v is not None}
    return Post(summary_model(settings.section_ids).model_validate(written), uri, settings)
