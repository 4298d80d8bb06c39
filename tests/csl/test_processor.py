"""Citations and references in APA 7, as safe HTML."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_evidence.csl import Citation, Cite, Fragment, Processor, load_style

ITEMS: dict[str, dict[str, Any]] = {
    "coan2017": {
        "type": "article-journal",
        "author": [
            {"family": "Coan", "given": "James A."},
            {"family": "Beckes", "given": "Lane"},
            {"family": "Maresh", "given": "Erin L."},
        ],
        "title": "Relationship status and <i>perceived</i> support",
        "container-title": "Social Cognitive & Affective Neuroscience",
        "volume": "12",
        "issue": "10",
        "page": "1574–1583",
        "issued": {"date-parts": [[2017, 10]]},
        "DOI": "10.1093/scan/nsx091",
    },
    "Coan2017": {
        "type": "book",
        "author": [{"family": "Coan", "given": "Jane"}],
        "title": "Another one",
        "publisher": "Press",
        "issued": {"date-parts": [[2017]]},
    },
    "kolk": {
        "type": "book",
        "author": [
            {"family": "Kolk", "given": "Bessel A.", "non-dropping-particle": "van der"},
            {"family": "Ávila", "given": "Zoé"},
        ],
        "title": "The body",
        "issued": {"date-parts": [[2014]]},
        "URL": "https://example.org/?a=1&b=2",
    },
    "who": {
        "type": "report",
        "author": [{"literal": "World Health Organization"}],
        "title": "Mental health (p < .05)",
        "issued": {"date-parts": [[2022]]},
    },
    "others": {
        "type": "book",
        "author": [{"family": "Ávila", "given": "Zoé"}, {"literal": "others"}],
        "title": "With others",
        "issued": {"date-parts": [[2001]]},
    },
    "undated": {"type": "webpage", "title": "Nobody’s page"},
}


def item(key: str) -> dict[str, Any]:
    return {"id": key, **ITEMS[key]}


@pytest.fixture(scope="module")
def apa() -> Processor:
    return Processor(load_style("apa"), "en", item)


def text(fragments: list[Fragment]) -> str:
    return "".join(fragment.html for fragment in fragments)


def cluster(processor: Processor, *cites: Cite) -> list[Fragment]:
    return processor.document([Citation(cites)]).citations[0]


def narrative(processor: Processor, cite: Cite) -> list[Fragment]:
    return processor.document([Citation((cite,), narrative=True)]).citations[0]


def test_a_citation_is_made_of_fragments(apa: Processor) -> None:
    cites = Cite("coan2017", prefix="see", locator="3", suffix=", and more"), Cite("who")
    assert [(fragment.html, fragment.key) for fragment in cluster(apa, *cites)] == [
        ("(", None),
        ("see Coan et al., 2017, p. 3, and more", "coan2017"),
        ("; ", None),
        ("World Health Organization, 2022", "who"),
        (")", None),
    ]


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("kolk"), "(van der Kolk &amp; Ávila, 2014)"),
        (Cite("kolk", locator="3-5"), "(van der Kolk &amp; Ávila, 2014, pp. 3–5)"),
        (Cite("kolk", locator="3", label="chapter"), "(van der Kolk &amp; Ávila, 2014, Chapter 3)"),
        (Cite("kolk", locator="3", label="paragraph"), "(van der Kolk &amp; Ávila, 2014, para. 3)"),
        (
            Cite("kolk", locator="3", label="article-locator"),
            "(van der Kolk &amp; Ávila, 2014, Article 3)",
        ),
        (
            Cite("kolk", locator="x", label="sub verbo"),
            "(van der Kolk &amp; Ávila, 2014, Sub verbo x)",
        ),
        (Cite("kolk", suppress_author=True), "(2014)"),
        (Cite("Coan2017"), "(Coan, 2017)"),
        (Cite("others"), "(Ávila et al., 2001)"),
        (Cite("undated"), "(<i>Nobody’s Page</i>, n.d.)"),
    ],
)
def test_a_cite_in_parentheses(apa: Processor, cite: Cite, expected: str) -> None:
    assert text(cluster(apa, cite)) == expected


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("coan2017", locator="3"), "Coan et al. (2017, p. 3)"),
        (Cite("kolk"), "van der Kolk and Ávila (2014)"),
        (Cite("others"), "Ávila et al. (2001)"),
        (Cite("coan2017", suffix=", and more"), "Coan et al. (2017, and more)"),
    ],
)
def test_a_narrative_citation(apa: Processor, cite: Cite, expected: str) -> None:
    assert [(part.html, part.key) for part in narrative(apa, cite)] == [(expected, cite.key)]


def test_more_works_in_a_narrative_citation(apa: Processor) -> None:
    cites = Cite("coan2017", locator="3"), Cite("who", prefix="see"), Cite("kolk")
    parts = apa.document([Citation(cites, narrative=True)]).citations[0]
    assert [(part.html, part.key) for part in parts] == [
        ("Coan et al.", "coan2017"),
        (" (", None),
        ("2017, p. 3", "coan2017"),
        ("; ", None),
        ("see World Health Organization, 2022", "who"),
        ("; ", None),
        ("van der Kolk &amp; Ávila, 2014", "kolk"),
        (")", None),
    ]


def test_a_narrative_citation_in_a_note_style_leaves_the_author_in_the_text() -> None:
    notes = Processor(load_style("chicago-notes-bibliography"), "en", item)
    cites = Cite("kolk", locator="3"), Cite("kolk")
    citations = [Citation(cites[:1], narrative=True, note=1), Citation(cites, note=2)]
    first, second = notes.document(citations).citations
    assert [part.html for part in first if part.in_text] == ["Bessel A. van der Kolk and Zoé Ávila"]
    assert text([part for part in first if not part.in_text]).startswith("<i>")
    assert not any(part.in_text for part in second)


def test_cites_come_in_the_order_of_the_list(apa: Processor) -> None:
    assert text(cluster(apa, Cite("who"), Cite("kolk"), Cite("others"))) == (
        "(Ávila et al., 2001; van der Kolk &amp; Ávila, 2014; World Health Organization, 2022)"
    )


def test_what_the_author_writes_around_a_cite_holds_it_in_its_place(apa: Processor) -> None:
    cites = [
        Cite("who", prefix="see"),
        Cite("kolk"),
        Cite("coan2017"),
        Cite("others", prefix="but"),
    ]
    assert text(cluster(apa, *cites)) == (
        "(see World Health Organization, 2022; Coan et al., 2017; van der Kolk &amp; Ávila, 2014; "
        "but Ávila et al., 2001)"
    )


def test_all_citations_of_a_document(apa: Processor) -> None:
    citations = [Citation((Cite("who"),)), Citation((Cite("who"),), narrative=True)]
    assert [text(fragments) for fragments in apa.document(citations).citations] == [
        "(World Health Organization, 2022)",
        "World Health Organization (2022)",
    ]


def test_references_are_sorted_and_safe(apa: Processor) -> None:
    found = apa.references(["who", "kolk", "coan2017", "Coan2017", "others", "who"])
    assert [reference.key for reference in found] == [
        "others", "Coan2017", "coan2017", "kolk", "who",
    ]  # fmt: skip
    html = {reference.key: reference.html for reference in found}
    assert html["coan2017"] == (
        "Coan, J. A., Beckes, L., &amp; Maresh, E. L. (2017). Relationship status and "
        "<i>perceived</i> support. <i>Social Cognitive &amp; Affective Neuroscience</i>, "
        '<i>12</i>(10), 1574–1583. <a href="https://doi.org/10.1093/scan/nsx091">'
        "https://doi.org/10.1093/scan/nsx091</a>"
    )
    assert html["Coan2017"] == "Coan, J. (2017). <i>Another one</i>. Press."
    assert html["who"].endswith("<i>Mental health (p &lt; .05)</i>.")
    assert html["others"] == "Ávila, Z. et al. (2001). <i>With others</i>."
    assert '<a href="https://example.org/?a=1&amp;b=2">' in html["kolk"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "Why?"}, "Kolk, B. (2014). <i>Why?</i> Press."),
        (
            {"title": "Why <i>me?</i>"},
            'Kolk, B. (2014). <i>Why <span style="font-style:normal;">me?</span></i> Press.',
        ),
        ({"title": "And so on ..."}, "Kolk, B. (2014). <i>And so on ...</i> Press."),
        ({"edition": "2"}, "Kolk, B. (2014). <i>A</i> (2nd ed.). Press."),
        ({"author": []}, "<i>A</i>. (2014). Press."),
        (
            {"type": "thesis", "genre": "Doctoral dissertation"},
            "Kolk, B. (2014). <i>A</i> [Doctoral dissertation]. Press.",
        ),
        (
            {"type": "chapter", "container-title": "B", "editor": [{"family": "Day"}] * 2},
            "Kolk, B. (2014). A. In Day &amp; Day (Eds.), <i>B</i>. Press.",
        ),
        ({"issued": {"literal": "in press"}}, "Kolk, B. (in press). <i>A</i>. Press."),
        ({"issued": {"date-parts": [[2014], [2015]]}}, "Kolk, B. (2014–2015). <i>A</i>. Press."),
        ({"URL": "javascript:alert(1)"}, "Kolk, B. (2014). <i>A</i>. Press. javascript:alert(1)"),
    ],
)
def test_kinds_of_references(changes: dict[str, Any], expected: str) -> None:
    book = {
        "type": "book",
        "author": [{"family": "Kolk", "given": "Bessel"}],
        "title": "A",
        "publisher": "Press",
        "issued": {"date-parts": [[2014]]},
    }
    processor = Processor(load_style("apa"), "en", lambda _: {**book, **changes})
    assert processor.references(["k"])[0].html == expected


def test_a_date_that_is_none_counts_as_missing() -> None:
    odd = {"author": [{"family": "<Day>"}], "title": "A", "issued": {"date-parts": [["no", 99]]}}
    processor = Processor(load_style("apa"), "en", lambda _: odd)
    assert processor.references(["k"])[0].html == "&lt;Day&gt;. (n.d.). <i>A</i>."
    assert text(cluster(processor, Cite("k", locator="3"))) == "(&lt;Day&gt;, n.d., p. 3)"
    assert text(narrative(processor, Cite("k"))) == "&lt;Day&gt; (n.d.)"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "van der Kolk and Ávila (2014, p. 3)"),
        ("pt", "van der Kolk e Ávila (2014, p. 3)"),
        ("pt-PT", "van der Kolk e Ávila (2014, p. 3)"),
        ("nl", "van der Kolk en Ávila (2014, p. 3)"),
        ("fr", "van der Kolk et Ávila (2014, p. 3)"),
        ("de", "van der Kolk und Ávila (2014, S. 3)"),
        ("de_AT", "van der Kolk und Ávila (2014, S. 3)"),
        ("xx", "van der Kolk and Ávila (2014, p. 3)"),
    ],
)
def test_the_language_of_the_page(language: str, expected: str) -> None:
    processor = Processor(load_style("apa"), language, item)
    assert text(narrative(processor, Cite("kolk", locator="3"))) == expected


@pytest.mark.parametrize("style", ["nature", "apa-6th-edition", "chicago-author-date"])
def test_other_styles_do_not_fail(style: str) -> None:
    processor = Processor(load_style(style), "en", item)
    assert text(cluster(processor, Cite("kolk")))
    assert processor.references(["kolk"])[0].html


def test_an_unknown_key_is_an_error(apa: Processor) -> None:
    with pytest.raises(KeyError):
        cluster(apa, Cite("nobody"))


ATTACKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<i onclick=alert(1)>a</i>",
    "</i><script>x</script><i>", "<b>", "&lt;script&gt;", "javascript:alert(1)",
    "\ue000script\ue001", 'https://a.example/"onmouseover="x', "\ue020https://a.example\ue021",
    "https://a.example/<b>", "10.1/<script>", "\x02\x03", "<span style=\"color:red\">a</span>",
]  # fmt: skip
ALLOWED = re.compile(
    r"</?(?:i|b|sup|sub|span)>|<span style=\"font-(?:style|variant|weight):normal;\">|</a>"
    r"|<span style=\"font-variant:small-caps;\">"
    r"|<a href=\"https?://[^\"<>]*\">"
)
TEXT_FIELDS = ("title", "container-title", "publisher", "volume", "issue", "page", "edition",
               "genre", "DOI", "URL", "ISBN", "language", "status", "version", "number", "id",
               "event-place", "collection-title", "publisher-place")  # fmt: skip


def assert_safe(html: str) -> None:
    without_tags = ALLOWED.sub("", html)
    assert "<" not in without_tags
    assert ">" not in without_tags
    assert not re.search(r"&(?!(?:amp|lt|gt|quot|#x27);)", without_tags)
    assert not re.search("[\x00-\x08\ue000-\uf8ff]", html)


def every_output(hostile: dict[str, Any], cite: Cite) -> list[str]:
    processor = Processor(load_style("apa"), "en", lambda _: hostile)
    return [
        *(reference.html for reference in processor.references(["k"])),
        text(cluster(processor, cite)),
        text(narrative(processor, cite)),
    ]


@pytest.mark.parametrize("kind", ["article-journal", "book", "webpage", "thesis", "chapter"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_data_never_becomes_markup(attack: str, kind: str) -> None:
    hostile: dict[str, Any] = dict.fromkeys(TEXT_FIELDS, attack)
    names = [{"family": attack, "given": attack, "suffix": attack}, {"literal": attack}]
    hostile |= {"type": kind, "author": names, "editor": names, "issued": {"literal": attack}}
    cite = Cite("k", prefix=attack, suffix=attack, locator=attack)
    for html in every_output(hostile, cite):
        assert_safe(html)


ANY_TEXT = st.text(max_size=30) | st.sampled_from(ATTACKS)
ANY_DATE = st.fixed_dictionaries(
    {}, optional={"date-parts": st.lists(st.lists(st.integers(-3, 3000), max_size=3), max_size=2),
                  "literal": ANY_TEXT, "season": st.integers(1, 4), "circa": st.booleans()}
)  # fmt: skip
ANY_NAME = st.dictionaries(
    st.sampled_from(["family", "given", "non-dropping-particle", "suffix", "literal"]), ANY_TEXT
)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(TEXT_FIELDS), ANY_TEXT),
    st.lists(ANY_NAME, max_size=4),
    ANY_DATE,
    st.sampled_from(["article-journal", "book", "thesis", "nonsense"]),
)
def test_any_item_is_formatted_safely(
    texts: dict[str, str], names: list[dict[str, str]], date: dict[str, Any], kind: str
) -> None:
    odd = {**texts, "type": kind, "author": names, "issued": date}
    for html in every_output(odd, Cite("k", locator="1")):
        assert_safe(html)
