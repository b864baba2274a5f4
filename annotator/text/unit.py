"""Units of an article's text, and edges that respect them."""

from bisect import bisect_left, bisect_right
from enum import StrEnum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.text.article import Article
from annotator.text.blank import trim
from annotator.text.span import Span
from annotator.text.word import graphemes

if TYPE_CHECKING:
    from annotator.text.name_context import NameContext

__all__ = ["Unit", "snap", "trim", "units"]

# Units of the paragraphs on the screen are asked for again and again: there are a dozen, and a jump
# asks for four units of each. Not many more, as each may hold 20,000 graphemes, and as an article
# lives for as long as one of its paragraphs is remembered.
_REMEMBERED: Final = 64
_PLAIN: Final = "\u0300"  # Below it, every code point is a grapheme, but for a line end of two.
_ALSO_PLAIN: Final = frozenset("‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€")  # Nor does any of these join with another.


class Unit(StrEnum):
    """What a motion goes by and a label key takes."""

    GRAPHEME = auto()
    WORD = auto()
    NAME = auto()
    PHRASE = auto()
    CLAUSE = auto()
    QUOTATION = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()


@lru_cache(maxsize=_REMEMBERED)
def units(article: Article, unit: Unit, paragraph: int) -> tuple[Span, ...]:
    """Return the units in the paragraph of that index: ascending spans of the article.

    Only quotations may lie in one another. No edge lies inside a grapheme.
    """
    span = article.paragraphs[paragraph]
    if unit is Unit.PARAGRAPH:
        return (span,)
    starts = _grapheme_starts(article, paragraph)
    if unit is Unit.GRAPHEME:
        return tuple(map(Span, starts, (*starts[1:], span.end)))
    found = [part.moved(span.start) for part in _found(article, unit, article.quote(span))]
    if len(starts) == span.length:
        return tuple(found)
    edges = (*starts, span.end)
    whole = {Span(_floor(edges, start), _floor(edges, end)) for start, end in found}
    return tuple(sorted(part for part in whole if part.length))


def snap(article: Article, span: Span) -> Span:
    """Return `span` with both edges moved outward to the nearest grapheme boundaries.

    Graphemes are looked for in each paragraph alone, so the edges of paragraphs are boundaries.
    """
    start = _boundaries_around(article, span.start)[0]
    return Span(start, _boundaries_around(article, span.end)[1])


def _found(article: Article, unit: Unit, paragraph: str) -> tuple[Span, ...]:
    """Return the units in a paragraph's text.

    How to cut is learned when it is first asked for: the patterns take as long to make as several
    keys, and the first screen needs none of them.
    """
    language = article.language
    match unit:
        case Unit.WORD:
            from annotator.text.word import words

            return words(paragraph, language)
        case Unit.NAME:
            from annotator.text.name import names

            return names(paragraph, language, _name_context(article))
        case Unit.PHRASE:
            from annotator.text.phrase import phrases

            return phrases(paragraph, language, _name_context(article))
        case Unit.CLAUSE:
            from annotator.text.clause import clauses

            return clauses(paragraph, language)
        case Unit.QUOTATION:
            from annotator.text.quotation import quotations

            return quotations(paragraph)
        case _:
            from annotator.text.sentence import sentences

            return sentences(paragraph, language)


@lru_cache(maxsize=1)
def _name_context(article: Article) -> "NameContext":
    from annotator.text.name_context import name_context

    return name_context(article.text, article.language)


@lru_cache(maxsize=_REMEMBERED)
def _grapheme_starts(article: Article, paragraph: int) -> tuple[int, ...]:
    span = article.paragraphs[paragraph]
    starts = graphemes(article.quote(span))
    if len(starts) == span.length:
        return tuple(range(*span))
    return tuple(span.start + start for start in starts)


def _is_plain(char: str) -> bool:
    return char < _PLAIN or char in _ALSO_PLAIN


def _floor(edges: tuple[int, ...], offset: int) -> int:
    return edges[bisect_right(edges, offset) - 1]


def _boundaries_around(article: Article, offset: int) -> tuple[int, int]:
    """Return the last boundary up to `offset` and the first from it on."""
    around = article.text[max(0, offset - 1) : offset + 1]
    if len(around) < len("ab") or (around != "\r\n" and all(map(_is_plain, around))):
        return offset, offset
    paragraph = article.paragraph_at(offset)
    span = article.paragraphs[paragraph] if article.paragraphs else Span(0, 0)
    if span.start < offset < span.end:
        edges = (*_grapheme_starts(article, paragraph), span.end)
        return _floor(edges, offset), edges[bisect_left(edges, offset)]
    return (offset - 1, offset + 1) if around == "\r\n" else (offset, offset)
