"""Pictures among files: beside the imported one, and in a copy of the old site's folder."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from .files import LARGEST, TOO_LARGE, NoPictureError, full_size, unscaled

_WITH_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class Media:
    """A copy of the folder in which an old site kept its files.

    Args:
        folder: The folder. Links out of it are not followed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, list[Path]] = defaultdict(list)
        for where, _, names in os.walk(folder):
            for name in names:
                self._files[name.casefold()].append(Path(where, name))

    def find(self, name: str) -> Path | None:
        """Return the file of a picture, the full size before a smaller one; None without one.

        Where files have one name, the one is taken whose folders agree with more of the address,
        and none where that does not tell.
        """
        for path in _sizes(_path_in(name)):
            found = self._best(PurePosixPath(path))
            if found and not found.is_symlink():
                return found
        return None

    def _best(self, path: PurePosixPath) -> Path | None:
        agreeing = [
            (_in_common(path, PurePosixPath(file.relative_to(self._folder).as_posix())), file)
            for file in self._files.get(path.name.casefold(), ())
        ]
        most = max((number for number, _ in agreeing), default=0)
        best = [file for number, file in agreeing if number == most]
        return best[0] if len(best) == 1 else None


def beside(name: str, imported: Path) -> Path | None:
    """Return the file of a picture that is named from an imported file.

    Only the folder of this file is looked into, and those below: a post from elsewhere has no
    business with other files of the computer.
    """
    if is_address(name):
        return None
    folder = imported.parent.resolve()
    for path in _sizes(_path_in(name)):
        try:
            file = (folder / path).resolve()
            if file.is_relative_to(folder) and file.is_file():
                return file
        except (OSError, ValueError):  # ValueError: no file can have this name
            continue
    return None


def is_address(name: str) -> bool:
    """Say whether a picture is named by an address with a scheme or a host."""
    return bool(_WITH_SCHEME.match(name))


def content(path: Path) -> bytes:
    """Return what is in the file of a picture.

    Raises:
        NoPictureError: It is larger than any picture needs to be, or cannot be opened.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise NoPictureError(TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise NoPictureError(f"Its file cannot be opened: {error.strerror}.") from None


def _path_in(name: str) -> str:
    """Return the path of a name or address, as files are named."""
    try:
        path = urlsplit(name).path if is_address(name) else re.split(r"[?#]", name)[0]
    except ValueError:
        path = ""
    return unquote(path).replace("\\", "/").replace("\0", "")


def _sizes(path: str) -> Iterator[str]:
    yield from dict.fromkeys((unscaled(path), full_size(path), path)) if path else ()


def _in_common(one: PurePosixPath, other: PurePosixPath) -> int:
    """Return how many parts at the end of two paths are the same."""
    number = 0
    for ours, theirs in zip(reversed(one.parts), reversed(other.parts), strict=False):
        if ours.casefold() != theirs.casefold():
            break
        number += 1
    return number
