"""Read Web Annotations: annotate's own pages line by line, anybody else's as far as they tell."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from annotator.exchange.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
    attributes_of,
)
from annotator.exchange.json_source import json_array_lines, json_items, json_lines, one_a_line
from annotator.exchange.w3c import OURS

_ARTICLE, _RECORD = f"{OURS}article:", f"{OURS}record:"


class AnnotationRow(Struct, frozen=True):
    """An annotation of anybody's; of most fields one or a list may stand there."""

    id: str = ""
    motivation: Any = None
    creator: Any = None
    created: str = ""
    body: Any = None
    target: Any = None
    attributes: Any = None
    origin: Any = None
    textSha256: Any = None  # noqa: N815 - the name in the file


class Page(AnnotationRow, frozen=True):
    """A page of annotations, or one annotation."""

    items: list[AnnotationRow] = []


def read(source: Source) -> Read:
    """Yield what the annotations say, those of one article that follow each other as one record."""
    about = "", ""
    annotations: list[IncomingAnnotation] = []
    relations: list[IncomingRelation] = []
    for number, row in _rows(source):
        made = row if isinstance(row, Refusal) else _incoming(row, number)
        if isinstance(made, Refusal):
            yield made
        elif isinstance(made, IncomingRelation):
            relations.append(made)
        else:
            target, annotation = made
            if annotations and target != about:
                yield _record(about, annotations, relations)
                annotations, relations = [], []
            about = target
            annotations.append(annotation)
    if annotations:
        yield _record(about, annotations, relations)


def _record(
    about: tuple[str, str], annotations: list[IncomingAnnotation], relations: list[IncomingRelation]
) -> Incoming:
    place, sha256 = about
    own = place.startswith(_ARTICLE)
    return Incoming(
        line=annotations[0].line,
        article=unquote(place.removeprefix(_ARTICLE)) if own else "",
        name="" if own else unquote(place.rpartition("/")[2]),
        sha256=sha256,
        annotations=annotations,
        relations=relations,
    )


def _rows(source: Source) -> Iterator[tuple[int, AnnotationRow | Refusal]]:
    """Yield the annotations line by line where they are laid out so, else from the whole."""
    if one_a_line(source):
        yield from json_array_lines(source, AnnotationRow)
        return
    first = next(source.lines(), (0, b""))[1].strip()
    by_line = first.startswith(b"{") and first.endswith(b"}")
    for number, page in (json_lines if by_line else json_items)(source, Page):
        if isinstance(page, Refusal):
            yield number, page
        elif page.items or (page.body is None and page.target is None):
            yield from ((number, row) for row in page.items)
        else:
            yield number, page


def _incoming(
    row: AnnotationRow, number: int
) -> tuple[tuple[str, str], IncomingAnnotation] | IncomingRelation | Refusal:
    label, note = _body(row.body, "tagging"), _body(row.body, "commenting")
    if not label:
        return Refusal(number, "no body that tags it; left out")
    told: dict[str, Any] = {
        "attributes": attributes_of(row.attributes if isinstance(row.attributes, dict) else {}),
        "note": note,
        "by": _text(row.creator, "name"),
        "ts": row.created if row.id.startswith(_RECORD) else "",
        "origin": row.origin if isinstance(row.origin, str) else "",
        "id": _own_id(row.id) if row.id.startswith(_RECORD) else "",
        "line": number,
    }
    if row.motivation == "linking":
        other = next((e for b in _many(row.body) if (e := _text(b, "source"))), "")
        ends = _own_id(row.target), _own_id(other)
        return IncomingRelation(relation=label, source=ends[0], target=ends[1], **told)
    target = next(iter(_many(row.target)), None)
    source = _text(target, "source")
    if not isinstance(target, dict) or not source:
        return Refusal(number, "its target is no part of a text; left out")
    place = _selector(target, "TextPositionSelector")
    words = _selector(target, "TextQuoteSelector")
    if not place and not words:
        return Refusal(number, "neither position nor quote tells where it is; left out")
    quote = _text(words, "exact")
    annotation = IncomingAnnotation(
        label=label,
        start=_number(place.get("start")),
        end=_number(place.get("end")),
        quote=quote,
        prefix=_text(words, "prefix"),
        suffix=_text(words, "suffix"),
        key=_own_id(row.id),
        **told,
    )
    return (source, row.textSha256 if isinstance(row.textSha256, str) else ""), annotation


def _body(bodies: object, purpose: str) -> str:
    for body in _many(bodies):
        if isinstance(body, str) and purpose == "tagging":
            return body
        if isinstance(body, dict) and body.get("purpose", "tagging") == purpose:
            return _text(body, "value")
    return ""


def _selector(target: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return the selector of a kind; it may refine another."""
    pending = [*_many(target.get("selector"))]
    while pending:
        selector = pending.pop(0)
        if isinstance(selector, dict):
            if selector.get("type") == kind:
                return selector
            pending += _many(selector.get("refinedBy"))
    return {}


def _many(told: object) -> Sequence[Any]:
    return told if isinstance(told, list) else [] if told is None else [told]


def _text(told: object, key: str) -> str:
    value = told.get(key) if isinstance(told, dict) else None
    return value if isinstance(value, str) else ""


def _number(told: object) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) else -1


def _own_id(iri: object) -> str:
    return unquote(iri.removeprefix(_RECORD)) if isinstance(iri, str) else ""
