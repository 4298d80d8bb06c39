"""One post among many that cannot be brought along must not keep the others back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def each_of(
    given: Iterable[Given], made: Callable[[Given], Made], name: Callable[[Given], str]
) -> tuple[list[tuple[Given, Made]], list[str]]:
    """Make something of each of many, and go on where a mistake of this program prevents it.

    Args:
        given: Of what to make something.
        made: Makes it.
        name: What a person calls it.

    Returns:
        What was made, each behind what it was made of; and a sentence or two for each failure.
    """
    pairs, failures = [], []
    for each in given:
        try:
            pairs.append((each, made(each)))
        # Nobody knows beforehand what a mistake raises.
        except Exception as error:
            failures.append(
                f"“{name(each)}” could not be brought along, because of a mistake in this program"
                f" ({type(error).__name__}: {error}). Copy it by hand, and please report the"
                " mistake. The other posts are not touched by it."
            )
    return pairs, failures
