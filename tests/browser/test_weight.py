"""How many bytes a post costs its readers beyond what Material sends and the author wrote.

Counted as they travel, compressed with gzip: each stylesheet and script of ours that a post asks
for, and what its HTML would be smaller by, compressed too, without

- what stands in its head and in that of no page of Material's alone: the metadata, the feeds;
- the data for schema.org, the code for paper, “Cite this post” and the menus of the references;
- drawings of people;
- the elements that load our scripts;
- what asks readers whether they want to see the comments, on sites where these show on the page.

The words of the post and its references are the author's; the menus, the search and the frame of
the page are Material's.
"""

import gzip
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from mkdocs_evidence import comments
from mkdocs_evidence.comments import Commented, comments_html
from mkdocs_evidence.comments.isso import IssoComments
from mkdocs_evidence.hosts.mkdocs.assets import without_remarks
from mkdocs_evidence.languages import catalogue

POSTS = [
    "summaries/small-steps-against-depression/",
    "summaries/mensagens-depois-dos-sessenta/",
]
LIMIT = 15_000

OF_MATERIAL = (
    "self::title or @charset or @name='viewport' or @name='description' or @name='generator' or "
    "@rel='canonical' or @rel='icon' or @rel='prev' or @rel='next' or "
    "contains(@href, 'assets/stylesheets/') or contains(text(), '__md_scope=')"
)
OURS = (
    f"//head/*[not({OF_MATERIAL})]"
    "|//script[contains(@src, 'assets/evidence/')]"
    "|//*[@class='evidence-cite' or @class='evidence-handout' or @class='reference-menu']"
    "|//*[@class='evidence-people']//svg"
    "|//*[@data-comments]"
)


ISSO = IssoComments(
    provider="isso", server="https://comments.example.org", address="ana@example.org"
)
LOADER = Path(comments.__file__).parent / "scripts/loader.js"


def weight(content: bytes) -> int:
    return len(gzip.compress(content, compresslevel=9, mtime=0))


@pytest.mark.parametrize("post", POSTS)
def test_a_post_costs_its_readers_little_more_than_material(example_site: Path, post: str) -> None:
    page: html.HtmlElement = html.document_fromstring(
        (example_site / post / "index.html").read_bytes()
    )
    files = page.xpath("//link[@rel='stylesheet']/@href|//script/@src")
    paths = [urljoin(post, str(file)) for file in files]
    costs = {
        path: weight((example_site / path).read_bytes())
        for path in paths
        if path.startswith("assets/evidence/")
    }
    loader = without_remarks(LOADER.read_text("utf-8"), ".js")
    costs["loader.js"] = weight(loader.encode())
    assert len(costs) > 4
    let_readers_ask_for_comments(page, post)
    whole = weight(html.tostring(page))
    ours = page.xpath(OURS)
    assert len(ours) > 20
    for element in ours:
        element.drop_tree()
    costs["in the page"] = whole - weight(html.tostring(page))
    assert sum(costs.values()) <= LIMIT, costs


def let_readers_ask_for_comments(page: html.HtmlElement, post: str) -> None:
    """Put into the page of a post what it would have if its comments were kept by Isso."""
    (place,) = page.xpath("//div[@class='evidence-comments']")
    name = post.strip("/").rpartition("/")[2]
    url = f"https://example.org/{post}"
    commented = Commented(str(page.xpath("string(//h1)")), url, name, name)
    words = catalogue(str(page.xpath("string(//*[@class='evidence-post']/@lang)")))
    invited = comments_html(ISSO, commented, words, "../../assets/evidence/comments/")
    place.clear(keep_tail=True)
    place.set("class", "evidence-comments")
    place.extend(html.fragments_fromstring(invited))
    assert place.xpath(".//*[@data-comments]")
