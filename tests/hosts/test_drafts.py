"""Drafts: no trace of them on the built site, all of them while serving."""

import pytest

from tests.conftest import MakeSite
from tests.hosts.site import Files, Site, said, summary

FILES: Files = {
    "docs/summaries/draft.yaml": summary(
        title="Half a thought", draft=True, tags=["secret"], topics=["Hidden"], study="@bowlby1969"
    ),
    "docs/summaries/idea.yaml": "draft: true\n",
    "docs/all.md": "# All\n\n<!-- evidence/bibliography -->\n",
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
    "docs/topics.md": "# Topics\n\n<!-- evidence/topics -->\n",
}


def mentions(site: Site, word: str) -> list[str]:
    """Return the names of the site's text files in which a word stands."""
    kinds = (".html", ".json", ".xml")
    return sorted(name for name in site.files() if name.endswith(kinds) and word in site.text(name))


def test_a_draft_is_nowhere_on_the_built_site(make_site: MakeSite) -> None:
    site = make_site(FILES).build()
    assert not [name for name in site.files() if "draft" in name or "idea" in name]
    for word in ("Half a thought", "secret", "Hidden", "Bowlby", "summaries/draft"):
        assert mentions(site, word) == []


def test_a_draft_is_everywhere_while_serving_but_in_feeds(make_site: MakeSite) -> None:
    site = make_site(FILES).build("serve")
    assert {"summaries/draft/index.html", "summaries/idea/index.html"} <= site.files()
    assert mentions(site, "Half a thought") == [
        "all/index.html",
        "archive/2026/index.html",
        "category/hidden/index.html",
        "index.html",
        "search/search_index.json",
        "summaries/draft/index.html",
        "tags.json",
        "tags/index.html",
    ]
    for url in ("summaries/draft/", "summaries/idea/"):
        assert "Draft" in said(site.page(url).xpath("//*[@class='evidence-draft']")[0])
        assert not site.page(url).xpath("//*[@class='evidence-problem']")


@pytest.mark.parametrize(("option", "shown"), [(False, True), (True, False)])
def test_a_date_to_come_is_left_to_the_blog(make_site: MakeSite, option: bool, shown: bool) -> None:
    files: Files = {"docs/summaries/later.yaml": summary(title="Later on", date="2999-01-01")}
    blog = {"blog": {"draft_if_future_date": option}}
    site = make_site(files, plugins=["search", blog, "evidence"]).build()
    pages = {"index.html", "feed.xml", "feed.json", "search/search_index.json"}
    assert ("summaries/later/index.html" in site.files()) == shown
    assert (pages <= set(mentions(site, "Later on"))) == shown
    assert bool(mentions(site, "Later on")) == shown
