"""`annotate show`: what counts of all that was said about an article."""

import os
import sys
from pathlib import Path

import click

from annotator.cli.reading import ProjectReader, Reading
from annotator.cli.talk import from_here, need_output, say_faults, show
from annotator.errors import Fault, UsageError
from annotator.exchange.shown import shown, shown_json, shown_lines
from annotator.storage.project import Project, find_project, project_folder
from annotator.text.display import display_line


@click.command()
@click.argument("article", type=click.Path())
@click.option(
    "--annotator",
    "annotators",
    multiple=True,
    metavar="NAME",
    help="Only this one; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def command(article: str, annotators: tuple[str, ...], *, as_json: bool) -> int:
    """Show the present state of one article's annotations.

    The logs hold every change that was ever made; this is what they come to. What is wrong is said
    on standard error, and makes the exit code 1.
    """
    need_output()
    try:
        project = find_project(article)
    except UsageError:
        project, reading, faults = _gone(article, annotators)
    else:
        if project.only is None:
            raise UsageError(f"'{display_line(article)}' is a folder; name one article.")
        reader = ProjectReader(project, annotators)
        (reading,) = reader.read(untouched=True)
        faults = [*reading.faults, *reader.faults]
    state = shown(reading.annotated)
    if as_json:
        sys.stdout.buffer.write(shown_json(state))
    else:
        for line in shown_lines(state):
            show(line)
    faults = from_here(project, faults)
    say_faults(faults)
    return 1 if faults else 0


def _gone(article: str, annotators: tuple[str, ...]) -> tuple[Project, Reading, list[Fault]]:
    """Return what the logs still say of an article that is gone.

    Raises:
        UsageError: there is neither an article nor a log of it.
    """
    given = Path(article)
    project = project_folder(given.parent if given.parent.is_dir() else ".")
    path = Path(os.path.relpath(given.absolute(), project.root)).as_posix()
    reader = ProjectReader(project, annotators)
    for reading in reader.read():
        if reading.annotated.id == path:
            return project, reading, list(reading.faults)
    raise UsageError(f"There is no article '{display_line(article)}', and no log of one.")
