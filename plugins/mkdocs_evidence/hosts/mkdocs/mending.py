"""Mend what Material writes against the HTML standard, or out of the reach of a keyboard.

Material's templates are left as they are, for copies of them would grow old. Each fault is looked
for in the finished page; what is no longer found needs no mending. Names are taken from elsewhere
on the page, where they stand in the site's language. The rest is done by ``access.css``.
"""

from __future__ import annotations

import re

_MENU = re.compile(r'<nav class="md-nav md-nav--primary[^"]*" aria-label="([^"]*)"')
_SEARCH = re.compile(r'<input type="text" class="md-search__input"[^>]* aria-label="([^"]*)"')
_CONTENTS = re.compile(r'<nav class="md-nav md-nav--secondary" aria-label="([^"]*)"')
_SWITCH = re.compile(r'(<input class="md-toggle" data-md-toggle="(\w+)"[^>]*) autocomplete="off"')
_CONTENTS_SWITCH = '<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc"'
_SECTION = re.compile(r'<input class="md-nav__toggle md-toggle [^>]*id="(__nav_[0-9_]+)"')
_SECTION_LABEL = re.compile(r'(<label class="md-nav__link[^>]*) tabindex="0?"')
_SECTION_TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_[0-9_]+)"')
_INNER_LIST = re.compile(
    r'<nav class="md-nav"( data-md-level="\d+")?'
    r'(?: aria-label="[^"]*"| aria-labelledby="[^"]*" aria-expanded="(?:true|false)")>'
)
_CONTENTS_TITLE = '<label class="md-nav__title" for="__toc">'


def mended(html: str) -> str:
    """Return a page of Material's without these faults.

    - The switches of menu and search have no name, and say ``autocomplete``, which no checkbox
      may. Neither has the dialog that the search is.
    - The switch of a section is named by its label, which has no words where the section's own
      page is linked beside it. The label takes the keyboard in its place, by a ``tabindex``, which
      at times is empty.
    - Each list within the menu or the table of contents is a landmark. Some have no name, and all
      say for good whether they were open.
    - The switch of the table of contents in the menu has three labels at once; where there is no
      such table, the one beside the text is labelled as if there were.

    Args:
        html: The page, whole.
    """
    names = {"drawer": _MENU.search(html), "search": _SEARCH.search(html)}
    html = _SWITCH.sub(lambda switch: switch[1] + _label(names.get(switch[2])), html)
    html = html.replace('role="dialog">', f'role="dialog"{_label(names["search"])}>')
    html = _SECTION.sub(r'\g<0> aria-labelledby="\g<1>_title"', html)
    html = _SECTION_LABEL.sub(r"\g<1>", html)
    html = _SECTION_TITLE.sub(r'\g<0> id="\g<1>_title"', html)
    html = _INNER_LIST.sub(r'<nav class="md-nav"\g<1> role="none">', html)
    if _CONTENTS_SWITCH not in html:
        return html.replace(_CONTENTS_TITLE, '<label class="md-nav__title">')
    return html.replace(_CONTENTS_SWITCH, _CONTENTS_SWITCH + _label(_CONTENTS.search(html)))


def _label(name: re.Match[str] | None) -> str:
    """Return the attribute with the name that was found, if one was."""
    return f' aria-label="{name[1]}"' if name else ""
