"""The pictures of a built site: their sizes on every kind of page, and the cards."""

from __future__ import annotations

from io import BytesIO

import pytest
from mkdocs.structure.pages import Page
from PIL import Image

from mkdocs_evidence.hosts.mkdocs.pictures import SitePictures
from mkdocs_evidence.pictures import Picture
from tests.conftest import MakeSite
from tests.hosts.site import DOT, HOME, Files, Site, summary
from tests.pictures.making import exif, picture

FILES: Files = {
    "docs/summaries/hands.yaml": summary(
        image={"file": "My photo.jpg", "alt": 'Two "hands" & <more>'},
        study="![One](dot.svg)\n\n![Two](../assets/wide.png){ width=50 }",
    ),
    "docs/summaries/feet.yaml": summary(title="Feet", lead="Feet. ![Three](dot.svg)"),
    "docs/summaries/My photo.jpg": picture("JPEG", (640, 480), exif=exif(orientation=6)),
    "docs/summaries/dot.svg": DOT,
    "docs/assets/wide.png": picture(size=(100, 20)),
    "docs/index.md": f"{HOME}\n![Wide](assets/wide.png)\n",
    "docs/about.md": "# About\n\n![A](assets/wide.png) ![B](https://example.com/b.png)\n\n"
    '<img alt="C" src="/toy/summaries/dot.svg"> ![D](https://example.org/toy/assets/wide.png)\n\n'
    '<img alt="E" src="../../../etc/passwd.png"> <img alt="F" src="//["> '
    f'<img alt="G" src="{"a" * 300}.png">\n\n'
    "    <img src='assets/wide.png'>\n",
}


def site_of(
    make_site: MakeSite, site_url: str = "https://example.org/toy/", *, folders: bool = True
) -> Site:
    return make_site(FILES, site_url=site_url, use_directory_urls=folders).build()


def pictures(site: Site, url: str) -> dict[str, tuple[str | None, ...]]:
    """Return width, height and loading of the pictures of a page, by what they show."""
    return {
        image.get("alt", ""): tuple(image.get(name) for name in ("width", "height", "loading"))
        for image in site.page(url).xpath("//article//img")
    }


def test_the_pictures_of_a_post_have_their_sizes_and_the_first_comes_at_once(
    make_site: MakeSite,
) -> None:
    assert pictures(site_of(make_site), "summaries/hands/") == {
        'Two "hands" & <more>': ("480", "640", None),
        "One": ("4", "4", "lazy"),
        "Two": ("50", "10", "lazy"),
    }


@pytest.mark.parametrize("folders", [True, False])
def test_so_have_those_of_other_pages_of_the_site_alone(make_site: MakeSite, folders: bool) -> None:
    site = site_of(make_site, folders=folders)
    assert pictures(site, "about/" if folders else "about.html") == {
        "A": ("100", "20", None),
        "B": (None, None, None),
        "C": ("4", "4", "lazy"),
        "D": ("100", "20", "lazy"),
        "E": (None, None, None),
        "F": (None, None, None),
        "G": (None, None, None),
    }


@pytest.mark.parametrize("url", ["", "archive/2026/", "category/health/"])
def test_so_have_those_of_lists(make_site: MakeSite, url: str) -> None:
    page = site_of(make_site).page(url)
    images = page.xpath("//article//img")
    assert len(images) > 1
    assert all(image.get("width") and image.get("height") for image in images)
    assert [image.get("loading") for image in images] == [None, *["lazy"] * (len(images) - 1)]


def test_a_picture_of_unknown_size_says_nothing_of_it(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/hands.yaml": summary(image={"file": "any.svg", "alt": "Any"}),
        "docs/summaries/any.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    site = make_site(files).build()
    assert pictures(site, "summaries/hands/") == {"Any": (None, None, None)}
    assert pictures(site, "") == {"": (None, None, None)}


def test_a_site_without_an_address_has_sizes_and_no_cards(make_site: MakeSite) -> None:
    site = site_of(make_site, site_url="")
    assert pictures(site, "summaries/hands/")["One"] == ("4", "4", "lazy")
    assert not [name for name in site.files() if "card" in name]


def test_a_site_without_summaries_is_left_alone(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/hands.yaml": None,
        "docs/about.md": "![A](assets/wide.png)",
        "docs/assets/wide.png": picture(),
    }
    site = make_site(files, plugins=["search", {"evidence": {}}])
    (site.folder / "docs/summaries").rmdir()
    site.build()
    assert pictures(site, "about/") == {"A": (None, None, None)}
    assert not [name for name in site.files() if "card" in name]


def test_every_post_and_the_site_have_a_card(make_site: MakeSite) -> None:
    site = site_of(make_site)
    names = {name for name in site.files() if name.startswith("assets/evidence/card")}
    cards = "assets/evidence/cards"
    assert names == {f"{cards}/hands.png", f"{cards}/feet.png", "assets/evidence/card.png"}
    for name in names:
        with Image.open(BytesIO((site.folder / "site" / name).read_bytes())) as card:
            assert card.size == (1200, 630)


def test_a_post_that_the_blog_keeps_back_has_no_card(make_site: MakeSite) -> None:
    later: Files = {"docs/summaries/later.yaml": summary(title="Later", date="2999-01-01")}
    blog = {"blog": {"draft_if_future_date": True}}
    site = make_site(later, plugins=["search", "tags", blog, "evidence"]).build()
    assert not [name for name in site.files() if "later" in name]


def test_the_same_site_has_the_same_cards(make_site: MakeSite) -> None:
    site = site_of(make_site)
    path = site.folder / "site/assets/evidence/cards/hands.png"
    first = path.read_bytes()
    site.build()
    assert path.read_bytes() == first


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Picture | None, Picture | None]]:
    """The picture and the card of each page, by its address, as templates are told of them."""
    told: dict[str, tuple[Picture | None, Picture | None]] = {}
    sized = SitePictures.sized

    def told_of(self: SitePictures, html: str, page: Page, *, whole_page: bool = True) -> str:
        told[page.url] = (self.of(page), self.card(page))
        return sized(self, html, page, whole_page=whole_page)

    monkeypatch.setattr(SitePictures, "sized", told_of)
    return told


CARD = Picture("assets/evidence/card.png", "Toy", "image/png", 1200, 630)


def test_what_templates_are_told(
    make_site: MakeSite, known: dict[str, tuple[Picture | None, Picture | None]]
) -> None:
    site_of(make_site)
    head, card = known["summaries/hands/"]
    alt = 'Two "hands" & <more>'
    assert head == Picture("summaries/My%20photo.jpg", alt, "image/jpeg", 480, 640)
    own = Picture("assets/evidence/cards/hands.png", "Holding hands", "image/png", 1200, 630)
    assert card == own
    assert known["about/"] == (None, CARD)
    assert known["summaries/feet/"][0] is None


def test_a_post_whose_title_cannot_be_drawn_has_the_card_of_the_site(
    make_site: MakeSite, known: dict[str, tuple[Picture | None, Picture | None]]
) -> None:
    site = make_site({"docs/summaries/hands.yaml": summary(title="手を握る")}).build()
    assert known["summaries/hands/"] == (None, CARD)
    assert "assets/evidence/cards/hands.png" not in site.files()


def test_a_site_whose_name_cannot_be_drawn_has_none(
    make_site: MakeSite, known: dict[str, tuple[Picture | None, Picture | None]]
) -> None:
    site = make_site(site_name="読書の椅子").build()
    assert known[""][1] is None
    assert "assets/evidence/card.png" not in site.files()
    assert "assets/evidence/cards/hands.png" in site.files()
