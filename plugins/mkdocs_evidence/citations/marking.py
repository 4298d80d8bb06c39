"""References in the language of their works, where that is not the language of the page."""

from __future__ import annotations

from mkdocs_evidence.csl import Processor
from mkdocs_evidence.languages import lang_attribute


def in_own_language(reference: str, key: str, processor: Processor, around: str) -> str:
    """Return a reference, marked with the language of its work so that it is read aloud right.

    The few words that the style adds are in the language of the page all the same.

    Args:
        reference: The reference, as HTML.
        key: The key of the work.
        processor: Knows the work.
        around: The language of the page.
    """
    attribute = lang_attribute(processor.item(key).language, around)
    return f"<div{attribute}>{reference}</div>" if attribute else reference
