"""Paragraphs: where they begin and end in a whole article.

A paragraph is a line, because most articles hold one paragraph a line, with or without a blank
line between. In a hard-wrapped file it is as many lines as belong together: `wrapping` says which.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from annotator.text import wrapping
from annotator.text.blank import BLANKS, trim
from annotator.text.span import Span

LONGEST: Final = 20_000

_LINE: Final = re.compile(f"[^{BLANKS}](?:.*[^{BLANKS}])?")
_LATIN_STOPS: Final = (". ", "! ", "? ", '." ', ".” ", ".’ ", ".» ")
_STOPS: Final = (*_LATIN_STOPS, "\u061f ", "\u06d4 ", "\u0964 ", "\u3002", "\uff01", "\uff1f")
# Letters, figures and marks of which any two have a grapheme boundary between them.
_PLAIN: Final = (
    r"!-~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    r"\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3"
)
_NEAR: Final = 2_000  # A first look for a place to cut goes back no further than this,
_CLOSE: Final = 100  # and one for any grapheme boundary than this.
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)  # They pair up, counted from the first of a run.


def find_paragraphs(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of an article: ascending, apart, and trimmed of outer blanks.

    Lines end in `\n`, `\r\n` or a lone `\r`. Every character that is not a blank lies in a
    paragraph. One longer than `LONGEST` code points is cut at its last full stop that leaves no
    more than that, else at a blank, else between two graphemes: so whatever works on one
    paragraph (words, sentences, the layout of rows) has a bound, even if 10 MB stand on one line.
    """
    # Equal in length, so that the offsets hold.
    flat = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    lines = [match.span() for match in _LINE.finditer(flat)]
    width = wrapping.wrap_width(flat, lines)
    spans = wrapping.rejoin(flat, lines, width) if width else lines
    if all(end - start <= LONGEST for start, end in spans):
        return tuple(map(Span._make, spans))
    return tuple(piece for start, end in spans for piece in pieces(flat, start, end))


def pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut what lies between the offsets until no piece is longer than `LONGEST`."""
    while end - start > LONGEST:
        cut = _place_to_cut(text, start, start + LONGEST)
        yield trim(text, Span(start, cut))
        gap = _gap().match(text, cut, end)
        start = gap.end() if gap else cut
    if start < end:
        yield Span(start, end)


def _place_to_cut(text: str, start: int, limit: int) -> int:
    """Return the best place to cut, in the second half of what lies between the two."""
    half = start + LONGEST // 2
    for low in (limit - _NEAR, half):
        cut = max(text.rfind(stop, low, limit) + len(stop) for stop in _STOPS)
        if cut > low:
            return cut
    for low in (limit - _NEAR, half):
        cut = max(text.rfind(" ", low, limit), text.rfind("\n", low, limit)) + 1
        if cut > low:
            return cut
    for low in (limit - _CLOSE, half):
        boundaries = [match.end() for match in _boundary().finditer(text, low, limit)]
        if boundaries:
            return boundaries[-1]
    return _grapheme_boundary(text, start, limit)


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(f"[{BLANKS}]*")


@cache
def _boundary() -> re.Pattern[str]:
    """Return the pattern of the simplest grapheme boundaries."""
    return re.compile(f"(?<=[{_PLAIN}])(?=[{_PLAIN}])")


def _grapheme_boundary(text: str, start: int, limit: int) -> int:
    """Return the last boundary in reach of `limit`, or `limit` if one cluster is longer than that.

    A cluster is seen whole if the look begins before it; a run of flags, if it begins before all.
    """
    from annotator.text.word import graphemes

    low = limit - _NEAR
    while low > start and ord(text[low]) in _FLAG_LETTERS:
        low -= 1
    # The cluster at the end may go on beyond the limit, and the first may have begun earlier.
    inner = graphemes(text[low:limit])[2:]
    return low + inner[-1] if inner else limit
