"""Whether records keep to the label schema and to the article's words: what each gets wrong."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from annotator.exchange.annotated import AnnotatedArticle
from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.marking.labels import Attribute, LabelSchema, RelationType

SHORT = 40
"""Code points of a quote in a message, at the most."""


def misfits(
    annotated: AnnotatedArticle, annotator: str, schema: LabelSchema | None
) -> Iterator[tuple[Record, str]]:
    """Yield each record of an annotator that does not fit, with what is wrong; some come twice.

    Without a schema only the article's words, the ends of relations and the places of refusals are
    looked at.
    """
    annotations = {annotation.id: annotation for annotation in annotated.annotations()}
    lost = dict(_lost(annotated, annotator))
    for record in annotated.records[annotator]:
        whats: list[str] = []
        if isinstance(record, Annotation):
            whats += [lost[record.id]] if record.id in lost else []
            whats += unfit(record, annotations, schema) if schema else ()
        elif isinstance(record, Relation):
            whats += _lacking_ends(record, annotations)
            whats += unfit(record, annotations, schema) if schema else ()
        elif record.mark == "rejected":
            whats += [f"refused: {what}" for what in _refusal(record, schema)]
        yield from ((record, what) for what in whats)


def unfit(
    record: Record, annotations: Mapping[str, Annotation], schema: LabelSchema
) -> Iterator[str]:
    """Say what of a record the schema does not allow; `annotations` has what relations lead to."""
    if isinstance(record, Annotation):
        yield from _label(record, schema)
    elif isinstance(record, Relation):
        yield from _kind(record, annotations, schema)


def _lost(annotated: AnnotatedArticle, annotator: str) -> Iterator[tuple[str, str]]:
    """Yield the id of each annotation whose words have moved, changed or gone; and what is known.

    What is said begins with the fate and a colon.
    """
    article, records = annotated.article, annotated.records[annotator]
    annotations = [record for record in records if isinstance(record, Annotation)]
    if article is None or all(stands(article.text, one) for one in annotations):
        return
    from annotator.marking.anchoring import Fate, reanchored

    for anchored in reanchored(article.text, annotations):
        words, span = f"'{_short(anchored.annotation.quote)}'", anchored.span
        what = f"{words} does not stand there in the article"
        if span is not None and anchored.fate is Fate.MOVED:
            what = f"{words} stands at {span.start}-{span.end} now"
        elif span is not None:
            now = f"'{_short(article.quote(span))}'"
            what = f"{words} may stand at {span.start}-{span.end} now, as {now}"
        if anchored.fate is not Fate.STAYED:
            yield anchored.annotation.id, f"{anchored.fate.value}: {what}"


def _label(annotation: Annotation, schema: LabelSchema) -> Iterator[str]:
    label = schema.label(annotation.label)
    if label is None:
        known = [label.name for label in schema.labels]
        yield _unknown(f"label '{annotation.label}'", annotation.label, known, schema)
    else:
        yield from _attributes(annotation.attributes, label.attributes, f"label '{label.name}'")


def _refusal(mark: Mark, schema: LabelSchema | None) -> Iterator[str]:
    """Say what makes no sense in any article.

    In one that has changed a refusal of words that are gone refuses nothing, which is no fault.
    """
    if not mark.suggested:
        yield "`suggested` does not say which label"
    elif schema and schema.label(mark.suggested) is None:
        known = [label.name for label in schema.labels]
        yield _unknown(f"label '{mark.suggested}'", mark.suggested, known, schema)
    if not mark.quote or mark.end - mark.start != len(mark.quote):
        yield f"'{_short(mark.quote)}' cannot stand at {mark.start}-{mark.end}"


def _lacking_ends(relation: Relation, annotations: Mapping[str, Annotation]) -> Iterator[str]:
    for way, end in (("from", relation.source), ("to", relation.target)):
        if end not in annotations:
            yield f"relation '{relation.relation}' leads {way} {end}, which is no annotation here"


def _kind(
    relation: Relation, annotations: Mapping[str, Annotation], schema: LabelSchema
) -> Iterator[str]:
    kind = next((known for known in schema.relations if known.name == relation.relation), None)
    if kind is None:
        known = [kind.name for kind in schema.relations]
        yield _unknown(f"relation '{relation.relation}'", relation.relation, known, schema)
        return
    yield from _wrong_ends(kind, relation, annotations)
    yield from _attributes(relation.attributes, kind.attributes, f"relation '{kind.name}'")


def _wrong_ends(
    kind: RelationType, relation: Relation, annotations: Mapping[str, Annotation]
) -> Iterator[str]:
    ends = (("from", relation.source, kind.sources), ("to", relation.target, kind.targets))
    for way, end, allowed in ends:
        annotation = annotations.get(end)
        if annotation is not None and annotation.label not in allowed:
            expected = _either(allowed)
            yield f"relation '{kind.name}' leads {way} '{annotation.label}'; expected {expected}"


def _attributes(
    values: Mapping[str, str | int], attributes: Sequence[Attribute], owner: str
) -> Iterator[str]:
    known = {attribute.name: attribute for attribute in attributes}
    for name, value in values.items():
        if name not in known:
            yield f"{owner} has no attribute '{name}'{_near(name, list(known))}"
        elif expected := _expected(known[name], value):
            yield f"attribute '{name}' of {owner} is {value!r}; expected {expected}"


def _expected(attribute: Attribute, value: str | int) -> str:
    """Say what the value should have been; "" if it is fine."""
    match attribute.type:
        case "choice":
            return "" if value in attribute.values else _either(attribute.values)
        case "scale":
            fine = isinstance(value, int) and attribute.minimum <= value <= attribute.maximum
            return "" if fine else f"a whole number, {attribute.minimum} to {attribute.maximum}"
        case _:
            return "" if isinstance(value, str) else "text"


def _unknown(what: str, name: str, known: Sequence[str], schema: LabelSchema) -> str:
    return f"{what} is not in schema '{schema.name}'{_near(name, known)}"


def _near(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _either(names: Sequence[str]) -> str:
    return " or ".join(f"'{name}'" for name in names)


def _short(quote: str) -> str:
    return quote if len(quote) <= SHORT else quote[: SHORT - 1] + "…"
