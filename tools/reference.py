"""Write the reference pages of the guide from the models that check what authors write."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
import yaml
from click import Command, Context
from click import Group as CommandGroup
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from mkdocs_evidence.cli import main as evidence
from mkdocs_evidence.exports.dataset import columns
from mkdocs_evidence.fields import Date, EmailAddress, Language, Slug, WebAddress, Word, Words
from mkdocs_evidence.rules import LEVELS, Chapter, Rule, chapters, visible
from mkdocs_evidence.settings import Settings, Translated
from mkdocs_evidence.summary import summary_model

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs/guide/reference"
PROBLEMS = PAGES / "problems"
TEMPLATES = ROOT / "tools/templates"

OPTIONS = Settings
FIELDS = summary_model(Settings().section_ids)

_KNOWN = (
    (Date, "a date, such as `2026-05-12`"),
    (EmailAddress, "an e-mail address"),
    (Language, "the short name of a language, such as `pt`"),
    (Slug, "small letters, digits and hyphens"),
    (WebAddress, "a web address that begins with `https://`"),
    (list[Word], "a list of names"),
    (Words, "a name, or a list of names"),
    (Translated, "text, or one text below the short name of each language"),
)
_PLAIN = {
    str: "text",
    bool: "`true` or `false`",
    int: "a whole number",
    float: "a number",
}

_LANGUAGES = {".yaml": "yaml", ".yml": "yaml", ".md": "markdown", ".bib": "bibtex", ".txt": "text"}
"""In what the examples of problems are written, by the ending of their files."""


@dataclass(frozen=True)
class Row:
    """One field or option, as a row of a table.

    Attributes:
        name: Its name.
        description: What it is.
        write: What can be written, with its default.
        needed: Whether it must be written.
    """

    name: str
    description: str
    write: str
    needed: bool


@dataclass
class Group:
    """Fields that stand below one or more other fields.

    Attributes:
        model: What defines them.
        places: The ways to the fields below which they stand, the inner field first.
    """

    model: type[BaseModel]
    places: list[tuple[str, ...]]

    @property
    def title(self) -> str:
        """What the group is called."""
        return _name(self.model).capitalize()

    @property
    def anchor(self) -> str:
        """The group's name in the address of the page."""
        return _anchor(self.model)

    @property
    def description(self) -> str:
        """What the group is about."""
        return inspect.getdoc(self.model) or ""

    @property
    def rows(self) -> list[Row]:
        """The group's fields."""
        return rows(self.model)


def rows(model: type[BaseModel]) -> list[Row]:
    """Return a row for each field of a model, in its order."""
    return [
        Row(name, _one_line(field.description or ""), _write(field), field.is_required())
        for name, field in model.model_fields.items()
    ]


def groups(model: type[BaseModel], place: tuple[str, ...] = ()) -> list[Group]:
    """Return the groups of fields below a model's fields, each once, the outer before the inner.

    Args:
        model: The model.
        place: The way to the field below which the model itself stands, the inner field first.
    """
    found: dict[type[BaseModel], Group] = {}
    for name, field in model.model_fields.items():
        for inner in _models_in(field.annotation):
            here = (name, *place)
            for group in [Group(inner, [here]), *groups(inner, here)]:
                found.setdefault(group.model, Group(group.model, [])).places.extend(group.places)
    return list(found.values())


def in_words(hint: Any) -> str:
    """Return what can be written for a type, in plain words.

    Raises:
        TypeError: No words are known for the type.
    """
    if known := next((words for alias, words in _KNOWN if hint == alias), None):
        return known
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return f"the fields of [{_name(hint)}](#{_anchor(hint)})"
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _short_form(hint) + in_words(arguments[0]) + _limits(arguments[1:])
    if origin in (Union, UnionType):
        return ", or ".join(in_words(part) for part in arguments if part is not NoneType)
    if origin is Literal:
        words = ", ".join(f"`{word}`" for word in arguments)
        return words if len(arguments) == 1 else f"one of: {words}"
    if origin is list:
        return f"a list, each item {in_words(*arguments)}"
    if origin is dict:
        return f"names of your choice, with {in_words(arguments[1])} below each"
    raise TypeError(f"No words for {hint}")


def pages() -> dict[Path, str]:
    """Return the text of each reference page by its path."""
    return {
        PAGES / "options.md": _of_model("options", OPTIONS),
        PAGES / "fields.md": _of_model("fields", FIELDS),
        PAGES / "commands.md": _page("commands", commands=commands()),
        PAGES / "data.md": _page("data", columns=columns()),
        PROBLEMS.with_suffix(".md"): _page("problems", chapters=chapters(), levels=LEVELS),
        **{
            PROBLEMS / f"{rule.id}.md": _of_rule(rule, each)
            for each in chapters()
            for rule in each.rules
        },
    }


def _of_rule(rule: Rule, chapter: Chapter) -> str:
    language = _LANGUAGES[Path(rule.example.file).suffix] if rule.example else ""
    text = _page("problem", rule=rule, chapter=chapter, level=LEVELS[rule.level], language=language)
    return visible(text)


def commands() -> dict[str, str]:
    """Return the help of each command by its name; those below another follow it."""
    return _helps(evidence, Context(evidence, info_name="evidence"))


def _helps(group: CommandGroup, context: Context) -> dict[str, str]:
    helps: dict[str, str] = {}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        below = Context(command, info_name=name, parent=context, terminal_width=90)
        helps[below.command_path] = _help(command, below)
        if isinstance(command, CommandGroup):
            helps |= _helps(command, below)
    return helps


def _help(command: Command, context: Context) -> str:
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def _of_model(name: str, model: type[BaseModel]) -> str:
    return _page(name, rows=rows(model), groups=groups(model))


def _page(name: str, **values: object) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(f"{name}.md.jinja")
    return template.render(**values).rstrip() + "\n"


def _write(field: FieldInfo) -> str:
    words = in_words(field.rebuild_annotation())
    sentence = words[:1].upper() + words[1:]
    default = None if field.is_required() else _as_written(field.default)
    empty = default is None or default in ([], {})
    return f"{sentence}." if empty else f"{sentence}. Default: `{_as_yaml(default)}`."


def _as_written(value: Any) -> Any:
    """Return a default as an author would write it."""
    if isinstance(value, list):
        return [_as_written(item) for item in value]
    if isinstance(value, BaseModel):
        return {name: inner for name, inner in value.model_dump().items() if inner}
    return value


def _as_yaml(value: Any) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, width=1000)
    return text.removesuffix("\n").removesuffix("\n...")


def _short_form(hint: Any) -> str:
    """Return the words for a shorter way to write a list or a group of fields, if there is one."""
    if get_args(hint)[0] in _PLAIN:
        return ""
    for words, example in (("text, or ", "x"), ("a list of names, or ", ["x"])):
        try:
            if TypeAdapter(hint).validate_python(example) != example:
                return words
        except ValidationError:
            continue
    return ""


def _limits(metadata: tuple[object, ...]) -> str:
    limits = ""
    for limit in metadata:
        match limit:
            case FieldInfo(metadata=inner):
                limits += _limits(tuple(inner))
            case annotated_types.Gt(bound):
                limits += f", more than {bound}"
            case annotated_types.Ge(bound):
                limits += f", at least {bound}"
            case annotated_types.Lt(bound):
                limits += f", less than {bound}"
            case annotated_types.Le(bound):
                limits += f", at most {bound}"
    return limits


def _models_in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for part in get_args(hint):
        yield from _models_in(part)


def _name(model: type[BaseModel]) -> str:
    return re.sub("(?<=.)(?=[A-Z])", " ", model.__name__).lower()


def _anchor(model: type[BaseModel]) -> str:
    return _name(model).replace(" ", "-")


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def main() -> None:
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
