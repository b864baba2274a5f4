"""Format `parquet`: the rows of `jsonl` in columns; attributes and relations are JSON in a text."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.incoming import Read, Refusal, Source
from annotator.exchange.json_source import reason
from annotator.exchange.jsonl import AnnotationRow, grouped
from annotator.exchange.ledger import Ledger
from annotator.exchange.record import COLUMNS, cells, rows

GROUP = 20_000
"""Rows in one row group, which is what is held in memory."""

_JSON = ("attributes", "relations")
_NUMBERS = ("paragraph", "start", "end")
_encode = msgspec.json.Encoder().encode


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield the file row group by row group."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(n, pa.int64() if n in _NUMBERS else pa.string()) for n in COLUMNS])
    sink = _Sink()
    writer = parquet.ParquetWriter(sink, schema, compression="zstd")
    columns: list[list[Any]] = [[] for _ in COLUMNS]

    def flush() -> bytes:
        writer.write_table(pa.table([*columns], schema=schema))
        for column in columns:
            column.clear()
        return sink.taken()

    for annotated in articles:
        for record in rows(annotated):
            for (name, value), column in zip(cells(record), columns, strict=True):
                column.append(_encode(value).decode() if name in _JSON else value)
        if len(columns[0]) >= GROUP:
            yield flush()
    yield flush()
    writer.close()
    yield sink.taken()


class _Sink:
    """A file to write to, of which only what is new is kept."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        self.closed = True

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        raw = b"".join(self._pieces)
        self._pieces.clear()
        return raw


def read(source: Source) -> Read:
    """Yield what the rows say; the number of a row stands for its line."""
    return grouped(_rows(source))


def _rows(source: Source) -> Iterator[tuple[int, AnnotationRow | Refusal]]:
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    try:
        file = parquet.ParquetFile(pa.BufferReader(source.whole()))
        for batch in file.iter_batches(batch_size=GROUP):
            for told in batch.to_pylist():
                number += 1
                yield number, _row(told, number)
    except (pa.ArrowException, OSError) as error:
        yield number, Refusal(number, f"no Parquet that can be read: {error}")


def _row(told: dict[str, Any], number: int) -> AnnotationRow | Refusal:
    try:
        for name in _JSON:
            if isinstance(told.get(name), str):
                told[name] = msgspec.json.decode(told[name] or "null")
        known = {name: value for name, value in told.items() if value is not None}
        return msgspec.convert(known, AnnotationRow)
    except msgspec.MsgspecError as error:
        return Refusal(number, reason(error, b""))
