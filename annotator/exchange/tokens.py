"""Tokens for the formats that know nothing finer: cut at the edges of spans, so that each fits."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

if TYPE_CHECKING:
    import regex


class Token(NamedTuple):
    """A word, a sign, or white space. `ws` says that a blank follows which belongs to no token."""

    start: int
    end: int
    ws: bool


def tokens(text: str, spans: Iterable[Span], cuts: Iterable[int] = ()) -> list[Token]:
    """Return the tokens of a text; the edges of `spans`, and `cuts`, lie between two of them.

    No span may begin or end with white space. The first blank after a word is the word's `ws`,
    what white space is left is a token: so spaCy counts, too.
    """
    edges = {offset for span in spans for offset in span}.union(cuts)
    made: list[Token] = []
    keep = made.append
    first, last, is_word = 0, 0, False  # The token before: kept once it is known what follows.
    for start, end in _cut(text, sorted(edges)):
        if is_word and text[start] == " ":
            keep(Token(first, last, ws=True))
            first, last, is_word = start + 1, end, False
            continue
        if last > first:
            keep(Token(first, last, ws=False))
        first, last, is_word = start, end, not text[start].isspace()
    if last > first:
        keep(Token(first, last, ws=False))
    return made


def sentences(article: Article, marked: Sequence[Span]) -> list[list[Token]]:
    """Return the tokens of each sentence but white space; one that a span crosses goes on."""
    spans = [
        sentence
        for number in range(len(article.paragraphs))
        for sentence in units(article, Unit.SENTENCE, number)
    ]
    text = article.text
    begins = _begins(spans, marked)
    every = [t for t in tokens(text, marked, begins) if not text[t.start].isspace()]
    starts = [token.start for token in every]
    at = [bisect_left(starts, begin) for begin in begins] + [len(every)]
    return [every[one:two] for one, two in pairwise(at) if one < two]


def _begins(spans: Sequence[Span], marked: Sequence[Span]) -> list[int]:
    """Return where the sentences begin; none begins inside a marked span."""
    starts = [span.start for span in spans]
    held: set[int] = set()
    for start, end in marked:
        held.update(range(bisect_right(starts, start), bisect_left(starts, end)))
    return [0, *(start for index, start in enumerate(starts) if index not in held)]


def _cut(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for found in _pattern()(text):
        start, end = found.span()
        at = bisect_right(cuts, start)
        while at < len(cuts) and cuts[at] < end:
            yield start, cuts[at]
            start = cuts[at]
            at += 1
        yield start, end


@cache
def _pattern() -> "Callable[[str], Iterator[regex.Match[str]]]":
    import regex

    words = r"[\p{L}\p{M}\p{N}_\u200c\u200d]+(?:['’][\p{L}\p{M}\p{N}]+)*"
    return regex.compile(rf"{words}|[\s\x1c-\x1f]+|[^\s\x1c-\x1f\p{{L}}\p{{N}}_]\p{{M}}*").finditer
