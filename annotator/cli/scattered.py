"""Bring the rows of a large table together by article: on the disk, so that memory stays flat."""

from array import array
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO

from msgspec import msgpack

from annotator.errors import StorageError
from annotator.exchange.incoming import Incoming, Refusal
from annotator.exchange.relabelling import is_row, joined
from annotator.storage.cause import cause

_SIZE = 8
"""Bytes of the number before each record: how long it is."""


class Scatter:
    """Notices, record by record, whether rows about one article come in several places."""

    def __init__(self) -> None:
        self.found = False
        self._last = ""
        self._known: set[str] = set()

    def look(self, record: Incoming) -> None:
        """Take the next record of a file."""
        if is_row(record) and record.article != self._last:
            self.found = self.found or record.article in self._known
            self._known.add(record.article)
            self._last = record.article


def brought_together(told: Iterable[Incoming | Refusal]) -> Iterator[Incoming | Refusal]:
    """Yield the records, rows about one article as one, after all others.

    Raises:
        StorageError: the temporary file cannot be written.
    """
    encode, decode = msgpack.Encoder().encode, msgpack.Decoder(Incoming).decode
    places: dict[tuple[str, str], array[int]] = {}
    with TemporaryFile() as file:
        for record in told:
            if isinstance(record, Refusal) or not is_row(record):
                yield record
                continue
            about = record.article, record.sha256
            places.setdefault(about, array("Q")).append(_kept(file, encode(record)))
        for offsets in places.values():
            yield joined([decode(_read(file, offset)) for offset in offsets])


def _kept(file: IO[bytes], raw: bytes) -> int:
    """Add a record to the end of the file; return where it begins."""
    offset = file.tell()
    try:
        file.write(len(raw).to_bytes(_SIZE) + raw)
    except OSError as error:
        what = f"The rows of a large file are sorted in a temporary one: {cause(error)}."
        raise StorageError(f"{what} Make room, or set TMPDIR to a folder that has some") from None
    return offset


def _read(file: IO[bytes], offset: int) -> bytes:
    file.seek(offset)
    return file.read(int.from_bytes(file.read(_SIZE)))
