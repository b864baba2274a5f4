"""One annotation or relation as the plain record that leaves the program.

Field names and their order are a contract (docs/format.md). Every row has every field, with the
same type, so that a reader infers one schema from any of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from annotator.exchange.annotated import AnnotatedArticle
from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Relation
from annotator.marking.annotation_set import reading_order
from annotator.text.meta import FACTS, Meta

EXACT: Literal["exact"] = "exact"
ORPHAN: Literal["orphan"] = "orphan"


class RelationRecord(Struct, frozen=True, gc=False, rename={"source": "from", "target": "to"}):
    """A relation, without what only a newer version knows."""

    id: str
    relation: str
    source: str
    target: str
    attributes: dict[str, str | int]
    note: str
    origin: str
    by: str
    ts: str


class AnnotationRecord(Struct, frozen=True, gc=False):
    """An annotation, with where it stands; fields that the enclosing line already says are unset.

    `paragraph` counts from 1. An orphan's words no longer stand in the article: it has no
    paragraph, and its offsets are those of the text that it was made on.
    """

    article: str | UnsetType
    text_sha256: str | UnsetType
    paragraph: int | None
    id: str
    label: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    attributes: dict[str, str | int]
    note: str
    origin: str
    alias_of: str
    by: str
    ts: str
    anchor: Literal["exact", "orphan"]
    relations: Sequence[RelationRecord] | UnsetType
    meta: Meta | UnsetType


COLUMNS = (*AnnotationRecord.__struct_fields__[:-1], *FACTS)
"""What a table has of a record: its fields, and in the place of `meta` what is in it."""


def cells(record: AnnotationRecord) -> Iterator[tuple[str, Any]]:
    """Yield the columns of a record and what stands in them."""
    for name in COLUMNS:
        yield name, getattr(record.meta if name in FACTS else record, name)


def relation_records(relations: Iterable[Relation]) -> list[RelationRecord]:
    """Return the records of the relations, by id."""
    return [
        RelationRecord(
            r.id, r.relation, r.source, r.target, r.attributes, r.note, r.origin, r.by, r.ts
        )
        for r in sorted(relations, key=lambda relation: relation.id)
    ]


def rows(annotated: AnnotatedArticle) -> Iterator[AnnotationRecord]:
    """Yield each annotation as a row of its own, by annotator, then in reading order."""
    outgoing: dict[str, list[RelationRecord]] = {}
    for relation in relation_records(annotated.relations()):
        outgoing.setdefault(relation.source, []).append(relation)
    for annotation in _in_order(annotated):
        relations = outgoing.get(annotation.id, ())
        yield _record(annotation, annotated, relations)


def spans(annotated: AnnotatedArticle) -> Iterator[AnnotationRecord]:
    """Yield the same records for a line that already says the article and holds the relations."""
    for annotation in _in_order(annotated):
        yield _record(annotation, annotated, None)


def _in_order(annotated: AnnotatedArticle) -> Iterator[Annotation]:
    for by in sorted(annotated.records):
        made = [record for record in annotated.records[by] if isinstance(record, Annotation)]
        yield from sorted(made, key=reading_order)


def _record(
    annotation: Annotation,
    annotated: AnnotatedArticle,
    relations: Sequence[RelationRecord] | None,
) -> AnnotationRecord:
    """Return the record; `relations` None: the enclosing line says what is the article's."""
    article, alone = annotated.article, relations is not None
    exact = article is not None and stands(article.text, annotation)
    return AnnotationRecord(
        annotated.id if alone else UNSET,
        annotated.sha256 if alone else UNSET,
        article.paragraph_at(annotation.start) + 1 if exact and article is not None else None,
        annotation.id,
        annotation.label,
        annotation.start,
        annotation.end,
        annotation.quote,
        annotation.prefix,
        annotation.suffix,
        annotation.attributes,
        annotation.note,
        annotation.origin,
        annotation.alias_of,
        annotation.by,
        annotation.ts,
        EXACT if exact else ORPHAN,
        UNSET if relations is None else relations,
        annotated.meta if alone else UNSET,
    )
