"""Format `jsonl`: one annotation a line."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
    attributes_of,
)
from annotator.exchange.json_source import json_lines
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import lines
from annotator.exchange.record import ORPHAN, rows


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield a line for each annotation: by article, then annotator, then in reading order.

    The lines of an article come at once.
    """
    for annotated in articles:
        yield lines(list(rows(annotated)))


class RelationRow(Struct, frozen=True, gc=False, rename={"source": "from", "target": "to"}):
    """A relation as it may come back."""

    relation: str
    source: str
    target: str
    id: str = ""
    attributes: dict[str, str | int | float | bool | None] = {}
    note: str = ""
    origin: str = ""
    by: str = ""
    ts: str = ""


class AnnotationRow(Struct, frozen=True, gc=False):
    """An annotation as it may come back, perhaps edited by a script: little is asked of it."""

    label: str
    start: int
    end: int
    article: str = ""
    text_sha256: str = ""
    id: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    attributes: dict[str, str | int | float | bool | None] = {}
    note: str = ""
    origin: str = ""
    alias_of: str = ""
    by: str = ""
    ts: str = ""
    anchor: str = ""
    relations: list[RelationRow] = []


def read(source: Source) -> Read:
    """Yield what the lines say; those of one article that follow each other are one record."""
    return grouped(json_lines(source, AnnotationRow))


def grouped(numbered: Iterable[tuple[int, AnnotationRow | Refusal]]) -> Read:
    """Yield one record for each run of rows about the same article."""
    run: list[tuple[int, AnnotationRow]] = []
    for number, row in numbered:
        if isinstance(row, Refusal):
            yield row
            continue
        if not row.article:
            yield Refusal(number, "the field `article` is missing: it says which article is meant")
            continue
        if run and (run[0][1].article, run[0][1].text_sha256) != (row.article, row.text_sha256):
            yield _incoming(run)
            run = []
        run.append((number, row))
    if run:
        yield _incoming(run)


def annotation_of(row: AnnotationRow, number: int) -> IncomingAnnotation:
    """Return what a row says of an annotation."""
    return IncomingAnnotation(
        label=row.label,
        start=row.start,
        end=row.end,
        quote=row.quote,
        prefix=row.prefix,
        suffix=row.suffix,
        key=row.id,
        id=row.id,
        attributes=attributes_of(row.attributes),
        note=row.note,
        by=row.by,
        ts=row.ts,
        origin=row.origin,
        alias_of=row.alias_of,
        orphan=row.anchor == ORPHAN,
        line=number,
    )


def relation_of(row: RelationRow, number: int) -> IncomingRelation:
    """Return what a row says of a relation."""
    return IncomingRelation(
        relation=row.relation,
        source=row.source,
        target=row.target,
        id=row.id,
        attributes=attributes_of(row.attributes),
        note=row.note,
        by=row.by,
        ts=row.ts,
        origin=row.origin,
        line=number,
    )


def _incoming(run: list[tuple[int, AnnotationRow]]) -> Incoming:
    first_line, first = run[0]
    return Incoming(
        line=first_line,
        article=first.article,
        sha256=first.text_sha256,
        annotations=[annotation_of(row, number) for number, row in run],
        relations=[relation_of(r, number) for number, row in run for r in row.relations],
    )
