"""The fields of a summary, found in a post that knows nothing of them.

Each step takes blocks out of the post and hands on the others. What no step takes is text of the
opening or of a section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_evidence.importing.old_addresses import can_lead
from mkdocs_evidence.importing.post import Details, LeftOut, OldPost
from mkdocs_evidence.settings import Settings

from .closing import with_conclusion
from .discussed import take_discussed
from .footnotes import take_footnotes, with_footnotes
from .head_picture import take_picture
from .headings import LEAD, PLAIN, find_headings
from .language import language_of
from .lines import Lines, take_lines
from .marks import questions_of_marks
from .order import settle
from .phrasebook import folded
from .references import take_references
from .result import Credit, Part, Recognised
from .sections import divide, with_written_headings
from .standing import take_standing
from .taking import Blocks, joined
from .title import take_title
from .topics import as_spelt, spelling_questions

__all__ = ["Credit", "Part", "Recognised", "recognise"]

_NO_PAGE = "an old address at which no page of the site can stand"


def recognise(post: OldPost, settings: Settings) -> Recognised:
    """Find the fields of a summary in a post.

    Args:
        post: The post.
        settings: What the site sets: its sections, authors, topics and language.
    """
    told = post.details
    notes = take_footnotes(post.blocks)
    titled = take_title(notes.rest, told.title, settings)
    pictured = take_picture(titled.rest, opening(titled.rest, settings), told.picture)
    discussed = take_discussed(pictured.rest, opening(pictured.rest, settings))
    lines = take_lines(discussed.rest, opening(discussed.rest, settings), settings)
    authors = lines.authors or told.authors
    standing = take_standing(lines.rest, opening(lines.rest, settings), authors, settings)
    headings = settle(find_headings(standing.rest, settings), settings)
    divided = with_conclusion(divide(standing.rest, headings.headings, settings), titled.title)
    references = take_references(divided.rest)
    steps = (titled, pictured, discussed, lines, standing, divided, references)
    details = replace(
        _details(told, lines, settings),
        title=titled.title,
        picture=pictured.picture,
        language=language_of(post.blocks, told.language, settings),
    )
    found = Recognised(
        details=details,
        discussed=discussed.line,
        lead=joined(with_written_headings(divided.lead)),
        sections={name: piece.part() for name, piece in divided.sections.items()},
        conclusion=divided.conclusion.part() if divided.conclusion else None,
        credit=pictured.credit,
        references=references.entries,
        left_out=[
            *post.left_out,
            *(LeftOut(path, _NO_PAGE) for path in told.addresses if not can_lead(path)),
            *(each for step in steps for each in step.left_out),
        ],
        questions=[
            *(each for step in steps for each in step.questions),
            *headings.questions,
            *_differences(told, lines),
            *spelling_questions(details.topics, settings),
        ],
    )
    found = with_footnotes(found, notes.notes)
    texts = [found.lead, *(part.text for part in found.parts.values())]
    return replace(found, questions=[*found.questions, *questions_of_marks(texts)])


def opening(blocks: Blocks, settings: Settings) -> int:
    """Return how many blocks stand before the first section.

    In a post of which no section is known, that is before its first heading that is clearly one.
    """
    headings = [each for each in find_headings(blocks, settings) if each.name != LEAD]
    named = [each.place for each in headings if each.name]
    clear = [each.place for each in headings if each.level < PLAIN]
    return next(iter([*named, *clear]), len(blocks))


def _details(told: Details, lines: Lines, settings: Settings) -> Details:
    """Return what the file tells of its post, after what the post itself tells."""
    topics = [as_spelt(name, settings) for name in (*told.topics, *lines.topics)]
    return replace(
        told,
        authors=lines.authors or told.authors,
        date=lines.date or told.date,
        updated=lines.updated or told.updated,
        topics=list(dict.fromkeys(topics)),
        tags=_tags((*told.tags, *lines.tags), topics),
        addresses=[path for path in told.addresses if can_lead(path)],
    )


def _tags(names: Sequence[str], topics: Sequence[str]) -> list[str]:
    """Return tags, each once, whatever its capitals, and none that is a topic as well."""
    first: dict[str, str] = {}
    for name in (each.removeprefix("#").strip() for each in names):
        first.setdefault(folded(name), name)
    known = {folded(topic) for topic in topics}
    return [name for same, name in first.items() if same and same not in known]


def _differences(told: Details, lines: Lines) -> Iterator[str]:
    """Yield a question for each matter in which a file and the text in it do not agree."""
    pairs: Sequence[tuple[str, str, str]] = (
        ("author", ", ".join(told.authors), ", ".join(lines.authors)),
        ("date", told.date, lines.date),
        ("updated", told.updated, lines.updated),
    )
    for name, outer, inner in pairs:
        if outer and inner and outer != inner:
            yield (
                f"The file gives “{outer}” as the {name}, the text of the post “{inner}”. The text"
                " was followed; please check that."
            )
