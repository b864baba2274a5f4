"""What a format holds: the table in the docs and the counts of losses come from this."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.ledger import Ledger
from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Record, Relation
from annotator.text.article import Article

LEFT_OUT = "left out: the format has no place for them"
META_LEFT_OUT = "of articles left out: the format has no place for them"


@dataclass(frozen=True, slots=True)
class Holds:
    """What of the records a format can say; `offsets` is the unit in which it counts.

    `edges` are those of spans that begin or end with white space, `meta` what is known of the
    article beside its text.
    """

    offsets: str = "code points"
    overlaps: bool = True
    edges: bool = True
    relations: bool = True
    attributes: bool = True
    notes: bool = True
    annotators: bool = True
    ids: bool = True
    text: bool = True
    meta: bool = True
    aliases: bool = False
    orphans: bool = False
    marks: bool = False


def prepared(
    articles: Iterable[AnnotatedArticle], holds: Holds, ledger: Ledger
) -> Iterator[AnnotatedArticle]:
    """Yield the articles without what the format cannot hold; the ledger counts that."""
    for annotated in articles:
        ledger.articles += 1
        held = annotated if holds.orphans else _standing(annotated, ledger)
        _count(held, holds, ledger)
        if not holds.relations:
            held = replace(held, records=_only_annotations(held))
        yield held


def in_order(annotated: AnnotatedArticle) -> list[Annotation]:
    """Return the annotations of all annotators by start, the longer first, then by annotator."""
    made = annotated.annotations()
    return sorted(made, key=lambda a: (a.start, -a.end, a.by, a.label, a.id))


def text_of(annotated: AnnotatedArticle) -> Article:
    """Return the article, which a format that needs the text is only given if it is there."""
    if annotated.article is None:
        raise LookupError(annotated.id)
    return annotated.article


def _standing(annotated: AnnotatedArticle, ledger: Ledger) -> AnnotatedArticle:
    text = annotated.article.text if annotated.article else ""
    if all(stands(text, annotation) for annotation in annotated.annotations()):
        return annotated
    records: dict[str, Sequence[Record]] = {}
    for by, made in annotated.records.items():
        records[by] = [r for r in made if not isinstance(r, Annotation) or stands(text, r)]
        ledger.lose("orphan", "left out", annotated.id, len(made) - len(records[by]))
    held = replace(annotated, records=records)
    gone = len(annotated.relations()) - len(held.relations())
    ledger.lose("relation", "left out: an end of it is an orphan", annotated.id, gone)
    return held


def _count(annotated: AnnotatedArticle, holds: Holds, ledger: Ledger) -> None:
    annotations = list(annotated.annotations())
    ledger.annotations += len(annotations)
    for annotation in annotations:
        ledger.labels[annotation.label] = None
        for name, value in annotation.attributes.items():
            ledger.attributes.setdefault(name, {})[value] = None
    relations = annotated.relations()
    for relation in relations:
        ledger.relations[relation.relation] = None
    kept: list[Annotation | Relation] = [*annotations]
    if holds.relations:
        kept += relations
    else:
        ledger.lose("relation", LEFT_OUT, annotated.id, len(relations))
    if not holds.attributes:
        attributes = sum(len(record.attributes) for record in kept)
        ledger.lose("attribute", LEFT_OUT, annotated.id, attributes)
    if not holds.notes:
        notes = sum(1 for record in kept if record.note)
        ledger.lose("note", LEFT_OUT, annotated.id, notes)
    if not holds.meta:
        ledger.lose("metadata field", META_LEFT_OUT, annotated.id, len(known(annotated.meta)))
    if not holds.aliases:
        aliases = sum(1 for annotation in annotations if annotation.alias_of)
        ledger.lose("alternative name", LEFT_OUT, annotated.id, aliases)
    if not holds.annotators and len({annotation.by for annotation in annotations}) > 1:
        fate = "no longer saying whose they are: several annotators are put together"
        ledger.lose("annotation", fate, annotated.id, len(annotations))


def _only_annotations(annotated: AnnotatedArticle) -> dict[str, Sequence[Record]]:
    return {
        by: [record for record in made if not isinstance(record, Relation)]
        for by, made in annotated.records.items()
    }
