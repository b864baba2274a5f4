"""The words of a whole article by the rules of names, and the capitalised names in it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from annotator.marking.folding import Shape, Word, name_words
from annotator.marking.name_words import (
    ABBREVIATIONS,
    CALENDAR,
    ELIDING,
    FUNCTION_WORDS,
    KINDS,
    OF,
    OF_PERSONS,
    PARTICLES,
    TITLES,
)
from annotator.text.article import Article
from annotator.text.blank import BLANKS
from annotator.text.span import Span

JOINED: Final = 0
"""Nothing but blanks, or nothing at all, before a word."""
HYPHENED: Final = 1
STOPPED: Final = 2
"""The full stop of an abbreviation: `Lt. Maddrell`."""
APART: Final = 3
"""Punctuation, or the beginning of a paragraph."""

Key = tuple[str, ...]

_REMEMBERED: Final = 4  # articles; the current one is asked for again with each name
HYPHENS: Final = frozenset("-\u00ad\u2010\u2011")
_QUOTES: Final = ("'", "’")
_STOPS: Final = (".", "!", "?", "…", ":")
_TITLE_CASE: Final = 0.6  # the share of capitalised words above which a paragraph is a headline
_HEADLINE: Final = 30  # words: no headline has more
_LONGEST_RUN: Final = 12  # words: more of them with capitals are no name
_LONG: Final = 4  # letters: shorter words say nothing about a headline


class NameTokens:
    """Arrays of equal length, an entry a word: where it is, what it is, what stands before it.

    `starts`, `ends` and `fulls` are offsets; the full word ends behind its possessive. As arrays,
    the words of 10 MB take a sixth of the memory that they would as objects.
    """

    def __init__(self, article: Article) -> None:
        self.text: Final = article.text
        self.language: Final = article.language
        self.starts: Final = array("I")
        self.ends: Final = array("I")
        self.fulls: Final = array("I")
        self.keys: Final[list[str]] = []
        self.shapes: Final[list[Shape]] = []
        self.gaps: Final = bytearray()
        self.firsts: Final = array("I")
        """The first word of each paragraph, and the count of words at last."""
        for start, end in article.paragraphs:
            self.firsts.append(len(self.keys))
            self._read(start, end)
        self.firsts.append(len(self.keys))

    def _read(self, start: int, end: int) -> None:
        text, gaps = self.text, self.gaps
        found = list(name_words(text, start, end))
        if not found:
            return
        starts, ends, fulls, keys, shapes = zip(*found, strict=True)
        self.starts.extend(starts)
        self.ends.extend(ends)
        self.fulls.extend(fulls)
        self.keys.extend(keys)
        self.shapes.extend(shapes)
        gaps.append(APART)
        for before, word in pairwise(found):
            gap = text[before.full : word.start]
            if gap == " ":
                gaps.append(JOINED)
            else:
                kind = _gap(gap)
                gaps.append(kind if kind <= HYPHENED else _joined(kind, gap, before))

    def paragraph_of(self, index: int) -> int:
        """Return the index of the paragraph in which a word stands."""
        return bisect_right(self.firsts, index, hi=len(self.firsts) - 1) - 1

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The longest stretches of capitalised words, particles inside; none of a headline.

        German writes every noun with a capital, so there a stretch may be more than a name.
        """
        found: list[tuple[int, int]] = []
        for first, last in pairwise(self.firsts):
            if not self._headline(first, last):
                runs = self._runs(first, last)
                found += [run for run in runs if run[1] - run[0] <= _LONGEST_RUN]
        return tuple(found)

    @cached_property
    def run_at(self) -> dict[int, tuple[int, int]]:
        """The run of each word that lies in one of several words."""
        return {index: run for run in self.runs if run[1] - run[0] > 1 for index in range(*run)}

    @cached_property
    def seen_inside(self) -> frozenset[str]:
        """The words that stand with a capital where no sentence begins."""
        return frozenset(
            key
            for key, shape, gap in zip(self.keys, self.shapes, self.gaps, strict=True)
            if shape.capital and gap != APART
        )

    def has_possessive(self, index: int) -> bool:
        """Say whether a possessive hangs on a word."""
        return self.fulls[index] > self.ends[index]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` to before `last`, without a possessive."""
        return Span(self.starts[first], self.ends[last - 1])

    def _headline(self, first: int, last: int) -> bool:
        """Say whether a paragraph is a line of words with capitals, without a full stop."""
        if not _LONG < last - first <= _HEADLINE:
            return False
        end = self.fulls[last - 1]
        if self.text[end : end + 1] in _STOPS:
            return False
        long = [index for index in range(first, last) if len(self.keys[index]) >= _LONG]
        capitals = sum(self.shapes[index].capital for index in long)
        return capitals > _TITLE_CASE * len(long)

    def _runs(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        keys, shapes, gaps = self.keys, self.shapes, self.gaps
        start = end = -1  # of the run, the words of which end with a capital
        for index in range(first, last):
            key = keys[index]
            if start >= 0 and gaps[index] == APART:
                yield start, end
                start = -1
            named = shapes[index].capital and key not in CALENDAR
            if start < 0:
                if named and self._may_begin(index):
                    hyphened = gaps[index] == HYPHENED and keys[index - 1] in PARTICLES
                    start, end = index - hyphened, index + 1
            elif named:
                end = index + 1
            elif key not in PARTICLES:
                yield start, end
                start = -1
        if start >= 0:
            yield start, end

    def _may_begin(self, index: int) -> bool:
        """Say whether a capitalised word may begin a name, or only a sentence."""
        shape, key = self.shapes[index], self.keys[index]
        if shape.elided:
            return self.language not in ELIDING
        return key not in FUNCTION_WORDS or (shape.acronym and len(key) > 1)


@lru_cache(maxsize=_REMEMBERED)
def tokens_of(article: Article) -> NameTokens:
    """Return the words of the article; the work is done once."""
    return NameTokens(article)


def after_titles(keys: Key) -> int:
    """Return how many of the first words are titles: 2 in `Transport Minister Nabil el-Tarifi`.

    None in `General Union of Port Workers`.
    """
    last = 0
    for index, key in enumerate(keys[:-1]):
        if key in TITLES:
            last = index + 1
        elif index > last:
            break
    person = last and keys[last] != "of" and keys[last - 1] in OF_PERSONS
    return 0 if keys[last] in KINDS or (keys[last] in OF and not person) else last


@lru_cache(maxsize=1 << 10)
def _gap(gap: str) -> int:
    inner = gap.strip(BLANKS)
    if not inner:
        return JOINED
    hyphen = len(inner) == 1 and inner in HYPHENS and gap[0] == inner
    return HYPHENED if hyphen else APART


def _joined(kind: int, gap: str, before: Word) -> int:
    """Return what a gap with punctuation is, behind this word."""
    if gap[0] in _QUOTES and before.key.endswith("s") and not gap[1:].strip(BLANKS):
        return JOINED if gap[1:] else kind
    short = before.key in ABBREVIATIONS or (len(before.key) == 1 and before.shape.caps)
    return STOPPED if short and gap[0] == "." and not gap[1:].strip(BLANKS) else kind
