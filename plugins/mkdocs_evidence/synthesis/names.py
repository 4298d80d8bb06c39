"""The short names of works, such as “Coan et al. (2017)”, whatever the style of the site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mkdocs_evidence.csl import Citation, Cite, Formatted, Processor, Reference


class ProcessorFor(Protocol):
    """Gives the processor for a language, in a style or else in that of the site."""

    def __call__(self, language: str, style: str | None = None) -> Processor:
        """Return the processor for a language, in the style of a name if there is one."""


def naming_processor(language: str, processor_for: ProcessorFor) -> Processor:
    """Return the processor for short names: the site's own, where its style has such names.

    A style of numbers or of notes has none, so that APA's stand in.
    """
    processor = processor_for(language)
    style = processor.style
    has_short_form = style.has_year_suffix and not style.is_note
    return processor if has_short_form else processor_for(language, "apa")


def short_names(
    keys: Sequence[str], processor: Processor
) -> tuple[dict[str, str], Sequence[Reference]]:
    """Return the short name of each work as text, by its key, and the references to go with them.

    Works of the same authors and year are told apart by letters, where the style has them.

    Args:
        keys: The keys of the works.
        processor: Formats them, in a style that has short names.
    """
    document = processor.document([Citation((Cite(key),), narrative=True) for key in keys])
    names = {
        key: Formatted([run for part in parts for run in part.runs]).text
        for key, parts in zip(keys, document.citations, strict=True)
    }
    return names, document.references
