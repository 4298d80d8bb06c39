"""A .bib file of any length that looks like those of researchers, made up from a few words."""

from __future__ import annotations

from random import Random

_BEGINNINGS = (
    "Al", "An", "Bar", "Beck", "Bren", "Cas", "Chan", "Cor", "Dal", "Dub", "Er", "Fer", "Fisch",
    "Gar", "Had", "Han", "Her", "Il", "Jan", "Kel", "Kow", "Lind", "Mar", "M{\\\"u}l", "Nak", "Oka",
    "Ol", "Per", "Pet", "Quin", "Ros", "Sat", "Schm", "Sil", "Sing", "Tan", "Th{\\'e}r", "Wal",
    "Web", "Yil", "Zan",
)  # fmt: skip
_ENDINGS = (
    "aka", "ales", "alska", "ard", "aro", "as", "bach", "berg", "d{\\'i}n", "eira", "ell", "en",
    "er", "es", "ez", "feld", "for", "gren", "hardt", "idge", "iksen", "ini", "ira", "itt", "land",
    "ley", "ling", "man", "mann", "meier", "ner", "o", "oor", "os", "qvist", "sen", "son", "stein",
    "ton", "ura", "ville", "wood",
)  # fmt: skip
_PEOPLE = 2000
"""The number of authors; it is larger than that of family names, so that some share theirs."""

_GIVEN = (
    "Ana", "Bram", "Carla M.", "David J.", "Elif", "Fatima", "Greta", "Hugo", "Ingrid", "Jo{\\~a}o",
    "K. L.", "Lena", "Mar{\\'i}a", "Noah", "Olga", "P. Q.", "Rui", "Sofia", "Tom", "Wei",
)  # fmt: skip
_SUBJECTS = (
    "sleep", "attachment", "memory", "mindfulness", "grief", "emotion regulation", "loneliness",
    "working alliance", "exposure therapy", "parenting", "stress", "heart rate variability",
    "{EEG}", "self-compassion", "avoidance", "rumination", "trauma", "body image", "attention",
)  # fmt: skip
_DESIGNS = (
    "a randomized controlled trial", "a systematic review", "a meta-analysis", "a pilot study",
    "evidence from {Brazil}", "a longitudinal study", "a replication", "a mixed-methods study",
    "a network analysis", "three experiments", "What do we know?",
)  # fmt: skip
_GROUPS = (
    "adolescents", "older adults", "couples", "students", "veterans", "new mothers", "children",
    "outpatients with depression", "people with chronic pain", "nurses", "first-year teachers",
)  # fmt: skip
_JOURNALS = (
    "Journal of Made-Up Psychology", "Annals of Invented Medicine", "Psychotherapy \\& Practice",
    "International Review of Examples", "Behaviour and Specimens", "Sample Research",
)  # fmt: skip
_PUBLISHERS = ("Sample University Press", "Example \\& Sons", "Specimen Verlag")
_PLACES = ("Lisbon", "New York, NY", "Utrecht", "London")
_SMALL = frozenset(("a", "and", "do", "from", "in", "with"))
_TYPES = ("article",) * 14 + ("book", "incollection", "inproceedings", "phdthesis", "techreport")


def make_library(size: int) -> str:
    """Return a .bib file with so many entries, always the same."""
    random = Random(size)
    return "\n".join(_entry(random, number) for number in range(size))


def _entry(random: Random, number: int) -> str:
    kind = random.choice(_TYPES)
    fields = {
        "author": _names(random, random.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 22))),
        "title": _title(random),
        "year": str(random.randint(1965, 2025)),
        **_FIELDS[kind](random, number),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{entry{number},\n{lines}}}\n"


def _names(random: Random, number: int) -> str:
    return " and ".join(_name(random) for _ in range(number))


def _name(random: Random) -> str:
    """Return one of the authors; some write more than others."""
    person = min(random.randrange(_PEOPLE), random.randrange(_PEOPLE))
    group, beginning = divmod(person, len(_BEGINNINGS))
    family = _BEGINNINGS[beginning] + _ENDINGS[group % len(_ENDINGS)]
    particle = "van der " if person % 23 == 0 else ""
    return f"{particle}{family}, {_GIVEN[person * 7 % len(_GIVEN)]}"


def _title(random: Random) -> str:
    first, second = random.sample(_SUBJECTS, 2)
    title = f"{first} and {second} in {random.choice(_GROUPS)}: {random.choice(_DESIGNS)}"
    if random.random() < 0.4:
        return " ".join(w if w in _SMALL else w[0].upper() + w[1:] for w in title.split())
    return title[0].upper() + title[1:]


def _article(random: Random, number: int) -> dict[str, str]:
    fields = {
        "journal": random.choice(_JOURNALS),
        "volume": str(random.randint(1, 90)),
        "pages": _pages(random),
        "doi": f"10.5555/sample.{number}",
    }
    return fields | ({"number": str(random.randint(1, 12))} if random.random() < 0.8 else {})


def _book(random: Random, number: int) -> dict[str, str]:
    fields = {"publisher": random.choice(_PUBLISHERS), "address": random.choice(_PLACES)}
    return fields | ({"edition": str(number % 3 + 2)} if random.random() < 0.3 else {})


def _chapter(random: Random, number: int) -> dict[str, str]:
    editors = {"editor": _names(random, random.choice((1, 2, 3))), "pages": _pages(random)}
    return {"booktitle": _title(random)} | editors | _book(random, number)


def _paper(random: Random, number: int) -> dict[str, str]:
    title = f"Proceedings of the {number % 40 + 1}th Conference on Examples"
    return {"booktitle": title, "pages": _pages(random), "url": f"https://example.org/{number}"}


def _thesis(random: Random, _: int) -> dict[str, str]:
    return {"school": f"University of {random.choice(_PLACES)}"}


def _report(random: Random, number: int) -> dict[str, str]:
    return {"institution": random.choice(_PUBLISHERS), "number": str(number)}


def _pages(random: Random) -> str:
    first = random.randint(1, 900)
    return f"{first}--{first + random.randint(3, 40)}"


_FIELDS = {
    "article": _article,
    "book": _book,
    "incollection": _chapter,
    "inproceedings": _paper,
    "phdthesis": _thesis,
    "techreport": _report,
}
