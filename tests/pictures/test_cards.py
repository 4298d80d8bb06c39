"""Cards: that each is the same every time, light, and shows no sign that the font lacks."""

from __future__ import annotations

import dataclasses
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.pictures import Card, can_be_drawn, drawn
from mkdocs_evidence.pictures.cards import draw
from mkdocs_evidence.pictures.lettering import drawable, fitted, font

CARD = Card(
    "A hand to hold: how touch calms a frightened brain",
    "The Reading Chair",
    topics=("Relationships", "Health"),
    author="Ana Exemplo",
)
LONG = "What fifty years of research on psychotherapy tell us about the bond of two people. " * 4
TITLES = [
    "Hands",
    CARD.title,
    LONG[:300],
    LONG * 3,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "W" * 500,
    "x " * 400,
    "<script>alert(1)</script> & “quotes” \r\n\t\x07 \u202e",
]


def title(name: str) -> Card:
    return dataclasses.replace(CARD, title=name)


def same(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("name", TITLES, ids=range(len(TITLES)))
def test_a_card_is_light_and_has_the_size_that_networks_show(name: str, tmp_path: Path) -> None:
    data = drawn(title(name), Cache(tmp_path))
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
        assert set(image.info) <= {"transparency"}
    assert len(data) < 40_000


def test_the_same_card_has_the_same_bytes(tmp_path: Path) -> None:
    first = drawn(CARD, Cache(tmp_path / "one"))
    assert drawn(CARD, Cache(tmp_path / "two")) == first
    assert drawn(title("Another"), Cache(tmp_path / "two")) != first


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn(CARD, Cache(tmp_path))
    monkeypatch.setattr(
        "mkdocs_evidence.pictures.cards.draw", lambda _: pytest.fail("It is drawn again.")
    )
    assert drawn(CARD, Cache(tmp_path)) == first


def test_letters_keep_their_distance_from_the_edges() -> None:
    for name in TITLES:
        letters = ImageChops.difference(
            draw(title(name)).convert("RGB"), draw(Card("")).convert("RGB")
        ).getbbox()
        assert letters
        left, top, right, bottom = letters
        assert left >= 80
        assert top >= 80
        assert right <= 1120
        assert bottom <= 580


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ψυχοθεραπεία και έρευνα", "Ψυχοθεραπεία και έρευνα"),
        ("Психотерапия: что мы знаем?", "Психотерапия: что мы знаем?"),
        ("Việt Nam – łódź, Škoda, ĝis", "Việt Nam – łódź, Škoda, ĝis"),
        ("e\u0301te\u0301", "été"),
        ("ĳsberg", "ijsberg"),
        ("soft\u00adhyphen, zero\u200bwidth \u202eturned\u202c", "softhyphen, zerowidth turned"),
        ("Celular 📱: o que muda?", "Celular: o que muda?"),
        ("👩🏽\u200d⚕️ Health ❤️", "Health"),
        ("one\r\ntwo\tthree\u2028four", "one two three four"),
        ("« Oui » : non ?", "«\u00a0Oui\u00a0»\u00a0: non\u00a0?"),
        ("12\u202f000 people", "12\u00a0000 people"),
        ("1\ufe0f\u20e3 step", "1 step"),
    ],
)
def test_what_is_drawn_of_a_text(text: str, shown: str) -> None:
    assert drawable(text) == shown


@pytest.mark.parametrize("text", ["日本語", "שלום", "سلام", "q\u0301", "A 和 B", "📱", "", " \x07"])
def test_there_is_no_card_where_the_font_lacks_a_sign(text: str) -> None:
    assert drawable(text) is None
    assert not can_be_drawn(title(text))


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_no_sign_that_the_font_lacks_is_ever_drawn(text: str) -> None:
    box = bytes(font("Semibold", 40).getmask("\uffff"))
    for sign in drawable(text) or "":
        assert bytes(font("Semibold", 40).getmask(sign)) != box


def test_small_texts_that_cannot_be_drawn_are_left_out() -> None:
    foreign = dataclasses.replace(CARD, site="日本", topics=("健康", "Health"), author="山田")
    usual = dataclasses.replace(CARD, site="", topics=("Health",), author="")
    assert same(draw(foreign), draw(usual))


def test_topics_for_which_there_is_no_room_are_left_out() -> None:
    many = dataclasses.replace(CARD, topics=[f"Topic number {n}" for n in range(20)])
    few = dataclasses.replace(CARD, topics=[f"Topic number {n}" for n in range(3)])
    assert same(draw(many), draw(few))


def test_a_long_title_is_in_smaller_letters_than_a_short_one() -> None:
    sizes = [fitted(text, "Semibold", (80, 60, 40), 1000, 300).size for text in ("A", LONG[:300])]
    assert sizes == [80, 40]


def test_lines_are_of_about_the_same_length() -> None:
    lines = fitted("one two three four five six seven", "Semibold", (80,), 1000, 300).texts
    assert lines == ["one two three", "four five six seven"]


def test_a_title_for_which_there_is_no_room_ends_with_dots() -> None:
    lines = fitted(LONG, "Semibold", (40,), 1000, 100).texts
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(font("Semibold", 40).getlength(line) <= 1000 for line in lines)


def test_a_word_wider_than_the_card_is_broken() -> None:
    lines = fitted("an " + "longword" * 20, "Semibold", (80, 40), 1000, 300).texts
    assert "".join(line.removesuffix("-") for line in lines) == "an" + "longword" * 20
    assert all(font("Semibold", 40).getlength(line) <= 1000 for line in lines)
