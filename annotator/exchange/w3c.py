"""Format `w3c`: Web Annotations as JSON-LD, one page with an annotation a line.

A label is a body with the purpose tagging, a note one with commenting. Attributes and the like,
which the vocabulary has no words for, are in terms of our own that the context names. A relation is
an annotation with the motivation linking, from one annotation to another.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import line
from annotator.marking.annotation import CONTEXT, Annotation, Relation
from annotator.text.meta import UNKNOWN

ANNO = "http://www.w3.org/ns/anno.jsonld"
OURS = "urn:x-annotate:"
_TERMS = ("attributes", "origin", "textSha256", "meta")
_CONTEXT = {
    "@version": 1.1,
    **{name: {"@id": f"{OURS}terms:{name}", "@type": "@json"} for name in _TERMS},
}
_SEARCHED = 100_000
"""Code points of the longest article in which the quote is made to be the only one of its kind."""


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield the page."""
    head = {"@context": [ANNO, _CONTEXT], "id": f"{OURS}page", "type": "AnnotationPage"}
    yield line(head).removesuffix(b"}\n") + b',"items":[\n'
    begun = False
    for annotated in articles:
        told = [_annotation(a, annotated) for a in in_order(annotated)]
        told += [_relation(r) for r in sorted(annotated.relations(), key=lambda r: r.id)]
        lines = [line(each).removesuffix(b"\n") for each in told]
        if lines:
            yield (b",\n" if begun else b"") + b",\n".join(lines)
            begun = True
    yield b"\n]}\n"


def _annotation(annotation: Annotation, annotated: AnnotatedArticle) -> dict[str, Any]:
    text = text_of(annotated).text
    body = [{"type": "TextualBody", "purpose": "tagging", "value": annotation.label}]
    if annotation.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": annotation.note})
    prefix, suffix = _context(text, annotation)
    position = {"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end}
    words = {"type": "TextQuoteSelector", "exact": annotation.quote}
    told = _common(annotation, "classifying", body)
    told["target"] = {
        "source": f"{OURS}article:{quote(annotated.id)}",
        "selector": [position, {**words, "prefix": prefix, "suffix": suffix}],
    }
    told["textSha256"] = annotated.sha256
    return {**told, "meta": known(annotated.meta)} if annotated.meta != UNKNOWN else told


def _relation(relation: Relation) -> dict[str, Any]:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": relation.relation}]
    if relation.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": relation.note})
    target = _iri(relation.target)
    body.append({"type": "SpecificResource", "purpose": "linking", "source": target})
    return {**_common(relation, "linking", body), "target": _iri(relation.source)}


def _common(
    record: Annotation | Relation, motivation: str, body: list[dict[str, str]]
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": _iri(record.id),
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": record.by},
    }
    if record.ts:
        told["created"] = record.ts
    told |= {"body": body, "origin": record.origin}
    return told | {"attributes": record.attributes} if record.attributes else told


def _iri(record_id: str) -> str:
    return f"{OURS}record:{quote(record_id, safe='')}"


def _context(text: str, annotation: Annotation) -> tuple[str, str]:
    """Return so much before and after the words that they stand so only once, if that can be."""
    start, end = annotation.start, annotation.end
    size = CONTEXT
    while True:
        prefix, suffix = text[max(0, start - size) : start], text[end : end + size]
        whole = size >= max(start, len(text) - end)
        if whole or len(text) > _SEARCHED or text.count(prefix + annotation.quote + suffix) == 1:
            return prefix, suffix
        size *= 2
