"""Mentions: the other places in an article where a name stands, or a variant of it."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from annotator.marking.folding import Word, bare, name_words
from annotator.marking.furniture import furniture
from annotator.marking.name_tokens import JOINED, STOPPED, NameTokens, tokens_of
from annotator.marking.name_words import articles_of
from annotator.marking.names import why_no_name
from annotator.marking.neighbours import in_longer_name, is_whole
from annotator.text.article import Article
from annotator.text.span import Span


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

    A mention takes a possessive or an article in only if `span` does. Words inside of a longer
    name are no mention: `Port Adler Harbour Board` is not Port Adler.
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

        found_similar = variants(tokens, name.keys, page)
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
        self._words: Final = kept
        self._shouted: Final = len(kept) > 1 and all(word.shape.caps for word in kept)
        self.keys: Final = tuple(word.key for word in kept)
        self.capital: Final = any(word.shape.capital for word in kept)

    def stands_at(self, first: int) -> bool:
        """Say whether its words stand there as whole words, capitals where they count."""
        last = first + len(self._words)
        found = self._tokens.words[first:last]
        return self._same_case(found) and is_whole(self._tokens, first, last)

    def span_at(self, first: int) -> Span:
        """Return the span there, with article and possessive if they were tagged too."""
        tokens = self._tokens
        last = first + len(self._words)
        start, end = tokens.span(first, last)
        if self._with_article and first and tokens.gaps[first] == JOINED:
            before = tokens.words[first - 1]
            start = before.start if before.key in self._articles else start
        return Span(start, tokens.words[last - 1].full if self._with_possessive else end)

    def _same_case(self, found: list[Word]) -> bool:
        if len(found) == 1:
            return self._words[0].shape.acronym == found[0].shape.acronym
        return self._shouted or not any(
            word.shape.acronym and other.shape.lower
            for word, other in zip(self._words, found, strict=True)
        )


def occurrences(tokens: NameTokens, keys: tuple[str, ...]) -> Iterator[int]:
    """Yield where these words stand one behind the other, ascending; none overlaps the next."""
    places = [tokens.places.get(key, ()) for key in keys]
    rarest = min(range(len(keys)), key=lambda index: len(places[index]))
    end = 0
    for place in places[rarest]:
        first = place - rarest
        last = first + len(keys)
        if first < end or tuple(tokens.keys[first:last]) != keys:
            continue
        if all(gap <= STOPPED for gap in tokens.gaps[first + 1 : last]):
            yield first
            end = last


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
