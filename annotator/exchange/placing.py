"""Find the words of an incoming annotation in the article: there, elsewhere, or not at all.

An annotation never moves to other words: where the article's text is not the record's, it goes
through the same anchoring as those of an article that has changed.
"""

from array import array
from bisect import bisect, bisect_left, insort
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from annotator.exchange.incoming import Incoming, IncomingAnnotation
from annotator.exchange.units import from_utf16
from annotator.marking.anchor import context
from annotator.marking.anchoring import Fate, Finder
from annotator.marking.annotation import Annotation
from annotator.text.article import Article
from annotator.text.span import Span

SHORT = 40


class How(StrEnum):
    """How a place was found; `look`: it is likely and no more, for a person to look at.

    `quote`: where it begins, but the offsets hold more or less than its words.
    """

    EXACT = "exact"
    UTF16 = "utf-16"
    QUOTE = "quote"
    MOVED = "moved"
    LOOK = "look"
    ORPHAN = "orphan"


class Place(Struct, frozen=True):
    """Where an annotation goes."""

    start: int
    end: int
    how: How = How.EXACT


class Placing:
    """Finds the annotations of one record in one article.

    With `may_look` it also gives places that are only likely; otherwise it tells where they are.
    """

    def __init__(self, record: Incoming, article: Article, *, may_look: bool = False) -> None:
        self._record = record
        self._text = article.text
        self._may_look = may_look
        self._same_file = record.sha256 == article.sha256
        self._told = record.text
        self.same_text = record.text == article.text or (record.text is None and self._same_file)
        if self.same_text:
            self._told = article.text
        self._moves: list[tuple[int, int]] = []
        """From which offset on those that were found have moved, and how far."""

    def place(self, annotation: IncomingAnnotation) -> Place | str:
        """Return where the annotation goes, or why it cannot go anywhere."""
        if annotation.orphan and self._same_file and annotation.quote:
            return Place(annotation.start, annotation.end, How.ORPHAN)
        if self._told is None:
            return self._by_quote(annotation)
        if self._record.loose and not self.same_text and self._solid is not None:
            return _respaced(annotation, *self._solid)
        found = self._in_own_text(annotation, self._told)
        if isinstance(found, str) or self.same_text:
            return found
        span = Span(found.start, found.end)
        around = context(self._told, span)
        return self._anchored(_sought(span.start, self._told[span.start : span.end], *around))

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
        quote, prefix, suffix = annotation.quote, annotation.prefix, annotation.suffix
        if not quote and self._record.sha256:
            return "its offsets are those of another text, and it has no words to be found by"
        if quote and annotation.start < 0:
            return self._by_words_alone(quote, prefix, suffix)
        found = self._in_own_text(annotation, self._text)
        if not quote or annotation.start >= annotation.end:
            return found
        sought = _sought(annotation.start, quote, prefix, suffix)
        return self._contradicted(sought) if isinstance(found, str) else self._agreed(sought, found)

    def _contradicted(self, sought: Annotation) -> Place | str:
        """Find words whose offsets hold others."""
        placed = self._anchored(sought)
        if isinstance(placed, Place) and placed.how is How.EXACT:
            return Place(placed.start, placed.end, How.QUOTE)
        return placed

    def _agreed(self, sought: Annotation, found: Place) -> Place | str:
        """Return where words are that stand where their offsets say, if their context does too."""
        before, after = self._text[: found.start], self._text[found.end :]
        alike = before.endswith(sought.prefix) and after.startswith(sought.suffix)
        if alike and (sought.prefix or sought.suffix):
            return found
        again = self._anchored(replace(sought, start=found.start, end=found.end))
        stayed = isinstance(again, Place) and again.how is How.EXACT
        return found if stayed else again

    def _by_words_alone(self, quote: str, prefix: str, suffix: str) -> Place | str:
        """Find an annotation that came without offsets."""
        whole = prefix + quote + suffix
        at = self._text.find(whole)
        alone = at >= 0 and self._text.find(whole, at + 1) < 0
        sought = _sought(-1, quote, prefix, suffix)
        return self._anchored(sought, at + len(prefix) if alone else 0)

    def _anchored(self, sought: Annotation, expected: int | None = None) -> Place | str:
        """Find words that another text had, or may have had; see `Finder` for `expected`."""
        start, shift = sought.start, self._shift(sought.start)
        found = self._finder.find(sought, start + shift if expected is None else expected)
        span = found.span
        if span is None or (found.fate is Fate.LOOK and not self._may_look):
            return self._why_not(sought.quote, span)
        if found.fate is Fate.LOOK:
            return Place(span.start, span.end, How.LOOK)
        if start >= 0 and span.start - start != shift:
            insort(self._moves, (start, span.start - start))
        return Place(span.start, span.end, How.EXACT if found.fate is Fate.STAYED else How.MOVED)

    def _why_not(self, quote: str, likely: Span | None) -> str:
        gone = f"“{_short(quote)}” is not found by its words and context: the text differs"
        if likely is None:
            return gone
        words = _short(self._text[likely.start : likely.end])
        return (
            f"{gone}; it may be “{words}” at {likely.start}-{likely.end}, "
            "which `annotate import --suggestions FILE` keeps for review"
        )

    def _shift(self, start: int) -> int:
        """Return how far the nearest one before it has moved."""
        index = bisect(self._moves, start, key=lambda move: move[0])
        return self._moves[index - 1][1] if index else 0

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._text)

    @cached_property
    def _solid(self) -> tuple["array[int]", "array[int]"] | None:
        """Return where the characters but white space are: in the record's text, in the article.

        There is nothing to return if they are not the same characters.
        """
        told = self._told or ""
        if "".join(told.split()) != "".join(self._text.split()):
            return None
        return _solid(told), _solid(self._text)


def _respaced(
    annotation: IncomingAnnotation, own: "array[int]", other: "array[int]"
) -> Place | str:
    """Return the place of the same words in a text with other white space."""
    if annotation.start >= annotation.end:
        return "it holds nothing"
    first = bisect_left(own, annotation.start)
    last = bisect_left(own, annotation.end - 1)
    if last >= len(other) or own[first] != annotation.start or own[last] != annotation.end - 1:
        return "it begins or ends with white space that the article has not"
    return Place(other[first], other[last] + 1)


def _solid(text: str) -> "array[int]":
    return array("Q", (at for at, character in enumerate(text) if not character.isspace()))


def _sought(start: int, quote: str, prefix: str, suffix: str) -> Annotation:
    """Return what is to be found; a label and an id do not matter for that."""
    return Annotation(
        id="",
        label="",
        start=start,
        end=start + len(quote),
        quote=quote,
        prefix=prefix,
        suffix=suffix,
    )


def _short(quote: str) -> str:
    return quote if len(quote) <= SHORT else quote[: SHORT - 1] + "…"
