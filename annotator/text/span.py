"""Span: a half-open stretch of an article's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """`start` and `end` are code-point offsets into the article's text; `end` is outside.

    Spans sort by start, then by end.
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """Code points inside."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Say whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: "Span") -> bool:
        """Say whether they overlap without one covering the other."""
        return self.overlaps(other) and not self.covers(other) and not other.covers(self)

    def moved(self, by: int) -> "Span":
        """Return the span `by` code points further on."""
        return Span(self.start + by, self.end + by)
