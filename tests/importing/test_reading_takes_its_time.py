"""Files made to keep a reader busy: twice the text takes twice the time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from mkdocs_evidence.importing.reading.front_matter import split
from mkdocs_evidence.importing.reading.wordpress_paragraphs import with_paragraphs


@pytest.mark.parametrize(
    "read",
    [
        lambda spaces: split(f"---\nauthor: 'A{spaces}B'\n---\nText"),
        lambda spaces: with_paragraphs(f"A{spaces}B"),
    ],
    ids=["names of authors", "lines of WordPress"],
)
def test_spaces_take_time_in_proportion(read: Callable[[str], object]) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        read(" " * times)
        return time.process_time() - start

    assert seconds(10_000) < 40 * max(seconds(1_000), 0.002)
