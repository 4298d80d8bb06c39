"""Questions in the terminal, each with its choices and what an empty answer means."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click


def is_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty()


def answered(question: str) -> str:
    """Ask until something is answered, and return that."""
    while not (answer := str(click.prompt(question)).strip()):
        pass
    return answer


def chosen(question: str, choices: Sequence[str], default: int = 1) -> int:
    """Ask for one of some choices by its number, which counts from 1, and return that."""
    _list(choices)
    while not _is_one(answer := str(click.prompt(question, default=str(default))), choices):
        click.echo(f"Write a number from 1 to {len(choices)}.")
    return int(answer)


def chosen_several(question: str, choices: Sequence[str]) -> list[str]:
    """Ask for any number of choices, and return them."""
    _list(choices)
    while True:
        answer = click.prompt(question, default="", show_default=False)
        numbers = answer.replace(",", " ").split()
        if all(_is_one(number, choices) for number in numbers):
            return [choices[int(number) - 1] for number in dict.fromkeys(numbers)]
        click.echo(f"Write numbers from 1 to {len(choices)}, with a space between them.")


def _is_one(number: str, choices: Sequence[str]) -> bool:
    """Say whether a text is the number of one of some choices."""
    return number.strip().isdecimal() and 1 <= int(number) <= len(choices)


def _list(choices: Sequence[str]) -> None:
    for number, choice in enumerate(choices, start=1):
        click.echo(f"{number:>3}  {choice}")
