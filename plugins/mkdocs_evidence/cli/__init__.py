"""The command ``evidence``, one module a subcommand.

Exit codes: 0 when the work was done; 1 when ``check`` found mistakes; 2 when the command was not
understood, or could not begin.
"""

from __future__ import annotations

import click

from .check import check
from .explain import explain
from .new import new
from .references import references
from .schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-evidence", message="%(package)s %(version)s")
def main() -> None:
    """Work with research articles and their references.

    \b
    Examples:
      evidence check
      evidence explain unknown-topic
      evidence references refs.bib

    \b
    Exit codes:
      0  The work was done.
      1  “check” found an error.
      2  The command was not understood, or could not begin.
    """  # noqa: D301  (the \b keeps the lines as they are)


main.add_command(check)
main.add_command(explain)
main.add_command(new)
main.add_command(references)
main.add_command(schema)
