"""The pictures of old posts, saved beside their summaries.

``keeping`` saves each once: ``media`` finds it among files, ``downloads`` fetches it, and ``files``
looks whether it is a picture, and names it. ``texts`` puts its new name into texts.
"""

from __future__ import annotations

from .keeping import PictureKeeper
from .kept import Kept
from .texts import with_kept

__all__ = ["Kept", "PictureKeeper", "with_kept"]
