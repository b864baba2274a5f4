"""Files to import, as the readers of formats want them: bounded lines, bounded wholes."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from annotator.errors import UsageError
from annotator.exchange.guess import SAMPLE
from annotator.exchange.incoming import LINE_LIMIT, WHOLE_LIMIT, Source
from annotator.storage.cause import cause
from annotator.storage.regular_file import open_regular, read_regular

ENDINGS = (".ann", ".tsv", ".csv", ".json", ".jsonl", ".jsonld", ".conll", ".iob", ".spacy")
"""What is read in a folder that somebody names; .ann alone, if there is any."""


def files_to_read(paths: tuple[str, ...]) -> list[str]:
    """Return the files, in place of folders those in them, sorted.

    Raises:
        UsageError: there is no such file, or nothing to read in a folder.
    """
    found: list[str] = []
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise UsageError(f"There is no file or folder '{given}'.")
        if not path.is_dir():
            found.append(given)
            continue
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
        standoff = [p for p in inside if p.suffix.lower() == ".ann"]
        if not inside:
            raise UsageError(f"There is nothing to import in '{given}': no {', '.join(ENDINGS)}.")
        found += map(str, standoff or inside)
    return found


def source_of(path: str, passed: Callable[[int], None]) -> Source:
    """Return the file as a source; it is opened only when it is read.

    `passed` is told how many bytes each line had, or the whole.
    """
    lines = partial(_lines, path, passed)
    return Source(path, lines, lambda: _counted(path, passed), lambda end: _beside(path, end))


def beginning(path: str) -> bytes:
    """Return the first bytes of a file: at least its first line, if that keeps to the limit.

    Raises:
        UsageError: it cannot be read.
    """
    with _open(path) as file:
        first = file.readline(LINE_LIMIT)
        return first + file.read(max(0, SAMPLE - len(first)))


def _open(path: str) -> BinaryIO:
    try:
        return os.fdopen(open_regular(path)[0], "rb", buffering=1 << 20)
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {cause(error)}.") from None


def numbered_lines(
    file: BinaryIO, passed: Callable[[int], None] = lambda _: None
) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line, line feed included; of too long ones the beginning."""
    number = 0
    while line := file.readline(LINE_LIMIT + 1):
        number += 1
        passed(len(line))
        yield number, line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = file.readline(LINE_LIMIT + 1)
            passed(len(line))


def _lines(path: str, passed: Callable[[int], None]) -> Iterator[tuple[int, bytes]]:
    with _open(path) as file:
        yield from numbered_lines(file, passed)


def _whole(path: str) -> bytes:
    try:
        return read_regular(path, WHOLE_LIMIT)[0]
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {cause(error)}.") from None


def _counted(path: str, passed: Callable[[int], None]) -> bytes:
    raw = _whole(path)
    passed(len(raw))
    return raw


def _beside(path: str, ending: str) -> bytes | None:
    other = Path(path).with_suffix(ending)
    return _whole(str(other)) if other.is_file() else None
