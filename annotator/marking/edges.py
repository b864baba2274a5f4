"""Edges of a selection, put right by rule: closing marks come in, outer punctuation stays out."""

import re
from typing import Final

from annotator.marking.motion import tidied
from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

_OUTER: Final = frozenset(",;:!?…—–.،؛؟。、，；：！？")
_GENITIVE: Final = re.compile(r"(?<=\w)(?:['’]s|(?<=[sxz])['’])\Z")
_INITIAL: Final = re.compile(  # Marisol K., EE. UU.
    r"(?:\w [^\W\d_a-z]|([A-Z])\1\.\s?([A-Z])\2)\.\Z"
)
_BRACKETS: Final = {")": "(", "]": "[", "）": "（", "】": "【"}
_NEAR: Final = 12  # Code points at an end of a span in which there may be something to trim.


def closed(article: Article, span: Span) -> Span:
    """Return `span` with the closing marks right after it whose opening marks lie inside."""
    end = span.end
    while end < len(article.text) and _closes(article, Span(span.start, end)):
        end += 1
    return Span(span.start, end)


def trimmed(article: Article, span: Span, *, genitive: bool) -> Span:
    """Return `span` without the punctuation at its ends; with `genitive`, also without an ’s.

    The full stop of an abbreviation stays, and so do quotation marks and brackets. Where there is
    nothing but punctuation, all of it stays.
    """
    start, end = tidied(article, span)
    while start < end and article.text[start] in _OUTER:
        start += 1
    while start < end and article.text[end - 1] in _OUTER and not _abbreviates(article, end):
        end -= 1
    if genitive and (match := _GENITIVE.search(article.text, max(start, end - _NEAR), end)):
        end = match.start()
    inside = tidied(article, Span(start, end))
    return inside if inside.length else tidied(article, span)


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
