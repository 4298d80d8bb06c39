"""What a summary can get wrong that its own fields do not show: names that the site must know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import unknown_key_problem, unknown_keys
from mkdocs_evidence.csl import is_author_date, style_names
from mkdocs_evidence.languages import locale
from mkdocs_evidence.posts import Post
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document, SummaryFile
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import Summary

_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]]+)\]:", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s)>\"'`]*")

LANGUAGES_ADVICE = (
    "Write, for example, en for English, pt for Portuguese, nl for Dutch, fr for French."
)

IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
"""The endings of images that browsers show."""


def check_settings(settings: Settings, options: Document) -> list[Problem]:
    """Return the names among a site's settings that nobody knows."""
    problems = []
    if settings.style not in style_names():
        advice = did_you_mean(
            settings.style, style_names(), "Write apa, or the name of another style."
        )
        message = f"There is no citation style “{settings.style}”."
        problems.append(_setting_problem(options, "style", "unknown-style", message, advice))
    elif not is_author_date(settings.style):
        message = f"The style “{settings.style}” does not cite by author and year."
        advice = "Only such styles can be used for now, such as apa or harvard-cite-them-right."
        problems.append(_setting_problem(options, "style", "unknown-style", message, advice))
    if not locale(settings.language):
        message = f"No language has the short name “{settings.language}”."
        problem = _setting_problem(
            options, "language", "unknown-language", message, LANGUAGES_ADVICE
        )
        problems.append(problem)
    return problems


def _setting_problem(options: Document, name: str, rule: str, message: str, advice: str) -> Problem:
    span = options.value_span((name,))
    return options.source.problem(span.start, rule, message, advice, end=span.end)


def check_summary(
    file: SummaryFile, summary: Summary, settings: Settings, library: Library
) -> None:
    """Note among the file's problems every name in it that the site does not know."""
    _check_article(file, summary, library)
    _check_topics(file, summary, settings)
    _check_authors(file, summary, settings)
    _check_language(file, summary)
    _check_image(file, summary)
    _check_texts(file, summary)


def check_citations(file: SummaryFile, summary: Summary, library: Library) -> None:
    """Note the unknown citations of a summary that will not be rendered, which would find them."""
    text = "\n\n".join(_texts(summary))
    file.problems += [
        unknown_key_problem(file.source, key, library) for key in unknown_keys(text, library)
    ]


def _check_texts(file: SummaryFile, summary: Summary) -> None:
    """Note what would go wrong where the texts of a summary come together on one page."""
    source = file.source
    seen: dict[str, int] = {}
    for found in _FOOTNOTE.finditer("\n\n".join(_texts(summary))):
        seen[found[1]] = seen.get(found[1], 0) + 1
    for label in (label for label, count in seen.items() if count > 1):
        start = source.text.rfind(f"[^{label}]:")
        file.problems.append(
            source.problem(
                start,
                "duplicate-footnote",
                f"There are two footnotes with the name “{label}”, and only one can be shown.",
                f"Give this one another name, such as [^{label}a], here and in the text.",
                end=start + len(label) + 4,
            )
        )
    for found in _ADDRESS.finditer(source.text):
        try:
            urlsplit(found[0])
        except ValueError:
            file.problems.append(
                source.problem(
                    found.start(),
                    "broken-address",
                    "This web address cannot be right.",
                    "Copy it anew from the address line of your browser.",
                    end=found.end(),
                )
            )


def _texts(summary: Summary) -> list[str]:
    parts = [section.text for section in summary.sections.values()]
    if summary.conclusion:
        parts.append(summary.conclusion.text)
    return [text for text in (summary.lead, *parts) if text]


def _check_article(file: SummaryFile, summary: Summary, library: Library) -> None:
    if summary.article and summary.article.key not in library:
        key = summary.article.key
        file.add_problem(
            ("article", "key"),
            "unknown-article",
            f"The bibliography has no entry with the key “{key}”.",
            did_you_mean(key, library.keys(), "Add the article to the bibliography first."),
        )


def _check_topics(file: SummaryFile, summary: Summary, settings: Settings) -> None:
    for index, topic in enumerate(summary.topics):
        if settings.topics and topic not in settings.topics:
            file.add_problem(
                ("topics", index),
                "unknown-topic",
                f"“{topic}” is not one of the site's topics.",
                did_you_mean(topic, settings.topics, "Add it to the topics in mkdocs.yml."),
            )


def _check_authors(file: SummaryFile, summary: Summary, settings: Settings) -> None:
    for index, author in enumerate(summary.authors):
        if settings.authors and author not in settings.authors:
            file.add_problem(
                ("authors", index),
                "unknown-author",
                f"“{author}” is not one of the site's authors.",
                did_you_mean(author, settings.authors, "Add it to the authors in mkdocs.yml."),
            )


def _check_language(file: SummaryFile, summary: Summary) -> None:
    if summary.language and not locale(summary.language):
        file.add_problem(
            ("language",),
            "unknown-language",
            f"No language has the short name “{summary.language}”.",
            LANGUAGES_ADVICE,
        )


def _check_image(file: SummaryFile, summary: Summary) -> None:
    if not summary.image:
        return
    name = summary.image.file
    image = file.path.parent / name
    beside = _names_in(image.parent)
    # A computer that makes no difference between small letters and capitals may not be the one
    # that serves the site.
    is_there = image.is_file() and image.name in beside
    if PurePosixPath(name).is_absolute() or not is_there:
        file.add_problem(
            ("image", "file"),
            "missing-image",
            f"There is no image “{name}” in the folder of this summary.",
            did_you_mean(
                name,
                [each for each in beside if each.lower().endswith(IMAGES)],
                "Put the image there, or correct its name.",
            ),
        )
    elif not name.lower().endswith(IMAGES):
        file.add_problem(
            ("image", "file"),
            "unknown-image-format",
            f"Browsers do not show “{name}” as an image.",
            f"Save it in another format; its name then ends in {', '.join(IMAGES)}.",
        )


def _names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def check_addresses(files: Iterable[tuple[SummaryFile, Post]]) -> None:
    """Note where two summaries would have the same address, or the same name for ever."""
    posts = list(files)
    for field, rule in (("slug", "duplicate-address"), ("id", "duplicate-id")):
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
