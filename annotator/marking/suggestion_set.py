"""SuggestionSet: all suggestions for one article, immutable, quickly asked by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from annotator.marking.suggestion import Suggestion
from annotator.text.span import Span

Key = tuple[int, int, str]


def reading_order(suggestion: Suggestion) -> Key:
    """Sort by start, outer before inner, then by label."""
    return suggestion.start, -suggestion.end, suggestion.label


class SuggestionSet(Struct, frozen=True):
    """Suggestions in reading order, one a span and label; `longest` is the most code points."""

    ordered: tuple[Suggestion, ...] = ()
    longest: int = 0

    def __len__(self) -> int:
        return len(self.ordered)

    def __iter__(self) -> Iterator[Suggestion]:
        return iter(self.ordered)

    def touching(self, span: Span) -> tuple[Suggestion, ...]:
        """Return those that share at least one code point with `span`."""
        first = bisect_left(self.ordered, (span.start - self.longest, -(1 << 60), ""), key=_key)
        last = bisect_left(self.ordered, (span.end, -(1 << 60), ""), key=_key)
        return tuple(s for s in self.ordered[first:last] if s.end > span.start)

    def from_key(self, key: Key) -> Iterator[Suggestion]:
        """Yield those at `key` of the reading order and after it."""
        for index in range(bisect_left(self.ordered, key, key=_key), len(self.ordered)):
            yield self.ordered[index]

    def before_key(self, key: Key) -> Iterator[Suggestion]:
        """Yield those before `key`, the last first."""
        for index in range(bisect_left(self.ordered, key, key=_key) - 1, -1, -1):
            yield self.ordered[index]

    def after(self, suggestion: Suggestion) -> Iterator[Suggestion]:
        """Yield those after `suggestion`, whether it is in the set or not."""
        first = bisect_right(self.ordered, reading_order(suggestion), key=_key)
        for index in range(first, len(self.ordered)):
            yield self.ordered[index]


def suggestion_set(suggestions: Iterable[Suggestion]) -> SuggestionSet:
    """Return the set of `suggestions`; of several for one span and label the likeliest counts."""
    best: dict[Key, Suggestion] = {}
    for suggestion in suggestions:
        known = best.get(reading_order(suggestion))
        if known is None or suggestion.score > known.score:
            best[reading_order(suggestion)] = suggestion
    ordered = tuple(best[key] for key in sorted(best))
    return SuggestionSet(ordered, max((s.end - s.start for s in ordered), default=0))


_key = reading_order
