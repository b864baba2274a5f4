"""Format `prodigy`: JSON Lines with spans, tokens and relations, one task an annotator and article.

Tokens are cut at the edges of spans, so that every span lies on them; `token_end` is inclusive. The
hashes are left out: Prodigy adds its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.flat import flat, spans_of, trimmed
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
from annotator.exchange.tokens import Token, tokens
from annotator.marking.annotation import Annotation
from annotator.text.meta import meta_in


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield a task for each article and annotator."""
    for annotated in articles:
        text = text_of(annotated).text
        made = trimmed(in_order(annotated), text, ledger, annotated.id)
        by_id = {annotation.id: annotation for annotation in made}
        relations = annotated.relations()
        told = 0
        meta = {"article": annotated.id, **known(annotated.meta)}
        if not annotated.records:  # To be annotated there: it has no answer.
            yield line({"text": text, "meta": meta})
        for by in sorted(annotated.records):
            own = [annotation for annotation in made if annotation.by == by]
            ids = {annotation.id for annotation in own}
            kept = [r for r in relations if r.source in ids and r.target in ids]
            told += len(kept)
            relating = [(r.relation, by_id[r.source], by_id[r.target]) for r in kept]
            yield line({**_task(text, own, relating), "meta": meta, "_annotator_id": by})
        fate = "left out: from one annotator's annotation to another's, or to one left out"
        ledger.lose("relation", fate, annotated.id, len(relations) - told)


Link = tuple[str, Annotation, Annotation]


def _task(text: str, annotations: Sequence[Annotation], links: Sequence[Link]) -> dict[str, Any]:
    cut = tokens(text, spans_of(annotations))
    first = {token.start: index for index, token in enumerate(cut)}
    last = {token.end: index for index, token in enumerate(cut)}

    def span(annotation: Annotation) -> dict[str, Any]:
        return {
            "start": annotation.start,
            "end": annotation.end,
            "token_start": first[annotation.start],
            "token_end": last[annotation.end],
            "label": annotation.label,
        }

    told: dict[str, Any] = {
        "text": text,
        "tokens": [_token(text, token, index) for index, token in enumerate(cut)],
        "spans": [span(annotation) for annotation in annotations],
    }
    if links:
        told["relations"] = [
            {
                "head": last[source.end],
                "child": last[target.end],
                "head_span": span(source),
                "child_span": span(target),
                "label": relation,
            }
            for relation, source, target in links
        ]
        told["_view_id"] = "relations"
    else:
        nested = len(flat(annotations)) < len(annotations)
        told["_view_id"] = "spans_manual" if nested else "ner_manual"
    return {**told, "answer": "accept"}


def _token(text: str, token: Token, index: int) -> dict[str, Any]:
    start, end, ws = token
    return {"text": text[start:end], "start": start, "end": end, "id": index, "ws": ws}


class SpanRow(Struct, frozen=True, gc=False):
    """A span; old files have an answer of its own."""

    start: int
    end: int
    label: str = ""
    text: str = ""
    answer: str = "accept"


class RelationRow(Struct, frozen=True, gc=False):
    """A relation. Its spans say where its ends are; token numbers may be wrong."""

    label: str = ""
    head_span: SpanRow | None = None
    child_span: SpanRow | None = None


class Task(Struct, frozen=True):
    """A line."""

    text: str = ""
    spans: list[SpanRow] = []
    relations: list[RelationRow] = []
    answer: str = "accept"
    meta: Any = None
    annotator: str = field(default="", name="_annotator_id")


def read(source: Source) -> Read:
    """Yield what each accepted task says of its article."""
    for number, task in json_lines(source, Task):
        if isinstance(task, Refusal):
            yield task
        elif task.answer != "accept":
            yield Refusal(number, f"its answer is “{task.answer}”", meant=True)
        elif not task.text:
            yield Refusal(number, "no `text`")
        else:
            yield from _record(task, number)


def _record(task: Task, number: int) -> Read:
    keys: dict[tuple[int, int, str], str] = {}
    annotations: list[IncomingAnnotation] = []
    for index, span in enumerate(task.spans):
        if span.answer != "accept":
            yield Refusal(number, f"span {index + 1}: its answer is “{span.answer}”", meant=True)
            continue
        key = keys.setdefault((span.start, span.end, span.label), str(index))
        made = IncomingAnnotation(
            label=span.label,
            start=span.start,
            end=span.end,
            quote=span.text,
            key=key if key == str(index) else "",
            by=task.annotator,
            line=number,
        )
        annotations.append(made)
    relations: list[IncomingRelation] = []
    for relation in task.relations:
        linked = _relation(relation, keys, task.annotator, number)
        if isinstance(linked, Refusal):
            yield linked
        else:
            relations.append(linked)
    article = task.meta.get("article", "") if isinstance(task.meta, dict) else ""
    yield Incoming(
        line=number,
        article=article if isinstance(article, str) else "",
        text=task.text,
        meta=meta_in(task.meta),
        annotations=annotations,
        relations=relations,
    )


def _relation(
    relation: RelationRow, keys: dict[tuple[int, int, str], str], by: str, number: int
) -> IncomingRelation | Refusal:
    ends = [_end(span, keys) for span in (relation.head_span, relation.child_span)]
    if "" in ends:
        return Refusal(number, f"relation “{relation.label}”: no span where it should end")
    return IncomingRelation(
        relation=relation.label, source=ends[0], target=ends[1], by=by, line=number
    )


def _end(span: SpanRow | None, keys: dict[tuple[int, int, str], str]) -> str:
    return keys.get((span.start, span.end, span.label), "") if span else ""
