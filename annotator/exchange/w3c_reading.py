"""Read Web Annotations: annotate's own pages line by line, anybody else's as far as they tell."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

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
    where = _place(_many(target.get("selector")))
    if where.start < 0 and not where.quote:
        return Refusal(number, "neither position nor quote tells where it is; left out")
    annotation = IncomingAnnotation(
        label=label,
        start=where.start,
        end=where.end,
        quote=where.quote,
        prefix=where.prefix,
        suffix=where.suffix,
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


class _Where(Struct, frozen=True):
    """What a selector says of a place; of offsets or words it may say nothing.

    `base` is where the offsets of a selector that refines it begin, -1 if that is not known.
    """

    start: int = -1
    end: int = -1
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    base: int = -1


def _place(selectors: Sequence[Any]) -> _Where:
    """Return what selectors of the same words say together; each may be refined by others."""
    whole = _Where()
    pending = [(selector, _Where(base=0)) for selector in selectors]
    while pending:
        selector, outer = pending.pop(0)
        if not isinstance(selector, dict):
            continue
        inner = _refined(outer, selector)
        if finer := _many(selector.get("refinedBy")):
            pending += [(each, inner) for each in finer]
            continue
        if whole.start < 0:
            whole = replace(whole, start=inner.start, end=inner.end)
        if not whole.quote:
            whole = replace(whole, quote=inner.quote, prefix=inner.prefix, suffix=inner.suffix)
    return whole


def _refined(outer: _Where, selector: dict[str, Any]) -> _Where:
    """Return the place of a selector; its offsets are counted in what it refines."""
    if selector.get("type") == "TextQuoteSelector":
        exact, prefix, suffix = (_text(selector, key) for key in ("exact", "prefix", "suffix"))
        return _Where(outer.start, outer.end, exact, prefix, suffix)
    start, end = _number(selector.get("start")), _number(selector.get("end"))
    if selector.get("type") != "TextPositionSelector" or not 0 <= start <= end:
        return _Where()
    quote = outer.quote
    prefix, suffix = outer.prefix + quote[:start], quote[end:] + outer.suffix
    if outer.base < 0:
        return _Where(-1, -1, quote[start:end], prefix, suffix)
    base = outer.base + start
    return _Where(base, outer.base + end, quote[start:end], prefix, suffix, base)


def _many(told: object) -> Sequence[Any]:
    return told if isinstance(told, list) else [] if told is None else [told]


def _text(told: object, key: str) -> str:
    value = told.get(key) if isinstance(told, dict) else None
    return value if isinstance(value, str) else ""


def _number(told: object) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) else -1


def _own_id(iri: object) -> str:
    return unquote(iri.removeprefix(_RECORD)) if isinstance(iri, str) else ""
