"""The ids of all kinds of problems, so that a misspelt one is found before anything runs."""

from __future__ import annotations

from typing import Literal, TypeGuard, get_args

RuleId = Literal[
    # The form of a file
    "cut-short",
    "duplicate-field",
    "field-in-remark",
    "foreign-space",
    "invisible-sign",
    "misplaced-field",
    "misplaced-line",
    "missing-colon",
    "missing-hyphen",
    "missing-space",
    "no-front-matter",
    "not-fields",
    "not-utf-8",
    "open-bracket",
    "open-quote",
    "second-document",
    "text-after-bar",
    "text-after-quote",
    "too-deep",
    "unknown-escape",
    "unquoted-colon",
    "unquoted-sign",
    "yaml-syntax",
    "yaml-tab",
    # The fields of a summary
    "duplicate-address",
    "duplicate-id",
    "empty-field",
    "missing-field",
    "missing-image",
    "no-summary",
    "unknown-article",
    "unknown-author",
    "unknown-field",
    "unknown-image-format",
    "unknown-language",
    "unknown-style",
    "unknown-topic",
    "unknown-word",
    "wrong-type",
    "wrong-value",
    # What is said of the study
    "certainty-without-review",
    "comparison-without-others",
    "duplicate-outcome",
    "events-contradicted",
    "favours-contradicted",
    "impossible-count",
    "impossible-effect",
    "impossible-level",
    "impossible-risk",
    "interval-order",
    "odd-margin",
    "unused-number",
    "value-outside-interval",
    # Texts
    "broken-address",
    "dead-link",
    "duplicate-footnote",
    "heading-level",
    "missing-alt",
    "missing-at",
    "unknown-citation",
    "unknown-footnote",
    "unknown-section",
    # Pictures
    "broken-picture",
    "heavy-picture",
    "place-in-photo",
    # The bibliography
    "broken-entry",
    "broken-name",
    "duplicate-key",
    "missing-title",
    "no-entry",
    "odd-address",
    "odd-date",
    "unknown-abbreviation",
    "unknown-bib-field",
    "unknown-parent",
    "unknown-type",
    "web-markup",
    # Comments in pages
    "misplaced-comment",
    "misplaced-option",
    "missing-braces",
    "odd-year",
    "placeholder-in-text",
    "unknown-comment",
    "unknown-option",
    "unknown-work",
    # The settings of the site
    "blog-missing",
    "blog-options",
    "missing-bibliography",
    "missing-folder",
    "missing-page",
    "moved-option",
    "option-beside",
    "section-name-taken",
    "topic-address",
    "unknown-plugin",
    # What became of works
    "corrected-work",
    "doubtful-work",
    "duplicate-work",
    "published-preprint",
    "retracted-work",
    "unknown-doi",
    # Hints
    "causal-word",
    "certainty-contradicted",
    "hard-to-read",
    "harms-unmentioned",
    "limitation-without-meaning",
    "relative-only",
]
"""The id of a kind of problem. What it means stands in the catalogue, chapter by chapter."""

IDS: tuple[RuleId, ...] = get_args(RuleId)


def is_rule_id(name: str) -> TypeGuard[RuleId]:
    """Say whether a name is the id of a kind of problem."""
    return name in IDS
