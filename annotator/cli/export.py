"""`annotate export`: annotations as lines, to standard output or to a file."""

import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import click

from annotator.cli.known_labels import check_labels
from annotator.cli.output import check_output, write_output
from annotator.cli.reading import ProjectReader, Reading
from annotator.cli.talk import from_here, need_output, say, say_faults
from annotator.errors import Fault, UsageError
from annotator.exchange.annotated import AnnotatedArticle, labelled
from annotator.exchange.formats import FORMATS
from annotator.exchange.status import counted
from annotator.storage.project import Project, find_project

_EPILOG = "\b\nFormats:\n" + "\n".join(
    f"  {known.name:<10} {known.description}" for known in FORMATS.values()
)


@click.command(epilog=_EPILOG)
@click.argument("path", type=click.Path(), default=".")
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write to a new file.")
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
    output: str | None,
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
    chosen = FORMATS[format_name]
    if untouched and not chosen.needs_text:
        raise UsageError(
            f"--all is of no use with --format {format_name}: an untouched article has no "
            "annotation. Leave it out, or choose --format documents."
        )
    project = find_project(path)
    file = _file(project, output, force=force)
    reader = ProjectReader(project, annotators)
    check_labels(project, labels)
    leaving = _Leaving(labels, needs_text=chosen.needs_text, whole=not annotators)
    lines = chosen.export(leaving.articles(reader.read(untouched=untouched)))
    if file is None:
        sys.stdout.buffer.writelines(lines)
    else:
        say(f"{file}: {counted(write_output(file, lines, force=force), 'line')}")
    say_faults(from_here(project, leaving.guesses))
    faults = from_here(project, leaving.faults + reader.faults)
    say_faults(faults)
    for label in sorted(set(labels) - leaving.labels_seen):
        say(f"No annotation has the label '{label}'.")
    return 1 if faults else 0


def _file(project: Project, output: str | None, *, force: bool) -> Path | None:
    """Return the file to write, None for standard output, once it is known to be writable."""
    if output is None or output == "-":
        need_output()
        return None
    if not output:
        raise UsageError("The name after --output is empty.")
    check_output(project, Path(output), force=force)
    return Path(output)


class _Leaving:
    """Goes with the articles to the format, and notes what is wrong with them on the way."""

    def __init__(self, labels: Collection[str], *, needs_text: bool, whole: bool) -> None:
        self.faults: list[Fault] = []
        self.guesses: list[Fault] = []
        self.labels_seen: set[str] = set()
        self._labels = labels
        self._needs_text = needs_text
        self._whole = whole

    def articles(self, readings: Iterable[Reading]) -> Iterator[AnnotatedArticle]:
        for reading in readings:
            annotated = reading.annotated
            self.faults += reading.faults
            self.guesses += reading.guesses
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
