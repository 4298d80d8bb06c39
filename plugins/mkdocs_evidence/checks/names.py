"""The names in a summary that its site must know, and those that no two summaries can share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.comments import ProviderSettings, provider_of
from mkdocs_evidence.languages import locale
from mkdocs_evidence.posts import Post
from mkdocs_evidence.problems import did_you_mean
from mkdocs_evidence.reading import SummaryFile
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import Summary

from .settings import LANGUAGES_ADVICE, check_style
from .texts import check_nocite, check_texts


def check_summary(
    file: SummaryFile, summary: Summary, settings: Settings, library: Library, root: Path
) -> None:
    """Note among the file's problems every name in it that the site does not know.

    Args:
        file: The file of the summary.
        summary: What of it can be understood.
        settings: What the site sets.
        library: The entries that may be cited.
        root: The folder of the site, from which files of styles are named.
    """
    _check_article(file, summary, library)
    _check_listed(file, "topics", summary.topics, settings.topics, "unknown-topic")
    _check_listed(file, "authors", summary.authors, settings.authors, "unknown-author")
    _check_language(file, summary)
    _check_style(file, summary, root)
    _check_thread(file, summary, settings.comments)
    file.problems += check_nocite(summary.nocite, file.document, library)
    check_texts(file, summary, library)
    _check_dates(file, summary)


def _check_article(file: SummaryFile, summary: Summary, library: Library) -> None:
    if summary.article and summary.article.key not in library:
        key = summary.article.key
        file.add_problem(
            ("article", "key"),
            "unknown-article",
            f"The bibliography has no entry with the key “{key}”.",
            did_you_mean(key, library.keys(), "Add the article to the bibliography first."),
        )


def _check_listed(
    file: SummaryFile, field: str, written: list[str], listed: Collection[str], rule: RuleId
) -> None:
    """Note the names in a field that the site does not list, if it lists any."""
    for index, name in enumerate(written):
        if listed and name not in listed:
            file.add_problem(
                (field, index),
                rule,
                f"“{name}” is not one of the site's {field}.",
                did_you_mean(name, listed, f"Add it to the {field} in mkdocs.yml."),
            )


def _check_language(file: SummaryFile, summary: Summary) -> None:
    if summary.language and not locale(summary.language):
        file.add_problem(
            ("language",),
            "unknown-language",
            f"No language has the short name “{summary.language}”.",
            LANGUAGES_ADVICE,
        )


def _check_style(file: SummaryFile, summary: Summary, root: Path) -> None:
    if name := summary.citation_style:
        problem = check_style(name, file.document, ("citation_style",), root)
        file.problems += [problem] if problem else []


def _check_thread(file: SummaryFile, summary: Summary, comments: ProviderSettings) -> None:
    if not summary.thread:
        return
    if mistake := provider_of(comments).wrong_thread(comments, summary.thread):
        file.add_problem(("comments",), "wrong-value", mistake.message, mistake.advice)


def _check_dates(file: SummaryFile, summary: Summary) -> None:
    if summary.updated and summary.updated < summary.date:
        file.add_problem(
            ("updated",),
            "wrong-value",
            "The post would be changed before the day on which it was written.",
            "Correct “date” or “updated”; both are year, month and day.",
        )


def check_addresses(files: Iterable[tuple[SummaryFile, Post]]) -> None:
    """Note where two summaries would have the same address, or the same name for ever."""
    posts = list(files)
    shared: dict[str, RuleId] = {"slug": "duplicate-address", "id": "duplicate-id"}
    for field, rule in shared.items():
        first: dict[str, SummaryFile] = {}
        # What an author wrote is easier to change than a file's name, so it comes second.
        for file, post in sorted(posts, key=lambda each: bool(getattr(each[1].summary, field))):
            value: str = getattr(post, field)
            if value in first and (field == "slug" or post.summary.id):
                file.add_problem(
                    (field,),
                    rule,
                    f"The post in {first[value].source.path} has the {field} “{value}” already.",
                    f"Give this one another: add or change the line “{field}: …”.",
                )
            first.setdefault(value, file)


def check_ids(files: Iterable[tuple[SummaryFile, Post]], comments: ProviderSettings) -> None:
    """Note where comments hang on a name of a post that could change unseen.

    Args:
        files: The summaries that can be shown.
        comments: What the site sets for its comments.
    """
    if not provider_of(comments).keeps_threads:
        return
    for file, post in files:
        summary = post.summary
        if summary.comments and not summary.id and not summary.draft:
            file.add_problem(
                ("title",),
                "thread-without-id",
                f"Comments hang on the name “{post.id}”, which changes with the file or the slug.",
                f"Add a line below the title, and leave it as it is for ever: id: {post.id}",
            )
