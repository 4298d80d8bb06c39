"""Tables, plots and maps of the studies of a site, in the pages in which their comments stand."""

import datetime
import json

import pytest
from lxml import html

from mkdocs_evidence.exports.dataset import DATA_FOLDER, FILES
from tests.conftest import MakeSite
from tests.hosts.site import Files, Site, one, said, summary

TABLE = "<!-- evidence/table -->"
ALL = "<!-- evidence/map -->\n\n<!-- evidence/plot -->\n\n<!-- evidence/table -->\n"
EFFECT = {"type": "MD", "value": -2, "ci": [-3, -1], "better": "lower"}
EVIDENCE = {
    "design": "randomised-trial",
    "participants": {"n": 110},
    "outcomes": [{"name": "Fear", "effect": EFFECT}],
}
HANDS = summary(evidence=EVIDENCE)
FILES_WITH: Files = {
    "docs/summaries/hands.yaml": HANDS,
    "docs/summaries/feet.yaml": summary(title="Feet", date="2026-04-02", evidence=EVIDENCE),
    "docs/summaries/plain.yaml": summary(title="Without data", date="2026-05-02"),
    "docs/evidence.md": f"# Evidence\n\n{ALL}",
}
SECTIONS = "//div[starts-with(@class, 'evidence-across ')]"


def parts(page: html.HtmlElement) -> list[str]:
    """Return which parts a page has, in their order."""
    return [str(each.get("class")).split("--")[1] for each in page.xpath(SECTIONS)]


def ids_are_unique(page: html.HtmlElement) -> bool:
    ids = page.xpath("//@id")
    return len(ids) == len({*ids})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with these comments in pages of every kind."""
    files: Files = {
        **FILES_WITH,
        "docs/index.md": f"# Home\n\n<!-- evidence/introduction -->\n\n{TABLE}\n",
        "docs/category/health.md": f"# Health\n\nAll:\n\n{TABLE}\n",
        "docs/twice.md": f"# Twice\n\n{ALL}\nAnd again:\n\n{ALL}",
        "docs/deep/er/page.md": f"# Deep\n\n{TABLE}\n",
        "docs/nested.md": (
            f"# Nested\n\n- In a list:\n\n    {TABLE}\n\n!!! note\n\n    {TABLE}\n\n"
            f'<div markdown="1">\n\n{TABLE}\n\n</div>\n\n> {TABLE}\n'
        ),
        "docs/code.md": f"# Code\n\n`{TABLE}`\n\n```\n{TABLE}\n```\n\n    {TABLE}\n",
        "docs/pt.md": f"---\nlang: pt\n---\n# Em português\n\n{ALL}",
    }
    plugins: list[object] = ["search", "tags", {"blog": {"pagination_per_page": 1}}, "evidence"]
    extensions = ["admonition", "footnotes", "pymdownx.superfences"]
    folder = tmp_path_factory.mktemp("across")
    return Site.create(folder, files, plugins=plugins, markdown_extensions=extensions).build()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("evidence/", ["map", "plot", "table"]),
        ("", ["table"]),
        ("page/2/", []),  # which has the title and the posts alone
        ("category/health/", ["table"]),
        ("category/health/page/2/", []),
        ("twice/", ["map", "plot", "table"] * 2),
        ("deep/er/page/", ["table"]),
        ("nested/", ["table"] * 4),
        ("code/", []),
        ("pt/", ["map", "plot", "table"]),
        ("summaries/hands/", []),
    ],
)
def test_a_part_stands_where_its_comment_is(site: Site, url: str, expected: list[str]) -> None:
    page = site.page(url)
    assert parts(page) == expected
    assert ids_are_unique(page)
    assert page.xpath("//p//div[contains(@class, 'evidence-across')]") == []
    assert len(page.xpath("//link[contains(@href, 'across.css')]")) == bool(expected)
    assert len(page.xpath("//script[contains(@src, 'across.js')]")) == expected.count("table")


@pytest.mark.parametrize("url", ["evidence/", "", "deep/er/page/", "category/health/"])
def test_links_lead_to_posts_and_files(site: Site, url: str) -> None:
    page = site.page(url)
    page.make_links_absolute(f"https://example.org/{url}")
    titles = page.xpath("//table[@class='evidence-table']//th/a")
    assert [(link.text, link.get("href")) for link in titles] == [
        ("Feet", "https://example.org/summaries/feet/"),
        ("Holding hands", "https://example.org/summaries/hands/"),
    ]
    (downloads,) = page.xpath("//div[contains(@class, '--table')]/details")
    files = [f"{DATA_FOLDER}/{name}" for name in FILES.values()]
    assert downloads.xpath(".//a/@href") == [f"https://example.org/{file}" for file in files]
    assert {*files} <= site.files()
    script = one(page, "//script[contains(@src, 'across.js')]").get("src")
    assert script == "https://example.org/assets/evidence/across.js"


def test_each_part_says_what_it_is(site: Site) -> None:
    about = site.page("evidence/").xpath("//*[@class='evidence-across-about']")
    assert [said(each) for each in about] == [
        "What this site has covered so far: the studies of 2 posts, the newest of April 2, 2026. "
        "This is not a systematic review; the author chose what to read."
    ] * 3


def test_a_page_in_another_language_has_the_words_of_that(site: Site) -> None:
    page = site.page("pt/")
    assert "Isto não é uma revisão sistemática" in said(one(page, "//article"))
    table = one(page, "//table[@class='evidence-table']")
    assert "Ensaio" in said(table)
    assert table.xpath(".//th/a/@lang") == ["en", "en"]


def test_the_search_finds_the_posts_and_not_what_stands_across_them(site: Site) -> None:
    index = json.loads(site.text("search/search_index.json"))["docs"]
    texts = {doc["location"]: doc["text"] for doc in index}
    assert texts["evidence/"] == texts["deep/er/page/"] == ""
    assert "Mean difference" not in texts["twice/"]


def test_without_folders_as_addresses_links_are_right(make_site: MakeSite) -> None:
    site = make_site(FILES_WITH, use_directory_urls=False).build()
    page = site.page("evidence.html")
    assert page.xpath("//table[@class='evidence-table']//th/a/@href") == [
        "summaries/feet.html",
        "summaries/hands.html",
    ]
    downloads = one(page, "//div[contains(@class, '--table')]/details")
    assert downloads.xpath(".//a/@href")[0] == f"{DATA_FOLDER}/{FILES['csv']}"


def test_a_site_without_evidence_says_so(make_site: MakeSite) -> None:
    site = make_site({"docs/evidence.md": f"# Evidence\n\n{ALL}"}).build()
    page = site.page("evidence/")
    assert said(one(page, "//article")).count("There is no study to compare yet.") == 3
    assert parts(page) == []
    assert not page.xpath("//*[contains(@href | @src, 'across')]")


def test_a_site_without_summaries_says_so(make_site: MakeSite) -> None:
    site = make_site(
        {"docs/index.md": f"# Hands\n\n{TABLE}\n", "docs/summaries/hands.yaml": None},
        plugins=["search", "evidence"],
    )
    (site.folder / "docs/summaries").rmdir()
    page = site.build().page("")
    assert "There is no study to compare yet." in said(one(page, "//article"))


def test_retracted_works_and_works_in_doubt_are_marked(make_site: MakeSite) -> None:
    notices = (
        "works:\n  10.1093/scan/nsx091:\n    notices:\n"
        "      - {kind: retraction, date: 2027, source: author}\n"
    )
    site = make_site({**FILES_WITH, "bibliography/notices.yaml": notices}).build()
    rows = site.page("evidence/").xpath("//table[@class='evidence-table']/tbody/tr")
    assert [row.get("data-notice") for row in rows] == ["retraction"] * 2
    assert "Retracted: do not rely on it" in said(rows[0])


def test_a_draft_is_not_in_the_table_of_a_published_site(make_site: MakeSite) -> None:
    day = str(datetime.date(2026, 6, 1))
    draft = summary(title="Not ready", date=day, draft="yes", evidence=EVIDENCE)
    site = make_site({**FILES_WITH, "docs/summaries/draft.yaml": draft}).build()
    assert "Not ready" not in site.text("evidence/index.html")
