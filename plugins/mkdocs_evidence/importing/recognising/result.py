"""What was found in an old post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.importing.post import Details, LeftOut, Picture


@dataclass(frozen=True)
class Part:
    """A section of a summary.

    Attributes:
        text: What it says, in Markdown.
        heading: Its heading in the post, in Markdown; empty where it had none.
    """

    text: str
    heading: str = ""


@dataclass(frozen=True)
class Credit:
    """Who made the picture at the head of a post; each is empty where it is not said."""

    credit: str = ""
    url: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Recognised:
    """What was found in a post.

    Attributes:
        details: What is known of the whole post, from its text or from what its file says besides.
        discussed: The line about the article that the post discusses, in Markdown; empty for none.
        lead: What stands before the first section, in Markdown.
        sections: The site's sections, by their ids.
        conclusion: What the post concludes.
        credit: Who made the picture at the head.
        references: The entries of the post's own list of references, in Markdown.
        left_out: What has no place in the summary, and lines of which only what they tell has one,
            such as a byline.
        questions: What a person has to look at, each a sentence or two in plain words.
    """

    details: Details = field(default_factory=Details)
    discussed: str = ""
    lead: str = ""
    sections: Mapping[str, Part] = field(default_factory=dict)
    conclusion: Part | None = None
    credit: Credit = field(default_factory=Credit)
    references: Sequence[str] = ()
    left_out: Sequence[LeftOut] = ()
    questions: Sequence[str] = ()

    @property
    def parts(self) -> Mapping[str, Part]:
        """The sections and the conclusion, by the names of their fields."""
        return {**self.sections, **({"conclusion": self.conclusion} if self.conclusion else {})}

    @property
    def picture(self) -> Picture | None:
        """The picture at the head of the post."""
        return self.details.picture
