"""`annotate check`: every fault of a project folder, each with its place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import click

from annotator.cli.keys import keymap
from annotator.cli.log_faults import log_faults, winning_places
from annotator.cli.reading import ProjectReader, Reading
from annotator.cli.refused import refused
from annotator.cli.rescued import rescued
from annotator.cli.schemas import schema_names
from annotator.cli.talk import from_here, need_output, say, show
from annotator.errors import Fault, FaultsError, UsageError
from annotator.exchange.conformity import misfits
from annotator.exchange.status import counted
from annotator.marking.annotation import Relation
from annotator.marking.labels import LabelSchema
from annotator.storage.log_files import leftovers
from annotator.storage.names_file import names_faults
from annotator.storage.project import Project, find_project
from annotator.storage.schema_file import find_schema
from annotator.storage.suggestion_file import check_readable
from annotator.text.display import display_line

FATES = {"moved": "moved", "needs a look": "need a look", "orphan": "orphans"}
"""What may have become of annotations whose article has changed, of one and of several."""


class _Options(NamedTuple):
    """What is checked beside the project, or differently."""

    schema_name: str | None
    keys: str | None
    suggestions: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    """What has been checked so far."""

    articles: int = 0
    logs: int = 0
    annotations: int = 0
    faults: int = 0
    fates: Counter[str] = field(default_factory=Counter)
    guesses: list[Fault] = field(default_factory=list)

    def __str__(self) -> str:
        checked = (
            counted(self.articles, "article"),
            counted(self.logs, "log"),
            counted(self.annotations, "annotation"),
        )
        found = counted(self.faults, "fault") if self.faults else "no faults"
        said = f"checked {', '.join(checked)}: {found}"
        fates = ", ".join(
            f"{count:,} {fate if count == 1 else many}"
            for fate, many in FATES.items()
            if (count := self.fates[fate])
        )
        return f"{said}; open what has changed to decide: {fates}" if fates else said


@click.command()
@click.argument("path", type=click.Path(), default=".")
@click.option("--schema", "schema_name", metavar="NAME", help="Hold all logs against this schema.")
@click.option(
    "--keys",
    metavar="FILE",
    type=click.Path(),
    envvar="ANNOTATE_KEYS",
    show_envvar=True,
    help="Check this keys file, too.",
)
@click.option(
    "--suggestions",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Check this file of suggestions, too; may be repeated.",
)
def command(
    path: str, schema_name: str | None, keys: str | None, suggestions: tuple[str, ...]
) -> int:
    """List every fault, with its place.

    Looks at the schemas, the logs and the offsets of an article or of a folder, by default the
    current one. Prints a fault a line, as file:line:column: what is wrong. The exit code is 1 if
    there is any. Guessed encodings and rescued changes are said on standard error.
    """
    need_output()
    project = find_project(path)
    for file in suggestions:
        check_readable(file)
    tally = _Tally()
    options = _Options(schema_name, keys, suggestions)
    for fault in _faults(project, options, tally):
        tally.faults += 1
        show(str(fault))
    for guess in from_here(project, tally.guesses):
        say(str(guess))
    for note in rescued(project):
        say(note)
    say(str(tally))
    return 1 if tally.faults else 0


def _faults(project: Project, options: _Options, tally: _Tally) -> Iterator[Fault]:
    schema_name, keys, suggestions = options
    schemas: list[LabelSchema] = []
    for name in [schema_name] if schema_name else schema_names(project):
        try:
            schemas.append(find_schema(project, name)[0])
        except UsageError as error:
            if schema_name:
                raise
            place = f"schemas/{display_line(name or '')}"
            yield from from_here(project, [Fault(place, 0, 0, str(error))])
        except FaultsError as error:
            is_path = schema_name is not None and Path(schema_name).exists()
            yield from error.faults if is_path else from_here(project, error.faults)
    if keys:
        try:
            keymap(schemas[0] if schemas else LabelSchema("", ()), keys)
        except FaultsError as error:
            yield from error.faults
    reader = ProjectReader(project)
    for reading in reader.read(untouched=True):
        tally.articles += reading.annotated.article is not None
        tally.logs += len(reading.logs)
        tally.guesses += reading.guesses
        tally.annotations += sum(1 for _ in reading.annotated.annotations())
        unfit = list(_misfits(reading, schemas, tally))
        yield from from_here(project, [*reading.faults, *log_faults(reading), *unfit])
    yield from from_here(project, reader.faults)
    if project.only is None:
        yield from from_here(project, leftovers(project))
        yield from from_here(project, names_faults(project))
    if schemas:
        yield from refused(project, suggestions, schemas)


def _misfits(reading: Reading, schemas: Sequence[LabelSchema], tally: _Tally) -> Iterator[Fault]:
    """Yield what does not fit the schema that each annotator's log names, or the only one."""
    by_name = {schema.name: schema for schema in schemas}
    for annotator in reading.annotated.records:
        logs = [(log, contents) for log, contents in reading.logs if log.annotator == annotator]
        named = [contents.header.schema for _, contents in logs if contents.header]
        schema = next((by_name[name] for name in named if name in by_name), None)
        if schema is None and len(schemas) == 1:
            schema = schemas[0]
        found = list(misfits(reading.annotated, annotator, schema))
        lines = winning_places(logs) if found else {}
        for record, what in found:
            tally.fates[what.partition(":")[0]] += 1
            kind = "" if isinstance(record, Relation) else f"{record.start}-{record.end}: "
            file, line = lines.get(record.id, (logs[0][0].name, 0))
            yield Fault(display_line(file), line, 1 if line else 0, kind + what)
