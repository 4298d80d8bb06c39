"""The studies that posts discuss, as the files of a dataset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations.fates import Fates
from mkdocs_evidence.exports.dataset import Study, data_files

from .post import Post


def dataset_files(posts: Iterable[Post], library: Library, fates: Fates) -> Mapping[str, bytes]:
    """Return the files of the dataset of these posts by their names.

    Args:
        posts: The posts that the site shows, of which those count that tell of their study.
        library: The entries of the site.
        fates: What became of them.
    """
    studies = (_study(post, fates) for post in posts)
    return data_files([study for study in studies if study], library)


def _study(post: Post, fates: Fates) -> Study | None:
    summary = post.summary
    if summary.evidence is None or summary.article is None:
        return None
    notices = fates.of(summary.article.key).notices
    return Study(
        post=post.id,
        title=summary.title,
        date=summary.date,
        language=post.language,
        topics=summary.topics,
        article=summary.article.key,
        evidence=summary.evidence,
        funding=summary.funding,
        conflicts=summary.conflicts,
        notice=notices[0].kind if notices else None,
    )
