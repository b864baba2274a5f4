"""`annotate show`: what counts of all that was said about an article."""

import sys

import click

from annotator.cli.reading import ProjectReader
from annotator.cli.talk import from_here, need_output, say_faults, show
from annotator.errors import UsageError
from annotator.exchange.shown import shown, shown_json, shown_lines
from annotator.storage.project import find_project
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
    project = find_project(article)
    if project.only is None:
        raise UsageError(f"'{display_line(article)}' is a folder; name one article.")
    reader = ProjectReader(project, annotators)
    (reading,) = reader.read(untouched=True)
    state = shown(reading.annotated)
    if as_json:
        sys.stdout.buffer.write(shown_json(state))
    else:
        for line in shown_lines(state):
            show(line)
    faults = from_here(project, reading.faults)
    say_faults(faults)
    return 1 if faults else 0
