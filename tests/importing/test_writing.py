"""The file of a summary made of an old post: what is written is what is read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_evidence.authoring.draft import FORMS, Form
from mkdocs_evidence.importing.post import Details, LeftOut, Picture
from mkdocs_evidence.importing.recognising import Credit, Part, Recognised
from mkdocs_evidence.importing.words import lost_words
from mkdocs_evidence.importing.writing import Found, cleaned, summary_text, without_notes
from mkdocs_evidence.reading import SummaryFile, SummaryReader, section_names
from mkdocs_evidence.settings import Settings

SETTINGS = Settings()
READER = SummaryReader(SETTINGS.section_ids, section_names(SETTINGS))
POST = Recognised(
    details=Details(
        title="Why we #worry: a night in #4",
        authors=["Bo Fox"],
        date="2019-03-02",
        updated="2019-05-01",
        topics=["Sleep", "Health: at work"],
        tags=["rest, and more"],
        language="nl",
        description="What a night does.",
        picture=Picture("lamp.jpg", "A lamp: on"),
        addresses=["/2019/03/why-we-worry/"],
    ),
    discussed="Discussion of Fox (2019), *A night*.",
    lead="Do you lie awake?\n\n    code\n\n- one\n- two",
    sections={
        "study": Part("They slept.\n\n### Results\n\nWell.", "Het onderzoek"),
        "implications": Part("Sleep more.", "What to do: sleep"),
        "limitations": Part("It was small."),
    },
    conclusion=Part("Good night.", "In short"),
    credit=Credit("Photo: [Ana](https://example.org)", "https://example.org/lamp", "CC BY 4.0"),
    references=["Fox, B. (2019). A night.", "Day, A. (2001). Dreams."],
    left_out=[LeftOut("Write to me!\n# now\n---", "a standing invitation to comment")],
)
FOUND = Found("fox2019night", ["day2001dreams"], ["bo-fox"], "why-we-worry.jpg", "why-we-worry")


def read(text: str, form: Form, folder: Path) -> SummaryFile:
    path = folder / f"post.{form}"
    path.write_bytes(text.encode())
    return READER.read(path, path.name)


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_post_is_read_back(form: Form, tmp_path: Path) -> None:
    file = read(summary_text(POST, FOUND, form, SETTINGS), form, tmp_path)
    summary = file.summary
    assert summary
    assert [each.message for each in file.problems] == []
    assert summary.draft
    assert summary.title == "Why we #worry: a night in #4"
    assert str(summary.date) == "2019-03-02"
    assert str(summary.updated) == "2019-05-01"
    assert summary.article
    assert summary.article.key == "fox2019night"
    assert summary.topics == ["Sleep", "Health: at work"]
    assert summary.tags == ["rest, and more"]
    assert summary.authors == ["bo-fox"]
    assert summary.language == "nl"
    assert summary.id == "why-we-worry"
    assert summary.nocite == ["day2001dreams"]
    assert summary.lead == POST.lead
    assert {name: part.text for name, part in summary.sections.items()} == {
        name: part.text for name, part in POST.sections.items()
    }
    assert summary.conclusion
    assert summary.conclusion.text == "Good night."
    assert summary.image
    assert summary.image.model_dump() == {
        "file": "why-we-worry.jpg",
        "alt": "A lamp: on",
        "credit": "Photo: [Ana](https://example.org)",
        "credit_url": "https://example.org/lamp",
        "licence": "CC BY 4.0",
    }


def test_the_authors_own_heading_is_kept_where_it_says_something_else() -> None:
    text = summary_text(POST, FOUND, "yaml", SETTINGS)
    assert "study: |\n  They slept." in text  # “Het onderzoek” is the usual heading in Dutch
    assert 'implications:\n  heading: "What to do: sleep"\n  text: |\n    Sleep more.' in text
    assert "limitations: |\n  It was small." in text


def test_a_heading_in_markdown_begins_with_a_name_that_is_known() -> None:
    text = summary_text(POST, FOUND, "md", SETTINGS)
    assert "\n## Het onderzoek\n\nThey slept." in text
    assert "\n## Betekenis voor de praktijk: What to do: sleep\n\nSleep more." in text


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_a_post_is_lost(form: Form) -> None:
    text = summary_text(POST, FOUND, form, SETTINGS)
    for words in (
        "# Discussion of Fox (2019), *A night*.\narticle:",
        "## A standing invitation to comment:\n# Write to me!\n# # now\n# ---\n",
        "# Fox, B. (2019). A night.\n#\n# Day, A. (2001). Dreams.\n",
        "/2019/03/why-we-worry/",
    ):
        assert words in text


@pytest.mark.parametrize("form", FORMS)
def test_what_a_person_has_to_write_stands_there_empty(form: Form, tmp_path: Path) -> None:
    bare = Recognised(Details(picture=Picture("lamp.jpg")), lead="A lamp.")
    text = summary_text(bare, Found(), form, SETTINGS)
    for line in ("title:", "date:", "article:", "image:", "  file:", "  alt:"):
        assert f"\n{line}\n" in text
    file = read(text, form, tmp_path)
    told = [f"{each.location.line}: {each.message}" for each in file.problems]
    lines = text.split("\n")
    assert told == [
        f"{lines.index('  file:') + 1}: “file” is there, but nothing is written after it.",
        f"{lines.index('  alt:') + 1}: “alt” is there, but nothing is written after it.",
    ]
    assert file.understood
    assert file.understood.lead == "A lamp."


@pytest.mark.parametrize(
    "lead",
    [
        "```\nnever closed",
        "<!-- never closed\n\nand",
        "One\n===\n\ntwo\n---\n\n# Three\n\n#four five",
        "---\n\nafter a rule\n\n---",
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_markdown_that_could_hide_the_rest_does_not(lead: str, form: Form, tmp_path: Path) -> None:
    post = Recognised(
        Details(title="T", date="2019-03-02"),
        lead=lead,
        sections={name: Part(f"{name} -->") for name in SETTINGS.section_ids},
    )
    file = read(summary_text(post, Found("k"), form, SETTINGS), form, tmp_path)
    assert file.problems == []
    assert file.summary
    assert file.summary.lead == cleaned(lead)
    assert [part.text for part in file.summary.sections.values()] == [
        f"{name} -->" for name in SETTINGS.section_ids
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_runs_or_asks_others_is_shown(form: Form) -> None:
    harmful = "![a][b] <i style='background:url(//c/d)'> ![a](b.jpg){src=//c/d}\n\n[b]: https://c/d"
    post = Recognised(
        Details(title="T", date="2019-03-02"),
        lead="```\n<script>x</script>",
        sections={"study": Part(harmful, "<img src=//c/d>"), "implications": Part("![a](b.jpg)")},
    )
    text = summary_text(post, Found("k"), form, SETTINGS)
    assert "&lt;script>x&lt;/script>" in text
    assert "&lt;img src=//c/d>" in text
    assert r"!\[a]\[b] &lt;i style='background:url(//c/d)'> !\[a](b.jpg)\{src=//c/d}" in text
    assert "![a](b.jpg)\n" in text, "the site's own pictures are shown"


@pytest.mark.parametrize("form", FORMS)
def test_notes_to_the_author_cannot_stand_in_for_words_of_the_post(form: Form) -> None:
    text = summary_text(POST, FOUND, form, SETTINGS)
    assert lost_words("Delete the next line", text) == []
    assert "Delete" in lost_words("Delete the next line", without_notes(text))
    assert lost_words("Good night. Write to me! now", without_notes(text)) == []


ODD = st.text(
    st.one_of(
        st.sampled_from("ab1 \t\n\r\x0b\x0c\x85\u2028\u2029\ufeff#-:`~<>!|=*'\"\\[]{}&%@,é😀\x00"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@settings(max_examples=50)
@given(title=ODD, lead=ODD, study=ODD, own=ODD, rest=ODD, form=st.sampled_from(FORMS))
@example(title="", lead="#", study="#", own="", rest="", form="yaml")
def test_any_text_is_read_back_as_it_was(
    title: str,
    lead: str,
    study: str,
    own: str,
    rest: str,
    form: Form,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    post = Recognised(
        Details(title=title, date="2019-03-02", tags=[title]),
        discussed=rest,
        lead=lead,
        sections={"study": Part(study, own)},
        conclusion=Part(rest),
        left_out=[LeftOut(rest, "odd"), LeftOut(lead, "odd")],
    )
    folder = tmp_path_factory.getbasetemp()
    file = read(summary_text(post, Found("k"), form, SETTINGS), form, folder)
    summary = file.understood
    assert summary
    assert [each for each in file.problems if each.level == "error"] == []
    assert (summary.lead or "") == cleaned(lead)
    read_back = summary.sections.get("study")
    assert (read_back.text if read_back else "") == cleaned(study)
