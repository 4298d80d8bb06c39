"""Word files for the tests, written by another program than the one that reads them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as Written
from docx.text.paragraph import Paragraph
from lxml import etree
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROSE = "This paragraph tells at some length what the people of the study did in their weeks. " * 2


def new() -> Written:
    return Document()


def saved(document: Written, path: Path) -> Path:
    document.save(str(path))
    return path


def add_xml(paragraph: Paragraph, xml: str) -> None:
    """Add elements to a paragraph that the writer of the tests has no word for."""
    root = etree.fromstring(f'<root xmlns:w="{W}">{xml}</root>'.encode())
    for element in root:
        paragraph._p.append(element)


def picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (4, 3), "teal").save(file, "PNG")
    file.seek(0)
    return file


def with_parts(path: Path, parts: Mapping[str, str | bytes]) -> None:
    """Put parts into a Word file, or in the place of those that have the same names."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (kept | dict(parts)).items():
            archive.writestr(name, data)


def add_footnotes(path: Path, notes: Mapping[int, str]) -> None:
    """Add the footnotes whose marks stand in a Word file."""
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {text}</w:t></w:r>'
        "</w:p></w:footnote>"
        for number, text in notes.items()
    )
    with zipfile.ZipFile(path) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    relation = f'<Relationship Id="rIdN" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>'
    kind = (
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.footnotes+xml"/>'
    )
    with_parts(
        path,
        {
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{written}</w:footnotes>',
            "word/_rels/document.xml.rels": relations.replace(
                "</Relationships>", f"{relation}</Relationships>"
            ),
            "[Content_Types].xml": types.replace("</Types>", f"{kind}</Types>"),
        },
    )
