"""What the form saves: nothing is lost, and nothing changes that was not changed in the form."""

from __future__ import annotations

import copy
import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_evidence.authoring.draft import FORMS, Draft, Form, draft_text
from mkdocs_evidence.authoring.forms import form_configuration
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.configuration import Configuration, read_configuration
from mkdocs_evidence.lookup import Work
from mkdocs_evidence.reading import SummaryFile, SummaryReader, section_names
from mkdocs_evidence.settings import Settings
from tests.authoring.forms_program import FormError, Program, Values, running
from tests.authoring.forms_yaml import (
    Fields,
    Styles,
    Writer,
    places,
    said_by_file,
    said_by_form,
)
from tests.authoring.vendored_form import node_modules, path_to_node

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(
    path for path in (ROOT / "docs/summaries").iterdir() if path.suffix in {".yaml", ".md"}
)
MANY = settings(
    max_examples=70,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def site() -> Settings:
    """What the example site sets."""
    found: Configuration = read_configuration(ROOT / "mkdocs.yml")
    assert found.settings
    return found.settings


@pytest.fixture(scope="module")
def reader(site: Settings) -> SummaryReader:
    return SummaryReader(site.section_ids, section_names(site))


@pytest.fixture(scope="module")
def program(site: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The scripts, for the example site."""
    library, _ = Library.load((ROOT / "bibliography").glob("*.bib"), root=ROOT)
    configuration = form_configuration(site, library, "docs/summaries", ("yaml", "yml", "md"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", path_to_node())
        modules = node_modules()
    with running(tmp_path_factory.mktemp("forms"), modules, configuration) as program:
        yield program


@pytest.fixture(scope="module")
def fields(program: Program) -> Fields:
    return Fields(program.configuration)


def read(reader: SummaryReader, folder: Path, text: str, form: str = "yaml") -> SummaryFile:
    path = folder / f"a.{form}"
    path.write_text(text, "utf-8", newline="")
    return reader.read(path, path.name)


def as_sveltia_reads(text: str) -> str:
    """Return a text as Sveltia gives it to the scripts."""
    return re.sub(r"\r\n?", "\n", text.strip())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_summary_that_was_not_changed_stays_the_same(program: Program, path: Path) -> None:
    text = path.read_text("utf-8")
    form = path.suffix[1:]
    assert program.saved(program.opened(text, form), form) == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_summary_that_was_changed_is_read_back_whole(
    program: Program, reader: SummaryReader, tmp_path: Path, path: Path
) -> None:
    form = path.suffix[1:]
    values = program.opened(path.read_text("utf-8"), form)
    values["limitations"]["text"] = "A last doubt: none.\n\n" + values["limitations"]["text"]
    file = read(reader, tmp_path, program.saved(values, form), form)
    assert file.problems == []
    before = reader.read(path, path.name).summary
    assert before
    assert file.summary
    limitations = before.sections["limitations"]
    text = f"A last doubt: none.\n\n{limitations.text}"
    changed = {"limitations": limitations.model_copy(update={"text": text})}
    assert file.summary == before.model_copy(update=changed)


@pytest.mark.parametrize("form", FORMS)
def test_a_new_draft_is_full_of_remarks_which_all_stay(
    program: Program, reader: SummaryReader, site: Settings, tmp_path: Path, form: Form
) -> None:
    work = Work({"title": "Small steps: a trial"}, licence="CC BY 4.0", funders=["NIHR"])
    text = draft_text(Draft("richards2016cobra", work, datetime.date(2026, 2, 10)), form, site)
    values = program.opened(text, form)
    assert program.saved(values, form) == text
    values["title"] = "Small: steps"
    values["lead"] = "A question?"
    values["study"] = {"heading": "", "text": "They asked.\n\nTwice."}
    values["evidence"] = {"design": "randomised-trial", "participants": {"n": 440}}
    saved = program.saved(values, form)
    assert [line for line in text.split("\n") if line.startswith("#") and line not in saved] == []
    file = read(reader, tmp_path, saved, form)
    assert file.problems == []
    assert file.summary
    assert (file.summary.title, file.summary.lead) == ("Small: steps", "A question?")
    assert file.summary.sections["study"].text == "They asked.\n\nTwice."
    assert file.summary.evidence
    assert file.summary.evidence.participants


@MANY
@given(st.integers(min_value=0), st.sampled_from(FORMS))
def test_what_is_changed_in_the_form_changes_in_the_file_and_nothing_else(
    program: Program,
    fields: Fields,
    reader: SummaryReader,
    tmp_path: Path,
    seed: int,
    form: Form,
) -> None:
    chance = Random(seed)
    writer, styles = Writer(fields, chance), Styles(fields, chance)
    write = styles.written if form == "yaml" else styles.written_as_markdown
    values = without_headings(writer.summary(), form)
    text = as_sveltia_reads(write(values))
    before = read(reader, tmp_path, text, form)
    assert not before.document.broken

    opened = program.opened(text, form)
    assert said_by_form(fields, opened) == said_by_form(
        fields, shown(program, fields, read_back(before, values))
    )
    assert program.saved(opened, form) == text

    can_change = [
        place for place in places(fields, opened) if form == "yaml" or place[1] != "heading"
    ]
    inside, name, widget, path = chance.choice(can_change)
    inside[name] = without_headings(chance.choice([None, writer.value(widget, path)]), form)
    if form == "md" and path in before.document.sections and inside[name]:
        inside[name].pop("heading", None)
    saved = program.saved(opened, form)
    top = path.partition(".")[0]
    after = read(reader, tmp_path, saved, form)
    assert not after.document.broken
    was, now = (said_by_file(fields, file.document.fields) for file in (before, after))
    assert {**was, top: None} == {**now, top: None}
    kept = [each for each in styles.comments if each not in part_of(text, before, top)]
    assert [each for each in kept if each not in saved] == []
    wanted = read_back(after, shown(program, fields, opened))
    reopened = program.opened(as_sveltia_reads(saved), form)
    assert said_by_form(fields, reopened) == said_by_form(fields, wanted)


def without_headings(value: Any, form: str) -> Any:
    """Return texts without what would be a heading within them in a file in Markdown."""
    return value if form == "yaml" else json.loads(json.dumps(value).replace("#", "b"))


def read_back(file: SummaryFile, values: Values) -> Values:
    """Return values with the headings of a file in Markdown, where no section lacks one."""
    for name in file.document.sections:
        group = file.document.fields.get(name)
        if (
            file.path.suffix == ".md"
            and (name,) in file.document.values
            and isinstance(group, dict)
        ):
            values[name] = {**(values.get(name) or {}), "heading": group.get("heading")}
    return values


def shown(program: Program, fields: Fields, values: Values) -> Values:
    """Return values with the lines of paragraphs joined, as the form shows them."""
    values = copy.deepcopy(values)
    for inside, name, widget, path in list(places(fields, values)):
        if fields.kind(widget, path) == "markdown" and inside.get(name):
            inside[name] = program.call("for_form", inside[name])
    return values


def part_of(text: str, file: SummaryFile, name: str) -> str:
    """Return the lines of a field of a file, with the remark behind it."""
    places = [span for path, span in file.document.values.items() if path[:1] == (name,)]
    if not places:
        return ""
    start = min(file.document.names.get((name,), places[0]).start, places[0].start)
    end = max(place.end for place in places)
    return text[start : text.find("\n", end) if "\n" in text[end:] else len(text)]


CHANGES = [
    pytest.param(
        "title: A title  # mine\n",
        {"title": "Is it: so?"},
        'title: "Is it: so?"  # mine\n',
        id="remark",
    ),
    pytest.param(
        "title: A\ntags: [a, 'b', c]\n",
        {"tags": ["a", "b", "c, d"]},
        "title: A\ntags: [a, 'b', \"c, d\"]\n",
        id="item in brackets",
    ),
    pytest.param(
        "title: A\ntags:\n- a\n# of b\n- b\n- 'c'\n",
        {"tags": ["c", "a"]},
        "title: A\ntags:\n# of b\n- 'c'\n- a\n",
        id="items that were moved",
    ),
    pytest.param(
        "title: A\nevidence:\n  design: cohort-study\nslug: a\n",
        {"evidence": {"design": "", "outcomes": []}},
        "title: A\nslug: a\n",
        id="last field of a group",
    ),
    pytest.param(
        "title: A\nimage:\n  file: a.svg\n  alt: Words.\n  credit: Me\n",
        {"image": {"file": "a.svg", "alt": "Words.", "credit": ""}},
        "title: A\nimage:\n  file: a.svg\n  alt: Words.\n",
        id="field of a group",
    ),
    pytest.param(
        "title: A\narticle: {key: a2010, licence: CC BY}\n",
        {"article": {"key": "a2010", "licence": ""}},
        "title: A\narticle: {key: a2010}\n",
        id="long form",
    ),
    pytest.param(
        "title: A\narticle: a2010\n",
        {"article": {"key": "b2011", "licence": ""}},
        "title: A\narticle: b2011\n",
        id="short form",
    ),
    pytest.param(
        "title: A\nstudy: |\n  They asked.\n",
        {"study": {"heading": "What they did", "text": "They asked."}},
        "title: A\nstudy:\n  heading: What they did\n  text: |\n    They asked.\n",
        id="short form with a heading",
    ),
    pytest.param(
        "title: A\nevidence:\n  outcomes:\n    - effect: {value: 0.10, level: 95.0}\n",
        {"evidence": {"outcomes": [{"effect": {"value": 0.1, "level": 90}}]}},
        "title: A\nevidence:\n  outcomes:\n    - effect: {value: 0.10, level: 90}\n",
        id="numbers",
    ),
    pytest.param(
        "title: A\nevidence:\n  outcomes:\n    - name: B\n      baseline: 0.3\n",
        {"evidence": {"outcomes": [{"name": "", "baseline": 0.0000001}]}},
        "title: A\nevidence:\n  outcomes:\n    - baseline: 0.0000001\n",
        id="first field of an item",
    ),
    pytest.param(
        "title: A\nevidence:\n  outcomes:\n    - name: B\n      events: {a: {n: 1, of: 2}}\n",
        {"evidence": {"outcomes": [{"name": "B", "events": [{"group": "b", "n": 1, "of": 3}]}]}},
        "title: A\nevidence:\n  outcomes:\n    - name: B\n      events: {b: {n: 1, of: 3}}\n",
        id="name of a group",
    ),
    pytest.param(
        "title: A\n# first\nslugg: what the form does not know\n",
        {"date": "2026-05-12"},
        "title: A\ndate: 2026-05-12\n# first\nslugg: what the form does not know\n",
        id="unknown field",
    ),
    pytest.param("title: A\ndraft: true\n", {"draft": False}, "title: A\n", id="no draft any more"),
    pytest.param(
        "title: A\nlead: |\n  One line,\n  and another.\n\n  A ~ tilde.\n",
        {"lead": "One line, and another.\n\nA \\~ tilde.\n\nA \\~ new one."},
        "title: A\nlead: |\n  One line,\n  and another.\n\n  A ~ tilde.\n\n  A ~ new one.\n",
        id="paragraphs",
    ),
    pytest.param("# nothing yet\n", {"title": "A"}, "# nothing yet\ntitle: A\n", id="no field"),
]


@pytest.mark.parametrize(("text", "changed", "expected"), CHANGES)
def test_what_is_changed_is_written_as_an_author_would(
    program: Program, text: str, changed: Values, expected: str
) -> None:
    assert program.saved({**program.opened(text), **changed}) == expected


def test_a_new_summary_is_written_as_the_guide_shows_it(program: Program) -> None:
    values = {
        "draft": True,
        "title": "Small steps",
        "date": "2026-02-10",
        "article": {"key": "a2010", "licence": ""},
        "topics": ["Depression"],
        "lead": "A question?",
        "study": {"heading": "", "text": "They asked.\n\nTwice."},
        "conclusion": {"heading": "", "text": ""},
        "evidence": {
            "participants": {"n": 440, "who": "adults, depressed"},
            "outcomes": [
                {
                    "name": "Depression",
                    "effect": {"type": "MD", "value": 0.1, "ci": {"lower": -1.3, "upper": 1.5}},
                }
            ],
        },
    }
    assert program.saved(values) == (
        "draft: true\n"
        "title: Small steps\n"
        "date: 2026-02-10\n"
        "article: a2010\n"
        "topics: [Depression]\n"
        "lead: |\n  A question?\n"
        "study: |\n  They asked.\n\n  Twice.\n"
        "evidence:\n"
        '  participants: {n: 440, who: "adults, depressed"}\n'
        "  outcomes:\n"
        "    - name: Depression\n"
        "      effect: {type: MD, value: 0.1, ci: [-1.3, 1.5]}\n"
    )


REFUSED = [
    ("title: [A\n", "yaml"),
    ("title: A\ntitle: B\n", "yaml"),
    ("title: a: b\n", "yaml"),
    ("title: &a A\n", "yaml"),
    ("title: *a\n", "yaml"),
    ("title: !a A\n", "yaml"),
    ("title: A\n---\ntitle: B\n", "yaml"),
    ("just words\n", "yaml"),
    ("? title\n: A\n", "yaml"),
    ("title: {a: b}\n", "yaml"),
    ("date: soon\n", "yaml"),
    ("draft: perhaps\n", "yaml"),
    ("evidence: text\n", "yaml"),
    ("evidence: {outcomes: {name: A}}\n", "yaml"),
    ("evidence: {participants: {n: many}}\n", "yaml"),
    ("evidence: {outcomes: [{effect: {ci: [1, 2, 3]}}]}\n", "yaml"),
    ("title: A\n", "md"),
    ("---\ntitle: A\n", "md"),
    ("---\ntitle: [A\n---\n", "md"),
]


@pytest.mark.parametrize(("text", "form"), REFUSED)
def test_a_file_that_the_form_could_not_keep_whole_is_not_opened(
    program: Program, reader: SummaryReader, tmp_path: Path, text: str, form: str
) -> None:
    assert read(reader, tmp_path, text, form).problems
    with pytest.raises(FormError, match=r"^Line \d+: "):
        program.opened(text, form)


MARKDOWN = "---\ntitle: A  # mine\n---\n\nA question?\n\n## The study, as I see it\n\nThey asked.\n"


def test_a_section_is_added_where_it_belongs_in_markdown(program: Program) -> None:
    values = program.opened(MARKDOWN, "md")
    assert values["study"] == {"heading": "The study, as I see it", "text": "They asked."}
    values |= {"lead": "", "limitations": {"heading": "", "text": "Few people."}}
    assert program.saved(values, "md") == (
        "---\ntitle: A  # mine\n---\n\n## The study, as I see it\n\nThey asked.\n\n"
        "## Limitations\n\nFew people.\n"
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"study": {"heading": "They asked", "text": "They asked."}}, "Begin “They asked” with"),
        ({"lead": "A question?\n\nAnd more\n---"}, "one or two number signs"),
    ],
)
def test_a_heading_that_would_take_a_text_from_its_section_is_refused(
    program: Program, changed: Values, said: str
) -> None:
    with pytest.raises(FormError, match=said):
        program.saved({**program.opened(MARKDOWN, "md"), **changed}, "md")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({"events": [{"group": "", "n": 1, "of": 2}]}, "needs a name"),
        ({"events": [{"group": "a", "n": 1}, {"group": "a", "n": 2}]}, "“a” stands there twice"),
        ({"effect": {"value": 1, "ci": {"lower": 1}}}, "needs both of its numbers"),
        ({"effect": {"value": 1, "ci": {"lower": 2, "upper": 0.5}}}, "2 is more than 0.5"),
    ],
)
def test_what_cannot_be_written_is_named(program: Program, outcome: Values, said: str) -> None:
    values = program.opened("title: A\n") | {"evidence": {"outcomes": [outcome]}}
    with pytest.raises(FormError, match=said):
        program.saved(values)


def test_what_a_post_lacks_is_named_unless_it_is_a_draft(program: Program) -> None:
    values = program.opened("title: A\nstudy: They asked.\n")
    needed = program.configuration["needed"]
    lacking = [needed[path] for path in needed if path not in {"title", "study.text"}]
    assert program.call("missing", values, program.configuration) == lacking
    assert program.call("missing", values | {"draft": True}, program.configuration) == []


WRITTEN_ANEW = [
    ("*yes* and _so_", "_yes_ and _so_"),
    ("H~2~O", "H\\~2\\~O"),
    ("\\[not a cite\\]", "[not a cite]"),
    ("| A | B |\n|---|--:|\n| 1 | 2 |", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    ("* star\n* list", "- star\n- list"),
    ("x_1 * 3", "x_1 \\* 3"),
]
"""Paragraphs, and what the form makes of them when another one is changed."""


@pytest.mark.parametrize(("was", "anew"), WRITTEN_ANEW)
def test_a_paragraph_stays_as_it_was_when_another_is_changed(
    program: Program, was: str, anew: str
) -> None:
    original = f"First.\n\n{was}\n\n```\na\n\nb\n```"
    shown = f"Changed.\n\n{anew}\n\n```\na\n\nb\n```"
    expected = f"Changed.\n\n{was}\n\n```\na\n\nb\n```"
    assert program.call("for_file", shown, original) == expected


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("# From a\n\n## web page\n\n### here", "### From a\n\n### web page\n\n### here"),
        ("```\n# a remark\n```", "```\n# a remark\n```"),
        ("#1 of many", "\\#1 of many"),
        ("A # and ## B", "A # and ## B"),
    ],
)
def test_headings_that_are_pasted_stand_below_that_of_the_section(
    program: Program, pasted: str, expected: str
) -> None:
    assert program.call("for_file", f"New.\n\n{pasted}", "Old.") == f"New.\n\n{expected}"


def test_a_heading_of_the_author_stays(program: Program) -> None:
    original = "Old.\n\n## Too large"
    assert program.call("for_file", "New.\n\n## Too large", original) == "New.\n\n## Too large"


def test_an_alignment_that_is_added_to_a_table_stays(program: Program) -> None:
    original, changed = "| A |\n|---|\n| 1 |", "| A |\n| --: |\n| 1 |"
    assert program.call("for_file", changed, original) == changed
