"""The list of topics and the bibliography."""

from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.synthesis import CitedWork, Topic, bibliography_list, topic_list
from tests.hosts.site import one, parsed, said

ENGLISH = catalogue("en")


def test_topics_are_listed_in_the_order_given_with_their_numbers() -> None:
    topics = [
        Topic("Love & <loss>", "Two & more.", "../category/love/", 1),
        Topic("Work", "", "", 0),
        Topic('"Sleep"', "At night.", "../category/sleep/", 12),
    ]
    found = parsed(topic_list(topics, ENGLISH))
    assert [said(item) for item in found.xpath(".//li")] == [
        "Love & <loss> 1 post Two & more.",
        "Work 0 posts",
        '"Sleep" 12 posts At night.',
    ]
    assert found.xpath(".//a/@href") == ["../category/love/", "../category/sleep/"]


def test_works_are_listed_in_the_order_given_with_their_pages() -> None:
    works = [
        CitedWork("ref-b", "Bowlby <i>x</i> &amp; y", {"../one/": "One & <two>", "../t/": "T"}),
        CitedWork("ref-a", "Ainsworth", {"../": "Home"}),
    ]
    found = parsed(bibliography_list(works, ENGLISH))
    assert found.xpath(".//li/@id") == ["ref-b", "ref-a"]
    first = found.xpath(".//li")[0]
    assert said(first) == "Bowlby x & y Discussed or cited in One & <two> · T"
    assert said(one(first, ".//i")) == "x"
    assert first.xpath(".//a/@href") == ["../one/", "../t/"]


def test_lists_are_in_the_language_of_the_page() -> None:
    words = catalogue("pt")
    assert "1 texto" in topic_list([Topic("Sono", "", "", 1)], words)
    assert bibliography_list([], words) != bibliography_list([], ENGLISH)
