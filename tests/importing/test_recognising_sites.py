"""Posts recognised for sites that set something of their own."""

from __future__ import annotations

from mkdocs_evidence.importing.post import Block, Details, LeftOut, OldPost, Picture
from mkdocs_evidence.importing.recognising import recognise
from mkdocs_evidence.settings import Settings
from tests.importing.markdown_blocks import old_post


def test_sections_of_the_sites_own() -> None:
    site = Settings.model_validate(
        {
            "sections": [
                {"id": "exercise", "heading": {"en": "The exercise", "nl": "De oefening"}},
                {"id": "at_home", "heading": "Try it at home"},
            ]
        }
    )
    found = recognise(
        old_post("# Knees\n\n## Exercise of the week\n\nBend.\n\n## try it at home!\n\nAgain."),
        site,
    )
    assert {name: (part.heading, part.text) for name, part in found.sections.items()} == {
        "exercise": ("Exercise of the week", "Bend."),
        "at_home": ("try it at home!", "Again."),
    }


def test_usual_headings_mean_nothing_to_a_site_without_these_sections() -> None:
    site = Settings.model_validate({"sections": [{"id": "exercise"}, {"id": "rest"}]})
    found = recognise(old_post("# Knees\n\n## Exercise\n\nBend.\n\n## Limitations\n\nNone."), site)
    assert [*found.sections] == ["exercise", "rest"]
    assert "“Limitations” as “rest”" in " ".join(found.questions)


def test_a_site_without_topics_takes_every_topic() -> None:
    found = recognise(old_post("# Knees\n\nTopics: Knees, hips and toes"), Settings())
    assert found.details.topics == ["Knees", "hips", "toes"]
    assert not any("topic" in question for question in found.questions)


def test_an_empty_post_has_nothing_but_questions() -> None:
    found = recognise(OldPost("empty.txt", [], ""), Settings())
    assert (found.details.title, found.lead, found.left_out) == ("", "", [])
    assert "No title was found. Please write one." in found.questions


def test_what_the_file_tells_is_kept() -> None:
    told = Details(
        title="Knees",
        description="On knees.",
        slug="knees",
        tags=["legs"],
        addresses=["/2019/03/knees/"],
        hidden=True,
        picture=Picture("knees.jpg"),
    )
    menu = LeftOut("Home", "a menu")
    post = OldPost("x", [Block("paragraph", "Tags: hips", "Tags: hips")], "", told, [menu])
    found = recognise(post, Settings())
    assert (found.details.slug, found.details.description, found.details.hidden) == (
        "knees",
        "On knees.",
        True,
    )
    assert found.details.addresses == ["/2019/03/knees/"]
    assert found.details.tags == ["legs", "hips"]
    assert found.picture == Picture("knees.jpg")
    assert found.left_out[0] is menu


def test_a_lower_heading_is_never_lower_than_the_sixth() -> None:
    text = "# K\n\n## Study\n\n### A\n\n#### B\n\n##### C\n\n###### D\n\nE."
    assert recognise(old_post(text), Settings()).sections["study"].text == (
        "### A\n\n#### B\n\n##### C\n\n###### D\n\nE."
    )


def test_old_addresses_that_no_page_can_have_are_left_out_and_told() -> None:
    told = Details(title="Knees", addresses=["/knees/", "/files/knees.pdf"])
    found = recognise(OldPost("knees.md", [], "", told), Settings())
    assert found.details.addresses == ["/knees/"]
    assert [each.text for each in found.left_out] == ["/files/knees.pdf"]


def test_a_tag_stands_there_once_and_not_beside_a_topic_of_its_name() -> None:
    told = Details(title="Knees", topics=["Sport"], tags=["sport", "#running", "Running"])
    found = recognise(OldPost("knees.md", [], "", told), Settings())
    assert (found.details.topics, found.details.tags) == (["Sport"], ["running"])


def test_what_a_picture_shows_is_said_best_in_the_post_itself() -> None:
    shown = Picture("https://old.example.org/walk.jpg", "A path in the park")
    block = Block(
        "picture", "![A path in the park](https://old.example.org/walk.jpg)", "", 0, [shown]
    )
    for alt in ("walk", ""):
        told = Details(title="Walks", picture=Picture("https://cdn.example.org/walk.jpg", alt))
        found = recognise(OldPost("walks.xml", [block], "", told), Settings())
        assert found.details.picture
        assert found.details.picture.alt == "A path in the park"
