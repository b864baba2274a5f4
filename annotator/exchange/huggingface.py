"""Format `huggingface`: a folder that `datasets.load_dataset` reads, one article a row.

Every row has the same columns with the same types; attributes are JSON in a text, since their names
differ from label to label.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import json, structs

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import line
from annotator.marking.annotation import Annotation, Relation
from annotator.text.meta import Meta

PART = 200
"""Articles in one file."""

_CARD = """---
configs:
- config_name: default
  data_files: data/*.jsonl
dataset_info:
  features:
  - name: id
    dtype: string
  - name: text
    dtype: string
{meta}
  - name: spans
    list:
{spans}
  - name: relations
    list:
{relations}
---

# Annotated articles

Offsets are code points, `end` is outside: `text[start:end] == span["text"]`. `attributes` is JSON.
Labels: {labels}
"""


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Yield the files of rows, then the card that tells the types."""
    part: list[bytes] = []
    number = 0
    for annotated in articles:
        part.append(line(_row(annotated)))
        if len(part) == PART:
            yield f"data/part-{number:05}.jsonl", b"".join(part)
            part, number = [], number + 1
    if part or not number:
        yield f"data/part-{number:05}.jsonl", b"".join(part)
    yield "README.md", _card(ledger).encode()


def _row(annotated: AnnotatedArticle) -> dict[str, Any]:
    return {
        "id": annotated.id,
        "text": text_of(annotated).text,
        **structs.asdict(annotated.meta),
        "spans": [
            {"start": a.start, "end": a.end, "label": a.label, "text": a.quote, **_facts(a)}
            for a in in_order(annotated)
        ],
        "relations": [
            {"relation": r.relation, "from": r.source, "to": r.target, **_facts(r)}
            for r in sorted(annotated.relations(), key=lambda relation: relation.id)
        ],
    }


def _facts(record: Annotation | Relation) -> dict[str, str]:
    return {
        "id": record.id,
        "attributes": json.encode(record.attributes).decode(),
        "note": record.note,
        "origin": record.origin,
        "by": record.by,
        "ts": record.ts,
    }


def _card(ledger: Ledger) -> str:
    facts = ("id", "attributes", "note", "origin", "by", "ts")
    spans = [("start", "int64"), ("end", "int64"), ("label", "string"), ("text", "string")]
    relations = [("relation", "string"), ("from", "string"), ("to", "string")]
    shared = [(name, "string") for name in facts]

    def listed(columns: list[tuple[str, str]]) -> str:
        return "\n".join(f"    - name: {name}\n      dtype: {kind}" for name, kind in columns)

    texts = "\n".join(f"  - name: {name}\n    dtype: string" for name in Meta.__struct_fields__)
    return _CARD.format(
        meta=texts,
        spans=listed(spans + shared),
        relations=listed(relations + shared),
        labels=", ".join(f"`{label}`" for label in sorted(ledger.labels)) or "none",
    )
