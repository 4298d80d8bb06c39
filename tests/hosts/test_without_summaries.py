"""The plugin on a site that has no summaries: citations, and nothing else."""

from tests.conftest import MakeSite
from tests.hosts.site import one, said

CITING = "# Hands\n\nHands help [@coan2017].\n"
POST = (
    "---\ndate: 2026-03-02\n---\n\n# A post\n\nHands help [@coan2017].\n\n<!-- more -->\n\nMore.\n"
)
PLAIN = {"docs/index.md": CITING, "docs/summaries/hands.yaml": None}


def test_two_lines_are_enough(make_site: MakeSite) -> None:
    site = make_site(
        {**PLAIN, "refs.bib": "@book{bowlby1969, title = {Attachment}, author = {Bowlby, John}}"},
        plugins=[{"evidence": {"bibliography": "refs.bib"}}],
    )
    site.write({"docs/index.md": "So @bowlby1969 says.\n"})
    (site.folder / "docs/summaries").rmdir()
    page = site.build().page("")
    assert "Bowlby (n.d.)" in said(one(page, "//article"))
    assert said(one(page, "//ul[@class='references']")).startswith("Bowlby, J. (n.d.). Attachment")


def test_the_look_of_the_site_stays_its_own(make_site: MakeSite) -> None:
    site = make_site(PLAIN, plugins=["search", {"evidence": {}}])
    (site.folder / "docs/summaries").rmdir()
    site.build()
    assert site.page("").xpath("//link[contains(@href, 'citations.css')]")
    assert "evidence.css" not in site.text("index.html")
    assert "evidence" not in site.text("404.html").replace("assets/evidence/citations", "")
    assert not {"feed.xml", "feed.json", "assets/evidence/evidence.css"} & site.files()


def test_a_blog_of_plain_posts_stays_as_it_is(make_site: MakeSite) -> None:
    site = make_site(
        {**PLAIN, "docs/blog/index.md": "# Blog\n", "docs/blog/posts/one.md": POST},
        plugins=["blog", {"evidence": {"style": "apa"}}],
    )
    (site.folder / "docs/summaries").rmdir()
    site.build()
    post = site.page("blog/2026/03/02/a-post/")
    assert "(Coan & Beckes, 2017)" in said(one(post, "//article"))
    assert one(post, "//li[@id='ref-coan2017']") is not None
    listing = one(site.page("blog/"), "//article[contains(@class, 'md-post')]")
    assert "Hands help (Coan & Beckes, 2017)." in said(listing)
    assert one(listing, ".//a[@class='cite']").get("href") == "2026/03/02/a-post/#ref-coan2017"
    assert "References" not in said(listing)


def test_options_about_posts_ask_for_the_look(make_site: MakeSite) -> None:
    site = make_site(PLAIN, evidence={"topics": ["Health"]})
    (site.folder / "docs/summaries").rmdir()
    assert "evidence.css" in site.build().text("index.html")
