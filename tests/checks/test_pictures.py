"""What authors are told of their pictures: what is broken, tells a place, or is heavy."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_evidence.problems import Problem
from tests.conftest import MakeSite
from tests.hosts.site import summary
from tests.pictures.making import PLACE, exif, noise, picture
from tests.reading.site import completed
from tests.rule_examples import problems_with

PHOTO = picture("JPEG", exif=exif(place=PLACE))
CASE = "docs/summaries/case.yaml"


def told(files: dict[str, bytes], folder: Path, *, with_hints: bool = False) -> list[Problem]:
    return problems_with(files, folder, with_hints=with_hints)


def case(name: str) -> bytes:
    return completed(f"image: {{file: {name}, alt: A hand.}}\n…").encode()


def test_a_photo_with_a_place_is_told_where_a_summary_names_it(tmp_path: Path) -> None:
    files = {CASE: case("photo.jpg"), "docs/summaries/photo.jpg": PHOTO}
    (problem,) = told(files, tmp_path)
    assert problem.level == "warning"
    assert str(problem) == (
        "docs/summaries/case.yaml:1:15: The photo “photo.jpg” tells where it was taken, to"
        " everyone who saves it. [place-in-photo]\n"
        "    image: {file: photo.jpg, alt: A hand.}\n"
        "                  ^^^^^^^^^\n"
        "    Take the place out of it, as the guide on writing tells, before you publish it."
    )


def test_a_photo_with_a_place_is_told_wherever_it_is_published(tmp_path: Path) -> None:
    files = {"docs/assets/My photo.JPG": PHOTO, "docs/.hidden.jpg": PHOTO, "photo.jpg": PHOTO}
    (problem,) = told(files, tmp_path)
    assert str(problem.location) == "docs/assets/My photo.JPG:1:1"
    assert "“My photo.JPG”" in problem.message


@pytest.mark.parametrize(
    "name", ["../../outside.png", "sub\\\\inside.png", "a" * 300 + ".png", "a" * 300 + "/b.png"]
)
def test_a_picture_that_no_site_can_have_is_missing(name: str, tmp_path: Path) -> None:
    files = {
        CASE: case(f'"{name}"'),
        "outside.png": picture(),
        "docs/summaries/sub/inside.png": picture(),
        "docs/summaries/sub\\inside.png": picture(),
    }
    (problem,) = told(files, tmp_path)
    assert problem.rule == "missing-image"


HEAVY = {
    "bytes": ("noise.png", noise(400), "481 KB, 400 pixels wide"),
    "pixels": ("wide.webp", picture("WEBP", (2401, 10)), "0 KB, 2401 pixels wide"),
    "drawing": (
        "large.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='9'>"
        + b" " * 410_000
        + b"</svg>",
        "410 KB",
    ),
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_heavy_picture_is_told_on_request(kind: str, tmp_path: Path) -> None:
    name, data, measures = HEAVY[kind]
    files = {CASE: case(name), f"docs/summaries/{name}": data}
    assert told(files, tmp_path) == []
    (problem,) = told(files, tmp_path, with_hints=True)
    assert (problem.rule, problem.level) == ("heavy-picture", "hint")
    assert problem.message == f"The picture “{name}” is heavy for telephones ({measures})."
    assert str(problem.location) == f"{CASE}:1:15"


def test_a_picture_of_a_usual_size_is_not_heavy(tmp_path: Path) -> None:
    files = {
        "docs/a.png": picture(size=(2400, 1600)),
        "docs/a.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='9'/>",
    }
    assert told(files, tmp_path, with_hints=True) == []


def test_a_picture_in_a_text_of_which_nothing_can_be_read_is_left_to_the_preview(
    tmp_path: Path,
) -> None:
    assert told({"docs/broken.png": b"This is no picture."}, tmp_path, with_hints=True) == []


def test_a_build_tells_of_a_place_and_goes_on(make_site: MakeSite) -> None:
    site = make_site({"docs/summaries/photo.jpg": PHOTO, "docs/.hidden.jpg": PHOTO})
    done = site.run("--strict")
    assert done.returncode == 0
    assert "docs/summaries/photo.jpg:1:1: The photo “photo.jpg” tells where" in done.stderr
    assert ".hidden.jpg" not in done.stderr
    assert "summaries/hands/index.html" in site.files()


def test_a_build_ends_with_a_broken_picture(make_site: MakeSite) -> None:
    hands = summary(image={"file": "hand.jpg", "alt": "A hand."})
    done = make_site({"docs/summaries/hands.yaml": hands, "docs/summaries/hand.jpg": b"x"}).run()
    assert done.returncode == 1
    assert "The file “hand.jpg” cannot be read as a picture. [broken-picture]" in done.stderr
