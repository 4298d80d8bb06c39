"""The posts of a blog that WordPress kept, out of the file that it exports (WXR 1.1 and 1.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs_evidence.importing.guard import each_of
from mkdocs_evidence.importing.post import OldPost, OldPosts

from .errors import UnreadablePostError
from .html_text import text_of
from .wordpress_comments import comments_of, remarks_left_out
from .wordpress_details import details_of, footnotes_in, hidden_because, shown_picture
from .wordpress_export import HOW_TO_EXPORT, Export, Item, read_export
from .wordpress_footnotes import blocks_with_footnotes
from .wordpress_text import Collection, Shown, plain_html, seen_html

_NAMES_OF_OTHERS = {
    "page": ("page", "pages"),
    "thrown away": ("post that was thrown away", "posts that were thrown away"),
}
"""What authors know among that which is no post; menus, versions and the like are not told of."""


def read_wordpress(path: Path) -> OldPosts:
    """Return the posts in an export of WordPress, with drafts and private ones.

    Args:
        path: The export.

    Raises:
        UnreadablePostError: The file is broken, or no export, or has no posts.
        OSError: The file cannot be opened.
    """
    export = read_export(path)
    if not export.posts:
        raise UnreadablePostError(f"It holds no posts. {HOW_TO_EXPORT}")
    pictures = {number: shown_picture(item) for number, item in export.attachments.items()}
    read, failures = each_of(
        export.posts,
        lambda item: _old_post(item, export, pictures),
        lambda item: item["title"] or f"Post {item['post_id']}",
    )
    return OldPosts([post for _, post in read], [*failures, *_notes(export, read)])


def _old_post(item: Item, export: Export, pictures: Mapping[str, Shown]) -> OldPost:
    details, notes = details_of(item, export, pictures)
    notes = [*hidden_because(item), *notes]
    own = [n for n, each in export.attachments.items() if each["post_parent"] == item["post_id"]]
    collection = Collection(pictures, own, export.patterns, footnotes_in(item))
    text = plain_html(item["content"], collection)
    said = [
        details.title,
        details.description,
        text_of(seen_html(item["content"], collection)),
        *map(text_of, text.footnotes),
    ]
    return OldPost(
        name=details.title or f"Post {item['post_id']}",
        blocks=blocks_with_footnotes(text.html, text.footnotes, item["link"]),
        words="\n\n".join(part for part in said if part),
        details=details,
        comments=comments_of(item.remarks),
        notes=[*notes, *text.notes],
    )


def _notes(export: Export, read: Sequence[tuple[Item, OldPost]]) -> list[str]:
    """Return what there is to say of the export as a whole."""
    notes = [
        f"The export also holds {_counted(export.others[kind], *names)}, which"
        f" {'is' if export.others[kind] == 1 else 'are'} left out."
        for kind, names in _NAMES_OF_OTHERS.items()
        if export.others[kind]
    ]
    public = [item for item, post in read if not post.details.hidden]
    if any("?p=" in item["link"] for item in public):
        notes.append(
            "The old blog had addresses like ?p=12 for some posts. A site of files cannot lead from"
            " these to the new ones."
        )
    if left := remarks_left_out(remark for item in export.posts for remark in item.remarks):
        notes.append(left)
    return notes


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
