"""What the pages of a site say of works."""

from mkdocs_evidence.synthesis import Mentions
from tests.synthesis.making import page

ABOUT = page("about/", "@coan2017, @coan2017 and [@ek:2017].")
HANDS = page("hands/", "@bowlby1969", topics=("Sleep", "Love"), article="coan2017")
FEET = page("feet/", "Nothing.", topics=("Health",), article="coan2017")
MENTIONS = Mentions([ABOUT, HANDS, FEET], ["Love", "Work"])


def test_a_work_has_the_pages_that_discuss_or_cite_it() -> None:
    assert MENTIONS.pages == {
        "coan2017": [ABOUT, HANDS, FEET],
        "ek:2017": [ABOUT],
        "bowlby1969": [HANDS],
    }
    assert MENTIONS.discussing == {"coan2017": [HANDS, FEET]}
    assert MENTIONS.citing == {"coan2017": [ABOUT], "ek:2017": [ABOUT], "bowlby1969": [HANDS]}


def test_topics_are_those_of_the_site_and_then_those_of_posts() -> None:
    assert MENTIONS.topics == ["Love", "Work", "Health", "Sleep"]


def test_a_work_has_the_topics_of_its_posts_in_the_order_of_the_site() -> None:
    assert MENTIONS.topics_by_key == {
        "coan2017": ["Love", "Health", "Sleep"],
        "ek:2017": [],
        "bowlby1969": ["Love", "Sleep"],
    }
