"""Rename the labels and relations of what comes in, and leave out what has no name here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from annotator.exchange.incoming import Incoming, Refusal


def relabelled(
    record: Incoming, labels: Mapping[str, str], relations: Mapping[str, str]
) -> tuple[Incoming, int]:
    """Return the record with the names that the maps lead to, and how many things were left out.

    A name that is mapped to "" is left out, and with an annotation the relations that it has.
    """
    if not labels and not relations:
        return record, 0
    annotations = [
        structs.replace(made, label=labels.get(made.label, made.label))
        for made in record.annotations
        if labels.get(made.label, made.label)
    ]
    gone = {made.key for made in record.annotations if not labels.get(made.label, made.label)}
    gone -= {""}
    links = [
        structs.replace(made, relation=relations.get(made.relation, made.relation))
        for made in record.relations
        if relations.get(made.relation, made.relation) and not {made.source, made.target} & gone
    ]
    left = len(record.annotations) + len(record.relations) - len(annotations) - len(links)
    return structs.replace(record, annotations=annotations, relations=links), left


def names_used(record: Incoming) -> tuple[Counter[str], Counter[str]]:
    """Return how many annotations have each label, and how many relations are of each kind."""
    labels = Counter(made.label for made in record.annotations)
    return labels, Counter(made.relation for made in record.relations)


def gathered(records: Iterable[Incoming | Refusal]) -> list[Incoming | Refusal]:
    """Return the records, those of rows about one article put together where the first one is.

    The rows of a table may come in any order.
    """
    places: dict[tuple[str, str], list[Incoming]] = {}
    kept: list[Incoming | Refusal | list[Incoming]] = []
    for record in records:
        if isinstance(record, Refusal) or not is_row(record):
            kept.append(record)
            continue
        about = record.article, record.sha256
        if about not in places:
            kept.append(places.setdefault(about, []))
        places[about].append(record)
    return [joined(record) if isinstance(record, list) else record for record in kept]


def is_row(record: Incoming) -> bool:
    """Say whether a record is of rows about an article: it names it, and has no text of its own."""
    return record.text is None and bool(record.article)


def joined(records: Sequence[Incoming]) -> Incoming:
    """Return the records about one article as one."""
    if len(records) == 1:
        return records[0]
    annotations = [made for record in records for made in record.annotations]
    relations = [made for record in records for made in record.relations]
    return structs.replace(records[0], annotations=annotations, relations=relations)
