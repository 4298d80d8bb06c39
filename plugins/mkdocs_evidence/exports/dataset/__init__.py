"""The studies of a site as data, for colleagues who want to use or check them.

``names`` says what the files are called.
"""

from __future__ import annotations

from .names import DATA_FOLDER, FILES

__all__ = ["DATA_FOLDER", "FILES"]
