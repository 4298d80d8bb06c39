"""Pages that list posts: home, its further pages, archive, topics, tags."""

from lxml import html

from tests.conftest import MakeSite
from tests.hosts.site import one, said, summary


def titles(page: html.HtmlElement) -> list[str]:
    return [said(title) for title in page.xpath("//article//h2")]


def ids(page: html.HtmlElement) -> list[str]:
    return [str(name) for name in page.xpath("//@id")]


def test_home_lists_the_newest_first_below_the_standing_introduction(make_site: MakeSite) -> None:
    files = {
        "docs/summaries/old.yaml": summary(title="Old", date="2025-01-01"),
        "docs/summaries/new.yaml": summary(title="New", date="2026-05-01"),
    }
    page = make_site(files, evidence={"introduction": "I read for you."}).build().page("")
    assert titles(page) == ["New", "Holding hands", "Old"]
    listing = said(one(page, "//*[@class='evidence-listing']"))
    assert listing.index("I read for you.") < listing.index("New")
    assert "Does a hand help?" in listing
    assert "They held hands" not in listing


def test_a_home_page_without_posts_has_the_foot_of_lists_and_no_mark(make_site: MakeSite) -> None:
    plugins: list[object] = [{"blog": {"blog_dir": "news"}}, {"evidence": {"notice": "Call 112."}}]
    site = make_site(plugins=plugins).build()
    assert "Call 112." in site.text("index.html")
    assert not site.page("").xpath("//comment()[contains(., 'evidence/')]")


def test_a_comment_in_code_is_shown_as_it_is(make_site: MakeSite) -> None:
    code = "```\n<!-- evidence/introduction -->\n<!-- evidence/topics -->\n```\n"
    files = {"docs/how.md": f"# How\n\n{code}\n<!-- evidence/topics -->\n"}
    page = make_site(files, evidence={"introduction": "Read!"}).build().page("how/")
    shown = said(one(page, "//code"))
    assert shown == "<!-- evidence/introduction --> <!-- evidence/topics -->"
    assert len(page.xpath("//ul[@class='evidence-topic-list']")) == 1
    assert "Read!" not in said(page)


def test_citations_in_excerpts_lead_to_the_post(make_site: MakeSite) -> None:
    site = make_site().build()
    for url, up in (("", ""), ("archive/2026/", "../../"), ("category/health/", "../../")):
        cites = site.page(url).xpath("//article//a[@class='cite']")
        assert [cite.get("href") for cite in cites] == [f"{up}summaries/hands/#ref-coan2017"]
        assert not site.page(url).xpath("//article//*[contains(@class, 'references')]")


def test_excerpts_are_in_the_language_of_their_post(make_site: MakeSite) -> None:
    lead = "@coan2017 held hands."
    files = {
        "docs/summaries/hands.yaml": summary(lead=lead),
        "docs/summaries/a.yaml": summary(title="A", lead=lead, language="pt"),
        "docs/summaries/z.yaml": summary(title="Z", lead=lead, language="pt"),
    }
    page = make_site(files).build().page("")
    articles = page.xpath("//article[@lang]")
    texts = {said(one(a, ".//h2")): said(one(a, ".//*[@class='citation']/..")) for a in articles}
    assert texts["A"] == texts["Z"] == "Coan e Beckes (2017) held hands."
    assert texts["Holding hands"] == "Coan and Beckes (2017) held hands."


def test_footnotes_in_leads_leave_listings_whole(make_site: MakeSite) -> None:
    lead = "Does a hand help?[^1] Yes.\n\n[^1]: In the *scanner*.\n    And at home.\n"
    files = {
        "docs/summaries/one.yaml": summary(title="One", lead=lead),
        "docs/summaries/two.yaml": summary(title="Two", lead=lead),
    }
    site = make_site(files).build()
    home = site.page("")
    assert len(ids(home)) == len(set(ids(home)))
    listed = said(one(home, "//*[@class='evidence-listing']"))
    assert listed.count("Does a hand help? Yes. March 2, 2026") == 2
    assert "scanner" not in listed
    assert "In the scanner." in said(site.page("summaries/one/"))


def test_no_two_headings_of_a_list_have_one_id(make_site: MakeSite) -> None:
    files = {
        "docs/summaries/one.yaml": summary(title="牵手", topics=["健康"]),
        "docs/summaries/牵 手.yaml": summary(title="拥抱", topics=["健康"]),
        "docs/summaries/two.yaml": summary(title="Health"),
    }
    site = make_site(files).build()
    for url in ("", "archive/2026/", "category/健康/", "category/health/"):
        names = ids(site.page(url))
        assert len(names) == len(set(names))


def test_further_pages_hold_the_older_posts(make_site: MakeSite) -> None:
    files = {
        f"docs/summaries/post-{day:02}.yaml": summary(title=f"Day {day}", date=f"2026-01-{day:02}")
        for day in range(1, 6)
    }
    plugins = [{"blog": {"pagination_per_page": 3}}, {"evidence": {"introduction": "Read!"}}]
    site = make_site(files, plugins=plugins).build()
    assert titles(site.page("")) == ["Holding hands", "Day 5", "Day 4"]
    second = site.page("page/2/")
    assert titles(second) == ["Day 3", "Day 2", "Day 1"]
    assert one(second, "//article//h2/a[text()='Day 3']").get("href") == "../../summaries/post-03/"
    links = site.page("").xpath("//*[contains(@class, 'md-pagination')]//a/@href")
    assert "page/2/" in links


def test_a_listing_of_one_page_has_no_pagination(make_site: MakeSite) -> None:
    assert not make_site().build().page("").xpath("//*[contains(@class, 'md-pagination')]")


def test_topics_are_listed_with_their_posts(make_site: MakeSite) -> None:
    topics = {"Health": "Body & mind.", "Love <3": "Two.", "Work": ""}
    files = {
        "docs/topics.md": "# Topics\n\n<!-- evidence/topics -->\n",
        "docs/summaries/love.yaml": summary(
            title="Love", topics=["Love <3", "Health"], date="2026-03-03"
        ),
    }
    site = make_site(files, evidence={"topics": topics}).build()
    listed = one(site.page("topics/"), "//ul[@class='evidence-topic-list']")
    assert [said(item) for item in listed] == [
        "Health 2 posts Body & mind.",
        "Love <3 1 post Two.",
        "Work 0 posts",
    ]
    links = listed.xpath(".//a/@href")
    assert links[0] == "../category/health/"
    assert [titles(site.page(link.removeprefix("../"))) for link in links] == [
        ["Love", "Holding hands"],
        ["Love"],
    ]
    assert one(site.page("summaries/hands/"), "//ul[@class='evidence-topics']//a").get("href") == (
        "../../category/health/"
    )
    archive = site.page("archive/2026/")
    assert titles(archive) == ["Love", "Holding hands"]


def test_the_home_page_leads_to_the_topics_and_each_tells_what_it_is_about(
    make_site: MakeSite,
) -> None:
    topics = {"Love <3 & care": "Two <people> & more.", "Work": ""}
    files = {"docs/summaries/hands.yaml": summary(topics=["Love <3 & care"])}
    site = make_site(files, evidence={"topics": topics}).build()
    (link,) = site.page("").xpath("//ul[@class='evidence-choices']//a")
    assert (said(link), link.get("href")) == ("Love <3 & care", "category/love-3--care/")
    topic = site.page("category/love-3--care/")
    assert said(one(topic, "//p[@class='evidence-about']")) == "Two <people> & more."
    assert not topic.xpath("//ul[@class='evidence-choices']")
    assert not site.page("archive/2026/").xpath("//p[@class='evidence-about']")


def test_the_foot_leads_to_the_feed_of_the_site_or_of_the_topic(make_site: MakeSite) -> None:
    site = make_site().build()

    def feed(url: str) -> html.HtmlElement:
        return one(site.page(url), "//*[@class='md-copyright']/a[contains(@href, 'feed')]")

    assert feed("summaries/hands/").get("href") == "../../feed.xml"
    assert said(feed("summaries/hands/")) == "Follow by feed (RSS): Toy"
    assert feed("category/health/").get("href") == "feed.xml"


def test_tags_lead_to_the_posts(make_site: MakeSite) -> None:
    files = {
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        "docs/summaries/hands.yaml": summary(tags=["fMRI", "touch & <b>care</b>"]),
    }
    site = make_site(files).build()
    assert said(one(site.page("summaries/hands/"), "//*[@class='md-tags']")) == (
        "fMRI touch & <b>care</b>"
    )
    assert "../summaries/hands/" in site.page("tags/").xpath("//*[@class='md-content']//a/@href")


def test_the_bibliography_lists_every_work_with_the_pages_that_cite_it(make_site: MakeSite) -> None:
    files = {
        "docs/bibliography.md": "# Bibliography\n\n<!-- evidence/bibliography -->\n",
        "docs/about.md": "# About <b>me</b>\n\nI like @bowlby1969.\n",
    }
    site = make_site(files).build()
    items = site.page("bibliography/").xpath("//ul[contains(@class, 'evidence-bibliography')]/li")
    assert [item.get("id") for item in items] == ["ref-bowlby1969", "ref-coan2017"]
    assert "Bowlby, J. (1969)." in said(items[0])
    assert [item.xpath(".//*[@class='evidence-cited-in']/a/@href") for item in items] == [
        ["../about/"],
        ["../summaries/hands/"],
    ]
    assert "Discussed or cited in Holding hands" in said(items[1])


def test_an_empty_bibliography_says_so(make_site: MakeSite) -> None:
    files = {"docs/bibliography.md": "# All\n\n<!-- evidence/bibliography -->\n"}
    site = make_site(files | {"docs/summaries/hands.yaml": None})
    assert "No work has been cited yet." in said(site.build().page("bibliography/"))
