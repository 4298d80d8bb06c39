"""Files written so that whoever reads them finds all of the old text or all of the new."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def save(path: Path, data: bytes) -> None:
    """Write a file, in the place of the one that may be there, whose permissions it keeps.

    A link stays a link to the file that is written.

    Raises:
        OSError: The file cannot be written; what was there is still there.
    """
    path = path.resolve()
    temporary = _written_beside(path, data)
    try:
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def create(path: Path, data: bytes) -> None:
    """Write a file where there is none.

    Raises:
        FileExistsError: There is one already, which stays as it is.
        OSError: The file cannot be written.
    """
    temporary = _written_beside(path, data)
    try:
        path.hardlink_to(temporary)
    finally:
        temporary.unlink(missing_ok=True)


def _written_beside(path: Path, data: bytes) -> Path:
    """Write a file of a passing name in the folder of another, with the usual permissions."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
