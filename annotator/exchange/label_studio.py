"""Format `label-studio`: JSON tasks for a text labelled by spans, and the labelling config beside.

A list with one task a line; an annotator is one of a task's `annotations`, and the names stand in
the same order in the task's `meta`. Offsets of `<Text>` are code points. Attributes are results of
their own with the region's id: choices for texts, a number for whole numbers, `meta.text` a note.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import line
from annotator.exchange.xml_text import fit_for_xml
from annotator.marking.annotation import Annotation, Relation

LABELS, TEXT = "label", "text"
"""The names of the control and of the object tag in the config."""

OTHER = "attribute-"
"""Stands before the name of an attribute that is called as one of them."""


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield the list, a task a line."""
    begun = False
    for annotated in articles:
        yield (b",\n" if begun else b"[\n") + line(_task(annotated, ledger)).removesuffix(b"\n")
        begun = True
    yield b"\n]\n" if begun else b"[]\n"


def config(ledger: Ledger) -> bytes:
    """Return the labelling config for the labels, relations and attributes that have left."""
    lines = ["<View>", f'  <Labels name="{LABELS}" toName="{TEXT}">']
    lines += [f"    <Label value={_attribute(label)}/>" for label in sorted(ledger.labels)]
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="$text"/>']
    if ledger.relations:
        lines.append("  <Relations>")
        lines += [f"    <Relation value={_attribute(name)}/>" for name in sorted(ledger.relations)]
        lines.append("  </Relations>")
    for name in sorted(ledger.attributes):
        values = ledger.attributes[name]
        common = f'name={_attribute(control_name(name))} toName="{TEXT}" perRegion="true"'
        if all(isinstance(value, int) for value in values):
            lines.append(f"  <Number {common}/>")
        else:
            lines.append(f"  <TextArea {common}/>")
    return "\n".join([*lines, "</View>", ""]).encode()


def control_name(attribute: str) -> str:
    """Return what the control of an attribute is called."""
    return f"{OTHER}{attribute}" if attribute in (LABELS, TEXT) else attribute


def _attribute(value: str) -> str:
    return quoteattr(fit_for_xml(value))


def _task(annotated: AnnotatedArticle, ledger: Ledger) -> dict[str, Any]:
    annotations = in_order(annotated)
    whose = {annotation.id: annotation.by for annotation in annotations}
    relations = annotated.relations()
    within = [r for r in relations if whose[r.source] == whose[r.target]]
    fate = "left out: from one annotator's annotation to another's"
    ledger.lose("relation", fate, annotated.id, len(relations) - len(within))
    lost = sum(len(relation.attributes) for relation in within)
    ledger.lose("attribute", "of a relation left out", annotated.id, lost)
    notes = sum(bool(relation.note) for relation in within)
    ledger.lose("note", "of a relation left out", annotated.id, notes)
    names = sorted(set(whose.values()))
    made = [
        {
            "result": _result(
                [a for a in annotations if a.by == name],
                [r for r in within if whose[r.source] == name],
            )
        }
        for name in names
    ]
    return {
        "data": {"text": text_of(annotated).text, "article": annotated.id},
        "annotations": made,
        "meta": {"annotators": names, **known(annotated.meta)},
    }


def _result(annotations: Sequence[Annotation], relations: Sequence[Relation]) -> list[Any]:
    regions: list[Any] = []
    for annotation in annotations:
        value: dict[str, Any] = {
            "start": annotation.start,
            "end": annotation.end,
            "text": annotation.quote,
        }
        common = {"id": annotation.id, "to_name": TEXT, "origin": "manual"}
        region: dict[str, Any] = {**common, "from_name": LABELS, "type": "labels"}
        region["value"] = {**value, "labels": [annotation.label]}
        if annotation.note:
            region["meta"] = {"text": [annotation.note]}
        regions.append(region)
        for name, told in annotation.attributes.items():
            is_number = isinstance(told, int)
            kind = "number" if is_number else "textarea"
            own: dict[str, Any] = {"number": told} if is_number else {"text": [told]}
            regions.append(
                {**common, "from_name": control_name(name), "type": kind, "value": {**value, **own}}
            )
    links = [
        {
            "type": "relation",
            "from_id": relation.source,
            "to_id": relation.target,
            "direction": "right",
            "labels": [relation.relation],
        }
        for relation in sorted(relations, key=lambda relation: relation.id)
    ]
    return regions + links
