"""The catalogue of all kinds of problems: why each matters, and how it is mended.

``ids`` names them for the code that finds problems, and ``catalogue`` says what they mean, out of
one YAML file a chapter.
"""

from __future__ import annotations

from .catalogue import LEVELS, Chapter, Example, Level, Rule, chapters, find_rule, visible
from .ids import IDS, RuleId, is_rule_id

__all__ = [
    "IDS",
    "LEVELS",
    "Chapter",
    "Example",
    "Level",
    "Rule",
    "RuleId",
    "chapters",
    "find_rule",
    "is_rule_id",
    "visible",
]
