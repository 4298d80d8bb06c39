"""The panel of a post: the study, and what it found, at a glance."""

from __future__ import annotations

from mkdocs_evidence.effects import effect_in_words
from mkdocs_evidence.templates import render

from .post import Post


def panel(post: Post) -> str:
    """Return the panel of a post as HTML; empty where its summary has no evidence."""
    evidence = post.summary.evidence
    if evidence is None:
        return ""
    effects = [effect_in_words(outcome, evidence, post.words) for outcome in evidence.outcomes]
    return render("panel.html.jinja", evidence=evidence, effects=effects, words=post.words)
