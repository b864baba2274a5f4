"""The files of an import: what each is, and what is in it, looked at before anything is written."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from annotator.cli.extras import reader
from annotator.cli.progress import counted_off
from annotator.cli.scattered import Scatter, brought_together
from annotator.cli.sources import beginning, source_of
from annotator.cli.talk import say, show
from annotator.errors import UsageError
from annotator.exchange.formats import FORMATS, Format
from annotator.exchange.guess import guess, no_text, unreadable
from annotator.exchange.incoming import Incoming, Refusal, says_something
from annotator.exchange.relabelling import gathered, names_used, relabelled
from annotator.exchange.status import counted
from annotator.marking.labels import LabelSchema
from annotator.storage.label_map_file import LabelMap, label_map_page

READABLE = [known.name for known in FORMATS.values() if known.read]
KEPT = 50_000
"""Annotations that are kept in memory between the two looks at a file."""


class ImportFile(Struct):
    """A file to import, and its records if they are few; `told`: the format was asked for.

    `looks` is the format that its beginning is like; `empty`: nothing was read or refused of it.
    `scattered`: rows about one article come in several places. `size` is in bytes; so many of
    them have been `passed` in this look at it.
    """

    path: str
    format: Format
    told: bool = False
    looks: str = ""
    empty: bool = True
    scattered: bool = False
    size: int = 0
    passed: int = 0
    records: list[Incoming | Refusal] | None = None


class Seen(Struct):
    """What the first look has found."""

    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)


def chosen_file(path: str, format_name: str | None) -> ImportFile:
    """Return the file with its format.

    Raises:
        UsageError: no format fits.
    """
    start, size = beginning(path), Path(path).stat().st_size
    looks = guess(path, start)
    name = looks if format_name is None else format_name
    if name not in READABLE:
        what = unreadable(start) or f"say what it is: --format {'|'.join(READABLE)}"
        raise UsageError(f"'{path}' is of no format that can be told from its beginning; {what}.")
    if not FORMATS[name].extra and (what := unreadable(start) or no_text(start)):
        raise UsageError(f"'{path}' is no {name}: {what}.")
    return ImportFile(path, FORMATS[name], told=format_name is not None, looks=looks, size=size)


def say_formats(files: Sequence[ImportFile]) -> None:
    """Say which formats were guessed, once each."""
    by_format: dict[str, list[str]] = {}
    for file in files:
        if not file.told:
            by_format.setdefault(file.format.name, []).append(file.path)
    for name, paths in by_format.items():
        what = paths[0] if len(paths) == 1 else counted(len(paths), "file")
        say(f"{what}: read as {name} ({FORMATS[name].description})")


def look(files: Sequence[ImportFile], renames: LabelMap) -> Seen:
    """Read every file once to know all labels; remember what is read where it is little."""
    seen = Seen()
    room = KEPT
    kept: dict[str, list[Incoming | Refusal]] = {file.path: [] for file in files}
    scatters = {file.path: Scatter() for file in files}
    for file, told in records(files, renames, "records looked at"):
        if isinstance(told, Incoming):
            labels, relations = names_used(told)
            seen.labels += labels
            seen.relations += relations
            scatters[file.path].look(told)
            room -= 1 + len(told.annotations) + len(told.text or "") // 1000
        if room >= 0:
            kept[file.path].append(told)
        else:
            kept.clear()
    for file in files:
        file.scattered = scatters[file.path].found
        file.records = gathered(kept[file.path]) if room >= 0 else None
    return seen


def refuse_mistaken(files: Sequence[ImportFile]) -> None:
    """Refuse the files that have nothing in the format that was asked for, but look like another.

    They must have been looked at. What looks like none is only said to be empty, but for documents:
    articles without annotations are some, too.
    """
    for file in files:
        if not file.told or not file.empty:
            continue
        what = f"nothing in it as {file.format.name}"
        if file.looks not in FORMATS:
            if file.format.name != "documents":
                say(f"{file.path}: {what}")
        elif FORMATS[file.looks].read != file.format.read:
            like = f"it looks like {file.looks}: --format {file.looks}"
            file.records = [Refusal(0, f"{what}; {like}")]


def records(
    files: Sequence[ImportFile], renames: LabelMap, what: str = "records"
) -> Iterator[tuple[ImportFile, Incoming | Refusal]]:
    """Yield what the files say, each with its file, and show on a terminal how far it is.

    Args:
        files: read in this order.
        renames: the names that labels and relations come to have.
        what: what is counted.
    """
    whole = sum(file.size for file in files) or 1
    every = ((file, told) for file in files for told in _records(file, renames))
    yield from counted_off(every, what, lambda: sum(file.passed for file in files) / whole)


def _records(file: ImportFile, renames: LabelMap) -> Iterator[Incoming | Refusal]:
    if file.records is not None:
        yield from file.records
    elif file.scattered:
        yield from brought_together(_in_file(file, renames))
    else:
        yield from _in_file(file, renames)


def _in_file(file: ImportFile, renames: LabelMap) -> Iterator[Incoming | Refusal]:
    file.passed = 0

    def passed(count: int) -> None:
        file.passed += count

    for told in reader(file.format)(source_of(file.path, passed)):
        file.empty &= not says_something(told)
        if isinstance(told, Refusal):
            yield told
            continue
        record, left = relabelled(told, renames.labels, renames.relations)
        for _ in range(left):
            yield Refusal(record.line, "left out by --map", meant=True)
        yield record


def lacking(seen: Seen, schema: LabelSchema) -> bool:
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
