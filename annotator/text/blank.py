"""Blanks: white space and the characters of no width that count as such."""

from typing import Final

from annotator.text.span import Span

# Unicode white space, then U+180E, zero width space, word joiner and byte order mark.
BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u180e\u200b\u2060\ufeff"
)


def trim(text: str, span: Span) -> Span:
    """Return `span` without the blanks at its two ends.

    If there is nothing else in it, that is the empty span at its start.
    """
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip(BLANKS))
    if start == span.end:
        return Span(span.start, span.start)
    return Span(start, span.end - len(piece) + len(piece.rstrip(BLANKS)))
