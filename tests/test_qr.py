"""What a telephone reads in a QR code, and how little the code weighs."""

import gzip
import re
from pathlib import Path

import pytest
import zxingcpp
from lxml import etree
from PIL import Image, ImageDraw

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.qr import kept_code, qr_code

PIXELS = 4
"""How wide a module of a code is drawn here."""

ADDRESSES = [
    "https://example.org/",
    "https://example.org/the-reading-chair/summaries/couple-therapy-when-one-is-depressed/",
    "https://example.org/textos/o-que-%C3%A9-um-ensaio-cl%C3%ADnico/",
    "https://example.org/por-que-não/",
    "https://example.org/?a=1&b='\"<script>alert(1)</script>",
]


def picture(code: str) -> Image.Image:
    """Draw the lines of a code, and nothing but these."""
    svg = etree.fromstring(code)
    (path,) = svg
    assert path.get("stroke") == "#000"
    side = int(svg.get("viewBox", "").split()[-1])
    image = Image.new("L", (side * PIXELS, side * PIXELS), "white")
    draw = ImageDraw.Draw(image)
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path.get("d", "")):
        step = [float(number) for number in numbers.split()]
        if command == "M":
            x, y = step[0], step[1] - 0.5
        elif command == "m":
            x, y = x + step[0], y + step[1]
        else:
            right = x + step[0]
            draw.rectangle(
                (x * PIXELS, y * PIXELS, right * PIXELS - 1, (y + 1) * PIXELS - 1), fill="black"
            )
            x = right
    return image


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_is_read_as_the_address_it_was_made_of(address: str) -> None:
    (read,) = zxingcpp.read_barcodes(picture(qr_code(address)))
    assert read.text == address


def test_a_code_is_read_when_a_stain_is_on_it() -> None:
    image = picture(qr_code(ADDRESSES[1]))
    middle, stain = image.width // 2, image.width // 12
    box = (middle - stain, middle - stain, middle + stain, middle + stain)
    ImageDraw.Draw(image).rectangle(box, fill="white")
    (read,) = zxingcpp.read_barcodes(image)
    assert read.text == ADDRESSES[1]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_is_small_and_has_a_margin_of_four_modules(address: str) -> None:
    code = qr_code(address)
    assert len(gzip.compress(code.encode())) < 1200
    image = picture(code)
    inked = image.point(lambda grey: 255 - grey).getbbox()
    margin = 4 * PIXELS
    assert inked == (margin, margin, image.width - margin, image.height - margin)


@pytest.mark.parametrize("address", [ADDRESSES[3], "https://example.org/" + "a" * 3000])
def test_a_code_is_made_once_and_found_again_in_the_next_build(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = kept_code(address, Cache(tmp_path))
    assert code == qr_code(address)
    monkeypatch.delattr("segno.make_qr")
    assert kept_code(address, Cache(tmp_path)) == code


def test_an_address_that_is_too_long_for_a_code_has_none() -> None:
    assert qr_code("https://example.org/" + "a" * 3000) == ""
