"""Posts out of the files of other programs, read by the ending of a file's name."""

from .files import ENDINGS, UnreadablePostError, read_posts

__all__ = ["ENDINGS", "UnreadablePostError", "read_posts"]
