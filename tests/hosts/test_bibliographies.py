"""Bibliographies in the pages of a site: what they hold, and where they stand."""

import json

import pytest
from lxml import html

from tests.conftest import MakeSite
from tests.hosts.site import BIBLIOGRAPHY, Files, Site, one, said, summary
from tests.hosts.test_problems import found

WORKS = f"""{BIBLIOGRAPHY}
@book{{ek2017, author = {{Ek, Åsa}}, title = {{Apples}}, year = {{2017}}}}
@book{{ek2017pears, author = {{Ek, Åsa}}, title = {{Pears}}, year = {{2017}}}}
@misc{{leaflet, title = {{A leaflet}}}}
"""


def site_with(make_site: MakeSite, text: str, style: str = "apa") -> Site:
    files: Files = {
        "docs/all.md": f"# All\n\n{text}",
        "docs/about.md": "# About & me\n\n@bowlby1969 and [@ek2017].\n",
        "docs/summaries/love.yaml": summary(title="Love", topics=["Love"], study="@bowlby1969"),
        "bibliography/all.bib": WORKS,
    }
    return make_site(files, evidence={"style": style})


def listed(element: html.HtmlElement) -> list[str]:
    """Return the first words of each reference in an element."""
    references = element.xpath(".//li/*[@class='reference-text']")
    return [said(reference).partition(" ")[0] for reference in references]


def all_of(site: Site) -> html.HtmlElement:
    return one(site.build().page("all/"), "//article")


def contents_of(page: html.HtmlElement) -> html.HtmlElement:
    """Return the table of contents of a page, which Material has at two places."""
    return page.xpath("//nav[contains(@class, 'md-nav--secondary')]")[0]


def test_a_bibliography_holds_what_the_site_discusses_or_cites(make_site: MakeSite) -> None:
    page = all_of(site_with(make_site, "<!-- evidence/bibliography -->"))
    assert listed(page) == ["Bowlby,", "Coan,", "Ek,"]
    bowlby = one(page, ".//li[@id='ref-bowlby1969']")
    assert said(one(bowlby, "./p")) == "Discussed or cited in About & me · Love"
    assert bowlby.xpath("./p/a/@href") == ["../about/", "../summaries/love/"]
    coan = one(page, ".//li[@id='ref-coan2017']")
    assert said(one(coan, "./p")) == "Discussed or cited in Holding hands · Love"


def test_each_reference_can_be_taken_home(make_site: MakeSite) -> None:
    site = site_with(make_site, "<!-- evidence/bibliography {scope: library} -->")
    page = all_of(site)
    assert len(page.xpath(".//li/details[@class='reference-menu']")) == 5
    files = {href.removeprefix("../") for href in page.xpath(".//details//a/@href")}
    assert len(files) == 10
    assert files <= site.files()


def test_a_bibliography_of_a_topic(make_site: MakeSite) -> None:
    page = all_of(site_with(make_site, "<!-- evidence/bibliography {topic: Love} -->"))
    assert listed(page) == ["Bowlby,", "Coan,"]


def test_a_topic_can_be_one_that_posts_use_without_a_list(make_site: MakeSite) -> None:
    files: Files = {"docs/all.md": "<!-- evidence/bibliography {topic: Helth} -->\n"}
    outcome = make_site(files).run("--strict")
    assert found(outcome) == ["docs/all.md unknown-topic"]
    assert "Did you mean “Health”?" in outcome.stderr


def test_the_categories_of_a_blog_without_summaries_are_topics(make_site: MakeSite) -> None:
    files: Files = {
        "docs/summaries/hands.yaml": None,
        "docs/all.md": "# All\n\n<!-- evidence/bibliography {topic: Sleep} -->\n",
        "docs/posts/a.md": "---\ndate: 2026-01-01\ncategories: [Sleep]\n---\n# A\n\n@bowlby1969\n",
        "docs/posts/b.md": "---\ndate: 2026-01-01\n---\n# B\n\n@coan2017\n",
        "docs/plain.md": "---\ncategories: 7\n---\n# Plain\n\n@coan2017\n",
    }
    plugins: list[object] = [{"blog": {"blog_dir": "."}}, "evidence"]
    assert listed(all_of(make_site(files, plugins=plugins))) == ["Bowlby,"]


def test_a_bibliography_of_all_entries_holds_what_nobody_cites(make_site: MakeSite) -> None:
    page = all_of(site_with(make_site, "<!-- evidence/bibliography {scope: library} -->"))
    assert len(listed(page)) == 5
    assert not one(page, ".//li[@id='ref-leaflet']").xpath("./p")


def test_letters_after_years_are_those_of_the_bibliography(make_site: MakeSite) -> None:
    text = "<!-- evidence/bibliography {scope: library, author: ek, group_by: author} -->"
    page = all_of(site_with(make_site, text))
    assert said(one(page, ".//h2")) == "Ek, Å."
    assert [said(each)[:14] for each in page.xpath(".//li/*[@class='reference-text']")] == [
        "Ek, Å. (2017a)",
        "Ek, Å. (2017b)",
    ]


def test_numbers_go_through_all_groups(make_site: MakeSite) -> None:
    text = "<!-- evidence/bibliography {group_by: type} -->"
    page = all_of(site_with(make_site, text, style="ieee"))
    numbers = [said(each)[:3] for each in page.xpath(".//li/*[@class='reference-text']")]
    assert sorted(numbers) == ["[1]", "[2]", "[3]"]


GROUPED = """\
Some words.

## Works

<!-- evidence/bibliography {group_by: year} -->

And again, by kind:

<!-- evidence/bibliography {group_by: type} -->

### Sources

## The end
"""


def test_groups_have_headings_below_the_one_above_them(make_site: MakeSite) -> None:
    page = all_of(site_with(make_site, GROUPED))
    headings = [(each.tag, said(each)) for each in page.xpath(".//h2 | .//h3 | .//h4")]
    assert headings == [
        ("h2", "Works"),
        ("h3", "2017"),
        ("h3", "1969"),
        ("h3", "Journal articles"),
        ("h3", "Books"),
        ("h3", "Sources"),
        ("h2", "The end"),
    ]


def test_groups_stand_in_the_table_of_contents(make_site: MakeSite) -> None:
    site = site_with(make_site, GROUPED).build()
    contents = contents_of(site.page("all/"))
    assert [said(each) for each in contents.xpath(".//li/a")] == [
        "Works",
        "2017",
        "1969",
        "Journal articles",
        "Books",
        "Sources",
        "The end",
    ]
    targets = {href.removeprefix("#") for href in contents.xpath(".//li/a/@href")}
    assert targets <= {*site.page("all/").xpath("//article//@id")}
    index = json.loads(site.text("search/search_index.json"))["docs"]
    assert "all/#journal-articles" in [each["location"] for each in index]


def test_without_a_heading_above_groups_begin_at_the_second_level(make_site: MakeSite) -> None:
    text = "<!-- evidence/bibliography {group_by: type} -->"
    site = make_site({"docs/all.md": f"---\ntitle: All\n---\n{text}\n\n## Then\n"}).build()
    page = site.page("all/")
    assert [said(each) for each in page.xpath("//article//h2")] == ["Journal articles", "Then"]
    assert [said(each) for each in contents_of(page).xpath(".//li/a")] == [
        "Journal articles",
        "Then",
    ]


def test_no_name_stands_twice_on_a_page(make_site: MakeSite) -> None:
    text = (
        "@ek2017 is here.\n\n## Books\n\n<!-- evidence/bibliography {group_by: type} -->\n\n"
        "## Then\n\n<!-- evidence/bibliography {group_by: type} -->\n"
    )
    page = all_of(site_with(make_site, text))
    ids = page.xpath(".//@id")
    assert len(ids) == len({*ids})
    assert len(page.xpath(".//li[@id='ref-ek2017']")) == 1
    assert listed(page).count("Ek,") == 3


def test_other_pages_can_link_to_a_work_and_to_a_group(make_site: MakeSite) -> None:
    files: Files = {
        "docs/all.md": "# All\n\n<!-- evidence/bibliography {group_by: type} -->\n",
        "docs/other.md": "[a](all.md#ref-coan2017) [b](all.md#journal-articles)\n",
    }
    validation = {"links": {"anchors": "warn"}}
    assert make_site(files, validation=validation).run("--strict").returncode == 0


COMMENT = r'<!-- evidence/bibliography {key: ["b*_*", "*_1969"], author: "b\u006fwlby"} -->'


@pytest.mark.parametrize(
    "text",
    [
        f"Text:\n{COMMENT}\nmore",
        f"   {COMMENT}",
        f"- one\n\n    {COMMENT}\n\n- two",
        f"- {COMMENT}",
        f"> {COMMENT}",
        f"!!! note\n\n    {COMMENT}",
        f'<div markdown="1">\n\n{COMMENT}\n\n</div>',
        f"<div>\n{COMMENT}\n</div>",
        "- one\n\n    <!-- evidence/bibliography {\n\n      key: bowlby_1969,\n    } -->",
        "<!--evidence/bibliography\n{\n\tkey: bowlby_1969\n}-->",
    ],
)
def test_a_placeholder_may_stand_in_lists_quotes_and_boxes(make_site: MakeSite, text: str) -> None:
    files: Files = {
        "docs/all.md": f"# All\n\n{text}\n",
        "docs/about.md": "@bowlby_1969, @bowlby1969\n",
        "bibliography/all.bib": BIBLIOGRAPHY + "@book{bowlby_1969, author={Bowlby}, title={A}}",
    }
    extensions = ["admonition", "md_in_html", "footnotes", "smarty", "attr_list"]
    page = all_of(make_site(files, markdown_extensions=extensions))
    assert page.xpath(".//*[starts-with(@id, 'ref-')]/@id") == ["ref-bowlby_1969"]
    assert "evidence/bibliography" not in html.tostring(page, encoding="unicode")


def test_a_placeholder_in_code_or_in_a_comment_is_left_alone(make_site: MakeSite) -> None:
    comment = "<!-- evidence/bibliography {topic: x} -->"
    text = f"```\n{comment}\n```\n\nSo `{comment}`.\n\n    {comment}\n\n<!-- old\n{comment}\n"
    page = all_of(site_with(make_site, text))
    assert said(page).count(comment) == 3
    assert listed(page) == []


def test_a_placeholder_may_stand_in_a_summary(make_site: MakeSite) -> None:
    study = "See:\n\n<!-- evidence/bibliography {type: book} -->\n"
    files: Files = {
        "docs/summaries/feet.yaml": summary(title="Feet", study=study + "\n@bowlby1969")
    }
    page = make_site(files).build().page("summaries/feet/")
    assert listed(one(page, "//*[contains(@class, 'evidence-bibliography')]")) == ["Bowlby,"]
    assert len(page.xpath("//*[@id='ref-bowlby1969']")) == 1


def test_the_works_of_a_page_stand_where_the_page_says(make_site: MakeSite) -> None:
    text = (
        "[@ek2017] and @bowlby1969, [@ek2017].\n\n## Sources\n\n"
        "<!-- evidence/bibliography {scope: page, group_by: type} -->\n\n## The end\n"
    )
    page = all_of(site_with(make_site, text))
    headings = [said(each) for each in page.xpath(".//h2 | .//h3")]
    assert headings == ["Sources", "Books", "The end"]
    assert listed(page) == ["Bowlby,", "Ek,"]
    links = page.xpath(".//li[@id='ref-ek2017']/a[@class='reference-back']/@href")
    assert links == ["#cite-ek2017-1", "#cite-ek2017-2"]
    assert {href.removeprefix("#") for href in links} <= {*page.xpath(".//@id")}
    assert page.xpath(".//li/details[@class='reference-menu']")
    assert not page.xpath(".//*[@class='evidence-cited-in']")


def test_what_the_bibliographies_of_a_page_leave_out_stands_at_its_end(
    make_site: MakeSite,
) -> None:
    text = (
        "[@ek2017] and [@coan2017].\n\n## Books\n\n"
        "<!-- evidence/bibliography {scope: page, type: book} -->\n\n## The end\n"
    )
    page = all_of(site_with(make_site, text))
    assert listed(page) == ["Ek,", "Coan,"]
    assert [said(each) for each in page.xpath(".//h2")] == ["Books", "The end", "References"]
    assert one(page, ".//h2[3]/following-sibling::ul/li").get("id") == "ref-coan2017"
    contents = contents_of(one(page, "/*"))
    assert [said(each) for each in contents.xpath(".//li/a")] == ["Books", "The end", "References"]


def test_numbers_and_letters_are_those_of_the_page(make_site: MakeSite) -> None:
    text = (
        "[@ek2017pears] and [@bowlby1969].\n\n"
        "<!-- evidence/bibliography {scope: page, group_by: year} -->\n"
    )
    page = all_of(site_with(make_site, text, style="ieee"))
    references = page.xpath(".//li/*[@class='reference-text']")
    assert [said(each)[:4] for each in references] == ["[1]Å", "[2]J"]
    assert said(one(page, ".//p[a or span]")) == "[1] and [2]."


def test_a_post_has_its_references_beside_a_bibliography_of_its_page(make_site: MakeSite) -> None:
    study = "@bowlby1969\n\n<!-- evidence/bibliography {scope: page, type: book} -->\n"
    site = make_site({"docs/summaries/feet.yaml": summary(title="Feet", study=study)})
    page = one(site.build().page("summaries/feet/"), "//article")
    assert listed(page) == ["Bowlby,", "Bowlby,", "Coan,"]
    assert len(page.xpath(".//*[@id='ref-bowlby1969']")) == 1


def test_an_empty_bibliography_says_so_in_the_language_of_the_page(make_site: MakeSite) -> None:
    text = "---\nlang: pt\n---\n<!-- evidence/bibliography {type: patent} -->"
    site = make_site({"docs/all.md": text}).build()
    assert "Ainda não foi citada nenhuma obra." in said(site.page("all/"))


MISTAKES: Files = {
    "docs/all.md": (
        "# All\n\n`<!-- evidence/bibliography {type: bok} -->`\n\n"
        "<!-- evidence/bibliography {type: bok} -->\n\n"
        "- one\n\n    <!-- evidence/bibliography {\n      key: coan2071\n    } -->\n\n"
        "<!-- evidence/bibliography {type: bok} -->\n\n"
        "Here <!-- evidence/bibliography --> it is.\n\n"
        "## Of <!-- evidence/bibliography {topic: [a} -->\n"
    ),
    "docs/summaries/hands.yaml": summary(study="<!-- evidence/bibliography {year: x} -->"),
}


def test_mistakes_are_told_at_their_place(make_site: MakeSite) -> None:
    outcome = make_site(
        MISTAKES, evidence={"introduction": "<!-- evidence/bibliography [] -->"}
    ).run()
    assert found(outcome) == [
        "docs/all.md open-bracket",
        "docs/all.md placeholder-in-text",
        "docs/all.md placeholder-in-text",
        "docs/all.md unknown-type",
        "docs/all.md unknown-type",
        "docs/all.md unknown-work",
        "docs/summaries/hands.yaml odd-year",
        "mkdocs.yml missing-braces",
    ]
    for place in ("5:35", "10:12", "13:35", "15:6", "17:7", "17:42"):
        assert f"docs/all.md:{place}: " in outcome.stderr
    assert "Did you mean “coan2017”?" in outcome.stderr
    assert "docs/summaries/hands.yaml:7:43: " in outcome.stderr


def test_while_serving_a_placeholder_with_a_mistake_shows_nothing(
    make_site: MakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_site(MISTAKES).build("serve")
    page = one(site.page("all/"), "//article")
    assert listed(page) == []
    assert "Here it is." in said(page)
    assert "problems found." in capsys.readouterr().err


def test_a_placeholder_that_no_file_of_the_author_holds_is_told_by_its_page(
    make_site: MakeSite,
) -> None:
    files: Files = {
        "docs/all.md": "PLACE\n",
        "hooks.py": "def on_page_markdown(markdown, **_):\n"
        "    return markdown.replace('PLACE', '<!-- evidence/bibliography {type: bok} -->')\n",
    }
    outcome = make_site(files, hooks=["hooks.py"]).run()
    assert found(outcome) == ["all.md unknown-type"]


def test_without_a_bibliography_unknown_works_are_not_told(make_site: MakeSite) -> None:
    files: Files = {"docs/all.md": "<!-- evidence/bibliography {key: a, author: b} -->\n"}
    outcome = make_site(files, evidence={"bibliography": "nowhere.bib"}).run()
    assert found(outcome) == ["mkdocs.yml missing-bibliography"]


def test_a_misspelt_comment_is_told_at_its_place(make_site: MakeSite) -> None:
    text = "# All\n\n`<!-- evidence/nothing -->`\n\n<!-- evidence/bibliografy -->\n"
    printed = make_site({"docs/all.md": text}).run().stderr
    assert "docs/all.md:5:15: Nothing is put in for the comment “evidence/bibliografy”." in printed
    assert "Did you mean “bibliography”?" in printed
    assert "1 problem found." in printed


@pytest.mark.parametrize(
    "text", ["Here: <!-- evidence/references -->", "  <!-- evidence/topics -->"]
)
def test_a_comment_in_a_place_that_is_not_looked_at_is_told(make_site: MakeSite, text: str) -> None:
    printed = make_site({"docs/all.md": f"# All\n\n{text}\n"}).run().stderr
    assert "is not looked for in this place. [misplaced-comment]" in printed
    assert "1 problem found." in printed
