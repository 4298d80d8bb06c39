"""Lighthouse, on a post on a telephone. Its speed is measured by `make lighthouse`."""

from pathlib import Path

from tools.lighthouse import POST, example_site, scores


def test_a_post_has_all_points_but_those_for_speed(tmp_path: Path, chromium_path: str) -> None:
    categories = ("accessibility", "best-practices", "seo")
    with example_site(tmp_path) as home:
        assert scores(home + POST, chromium_path, categories) == dict.fromkeys(categories, 100)
