"""Fit annotations into formats that know no overlap, or no white space at the edges of a span."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import structs

from annotator.exchange.ledger import Ledger
from annotator.marking.annotation import Annotation
from annotator.text.span import Span


def trimmed(
    annotations: Iterable[Annotation], text: str, ledger: Ledger, place: str
) -> list[Annotation]:
    """Return the annotations without outer white space, and without those that are nothing else."""
    kept: list[Annotation] = []
    changed = 0
    gone = 0
    for annotation in annotations:
        words = annotation.quote
        if not (words[0].isspace() or words[-1].isspace()):
            kept.append(annotation)
            continue
        bare = words.strip()
        if not bare:
            gone += 1
            continue
        start = annotation.start + len(words) - len(words.lstrip())
        end = start + len(bare)
        kept.append(structs.replace(annotation, start=start, end=end, quote=text[start:end]))
        changed += 1
    ledger.lose("annotation", "changed: white space at the edges cut off", place, changed)
    ledger.lose("annotation", "left out: white space and nothing else", place, gone)
    return kept


def without_overlaps(
    annotations: Sequence[Annotation], ledger: Ledger, place: str
) -> list[Annotation]:
    """Return annotations of which none overlaps another: the longest first, then the earliest.

    Among those on the same span the first by annotator, then by label and id, is kept.
    """
    chosen = flat(annotations)
    gone = len(annotations) - len(chosen)
    ledger.lose("annotation", "left out: overlapping a longer or an earlier one", place, gone)
    return chosen


def flat(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Return what `without_overlaps` keeps, in the order of the text."""
    starts: list[int] = []
    chosen: list[Annotation] = []
    for annotation in sorted(annotations, key=_longest_first):
        at = bisect_left(starts, annotation.end)
        if at and chosen[at - 1].end > annotation.start:
            continue
        starts.insert(at, annotation.start)
        chosen.insert(at, annotation)
    return chosen


def spans_of(annotations: Iterable[Annotation]) -> list[Span]:
    """Return where the annotations are."""
    return [annotation.span for annotation in annotations]


def _longest_first(annotation: Annotation) -> tuple[int, int, str, str, str]:
    length = annotation.end - annotation.start
    return -length, annotation.start, annotation.by, annotation.label, annotation.id
