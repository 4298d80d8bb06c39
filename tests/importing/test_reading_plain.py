from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from mkdocs_evidence.importing.post import OldPost
from mkdocs_evidence.importing.reading import ENDINGS, UnreadablePostError, read_posts
from mkdocs_evidence.importing.words import lost_words

PROSE = (
    "Many people lie awake at night, and think about what the next day may bring. A group of "
    "researchers in a small town asked whether that is a habit, and whether it can be unlearned."
)


def read(folder: Path, text: str | bytes) -> OldPost:
    path = folder / "post.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    (post,) = read_posts(path)
    pieces = [each.text for each in post.left_out] + [block.markdown for block in post.blocks]
    markdown = "\n\n".join(pieces)
    assert lost_words(post.words, markdown) == []
    return post


def outline(post: OldPost) -> list[str]:
    return [f"{block.level or block.kind} {block.text}" for block in post.blocks]


def test_a_post_of_notes_for_oneself(tmp_path: Path) -> None:
    post = read(
        tmp_path,
        f"""Lying awake
===========

By Ana Exemplo, 3 March 2019

Topics: Sleep, Worry

{PROSE}

What they did
-------------
{PROSE}

# What it means
{PROSE}
""",
    )
    assert outline(post) == [
        "1 Lying awake",
        "paragraph By Ana Exemplo, 3 March 2019",
        "paragraph Topics: Sleep, Worry",
        f"paragraph {PROSE}",
        "2 What they did",
        f"paragraph {PROSE}",
        "1 What it means",
        f"paragraph {PROSE}",
    ]


def test_a_post_that_a_program_has_wrapped(tmp_path: Path) -> None:
    wrapped = textwrap.fill(PROSE, 60)
    post = read(
        tmp_path,
        f"""Can we unlearn to lie awake?
By Ana Exemplo
3 March 2019

Discussion of Doe (2018), https://doi.org/10.1000/a_b(1)

{wrapped}

WHAT THEY DID

{wrapped}

What it means for you

{wrapped}

Take good care of yourselves,
Ana

(c) 2019 Ana Exemplo
""",
    )
    assert outline(post) == [
        "1 Can we unlearn to lie awake?",
        "paragraph By Ana Exemplo\n3 March 2019",
        "paragraph Discussion of Doe (2018), https://doi.org/10.1000/a_b(1)",
        f"paragraph {PROSE}",
        "2 WHAT THEY DID",
        f"paragraph {PROSE}",
        "2 What it means for you",
        f"paragraph {PROSE}",
        "paragraph Take good care of yourselves,\nAna",
        "paragraph (c) 2019 Ana Exemplo",
    ]


def test_a_post_with_one_line_for_each_paragraph(tmp_path: Path) -> None:
    lines = ["A walk", PROSE, "Results", PROSE, "It was good.", PROSE, "Photo: Bo Ne", PROSE]
    post = read(tmp_path, "\n\n".join(lines))
    assert [block.text for block in post.blocks if block.level] == ["A walk", "Results"]


def test_an_e_mail_says_what_it_is(tmp_path: Path) -> None:
    head = (
        "From: Ana Exemplo <ana@example.org>\nTo: letters@example.org\n"
        "Date: Thu, 8 Nov 2012 20:15:00 +0000\nSubject: Fwd: Lying awake"
    )
    post = read(tmp_path, f"{head}\n\nDear all,\n\n{PROSE}\n\nImage: Bo\n© 2012 Ana\n")
    details = post.details
    assert (details.title, details.authors) == ("Lying awake", ["Ana Exemplo"])
    assert details.date == "2012-11-08"
    assert [each.text for each in post.left_out] == [head]
    assert outline(post) == [
        "paragraph Dear all,",
        f"paragraph {PROSE}",
        "paragraph Image: Bo",
        "paragraph © 2012 Ana",
    ]


def test_lists_are_kept(tmp_path: Path) -> None:
    post = read(
        tmp_path,
        """A walk

What you need:
• shoes, and
  a coat
    – a warm one
• time

1) Go out
2) Come back

1. Only this is text.

> Said somebody,
> long ago

***

- one thing *with* a star
""",
    )
    assert [(block.kind, block.markdown) for block in post.blocks[1:]] == [
        ("paragraph", "What you need:"),
        ("list", "- shoes, and a coat\n    - a warm one\n- time"),
        ("list", "1. Go out\n2. Come back"),
        ("paragraph", "1\\. Only this is text."),
        ("quote", "> Said somebody,  \n> long ago"),
        ("rule", "---"),
        ("list", "- one thing \\*with\\* a star"),
    ]


def test_a_hyphen_at_the_end_of_a_line_may_be_one_of_the_word(tmp_path: Path) -> None:
    text = f"A walk\n\n{'a long line of words here ' * 2}about well-\nbeing and more of\nit."
    assert "well-being and" in read(tmp_path, text).blocks[1].text


@pytest.mark.parametrize(
    "data",
    [
        "Título é “bom”".encode("cp1252"),
        "\ufeffTítulo é “bom”".encode(),
        "Título é “bom”".encode("utf-16"),
        "Título é “bom”".encode("utf-16-le"),
        "Título\x00 é \u200e“bom”\r\n\r\n".replace("\u200e", "").encode(),
    ],
)
def test_letters_are_read_as_they_were_written(tmp_path: Path, data: bytes) -> None:
    assert outline(read(tmp_path, data)) == ["1 Título é “bom”"]


def test_what_is_no_post_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePostError, match="no text"):
        read(tmp_path, " \n\n")
    with pytest.raises(
        UnreadablePostError, match=r"\.docx, \.htm, \.html, \.markdown, \.md, \.txt"
    ):
        read_posts(tmp_path / "post.tex")
    with pytest.raises(UnreadablePostError, match="“Save as”"):
        read_posts(tmp_path / "post.odt")
    assert ".xml" in ENDINGS
