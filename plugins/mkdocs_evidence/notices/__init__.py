"""What became of works after they were published: retracted, corrected, published after a preprint.

The answers of the registries are kept in a small file beside the bibliography, so that builds need
no network and come out alike. An author may write in it too: comments and the author's own notices
are kept when the file is written anew.
"""

from __future__ import annotations

from .fate import Doi, Fate, Notice, NoticeKind, Notices, NoticeSource, told_once
from .file import FILE, notices_file, read_notices, save_notices, written

__all__ = [
    "FILE",
    "Doi",
    "Fate",
    "Notice",
    "NoticeKind",
    "NoticeSource",
    "Notices",
    "notices_file",
    "read_notices",
    "save_notices",
    "told_once",
    "written",
]
