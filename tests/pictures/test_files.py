"""What is known of the files of pictures: their size, what is wrong, what they tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.pictures import MEDIA_TYPES, PictureFiles, Size, media_type
from tests.pictures.making import PLACE, exif, known, picture

PIXELS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF"}


def size(folder: Path, name: str, data: bytes | str) -> Size | None:
    found = known(folder, name, data)
    assert found
    return found.size


@pytest.mark.parametrize("ending", PIXELS)
def test_the_size_of_a_picture_made_of_pixels(ending: str, tmp_path: Path) -> None:
    data = picture(PIXELS[ending], (123, 45))
    found = known(tmp_path, f"a.{ending}", data)
    assert found
    assert (found.size, found.is_whole, found.length) == (Size(123, 45), True, len(data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(("orientation", "shown"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40))])
def test_a_photo_that_is_shown_turned_has_the_size_that_is_shown(
    form: str, orientation: int, shown: tuple[int, int], tmp_path: Path
) -> None:
    data = picture(form, exif=exif(orientation=orientation))
    assert size(tmp_path, f"a.{form.lower()}", data) == Size(*shown)


def test_a_picture_that_moves_has_the_size_of_its_first_view(tmp_path: Path) -> None:
    from PIL import Image

    second = Image.new("RGB", (40, 30), "#2f5558")
    for form in ("GIF", "WEBP", "PNG"):
        data = picture(form, save_all=True, append_images=[second])
        assert size(tmp_path, f"a.{form.lower()}", data) == Size(40, 30)


SVG = "<svg xmlns='http://www.w3.org/2000/svg' {}><path d='M0 0h4v4H0z'/></svg>"


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ("width='640' height='480'", (640, 480)),
        ("width='640px' height=' 480px ' viewBox='0 0 4 3'", (640, 480)),
        ("width='72pt' height='1in'", (96, 96)),
        ("width='25.4mm' height='2.54cm'", (96, 96)),
        ("width='6pc' height='101.6Q'", (96, 96)),
        ("width='1e2' height='.5e2'", (100, 50)),
        ("width='0.2' height='0.2'", (1, 1)),
        ("viewBox='0 0 640 480'", (1200, 900)),
        ("viewBox='-3,-4 , 4,3'", (1200, 900)),
        ("width='100%' height='100%' viewBox='0 0 24 24'", (1200, 1200)),
        ("width='200' viewBox='0 0 4 3'", (200, 150)),
        ("height='150' viewBox='0 0 4 3'", (200, 150)),
        ("width='200'", None),
        ("width='0' height='3'", None),
        ("width='-2' height='3'", None),
        ("width='4em' height='3em'", None),
        ("width='9e9' height='3'", None),
        ("width='1e999' height='3'", None),
        ("viewBox='0 0 0 3'", None),
        ("viewBox='0 0 3'", None),
        ("viewBox='0 0 nan 3'", None),
        ("viewBox='0 0 a b'", None),
        (f"width='{'1' * 100_000}!' height='3'", None),
        ("", None),
    ],
    ids=lambda value: str(value)[:60],
)
def test_the_size_of_a_drawing(
    attributes: str, shown: tuple[int, int] | None, tmp_path: Path
) -> None:
    found = known(tmp_path, "a.svg", SVG.format(attributes))
    assert found
    assert found.is_whole
    assert found.size == (Size(*shown) if shown else None)


def test_the_name_of_the_language_may_be_an_entity_as_some_programs_write_it(
    tmp_path: Path,
) -> None:
    text = (
        "<!DOCTYPE svg [<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>]>"
        "<svg xmlns='&ns_svg;' width='4' height='4'/>"
    )
    assert size(tmp_path, "a.svg", text) == Size(4, 4)


BOMB = (
    "<!DOCTYPE svg ["
    + "<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]><svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>&a11;</svg>"
)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>&f;</svg>",
        "<!DOCTYPE svg SYSTEM 'http://localhost:9/a.dtd'>"
        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>",
    ],
    ids=["file", "network"],
)
def test_nothing_else_is_read_for_a_drawing(text: str, tmp_path: Path) -> None:
    assert size(tmp_path, "a.svg", text) == Size(4, 4)


BROKEN = {
    "half.png": picture("PNG", (400, 300))[:-60],
    "half.jpg": picture("JPEG", (400, 300))[:-300],
    "half.webp": picture("WEBP", (400, 300))[:-30],
    "head.png": picture()[:20],
    "text.jpg": b"This is no picture.",
    "empty.gif": b"",
    "page.svg": b"<html></html>",
    "half.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><g>",
    "nameless.svg": b"<svg width='4' height='4'/>",
    "text.svg": b"no drawing",
    "empty.svg": b"",
    "bomb.svg": BOMB.encode(),
    "script.png": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_picture_that_cannot_be_shown_is_known_to_be_none(name: str, tmp_path: Path) -> None:
    found = known(tmp_path, name, BROKEN[name])
    assert found
    assert not found.is_whole


def test_a_picture_far_too_large_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.Image.MAX_IMAGE_PIXELS", 100)
    found = known(tmp_path, "a.png", picture(size=(20, 20)))
    assert found
    assert (found.is_whole, found.size) == (False, None)
    larger = known(tmp_path, "b.png", picture(size=(12, 12)))
    assert larger
    assert larger.size == Size(12, 12)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_may_tell_where_it_was_taken(form: str, tmp_path: Path) -> None:
    name = f"a.{form.lower()}"
    without = known(tmp_path, name, picture(form, exif=exif(orientation=6)))
    with_place = known(tmp_path, name, picture(form, exif=exif(place=PLACE)))
    partly = known(tmp_path, name, picture(form, exif=exif(place={0: b"\x02\x03\x00\x00"})))
    assert without
    assert with_place
    assert partly
    assert (without.tells_place, with_place.tells_place, partly.tells_place) == (False, True, False)


def test_a_photo_may_tell_it_in_the_words_of_editing_programs(tmp_path: Path) -> None:
    xmp = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='52,22.0N'/></x:xmpmeta>"
    found = known(tmp_path, "a.jpg", picture("JPEG", xmp=xmp))
    assert found
    assert found.tells_place


def test_what_a_camera_wrote_wrongly_is_no_matter(tmp_path: Path) -> None:
    data = picture("JPEG", exif=exif(place=PLACE))
    found = known(
        tmp_path, "a.jpg", data.replace(b"MM\x00*\x00\x00\x00\x08", b"MM\x00*\xff\xff\xff\xff")
    )
    assert found
    assert found.size == Size(40, 30)


def test_a_file_is_looked_at_once_and_found_again_in_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(picture())
    cache = Cache(tmp_path / "cache")
    first = PictureFiles(cache).file(path)

    def fail(*_: object, **__: object) -> None:
        pytest.fail("The picture is opened again.")

    monkeypatch.setattr("PIL.Image.open", fail)
    assert PictureFiles(cache).file(path) == first


def test_what_this_computer_cannot_read_is_not_called_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = picture("AVIF")
    monkeypatch.setattr("PIL.features.check", lambda name: name != "avif")
    found = known(tmp_path, "a.avif", data)
    assert found
    assert (found.is_whole, found.size) == (True, None)


def test_what_is_no_file_is_not_known(tmp_path: Path) -> None:
    files = PictureFiles(Cache(tmp_path / "cache"))
    assert files.file(tmp_path / "a.png") is None
    assert files.file(tmp_path) is None
    assert files.file(tmp_path / "a\0.png") is None


def test_media_types_go_by_the_ending() -> None:
    assert media_type("https://example.org/a%20b.SVG") == "image/svg+xml"
    assert media_type("a.avif") == "image/avif"
    assert media_type("a") == "application/octet-stream"
    assert all(kind.startswith("image/") for kind in MEDIA_TYPES.values())
