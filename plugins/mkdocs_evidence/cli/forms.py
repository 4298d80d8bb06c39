"""``evidence forms``: a form in the browser in which summaries are written."""

from __future__ import annotations

import click

from .site import this_site


@click.command()
def forms() -> None:
    """Add a form to the built site, in which summaries are written in the browser."""
    this_site()
