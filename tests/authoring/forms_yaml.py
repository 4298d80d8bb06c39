"""Summaries as authors might have written them, in all ways that YAML knows, and what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

import yaml

Widget = Mapping[str, Any]
Values = dict[str, Any]

WORDS = [
    *(
        "a",
        "Sleep",
        "é",
        "🪑",
        "yes",
        "no",
        "~",
        "null",
        "1.0",
        "2026-05-12",
        "0x1",
        ".5",
        "=",
        "<<",
    ),
    *("a: b", "a #b", "#b", "- c", "*d*", "&e", "!f", "%g", "@h", "`i`", "'j'", '"k"', "l\\m", "?"),
    *("[n]", "{o}", "p,", "|", ">", ":", "a:b", "...", "---", "[@q2017, p. 5]", "1,5", "’r’"),
]
PARAGRAPHS = [
    "One line of\nwords, and another [@a2010].",
    "- an item\n  that goes on\n- another",
    "1. one\n    - nested\n2. two",
    "```\ncode\n\n  more\n```",
    "| A | B |\n|---|--:|\n| 1 | 2 |",
    '!!! note "Look"\n    An admonition\n    of two lines.',
    "[^1]: A footnote\n    of two lines.",
    "### A heading {#id}",
    "> a quote\n> of two lines",
    "Term\n:   Definition",
    "A line that ends  \nhere, H~2~O and \\[not a cite\\].",
    "<!-- a comment -->",
    "![words](a.svg){ width=300 }",
    "\\*no\\* *yes* _so_ x_1 * 3",
]


class Fields:
    """The fields of a form, with the shapes that they may have in a file.

    Args:
        configuration: What the form has to know of a site.
    """

    def __init__(self, configuration: Mapping[str, Any]) -> None:
        self.configuration = configuration

    @property
    def all(self) -> list[Widget]:
        """The fields of a summary."""
        fields: list[Widget] = self.configuration["cms"]["collections"][0]["fields"]
        return [each for each in fields if each["name"] != "_source"]

    def shape(self, path: str) -> Mapping[str, Any]:
        """Return what a field may be in a file."""
        shape: Mapping[str, Any] = self.configuration["shapes"].get(path, {})
        return shape

    def kind(self, widget: Widget, path: str) -> str:
        """Return what a field is."""
        shape = self.shape(path)
        if "mapping" in shape or "pair" in shape:
            return "mapping" if "mapping" in shape else "pair"
        if widget["widget"] == "object":
            return "group"
        if widget["widget"] == "list" or widget.get("multiple"):
            return "list"
        if widget["widget"] == "datetime":
            return "date"
        return "markdown" if "markdown" in shape else str(shape.get("type", "text"))


# What stands in the form.


class Writer:
    """Fills in a form by chance.

    Args:
        fields: The fields of the form.
        chance: What decides.
    """

    def __init__(self, fields: Fields, chance: Random) -> None:
        self.fields = fields
        self.chance = chance

    def summary(self) -> Values:
        """Return what may stand in a form."""
        return self._group(self.fields.all, "")

    def value(self, widget: Widget, path: str) -> Any:
        """Return what may stand in one field of a form."""
        chance = self.chance
        match self.fields.kind(widget, path):
            case "group":
                return self._group(widget["fields"], f"{path}.")
            case "pair":
                numbers = sorted(self._number() for _ in widget["fields"])
                names = [end["name"] for end in widget["fields"]]
                return dict(zip(names, numbers, strict=True))
            case "mapping":
                naming = self.fields.shape(path)["mapping"]
                groups_by_name = {self._line(): None for _ in range(chance.randrange(4))}
                inner = [each for each in widget["fields"] if each["name"] != naming]
                return [
                    {naming: name, **self._group(inner, f"{path}.*.")} for name in groups_by_name
                ]
            case "list" if "fields" in widget:
                groups = [
                    self._group(widget["fields"], f"{path}.*.") for _ in range(chance.randrange(4))
                ]
                return [group for group in groups if group]
            case "list":
                return list({self._line(): None for _ in range(chance.randrange(5))})
            case "number":
                return self._number()
            case "integer":
                return chance.randrange(10**6)
            case "boolean":
                return chance.random() < 0.5
            case "date":
                return f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            case "markdown":
                parts = [*PARAGRAPHS, self._line(), self._line()]
                return "\n\n".join(chance.choices(parts, k=chance.randrange(1, 5)))
        return self._line()

    def _group(self, widgets: Sequence[Widget], path: str) -> Values:
        written = [each for each in widgets if self.chance.random() < 0.5]
        return {each["name"]: self.value(each, f"{path}{each['name']}") for each in written}

    def _line(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randrange(1, 6)))

    def _number(self) -> float:
        return round(self.chance.uniform(-1000, 1000), self.chance.randrange(4))


def places(
    fields: Fields, value: Values, widgets: Sequence[Widget] = (), path: str = ""
) -> Iterator[tuple[Any, str | int, Widget, str]]:
    """Yield what can be changed in a form: what it is in, its name there, its field and path."""
    for widget in widgets or fields.all:
        here, name = f"{path}{widget['name']}", widget["name"]
        yield value, name, widget, here
        inner = value.get(name)
        if not inner:
            continue
        match fields.kind(widget, here):
            case "group":
                yield from places(fields, inner, widget["fields"], f"{here}.")
            case "list" | "mapping" if "fields" in widget:
                naming = fields.shape(here).get("mapping")
                below = [each for each in widget["fields"] if each["name"] != naming]
                for item in inner:
                    yield from places(fields, item, below, f"{here}.*.")


# What it says, in the form and in a file.


def said_by_form(fields: Fields, value: Values) -> Values:
    """Return what the values of a form say."""
    return _said_group(fields, value, fields.all, "", in_form=True) or {}


def said_by_file(fields: Fields, value: Mapping[str, Any]) -> Values:
    """Return what the fields of a file say, in whatever way they are written."""
    return _said_group(fields, dict(value), fields.all, "", in_form=False) or {}


def _said(fields: Fields, value: Any, widget: Widget, path: str, *, in_form: bool) -> Any:
    if value is None or value in ("", [], {}):
        return None
    match fields.kind(widget, path):
        case "group":
            short = str(fields.shape(path).get("short"))
            whole: Values = {short: value} if isinstance(value, str) else value
            return _said_group(fields, whole, widget["fields"], f"{path}.", in_form=in_form)
        case "pair":
            numbers = value.values() if in_form else value
            ends = [None if number is None else float(number) for number in numbers]
            return ends if any(end is not None for end in ends) else None
        case "mapping":
            naming = fields.shape(path)["mapping"]
            items = (
                value if in_form else [{**(group or {}), naming: n} for n, group in value.items()]
            )
            return [
                (
                    each[naming],
                    _said_group(fields, each, widget["fields"], f"{path}.*.", in_form=in_form),
                )
                for each in items
            ]
        case "list":
            items = [value] if isinstance(value, str) else value
            if "fields" not in widget:
                return [" ".join(str(item).split()) for item in items if item] or None
            inner = widget["fields"]
            said = [
                _said_group(fields, e or {}, inner, f"{path}.*.", in_form=in_form) for e in items
            ]
            return [each for each in said if each] or None
        case "number" | "integer":
            return float(value)
        case "boolean":
            return value in (True, "true", "yes") or None
        case "markdown":
            return str(value).strip()
    return " ".join(str(value).split()) or None


def _said_group(
    fields: Fields, value: Values, widgets: Sequence[Widget], path: str, *, in_form: bool
) -> Values | None:
    said = {
        each["name"]: _said(
            fields, value.get(each["name"]), each, f"{path}{each['name']}", in_form=in_form
        )
        for each in widgets
    }
    return {name: inner for name, inner in said.items() if inner is not None} or None


# A file.


class Styles:
    """Writes a summary as YAML, each part in a way that is chosen by chance.

    Args:
        fields: The fields of the form.
        chance: What chooses.

    Attributes:
        comments: The comments that it has written.
    """

    def __init__(self, fields: Fields, chance: Random) -> None:
        self.fields = fields
        self.chance = chance
        self.comments: list[str] = []

    def written(self, value: Values, *around: str) -> str:
        """Return a file that says what stands in the form.

        Args:
            value: What stands in the form.
            around: What stands before and after the fields; what YAML allows there if left out.
        """
        groups = [
            (each["name"], self._plain(value.get(each["name"]), each, each["name"]))
            for each in self.fields.all
        ]
        wanted = {name: inner for name, inner in groups if inner is not None}
        names = self.chance.sample(list(wanted), len(wanted))
        text = self._group({name: wanted[name] for name in names}, 0)
        start = self._one_of("", "", "# first\n", "---\n", "\n# a\n\n", "%YAML 1.2\n---\n")
        end = self._one_of("", "\n", "\n\n", "\n# last\n", "\n...\n")
        start, end = around or (start, end)
        return f"{start}{text}{end}"

    def written_as_markdown(self, value: Values) -> str:
        """Return a file in the Markdown form that says what stands in the form."""
        names = self.fields.configuration["sections"]
        texts = [each for each in ("lead", *self.fields.configuration["headings"]) if each in value]
        below = [name for name in texts if self._chance() or self._chance()]
        above = {name: inner for name, inner in value.items() if name not in below}
        parts = [f"---\n{self.written(above, '', '')}\n---"]
        for name in self.chance.sample(below, len(below)):
            text = str(value[name] if name == "lead" else value[name].get("text", ""))
            if name == "lead":
                parts.insert(1, text)
                continue
            known = self._one_of(*[words for words, section in names.items() if section == name])
            heading = f"{known}{self._one_of('', ', as I see it', ': more')}"
            parts += [self._one_of(f"## {heading}", f"##{heading} ##", f"{heading}\n---"), text]
        gap = str(self._one_of("\n\n", "\n\n\n"))
        return gap.join(part for part in parts if part.strip())

    def _plain(self, value: Any, widget: Widget, path: str) -> Any:
        """Return a value as it stands in a file: nothing but text, lists and groups."""
        if value is None or value in ("", [], {}):
            return None
        match self.fields.kind(widget, path):
            case "group":
                short = self.fields.shape(path).get("short")
                group = self._plain_group(value, widget["fields"], f"{path}.")
                if list(group or ()) == [short] and self._chance():
                    return group[short]
                return group
            case "pair":
                return [self._number(number) for number in value.values()]
            case "mapping":
                naming = self.fields.shape(path)["mapping"]
                inner = [each for each in widget["fields"] if each["name"] != naming]
                return {e[naming]: self._plain_group(e, inner, f"{path}.*.") for e in value}
            case "list" if "fields" in widget:
                return [self._plain_group(e, widget["fields"], f"{path}.*.") for e in value]
            case "list":
                return value[0] if len(value) == 1 and self._chance() else list(value)
            case "number" | "integer":
                return self._number(value)
            case "boolean":
                return self._one_of("true", "yes", "True") if value else self._one_of("false", "no")
        return str(value)

    def _plain_group(self, value: Values, widgets: Sequence[Widget], path: str) -> Any:
        inner = [
            (e["name"], self._plain(value.get(e["name"]), e, path + e["name"])) for e in widgets
        ]
        return {name: each for name, each in inner if each is not None} or None

    def _number(self, number: float) -> str:
        return str(self._one_of(str(number), f"+{number}".replace("+-", "-"), f"{number}e0"))

    def _chance(self) -> bool:
        return self.chance.random() < 0.5

    def _one_of(self, *choices: Any) -> Any:
        return self.chance.choice(choices)

    def _comment(self) -> str:
        self.comments.append(f"# note {len(self.comments)}")
        return self.comments[-1]

    def _group(self, group: Mapping[str, Any], indent: int) -> str:
        """Return the lines of a group, of which the first is not indented."""
        margin, lines = " " * indent, list[str]()
        for name, value in group.items():
            if lines and self._chance():
                lines.append(self._comment() if self._chance() else "")
            lines.append(f"{self._name(name)}:{self._behind(value, indent)}")
        return f"\n{margin}".join(lines)

    def _name(self, name: str) -> str:
        return str(self._one_of(*_on_one_line(name, within=False, key=True)))

    def _behind(self, value: Any, indent: int) -> str:
        """Return what stands behind the name of a field."""
        step = indent + self._one_of(1, 2, 2, 4)
        margin = f"\n{' ' * step}"
        remark = f" {self._comment()}" if self._chance() and self._chance() else ""
        if value is None:
            return f"{self._one_of('', ' ~')}{remark}"
        if isinstance(value, dict):
            if self._chance():
                return f" {self._in_brackets(value)}{remark}"
            return f"{remark}{margin}{self._group(value, step)}"
        if isinstance(value, list):
            if self._chance():
                return f" {self._in_brackets(value)}{remark}"
            at = self._one_of(indent, step)
            return f"{remark}\n{self._items(value, at)}"
        return self._text(value, step, remark)

    def _items(self, items: Sequence[Any], indent: int) -> str:
        margin, lines = " " * indent, list[str]()
        for item in items:
            if lines and self._chance():
                lines.append(f"{margin}{self._comment()}")
            if isinstance(item, dict):
                if self._chance():
                    lines.append(f"{margin}- {self._in_brackets(item)}")
                else:
                    lines.append(f"{margin}- {self._group(item, indent + 2)}")
            else:
                lines.append(f"{margin}- {self._one_of(*_on_one_line(item or '', within=False))}")
        return "\n".join(lines)

    def _in_brackets(self, value: Any) -> str:
        if isinstance(value, dict):
            names = [self._one_of(*_on_one_line(n, within=True, key=True)) for n in value]
            inner = [self._in_brackets(each) for each in value.values()]
            pairs = [f"{name}: {each}" for name, each in zip(names, inner, strict=True)]
            return f"{{{self._joined(pairs)}}}"
        if isinstance(value, list):
            return f"[{self._joined([self._in_brackets(item) for item in value])}]"
        return str(self._one_of(*_on_one_line(value, within=True))) if value is not None else ""

    def _joined(self, parts: list[str]) -> str:
        return str(self._one_of(", ", " , ", f",\n{24 * ' '}")).join(parts)

    def _text(self, text: str, indent: int, remark: str) -> str:
        ways = [*(f" {way}{remark}" for way in _on_one_line(text, within=False))]
        margin = " " * indent
        body = "\n".join(margin + line if line.strip() else "" for line in text.split("\n"))
        ways += [f" {sign}{remark}\n{body}" for sign in ("|", "|-", "|+", f"|{indent}")][:3]
        if not any(line.startswith(" ") or line != line.rstrip() for line in text.split("\n")):
            folded = body.replace("\n\n", "\n\n\n") if "\n\n\n" not in body else None
            if folded and "\n" not in text.replace("\n\n", ""):
                ways.append(f" >-{remark}\n{folded}")
            if "\n" not in text and " " in text:
                words = text.replace(" ", f"\n{margin}")
                ways.append(f" >{remark}\n{margin}{words}")
        return str(self._one_of(*ways))


def _on_one_line(text: str, *, within: bool, key: bool = False) -> list[str]:
    """Return the ways to write a text on one line."""
    ways = [json.dumps(text, ensure_ascii=False)]
    if "\n" not in text:
        ways.append("'" + text.replace("'", "''") + "'")
        as_it_is = f"{text}: x" if key else f"k: {text}"
        expected = {text: "x"} if key else {"k": text}
        try:
            written = f"{{{as_it_is}}}" if within else as_it_is
            if text != "~" and yaml.load(written, yaml.BaseLoader) == expected:
                ways += [text] * 2
        except yaml.YAMLError:
            pass
    return ways
