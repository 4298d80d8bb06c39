"""Citations and references in APA 7, as safe HTML."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_evidence.csl import Citation, Cite, Formatter, Fragment

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
def apa() -> Formatter:
    return Formatter("apa", "en", item)


def text(fragments: list[Fragment]) -> str:
    return "".join(fragment.html for fragment in fragments)


def test_a_citation_is_made_of_fragments(apa: Formatter) -> None:
    assert apa.cluster(
        [Cite("coan2017", prefix="see", locator="3", suffix=", and more"), Cite("who")]
    ) == [
        Fragment("("),
        Fragment("see Coan et al., 2017, p. 3, and more", "coan2017"),
        Fragment("; "),
        Fragment("World Health Organization, 2022", "who"),
        Fragment(")"),
    ]


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("kolk"), "(van der Kolk &amp; Ávila, 2014)"),
        (Cite("kolk", locator="3-5"), "(van der Kolk &amp; Ávila, 2014, pp. 3–5)"),
        (Cite("kolk", locator="3", label="chapter"), "(van der Kolk &amp; Ávila, 2014, Chapter 3)"),
        (Cite("kolk", locator="3", label="paragraph"), "(van der Kolk &amp; Ávila, 2014, para. 3)"),
        (Cite("kolk", suppress_author=True), "(2014)"),
        (Cite("Coan2017"), "(Coan, 2017)"),
        (Cite("others"), "(Ávila et al., 2001)"),
        (Cite("undated"), "(<i>Nobody’s Page</i>, n.d.)"),
    ],
)
def test_a_cite_in_parentheses(apa: Formatter, cite: Cite, expected: str) -> None:
    assert text(apa.cluster([cite])) == expected


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("coan2017", locator="3"), "Coan et al. (2017, p. 3)"),
        (Cite("kolk"), "van der Kolk and Ávila (2014)"),
        (Cite("others"), "Ávila et al. (2001)"),
        (Cite("coan2017", suffix=", and more"), "Coan et al. (2017, and more)"),
    ],
)
def test_a_narrative_citation(apa: Formatter, cite: Cite, expected: str) -> None:
    assert apa.narrative(cite) == [Fragment(expected, cite.key)]


def test_cites_come_in_the_order_of_the_list(apa: Formatter) -> None:
    assert text(apa.cluster([Cite("who"), Cite("kolk"), Cite("others")])) == (
        "(Ávila et al., 2001; van der Kolk &amp; Ávila, 2014; World Health Organization, 2022)"
    )


def test_a_prefix_stays_before_its_cites(apa: Formatter) -> None:
    cites = [Cite("who", prefix="see"), Cite("kolk"), Cite("others", prefix="but")]
    assert text(apa.cluster(cites)) == (
        "(see van der Kolk &amp; Ávila, 2014; World Health Organization, 2022; "
        "but Ávila et al., 2001)"
    )


def test_all_citations_of_a_document(apa: Formatter) -> None:
    both = apa.citations([Citation((Cite("who"),)), Citation((Cite("who"),), narrative=True)])
    assert [text(fragments) for fragments in both] == [
        "(World Health Organization, 2022)",
        "World Health Organization (2022)",
    ]


def test_references_are_sorted_and_safe(apa: Formatter) -> None:
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
    assert html["others"] == "Ávila, Z., et al. (2001). <i>With others</i>."
    assert '<a href="https://example.org/?a=1&amp;b=2">' in html["kolk"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "Why?"}, "Kolk, B. (2014). <i>Why?</i> Press."),
        ({"title": "Why <i>me?</i>"}, "Kolk, B. (2014). <i>Why <i>me?</i></i> Press."),
        ({"title": "And so on ..."}, "Kolk, B. (2014). <i>And so on ...</i>. Press."),
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
    formatter = Formatter("apa", "en", lambda _: {**book, **changes})
    assert formatter.references(["k"])[0].html == expected


def test_an_item_the_engine_fails_on_is_printed_plainly() -> None:
    odd = {"author": [{"family": "<Day>"}], "title": "A", "issued": {"date-parts": [["no", 99]]}}
    formatter = Formatter("apa", "en", lambda _: odd)
    assert formatter.references(["k"])[0].html == "&lt;Day&gt; (no). A."
    assert text(formatter.cluster([Cite("k", locator="3")])) == "(&lt;Day&gt;, no, 3)"
    assert text(formatter.narrative(Cite("k"))) == "&lt;Day&gt; (no)"


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
    formatter = Formatter("apa", language, item)
    assert text(formatter.narrative(Cite("kolk", locator="3"))) == expected


@pytest.mark.parametrize("style", ["nature", "apa-6th-edition", "chicago-author-date"])
def test_other_styles_do_not_fail(style: str) -> None:
    formatter = Formatter(style, "en", item)
    assert text(formatter.cluster([Cite("kolk")]))
    assert formatter.references(["kolk"])[0].html


def test_an_unknown_key_is_an_error(apa: Formatter) -> None:
    with pytest.raises(KeyError):
        apa.cluster([Cite("nobody")])


ATTACKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<i onclick=alert(1)>a</i>",
    "</i><script>x</script><i>", "<b>", "&lt;script&gt;", "javascript:alert(1)",
    "\ue000script\ue001", 'https://a.example/"onmouseover="x', "\ue020https://a.example\ue021",
    "https://a.example/<b>", "10.1/<script>", "\x02\x03", "<span style=\"color:red\">a</span>",
]  # fmt: skip
ALLOWED = re.compile(
    r"</?(?:i|b|sup|sub|span)>|<span style=\"font-variant:small-caps;\">|</a>"
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
    formatter = Formatter("apa", "en", lambda _: hostile)
    return [
        formatter.references(["k"])[0].html,
        text(formatter.cluster([cite])),
        text(formatter.narrative(cite)),
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


@settings(deadline=None)  # each example reads the style anew
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
