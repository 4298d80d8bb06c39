"""Signs in Markdown that only the program of the old blog understands.

Sources: https://gohugo.io/content-management/shortcodes/, https://shopify.github.io/liquid/ and
https://kramdown.gettalong.org/syntax.html#inline-attribute-lists for Jekyll, and
https://help.obsidian.md/links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARK = re.compile(
    r"\{\\?\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|(?<!\{)\{:[^{}\n]*\}|!?\\?\[\\?\[[^\[\]\n]*\]\](?!\()"
)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_MOST_SHOWN = 5


def questions_of_marks(texts: Iterable[str]) -> Iterator[str]:
    """Yield what to do about signs that this site does not understand, if there are any.

    Args:
        texts: The texts of the summary, in Markdown.
    """
    found = [mark[0] for text in texts for mark in _MARK.finditer(_CODE.sub("", text))]
    marks = [mark.replace("\\", "") for mark in dict.fromkeys(found)]
    if marks:
        more = " and others" if len(marks) > _MOST_SHOWN else ""
        yield (
            "Commands to the program of the old blog stand in the text as they are:"
            f" {'  '.join(marks[:_MOST_SHOWN])}{more}. Write what they showed in their place, or"
            " take them out."
        )
