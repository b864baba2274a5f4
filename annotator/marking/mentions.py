"""Mentions: the other places in an article where a name stands, or a variant of it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from annotator.marking.folding import Shape, Word, bare, name_words
from annotator.marking.furniture import furniture
from annotator.marking.name_tokens import HYPHENS, JOINED, STOPPED, NameTokens, tokens_of
from annotator.marking.name_words import articles_of
from annotator.marking.names import why_no_name
from annotator.marking.neighbours import in_longer_name, is_whole
from annotator.text.article import Article
from annotator.text.span import Span

_SIGNS: Final = ("@", "#")
_COUNTED: Final = 8  # words of a name, of which the rarest is looked for


class Mentions(Struct, frozen=True, gc=False):
    """Places beside the one that was asked about: in reading order, and none touches another.

    `same` are the same words. `furniture` are too, but in paragraphs that belong to the page.
    `similar` may be the same name: a surname, an acronym, another spelling.
    """

    same: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    similar: tuple[Span, ...] = ()


NONE: Final = Mentions()


def mentions(article: Article, span: Span) -> Mentions:
    """Return where else the words of `span` stand.

    A mention takes in an article, a possessive, a last full stop, `@` or `#` only if `span` does.
    Words inside of a longer name are no mention: `Port Adler Harbour Board` is not Port Adler.
    """
    if why_refused(article.quote(span)):
        return NONE
    tokens = tokens_of(article)
    name = Name(tokens, span)
    page = furniture(article)
    if article.paragraph_at(span.start) in page:
        page = frozenset()
    same: list[Span] = []
    apart: list[Span] = []
    for first in occurrences(tokens, name.keys):
        last = first + len(name.keys)
        if name.stands_at(first) and not in_longer_name(tokens, first, last):
            found = name.span_at(first)
            if not found.overlaps(span):
                (apart if tokens.paragraph_of(first) in page else same).append(found)
    similar: Iterable[Span] = ()
    if name.capital:
        from annotator.marking.variants import variants

        found_similar = variants(tokens, name.keys, name.hyphens, page)
        similar = _clear(found_similar, (span, *same, *apart))
    return Mentions(tuple(same), tuple(apart), tuple(similar))


def why_refused(words: str) -> str:
    """Return why mentions of these words are not looked for, in plain words; else ""."""
    return why_no_name(words)


class Name:
    """What is looked for: the words of a span, as they are written there."""

    def __init__(self, tokens: NameTokens, span: Span) -> None:
        self._tokens: Final = tokens
        words = list(name_words(tokens.text, span.start, span.end))
        self._articles: Final = articles_of(tokens.language)
        kept = _without_article(tokens.text, words, self._articles)
        self._with_article: Final = len(kept) < len(words)
        self._with_possessive: Final = words[-1].full > words[-1].end
        before = tokens.text[span.start : words[0].start]
        self._sign: Final = before if before in _SIGNS else ""
        self._with_stop: Final = tokens.text[words[-1].full : span.end] == "."
        self._words: Final = kept
        self._shouted: Final = len(kept) > 1 and all(word.shape.caps for word in kept)
        self.keys: Final = tuple(word.key for word in kept)
        self.hyphens: Final = frozenset(
            index
            for index, (before, word) in enumerate(pairwise(kept), 1)
            if tokens.text[before.full : word.start].strip()[:1] in HYPHENS
        )
        self.capital: Final = any(word.shape.capital for word in kept)

    def stands_at(self, first: int) -> bool:
        """Say whether its words stand there as whole words, capitals where they count."""
        last = first + len(self._words)
        found = self._tokens.shapes[first:last]
        return self._same_case(found) and is_whole(self._tokens, first, last)

    def span_at(self, first: int) -> Span:
        """Return the span there, with what hangs on the name if that was tagged too."""
        tokens = self._tokens
        last = first + len(self._words)
        start, end = tokens.span(first, last)
        joined = self._with_article and first and tokens.gaps[first] == JOINED
        if joined and tokens.keys[first - 1] in self._articles:
            start = tokens.starts[first - 1]
        elif self._sign and tokens.text[start - 1 : start] == self._sign:
            start -= 1
        if self._with_possessive:
            end = tokens.fulls[last - 1]
        return Span(start, end + (self._with_stop and tokens.text[end : end + 1] == "."))

    def _same_case(self, found: list[Shape]) -> bool:
        if len(found) == 1:
            return self._words[0].shape.acronym == found[0].acronym
        return self._shouted or not any(
            word.shape.acronym and shape.lower
            for word, shape in zip(self._words, found, strict=True)
        )


def occurrences(tokens: NameTokens, keys: tuple[str, ...]) -> Iterator[int]:
    """Yield where these words stand one behind the other, ascending; none overlaps the next."""
    words = tokens.keys
    rarest = min(range(len(keys[:_COUNTED])), key=lambda index: words.count(keys[index]))
    end = 0
    place = -1
    while (place := _next(words, keys[rarest], place + 1)) >= 0:
        first = place - rarest
        last = first + len(keys)
        if first < end or tuple(words[first:last]) != keys:
            continue
        if max(tokens.gaps[first + 1 : last], default=JOINED) <= STOPPED:
            yield first
            end = last


def _next(words: list[str], word: str, start: int) -> int:
    """Return where a word stands next, -1 if nowhere; a list finds it faster than a loop."""
    try:
        return words.index(word, start)
    except ValueError:
        return -1


def _without_article(text: str, words: list[Word], articles: frozenset[str]) -> list[Word]:
    """Return the name's words without its article; that of `el-Kanari` is a part of it."""
    kept = bare(words, articles)
    last = len(words) - len(kept)
    if last and not words[last - 1].shape.elided:
        gap = text[words[last - 1].full : words[last].start]
        if not gap.isspace():
            return words
    return kept


def _clear(found: Iterable[Span], taken: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what touches neither a taken span nor the last one yielded, in reading order."""
    marked = sorted(taken)
    index = 0
    end = 0
    for span in sorted(found):
        while index < len(marked) and marked[index].end <= span.start:
            index += 1
        if span.start >= end and not (index < len(marked) and marked[index].start < span.end):
            yield span
            end = span.end
