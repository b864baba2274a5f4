"""Runs: the annotations of a paragraph, flattened into stretches that look the same."""

from collections.abc import Callable, Iterable
from heapq import heappop, heappush

from annotator.marking.annotation import Annotation
from annotator.text.span import Span
from annotator.ui.ink import Run


def runs(
    annotations: Iterable[Annotation], within: Span, grapheme_end: Callable[[int], int]
) -> tuple[Run, ...]:
    """Return the runs of `within`, ascending; the first starts where it does.

    The first grapheme of each annotation is a run of its own that `opens`, in the label of the
    innermost annotation that starts there. `grapheme_end` gives the end of the grapheme at an
    offset.
    """
    spans = sorted(annotations, key=lambda a: a.start)
    openings = _openings(spans, within)
    edges = {within.start, *(min(grapheme_end(start), within.end) for start in openings)}
    for annotation in spans:
        edges.add(max(annotation.start, within.start))
        edges.add(min(annotation.end, within.end))
    edges.discard(within.end)
    found: list[Run] = []
    active: list[tuple[int, int, str]] = []
    entered = 0
    ends = sorted(annotation.end for annotation in spans)
    left = 0
    for edge in sorted(edges):
        while entered < len(spans) and spans[entered].start <= edge:
            annotation = spans[entered]
            heappush(active, (annotation.end - annotation.start, annotation.end, annotation.label))
            entered += 1
        while left < len(ends) and ends[left] <= edge:
            left += 1
        while active and active[0][1] <= edge:
            heappop(active)
        label = openings.get(edge) or (active[0][2] if active else "")
        found.append(Run(edge, label, entered - left, edge in openings))
    return tuple(found)


def _openings(spans: list[Annotation], within: Span) -> dict[int, str]:
    """Return the label to show at each offset where annotations start: that of the shortest."""
    openings: dict[int, Annotation] = {}
    for annotation in spans:
        if within.start <= annotation.start < within.end:
            known = openings.get(annotation.start)
            if known is None or annotation.end < known.end:
                openings[annotation.start] = annotation
    return {start: annotation.label for start, annotation in openings.items()}
