"""Edges of a selection, put right by rule: closing marks come in, outer punctuation stays out."""

import re
from typing import Final

from annotator.marking.motion import tidied
from annotator.text.article import Article
from annotator.text.blank import BLANKS
from annotator.text.inverted import INVERTED, closed_inside, opened_inside
from annotator.text.span import Span
from annotator.text.unit import Unit, units

_OUTER: Final = frozenset(",;:!?…—–.،؛؟。、，；：！？" + BLANKS) | INVERTED
_GENITIVE: Final = re.compile(r"(?<=\w)(?:['’]s|(?<=[sxz])['’])\Z")
_INITIAL: Final = re.compile(  # Marisol K., EE. UU.
    r"(?:\w [^\W\d_a-z]|([A-Z])\1\.\s?([A-Z])\2)\.\Z"
)
_BRACKETS: Final = {")": "(", "]": "[", "）": "（", "】": "【"}
_CLOSING: Final = {opening: closing for closing, opening in _BRACKETS.items()}
_NEAR: Final = 12  # Code points at an end of a span in which there may be something to trim.


def closed(article: Article, span: Span) -> Span:
    """Return `span` with the closing marks right after it whose opening marks lie inside."""
    end = span.end
    while end < len(article.text) and _closes(article, Span(span.start, end)):
        end += 1
    return Span(span.start, end)


def trimmed(article: Article, span: Span, *, genitive: bool) -> Span:
    """Return `span` without the punctuation at its ends; with `genitive`, also without an ’s.

    The full stop of an abbreviation stays, and so do quotation marks and brackets of which the
    other half is inside; an opening one without its closing one goes, and the other way round.
    Where there is nothing but punctuation, all of it stays.
    """
    text = article.text
    start, end = tidied(article, span)
    while start < end and _opens_nothing(article, Span(start, end)):
        start += 1
    while start < end and _closes_nothing(article, Span(start, end)):
        end -= 1
    if genitive and (match := _GENITIVE.search(text, max(start, end - _NEAR), end)):
        end = end if _is_paired(article, end - 1, Span(start, end)) else match.start()
    inside = tidied(article, Span(start, end))
    return inside if inside.length else tidied(article, span)


def _opens_nothing(article: Article, span: Span) -> bool:
    """Say whether `span` is better off without its first character."""
    start, end = span
    mark = article.text[start]
    if mark in _OUTER:
        return not closed_inside(article.text, start, end)
    if mark in _CLOSING:
        inside = article.text[start:end]
        return inside.count(_CLOSING[mark]) < inside.count(mark)
    return _is_lone_mark(article, start, span)


def _closes_nothing(article: Article, span: Span) -> bool:
    """Say whether `span` is better off without its last character."""
    start, end = span
    mark = article.text[end - 1]
    if mark in _OUTER:
        return not (_abbreviates(article, end) or opened_inside(article.text, start, end - 1))
    if mark in _BRACKETS:
        inside = article.text[start:end]
        return inside.count(_BRACKETS[mark]) < inside.count(mark)
    return _is_lone_mark(article, end - 1, span)


def _is_lone_mark(article: Article, offset: int, span: Span) -> bool:
    """Say whether a quotation mark stands there whose other half is not in `span`.

    A single mark that belongs to no quotation is an apostrophe, a double one after a figure means
    inches or seconds.
    """
    from annotator.text.quotation import MARKS, SINGLE_MARKS  # Not before the first screen.

    mark = article.text[offset]
    if mark not in MARKS or _is_paired(article, offset, span):
        return False
    if mark in SINGLE_MARKS:
        return bool(_quotations_at(article, offset))
    return not (mark == '"' and offset and article.text[offset - 1].isdigit())


def _is_paired(article: Article, offset: int, span: Span) -> bool:
    """Say whether a quotation that is closed and lies in `span` begins or ends with that mark."""
    from annotator.text.quotation import is_closed  # Not before the first screen.

    quotations = _quotations_at(article, offset)
    return any(span.covers(q) and is_closed(article.text, q) for q in quotations)


def _quotations_at(article: Article, offset: int) -> tuple[Span, ...]:
    """Return the quotations of which the mark at `offset` is one end."""
    if not article.paragraphs:
        return ()
    quotations = units(article, Unit.QUOTATION, article.paragraph_at(offset))
    return tuple(q for q in quotations if offset in (q.start, q.end - 1))


def _closes(article: Article, span: Span) -> bool:
    """Say whether the character after `span` closes what was opened in it."""
    mark = article.text[span.end]
    if mark.isalnum() or mark.isspace():
        return False
    if mark in _BRACKETS:
        inside = article.text[span.start : span.end]
        return inside.count(_BRACKETS[mark]) > inside.count(mark)
    if not article.paragraphs:
        return False
    quotations = units(article, Unit.QUOTATION, article.paragraph_at(span.end))
    return any(q.end == span.end + 1 and q.start >= span.start for q in quotations)


def _abbreviates(article: Article, end: int) -> bool:
    """Say whether a full stop that ends there belongs to its word."""
    if article.text[end - 1] != ".":
        return False
    if _INITIAL.search(article.text, max(0, end - _NEAR), end):
        return True
    words = units(article, Unit.WORD, article.paragraph_at(end - 1))
    return any(word.end == end for word in words)
