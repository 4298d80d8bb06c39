"""Each text of another language than the text around it says which (WCAG 2.2, 3.1.2)."""

import pytest
from lxml import html

from tests.hosts.site import BIBLIOGRAPHY, HOME, Site, said, summary

FILES = {
    "docs/index.md": HOME,
    "docs/all.md": "# All\n\n<!-- evidence/bibliography -->\n",
    "docs/topics.md": "# Topics\n\n<!-- evidence/topics -->\n",
    "docs/nl.md": "---\nlang: nl\n---\n# Onderwerpen\n\n@freire1987\n\n<!-- evidence/topics -->\n",
    "docs/summaries/maos.yaml": summary(
        title="De mãos dadas",
        language="pt-BR",
        draft="yes",
        study="Eles deram as mãos [@freire1987; @bowlby1969].",
    ),
    "bibliography/all.bib": BIBLIOGRAPHY
    + "@book{freire1987, author = {Freire, Paulo}, title = {Pedagogia do oprimido}, year = {1987},"
    " langid = {brazilian}}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as its author sees it, with drafts."""
    folder = tmp_path_factory.mktemp("site")
    evidence = {"language": "en-GB", "work_pages": True, "topics": {"Health": "Well-being."}}
    return Site.create(folder, FILES, evidence=evidence).build("serve")


def language(page: html.HtmlElement, text: str) -> set[str]:
    """Return the languages in which a text stands, as a screen reader finds them."""
    found = page.xpath("//main//article//*[not(*)][normalize-space()=$text]", text=text)
    return {each.xpath("ancestor-or-self::*[@lang][1]/@lang")[0] for each in found}


def test_what_is_the_site_s_in_a_post_of_another_language_is_marked(site: Site) -> None:
    page = site.page("summaries/maos/")
    assert language(page, "De mãos dadas") == {"pt-BR"}
    assert language(page, "Health") == {"en-GB"}
    assert language(page, "Rascunho") == {"pt-BR"}


def test_a_post_of_another_language_is_marked_in_lists(site: Site) -> None:
    assert language(site.page(""), "De mãos dadas") == {"pt-BR"}
    assert language(site.page(""), "Health") == {"en", "en-GB"}
    assert language(site.page("all/"), "De mãos dadas") == {"pt-BR"}
    assert language(site.page("works/coan2017/"), "De mãos dadas") == {"pt-BR"}
    assert language(site.page("works/freire1987/"), "Onderwerpen") == {"nl"}


def test_a_reference_is_marked_with_the_language_of_its_work(site: Site) -> None:
    for url in ("summaries/maos/", "all/", "works/freire1987/"):
        page = site.page(url)
        (reference,) = page.xpath("//*[@class='reference-text'][contains(., 'Pedagogia')]")
        (title,) = reference.xpath(".//i|.//em")
        assert said(title) == "Pedagogia do oprimido"
        assert title.xpath("ancestor::*[@lang][1]/@lang")[0] == "pt-BR"
    (coan,) = site.page("all/").xpath("//*[@class='reference-text'][contains(., 'Coan')]")
    assert coan.xpath("ancestor::*[@lang][1]/@lang") == ["en"]


def test_topics_are_marked_on_a_page_of_another_language(site: Site) -> None:
    assert language(site.page("nl/"), "Health") == {"en-GB"}
    assert language(site.page("nl/"), "Well-being.") == {"en-GB"}
    assert language(site.page("topics/"), "Health") == {"en"}
