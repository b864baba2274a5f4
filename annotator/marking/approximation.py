"""Where words may stand that have changed a little: by their likeness, for a person to look at.

The words with their context are aligned with the text, both with their typography evened out, and
the two ends of the words are carried over along that alignment.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from unicodedata import east_asian_width

from msgspec.structs import replace

from annotator.marking.annotation import CONTEXT, Annotation
from annotator.marking.typography import Even, even
from annotator.text.span import Span

LARGE = 50_000
"""Code points from which on a text is searched by pieces of the words first."""

_CUTOFF = 55
"""How alike, of 100, words with their context must be to be looked at any further."""

LONGEST = 2_000
"""Code points up to which words are aligned as a whole: the cost grows with their square."""

_END = 400
_SEED, _SEEDS, _SEED_HITS, _WINDOWS = 12, 14, 40, 3
_FLANK = 16
_LONGEST_WORD = 24
_NEAR = 200
_ALONE_EXACT, _ALONE_FUZZY, _ALONE_CUTOFF = 12, 20, 85


class Approximation:
    """One text, prepared for looking up words that may have changed."""

    def __init__(self, text: str) -> None:
        self._original = text

    @cached_property
    def _even(self) -> Even:
        return even(self._original)

    def find(self, annotation: Annotation, expected: int) -> Span | None:
        """Return where the words most probably are now; None if nothing is alike enough."""
        if len(annotation.quote) > LONGEST:
            return self._by_its_ends(annotation, expected)
        quote = even(annotation.quote).text.strip()
        if not quote:
            return None
        needle = _Needle(annotation)
        at = self._evened(expected)
        span = self._in_context(needle, at) or self._alone(quote, at)
        if span is None:
            return None
        found = self._even.place(span)
        same = self._original[found.start : found.end] == annotation.quote
        return found if same else whole_words(self._original, found)

    def _by_its_ends(self, annotation: Annotation, expected: int) -> Span | None:
        """Return from where a long quote's first words stand to where its last ones do."""
        quote = annotation.quote
        head = replace(annotation, quote=quote[:_END], suffix=quote[_END : _END + CONTEXT])
        tail = replace(annotation, quote=quote[-_END:], prefix=quote[-_END - CONTEXT : -_END])
        first = self.find(head, expected)
        last = self.find(tail, expected + len(quote) - _END) if first is not None else None
        if first is None or last is None:
            return None
        length = last.end - first.start
        return Span(first.start, last.end) if len(quote) / 2 < length < len(quote) * 2 else None

    def near(self, annotation: Annotation, expected: int) -> Span | None:
        """Return where the words, perhaps a little changed, stand near an offset."""
        if len(annotation.quote) > LONGEST:
            return None  # It is its own context.
        needle, at = _Needle(annotation), self._evened(expected)
        found = self._aligned(needle.text, self._around(at, len(needle.text)))
        if found is None or not needle.quote.length:
            return None
        span = self._carried(needle, found[1])
        return None if span is None else self._even.place(span)

    def _around(self, offset: int, length: int) -> Span:
        size = len(self._even.text)
        start = min(size, max(0, offset - _NEAR))
        return Span(start, min(size, max(0, offset) + length + _NEAR))

    def _evened(self, offset: int) -> int:
        """Return about where an offset of the original lies in the evened text."""
        piece = max(0, bisect_left(self._even.original, offset) - 1)
        return self._even.evened[piece] + offset - self._even.original[piece]

    def _in_context(self, needle: "_Needle", expected: int) -> Span | None:
        best: tuple[float, int] | None = None
        chosen = None
        for window in self._windows(needle.text, expected):
            found = self._aligned(needle.text, window)
            if found is None:
                continue
            score, place = found
            rank = (score, -abs(place.start - expected))
            if best is None or rank > best:
                best, chosen = rank, place
        return None if chosen is None else self._carried(needle, chosen)

    def _windows(self, needle: str, expected: int) -> Iterator[Span]:
        """Yield the stretches of text in which it is worth looking."""
        size = len(self._even.text)
        yield self._around(expected, len(needle))
        if size <= LARGE:
            yield Span(0, size)
            return
        votes: dict[int, int] = {}
        for hit in self._seed_hits(needle):
            votes[hit // 64] = votes.get(hit // 64, 0) + 1
        for bucket in sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:_WINDOWS]:
            start = max(0, bucket * 64 - 128)
            yield Span(start, min(size, start + 256 + len(needle) + len(needle) // 3))

    def _seed_hits(self, needle: str) -> Iterator[int]:
        """Yield where the needle would begin, for each place of each of its pieces."""
        step = max(1, (len(needle) - _SEED) // _SEEDS)
        for offset in range(0, max(1, len(needle) - _SEED + 1), step):
            seed, start = needle[offset : offset + _SEED], -1
            for _ in range(_SEED_HITS):
                start = self._even.text.find(seed, start + 1)
                if start < 0:
                    break
                yield max(0, start - offset)

    def _aligned(self, needle: str, window: Span) -> tuple[float, Span] | None:
        """Return how alike the best stretch of a window is, and where; wider than the needle."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        text = self._even.text[window.start : window.end]
        if len(text) <= len(needle):
            return (0.0, window) if text else None
        found = partial_ratio_alignment(needle, text, score_cutoff=_CUTOFF)
        if found is None:
            return None
        wider = 24 + len(needle) // 3
        start = max(window.start, window.start + found.dest_start - wider)
        end = min(window.end, window.start + found.dest_end + wider)
        return found.score, Span(start, end)

    def _carried(self, needle: "_Needle", window: Span) -> Span | None:
        """Return the span of the quote inside a window, if it is alike enough."""
        text = self._even.text[window.start : window.end]
        inside = _across(needle.text, text, needle.quote)
        found = _tidied(text, inside)
        if not found.length or not needle.accepts(text, found):
            return None
        return found.moved(window.start)

    def _alone(self, quote: str, expected: int) -> Span | None:
        """Return where the words stand without anything of their context."""
        text = self._even.text
        if len(quote) >= _ALONE_EXACT:
            starts = _occurrences(text, quote)
            if starts:
                start = min(starts, key=lambda start: abs(start - expected))
                return Span(start, start + len(quote))
        if len(quote) < _ALONE_FUZZY or len(text) > LARGE:
            return None
        found = self._aligned(quote, Span(0, len(text)))
        if found is None or found[0] < _ALONE_CUTOFF:
            return None
        window = text[found[1].start : found[1].end]
        inside = _tidied(window, _across(quote, window, Span(0, len(quote))))
        if _ratio(quote, window[inside.start : inside.end]) < _ALONE_CUTOFF:
            return None
        return inside.moved(found[1].start)


def whole_words(text: str, span: Span) -> Span:
    """Return the span with edges inside a word moved to the nearer end of that word."""
    start, end = _nearest_edge(text, span.start), _nearest_edge(text, span.end)
    found = _tidied(text, Span(start, end)) if start < end else span
    return found if found.length else span


def _nearest_edge(text: str, offset: int) -> int:
    def is_inside(at: int) -> bool:
        around = text[max(0, at - 1) : at + 1]
        return 0 < at < len(text) and all(map(_is_of_words, around))

    for distance in range(_LONGEST_WORD):
        for at in (offset - distance, offset + distance):
            if not is_inside(at):
                return at
    return offset


def _is_of_words(character: str) -> bool:
    """Say whether a character belongs to a script that puts blanks between words."""
    return character.isalnum() and east_asian_width(character) not in "WF"


class _Needle:
    """The words of an annotation with their context, evened out; `quote` is where the words are."""

    def __init__(self, annotation: Annotation) -> None:
        prefix, quote, suffix = annotation.prefix, annotation.quote, annotation.suffix
        whole = even(prefix + quote + suffix)
        start = len(even(prefix).text)
        self.text = whole.text
        self.quote = _tidied(self.text, Span(start, len(self.text) - len(even(suffix).text)))

    def accepts(self, text: str, found: Span) -> bool:
        """Say whether what was found is alike enough to be shown to a person."""
        quote = self.text[self.quote.start : self.quote.end]
        inside = _ratio(quote, text[found.start : found.end])
        length = len(quote)
        least = 100 if length < 5 else 86 if length < 12 else 78 if length < 40 else 70  # noqa: PLR2004 - the shorter, the more alike
        if inside >= least:
            return True
        before = self.text[max(0, self.quote.start - _FLANK) : self.quote.start]
        after = self.text[self.quote.end : self.quote.end + _FLANK]
        flanks = [
            _ratio(then, now)
            for then, now in (
                (before, text[max(0, found.start - len(before)) : found.start]),
                (after, text[found.end : found.end + len(after)]),
            )
            if then
        ]
        return bool(flanks) and min(flanks) >= 80 and inside >= 45  # noqa: PLR2004 - as measured


def _ratio(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(one, other)


def _occurrences(text: str, quote: str, most: int = 200) -> list[int]:
    starts: list[int] = []
    start = text.find(quote)
    while start >= 0 and len(starts) < most:
        starts.append(start)
        start = text.find(quote, start + 1)
    return starts


def _across(needle: str, text: str, span: Span) -> Span:
    """Carry a span of `needle` over to `text`, along the alignment of the two."""
    from rapidfuzz.distance import Indel

    equal = [
        (op.src_start, op.src_end, op.dest_start - op.src_start)
        for op in Indel.opcodes(needle, text)
        if op.tag == "equal"
    ]
    first, last = span
    before = [min(end, first) + shift for start, end, shift in equal if start < first]
    after = [max(start, last) + shift for start, end, shift in equal if end > last]
    inside = [
        (max(start, first) + shift, min(end, last) + shift)
        for start, end, shift in equal
        if start < last and end > first
    ]
    if not inside:
        return Span(0, 0)
    begins = any(start <= first < end for start, end, _ in equal)
    ends = any(start < last <= end for start, end, _ in equal)
    new_start = inside[0][0] if begins or not before else before[-1]
    new_end = inside[-1][1] if ends or not after else after[0]
    return Span(new_start, max(new_start, new_end))


def _tidied(text: str, span: Span) -> Span:
    """Return the span without blanks at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
