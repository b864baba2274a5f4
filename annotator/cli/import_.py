"""`annotate import`: annotations of other programs, and of annotate itself, into the logs."""

from collections.abc import Iterator, Mapping, Sequence

import click

from annotator.cli.import_files import (
    READABLE,
    ImportFile,
    chosen_file,
    lacking,
    look,
    records,
    refuse_mistaken,
    say_formats,
)
from annotator.cli.importing import Importer, Tally, Wishes
from annotator.cli.sources import files_to_read
from annotator.cli.talk import LINE_LIMIT, say
from annotator.errors import Fault, UsageError
from annotator.exchange.formats import FORMATS
from annotator.exchange.incoming import Incoming, Refusal
from annotator.exchange.status import counted
from annotator.storage.annotator_name import annotator_name
from annotator.storage.label_map_file import LabelMap, load_label_map
from annotator.storage.log_path import check_annotator
from annotator.storage.project import Project, project_folder
from annotator.storage.schema_file import find_schema
from annotator.text.display import display_line

_EPILOG = "\b\nFormats:\n" + "\n".join(
    f"  {known.name:<18} {known.description}" for known in FORMATS.values() if known.read
)

_MOVED = "found in another place: the article's text is not the file's"
_UTF16 = "had offsets in UTF-16 units; their words agree"
_QUOTE = "had offsets that hold more or less than their quote: the quote counts"
_MEANT = "left out as the file or --map says"

_OF_ANNOTATIONS = {
    "changed": "changed here to what the file says",
    "marks": "marks of reviewed paragraphs and done articles added",
    "unmarked": "such marks left out: the article's text is not the file's",
    "twice": "of them stand twice in a file on the same words with the same label: all kept",
    "moved": _MOVED,
    "utf-16": _UTF16,
    "quote": _QUOTE,
    "orphan": "were orphans and still are",
    "left": "there already, with other attributes or another note: left as they are",
    "older": "left as they are: what is here is newer",
    "deleted": "deleted here since they were imported: left deleted",
    "meant": _MEANT,
    "unfit": "values and links that the schema does not allow: kept; `annotate check` names them",
}
"""What is said of the annotations that were not just added, by what `Merged` counts them as."""

_OF_SUGGESTIONS = {
    "look": "may be somewhere else: the article's text is not the file's; look at their words",
    "moved": _MOVED,
    "utf-16": _UTF16,
    "quote": _QUOTE,
    "tidied": "without the white space at their edges, or with the whole of a character",
    "twice": "stand there twice on the same words with the same label: suggested once",
    "lost": "attributes, notes and relations left out: suggestions have none",
    "meant": _MEANT,
}
"""The same of suggestions, by what `Suggested` counts them as."""


@click.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path())
@click.option(
    "--format", "format_name", type=click.Choice(READABLE), help="What the files are, if not clear."
)
@click.option("--as", "as_name", metavar="NAME", help="Make everything this annotator's.")
@click.option(
    "--suggestions",
    metavar="FILE",
    type=click.Path(),
    help="Annotate nothing: write suggestions, for annotate PATH --suggestions FILE.",
)
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
    suggestions: str | None,
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
    if suggestions is not None and (as_name is not None or create or strict):
        raise UsageError("--suggestions goes with none of --as, --create and --strict.")
    if as_name is not None:
        check_annotator(as_name)
    project = project_folder(into)
    schema, _ = find_schema(project, schema_name)
    renames = load_label_map(map_file) if map_file else LabelMap()
    chosen = [chosen_file(path, format_name) for path in files_to_read(files)]
    say_formats(chosen)
    if lacking(look(chosen, renames), schema):
        return 1
    refuse_mistaken(chosen)
    if suggestions is not None:
        return _suggest(chosen, renames, project, suggestions)
    wishes = Wishes(
        project,
        schema,
        as_name or annotator_name(None),
        everybody=as_name is not None,
        may_create=create,
    )
    if strict:
        trial = _run(chosen, renames, wishes, write=False)
        if faults := trial.refused + trial.counts["unfit"]:
            say(f"Nothing was imported: {counted(faults, 'fault')}, and --strict was asked.")
            return 1
    tally = _run(chosen, renames, wishes, write=True)
    return 1 if tally.refused else 0


def _run(files: Sequence[ImportFile], renames: LabelMap, wishes: Wishes, *, write: bool) -> Tally:
    """Import the files, or find out what would be refused; say what came of them."""
    place = ""

    def refuse(refusal: Refusal) -> None:
        _say_why(place, refusal)

    importer = Importer(wishes, refuse, write=write)
    for file, told in records(files, renames):
        place = file.path
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
    yield from _counts(_OF_ANNOTATIONS, counts)
    if tally.refused:
        yield f"{counted(tally.refused, 'fault')}: not imported"


def _suggest(
    files: Sequence[ImportFile], renames: LabelMap, project: Project, suggestions: str
) -> int:
    """Write what the files say as suggestions; return the exit code."""
    from annotator.cli.suggesting import SuggestionWriter

    place = ""

    def refuse(refusal: Refusal) -> None:
        _say_why(place, refusal)

    def every() -> Iterator[tuple[str, Incoming | Refusal]]:
        nonlocal place
        for file, told in records(files, renames):
            place = file.path
            yield place, told

    writer = SuggestionWriter(project, suggestions, refuse)
    written = writer.write(every())
    say(f"{suggestions}: {counted(written, 'suggestion')}")
    for line in _counts(_OF_SUGGESTIONS, writer.counts):
        say(line)
    if writer.refused:
        say(f"{counted(writer.refused, 'fault')}: not suggested")
    return 1 if writer.refused else 0


def _say_why(file: str, refusal: Refusal) -> None:
    """Name what is refused in one line, whatever words of the file are in it."""
    say(display_line(str(Fault(file, refusal.line, 0, refusal.what)), LINE_LIMIT))


def _counts(told: Mapping[str, str], counts: Mapping[str, int]) -> Iterator[str]:
    """Yield what there was of each kind, with its number."""
    for name, what in told.items():
        if counts[name]:
            yield f"{counts[name]:,} {what}"
