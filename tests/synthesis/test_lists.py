"""The list of topics and the bibliography."""

from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.synthesis import (
    CitedWork,
    ListedWork,
    PageLink,
    Topic,
    WorkGroup,
    bibliography,
    cited_work,
    topic_list,
)
from tests.hosts.site import one, parsed, said

ENGLISH = catalogue("en")


def test_topics_are_listed_in_the_order_given_with_their_numbers() -> None:
    topics = [
        Topic("Love & <loss>", "Two & more.", "../category/love/", 1),
        Topic("Work", "", "", 0),
        Topic('"Sleep"', "At night.", "../category/sleep/", 12),
    ]
    found = parsed(topic_list(topics, ENGLISH, "en-GB"))
    assert [said(item) for item in found.xpath(".//li")] == [
        "Love & <loss> 1 post Two & more.",
        "Work 0 posts",
        '"Sleep" 12 posts At night.',
    ]
    assert found.xpath(".//a/@href") == ["../category/love/", "../category/sleep/"]


def test_works_are_listed_in_the_order_given() -> None:
    works = [ListedWork("<i>Bowlby</i>", "ref-b"), ListedWork("Ainsworth")]
    found = parsed(bibliography([WorkGroup(works)], ENGLISH, 2))
    assert [said(item) for item in found.xpath(".//li")] == ["Bowlby", "Ainsworth"]
    assert found.xpath(".//@id") == ["ref-b"]
    assert not found.xpath(".//h2")


def test_groups_have_headings_of_the_level_given() -> None:
    works = [ListedWork("Ainsworth", "ref-a")]
    groups = [WorkGroup(works, "Love & <loss>", "love-loss"), WorkGroup(works, "Work", "work")]
    found = parsed(bibliography(groups, ENGLISH, 4))
    assert [said(heading) for heading in found.xpath(".//h4")] == ["Love & <loss>", "Work"]
    assert found.xpath(".//h4/@id") == ["love-loss", "work"]


def test_a_work_has_the_pages_that_cite_it() -> None:
    pages = [PageLink("../one/", "One & <two>"), PageLink("../t/", "T", ' lang="nl"')]
    found = parsed(cited_work(CitedWork("Bowlby <i>x</i> &amp; y", pages), ENGLISH))
    assert said(found) == "Bowlby x & y Discussed or cited in One & <two> · T"
    assert said(one(found, "./div[@class='reference-text']/i")) == "x"
    assert found.xpath(".//a/@href") == ["../one/", "../t/"]
    assert one(found, ".//a[@lang]").get("lang") == "nl"


def test_a_work_that_is_not_cited_has_no_word_of_pages() -> None:
    assert said(parsed(cited_work(CitedWork("Ainsworth", []), ENGLISH))) == "Ainsworth"


def test_lists_are_in_the_language_of_the_page() -> None:
    words = catalogue("pt")
    assert "1 texto" in topic_list([Topic("Sono", "", "", 1)], words, "pt")
    assert "Ainda" in bibliography([], words, 2)
    assert "yet" in bibliography([], ENGLISH, 2)


def test_topics_in_another_language_than_the_page_are_marked() -> None:
    topics = [Topic("Sleep", "At night.", "../sleep/", 1), Topic("Work", "", "", 0)]
    found = parsed(topic_list(topics, catalogue("pt"), "en-GB"))
    marked = found.xpath(".//*[@lang='en-GB']")
    assert [said(each) for each in marked] == ["Sleep", "At night.", "Work"]
