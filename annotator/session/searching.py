"""Where in an article a query stands: as it is typed, as a regular expression, or nearly."""

import re
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import Final
from unicodedata import normalize

from msgspec import Struct

from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

HITS_LIMIT: Final = 10_000
"""Hits of one search, at the most."""

SECONDS: Final = 0.25
"""What a regular expression may take for the whole article."""

SIMILAR: Final = 80
"""Least ratio, of 100, of words that are nearly what was typed."""

FUZZY_LIMIT: Final = 300_000
"""Code points of an article in which words that are nearly right are looked for."""

_ALIKE: Final = ("'’‘‚‛ʼ‹›", '"“”„‟«»', "-‐‑‒–—―−")
"""Characters that stand for one another: of most, keyboards have only the first."""

_CLASSES: Final = {char: f"[{re.escape(chars)}]" for chars in _ALIKE for char in chars}


class Found(Struct, frozen=True):
    """Hits in reading order; `nearly` says that they only resemble the query.

    `fault` says in words why there are none or not all ("" if nothing is wrong).
    """

    hits: tuple[Span, ...] = ()
    nearly: bool = False
    fault: str = ""


def find(article: Article, query: str) -> Found:
    """Return where `query` stands in the article.

    Between slashes it is a regular expression. Otherwise capitals matter only if it has some, a
    blank matches any white space, a quotation mark or dash all of its kin, an accented letter also
    the letter with a combining accent; and where it stands nowhere, words that are nearly it count.
    """
    if len(query) > 2 and query[0] == query[-1] == "/":  # noqa: PLR2004 - two slashes and more
        return _by_expression(article.text, query[1:-1])
    hits = tuple(
        Span(*match.span()) for match in islice(_pattern(query).finditer(article.text), HITS_LIMIT)
    )
    fault = f"only the first {HITS_LIMIT:,} hits" if len(hits) == HITS_LIMIT else ""
    return Found(hits, fault=fault) if hits else _nearly(article, query)


def _by_expression(text: str, expression: str) -> Found:
    import regex

    flags = regex.V1 if expression != expression.lower() else regex.V1 | regex.IGNORECASE
    try:
        matches = regex.compile(expression, flags).finditer(text, timeout=SECONDS)
        hits = tuple(Span(*match.span()) for match in islice(matches, HITS_LIMIT) if match[0])
    except regex.error as error:
        return Found(fault=f"not a regular expression: {error}")
    except TimeoutError:
        return Found(fault="the expression takes too long; make it simpler")
    fault = f"only the first {HITS_LIMIT:,} hits" if len(hits) == HITS_LIMIT else ""
    return Found(hits, fault=fault)


def _nearly(article: Article, query: str) -> Found:
    """Return words that resemble the query: as many as it has, one fewer, or one more."""
    sought = query.casefold()
    count = len(sought.split())
    if len(sought) < 4 or len(article.text) > FUZZY_LIMIT:  # noqa: PLR2004 - shorter is like anything
        return Found()
    from rapidfuzz import fuzz, process

    scored: list[tuple[float, Span]] = []
    for paragraph in range(len(article.paragraphs)):
        words = units(article, Unit.WORD, paragraph)
        windows = [
            Span(words[i].start, words[i + n - 1].end)
            for n in range(max(1, count - 1), count + 2)
            for i in range(len(words) - n + 1)
        ]
        texts = [article.quote(window).casefold() for window in windows]
        hits = process.extract(sought, texts, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None)
        scored += [(score, windows[index]) for _, score, index in hits]
    return Found(_apart(scored), nearly=True)


def _apart(scored: list[tuple[float, Span]]) -> tuple[Span, ...]:
    """Return the best of those that overlap, in reading order."""
    chosen: list[Span] = []
    for _, span in sorted(scored, key=lambda hit: (-hit[0], hit[1])):
        index = bisect_left(chosen, span)
        around = chosen[max(0, index - 1) : index + 1]
        if not any(span.overlaps(other) for other in around):
            chosen.insert(index, span)
    return tuple(chosen[:HITS_LIMIT])


def _pattern(query: str) -> re.Pattern[str]:
    flags = re.NOFLAG if query != query.lower() else re.IGNORECASE
    return re.compile("".join(map(_matching, normalize("NFC", query))), flags)


def _matching(char: str) -> str:
    """Return the pattern of what a typed character may stand for."""
    if char == " ":
        return r"\s+"
    if char in _CLASSES:
        return _CLASSES[char]
    apart = normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"


def around(hits: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return the hits that overlap `span`; `hits` are in reading order and apart."""
    first = bisect_left(hits, (span.start,))
    while first and hits[first - 1].end > span.start:
        first -= 1
    return tuple(hit for hit in hits[first : bisect_right(hits, (span.end,))] if hit.overlaps(span))
