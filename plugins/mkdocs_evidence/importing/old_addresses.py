"""The addresses of old posts that a page of a site of files can have."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from mkdocs_evidence.fields import OldAddress

_OLD_ADDRESS: TypeAdapter[str] = TypeAdapter(OldAddress)


def can_lead(path: str) -> bool:
    """Say whether a site of files can have a page at a path that leads to the post.

    Args:
        path: The path, from the root of the old site.
    """
    try:
        _OLD_ADDRESS.validate_python(path)
    except ValidationError:
        return False
    return True
