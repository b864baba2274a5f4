"""`annotate export`: annotations as lines, to standard output or to a file."""

import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import click

from annotator.cli.output import check_output, write_output
from annotator.cli.reading import ProjectReader, Reading
from annotator.cli.talk import from_here, say, say_faults
from annotator.errors import Fault
from annotator.exchange.annotated import AnnotatedArticle, labelled
from annotator.exchange.formats import FORMATS
from annotator.exchange.status import counted
from annotator.storage.project import find_project

_EPILOG = "\b\nFormats:\n" + "\n".join(
    f"  {known.name:<10} {known.description}" for known in FORMATS.values()
)


@click.command(epilog=_EPILOG)
@click.argument("path", type=click.Path(), default=".")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to a new file."
)
@click.option("--force", is_flag=True, help="Let --output replace a file.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="jsonl",
    show_default=True,
    help="What a line is.",
)
@click.option(
    "--annotator",
    "annotators",
    multiple=True,
    metavar="NAME",
    help="Only this one; may be repeated.",
)
@click.option(
    "--label", "labels", multiple=True, metavar="NAME", help="Only this label; may be repeated."
)
@click.option("--all", "untouched", is_flag=True, help="With documents: untouched articles, too.")
def command(  # noqa: PLR0913 - one parameter an option
    path: str,
    output: Path | None,
    format_name: str,
    annotators: tuple[str, ...],
    labels: tuple[str, ...],
    *,
    force: bool,
    untouched: bool,
) -> int:
    """Write annotations as lines.

    PATH is an article or a folder of them, by default the current folder. Data alone goes to
    standard output. What is wrong or must be left out is said on standard error, and makes the exit
    code 1.
    """
    project = find_project(path)
    if output == Path("-"):
        output = None
    if output is not None:
        check_output(project, output, force=force)
    reader = ProjectReader(project, annotators)
    chosen = FORMATS[format_name]
    leaving = _Leaving(labels, needs_text=chosen.needs_text, whole=not annotators)
    lines = chosen.export(leaving.articles(reader.read(untouched=untouched)))
    if output is None:
        sys.stdout.buffer.writelines(lines)
    else:
        say(f"{output}: {counted(write_output(output, lines, force=force), 'line')}")
    faults = from_here(project, leaving.faults + reader.faults)
    say_faults(faults)
    for label in sorted(set(labels) - leaving.labels_seen):
        say(f"No annotation has the label '{label}'.")
    return 1 if faults else 0


class _Leaving:
    """Goes with the articles to the format, and notes what is wrong with them on the way."""

    def __init__(self, labels: Collection[str], *, needs_text: bool, whole: bool) -> None:
        self.faults: list[Fault] = []
        self.labels_seen: set[str] = set()
        self._labels = labels
        self._needs_text = needs_text
        self._whole = whole

    def articles(self, readings: Iterable[Reading]) -> Iterator[AnnotatedArticle]:
        for reading in readings:
            annotated = reading.annotated
            self.faults += reading.faults
            if self._needs_text and annotated.article is None:
                self.faults.append(Fault(annotated.id, 0, 0, "left out: there is no text"))
                continue
            if self._whole:  # Else the other end may be somebody's who was not asked for.
                self.faults += _dangling(annotated)
            if self._labels:
                self.labels_seen.update(made.label for made in annotated.annotations())
            yield labelled(annotated, self._labels)


def _dangling(annotated: AnnotatedArticle) -> Iterator[Fault]:
    for relation in annotated.dangling():
        what = f"relation '{relation.relation}' {relation.id} left out: it lacks an end"
        yield Fault(annotated.id, 0, 0, what)
