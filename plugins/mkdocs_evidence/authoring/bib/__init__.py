"""A work as a new entry of a .bib file, in that file's own style.

``style`` finds out how a file is written and ``keys`` how its keys are made. ``fields`` makes
fields of a CSL-JSON item, with texts from ``latex``; ``writing`` brings them into the style, and
``adding`` into the file.
"""

from .adding import NotUtf8, existing_key, with_entry
from .keys import new_key

__all__ = ["NotUtf8", "existing_key", "new_key", "with_entry"]
