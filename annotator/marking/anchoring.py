"""Find the annotations of an article again when its text has changed.

Only the exact words with their context, by a clear margin, count as found; whatever is looser is a
suggestion, to be looked at by a person; the rest are orphans. Nothing here changes an annotation:
`reanchored` says where each is now, and `placed` what it would be there.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from annotator.marking.anchor import context, stands
from annotator.marking.annotation import CONTEXT, Annotation
from annotator.marking.approximation import Approximation
from annotator.marking.typography import even
from annotator.text.span import Span

MOST_PLACES = 100
"""Places of the same words on each side of the expected one that are compared with each other."""

LIKELY = 0.7
"""How alike a context must be, from 0 to 1, both sides taken together."""

SURE_SIDE = 0.9
"""How alike one side of the context must be, if the other has changed."""

MARGIN = 0.15
"""By how much the best place must be more alike than the next one."""

LONG = 25
"""Code points from which on words that stand only once need no context."""

FAR = 100
"""Code points from the expected place: further off, it must not be a copy that was found."""

FAR_LIKELY = 0.85
"""How alike the context must be there, both sides taken together."""

_CLUE, _CLUES = 16, 20
"""Code points of context that are looked for far off with the words, and how often at the most."""


class Fate(Enum):
    """What became of an annotation in a changed article."""

    STAYED = "stayed"
    MOVED = "moved"
    LOOK = "needs a look"
    ORPHAN = "orphan"


class Anchored(Struct, frozen=True):
    """An annotation with its fate, and where it is now or may be; `span` is None for an orphan."""

    annotation: Annotation
    fate: Fate
    span: Span | None


class _Likeness(Struct, frozen=True, order=True):
    """How alike the context of a place is to that of an annotation: both sides, the better one."""

    both: float
    side: float

    @property
    def enough(self) -> bool:
        """Say whether the words there can be those that were meant."""
        return self.both >= LIKELY or self.side >= SURE_SIDE


def reanchored(text: str, annotations: Iterable[Annotation]) -> Iterator[Anchored]:
    """Yield each annotation, in the order of their offsets, with its fate in `text`.

    A long text with thousands of annotations takes seconds, so a screen takes a few at a time.
    """
    finder = Finder(text)
    shift = 0
    for annotation in sorted(annotations, key=lambda annotation: annotation.start):
        anchored = finder.find(annotation, annotation.start + shift)
        if anchored.span is not None and anchored.fate in (Fate.STAYED, Fate.MOVED):
            shift = anchored.span.start - annotation.start
        yield anchored


def placed(text: str, annotation: Annotation, span: Span) -> Annotation:
    """Return the annotation as it is on another span: new offsets, quote and context."""
    prefix, suffix = context(text, span)
    return replace(
        annotation,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        prefix=prefix,
        suffix=suffix,
    )


class Finder:
    """Looks annotations up in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._approximation = Approximation(text)

    def find(self, annotation: Annotation, expected: int) -> Anchored:
        """Return the fate of an annotation; of places that are equally alike, the nearest.

        `expected` is the offset at which it would be if it had moved as its neighbours did.
        """
        fate, span = self._found(_sought(annotation), expected)
        return Anchored(annotation, fate, span)

    def _found(self, sought: Annotation, expected: int) -> tuple[Fate, Span | None]:
        if self._is_where_it_was(sought):
            return Fate.STAYED, sought.span
        if not sought.quote.strip():
            return Fate.ORPHAN, None
        if self._is_whole_at(sought, expected):
            return Fate.MOVED, _span(sought, expected)
        places = self._exact(sought, expected)
        if places and (fate := self._certain(sought, places, expected)):
            return fate, _span(sought, places[0][1])
        likely = [start for likeness, start in places if likeness.enough]
        if likely:
            return Fate.LOOK, _span(sought, likely[0])
        span = self._approximation.find(sought, expected)
        if span is None and len(places) == 1 and len(sought.quote) >= LONG // 2:
            span = _span(sought, places[0][1])
        return (Fate.ORPHAN if span is None else Fate.LOOK), span

    def _is_where_it_was(self, annotation: Annotation) -> bool:
        if not stands(self._text, annotation):
            return False
        then, now = (annotation.prefix, annotation.suffix), context(self._text, annotation.span)
        if then in (now, ("", "")):  # As imports may come, without a context: nothing is amiss.
            return True
        return self._likeness(annotation, annotation.start).both >= LIKELY

    def _is_whole_at(self, annotation: Annotation, start: int) -> bool:
        """Say whether the words stand there with all of their context, and have one."""
        whole = annotation.prefix + annotation.quote + annotation.suffix
        before = start - len(annotation.prefix)
        has_both = bool(annotation.prefix and annotation.suffix)
        return has_both and before >= 0 and self._text.startswith(whole, before)

    def _exact(self, annotation: Annotation, expected: int) -> list[tuple[_Likeness, int]]:
        """Return the places of exactly these words, the most alike first, then the nearest."""
        places = [
            (self._likeness(annotation, start), start)
            for start in set(self._starts(annotation, expected))
            if _is_whole(self._text, annotation, start)
        ]
        return sorted(places, key=lambda place: (-place[0].both, abs(place[1] - expected)))

    def _certain(
        self, annotation: Annotation, places: list[tuple[_Likeness, int]], expected: int
    ) -> Fate | None:
        """Say whether the first place is the right one beyond doubt; None if not."""
        best, start = places[0]
        alone = len(places) == 1
        if not (best.enough or (alone and _is_long(annotation))):
            return None
        if not alone and best.both - places[1][0].both < MARGIN:
            return None
        if abs(start - expected) > FAR:
            if not (best.both >= FAR_LIKELY or (best.enough and alone and _is_long(annotation))):
                return None  # What is like it stands elsewhere, but this may have been deleted.
            near = self._approximation.near(annotation, expected)
            if near is not None and not near.overlaps(_span(annotation, start)):
                return None  # It may be the one that stands there now, changed a little.
        return Fate.STAYED if _span(annotation, start) == annotation.span else Fate.MOVED

    def _starts(self, annotation: Annotation, expected: int) -> Iterator[int]:
        """Yield where the words stand: near the expected place, and far off with a clue."""
        quote, text = annotation.quote, self._text
        yield from islice(_forwards(text, quote, max(0, expected)), MOST_PLACES)
        yield from islice(_backwards(text, quote, expected + len(quote)), MOST_PLACES)
        before, after = annotation.prefix[-_CLUE:], annotation.suffix[:_CLUE]
        if before:
            hits = islice(_forwards(text, before + quote, 0), _CLUES)
            yield from (hit + len(before) for hit in hits)
        if after:
            yield from islice(_forwards(text, quote + after, 0), _CLUES)

    def _likeness(self, annotation: Annotation, start: int) -> _Likeness:
        """Compare as much of the context as was noted: less than usual at the ends of a text."""
        prefix, suffix = annotation.prefix, annotation.suffix
        end = start + len(annotation.quote)
        before = self._text[max(0, start - len(prefix)) : start]
        after = self._text[end : end + len(suffix)]
        sides = [_alike(then, now) for then, now in ((prefix, before), (suffix, after)) if then]
        return _Likeness(sum(sides) / max(1, len(sides)), max(sides, default=0.0))


def _forwards(text: str, words: str, start: int) -> Iterator[int]:
    start = text.find(words, start)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _backwards(text: str, words: str, end: int) -> Iterator[int]:
    start = text.rfind(words, 0, max(0, end))
    while start >= 0:
        yield start
        start = text.rfind(words, 0, start + len(words) - 1)


def _sought(annotation: Annotation) -> Annotation:
    """Return the annotation with no more context than is noted: a log may hold any."""
    prefix, suffix = annotation.prefix, annotation.suffix
    if len(prefix) <= CONTEXT and len(suffix) <= CONTEXT:
        return annotation
    return replace(annotation, prefix=prefix[-CONTEXT:], suffix=suffix[:CONTEXT])


def _is_long(annotation: Annotation) -> bool:
    return len(annotation.quote) >= LONG


def _span(annotation: Annotation, start: int) -> Span:
    return Span(start, start + len(annotation.quote))


def _alike(then: str, now: str) -> float:
    if then == now:
        return 1.0
    from rapidfuzz.fuzz import ratio

    return ratio(even(then).text, even(now).text) / 100


def _is_whole(text: str, annotation: Annotation, start: int) -> bool:
    """Say whether the words begin and end inside a word only where they did before."""
    end = start + len(annotation.quote)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    inside_before = annotation.prefix[-1:].isalnum() and annotation.quote[0].isalnum()
    inside_after = annotation.suffix[:1].isalnum() and annotation.quote[-1].isalnum()
    begins = not (before.isalnum() and annotation.quote[0].isalnum()) or inside_before
    ends = not (after.isalnum() and annotation.quote[-1].isalnum()) or inside_after
    return begins and ends
