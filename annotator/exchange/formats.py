"""The formats that annotations leave the program in; help, completion and docs come from here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.exchange import documents, jsonl
from annotator.exchange.annotated import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. `export` takes articles one at a time, holds none of them, and yields lines.

    `needs_text` says that an article that is gone cannot be part of it.
    """

    name: str
    description: str
    export: Callable[[Iterable[AnnotatedArticle]], Iterator[bytes]]
    needs_text: bool = False


FORMATS: Mapping[str, Format] = {
    known.name: known
    for known in (
        Format("jsonl", "one annotation a line", jsonl.export),
        Format("documents", "one article a line, with its text", documents.export, needs_text=True),
    )
}


def format_table() -> str:
    """Return the formats as a table for docs/format.md."""
    lines = ["| `--format` | what a line is |", "|---|---|"]
    lines += [f"| `{known.name}` | {known.description} |" for known in FORMATS.values()]
    return "\n".join(lines) + "\n"
