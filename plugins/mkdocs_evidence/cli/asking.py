"""Questions in the terminal, each with its choices and what an empty answer means."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click


def is_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty()


def chosen(question: str, choices: Sequence[str], default: int = 1) -> int:
    """Ask for one of some choices by its number, which counts from 1, and return that."""
    _list(choices)
    return int(click.prompt(question, default=default, type=click.IntRange(1, len(choices))))


def chosen_several(question: str, choices: Sequence[str]) -> list[str]:
    """Ask for any number of choices, and return them."""
    _list(choices)
    while True:
        answer = click.prompt(question, default="", show_default=False)
        numbers = answer.replace(",", " ").split()
        if all(number.isdecimal() and 1 <= int(number) <= len(choices) for number in numbers):
            return [choices[int(number) - 1] for number in dict.fromkeys(numbers)]
        click.echo(f"Write numbers from 1 to {len(choices)}, with a space between them.")


def _list(choices: Sequence[str]) -> None:
    for number, choice in enumerate(choices, start=1):
        click.echo(f"{number:>3}  {choice}")
