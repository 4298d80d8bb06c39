"""What readers can take into their reference managers."""

from tests.conftest import MakeSite
from tests.hosts.site import one, said, summary


def test_each_work_can_be_taken_along(make_site: MakeSite) -> None:
    site = make_site({"docs/summaries/hands.yaml": summary(study="So [@bowlby1969].")}).build()
    page = site.page("summaries/hands/")
    menu = one(page, "//li[@id='ref-bowlby1969']//details")
    bibtex, ris = menu.xpath(".//a[@download]/@href")
    assert bibtex == "../../assets/evidence/works/bowlby1969.bib"
    assert site.text("assets/evidence/works/bowlby1969.bib").startswith("@book{bowlby1969,")
    assert "TI  - Attachment" in site.text(ris.removeprefix("../../"))


def test_works_that_no_page_cites_are_not_published(make_site: MakeSite) -> None:
    assert "assets/evidence/works/bowlby1969.bib" not in make_site().build().files()


def test_the_menu_is_not_in_the_feed_and_not_in_the_search(make_site: MakeSite) -> None:
    site = make_site().build()
    assert "Copy citation" in said(site.page("summaries/hands/"))
    assert "Copy citation" not in site.text("feed.xml")
    assert "Copy citation" not in site.text("search/search_index.json")
