"""What stops a reader of files."""

from __future__ import annotations


class UnreadablePostError(Exception):
    """A file cannot be read as a post; the text says why, and what to do instead."""
