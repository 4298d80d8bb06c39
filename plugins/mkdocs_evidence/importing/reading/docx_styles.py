"""What the paragraphs of a Word file are, by their styles and by how they look.

Word names its own styles in English, whatever its language; other programs name them in theirs.
The form is that of mammoth: https://github.com/mwilliamson/python-mammoth#writing-style-maps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from mammoth import documents, transforms

_TITLE = ("Title", "Título", "Titel", "Titre")
_HEADING = re.compile(
    r"(?:Heading|Título|Cabeçalho|Kop|Titre|Überschrift) ([1-6])(?: Char)?", re.IGNORECASE
)
_QUOTE = (
    *("Quote", "Intense Quote", "Block Text", "Quotations"),
    *("Citação", "Citaat", "Citation", "Zitat"),
)
_LOWEST = 6
_OURS = "evidence heading"
_STANDING_OUT = "evidence standing out"

STYLES = "\n".join(
    [
        *(f"p[style-name='{name}'] => h1:fresh" for name in _TITLE),
        *(f"p[style-name='{_OURS} {n}'] => h{n}:fresh" for n in range(1, _LOWEST + 1)),
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in _QUOTE),
        f"p[style-name='{_STANDING_OUT}'] => p:fresh > strong",
    ]
)
"""What becomes of the styles, also of those that `with_headings` gives."""

_USUAL_SIZE = 11.0
"""How large the letters are of which a file says nothing, in points."""
_LARGER = 1.15
_LONGEST_HEADING = 100
_OF_NO_MEANING = {None, "normal", "normal (web)", "body text", "text body", "no spacing", "body"}


def with_headings(document: Any) -> Any:
    """Return a document of mammoth in which the headings have the styles of `STYLES`.

    Below a title with a style of its own, all headings move one level down. A short paragraph that
    is bold or underlined throughout, or larger than the text, is marked as one that may be a
    heading.
    """
    paragraphs = transforms.get_descendants_of_type(document, documents.Paragraph)
    titled = any(_is_title(each) for each in paragraphs)
    size = _usual_size(document)
    for paragraph in paragraphs:
        heading = _HEADING.fullmatch(paragraph.style_name or "")
        if heading:
            level = min(_LOWEST, int(heading[1]) + titled)
            _give_style(paragraph, f"{_OURS} {level}")
        elif _stands_out(paragraph, size):
            _give_style(paragraph, _STANDING_OUT)
    return document


def _is_title(paragraph: Any) -> bool:
    return (paragraph.style_name or "").casefold() in {name.casefold() for name in _TITLE}


def _give_style(paragraph: Any, name: str) -> None:
    paragraph.style_id, paragraph.style_name = name, name


def _usual_size(document: Any) -> float:
    sizes = Counter[float]()
    for run, text in _runs(document):
        sizes[run.font_size or _USUAL_SIZE] += len(text)
    return sizes.most_common(1)[0][0] if sizes else _USUAL_SIZE


def _stands_out(paragraph: Any, size: float) -> bool:
    style = paragraph.style_name and paragraph.style_name.casefold()
    runs = [run for run, text in _runs(paragraph) if text.strip()]
    length = sum(len(text) for _, text in _runs(paragraph))
    if style not in _OF_NO_MEANING or paragraph.numbering or not 0 < length <= _LONGEST_HEADING:
        return False
    return (
        all(run.is_bold for run in runs)
        or all(run.is_underline for run in runs)
        or all((run.font_size or _USUAL_SIZE) >= size * _LARGER for run in runs)
    )


def _runs(element: Any) -> Iterator[tuple[Any, str]]:
    """Yield the runs in an element, each with its text."""
    for run in transforms.get_descendants_of_type(element, documents.Run):
        texts = transforms.get_descendants_of_type(run, documents.Text)
        yield run, "".join(text.value for text in texts)
