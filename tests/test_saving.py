"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_evidence.saving import create, save


def test_a_file_is_written_in_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    for data in (b"one", b"two, which is longer", b""):
        save(path, data)
        assert path.read_bytes() == data
    assert [*tmp_path.iterdir()] == [path]


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.touch()
    path.chmod(0o604)
    save(path, b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    save(path, b"A secret.", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_new_files_have_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    save(tmp_path / "saved", b"")
    create(tmp_path / "created", b"")
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {
        stat.S_IMODE(usual.stat().st_mode)
    }


def test_private_files_are_their_owners_alone(tmp_path: Path) -> None:
    save(tmp_path / "saved", b"", private=True)
    create(tmp_path / "created", b"", private=True)
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    save(link, b"one")
    assert link.is_symlink()
    assert target.read_bytes() == b"one"


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    create(path, b"one")
    with pytest.raises(FileExistsError):
        create(path, b"two")
    assert path.read_bytes() == b"one"
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("write", [save, create])
def test_a_folder_that_is_missing_is_an_error_and_leaves_nothing(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "none" / "a", b"one")
    assert [*tmp_path.iterdir()] == []


def test_where_files_can_have_one_name_only_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "as on a USB stick")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.yaml"
    create(path, b"one")
    with pytest.raises(FileExistsError):
        create(path, b"two")
    assert path.read_bytes() == b"one"
    assert [*tmp_path.iterdir()] == [path]


FULL = """\
import resource, sys
from pathlib import Path
from mkdocs_evidence import saving
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
getattr(saving, sys.argv[1])(Path(sys.argv[2]), b"more than ten bytes")
"""


@pytest.mark.parametrize("how", ["save", "create"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.bib"
    if how == "save":
        path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", FULL, how, str(path)], capture_output=True, text=True, check=False
    )
    assert "OSError: [Errno 27]" in done.stderr
    assert [each.read_bytes() for each in tmp_path.iterdir()] == ([b"old"] if how == "save" else [])
