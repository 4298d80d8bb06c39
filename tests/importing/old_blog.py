"""A WordPress blog of 50 posts, as one looks after some years; all of it is made up."""

from __future__ import annotations

from collections.abc import Iterator

from tests.importing.wordpress import Entry, Said

POSTS = 50

_SUBJECTS = ("sleep", "walks", "letters", "music", "gardens", "breathing", "friends", "dogs")
_STUDY = (
    "The authors asked {people} adults from {towns} towns about {subject}, once in spring and once "
    "in autumn, and compared those who had been offered a course with those who had not.",
    "After {weeks} weeks the first group had fewer complaints: 2.{weeks} points on average, with "
    "an interval from 0.{weeks} to 4.1. Those who came together talked more about it at home.",
)
_PRACTICE = (
    "If you have trouble with {subject}, this may be a beginning, and it costs nothing to try it "
    "for a fortnight. Talk about it with whoever treats you.",
    "Colleagues may ask about {subject} in the first hour, as few people mention it themselves.",
)
_LIMITS = (
    "The people knew what they had been given, and {weeks} weeks are short. Of {people} people, "
    "some never came back, and nobody knows how they fared.",
)


def blog(address: str) -> list[Entry]:
    """Return all that the blog has.

    Args:
        address: The address of its server, without a slash at its end.
    """
    return [entry for number in range(1, POSTS + 1) for entry in _of_post(number, address)] + [
        Entry(9001, title="About me", kind="page", slug="about"),
        Entry(9002, title="Contact", kind="page", slug="contact"),
        Entry(9003, kind="nav_menu_item", title="Home"),
        Entry(9004, title="Old rubbish", status="trash", slug="rubbish__trashed"),
    ]


def slug(number: int) -> str:
    return f"{_subject(number)}-{number}"


def picture_path(number: int) -> str:
    """Return where the picture at the head of a post is on the server."""
    return f"/wp-content/uploads/{_year(number)}/03/{slug(number)}.jpg"


def has_picture(number: int) -> bool:
    return number % 2 == 0


def _subject(number: int) -> str:
    return _SUBJECTS[number % len(_SUBJECTS)]


def _year(number: int) -> int:
    return 2012 + number // 6


def _of_post(number: int, address: str) -> Iterator[Entry]:
    date = f"{_year(number)}-03-{number % 28 + 1:02d} 08:15:00"
    picture, attachment = address + picture_path(number), str(1000 + number)
    yield Entry(
        number,
        title=f"{_subject(number).capitalize()} &amp; mood, no. {number}",
        content=_classic(number, picture) if number % 3 else _blocks(number, picture),
        date=date,
        modified=date,
        slug=slug(number),
        link=f"{address}/{_year(number)}/03/{slug(number)}/",
        status="draft" if number % 25 == 0 else "publish",
        password="room 12" if number == 13 else "",
        terms=[
            ("category", _subject(number), _subject(number).capitalize()),
            *([("category", "uncategorized", "Uncategorized")] if number % 7 == 0 else []),
            ("post_tag", "study", "study"),
        ],
        meta={"_thumbnail_id": attachment} if has_picture(number) else {"_edit_last": "1"},
        comments=[*_said_below(number)],
    )
    if has_picture(number):
        yield Entry(
            int(attachment),
            title=slug(number),
            kind="attachment",
            status="inherit",
            parent=number,
            address=picture,
            excerpt=f"Photo: Tom Adler no. {number}",
            meta={"_wp_attachment_image_alt": f"A room with a view, the {number}th"},
        )


def _parts(number: int) -> tuple[list[str], list[str], list[str]]:
    facts = {
        "people": 100 + number,
        "towns": 2 + number % 5,
        "weeks": 2 + number % 7,
        "subject": _subject(number),
    }
    study, practice, limits = (
        [text.format(**facts) for text in texts] for texts in (_STUDY, _PRACTICE, _LIMITS)
    )
    return study, practice, limits


def _classic(number: int, picture: str) -> str:
    """Return the text of a post of the classic editor."""
    study, practice, limits = _parts(number)
    small = picture.replace(".jpg", "-300x200.jpg")
    shown = (
        f'[caption id="attachment_{1000 + number}" align="alignright" width="300"]'
        f'<a href="{picture}"><img src="{small}" alt="The same room" width="300" /></a>'
        f" The room of post {number}[/caption]\n\n"
        if has_picture(number)
        else ""
    )
    return (
        f"Do {_subject(number)} matter?\nI wondered for <em>years</em>.\r\n\r\n<!--more-->\n\n"
        f"{shown}<h3>The study</h3>\n" + "\n\n".join(study) + "\n<ul>\n<li>One winter</li>\n\n"
        "<li>One summer</li>\n</ul>\n<h3>What it means</h3>\n" + "\n\n".join(practice)
        + "\n<h3>Limitations</h3>\n" + "\n\n".join(limits)
    )  # fmt: skip


def _blocks(number: int, picture: str) -> str:
    """Return the text of a post of the block editor."""
    study, practice, limits = _parts(number)

    def paragraphs(texts: list[str]) -> list[str]:
        return [f"<!-- wp:paragraph -->\n<p>{each}</p>\n<!-- /wp:paragraph -->" for each in texts]

    def heading(text: str) -> str:
        inner = f'<h2 class="wp-block-heading">{text}</h2>'
        return f"<!-- wp:heading -->\n{inner}\n<!-- /wp:heading -->"

    image = (
        f'<!-- wp:image {{"id":{1000 + number}}} -->\n<figure class="wp-block-image"><img'
        f' src="{picture}" alt="The same room"/><figcaption>The room of post {number}</figcaption>'
        "</figure>\n<!-- /wp:image -->"
    )
    return "\n\n".join(
        [
            *paragraphs([f"Do {_subject(number)} matter? I wondered for <em>years</em>."]),
            *([image] if has_picture(number) else []),
            *[heading("The study"), *paragraphs(study)],
            *[heading("What it means"), *paragraphs(practice)],
            *[heading("Limitations"), *paragraphs(limits)],
        ]
    )


def _said_below(number: int) -> Iterator[Said]:
    if number % 4 == 0:
        return
    first, when = 10 * number, f"{_year(number)}-04-01 1{number % 10}:00:00"
    yield Said(first, f"Thank you for no. {number}.\nIt <em>helps</em>.", when=when)
    yield Said(first + 1, "I am glad.", first, "Inês Duarte", "ines@quiet.example", when=when)
    yield Said(first + 2, "Me too!", first + 1, "Eva", "", "https://eva.example", when=when)
    yield Said(first + 3, "Cheap pills", author="X", approved="spam", when=when)
    yield Said(first + 4, "[…] see there […]", author="A blog", kind="pingback", when=when)
