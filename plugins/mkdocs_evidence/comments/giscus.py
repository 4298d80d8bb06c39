"""Discussions on GitHub, shown on the page by giscus once the reader asks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.fields import Line, WebAddress, Word
from mkdocs_evidence.languages import Catalogue

from .link import link_to
from .provider import Commented, Invitation, Provider, ProviderSettings, Request

_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/[\w.-]+")
_ON_GITHUB = re.compile(r"(?:https?://)?(?:www\.)?github\.com/([A-Za-z0-9-]+/[\w.-]+?)(?:\.git)?/?")
_REPOSITORY_ID = re.compile(r"R_[\w-]+|MDEw[\w+/]+=*")
"""As GitHub gives them to new repositories, and as it gave them to those from before 2022."""
_CATEGORY_ID = re.compile(r"DIC_[\w-]+|MDE4[\w+/]+=*")

_LANGUAGES = re.compile(
    "ar|be|bg|ca|cs|da|de|en|eo|es|eu|fa|fr|gsw|he|hu|id|it|ja|ko|nl|pl|pt|ro|ru|th|tr|uk|uz|vi"
)
"""The languages in which the frame of giscus is there; another address would show nothing."""


def _repository(value: str) -> str:
    if not _REPOSITORY.fullmatch(value):
        found = _ON_GITHUB.fullmatch(value)
        meant = found[1] if found else "both with a slash between, as in ana/blog"
        raise PydanticCustomError(
            "wrong_value",
            "“repository” should be the owner and the name of a repository on GitHub.",
            {"advice": f"Write {meant}"},
        )
    return value


def _repository_id(value: str) -> str:
    return _mark(value, "repository_id", _REPOSITORY_ID, "R_", "data-repo-id")


def _category_id(value: str) -> str:
    return _mark(value, "category_id", _CATEGORY_ID, "DIC_", "data-category-id")


def _mark(value: str, name: str, form: re.Pattern[str], start: str, there: str) -> str:
    """Accept a mark that giscus.app shows behind the name that it has there."""
    if not form.fullmatch(value):
        raise PydanticCustomError(
            "wrong_value",
            "“{name}” should be the mark that giscus.app shows, which begins with {start}.",
            {
                "name": name,
                "start": start,
                "advice": f"Copy what stands in quotation marks behind {there}= there.",
            },
        )
    return value


class GiscusComments(ProviderSettings):
    """Discussions on GitHub, below the posts."""

    provider: Literal["giscus"]
    """Discussions on GitHub show below the post once the reader asks for them."""
    repository: Annotated[Word, AfterValidator(_repository)]
    """The repository on GitHub that has the discussions, such as `ana/blog`."""
    repository_id: Annotated[Word, AfterValidator(_repository_id)]
    """GitHub's own mark for the repository, as giscus.app shows it."""
    category: Line
    """The category of discussions, such as `Announcements`."""
    category_id: Annotated[Word, AfterValidator(_category_id)]
    """GitHub's own mark for the category, as giscus.app shows it."""
    server: WebAddress = "https://giscus.app"
    """The address of giscus, if you run it yourself."""


class GiscusProvider(Provider[GiscusComments]):
    """Shows the discussion of a post in the frame of giscus, where one can also write."""

    settings = GiscusComments
    script: ClassVar = Path(__file__).with_name("giscus.js")
    keeps_threads: ClassVar = True

    def invitation(
        self, settings: GiscusComments, commented: Commented, words: Catalogue
    ) -> Invitation:
        """Return the invitation; the link finds on GitHub what is said there under a post's id."""
        discussions = f"https://github.com/{settings.repository}/discussions"
        if not commented.id:
            return Invitation(link_to(discussions, words, "comment_giscus"))
        query = quote(f'"{commented.id}" in:title', safe="")
        link = link_to(f"{discussions}?discussions_q={query}", words, "comment_giscus")
        receiver = urlsplit(settings.server).netloc
        language = words.language.split("-")[0].lower()
        request = Request(
            receiver,
            words.text("comments_giscus_told", receiver=receiver),
            words.text("comments_giscus_show"),
            {
                "server": settings.server.rstrip("/"),
                "frame": language if _LANGUAGES.fullmatch(language) else "en",
                "repository": settings.repository,
                "repositoryId": settings.repository_id,
                "category": settings.category,
                "categoryId": settings.category_id,
                "thread": commented.id,
                "title": commented.title,
            },
        )
        return Invitation(link, request)
