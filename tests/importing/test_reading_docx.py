from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.shared import Pt

from mkdocs_evidence.importing.post import OldPost
from mkdocs_evidence.importing.reading import UnreadablePostError, read_posts
from mkdocs_evidence.importing.words import lost_words
from tests.importing.word_files import (
    PROSE,
    W,
    add_footnotes,
    add_xml,
    new,
    picture,
    saved,
    with_parts,
)


def read(path: Path) -> OldPost:
    (post,) = read_posts(path)
    return post


def outline(post: OldPost) -> list[str]:
    return [f"{block.level or block.kind} {block.markdown[:24].strip()}" for block in post.blocks]


def nothing_is_lost(post: OldPost) -> bool:
    left = [left.text for left in post.left_out]
    return not lost_words(post.words, "\n\n".join([*(b.markdown for b in post.blocks), *left]))


def test_styles_say_what_a_paragraph_is(tmp_path: Path) -> None:
    document = new()
    document.core_properties.title = "Lying awake"
    document.core_properties.author = "Ana Exemplo"
    document.core_properties.created = datetime.datetime(2019, 3, 3)
    document.add_paragraph("Lying awake", "Title")
    document.add_paragraph("On diaries", "Subtitle")
    written = document.add_paragraph("Some ")
    written.add_run("bold").bold = True
    written.add_run(" and ")
    written.add_run("slanted *stars*").italic = True
    document.add_heading("The study", 1)
    document.add_heading("Who", 2)
    document.add_paragraph("One", "List Bullet")
    document.add_paragraph("Two", "List Bullet")
    document.add_paragraph("First", "List Number")
    document.add_paragraph("So it goes.", "Quote")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Who", "How", "a|b", "1 * 2"], strict=True):
        cell.text = text
    post = read(saved(document, tmp_path / "post.docx"))
    assert outline(post) == [
        "1 Lying awake",
        "paragraph On diaries",
        "paragraph Some **bold** and *slant",
        "2 The study",
        "3 Who",
        "list - One\n- Two",
        "list 1. First",
        "quote > So it goes.",
        "table | Who | How |\n| --- | --",
    ]
    assert post.details.title == "Lying awake"
    assert post.details.authors == ["Ana Exemplo"]
    assert post.details.date == ""
    assert nothing_is_lost(post)


@pytest.mark.parametrize("name", ["Título 1", "Kop 1", "Titre 1", "Heading 1"])
def test_headings_may_have_the_names_of_another_language(tmp_path: Path, name: str) -> None:
    document = new()
    style = document.styles["Heading 1"]
    style.element.name_val = name
    document.add_paragraph(PROSE)
    document.add_paragraph("Resultados", style)
    post = read(saved(document, tmp_path / "post.docx"))
    assert outline(post)[1] == "1 Resultados"


def test_headings_may_be_made_by_hand(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph().add_run("Lying awake").font.size = Pt(20)
    document.add_paragraph().add_run("By Ana Exemplo").bold = True
    document.add_paragraph(PROSE)
    document.add_paragraph().add_run("Results").bold = True
    document.add_paragraph(PROSE)
    document.add_paragraph().add_run("What it means").underline = True
    document.add_paragraph().add_run(f"{PROSE}.").bold = True
    post = read(saved(document, tmp_path / "post.docx"))
    assert outline(post) == [
        "1 Lying awake",
        "paragraph **By Ana Exemplo**",
        f"paragraph {PROSE[:24].strip()}",
        "2 Results",
        f"paragraph {PROSE[:24].strip()}",
        "2 What it means",
        f"paragraph **{PROSE[:22].strip()}",
    ]


def test_pictures_are_kept_with_what_they_show(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("Lying awake", "Title")
    for alt in ("Two green chairs, empty", "", "Two green chairs, empty"):
        document.add_picture(picture())
        document.inline_shapes[-1]._inline.docPr.set("descr", alt)
    document.add_paragraph("Picture: Bo", "Caption")
    post = read(saved(document, tmp_path / "post.docx"))
    pictures = [picture for block in post.blocks for picture in block.pictures]
    assert [(each.name, each.alt) for each in pictures] == [
        ("two-green-chairs-empty.png", "Two green chairs, empty"),
        ("picture-2.png", ""),
        ("two-green-chairs-empty-3.png", "Two green chairs, empty"),
    ]
    assert {each.data for each in pictures} == {picture().getvalue()}
    assert [block.kind for block in post.blocks[-2:]] == ["picture", "paragraph"]
    assert nothing_is_lost(post)


@pytest.mark.parametrize("target", ["../../../etc/passwd", "https://evil.example/a.png"])
def test_a_picture_that_is_not_in_the_file_does_not_keep_its_text_back(
    tmp_path: Path, target: str
) -> None:
    document = new()
    document.add_paragraph(PROSE)
    document.add_picture(picture())
    path = saved(document, tmp_path / "post.docx")
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(path) as archive:
        relations = archive.read(name).decode()
    with_parts(path, {name: relations.replace("media/image1.png", target)})
    (post,) = read_posts(path)
    text, shown = post.blocks
    assert text.text == PROSE.strip()
    assert [each.data for each in shown.pictures] == [None]


def test_footnotes_follow_the_text_that_they_belong_to(tmp_path: Path) -> None:
    document = new()
    text = document.add_paragraph("It was small")
    add_xml(text, '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r>')
    document.add_paragraph("The end.")
    path = saved(document, tmp_path / "post.docx")
    add_footnotes(path, {2: "Only nine people."})
    post = read(path)
    assert [block.markdown for block in post.blocks] == [
        "It was small[^1].",
        "[^1]: Only nine people.",
        "The end.",
    ]
    assert nothing_is_lost(post)


def test_what_stands_in_the_margins_is_told(tmp_path: Path) -> None:
    document = new()
    text = document.add_paragraph("They slept ")
    add_xml(
        text,
        '<w:del w:id="1"><w:r><w:delText>badly</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>well</w:t></w:r></w:ins>',
    )
    document.add_comment(text.runs, text="Ask Bo about this", author="Ana", initials="A")
    document.sections[0].footer.paragraphs[0].text = "© 2019 Ana Exemplo"
    post = read(saved(document, tmp_path / "post.docx"))
    assert post.blocks[0].markdown == "They slept well"
    assert {(left.text, left.reason) for left in post.left_out} == {
        ("badly", "deleted in the Word file, where changes are tracked"),
        ("Ask Bo about this", "a comment in the margin of the Word file"),
        ("© 2019 Ana Exemplo", "the foot of the pages in the Word file"),
    }


def test_what_the_converter_drops_is_noticed(tmp_path: Path) -> None:
    document = new()
    text = document.add_paragraph("The formula ")
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    add_xml(text, f'<m:oMath xmlns:m="{math}"><m:r><m:t>alpha plus</m:t></m:r></m:oMath>')
    post = read(saved(document, tmp_path / "post.docx"))
    assert post.left_out[0].text == "alpha plus"
    assert nothing_is_lost(post)


def empty(path: Path) -> None:
    saved(new(), path)


def broken(path: Path) -> None:
    path.write_bytes(saved(new(), path).read_bytes()[:2000])


def old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def other(path: Path) -> None:
    path.write_text("I am a text.")


def bomb(path: Path) -> None:
    with_parts(saved(new(), path), {"word/media/bomb.xml": b" " * 30_000_000})


def with_entities(path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    xml = (
        f'<!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><w:document xmlns:w="{W}">{text}</w:document>'
    )
    with_parts(saved(new(), path), {"word/document.xml": xml})


def with_doctype(path: Path) -> None:
    text = "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>"
    xml = f'<!DOCTYPE x [<!ENTITY e "hidden">]><w:document xmlns:w="{W}">{text}</w:document>'
    with_parts(saved(new(), path), {"word/document.xml": xml})


def deep(path: Path) -> None:
    xml = f'<w:document xmlns:w="{W}">{"<w:p>" * 5000}{"</w:p>" * 5000}</w:document>'
    with_parts(saved(new(), path), {"word/document.xml": xml})


def of_another_program(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<office/>")


def without_style(path: Path) -> None:
    with_parts(
        saved(new(), path), {"word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style/></w:styles>'}
    )


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (empty, "no text"),
        (broken, "broken"),
        (old, "password"),
        (other, "broken"),
        (bomb, "larger than a post"),
        (with_entities, "broken"),
        (with_doctype, "broken"),
        (deep, "broken|not built"),
        (of_another_program, "broken"),
        (without_style, "not built"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(
    tmp_path: Path, make: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / "post.docx"
    make(path)
    with pytest.raises(UnreadablePostError, match=told):
        read_posts(path)
