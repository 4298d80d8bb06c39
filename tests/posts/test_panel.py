"""The panel of a post: what stands in it for each kind of field, and what does not."""

from __future__ import annotations

import re
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from mkdocs_evidence import vocabulary
from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.posts import ArticleCard, Place, excerpt, post_page
from mkdocs_evidence.posts.panel import panel
from mkdocs_evidence.posts.people import People
from mkdocs_evidence.posts.registries import with_addresses
from tests.posts.making import post

CARD = ArticleCard("Richards, D. (2016).", "https://doi.org/10.1/a")
TRIAL: dict[str, Any] = {
    "design": "randomised-trial",
    "participants": {"n": 1440, "groups": 2, "who": "adults", "where": "Brazil & Portugal"},
    "comparison": {
        "intervention": "messages",
        "comparator": "one message",
        "comparator_type": "active",
    },
    "outcomes": [
        {
            "name": "Feeling well",
            "measure": "PHQ-9",
            "timepoint": "3 months",
            "role": "primary",
            "effect": {"type": "RR", "value": 1.3, "ci": [1.1, 1.6], "better": "higher"},
            "events": {"messages": {"n": 42, "of": 100}, "one message": {"n": 32, "of": 100}},
        }
    ],
    "certainty": {"level": "moderate", "reasons": ["imprecision", "risk-of-bias"]},
    "harms": "none-found",
    "registered": "ISRCTN27473954",
}
DIFFERENCE = {"type": "SMD", "value": 0.4, "ci": [0.2, 0.6], "better": "higher"}
DOT = re.compile(r"M(\d)\.5 \d\.5h(\d)\.01")


def body(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<body>{text}</body>")


def text_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def shown(language: str = "en", warned_of: Any = None, **evidence: Any) -> ElementTree.Element:
    """Return the panel of a post with this evidence."""
    return body(panel(post(evidence=evidence, language=language), warned_of))


def rows(element: ElementTree.Element) -> dict[str, str]:
    """Return what stands behind each label."""
    texts = [text_of(part) for part in element.iterfind(".//dl[@class='evidence-panel']/*")]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def page(**fields: Any) -> str:
    return post_page(post(**fields), Place(), CARD)


def converted(text: str) -> ElementTree.Element:
    return body(markdown(text, extensions=["attr_list", "md_in_html"]))


def test_without_evidence_there_is_no_panel() -> None:
    assert panel(post()) == ""
    assert "evidence-panel" not in page()


def test_of_what_is_not_known_nothing_is_said() -> None:
    element = shown(design="theory")
    assert rows(element) == {
        "Kind of study": "Theoretical article Ideas were developed. Nothing new was measured."
    }
    assert element.find(".//details") is not None


def test_what_is_known_stands_behind_its_label() -> None:
    told = rows(shown(**TRIAL))
    assert list(told) == [
        "Kind of study",
        "Who took part",
        "What was compared",
        "What was found",
        "How sure can we be?",
        "Unwanted effects",
        "Registration",
    ]
    assert told["Who took part"] == "1,440 people · 2 groups · adults · Brazil & Portugal"
    assert told["What was compared"] == "First group: messages Second group: one message"
    assert told["What was found"].startswith("Feeling well PHQ-9 · 3 months · Main outcome ")
    assert "RR = 1.3" in told["What was found"]
    assert told["How sure can we be?"] == (
        "Moderate. Further studies may change the picture. "
        "Imprecision: The numbers leave much room for chance. "
        "Risk of bias: The way in which the research was done can mislead. "
        "This is the judgement of the author of this post."
    )
    assert told["Registration"] == "ISRCTN27473954"


@pytest.mark.parametrize(
    ("participants", "told"),
    [
        ({"n": 1}, "1 person"),
        ({"studies": 1, "groups": 1}, "1 study · 1 group"),
        ({"studies": 14, "who": "couples"}, "14 studies · couples"),
        ({"where": "Peru"}, "Peru"),
    ],
)
def test_who_took_part(participants: dict[str, Any], told: str) -> None:
    assert rows(shown(design="cohort", participants=participants))["Who took part"] == told


@pytest.mark.parametrize(
    ("comparison", "told"),
    [
        ({"intervention": "talks"}, "talks"),
        ({"intervention": "talks", "comparator": "walks"}, "talks Compared with: walks"),
        (
            {
                "intervention": "talks",
                "comparator": "usual care",
                "comparator_type": "usual-care",
            },
            "talks Compared with: usual care",
        ),
        (
            {"intervention": "talks", "comparator_type": "waiting-list"},
            "talks Compared with: Waiting list",
        ),
    ],
)
def test_what_was_compared(comparison: dict[str, Any], told: str) -> None:
    assert rows(shown(design="cohort", comparison=comparison))["What was compared"] == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("SMD", "First group: talks Second group: walks"),
        ("r", "talks Compared with: walks"),
    ],
)
def test_groups_are_named_where_sentences_speak_of_them(kind: str, told: str) -> None:
    element = shown(
        design="cohort",
        comparison={"intervention": "talks", "comparator": "walks", "comparator_type": "active"},
        outcomes=[{"name": "Mood", "effect": DIFFERENCE | {"type": kind}}],
    )
    assert rows(element)["What was compared"] == told


def test_what_can_be_concluded_stands_out_where_anything_can() -> None:
    stands_out = shown(**TRIAL).find(".//p[@class='evidence-found']")
    assert stands_out is not None
    assert text_of(stands_out).startswith("This was the case more often")
    bare = {"name": "Mood", "effect": {"type": "SMD", "value": 0.4}}
    element = shown(design="cohort", outcomes=[bare])
    assert element.find(".//p[@class='evidence-found']") is None
    assert "No interval is given here" in text_of(element)


def test_what_an_effect_means_is_told_on_demand_and_not_found_by_the_search() -> None:
    details = shown(**TRIAL).find(".//details[@class='evidence-explained']")
    assert details is not None
    summary, *texts = details
    assert text_of(summary) == "How to read this"
    assert len(texts) >= 3
    assert {each.get("data-search-exclude") for each in texts} == {""}
    assert "Main outcome: the question that the study was planned for." in text_of(details)


def names(element: ElementTree.Element, path: str) -> list[str]:
    return [text_of(each) for each in element.iterfind(f".//{path}/li/p[1]/strong")]


@pytest.mark.parametrize(
    ("roles", "seen", "folded", "label"),
    [
        ([None], "A", "", None),
        ([None, None], "A", "B", "1 more outcome"),
        (["secondary", "primary", "exploratory"], "B", "AC", "2 more outcomes"),
        (["primary", "primary"], "AB", "", None),
        (["primary"] * 4, "ABC", "D", "1 more outcome"),
    ],
)
def test_outcomes_beside_the_main_ones_are_folded(
    roles: list[str | None], seen: str, folded: str, label: str | None
) -> None:
    outcomes = [
        {"name": name, "effect": DIFFERENCE} | ({"role": role} if role else {})
        for name, role in zip("ABCD", roles, strict=False)
    ]
    element = shown(design="cohort", outcomes=outcomes)
    assert names(element, "dd/ul") == list(seen)
    assert names(element, "dd/details/ul") == list(folded)
    labels = [text_of(each) for each in element.iterfind(".//dd/details/summary")]
    assert [each for each in labels if "more outcome" in each] == ([label] if label else [])


def test_what_is_said_of_all_outcomes_is_said_once() -> None:
    ratio = {"type": "OR", "value": 1.5, "ci": [1.1, 2.0]}
    alike = [{"name": name, "effect": ratio} for name in ("Sleep", "Mood")]
    element = shown(design="randomised-trial", outcomes=alike)
    told = rows(element)["What was found"]
    assert told.count("Odds are not chances.") == 1
    assert told.count("Odds ratio (OR):") == 1
    assert element.find(".//dd/ul/li[1]") is not None
    assert "Odds are not chances." not in "".join(map(text_of, element.iterfind(".//li")))
    other = {"name": "Points", "effect": DIFFERENCE}
    mixed = shown(design="randomised-trial", outcomes=[*alike, other])
    assert "Odds are not chances." in text_of(next(mixed.iterfind(".//li")))


def test_a_note_on_one_of_several_outcomes_names_it() -> None:
    margin = {"type": "MD", "value": 0.1, "ci": [-1, 1], "better": "lower", "margin": 2}
    alone = shown(design="randomised-trial", outcomes=[{"name": "Mood", "effect": margin}])
    assert "Mood: Set beforehand" not in text_of(alone)
    assert "Set beforehand" in text_of(alone)
    two = [{"name": "Mood", "effect": margin}, {"name": "Sleep", "effect": DIFFERENCE}]
    assert "Mood: Set beforehand" in text_of(shown(design="randomised-trial", outcomes=two))


def test_an_outcome_without_an_effect_is_named() -> None:
    element = shown(design="cohort", outcomes=[{"name": "Sleep", "timepoint": "a year"}])
    assert rows(element)["What was found"] == "Sleep a year"


def test_people_of_both_groups_are_drawn_with_their_numbers_as_text() -> None:
    drawings = list(shown(**TRIAL).iterfind(".//figure"))
    assert [text_of(each) for each in drawings] == [
        "messages 42 of 100 people 42 of 100",
        "one message 32 of 100 people 32 of 100",
    ]
    assert "Counted," not in text_of(shown(**TRIAL))
    assert [each.get("aria-hidden") for each in shown(**TRIAL).iter("svg")] == ["true", "true"]
    assert "Filled: this was the case." in text_of(shown(**TRIAL))


@pytest.mark.parametrize(
    ("comparison", "groups"),
    [
        ({"intervention": "talks", "comparator": "walks"}, ["talks", "walks"]),
        (None, ["The group studied", "The comparison group"]),
    ],
)
def test_people_who_were_not_counted_are_drawn_by_what_was_compared(
    comparison: dict[str, str] | None, groups: list[str]
) -> None:
    effect = {"type": "RR", "value": 0.5, "ci": [0.4, 0.6]}
    outcome = {"name": "Relapse", "effect": effect, "baseline": 0.4}
    element = shown(design="randomised-trial", outcomes=[outcome], comparison=comparison)
    assert "Filled: this would be the case." in text_of(element)
    assert [text_of(each) for each in element.iter("figcaption")] == [
        f"{groups[0]} 20 of 100 people",
        f"{groups[1]} 40 of 100 people",
    ]


@pytest.mark.parametrize("cases", [[1, 2], [100, 200, 300]])
def test_nobody_is_drawn_where_100_icons_do_not_suit(cases: list[int]) -> None:
    events = {f"group {count}": {"n": count, "of": 1000} for count in cases}
    outcome = {"name": "Relapse", "events": events}
    element = shown(design="cohort", outcomes=[outcome])
    assert element.find(".//svg") is None
    assert all(f"({count} of 1,000)" in text_of(element) for count in cases)


@given(st.integers(0, 100))
def test_as_many_are_rings_as_are_not_counted(count: int) -> None:
    people = People("messages", count)

    def dots(path: str) -> int:
        """Count the dots: the first of each line, and one more for each unit of its length."""
        lines = DOT.findall(path)
        assert "".join(match[0] for match in DOT.finditer(path)) == path
        assert all(int(start) + int(length) == 9 for start, length in lines)
        return sum(1 + int(length) for _, length in lines)

    assert dots(people.all) == 100
    assert dots(people.others) == 100 - count


@pytest.mark.parametrize(
    ("system", "named"),
    [
        ({}, []),
        ({"system": "GRADE"}, ["GRADE"]),
        ({"system": "CERQual"}, ["GRADE-CERQual"]),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_system_is_named_only_where_the_article_itself_judges(
    language: str, system: dict[str, str], named: list[str]
) -> None:
    element = shown(language, design="meta-analysis", certainty={"level": "low"} | system)
    assert re.findall(r"[A-Z-]*GRADE[\w-]*", text_of(element)) == named


@pytest.mark.parametrize("harms", [None, *get_args(vocabulary.Harms)])
def test_of_harms_is_said_only_what_the_author_says(harms: str | None) -> None:
    told = rows(shown(design="cohort", harms=harms))
    words = catalogue("en")
    expected = words.text(f"harms_about_{harms}") if harms else None
    assert told.get("Unwanted effects") == expected


@pytest.mark.parametrize(
    ("registered", "address"),
    [
        ("ISRCTN27473954", "https://www.isrctn.com/ISRCTN27473954"),
        ("NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"),
        ("PROSPERO CRD42020123456", "https://www.crd.york.ac.uk/PROSPERO/view/CRD42020123456"),
        ("ReBEC RBR-4c94dtn", "https://ensaiosclinicos.gov.br/rg/RBR-4c94dtn"),
        ("DRKS00012345", "https://drks.de/search/en/trial/DRKS00012345"),
        ("ACTRN12605000000123", "https://www.anzctr.org.au/ACTRN12605000000123.aspx"),
        ("https://osf.io/jymhe", "https://osf.io/jymhe"),
        ("NTR1234", "https://trialsearch.who.int/Trial2.aspx?TrialID=NTR1234"),
        ("NL-OMON12345", "https://trialsearch.who.int/Trial2.aspx?TrialID=NL-OMON12345"),
        ("by post", None),
        ("NCT123", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_registration_leads_to_its_register(registered: str, address: str | None) -> None:
    element = shown(design="cohort", registered=registered)
    assert rows(element)["Registration"] == registered
    assert [each.get("href") for each in element.iter("a")] == ([address] if address else [])


def test_each_number_of_several_has_its_address() -> None:
    assert with_addresses("NCT01234567 and ISRCTN27473954.") == [
        ("NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"),
        (" and ", ""),
        ("ISRCTN27473954", "https://www.isrctn.com/ISRCTN27473954"),
        (".", ""),
    ]


@given(st.text())
def test_parts_of_a_registration_make_up_the_whole(registered: str) -> None:
    assert "".join(text for text, _ in with_addresses(registered)) == registered


def test_nothing_makes_the_numbers_of_a_retracted_article_look_reliable() -> None:
    element = shown(warned_of="retraction", **TRIAL)
    assert text_of(element).startswith("The article has been retracted.")
    told = rows(element)
    assert "How sure can we be?" not in told
    assert told["What was found"].startswith(
        "Feeling well PHQ-9 · 3 months · Main outcome RR = 1.3"
    )
    assert "group" not in told["What was found"]
    assert element.find(".//svg") is None


def test_doubts_are_told_and_hide_nothing() -> None:
    element = shown(warned_of="concern", **TRIAL)
    assert text_of(element).startswith("The journal has doubts about the article.")
    assert rows(element) == rows(shown(**TRIAL))


HOSTILE = "<b>A</b> & \"x\" 'y' *z* [@k] `c` &lt; {{ t }} # h </dl><script>alert(1)</script>"


def test_what_an_author_wrote_is_text() -> None:
    outcome = {
        "name": HOSTILE,
        "measure": HOSTILE,
        "timepoint": HOSTILE,
        "effect": {"type": "RR", "value": 1.3, "ci": [1.1, 1.6]},
        "events": {HOSTILE: {"n": 1, "of": 2}, f"{HOSTILE}2": {"n": 1, "of": 3}},
    }
    element = converted(
        page(
            evidence={
                "design": "cohort",
                "participants": {"who": HOSTILE, "where": HOSTILE},
                "comparison": {"intervention": HOSTILE, "comparator": HOSTILE},
                "outcomes": [outcome],
                "registered": HOSTILE,
            }
        )
    )
    assert [each.tag for each in element.iter() if each.tag in ("b", "script", "em", "code")] == []
    found = rows(element)
    assert found["Registration"] == HOSTILE
    assert found["Who took part"] == f"{HOSTILE} · {HOSTILE}"
    assert found["What was found"].startswith(f"{HOSTILE} {HOSTILE} · {HOSTILE}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_speaks_the_language_of_the_post(language: str) -> None:
    words = catalogue(language)
    told = rows(shown(language, **TRIAL))
    names = ["design", "participants", "compared", "found", "certainty", "harms", "registered"]
    assert list(told) == [" ".join(words.text(f"study_{name}").split()) for name in names]
    everything = " ".join(told.values())
    for name in ("design_about_randomised-trial", "harms_about_none-found", "role_primary"):
        assert words.text(name) in everything
    assert everything.count(words.text("study_of_100", count=42)) == 1


LABELS: dict[str, tuple[str, ...]] = {
    "design": get_args(vocabulary.Design),
    "comparator": get_args(vocabulary.ComparatorType),
    "role": get_args(vocabulary.OutcomeRole),
    "certainty_level": get_args(vocabulary.CertaintyLevel),
    "certainty_system": ("GRADE", "CERQual"),
    "certainty_reason": get_args(vocabulary.CertaintyReason),
}
EXPLAINED = {
    **{f"{kind}_about": words for kind, words in LABELS.items() if kind != "comparator"},
    "certainty_system_about": get_args(vocabulary.CertaintySystem),
    "harms_about": get_args(vocabulary.Harms),
}


@pytest.mark.parametrize(("kind", "words"), [*LABELS.items(), *EXPLAINED.items()])
def test_the_words_of_the_vocabulary_have_labels_and_explanations(
    kind: str, words: tuple[str, ...]
) -> None:
    assert [word for word in words if not catalogue("en").has(f"{kind}_{word}")] == []


def test_the_panel_stands_before_the_sections_and_not_in_listings() -> None:
    text = page(evidence=TRIAL)
    headings = [each.get("id") for each in converted(text).iter("h2")]
    assert headings[:2] == ["evidence", "study"]
    assert "evidence-panel" not in excerpt(post(evidence=TRIAL))


def test_funding_and_interests_stand_in_the_panel_and_nowhere_else() -> None:
    element = converted(page(evidence=TRIAL, funding="A <fund> & *co*", conflicts="None"))
    told = rows(element)
    assert told["Funding"] == "A <fund> & *co*"
    assert told["Interests declared"] == "None"
    card = element.find(".//aside[@class='evidence-article']")
    assert card is not None
    assert "Funding" not in text_of(card)
