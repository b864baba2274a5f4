"""AnnotationSet: all annotations of one article, immutable, quickly asked by place."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from annotator.marking.annotation import Annotation
from annotator.text.span import Span

PAGE: Final = 1024
"""Code points a page. Annotations are indexed by the pages that they touch."""

LEAST_REACH: Final = 64 * PAGE
"""Code points up to which a span is indexed even if its words are fewer than that."""

_LAST: Final = "\U0010ffff"
"""Sorts after every label."""

_FAR: Final = 1 << 60
"""Lies behind the end of every article."""


def reading_order(annotation: Annotation) -> tuple[int, int, str, str]:
    """Sort by start, outer before inner, then by label and id, so that the order is total."""
    return annotation.start, -annotation.end, annotation.label, annotation.id


class AnnotationSet(Struct, frozen=True, eq=False):
    """Annotations in reading order. Build one with `EMPTY.changed(added=...)`.

    `by_id` and `pages` are indexes of `ordered`; `pages` maps a page number to the annotations
    that touch it, in no order.
    """

    ordered: tuple[Annotation, ...]
    by_id: Mapping[str, Annotation]
    pages: Mapping[int, tuple[Annotation, ...]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnnotationSet) and self.ordered == other.ordered

    def __hash__(self) -> int:
        return hash(frozenset(self.by_id))

    def __len__(self) -> int:
        return len(self.ordered)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.ordered)

    def touching(self, span: Span) -> tuple[Annotation, ...]:
        """Return those that share at least one code point with `span`, in reading order."""
        found = {
            annotation.id: annotation
            for page in _pages_of(span)
            for annotation in self.pages.get(page, ())
            if annotation.start < span.end and span.start < annotation.end
        }
        return tuple(sorted(found.values(), key=reading_order))

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """Return those that hold the code point at `offset`, innermost first."""
        inside = [
            annotation
            for annotation in self.pages.get(offset // PAGE, ())
            if annotation.start <= offset < annotation.end
        ]
        return tuple(sorted(inside, key=_innermost_first))

    def on(self, span: Span) -> tuple[Annotation, ...]:
        """Return those with exactly this span."""
        return tuple(annotation for annotation in self.at(span.start) if annotation.span == span)

    def following(self, span: Span) -> Annotation | None:
        """Return the next one in reading order: after those on `span`, or from an empty one on."""
        key = (span.start, -span.end, _LAST, "") if span.length else (span.start, -_FAR, "", "")
        index = bisect_left(self.ordered, key, key=reading_order)
        return self.ordered[index] if index < len(self.ordered) else None

    def preceding(self, span: Span) -> Annotation | None:
        """Return the last one in reading order before those on `span` (or before an empty one)."""
        key = (span.start, -span.end if span.length else -_FAR, "", "")
        index = bisect_left(self.ordered, key, key=reading_order)
        return self.ordered[index - 1] if index else None

    def changed(
        self, added: Iterable[Annotation] = (), removed: Iterable[str] = ()
    ) -> "AnnotationSet":
        """Return the set without the ids `removed`, and with `added` in the place of their ids."""
        by_id = dict(self.by_id)
        ordered = list(self.ordered)
        pages = dict(self.pages)
        fresh = {annotation.id: annotation for annotation in added}
        gone = [by_id.pop(key) for key in (*removed, *fresh) if key in by_id]
        by_id.update(fresh)
        if len(gone) + len(fresh) > len(ordered) // 8 + 8:
            return _built(by_id)
        for annotation in gone:
            del ordered[bisect_left(ordered, reading_order(annotation), key=reading_order)]
            for page in _pages_of(_reach(annotation)):
                pages[page] = tuple(a for a in pages[page] if a.id != annotation.id)
        for annotation in fresh.values():
            insort(ordered, annotation, key=reading_order)
            for page in _pages_of(_reach(annotation)):
                pages[page] = (*pages.get(page, ()), annotation)
        return AnnotationSet(tuple(ordered), by_id, pages)


def _built(by_id: Mapping[str, Annotation]) -> AnnotationSet:
    pages: dict[int, list[Annotation]] = {}
    for annotation in by_id.values():
        for page in _pages_of(_reach(annotation)):
            pages.setdefault(page, []).append(annotation)
    ordered = tuple(sorted(by_id.values(), key=reading_order))
    return AnnotationSet(ordered, by_id, {page: tuple(held) for page, held in pages.items()})


def _reach(annotation: Annotation) -> Span:
    """Return the span that is indexed: no longer than the words, if they stand there at all.

    What a damaged or hostile log calls an annotation may end beyond every article.
    """
    start, end = annotation.span
    return Span(start, min(end, start + max(len(annotation.quote), LEAST_REACH)))


def _pages_of(span: Span) -> range:
    return range(span.start // PAGE, max(span.start, span.end - 1) // PAGE + 1)


def _innermost_first(annotation: Annotation) -> tuple[int, int, str, str]:
    return annotation.end - annotation.start, -annotation.start, annotation.label, annotation.id


EMPTY = AnnotationSet((), {}, {})
