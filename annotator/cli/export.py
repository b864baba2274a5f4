"""`annotate export`: annotations in the format that somebody needs, to a pipe, file or folder."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click
from msgspec import Struct

from annotator.cli.extras import exporter
from annotator.cli.known_labels import check_labels
from annotator.cli.leaving import STATUSES, Leaving, Readers
from annotator.cli.output import check_output, write_output
from annotator.cli.progress import counted_off
from annotator.cli.talk import from_here, need_output, say, say_faults
from annotator.errors import AnnotatorError, UsageError
from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.formats import FORMATS, Format
from annotator.exchange.holding import prepared
from annotator.exchange.ledger import Ledger
from annotator.exchange.status import counted
from annotator.storage.project import Project

T = TypeVar("T")

_EPILOG = "\b\nFormats:\n" + "\n".join(
    f"  {known.name:<18} {known.description}"
    for known in FORMATS.values()
    if known.export or known.folder
)


class LossError(AnnotatorError):
    """Something cannot be carried, and `--strict` was asked for."""


class _Way(Struct, frozen=True):
    """Where an export goes; `path` None is standard output."""

    format: Format
    project: Project
    path: Path | None
    force: bool
    strict: bool


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path())
@click.option(
    "-o", "--output", metavar="PATH", type=click.Path(), help="Write a new file, or folder."
)
@click.option("--force", is_flag=True, help="Let --output replace files.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([k.name for k in FORMATS.values() if k.export or k.folder]),
    metavar="NAME",
    default="jsonl",
    show_default=True,
    help="In which form; see below.",
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
@click.option(
    "--status", type=click.Choice(STATUSES), help="Only what annotators are done with, or not."
)
@click.option("--all", "untouched", is_flag=True, help="Untouched articles, too.")
@click.option(
    "--report", metavar="FILE", type=click.Path(), help="Write what was lost to a new file."
)
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost.")
def command(  # noqa: PLR0913 - one parameter an option
    paths: tuple[str, ...],
    output: str | None,
    format_name: str,
    annotators: tuple[str, ...],
    labels: tuple[str, ...],
    status: str | None,
    report: str | None,
    *,
    force: bool,
    untouched: bool,
    strict: bool,
) -> int:
    """Write annotations for other programs.

    PATH is an article or a folder of them, by default the current folder. Data alone goes to
    standard output. What a format cannot hold is counted on standard error. What is wrong or must
    be left out is said there too, and makes the exit code 1.
    """
    chosen = FORMATS[format_name]
    if untouched and not chosen.needs_text:
        raise UsageError(
            f"--all is of no use with --format {format_name}: an untouched article has no "
            "annotation. Leave it out, or choose --format documents."
        )
    readers = Readers(paths or (".",), annotators)
    way = _Way(chosen, readers.project, _path(output), force, strict)
    _check(way, report)
    check_labels(readers.project, labels)
    leaving = Leaving(labels, status, needs_text=chosen.needs_text, whole=not annotators)
    ledger = Ledger()
    readings = readers.read(untouched=untouched)
    articles = prepared(leaving.articles(readings), chosen.holds, ledger)
    if way.path is not None or not sys.stdout.isatty():
        articles = counted_off(articles, "articles", readers.far)
    _write(way, articles, ledger)
    say_faults(from_here(readers.project, leaving.guesses))
    faults = from_here(readers.project, leaving.faults + readers.faults)
    say_faults(faults)
    for label in sorted(set(labels) - leaving.labels_seen):
        say(f"No annotation has the label '{label}'.")
    for loss in ledger.losses:
        say(str(loss))
    if report:
        write_output(Path(report), [ledger.report(format_name)], force=force)
    return 1 if faults or (strict and ledger.losses) else 0


def _path(output: str | None) -> Path | None:
    if output == "":
        raise UsageError("The name after --output is empty.")
    return None if output in (None, "-") else Path(str(output))


def _check(way: _Way, report: str | None) -> None:
    """Refuse what could not be written in the end, before any work is done."""
    if report:
        check_output(way.project, Path(report), force=way.force)
    if way.format.folder:
        if way.path is None:
            raise UsageError(
                f"--format {way.format.name} makes several files. Name a folder: --output FOLDER"
            )
        from annotator.cli.folder_output import check_folder

        check_folder(way.project, way.path, force=way.force)
    elif way.path is not None:
        check_output(way.project, way.path, force=way.force)
        if way.format.beside:
            beside = way.path.with_name(way.path.stem + way.format.beside_suffix)
            check_output(way.project, beside, force=way.force)
    elif way.format.extra:
        raise UsageError(f"--format {way.format.name} is no text. Name a file: --output FILE")
    else:
        need_output()


def _write(way: _Way, articles: Iterable[AnnotatedArticle], ledger: Ledger) -> None:
    if way.format.folder:
        from annotator.cli.folder_output import write_folder

        assert way.path is not None  # noqa: S101 - as checked
        files = _unless_lost(way.format.folder_exporter()(articles, ledger), way, ledger)
        written = write_folder(way.project, way.path, files, force=way.force)
        say(f"{way.path}: {counted(written, 'file')}")
        return
    pieces = exporter(way.format)(articles, ledger)
    if way.path is None:
        sys.stdout.buffer.writelines(pieces)
        return
    pieces = _unless_lost(pieces, way, ledger)
    lines = write_output(way.path, pieces, force=way.force)
    of_lines = way.format.suffix == ".jsonl"
    number, thing = (lines, "line") if of_lines else (ledger.annotations, "annotation")
    say(f"{way.path}: {counted(number, thing)}")
    if way.format.beside:
        beside = way.path.with_name(way.path.stem + way.format.beside_suffix)
        write_output(beside, [way.format.beside_maker()(ledger)], force=way.force)
        say(f"{beside}: what belongs to it")


def _unless_lost(things: Iterable[T], way: _Way, ledger: Ledger) -> Iterator[T]:
    """Yield everything; fail at the end if something was lost that must not be.

    Raises:
        LossError: something was.
    """
    yield from things
    if way.strict and ledger.losses:
        lost = "; ".join(map(str, ledger.losses))
        raise LossError(f"Nothing was written, as --strict asks: {lost}.")
