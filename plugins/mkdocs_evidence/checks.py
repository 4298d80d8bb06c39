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
_FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_CODE = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)

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
    _check_texts(file, summary, library)
    _check_dates(file, summary)


def check_citations(file: SummaryFile, summary: Summary, library: Library) -> None:
    """Note the unknown citations of a summary that will not be rendered, which would find them."""
    text = "\n\n".join(summary.texts)
    file.problems += [
        unknown_key_problem(file.source, key, library) for key in unknown_keys(text, library)
    ]


def _check_texts(file: SummaryFile, summary: Summary, library: Library) -> None:
    """Note what Markdown would show raw, leave out, or could not read at all."""
    _check_footnotes(file, _CODE.sub("", "\n\n".join(summary.texts)))
    uncoded = _CODE.sub(_blank, file.source.text)
    for part in ("lead", *summary.sections, "conclusion"):
        span = file.document.value_span((part, "text"))
        for pattern, explain in _SLIPS.items():
            for found in pattern.finditer(uncoded, *span):
                if problem := explain(found, library):
                    place = found.start(), found.end()
                    _add_text_problem(file, *place, *problem)


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])


def _check_footnotes(file: SummaryFile, text: str) -> None:
    labels = _FOOTNOTE.findall(text)
    for label in dict.fromkeys(label for label in labels if labels.count(label) > 1):
        message = f"There are two footnotes with the name “{label}”, and only one can be shown."
        advice = f"Give this one another name, such as [^{label}a], here and in the text."
        start = file.source.text.rfind(f"[^{label}]:")
        _add_text_problem(
            file, start, start + len(label) + 4, "duplicate-footnote", message, advice
        )
    used = dict.fromkeys(_FOOTNOTE_MARK.findall(text))
    for label in (label for label in used if label not in labels):
        message = f"There is no footnote with the name “{label}”."
        advice = f"Write its text on a line that begins with “[^{label}]: ”, below an empty line."
        start = file.source.text.find(f"[^{label}]")
        _add_text_problem(file, start, start + len(label) + 3, "unknown-footnote", message, advice)


def _add_text_problem(
    file: SummaryFile, start: int, end: int, rule: str, message: str, advice: str
) -> None:
    problem = file.source.problem(start, rule, message, advice, end=end)
    file.problems.append(problem)


Explanation = tuple[str, str, str]
"""The rule, the message and the advice of a problem."""


def _broken_address(found: re.Match[str], library: Library) -> Explanation | None:
    del library
    try:
        urlsplit(found[0])
    except ValueError:
        message = "This web address cannot be right."
        advice = "Copy it anew from the address line of your browser."
        return "broken-address", message, advice
    return None


def _forgotten_at(found: re.Match[str], library: Library) -> Explanation | None:
    if found[1] not in library:
        return None
    message = f"“{found[1]}” is in the bibliography, but without an @ this is no citation."
    return "missing-at", message, f"Write: [@{found[1]}]"


def _picture_without_alt(found: re.Match[str], library: Library) -> Explanation:
    del found, library
    message = "This picture says nothing to those who cannot see it."
    return "missing-alt", message, "Write what it shows between the square brackets."


_SLIPS = {
    re.compile(r"https?://[^\s)>\"'`]*"): _broken_address,
    re.compile(r"(?<![\w\]!])\[([\w:.+/-]+)\](?![\[(:])"): _forgotten_at,
    re.compile(r"!\[[ ]*\](?=\()"): _picture_without_alt,
}


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


def _check_dates(file: SummaryFile, summary: Summary) -> None:
    if summary.updated and summary.updated < summary.date:
        file.add_problem(
            ("updated",),
            "wrong-value",
            "The post would be changed before the day on which it was written.",
            "Correct “date” or “updated”; both are year, month and day.",
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
