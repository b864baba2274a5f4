"""Find the words of an incoming annotation in the article: there, elsewhere, or not at all.

An annotation never moves to other words: where the article's text is not the record's, the same
words are looked for with what stands around them, and taken only if one place is clearly the best.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from annotator.exchange.incoming import Incoming, IncomingAnnotation
from annotator.exchange.units import from_utf16
from annotator.marking.annotation import CONTEXT
from annotator.text.article import Article

PLACES_LIMIT = 1000
"""Places of the same words that are compared."""

MARGIN = 8
"""Code points by which the context of the best place must be better than that of the next."""

LONG = 25
"""Code points from which on words that stand only once need no context."""

SHORT = 40


class How(StrEnum):
    """How a place was found."""

    EXACT = "exact"
    UTF16 = "utf-16"
    MOVED = "moved"
    ORPHAN = "orphan"


class Place(Struct, frozen=True):
    """Where an annotation goes."""

    start: int
    end: int
    how: How = How.EXACT


class Placing:
    """Finds the annotations of one record in one article."""

    def __init__(self, record: Incoming, article: Article) -> None:
        self._record = record
        self._text = article.text
        self._same_file = record.sha256 == article.sha256
        self._told = record.text
        self.same_text = record.text == article.text or (record.text is None and self._same_file)
        if self.same_text:
            self._told = article.text

    def place(self, annotation: IncomingAnnotation) -> Place | str:
        """Return where the annotation goes, or why it cannot go anywhere."""
        if annotation.orphan and self._same_file and annotation.quote:
            return Place(annotation.start, annotation.end, How.ORPHAN)
        if self._record.loose and not self.same_text:
            return self._respaced(annotation)
        if self._told is None:
            return self._by_quote(annotation)
        found = self._in_own_text(annotation, self._told)
        if isinstance(found, str) or self.same_text:
            return found
        start, end = found.start, found.end
        around = self._told[max(0, start - CONTEXT) : start], self._told[end : end + CONTEXT]
        return self._again(self._told[start:end], *around)

    def _in_own_text(self, annotation: IncomingAnnotation, text: str) -> Place | str:
        """Check the offsets against the record's own text and words."""
        start, end, quote = annotation.start, annotation.end, annotation.quote
        if 0 <= start < end <= len(text) and quote in ("", text[start:end]):
            return Place(start, end)
        if quote:
            one, two = self._narrowed(start), self._narrowed(end)
            if 0 <= one < two and text[one:two] == quote:
                return Place(one, two, How.UTF16)
        if start == end == -1:
            return "neither offsets nor words tell where it is"
        if start < 0 or end > len(text):
            return f"{start}-{end} lies beyond the text, which has {len(text):,} characters"
        if start >= end:
            return f"{start}-{end} holds nothing"
        return f"{start}-{end} reads “{_short(text[start:end])}”, not “{_short(quote)}”"

    @cached_property
    def _narrowed(self) -> Callable[[int], int]:
        return from_utf16(self._told if self._told is not None else self._text)

    def _by_quote(self, annotation: IncomingAnnotation) -> Place | str:
        """Find an annotation whose record has no text, by its own words."""
        quote, around = annotation.quote, (annotation.prefix, annotation.suffix)
        if quote and annotation.start < 0:  # The words alone say where it is.
            return self._again(quote, *around, alone=True)
        found = self._in_own_text(annotation, self._text)
        if isinstance(found, Place) or not quote or annotation.start >= annotation.end:
            return found
        return self._again(quote, *around, alone=len(quote) >= LONG)

    def _again(self, quote: str, prefix: str, suffix: str, *, alone: bool = False) -> Place | str:
        """Find words elsewhere; `alone`: where they stand only once, they need no context."""
        known = alone or prefix or suffix
        at = find_again(self._text, quote, prefix, suffix) if known else None
        if at is None:
            return f"“{_short(quote)}” is not found by its words and context: the text differs"
        return Place(at, at + len(quote), How.MOVED)

    def _respaced(self, annotation: IncomingAnnotation) -> Place | str:
        if annotation.start >= annotation.end:
            return "it holds nothing"
        own, other = self._solid
        first = bisect_left(own, annotation.start)
        last = bisect_left(own, annotation.end - 1)
        if last >= len(other) or own[first] != annotation.start or own[last] != annotation.end - 1:
            return "its words are not those of the article"
        return Place(other[first], other[last] + 1)

    @cached_property
    def _solid(self) -> tuple["array[int]", "array[int]"]:
        """Return where the characters but white space are: in the record's text, in the article.

        Both are empty if they are not the same characters.
        """
        told = self._told or ""
        if "".join(told.split()) != "".join(self._text.split()):
            return array("Q"), array("Q")
        return _solid(told), _solid(self._text)


def _solid(text: str) -> "array[int]":
    return array("Q", (at for at, character in enumerate(text) if not character.isspace()))


def find_again(text: str, quote: str, prefix: str, suffix: str) -> int | None:
    """Return where the words stand with the context that fits best, if one place is clearly best.

    At least half of the context must be the same.
    """
    scores: list[tuple[int, int]] = []
    at = text.find(quote)
    while at >= 0 and len(scores) < PLACES_LIMIT:
        end = at + len(quote)
        score = _alike(prefix[::-1], text[max(0, at - len(prefix)) : at][::-1])
        scores.append((score + _alike(suffix, text[end : end + len(suffix)]), at))
        at = text.find(quote, at + 1)
    if not scores:
        return None
    scores.sort(reverse=True)
    best, place = scores[0]
    clear = len(scores) == 1 or best >= scores[1][0] + MARGIN
    return place if clear and 2 * best >= len(prefix) + len(suffix) else None


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _short(quote: str) -> str:
    return quote if len(quote) <= SHORT else quote[: SHORT - 1] + "…"
