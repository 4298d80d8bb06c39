"""Files written so that whoever reads them finds all of the old text or all of the new."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

_NO_LINKS = frozenset((errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK))
"""What systems answer whose files can have one name only, as on many USB sticks."""


def save(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file, in the place of the one that may be there, whose permissions it keeps.

    A link stays a link to the file that is written.

    Args:
        path: The file.
        data: What is to be in it.
        private: Whether the file is its owner's alone to read, whatever was so before.

    Raises:
        OSError: The file cannot be written; what was there is still there.
    """
    path = path.resolve()
    temporary = _written_beside(path, data, private=private)
    try:
        if path.exists() and not private:
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file where there is none.

    Args:
        path: The file.
        data: What is to be in it.
        private: Whether it is its owner's alone to read.

    Raises:
        FileExistsError: There is one already, which stays as it is.
        OSError: The file cannot be written.
    """
    temporary = _written_beside(path, data, private=private)
    try:
        _take_name(path, temporary)
    finally:
        temporary.unlink(missing_ok=True)


def _take_name(path: Path, temporary: Path) -> None:
    """Give a file a name that no other has; a link, unlike a renaming, never replaces one."""
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.rename(path)


def _written_beside(path: Path, data: bytes, *, private: bool) -> Path:
    """Write a file of a passing name in the folder of another."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            _permit_as_usual(temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _permit_as_usual(path: Path) -> None:
    """Give a file that is its owner's alone the permissions that new files have."""
    umask = os.umask(0)
    os.umask(umask)
    path.chmod(0o666 & ~umask)
