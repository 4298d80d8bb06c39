"""The pictures of the posts of one import, each saved once."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from mkdocs_evidence import saving
from mkdocs_evidence.importing.post import Picture

from .downloads import Downloads, UnreachableHostError
from .files import LARGEST, TOO_LARGE, NoPictureError, ending_of, full_size, names_for
from .kept import Kept
from .media import Media, beside, content, is_address

_MISSING = (
    "The pictures became links, and the picture at the head of a post is left out. To have them,"
    " call again with --media and a copy of the old site's folder, or when you are online; delete"
    " the new summaries first. Or save them by hand beside the summaries."
)


class PictureKeeper:
    """Saves the pictures of all posts of one import, each once.

    A picture is what the file itself holds, or else a file in the copy of the old site's folder,
    or one in the folder of the imported file, or what is at its address.

    Args:
        folder: The folder of the summaries, in which the pictures are saved.
        imported: The file that is imported, from which pictures are named.
        media: A copy of the folder in which the old site kept its files, such as
            ``wp-content/uploads``; it is looked into first.
        online: Whether pictures may be downloaded.
    """

    def __init__(
        self, folder: Path, imported: Path, media: Path | None = None, *, online: bool = True
    ) -> None:
        self._folder = folder
        self._imported = imported
        self._media = Media(media) if media else None
        self._downloads = Downloads() if online else None
        self._not_asked = 0
        self._known: dict[str, Kept] = {}
        self._saved: dict[bytes, str] = {}

    @property
    def notes(self) -> list[str]:
        """What there is to say of many pictures at once, each a sentence or two."""
        if self._not_asked:
            return [f"{_counted(self._not_asked)} not fetched from the web. {_MISSING}"]
        missed = self._downloads.unreachable if self._downloads else {}
        if not missed:
            return []
        hosts = ", ".join(missed)
        return [
            f"{_counted(sum(missed.values()))} not fetched, since there was no answer from {hosts}."
            f" {_MISSING}"
        ]

    def keep(self, picture: Picture, stem: str) -> Kept:
        """Save a picture unless it is saved already, and say under which name.

        Args:
            picture: The picture.
            stem: How the name of its file begins: that of its post.

        Raises:
            OSError: It cannot be written.
        """
        if picture.data is not None:
            try:
                return Kept(self._save(picture.data, picture.name, stem))
            except NoPictureError as error:
                return Kept(missing=str(error))
        if picture.name not in self._known:
            self._known[picture.name] = self._kept(picture.name, stem)
        return self._known[picture.name]

    def _kept(self, name: str, stem: str) -> Kept:
        file = (self._media and self._media.find(name)) or beside(name, self._imported)
        try:
            if file:
                return Kept(self._save(content(file), file.name, stem))
            if not name.startswith(("https://", "http://")):
                return Kept(missing=_not_found(name))
            if self._downloads:
                return self._downloaded(self._downloads, name, stem)
        except NoPictureError as error:
            return Kept(missing=str(error))
        except UnreachableHostError:
            return Kept()
        self._not_asked += 1
        return Kept()

    def _downloaded(self, downloads: Downloads, address: str, stem: str) -> Kept:
        """Save what is at an address: the picture in full size, or else as the post has it."""
        if (large := full_size(address)) != address:
            kept = self.keep(Picture(large), stem)
            if not kept.missing:
                return kept
        return Kept(self._save(downloads.fetch(address), address, stem))

    def _save(self, data: bytes, name: str, stem: str) -> str:
        """Save a picture under a name that no other has, and return it; once for all posts.

        Raises:
            NoPictureError: It is none that a site can show.
        """
        if len(data) > LARGEST:
            raise NoPictureError(TOO_LARGE)
        mark = sha256(data).digest()
        if mark not in self._saved:
            self._saved[mark] = self._written(data, name, ending_of(data), stem)
        return self._saved[mark]

    def _written(self, data: bytes, name: str, ending: str, stem: str) -> str:
        self._folder.mkdir(parents=True, exist_ok=True)
        for each in names_for(name, ending, stem):
            path = self._folder / each
            try:
                saving.create(path, data)
            except FileExistsError:
                if not path.is_file() or path.read_bytes() != data:
                    continue
            return each
        raise AssertionError("there is always another name")


def _not_found(name: str) -> str:
    if is_address(name):
        return "Its address is none of the web."
    return (
        "It is not in the folder of the imported file. Name the folder in which the pictures are"
        " with --media."
    )


def _counted(number: int) -> str:
    return "1 picture was" if number == 1 else f"{number} pictures were"
