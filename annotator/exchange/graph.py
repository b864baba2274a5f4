"""Formats `graphml` and `edges`: the links between annotations, for programs that draw graphs."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from msgspec import json

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.delimited import row
from annotator.exchange.holding import in_order
from annotator.exchange.ledger import Ledger
from annotator.exchange.xml_text import fit_for_xml
from annotator.marking.annotation import Annotation, Relation

_FACTS = ("article", "label", "quote", "start", "end", "attributes", "note", "by", "ts")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
{keys}
<graph edgedefault="directed">
"""
_RETURN = {"\r": "&#13;"}
_EDGE_COLUMNS = (
    *("article", "relation", "from", "from_label", "from_quote"),
    *("to", "to_label", "to_quote", "attributes", "note", "by", "ts", "id"),
)


def export_graphml(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield the graph: a node for each annotation, an edge for each relation."""
    keys = "\n".join(
        f'<key id="{fact}" for="all" attr.name="{fact}" attr.type='
        f'"{"int" if fact in ("start", "end") else "string"}"/>'
        for fact in _FACTS
    )
    yield _HEAD.format(keys=keys).encode()
    for annotated in articles:
        lines = [_node(a, annotated.id, ledger) for a in in_order(annotated)]
        relations = sorted(annotated.relations(), key=lambda relation: relation.id)
        lines += [_edge(relation, annotated.id, ledger) for relation in relations]
        yield "".join(lines).encode()
    yield b"</graph>\n</graphml>\n"


def export_edges(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield a table with a row for each relation; annotations without one are left out."""
    yield row(_EDGE_COLUMNS).encode()
    for annotated in articles:
        by_id = {annotation.id: annotation for annotation in annotated.annotations()}
        linked: set[str] = set()
        lines: list[str] = []
        for relation in sorted(annotated.relations(), key=lambda relation: relation.id):
            one, two = by_id[relation.source], by_id[relation.target]
            linked |= {one.id, two.id}
            ends = (one.id, one.label, one.quote, two.id, two.label, two.quote)
            attributes = json.encode(relation.attributes).decode() if relation.attributes else ""
            told = (attributes, relation.note, relation.by, relation.ts, relation.id)
            lines.append(row((annotated.id, relation.relation, *ends, *told)))
        fate = "left out: only what is linked is in the table"
        ledger.lose("annotation", fate, annotated.id, len(by_id) - len(linked))
        yield "".join(lines).encode()


def _node(annotation: Annotation, article: str, ledger: Ledger) -> str:
    facts = {
        "article": article,
        "label": annotation.label,
        "quote": annotation.quote,
        "start": annotation.start,
        "end": annotation.end,
        **_details(annotation),
    }
    return f"<node id={_attribute(annotation.id)}>{_told(facts, article, ledger)}</node>\n"


def _edge(relation: Relation, article: str, ledger: Ledger) -> str:
    ends = f"source={_attribute(relation.source)} target={_attribute(relation.target)}"
    facts = {"article": article, "label": relation.relation, **_details(relation)}
    told = _told(facts, article, ledger)
    return f"<edge id={_attribute(relation.id)} {ends}>{told}</edge>\n"


def _details(record: Annotation | Relation) -> dict[str, str | int]:
    attributes = json.encode(record.attributes).decode() if record.attributes else ""
    return {"attributes": attributes, "note": record.note, "by": record.by, "ts": record.ts}


def _told(facts: dict[str, str | int], article: str, ledger: Ledger) -> str:
    made = ""
    for name, fact in facts.items():
        words = str(fact)
        clean = fit_for_xml(words)
        if clean != words:
            ledger.lose("text", "changed: XML has no place for control characters", article)
        if clean:
            made += f'<data key="{name}">{escape(clean, _RETURN)}</data>'
    return made


def _attribute(value: str) -> str:
    return quoteattr(fit_for_xml(value))
