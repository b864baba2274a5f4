"""What the program says to a person, harmless to a terminal whatever the words come from."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from annotator.errors import Fault

if TYPE_CHECKING:
    from annotator.storage.project import Project

FAULTS_SAID = 20
"""How many faults a command lists that is not about faults."""


def show(line: str) -> None:
    """Print a line of the result on standard output."""
    from annotator.text.display import display_line

    click.echo(display_line(line))


def say(message: str) -> None:
    """Say something on standard error: what goes wrong, and what was done."""
    from annotator.text.display import display_line

    for line in message.split("\n"):
        click.echo(display_line(line), err=True)


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
