"""Format `spacy`: JSON Lines of what `Doc.to_json` gives and `Doc.from_json` takes.

Every annotation is in `spans`, group `sc`, as spancat wants it; `ents`, which must not overlap,
has the longest. Tokens are cut at the edges of spans. Read are also the tuples of older tutorials,
`["text", {"entities": [[start, end, label]]}]`, and the JSON of spaCy 2.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.flat import flat, spans_of, trimmed
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.incoming import Incoming, IncomingAnnotation, Read, Refusal, Source
from annotator.exchange.json_source import json_items, json_lines, reason
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import line
from annotator.exchange.tags import tagged
from annotator.exchange.tokens import tokens
from annotator.text.meta import meta_in

GROUP = "sc"
"""The span group that spaCy's span categoriser uses."""


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield a line for each article."""
    for annotated in articles:
        text = text_of(annotated).text
        made = trimmed(in_order(annotated), text, ledger, annotated.id)
        cut = tokens(text, spans_of(made))
        spans = [{"start": a.start, "end": a.end, "label": a.label, "kb_id": ""} for a in made]
        ents = [{"start": a.start, "end": a.end, "label": a.label} for a in flat(made)]
        numbered = [{"id": i, "start": t.start, "end": t.end} for i, t in enumerate(cut)]
        told = {"text": text, "ents": ents, "tokens": numbered, "spans": {GROUP: spans}}
        yield line({**told, "article": annotated.id, "meta": known(annotated.meta)})


class SpanRow(Struct, frozen=True, gc=False):
    """A span in characters."""

    start: int
    end: int
    label: str = ""


class Token(Struct, frozen=True, gc=False):
    """A token of spaCy 2."""

    orth: str
    ner: str = "O"


class Sentence(Struct, frozen=True):
    """A sentence of spaCy 2."""

    tokens: list[Token]


class Paragraph(Struct, frozen=True):
    """A text of spaCy 2."""

    sentences: list[Sentence]
    raw: str | None = None


class DocumentRow(Struct, frozen=True):
    """A document of any age; `data` keeps what the forms do not share."""

    text: str = ""
    ents: list[SpanRow] = []
    spans: dict[str, list[SpanRow]] | list[SpanRow] = []
    entities: list[SpanRow | tuple[int, int, str]] = []
    paragraphs: list[Paragraph] = []
    article: str = ""
    meta: Any = None


def read(source: Source) -> Read:
    """Yield what each document says; a file may be JSON Lines or one list."""
    first = next(source.lines(), (0, b""))[1]
    whole = not _is_json(first)
    numbered = (json_items if whole else json_lines)(source, msgspec.Raw)
    for number, raw in numbered:
        if isinstance(raw, Refusal):
            yield raw
            continue
        try:
            told = msgspec.json.decode(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield Refusal(number, reason(error, bytes(raw)))
            continue
        many = isinstance(told, list) and all(isinstance(each, dict | list) for each in told)
        for each in told if many else [told]:
            yield from _document(each, number)


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _document(told: Any, number: int) -> Read:  # noqa: ANN401 - any JSON
    if isinstance(told, list) and len(told) == len(("text", {})) and isinstance(told[1], dict):
        told = {**told[1], "text": told[0]}
    try:
        row = msgspec.convert(told, DocumentRow)
    except msgspec.ValidationError as error:
        yield Refusal(number, reason(error, b""))
        return
    for paragraph in row.paragraphs:
        yield _paragraph(paragraph, number)
    if row.text:
        annotations = [
            IncomingAnnotation(start=span.start, end=span.end, label=span.label, line=number)
            for span in _spans(row)
        ]
        yield Incoming(
            line=number,
            article=row.article,
            text=row.text,
            meta=meta_in(row.meta),
            annotations=annotations,
        )
    elif not row.paragraphs:
        yield Refusal(number, "no `text`")


def _spans(row: DocumentRow) -> Iterator[SpanRow]:
    """Yield the spans of all groups, and the entities that are none of them."""
    groups = row.spans.values() if isinstance(row.spans, dict) else [row.spans]
    spans = [span for group in groups for span in group]
    yield from spans
    known = set(spans)
    entities = [e if isinstance(e, SpanRow) else SpanRow(*e) for e in row.entities]
    yield from (entity for entity in (*row.ents, *entities) if entity not in known)


def _paragraph(paragraph: Paragraph, number: int) -> Incoming:
    sentences = [[(token.orth, token.ner) for token in s.tokens] for s in paragraph.sentences]
    return tagged(sentences, number)
