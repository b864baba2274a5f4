"""Rename the labels and relations of what comes in, and leave out what has no name here."""

from collections import Counter
from collections.abc import Mapping

from msgspec import structs

from annotator.exchange.incoming import Incoming


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
