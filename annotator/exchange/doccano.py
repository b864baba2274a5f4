"""Formats `doccano` and `doccano-relations`: JSON Lines as doccano imports and exports them.

In the first each line has its spans as `[start, end, label]` under `label`; in the second, for
projects with relations, entities and relations with numbers. What else a line says is kept by
doccano as the document's meta data, so the article's id comes back.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, field, structs

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
)
from annotator.exchange.json_source import json_lines
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import line
from annotator.text.meta import meta_in


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield a line for each article, its spans as triples."""
    for annotated in articles:
        text = text_of(annotated).text
        spans = [[a.start, a.end, a.label] for a in in_order(annotated)]
        _count_overlaps(annotated, ledger)
        yield line({"text": text, "label": spans, "article": annotated.id, **known(annotated.meta)})


def export_relations(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield a line for each article, its entities and relations with numbers unique in the file."""
    number = 0
    for annotated in articles:
        numbers: dict[str, int] = {}
        for annotation in in_order(annotated):
            number += 1
            numbers[annotation.id] = number
        entities = [
            {"id": numbers[a.id], "label": a.label, "start_offset": a.start, "end_offset": a.end}
            for a in in_order(annotated)
        ]
        relations = []
        for relation in sorted(annotated.relations(), key=lambda relation: relation.id):
            number += 1
            ends = {"from_id": numbers[relation.source], "to_id": numbers[relation.target]}
            relations.append({"id": number, **ends, "type": relation.relation})
        _count_overlaps(annotated, ledger)
        told = {"text": text_of(annotated).text, "entities": entities, "relations": relations}
        yield line({**told, "article": annotated.id, **known(annotated.meta)})


def _count_overlaps(annotated: AnnotatedArticle, ledger: Ledger) -> None:
    """Count what doccano drops without a word unless the project allows overlapping.

    That is what begins before the end of the last one that it keeps.
    """
    dropped = end = 0
    for annotation in in_order(annotated):
        if annotation.start < end:
            dropped += 1
        else:
            end = annotation.end
    fate = "overlapping: doccano drops them unless the project has “Allow overlapping spans”"
    ledger.lose("annotation", fate, annotated.id, dropped)


class Entity(Struct, frozen=True, gc=False):
    """A span with a number. In the oldest files `label` is a number of a list that is not here."""

    label: str | int
    start_offset: int
    end_offset: int
    id: int | str = ""


class Link(Struct, frozen=True, gc=False):
    """A relation between two numbers."""

    from_id: int | str
    to_id: int | str
    type: str
    id: int | str = ""


class Document(Struct, frozen=True):
    """A line of any of doccano's ages."""

    text: str = ""
    data: str = ""
    label: list[tuple[int, int, str]] | None = None
    labels: list[tuple[int, int, str]] | None = None
    entities: list[Entity] | None = None
    relations: list[Link] = []
    annotations: list[Entity] | None = None
    article: str = ""
    meta: dict[str, Any] | None = None
    title: Any = None
    author: Any = None
    date: Any = None
    url: Any = None
    outlet: Any = None
    original: Any = None
    comments: list[Any] = field(default_factory=list, name="Comments")


def read(source: Source) -> Read:
    """Yield what each line says of its article."""
    for number, row in json_lines(source, Document):
        if isinstance(row, Refusal):
            yield row
        elif not (row.text or row.data):
            yield Refusal(number, "no `text`")
        else:
            yield from _record(row, number)


def _record(row: Document, number: int) -> Read:
    entities = [*(row.entities or ()), *(row.annotations or ())]
    if unnamed := sum(1 for entity in entities if isinstance(entity.label, int)):
        what = f"{unnamed} spans have a number for a label: export the project anew, with names"
        yield Refusal(number, what)
    triples = [*(row.label or ()), *(row.labels or ())]
    annotations = [
        IncomingAnnotation(label=label, start=start, end=end, line=number)
        for start, end, label in triples
    ]
    annotations += [
        IncomingAnnotation(
            label=entity.label,
            start=entity.start_offset,
            end=entity.end_offset,
            key=str(entity.id),
            line=number,
        )
        for entity in entities
        if isinstance(entity.label, str)
    ]
    relations = [
        IncomingRelation(
            relation=link.type, source=str(link.from_id), target=str(link.to_id), line=number
        )
        for link in row.relations
    ]
    if row.comments:
        what = f"{len(row.comments)} comments on the document, which annotate has no place for"
        yield Refusal(number, what)
    article = row.article or str((row.meta or {}).get("article", ""))
    yield Incoming(
        line=number,
        article=article,
        text=row.text or row.data,
        meta=meta_in({**structs.asdict(row), **(row.meta or {})}),
        annotations=annotations,
        relations=relations,
    )
