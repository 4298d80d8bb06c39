"""HTML, plain text and Markdown of what is formatted."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_evidence.csl import Processor, Reference
from tests.csl.prose import style_of

TITLE = '<text variable="title"/>'


def reference(fragment: str, **fields: Any) -> Reference:
    return Processor(style_of(fragment), "en", lambda _: {"type": "book", **fields}).references(
        "a"
    )[0]


@pytest.mark.parametrize(
    ("title", "html", "text", "markdown"),
    [
        ("Sleep", "Sleep", "Sleep", "Sleep"),
        ("<i>a</i> <b>b</b>", "<i>a</i> <b>b</b>", "a b", "*a* **b**"),
        ("x<sup>2</sup> H<sub>2</sub>O", "x<sup>2</sup> H<sub>2</sub>O", "x2 H2O", "x^2^ H~2~O"),
        ("<i>a <b>b</b></i>", "<i>a <b>b</b></i>", "a b", "*a **b***"),
        ("p < .05 & q > 1", "p &lt; .05 &amp; q &gt; 1", "p < .05 & q > 1", r"p \< .05 & q \> 1"),
        ("a*b*_c_", "a*b*_c_", "a*b*_c_", r"a\*b\*\_c\_"),
        ("[a](b) `c` #d", "[a](b) `c` #d", "[a](b) `c` #d", r"\[a\](b) \`c\` \#d"),
        ("a\\b", "a\\b", "a\\b", r"a\\b"),
        ("1~2^3@x$y$|z", "1~2^3@x$y$|z", "1~2^3@x$y$|z", r"1\~2\^3\@x\$y\$\|z"),
    ],
)
def test_a_text_is_written_in_three_ways(title: str, html: str, text: str, markdown: str) -> None:
    found = reference(TITLE, title=title)
    assert (found.html, found.text, found.markdown) == (html, text, markdown)


def test_a_link_is_written_in_three_ways() -> None:
    found = reference('<text variable="DOI" prefix="https://doi.org/"/>', DOI="10.1/a<b>")
    assert found.html == (
        '<a href="https://doi.org/10.1/a%3Cb%3E">https://doi.org/10.1/a&lt;b&gt;</a>'
    )
    assert found.text == "https://doi.org/10.1/a<b>"
    assert found.markdown == r"[https://doi.org/10.1/a\<b\>](https://doi.org/10.1/a%3Cb%3E)"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//a.example", "x"])
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    assert reference('<text variable="URL"/>', URL=address).html == address


def test_html_has_no_signs_that_it_forbids() -> None:
    assert reference(TITLE, title="a\x00b\x1b\ue000\ufffec").html == "abc"


def test_plain_text_is_one_line() -> None:
    found = reference(TITLE, title=" a\n b\tc\u2028d\u00a0\u00a0e ")
    assert found.text == "a b c d e"


def test_blocks_are_parted_by_a_space_in_plain_text() -> None:
    found = reference(
        '<text value="1." display="left-margin"/><text variable="title" display="right-inline"/>',
        title="Sleep",
    )
    assert found.text == "1. Sleep"
    assert found.html == (
        '<div class="csl-left-margin">1.</div><div class="csl-right-inline">Sleep</div>'
    )


def test_formats_that_markdown_lacks_leave_no_trace() -> None:
    found = reference('<text variable="title" font-variant="small-caps"/>', title="Sleep")
    assert found.markdown == "Sleep"
