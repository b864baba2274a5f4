"""Tokens: the words and marks of a sentence, with each quotation in it as a single one.

Coarser than the word units of the text, and much cheaper: what reads the grammar of a whole article
needs no grapheme.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

WORD: Final = "w"
QUOTED: Final = "q"
END: Final = "."
"""Kinds of tokens; other punctuation is its own kind, and dashes and ends of sentences one each."""

_DEEPEST: Final = 3  # Reports within quotations within quotations are looked at, and no deeper.
_TITLES: Final = (
    r"(?:Mrs?|Ms|Mx|Dr|Prof|Gen|Col|Lt|Sgt|Cpl|Capt|Maj|Adm|Cmdr|Rev|Hon|Gov|Sen|Rep|St|Mme|Mlle"
    r"|Sra?|Srta|Dra|Dipl|Ing|No|Co|Inc|Ltd|Corp|Brig|Supt|Insp|Det|Messrs|Sec|Atty|Pres)\.(?=\W)"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?=\s\d)"
)
_INITIALS: Final = r"(?:[^\W\d_]\.)+(?!\w)(?:-\w+)?"
_LETTER: Final = r"[\w\u0300-\u036f]"
_ALONE: Final = r"[A-Za-z]+(?=\s)"  # Most words are, and need no further look.
_ADDRESS: Final = r"https?://[^\s)\]>]+|\d+(?::\d+)+"
_PLAIN: Final = rf"[@#]?{_LETTER}+(?:[-’'.,/]{_LETTER}+|(?<=[sxz])[’'](?=\s)|(?<=\d)%)*"
_INVERTED: Final = r"-(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b"
_FRENCH: Final = (
    r"[Aa]ujourd[’']hui|[NO][’'][A-Z]\w+|(?:[cdjlmnstCDJLMNST]|(?:[JjLlPp]?u?[iorqs]*)?[Qq]u)[’']"
    rf"|-(?:t-)?(?=(?:ils?|elles?|on|je|nous|vous)\b)|[@#]?{_LETTER}+(?:(?!{_INVERTED})[-.,/]{_LETTER}+)*"
)
_MARKS: Final = r"[—–]|--+|(?<=\s)-(?=\s)|[.!?…]+|[^\w\s]"
_made: Final = tuple.__new__  # Half the time of a call of the class, and there are many words.
_DASHES: Final = frozenset("—–-")
_LEFT_OUT: Final = frozenset("\u200b\ufeff\xad")


class Token(NamedTuple):
    """A word, a mark, or a quotation. `low` is the word in lower case, with a curly apostrophe."""

    start: int
    end: int
    low: str
    kind: str
    capital: bool


Part = tuple[int, int]
"""Some tokens of a statement, by index, half-open."""


class Statement(NamedTuple):
    """One sentence, or as many as a quotation in it holds together; `depth` counts quotations."""

    span: Span
    tokens: tuple[Token, ...]
    depth: int


def span_of(tokens: Sequence[Token], part: Part) -> Span:
    """Return the span from the first token of a part to its last."""
    return Span(tokens[part[0]].start, tokens[part[1] - 1].end)


def statements(article: Article, paragraph: int) -> Iterator[Statement]:
    """Yield the statements of a paragraph, each followed by those inside its quotations."""
    sentences = units(article, Unit.SENTENCE, paragraph)
    quotations = units(article, Unit.QUOTATION, paragraph)
    yield from _statements(article, sentences, quotations, 0)


def _statements(
    article: Article, sentences: Sequence[Span], quotations: Sequence[Span], depth: int
) -> Iterator[Statement]:
    outer = _outermost(quotations)
    text = article.text
    for span in _held_together(text, sentences, outer):
        inside = [quotation for quotation in outer if span.covers(quotation)]
        yield Statement(span, tuple(_tokens(text, span, inside, article.language)), depth)
        for start, end in inside if depth < _DEEPEST else ():
            region = Span(start + 1, max(start + 1, end - 1))
            parts = [
                Span(max(part.start, region.start), min(part.end, region.end))
                for part in sentences
                if part.overlaps(region)
            ]
            nested = [other for other in quotations if region.covers(other)]
            yield from _statements(article, parts, nested, depth + 1)


def _outermost(quotations: Sequence[Span]) -> list[Span]:
    outer: list[Span] = []
    for quotation in quotations:
        if not outer or quotation.start >= outer[-1].end:
            outer.append(quotation)
    return outer


def _held_together(text: str, sentences: Sequence[Span], outer: Sequence[Span]) -> Iterator[Span]:
    """Yield sentences, joined where a quotation goes on, or a small letter follows its end."""
    joined: Span | None = None
    for sentence in sentences:
        if joined is None:
            joined = sentence
        elif (
            text[sentence.start].islower()
            or (
                text.endswith("M.", joined.start, joined.end) and not text[joined.end - 3].isalnum()
            )
            or any(quotation.start < sentence.start < quotation.end for quotation in outer)
        ):
            joined = Span(joined.start, sentence.end)
        else:
            yield joined
            joined = sentence
    if joined is not None:
        yield joined


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = f"{_FRENCH}|{_PLAIN}" if language == "fr" else _PLAIN
    return re.compile(f"{_ALONE}|{_ADDRESS}|{_TITLES}|{_INITIALS}|{words}|{_MARKS}")


def _tokens(text: str, span: Span, quotations: Sequence[Span], language: str) -> Iterator[Token]:
    pattern = _pattern(language)
    begin = span.start
    for quotation in (*quotations, Span(span.end, span.end)):
        for match in pattern.finditer(text, begin, quotation.start):
            start, end = match.span()
            found = match[0]
            first = found[0]
            if first.isalnum() or first in "@#_":
                low = found.lower()
                if "'" in low:
                    low = low.replace("'", "’")
                yield _made(Token, (start, end, low, WORD, first.isupper()))
            elif first == "&":
                yield Token(start, end, first, WORD, capital=True)
            elif first not in _LEFT_OUT and not (
                first == "-" and end < span.end and start and text[end].isalpha()
            ):
                yield _made(Token, (start, end, found, _kind(first), False))
        if quotation.length:
            yield Token(quotation.start, quotation.end, "", QUOTED, capital=False)
        begin = quotation.end


def _kind(mark: str) -> str:
    if mark in _DASHES:
        return "—"
    return END if mark in ".!?…" else mark
