"""Kinds of pages that the example site has not: accessible in both schemes and on both widths."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.chromium import OpenPage, Scheme, violations_on_widths
from tests.browser.test_pages import TOO_WIDE
from tests.hosts.site import SUMMARY, Site, summary

PALETTE = [
    {
        "media": f"(prefers-color-scheme: {light})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-night", "name": f"Leave the {light} colours"},
    }
    for light, scheme in (("light", "default"), ("dark", "slate"))
]

WRITING = """\
# Everything that Markdown writes

!!! note "A note"
    With a [link](index.md) and `code`.

!!! danger "A danger"
    With a [link](index.md) and `code`.

??? tip "A tip that opens"
    With a [link](index.md).

Term
:   What it means.

> A quotation, with <mark>a mark</mark>, <kbd>Ctrl</kbd> and <small>small print</small>.

```python
def told(of: "someone", *, at: int = 3) -> None:  # a remark
    raise ValueError(f"{of} is not here" or 2.5, None)
```

```text
A line that is much longer than any telephone is wide, so that one has to move it to read its end.
```

| A     | B                                        |
| ----- | ---------------------------------------- |
| `one` | two words                                |
| three | https://example.org/a/rather/long/address/that/cannot/be/broken/anywhere |

It was said before.[^1]

[^1]: Here.
"""

FILES = {
    "docs/writing.md": WRITING,
    "docs/notes.md": (
        "---\ncitation_style: chicago-notes-bibliography\n---\n# In notes\n\n"
        "A hand helps.[@coan2017] It counts whose it is.[@bowlby1969]\n"
    ),
    "docs/grouped.md": "# Read\n\n<!-- evidence/bibliography {group_by: year} -->\n",
    "docs/summaries/draft.yaml": summary(title="Not ready", draft="yes"),
    "docs/summaries/mistaken.yaml": SUMMARY.replace("coan2017", "nobody"),
    "docs/summaries/second.yaml": summary(title="Another hand", date="2026-03-03"),
}

PAGES = {
    "second-page-of-a-list": "/page/2/",
    "writing": "/writing/",
    "notes": "/notes/",
    "grouped-bibliography": "/grouped/",
    "draft": "/summaries/draft/",
    "mistake": "/summaries/mistaken/",
}


@pytest.fixture(scope="module")
def tiny_site(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    """The address of a tiny site as its author sees it in the preview, with drafts and mistakes."""
    site = Site.create(
        tmp_path_factory.mktemp("tiny"),
        FILES,
        plugins=["search", "tags", {"blog": {"pagination_per_page": 1}}, "evidence"],
        theme={"name": "material", "font": False, "palette": PALETTE},
        markdown_extensions=[
            "admonition",
            "def_list",
            "footnotes",
            "tables",
            "pymdownx.details",
            "pymdownx.superfences",
        ],
    )
    return serve_folder(site.build("serve").folder / "site")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible(
    tiny_site: str, open_page: OpenPage, path: str, scheme: Scheme
) -> None:
    with open_page(tiny_site + path, 1280, scheme) as (page, _):
        assert page.locator("h1").count() == 1
        assert violations_on_widths(page, 1280, 390) == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(TOO_WIDE) == 0
