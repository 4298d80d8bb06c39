"""The site in whose folder a command is called."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_evidence.configuration import (
    FILES,
    Configuration,
    find_configuration,
    read_configuration,
)
from mkdocs_evidence.problems import report
from mkdocs_evidence.settings import Settings


def this_site() -> tuple[Configuration, Settings]:
    """Return what the site says of itself to which the folder belongs, and what it sets.

    Raises:
        click.UsageError: There is no site, or what it sets is wrong.
    """
    path = find_configuration(Path())
    if path is None:
        message = f"There is no {FILES[0]} here. Go to the folder of your site first."
        raise click.UsageError(message)
    site = read_configuration(path)
    if site.settings is None:
        raise click.UsageError(f"{path.name} has to be mended first.\n\n{report(site.problems)}")
    return site, site.settings
