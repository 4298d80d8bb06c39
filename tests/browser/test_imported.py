"""The pages of a post from elsewhere that would do its readers harm, as a browser opens them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Dialog

from mkdocs_evidence.cli import main
from tests.browser.chromium import OpenPage
from tests.hosts.site import Site, said

POST = """\
---
title: A post <img src=x onerror=alert(1)>
date: 2019-03-03
categories: ["Calm <img src=x onerror=alert(1)> ![a](https://evil.example/a.png)"]
tags: ["rest <img src=x onerror=alert(1)> ![a](https://evil.example/b.png)"]
author: Bo <img src=x onerror=alert(1)>
slug: a-post
redirect_from: /old/a-post/
---
The opening ![a][b] and <img src="//evil.example/c.png">, <a title="<" onclick="alert(1)">as it
was</a> {: style="background:url(//evil.example/d.png)" }

## The study ![a](https://evil.example/e.png){ onload=alert(1) }

![a](https://evil.example/f(a(b)).png 'c') <video poster="//evil.example/g.png"></video>

<div markdown="1">![a](https://evil.example/h.png) [a](javascript:alert(1))</div>

## Implications

``` {.python onmouseover="alert(1)"}
a
```

## Limitations

[b]: https://evil.example/i.png

```
<script>alert(1)</script><img src=https://evil.example/j.png>
"""
PAGES = ("summaries/a-post/", "tags/", "old/a-post/", "")


def test_a_harmful_post_runs_nothing_and_asks_nobody(
    tmp_path: Path, serve_folder: Callable[[Path], str], open_page: OpenPage
) -> None:
    lists = {"topics": ["Health"], "authors": {"ana": {"name": "Ana Fox"}}, "author": "ana"}
    files = {"docs/tags.md": "# Tags\n\n<!-- material/tags -->\n", "post.md": POST}
    site = Site.create(tmp_path, files, evidence=lists)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.folder)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / ".home"))
        assert CliRunner().invoke(main, ["import", "post.md"]).exit_code == 0
    path = site.folder / "docs/summaries/a-post.yaml"
    text = path.read_text("utf-8").replace("\ndraft: true\n", "\n")
    path.write_text(text.replace("\narticle:\n", "\narticle: coan2017\n"), "utf-8")
    site.build()
    assert "The opening" in said(site.page(PAGES[0]))
    (topic,) = (
        name for name in site.files() if re.fullmatch("category/calm[^/]*/index.html", name)
    )
    url = serve_folder(site.folder / "site")
    shown: list[str] = []

    def seen(dialog: Dialog) -> None:
        shown.append(dialog.message)
        dialog.dismiss()

    with open_page(f"{url}/") as (page, record):
        page.on("dialog", seen)
        for name in (*PAGES, topic):
            answer = page.goto(f"{url}/{name}", wait_until="networkidle")
            assert answer
            assert answer.ok, name
            assert (record.foreign_requests, shown) == ([], []), name
