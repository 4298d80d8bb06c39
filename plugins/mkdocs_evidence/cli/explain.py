"""``evidence explain``: what a kind of problem means."""

from __future__ import annotations

import textwrap

import click
from click.shell_completion import CompletionItem

from mkdocs_evidence.problems import did_you_mean
from mkdocs_evidence.rules import (
    IDS,
    Chapter,
    Example,
    Rule,
    chapters,
    find_rule,
    is_rule_id,
    visible,
)

WIDTH = 80


def _completions(_: click.Context, __: click.Parameter, written: str) -> list[CompletionItem]:
    rules = (rule for chapter in chapters() for rule in chapter.rules)
    return [CompletionItem(r.id, help=r.title) for r in rules if r.id.startswith(written)]


@click.command()
@click.argument("rule", required=False, shell_complete=_completions)
def explain(rule: str | None) -> None:
    """Explain a kind of problem, by the name in square brackets behind its message.

    Without a name, all kinds are listed.

    \b
    Examples:
      evidence explain unknown-topic
      evidence explain

    \b
    Exit codes:
      0  It was explained.
      2  There is no such kind of problem.
    """  # noqa: D301  (the \b keeps the lines as they are)
    if rule is None:
        click.echo("\n\n".join(map(_listed, chapters())))
        return
    name = rule.strip("[]")
    if not is_rule_id(name):
        advice = did_you_mean(name, IDS, "“evidence explain” alone lists all of them.")
        raise click.BadParameter(f"There is no kind of problem “{name}”. {advice}")
    click.echo(_explained(find_rule(name)))


def _listed(chapter: Chapter) -> str:
    width = max(len(rule.id) for rule in chapter.rules)
    lines = [f"  {rule.id:{width}}  {rule.title}" for rule in chapter.rules]
    return "\n".join([chapter.title, *lines])


def _explained(rule: Rule) -> str:
    parts = [
        f"{rule.title} [{rule.id}, {rule.level}]",
        textwrap.fill(f"Why it matters: {rule.why}", WIDTH),
        textwrap.fill(f"How to mend it: {rule.mend}", WIDTH),
    ]
    if rule.source:
        parts.append(textwrap.fill(f"Source: {rule.source}", WIDTH))
    if rule.example:
        parts += _example(rule.example)
    return "\n\n".join(parts)


def _example(example: Example) -> list[str]:
    parts = [f"Wrong, in {example.file}:", _indented(example.wrong)]
    parts += ["What is said of it:", _indented(example.message)]
    return [*parts, "Right:", _indented(example.right)] if example.right else parts


def _indented(text: str) -> str:
    return textwrap.indent(visible(text).rstrip("\n"), "    ")
