"""Formats `csv` and `tsv`: one annotation a row, for spreadsheets and data frames.

The columns are the fields of `jsonl`, the first five those that people look at, the last what is
known of the article; `attributes` and `relations` are JSON. In the form for spreadsheets the file
begins with a byte order mark, which Excel needs, and no cell is run as a formula: an apostrophe
stands before those that could be, and before those that begin with one. Reading takes both away.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.incoming import LINE_LIMIT, Read, Refusal, Source
from annotator.exchange.json_source import reason
from annotator.exchange.jsonl import AnnotationRow, grouped
from annotator.exchange.ledger import Ledger
from annotator.exchange.record import COLUMNS, cells, rows

_FIRST = ("article", "start", "end", "label", "quote")
_COLUMNS = (*_FIRST, *(name for name in COLUMNS if name not in _FIRST))
_JSON = ("attributes", "relations")
_MARK = "\ufeff"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def export_csv(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield the header, then the rows of each article, with commas."""
    return _export(articles, ",", safe=False)


def export_tsv(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield the header, then the rows of each article, with tabs."""
    return _export(articles, "\t", safe=False)


def export_spreadsheet(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield the same for a spreadsheet, which would run some cells as formulas."""
    return _export(articles, ",", safe=True)


def read(source: Source) -> Read:
    """Yield what the rows say; the header tells the delimiter and the columns."""
    return grouped(_rows(source))


def row(cells: Iterable[str], delimiter: str = ",") -> str:
    """Return a row by RFC 4180, a line feed at its end.

    Python's writer leaves a carriage return bare where the rows do not end in one.
    """
    return delimiter.join(_quoted(cell, delimiter) for cell in cells) + "\n"


def _quoted(cell: str, delimiter: str) -> str:
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return f'"{cell}"' if delimiter in cell or "\n" in cell or "\r" in cell else cell


def _export(articles: Iterable[AnnotatedArticle], delimiter: str, *, safe: bool) -> Iterator[bytes]:
    yield ((_MARK if safe else "") + row(_COLUMNS, delimiter)).encode()
    for annotated in articles:
        lines: list[str] = []
        for record in rows(annotated):
            told = {name: _cell(name, fact) for name, fact in cells(record)}
            ordered = [told[name] for name in _COLUMNS]
            lines.append(row(map(_harmless, ordered) if safe else ordered, delimiter))
        yield "".join(lines).encode()


def _cell(name: str, value: Any) -> str:  # noqa: ANN401 - any field
    if name in _JSON:
        return _encode(value).decode() if value else ""
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _rows(source: Source) -> Iterator[tuple[int, AnnotationRow | Refusal]]:
    csv.field_size_limit(LINE_LIMIT)
    numbered = _Lines(source)
    try:
        first = next(numbered, "")
        delimiter = max("\t,;", key=first.count)
        header = next(csv.reader([first.removeprefix(_MARK)], delimiter=delimiter), [])
    except csv.Error as error:
        yield 1, Refusal(1, f"not a row: {_why(error)}")
        return
    safe = first.startswith(_MARK)
    if missing := [name for name in ("article", "start", "end", "label") if name not in header]:
        what = f"the first line must name the columns; missing: {', '.join(missing)}"
        yield 1, Refusal(1, what)
        return
    reader = csv.reader(numbered, delimiter=delimiter, strict=True)
    while True:
        number = numbered.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, Refusal(number, f"not a row: {_why(error)}")
            continue
        if numbered.broken:
            numbered.broken = False
            yield number, Refusal(number, "not UTF-8; save the file as UTF-8")
        elif cells:
            yield number, _row(header, [_plain(c) for c in cells] if safe else cells, number)


def _why(error: csv.Error) -> str:
    """Say what Python's reader says, but of how it opens files, which is none of the person's."""
    if "universal-newline" in str(error):
        return "a carriage return without a line feed stands in it; save the file with line feeds"
    return str(error)


class _Lines:
    """The lines of a file as text, with the number of the last one; `broken`: one was not UTF-8."""

    def __init__(self, source: Source) -> None:
        self.number = 0
        self.broken = False
        self._lines = source.lines()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        self.number, raw = next(self._lines)
        if len(raw) > LINE_LIMIT:
            raise csv.Error(f"it is longer than {LINE_LIMIT >> 20} MiB")
        try:
            return raw.decode()
        except UnicodeDecodeError:
            self.broken = True
            return raw.decode(errors="replace")


def _plain(cell: str) -> str:
    return cell.removeprefix("'")


def _row(header: Sequence[str], cells: Sequence[str], number: int) -> AnnotationRow | Refusal:
    if len(cells) != len(header):
        return Refusal(number, f"{len(cells)} cells where the header has {len(header)}")
    told: dict[str, Any] = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    if "quote" not in told and "text" in told:
        told["quote"] = told["text"]
    try:
        for name in ("start", "end"):
            told[name] = int(told.get(name, ""))
        for name in _JSON:
            if name in told:
                told[name] = _decode(told[name])
        return msgspec.convert(told, AnnotationRow)
    except msgspec.MsgspecError as error:
        return Refusal(number, reason(error, b""))
    except ValueError:
        return Refusal(number, "`start` and `end` must be whole numbers")
