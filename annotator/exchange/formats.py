"""The formats that annotations leave and enter by; help, completion and docs come from here.

A format's functions are named here and imported when it is asked for: the start needs none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
    content of a file that belongs to the first and has the ending `beside_suffix`. `read` yields
    records. `needs_text` says that an article that is gone cannot be part of it. `extra` is the
    library that must be installed; the functions are then in `annotator.cli`.
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


_ROWS = Holds(orphans=True, aliases=True, text=False)
_SPANS_ALONE = Holds(relations=False, attributes=False, notes=False, annotators=False, ids=False)
_TRIMMED = replace(_SPANS_ALONE, edges=False)
_ENTITIES = replace(_TRIMMED, offsets="UTF-16 units", meta=False)
_TOKENS = Holds(
    "none: tokens",
    overlaps=False,
    edges=False,
    relations=False,
    attributes=False,
    notes=False,
    annotators=False,
    ids=False,
    meta=False,
)

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
            Holds(orphans=True, aliases=True, marks=True),
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
            Holds(edges=False, attributes=False, notes=False, ids=False),
            ".jsonl",
            export="prodigy:export",
            read="prodigy:read",
        ),
        Format(
            "spacy",
            "spaCy: what Doc.to_json gives, one article a line",
            _TRIMMED,
            ".jsonl",
            export="spacy:export",
            read="spacy:read",
        ),
        Format(
            "docbin",
            "spaCy: a .spacy file for training",
            _TRIMMED,
            ".spacy",
            export="docbin_file:export",
            read="docbin_file:read",
            extra="spacy",
        ),
        Format(
            "brat",
            "brat standoff: a folder with .txt, .ann and annotation.conf",
            Holds(edges=False, annotators=False, ids=False, meta=False),
            ".ann",
            folder="brat:export",
            read="brat_reading:read",
        ),
        Format(
            "conll",
            "CoNLL-2003: tokens in four columns, IOB2",
            _TOKENS,
            ".conll",
            export="conll:export",
            read="conll:read",
        ),
        Format(
            "iob2",
            "tokens and IOB2 tags, two columns with a tab",
            _TOKENS,
            ".conll",
            export="conll:export_iob2",
            read="conll:read",
        ),
        Format(
            "bilou",
            "tokens and BILOU tags, two columns with a tab",
            _TOKENS,
            ".conll",
            export="conll:export_bilou",
            read="conll:read",
        ),
        Format(
            "label-studio",
            "Label Studio: a list of tasks, the labelling config beside",
            Holds(ids=False),
            ".json",
            export="label_studio:export",
            beside="label_studio:config",
            beside_suffix=".config.xml",
            read="label_studio_reading:read",
        ),
        Format(
            "webanno",
            "WebAnno TSV 3.3 of INCEpTION: a folder with a file for each article",
            _ENTITIES,
            ".tsv",
            folder="webanno:export",
            read="webanno_reading:read",
        ),
        Format(
            "cas",
            "UIMA CAS JSON: a folder with a file for each article",
            Holds("UTF-16 units"),
            ".json",
            folder="cas:export",
            read="cas_reading:read",
        ),
        Format(
            "w3c",
            "W3C Web Annotations, JSON-LD",
            Holds(text=False),
            ".jsonld",
            export="w3c:export",
            read="w3c_reading:read",
        ),
        Format(
            "parquet",
            "one annotation a row, in columns",
            _ROWS,
            ".parquet",
            export="parquet_file:export",
            read="parquet_file:read",
            needs_text=False,
            extra="pyarrow",
        ),
        Format(
            "huggingface",
            "a folder for datasets.load_dataset, one article a row",
            Holds(),
            "",
            folder="huggingface:export",
        ),
        Format(
            "markdown",
            "articles and what is said about them, to read",
            Holds(ids=False, offsets="none"),
            ".markdown",
            export="reading:export_markdown",
        ),
        Format(
            "html",
            "the same as a page for a browser",
            Holds(ids=False, offsets="none"),
            ".html",
            export="reading:export_html",
        ),
        Format(
            "graphml",
            "the links as a graph: a node for each annotation",
            Holds(text=False, meta=False),
            ".graphml",
            export="graph:export_graphml",
        ),
        Format(
            "edges",
            "the links as a table: a row for each",
            Holds(text=False, offsets="none", meta=False),
            ".csv",
            export="graph:export_edges",
        ),
    )
}


def _function(named: str) -> Any:  # noqa: ANN401 - the callers say what it is
    module, _, name = named.partition(":")
    return getattr(import_module(f"annotator.exchange.{module}"), name)
