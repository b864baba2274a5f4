"""`annotate import`: annotations of other programs, and of annotate itself, into the logs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import click
from msgspec import Struct, field

from annotator.cli.extras import reader
from annotator.cli.importing import Importer, Tally, Wishes
from annotator.cli.progress import counted_off
from annotator.cli.sources import beginning, files_to_read, source_of
from annotator.cli.talk import say, show
from annotator.errors import Fault, UsageError
from annotator.exchange.formats import FORMATS, Format
from annotator.exchange.guess import guess, unreadable
from annotator.exchange.incoming import Incoming, Refusal
from annotator.exchange.relabelling import names_used, relabelled
from annotator.exchange.status import counted
from annotator.marking.labels import LabelSchema
from annotator.storage.annotator_name import annotator_name
from annotator.storage.label_map_file import LabelMap, label_map_page, load_label_map
from annotator.storage.log_path import check_annotator
from annotator.storage.project import project_folder
from annotator.storage.schema_file import find_schema

READABLE = [known.name for known in FORMATS.values() if known.read]
KEPT = 50_000
"""Annotations that are kept in memory between the two looks at a file."""

_EPILOG = "\b\nFormats:\n" + "\n".join(
    f"  {known.name:<18} {known.description}" for known in FORMATS.values() if known.read
)


class _File(Struct):
    """A file to import, and its records if they are few."""

    path: str
    format: Format
    records: list[Incoming | Refusal] | None = None


class _Seen(Struct):
    """What the first look has found."""

    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)


@click.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path())
@click.option(
    "--format", "format_name", type=click.Choice(READABLE), help="What the files are, if not clear."
)
@click.option("--as", "as_name", metavar="NAME", help="Make everything this annotator's.")
@click.option(
    "--map", "map_file", metavar="FILE", type=click.Path(), help="What labels are called here."
)
@click.option("--into", metavar="FOLDER", type=click.Path(), default=".", help="Of which project.")
@click.option("--schema", "schema_name", metavar="NAME", help="Which label schema to use.")
@click.option("--create", is_flag=True, help="Make articles of texts that are not here yet.")
@click.option("--strict", is_flag=True, help="All or nothing: refuse everything for one fault.")
def command(  # noqa: PLR0913 - one parameter an option
    files: tuple[str, ...],
    format_name: str | None,
    as_name: str | None,
    map_file: str | None,
    into: str,
    schema_name: str | None,
    *,
    create: bool,
    strict: bool,
) -> int:
    """Bring annotations in from files.

    Each record finds its article by id, name or text. What is there already stays as it is, so the
    same file twice changes nothing; an import is one step of undo in each article. A record that
    cannot be taken is named on standard error, and makes the exit code 1; the rest goes in. Labels
    that the schema lacks stop the import; a file for --map, to be filled in, is then printed.
    """
    if as_name is not None:
        check_annotator(as_name)
    project = project_folder(into)
    schema, _ = find_schema(project, schema_name)
    renames = load_label_map(map_file) if map_file else LabelMap()
    chosen = [_chosen(path, format_name) for path in files_to_read(files)]
    if _lacking(_look(chosen, renames), schema):
        return 1
    wishes = Wishes(
        project,
        schema.name,
        as_name or annotator_name(None),
        everybody=as_name is not None,
        may_create=create,
    )
    if strict:
        trial = _run(chosen, renames, wishes, write=False)
        if trial.refused:
            say(f"Nothing was imported: {counted(trial.refused, 'fault')}, and --strict was asked.")
            return 1
    tally = _run(chosen, renames, wishes, write=True)
    return 1 if tally.refused else 0


def _chosen(path: str, format_name: str | None) -> _File:
    """Return the file with its format, said if it was guessed.

    Raises:
        UsageError: no format fits.
    """
    start = beginning(path)
    if format_name is not None:
        if what := unreadable(start):
            _refuse_binary(path, format_name, what)
        return _File(path, FORMATS[format_name])
    name = guess(path, start)
    if name not in READABLE:
        what = unreadable(start) or f"say what it is: --format {'|'.join(READABLE)}"
        raise UsageError(f"'{path}' is of no format that can be told from its beginning; {what}.")
    say(f"{path}: read as {name} ({FORMATS[name].description})")
    return _File(path, FORMATS[name])


def _refuse_binary(path: str, format_name: str, what: str) -> None:
    if not FORMATS[format_name].extra:
        raise UsageError(f"'{path}' is no {format_name}: {what}.")


def _look(files: Sequence[_File], renames: LabelMap) -> _Seen:
    """Read every file once to know all labels; remember what is read where it is little."""
    seen = _Seen()
    room = KEPT
    for file in files:
        kept: list[Incoming | Refusal] | None = []
        for told in counted_off(_records(file, renames), "records looked at"):
            if isinstance(told, Incoming):
                labels, relations = names_used(told)
                seen.labels += labels
                seen.relations += relations
                room -= 1 + len(told.annotations) + len(told.text or "") // 1000
            if kept is not None:
                kept.append(told)
            if room < 0:
                kept = None
        file.records = kept
    return seen


def _records(file: _File, renames: LabelMap) -> Iterator[Incoming | Refusal]:
    if file.records is not None:
        yield from file.records
        return
    for told in reader(file.format)(source_of(file.path)):
        if isinstance(told, Refusal):
            yield told
            continue
        record, left = relabelled(told, renames.labels, renames.relations)
        for _ in range(left):
            yield Refusal(record.line, "left out by --map", meant=True)
        yield record


def _lacking(seen: _Seen, schema: LabelSchema) -> bool:
    """Say which labels and relations the schema lacks, and print a map file for them."""
    known: Mapping[str, Sequence[str]] = {
        "labels": [label.name for label in schema.labels],
        "relations": [relation.name for relation in schema.relations],
    }
    used = {"labels": seen.labels, "relations": seen.relations}
    unknown = {
        kind: {name: count for name, count in used[kind].items() if name not in known[kind]}
        for kind in known
    }
    if not any(unknown.values()):
        return False
    for kind, names in unknown.items():
        for name, count in names.items():
            thing = counted(count, "annotation" if kind == "labels" else "relation")
            say(f"{kind[:-1]} '{name}' is not in schema '{schema.name}' ({thing})")
    say("Nothing was imported. Fill in what follows, and give it with --map FILE; or add to the")
    say("schema what it lacks.")
    for line in label_map_page(unknown, known).splitlines():
        show(line)
    return True


def _run(files: Sequence[_File], renames: LabelMap, wishes: Wishes, *, write: bool) -> Tally:
    """Import the files, or find out what would be refused; say what came of them."""
    place = ""

    def refuse(refusal: Refusal) -> None:
        say(str(Fault(place, refusal.line, 0, refusal.what)))

    importer = Importer(wishes, refuse, write=write)
    for file in files:
        place = file.path
        for told in counted_off(_records(file, renames), "records"):
            if isinstance(told, Refusal):
                importer.turn_away(told)
            else:
                importer.take(told, file.format.name)
    if write:
        for line in _summary(importer):
            say(line)
    return importer.tally


def _summary(importer: Importer) -> Iterator[str]:
    tally = importer.tally
    counts = tally.counts
    whose = f" by {', '.join(sorted(tally.annotators))}" if tally.annotators else ""
    yield (
        f"{counted(len(tally.articles), 'article')}: "
        f"{counted(counts['annotations'], 'annotation')} and "
        f"{counted(counts['relations'], 'relation')} added{whose}; "
        f"{counts['same']:,} there already"
    )
    if importer.index.created:
        yield f"{counted(len(importer.index.created), 'article')} made"
    told = {
        "changed": "changed here to what the file says",
        "marks": "marks of reviewed paragraphs and done articles added",
        "twice": "of them stand twice in a file on the same words with the same label: all kept",
        "moved": "found in another place: the article's text is not the file's",
        "utf-16": "had offsets in UTF-16 units; their words agree",
        "orphan": "were orphans and still are",
        "left": "there already, with other attributes or another note: left as they are",
        "older": "left as they are: what is here is newer",
        "deleted": "deleted here since they were imported: left deleted",
        "meant": "left out as the file or --map says",
    }
    for name, what in told.items():
        if counts[name]:
            yield f"{counts[name]:,} {what}"
    if tally.refused:
        yield f"{counted(tally.refused, 'fault')}: not imported"
