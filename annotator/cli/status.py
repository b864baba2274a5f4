"""`annotate status`: how far everybody is."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from annotator.cli.reading import ProjectReader, Reading
from annotator.cli.talk import from_here, need_output, say_faults, show
from annotator.errors import Fault
from annotator.exchange.status import (
    AnnotatorStatus,
    ArticleStatus,
    status,
    status_json,
    status_table,
)
from annotator.marking.annotation import Annotation
from annotator.storage.project import find_project


@click.command()
@click.argument("path", type=click.Path(), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def command(path: str | None, *, as_json: bool) -> int:
    """Show how far everybody is.

    PATH is an article or a folder of them, by default seeds/ or else the current folder. What is
    wrong is said on standard error, and makes the exit code 1.
    """
    need_output()
    project = find_project(path or ("seeds" if Path("seeds").is_dir() else "."))
    reader = ProjectReader(project)
    faults: list[Fault] = []
    whole = status(_articles(reader, faults))
    if as_json:
        sys.stdout.buffer.write(status_json(whole))
    else:
        for line in status_table(whole):
            show(line)
    faults = from_here(project, faults + reader.faults)
    say_faults(faults)
    return 1 if faults else 0


def _articles(reader: ProjectReader, faults: list[Fault]) -> Iterator[ArticleStatus]:
    for reading in reader.read(untouched=True):
        faults += reading.faults
        yield _article(reading)


def _article(reading: Reading) -> ArticleStatus:
    annotated = reading.annotated
    paragraphs = 0 if annotated.article is None else len(annotated.article.paragraphs)
    begun = [
        AnnotatorStatus(
            by=by,
            annotations=sum(isinstance(record, Annotation) for record in records),
            reviewed=len(annotated.reviewed(by)),
            done=annotated.done(by),
        )
        for by, records in annotated.records.items()
    ]
    return ArticleStatus(annotated.id, paragraphs, begun)
