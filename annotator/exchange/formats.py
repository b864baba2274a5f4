"""The formats that annotations leave and enter by; help, completion and docs come from here.

A format's functions are named here and imported when it is asked for: the start needs none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.holding import Holds
from annotator.exchange.incoming import Read, Source
from annotator.exchange.ledger import Ledger

Export = Callable[[Iterable[AnnotatedArticle], Ledger], Iterator[bytes]]
FolderExport = Callable[[Iterable[AnnotatedArticle], Ledger], Iterator[tuple[str, bytes]]]
Beside = Callable[[Ledger], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One way out, or in, or both. The functions are named as "module:function".

    `export` takes articles one at a time, holds none of them, and yields pieces of one file.
    `folder` does the same and yields names and whole files. `beside` makes, when all is out, the
    content of a file that belongs to the first and has the ending `beside_suffix`. `read` yields records. `needs_text`
    says that an article that is gone cannot be part of it. `extra` is what must be installed.
    """

    name: str
    description: str
    holds: Holds
    suffix: str
    export: str = ""
    folder: str = ""
    beside: str = ""
    beside_suffix: str = ""
    read: str = ""
    needs_text: bool = True
    extra: str = ""

    def exporter(self) -> Export:
        """Import and return the function that makes one file."""
        function: Export = _function(self.export)
        return function

    def folder_exporter(self) -> FolderExport:
        """Import and return the function that makes several files."""
        function: FolderExport = _function(self.folder)
        return function

    def beside_maker(self) -> Beside:
        """Import and return the function that makes the file beside."""
        function: Beside = _function(self.beside)
        return function

    def reader(self) -> Callable[[Source], Read]:
        """Import and return the function that reads a file."""
        function: Callable[[Source], Read] = _function(self.read)
        return function


_ROWS = Holds(orphans=True, text=False)
_SPANS_ALONE = Holds(relations=False, attributes=False, notes=False, annotators=False, ids=False)

FORMATS: Mapping[str, Format] = {
    known.name: known
    for known in (
        Format(
            "jsonl",
            "one annotation a line",
            _ROWS,
            ".jsonl",
            export="jsonl:export",
            read="jsonl:read",
            needs_text=False,
        ),
        Format(
            "documents",
            "one article a line, with its text",
            Holds(orphans=True, marks=True),
            ".jsonl",
            export="documents:export",
            read="documents:read",
        ),
        Format(
            "csv",
            "one annotation a row, with commas",
            _ROWS,
            ".csv",
            export="delimited:export_csv",
            read="delimited:read",
            needs_text=False,
        ),
        Format(
            "tsv",
            "one annotation a row, with tabs",
            _ROWS,
            ".tsv",
            export="delimited:export_tsv",
            read="delimited:read",
            needs_text=False,
        ),
        Format(
            "spreadsheet",
            "csv that a spreadsheet opens without running any cell",
            _ROWS,
            ".csv",
            export="delimited:export_spreadsheet",
            read="delimited:read",
            needs_text=False,
        ),
        Format(
            "doccano",
            "doccano, spans: one article a line",
            _SPANS_ALONE,
            ".jsonl",
            export="doccano:export",
            read="doccano:read",
        ),
        Format(
            "doccano-relations",
            "doccano, entities and relations: one article a line",
            Holds(attributes=False, notes=False, annotators=False, ids=False),
            ".jsonl",
            export="doccano:export_relations",
            read="doccano:read",
        ),
        Format(
            "prodigy",
            "Prodigy: one article and annotator a line",
            Holds(attributes=False, notes=False, ids=False),
            ".jsonl",
            export="prodigy:export",
            read="prodigy:read",
        ),
    )
}


def format_table() -> str:
    """Return the formats as a table for docs/format.md."""
    lines = ["| `--format` | what it is |", "|---|---|"]
    lines += [f"| `{known.name}` | {known.description} |" for known in FORMATS.values()]
    return "\n".join(lines) + "\n"


def _function(named: str) -> Any:  # noqa: ANN401 - the callers say what it is
    module, _, name = named.partition(":")
    return getattr(import_module(f"annotator.exchange.{module}"), name)
