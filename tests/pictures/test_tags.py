"""The sizes of pictures in finished HTML: what is changed, and that nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from mkdocs_evidence.pictures import Size, with_sizes

SIZES = {"a.png": Size(800, 600), "b & c.png": Size(40, 30), "sliver.png": Size(4000, 1)}
size_of: Callable[[str], Size | None] = SIZES.get


def part(text: str) -> str:
    return with_sizes(text, size_of, whole_page=False)


@pytest.mark.parametrize(
    ("tag", "sized"),
    [
        ('<img src="a.png">', '<img width="800" height="600" src="a.png">'),
        ("<img alt='' src='a.png' />", "<img width=\"800\" height=\"600\" alt='' src='a.png' />"),
        ("<img\n SRC = a.png>", '<img width="800" height="600"\n SRC = a.png>'),
        (
            '<img alt="5 > 4" src="b &amp; c.png">',
            '<img width="40" height="30" alt="5 > 4" src="b &amp; c.png">',
        ),
        ('<img src=" a.png ">', '<img width="800" height="600" src=" a.png ">'),
        ('<img src="a.png" src="x.png">', '<img width="800" height="600" src="a.png" src="x.png">'),
        ('<img src="a.png" width="400">', '<img height="300" src="a.png" width="400">'),
        ('<img width="2" src="sliver.png">', '<img height="1" width="2" src="sliver.png">'),
    ],
)
def test_a_picture_gets_what_it_lacks(tag: str, sized: str) -> None:
    assert part(f"<p>{tag}</p>") == f"<p>{sized}</p>"


@pytest.mark.parametrize(
    "text",
    [
        '<img src="elsewhere.png">',
        "<img>",
        '<img alt="a.png">',
        '<img data-src="a.png">',
        '<img src="a.png" height="60">',
        '<img src="a.png" width="50%">',
        '<img src="a.png" style="height: 4em">',
        '<img src="a.png" width="1" height="2">',
        '<image src="a.png">',
        "<pre><img src=a.png></pre>",
        "<p><code><img src=a.png></code></p>",
        '<script>"<img src=a.png>"</script>',
        "<style><img src=a.png></style>",
        "<textarea><img src=a.png></textarea>",
        "<!-- <img src=a.png> -->",
        """<a title="<img src='a.png'>">x</a>""",
        """<a title='<img src="a.png">' href=x>x</a>""",
        '<img src="a.png',
        "&lt;img src=a.png&gt;",
    ],
)
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert part(text) == text


def test_after_what_stands_apart_pictures_are_found_again() -> None:
    text = '<pre>\n<img src="a.png"></pre><img src="a.png"><code>x</code><img src="a.png">'
    assert part(text).count('width="800"') == 2


PAGE = (
    '<header><img src="a.png"></header><main><nav><img src="a.png"></nav>'
    '<article class="x"><p><img src="a.png" id="first"></p><article><img src="a.png" id="second">'
    '<img src="a.png" loading="eager" id="third"><img src="elsewhere.png" id="fourth">'
    '<img src="a.png" width="1" height="1" id="fifth"></article></article></main>'
)


def test_pictures_below_the_first_of_the_content_wait_for_their_reader() -> None:
    page = html.document_fromstring(with_sizes(PAGE, size_of))
    found = {image.get("id"): dict(image.attrib) for image in page.iter("img")}
    assert sum("width" in image.attrib for image in page.iter("img")) == 6
    assert {name for name, image in found.items() if image.get("loading") == "lazy"} == {
        "second",
        "fifth",
    }
    assert found["second"]["decoding"] == "async"
    assert found["third"]["loading"] == "eager"


def test_in_a_part_of_a_page_no_picture_waits() -> None:
    assert 'loading="lazy"' not in part(PAGE)


@given(
    st.lists(st.sampled_from([*"<>\"'/= ai-!", "<img ", "src=a.png", "<pre>", "</pre>", "<!--"]))
)
def test_whatever_stands_in_a_page_only_sizes_are_added(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert part(text).replace(' width="800" height="600"', "") == text
    assert part(part(text)) == part(text)
