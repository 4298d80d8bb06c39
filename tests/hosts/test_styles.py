"""Styles other than APA: of the site, of a page, in numbers, labels and notes."""

import pytest

from tests.conftest import MakeSite
from tests.hosts.site import as_yaml, one, said, summary

TWO = "As @bowlby1969 said, hands help [@coan2017, p. 3].\n"
FRONT = "---\ncitation_style: {style}\n---\n\n"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("ieee", "As [1] said, hands help [2, p. 3]."),
        ("nature", "As1 said, hands help2."),
        ("american-medical-association", "As1 said, hands help2(p3)."),
        ("din-1505-2-alphanumeric", "As [Bowl69] said, hands help [CoBe17, p.3]."),
        ("chicago-notes-bibliography", "As John Bowlby1 said, hands help.2"),
        ("modern-language-association", "As Bowlby said, hands help (Coan and Beckes 3)."),
    ],
)
def test_a_style_for_one_page(make_site: MakeSite, style: str, expected: str) -> None:
    files = {"docs/one.md": FRONT.format(style=style) + TWO, "docs/two.md": TWO}
    site = make_site(files).build()
    assert said(one(site.page("one/"), "//article/p")) == expected
    assert "Bowlby (1969)" in said(one(site.page("two/"), "//article/p"))


def test_a_summary_in_a_note_style(make_site: MakeSite) -> None:
    text = summary(
        lead="Does a hand help? They tried it [@coan2017].",
        study="They did[^1], and again [@coan2017].\n\n[^1]: Or so.",
    )
    site = make_site(
        {"docs/summaries/hands.yaml": text}, evidence={"style": "chicago-notes-bibliography"}
    ).build()
    post = site.page("summaries/hands/")
    notes = [said(note) for note in post.xpath("//div[@class='footnote']//li")]
    assert [note.rstrip(" ↩") for note in notes][1:] == [
        "Or so.",
        "Coan and Beckes, “Relationship Status and Perceived Support.”",
    ]
    assert post.xpath("//div[@class='footnote']/following-sibling::h2[@id='references']")
    excerpt = one(site.page(""), "//article[@class='evidence-excerpt']")
    mark = one(excerpt, ".//a[@class='footnote-ref']")
    assert (mark.text, mark.get("href")) == ("1", "summaries/hands/#fn:citation-1")


def test_a_style_for_one_summary(make_site: MakeSite) -> None:
    site = make_site({"docs/summaries/hands.yaml": summary(citation_style="ieee")}).build()
    post = site.page("summaries/hands/")
    assert "They tried it [1]." in said(one(post, "//div[@class='evidence-lead']"))
    card = said(one(post, "//div[@class='evidence-reference']"))
    assert card.startswith("[1] J. A. Coan and L. Beckes")


def test_a_misspelt_style_is_told_at_its_place(make_site: MakeSite) -> None:
    site = make_site(
        {
            "docs/one.md": FRONT.format(style="ieeee") + TWO,
            "docs/summaries/hands.yaml": summary(citation_style="nautre"),
        }
    )
    printed = site.run().stderr
    assert "docs/one.md:2:17: There is no citation style “ieeee”. [unknown-style]" in printed
    assert "Did you mean “ieee”?" in printed
    assert "docs/summaries/hands.yaml:10:17: There is no citation style “nautre”." in printed
    assert "Did you mean “nature”?" in printed


def test_the_language_of_the_page_is_that_of_its_citations(make_site: MakeSite) -> None:
    site = make_site({"docs/one.md": "---\nlang: nl\n---\n\nZie @coan2017 [p. 3-4].\n"}).build()
    assert "Coan en Beckes (2017, pp. 3-4)" in said(one(site.page("one/"), "//article/p"))


class TestNocite:
    """Works that stand in the references though the text does not cite them."""

    @pytest.mark.parametrize(
        "nocite", ["'@bowlby1969, @coan2017'", "[bowlby1969]", "'@*'", "|\n  @bowlby1969"]
    )
    def test_on_a_page(self, make_site: MakeSite, nocite: str) -> None:
        text = f"---\nnocite: {nocite}\n---\n\nHands help [@coan2017].\n"
        page = make_site({"docs/one.md": text}).build().page("one/")
        assert page.xpath("//li/@id") == ["ref-bowlby1969", "ref-coan2017"]
        assert not one(page, "//li[@id='ref-bowlby1969']").xpath(".//a[@class='reference-back']")

    def test_in_a_summary(self, make_site: MakeSite) -> None:
        site = make_site({"docs/summaries/hands.yaml": summary(nocite=["bowlby1969"])}).build()
        page = site.page("summaries/hands/")
        assert page.xpath("//ul[@class='references']/li/@id") == ["ref-bowlby1969", "ref-coan2017"]

    def test_an_unknown_key_is_told_at_its_place(self, make_site: MakeSite) -> None:
        site = make_site(
            {
                "docs/one.md": "---\nnocite: '@coan2017, @bowlby1996'\n---\n\nText.\n",
                "docs/summaries/hands.yaml": summary(nocite=["nobody"]),
            }
        )
        printed = site.run().stderr
        assert "docs/one.md:2:22: There is no entry “bowlby1996”" in printed
        assert "Did you mean “bowlby1969”?" in printed
        assert "docs/summaries/hands.yaml:11:3: There is no entry “nobody”" in printed


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("citation_style: [apa]", "docs/one.md:2:17: "),
        ("nocite: {a: b}", "docs/one.md:2:9: "),
        ("nocite: 5", "docs/one.md:2:9: There is no entry “5”"),
        ("citation_style: 5", "docs/one.md:2:17: There is no citation style “5”."),
    ],
)
def test_other_things_in_these_fields_are_told(
    make_site: MakeSite, field: str, expected: str
) -> None:
    printed = make_site({"docs/one.md": f"---\n{field}\n---\n\nText.\n"}).run().stderr
    assert expected in printed
    assert "1 problem found." in printed


def test_funding_and_interests_may_cite(make_site: MakeSite) -> None:
    text = summary(funding="A <fund> & *co* [@bowlby1969]", conflicts="None, says @coan2017")
    page = make_site({"docs/summaries/hands.yaml": text}).build().page("summaries/hands/")
    card = said(one(page, "//aside[@class='evidence-article']"))
    assert "Funding: A <fund> & *co* (Bowlby, 1969)" in card
    assert "None, says Coan and Beckes (2017)" in card


def test_funding_and_interests_may_cite_in_the_panel_too(make_site: MakeSite) -> None:
    text = summary(
        funding="A <fund> & *co* [@bowlby1969]",
        conflicts="None, says @coan2017",
        evidence={"design": "cohort", "harms": "reported"},
    )
    page = make_site({"docs/summaries/hands.yaml": text}).build().page("summaries/hands/")
    panel = page.xpath("//h2[@id='evidence']/following::dl[@class='evidence-panel']")
    assert [said(each) for each in panel[1].findall("dd")] == [
        "A <fund> & *co* (Bowlby, 1969)",
        "None, says Coan and Beckes (2017)",
    ]
    assert "Funding" not in said(one(page, "//aside[@class='evidence-article']"))


def test_citations_in_every_part_of_a_summary(make_site: MakeSite) -> None:
    cited = "So [@bowlby1969]."
    text = as_yaml(
        {
            "title": "Hands",
            "date": "2026-03-02",
            "article": "coan2017",
            "lead": f"{cited}\n\n!!! note\n    {cited}",
            "study": {"heading": "Study of @bowlby1969", "text": f"| a |\n|---|\n| {cited} |"},
            "implications": f"- {cited}[^1]\n\n[^1]: {cited}",
            "limitations": f"> {cited}",
            "conclusion": cited,
            "image": {"file": "dot.svg", "alt": "A dot", "credit": cited},
        }
    )
    files = {
        "docs/summaries/hands.yaml": text,
        "docs/summaries/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    site = make_site(
        files,
        evidence={"introduction": cited, "notice": cited},
        markdown_extensions=["admonition", "tables"],
    ).build()
    page = site.page("summaries/hands/")
    assert len(page.xpath("//a[@class='cite'][@href='#ref-bowlby1969']")) == 11
    assert "@bowlby" not in said(page)
