"""The templates of what readers see, and how they are filled in.

Those that end in ``.md.jinja`` give Markdown, in which text for HTML is made safe by the filter
``e``; those in ``.html.jinja`` and ``.xml.jinja`` escape
everything that is not marked as safe. The folder ``material`` holds templates for the theme.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("mkdocs_evidence", "templates"),
        autoescape=lambda name: str(name).endswith((".html.jinja", ".xml.jinja")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> str:
    """Return a template of this folder, filled in.

    Raises:
        jinja2.UndefinedError: A value that the template needs is not given.
    """
    return _environment().get_template(template).render(values)
