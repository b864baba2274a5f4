"""The formats as tables for the docs: what there is, and what each holds."""

from annotator.exchange.formats import FORMATS, Format

OWN = ("jsonl", "documents")
"""Those that docs/format.md describes."""

_NO = "–"


def format_table() -> str:
    """Return annotate's own formats as a table for docs/format.md."""
    lines = ["| `--format` | what a line is |", "|---|---|"]
    lines += [f"| `{name}` | {FORMATS[name].description} |" for name in OWN]
    return "\n".join(lines) + "\n"


def carried_table() -> str:
    """Return all formats, with what each holds, as a table for docs/formats.md."""
    columns = (
        *("`--format`", "what it is", "out", "in", "text", "offsets", "overlaps", "edges", "links"),
        *("attributes", "notes", "who", "ids", "meta", "aliases", "orphans", "marks"),
    )
    lines = [_row(columns), _row(["---"] * len(columns))]
    lines += [_row(_cells(known)) for known in FORMATS.values()]
    return "\n".join(lines) + "\n"


def _cells(known: Format) -> list[str]:
    holds = known.holds
    out = "a folder" if known.folder else "a file"
    if known.extra:
        out += f", needs `[{known.name}]`"
    held = (
        *(holds.overlaps, holds.edges, holds.relations, holds.attributes, holds.notes),
        *(holds.annotators, holds.ids, holds.meta, holds.aliases, holds.orphans, holds.marks),
    )
    return [
        f"`{known.name}`",
        known.description,
        out,
        _yes(bool(known.read)),
        _yes(holds.text),
        holds.offsets,
        *map(_yes, held),
    ]


def _yes(holds: bool) -> str:  # noqa: FBT001 - a column of `map`
    return "yes" if holds else _NO


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
