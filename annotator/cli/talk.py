"""What the program says to a person, harmless to a terminal whatever the words come from."""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from annotator.errors import Fault, UsageError

if TYPE_CHECKING:
    from annotator.storage.project import Project

FAULTS_SAID = 20
"""How many faults a command lists that is not about faults."""

_passing = False
"""Whether the terminal's last line is one that goes away."""

LINE_LIMIT = 4096
"""Code points: room for the longest paths, and for what is to be done after them."""


def need_output() -> None:
    """Refuse to work out what then could not be written to standard output.

    Raises:
        UsageError: it is closed.
    """
    if sys.stdout is None:
        raise UsageError("Standard output is closed, so there is nowhere to write to.")


def show(line: str) -> None:
    """Print a line of the result on standard output."""
    from annotator.text.display import display_line

    click.echo(display_line(line, LINE_LIMIT))


def pass_by(line: str) -> None:
    """Show a line on standard error, a terminal, in place of the last such one; "": take it away.

    Whatever is said next takes its place.
    """
    global _passing  # noqa: PLW0603 - the terminal has one last line
    if not line and not _passing:
        return
    _passing = bool(line)
    with suppress(OSError):
        room = get_terminal_size().columns - 1
        click.echo(f"\r{line[:room]}\x1b[K", err=True, nl=False)


def say(message: str) -> None:
    """Say something on standard error: what goes wrong, and what was done."""
    from annotator.text.display import display_line

    pass_by("")
    with suppress(OSError):  # Where nobody can hear it, the work goes on all the same.
        for line in message.split("\n"):
            click.echo(display_line(line, LINE_LIMIT), err=True)


def say_faults(faults: Sequence[Fault]) -> None:
    """Say the first of the faults, and how many there are."""
    for fault in faults[:FAULTS_SAID]:
        say(str(fault))
    if len(faults) > FAULTS_SAID:
        say(f"… and {len(faults) - FAULTS_SAID:,} more; `annotate check` lists all")


def from_here(project: "Project", faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults with paths that lead from the current folder, not from the project."""
    way = os.path.relpath(project.root)
    if way == os.curdir:
        return list(faults)
    return [fault._replace(file=f"{way}{os.sep}{fault.file}") for fault in faults]
