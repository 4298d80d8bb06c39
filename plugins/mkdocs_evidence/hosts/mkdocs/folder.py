"""What lies in the folder of the summaries, among the files that MkDocs has found."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_evidence.project import is_stranger, is_summary, may_stand_beside
from mkdocs_evidence.sources import shown_from


def is_inside(file: File, prefix: str) -> bool:
    """Say whether a file is in the folder, and not one that the site leaves out, as hidden ones.

    Args:
        file: The file.
        prefix: How the names of all files in the folder begin.
    """
    return file.src_uri.startswith(prefix) and file.inclusion is not InclusionLevel.EXCLUDED


def take_strangers(files: Files, prefix: str, root: Path) -> list[str]:
    """Take out what must not be published from the folder, and return the names of strangers.

    Args:
        files: The files of the site.
        prefix: How the names of all files in the folder begin.
        root: The folder of the site, from which files are named to the author.
    """
    strangers = []
    for file in [file for file in files if is_inside(file, prefix)]:
        if is_summary(file.src_uri) or may_stand_beside(file.src_uri) or not file.abs_src_path:
            continue
        files.remove(file)
        if is_stranger(file.src_uri):
            strangers.append(shown_from(root, Path(file.abs_src_path)))
    return strangers


def take_namesakes(files: Files, prefix: str) -> list[File]:
    """Take out what the blog would take for a part of the folder, and return it.

    The blog goes by how names begin, so that ``summaries.md`` would be a post to it.
    """
    alike = [file for file in files if file.src_uri.startswith(prefix.rstrip("/"))]
    namesakes = [file for file in alike if not file.src_uri.startswith(prefix)]
    for file in namesakes:
        files.remove(file)
    return namesakes


def put_images_back(files: Files, prefix: str, config: MkDocsConfig) -> None:
    """Let the images of the folder stand beside the summaries on the site too.

    The blog moves them to its own folder, where one could take the place of another of the same
    name.
    """
    for image in files.media_files():
        if image.src_uri.startswith(prefix):
            image.dest_uri, image.url = image.src_uri, quote(image.src_uri)
            image.abs_dest_path = str(Path(config.site_dir, image.src_uri))
