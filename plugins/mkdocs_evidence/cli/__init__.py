"""The command ``evidence``, one module a subcommand.

Exit codes: 0 when the work was done; 1 when ``check`` or ``export`` found an error, or somebody
left at a question; 2 when the command was not understood, or could not begin.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from mkdocs_evidence.problems import did_you_mean

COMMANDS: Mapping[str, str] = {
    "check": "check",
    "comments": "comments",
    "explain": "explain",
    "export": "export",
    "forms": "forms",
    "import": "import_posts",
    "new": "new",
    "references": "references",
    "schema": "schema",
}
"""The module of each command, which has a function of the same name."""


class CannotOpen(click.ClickException):
    """A file of the site cannot be opened."""

    exit_code = 2


class NamedCommands(click.Group):
    """Offers the nearest command where there is none of the name that was written."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called.

        Raises:
            click.UsageError: There is no such command; the nearest is named.
        """
        names = self.list_commands(ctx)
        if args[0] not in names and not ctx.resilient_parsing:
            ctx.fail(f"There is no command “{args[0]}”. {did_you_mean(args[0], names)}")
        return super().resolve_command(ctx, args)


class Commands(NamedCommands):
    """Loads a command when it is asked for, since no command needs what the others do."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, or None where there is none."""
        del ctx
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: Any = getattr(import_module(f".{module}", __name__), module)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is called.

        Raises:
            CannotOpen: One of the site's files cannot be opened.
        """
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.filename is None:
                raise
            raise CannotOpen(f"{error.filename} cannot be opened: {error.strerror}.") from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-evidence", message="%(package)s %(version)s")
def main() -> None:
    """Work with research articles and their references.

    \b
    Examples:
      evidence new 10.1093/scan/nsx091
      evidence check
      evidence explain unknown-topic
      evidence export
      evidence import old-post.docx
      evidence references refs.bib

    \b
    Exit codes:
      0  The work was done.
      1  “check” or “export” found an error, or you left at a question.
      2  The command was not understood, or could not begin.
    """  # noqa: D301  (the \b keeps the lines as they are)
