"""Pictures that cannot be shown, that tell too much, or that are heavy."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from mkdocs_evidence.pictures import DRAWING, MEDIA_TYPES, PictureFile, PictureFiles, is_picture
from mkdocs_evidence.problems import Location, Problem, did_you_mean
from mkdocs_evidence.reading import SummaryFile
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import shown_from
from mkdocs_evidence.summary import Image, Summary

HEAVY = 400_000
"""How many bytes of a picture a telephone can load without its reader noticing."""

WIDE = 2400
"""How many pixels the widest screen shows of a picture in a column of text."""

_IMAGE = ("image", "file")


def check_picture(file: SummaryFile, summary: Summary, uri: str, pictures: PictureFiles) -> None:
    """Note where the picture at the head of a post is not there, or cannot be shown.

    Args:
        file: The file of the summary.
        summary: What of it can be understood.
        uri: The name of the file from the folder of the pages.
        pictures: The files of pictures.
    """
    if summary.image is None:
        return
    name = summary.image.file
    path = file.path.parent / name
    beside = pictures.names_in(path.parent)
    # A computer that makes no difference between small letters and capitals may not be the one
    # that serves the site.
    picture = (
        pictures.file(path) if path.name in beside and _is_inside(summary.image, uri) else None
    )
    if picture is None:
        file.add_problem(
            _IMAGE,
            "missing-image",
            f"There is no image “{name}” in the folder of this summary.",
            did_you_mean(
                name,
                filter(is_picture, beside),
                "Put the image there, or correct its name.",
            ),
        )
    elif not is_picture(name):
        file.add_problem(
            _IMAGE,
            "unknown-image-format",
            f"Browsers do not show “{name}” as an image.",
            f"Save it in another format; its name then ends in {', '.join(MEDIA_TYPES)}.",
        )
    elif not picture.is_whole:
        file.add_problem(
            _IMAGE,
            "broken-picture",
            f"The file “{name}” cannot be read as a picture.",
            "Copy it anew from where you have it, or open it in a program for pictures and save"
            " it again.",
        )


def _is_inside(image: Image, uri: str) -> bool:
    """Say whether a summary's name of an image is that of a file of the site on every computer."""
    return not image.uri(uri).startswith(("/", "../")) and "\\" not in image.file


class PublishedPictures:
    """All pictures of a site, whether a page shows them or not: whoever has the address has them.

    Args:
        names: The names of all files of the site, from the folder of the pages.
        folder: That folder.
        root: The folder of the site, from which files are named to the author.
        files: The summaries, by their names.
        pictures: The files of pictures.
    """

    def __init__(
        self,
        names: Collection[str],
        folder: Path,
        root: Path,
        files: Mapping[str, SummaryFile],
        pictures: PictureFiles,
    ) -> None:
        self._names = sorted(filter(is_picture, names))
        self._folder = folder
        self._root = root
        self._heads = {
            summary.image.uri(uri): file
            for uri, file in files.items()
            if (summary := file.understood) and summary.image
        }
        self._pictures = pictures

    def telling_places(self) -> Iterator[Problem]:
        """Yield a warning for each photo that tells where it was taken."""
        for name, picture, problem in self._told():
            if picture.tells_place:
                yield problem(
                    "place-in-photo",
                    f"The photo “{posixpath.basename(name)}” tells where it was taken, to everyone"
                    " who saves it.",
                    "Take the place out of it, as the guide on writing tells, before you publish"
                    " it.",
                )

    def heavy(self) -> Iterator[Problem]:
        """Yield advice for each picture that makes readers on a telephone wait."""
        for name, picture, problem in self._told():
            is_drawing = name.lower().endswith(DRAWING)
            width = picture.size.width if picture.size and not is_drawing else 0
            if picture.length > HEAVY or width > WIDE:
                measures = [f"{round(picture.length / 1000)} KB"]
                measures += [f"{width} pixels wide"] if width else []
                yield problem(
                    "heavy-picture",
                    f"The picture “{posixpath.basename(name)}” is heavy for telephones"
                    f" ({', '.join(measures)}).",
                    "Perhaps save it as .webp, 1600 pixels wide; that is enough for every screen.",
                )

    def _told(self) -> Iterator[tuple[str, PictureFile, Callable[[RuleId, str, str], Problem]]]:
        """Yield each picture with its name, and with what makes a problem of it.

        The place is the summary that has it as its image, or else the picture.
        """
        for name in self._names:
            path = self._folder / name
            if picture := self._pictures.file(path):
                if head := self._heads.get(name):
                    span = head.document.value_span(_IMAGE)
                    yield name, picture, partial(head.document.problem, span)
                else:
                    yield name, picture, partial(Problem, Location(shown_from(self._root, path)))
