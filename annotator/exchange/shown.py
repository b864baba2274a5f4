"""One article with all that counts of what was said about it: as lines for people, or as JSON."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, json

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.record import ORPHAN, AnnotationRecord, RelationRecord, rows
from annotator.exchange.status import counted
from annotator.exchange.table import aligned

SHORT = 60
"""Code points of a quote or a note on a line, at the most."""


class Shown(Struct, frozen=True):
    """The present state of one article; `annotations` are as in the format `jsonl`."""

    article: str
    text_sha256: str
    paragraphs: int
    annotations: Sequence[AnnotationRecord]
    reviewed: dict[str, Sequence[int]]
    done: Sequence[str]


def shown(annotated: AnnotatedArticle) -> Shown:
    """Return the state of an article."""
    annotators = sorted(annotated.records)
    return Shown(
        annotated.id,
        annotated.sha256,
        len(annotated.article.paragraphs) if annotated.article else 0,
        list(rows(annotated)),
        {by: annotated.reviewed(by) for by in annotators},
        [by for by in annotators if annotated.done(by)],
    )


def shown_json(state: Shown) -> bytes:
    """Return the state as indented JSON in UTF-8."""
    return json.format(json.encode(state), indent=2) + b"\n"


def shown_lines(state: Shown) -> list[str]:
    """Return the state as lines for people."""
    made = counted(len(state.annotations), "annotation")
    lines = [f"{state.article}: {counted(state.paragraphs, 'paragraph')}, {made}"]
    for by, reviewed in state.reviewed.items():
        own = sum(record.by == by for record in state.annotations)
        facts = [counted(own, "annotation"), f"{len(reviewed)} of {state.paragraphs} reviewed"]
        lines.append(f"{by}: {', '.join(facts)}{', done' if by in state.done else ''}")
    if state.annotations:
        table: list[tuple[str, ...]] = [("", "span", "label", "words", "by", "")]
        table += [_row(record) for record in state.annotations]
        lines += ["", *aligned(table, right=(True, False, False, False, False, False))]
        lines += _links(state.annotations)
    return lines


def _row(record: AnnotationRecord) -> tuple[str, ...]:
    facts = [f"{name}={value}" for name, value in record.attributes.items()]
    facts += [f"note: {_short(record.note)}"] if record.note else []
    if record.anchor == ORPHAN:
        facts.insert(0, "orphan: does not stand there now")
    paragraph = f"¶{record.paragraph}" if record.paragraph else ""
    span = f"{record.start}-{record.end}"
    return paragraph, span, record.label, f"“{_short(record.quote)}”", record.by, "; ".join(facts)


def _links(annotations: Sequence[AnnotationRecord]) -> Iterator[str]:
    quotes = {record.id: f"“{_short(record.quote)}”" for record in annotations}
    relations: list[RelationRecord] = []
    for record in annotations:
        if isinstance(record.relations, Sequence):
            relations += record.relations
    if relations:
        yield ""
    for relation in relations:
        ends = quotes.get(relation.source, "?"), quotes.get(relation.target, "?")
        yield f"{relation.relation}: {ends[0]} → {ends[1]} ({relation.by})"


def _short(text: str) -> str:
    line = " ".join(text[: SHORT * 4].split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"
