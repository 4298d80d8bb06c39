"""What the fields of other programs at the head of a Markdown file say."""

from __future__ import annotations

from mkdocs_evidence.importing.reading.front_matter import split


def test_old_addresses_are_told_from_other_names() -> None:
    aliases = '[/2015/a/, "https://old.example.org/b.html", "/?p=3", A walk, {a: b}]'
    head = split(f"---\naliases: {aliases}\n---\nText.")
    assert head.details.addresses == ["/2015/a/", "/b.html"]
    assert head.left_out[0].text == 'aliases: ["/?p=3", "A walk", {"a": "b"}]'
