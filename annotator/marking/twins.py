"""Twins: two spans of one name, which differ by what leads it or by a genitive.

“the Tessel Valley”, “all the Tessel Valley’s” and “Tessel Valley” name one thing, and nobody tags
it twice.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from annotator.marking.name_words import ARTICLES
from annotator.marking.word_lists import words
from annotator.text.span import Span

_LEADING: Final = ARTICLES | words(
    """
    a an this that these those its his her their our my your whose all both each every either
    neither some any many most several few another two three four five six seven eight nine ten
    eleven twelve
    ein eine einer eines einem einen dem des dieser diese dieses sein seine seiner seinen ihr ihre
    ihrer ihren unser unsere unserer alle aller viele einige mehrere beide beiden
    un une des ce cet cette ces son sa ses leur leurs notre nos mon ma mes tous toutes plusieurs
    quelques
    una unos unas este esta estos estas su sus nuestro nuestra todo toda todos todas ambos ambas
    varios varias algunos algunas
    """
)
_LONGEST: Final = max(map(len, _LEADING)) + 1
_ELISIONS: Final = ("l’", "l'")
_GENITIVE: Final = re.compile(r"(?<=\w)(?:['’]s\b|(?<=[sxz])['’](?!\w))")
_NEAR: Final = 32  # Code points before a name in which there may be what leads it.


def core(text: str, span: Span) -> Span:
    """Return `span` without articles, quantifiers, possessives before the name, and a genitive."""
    start, end = span
    leads = _leads().match(text, start, end)
    if leads is not None and leads.end() < end:
        start = leads.end()
    for length in (2, 1):
        genitive = _GENITIVE.match(text, end - length) if end - length > start else None
        if genitive is not None and genitive.end() == end:
            return Span(start, end - length)
    return Span(start, end)


def twins(text: str, span: Span) -> Iterator[Span]:
    """Yield the other spans with the same core, the longest last."""
    inner = core(text, span)
    genitive = _GENITIVE.match(text, inner.end)
    ends = [inner.end] if genitive is None else [inner.end, genitive.end()]
    for start, end in product((inner.start, *_led_from(text, inner.start)), ends):
        if (start, end) != span:
            yield Span(start, end)


def _led_from(text: str, start: int) -> Iterator[int]:
    """Yield where each of the words begins that lead a name, the nearest first."""
    nearest = max(0, start - _NEAR)
    if text[start - 2 : start].lower() in _ELISIONS:
        start -= 2
        yield start
    before = text[nearest:start]
    while before[-1:].isspace():
        before = before.rstrip()
        word = re.split(r"\W", before[-_LONGEST:])[-1]
        start = nearest + len(before) - len(word)
        if word.lower() not in _LEADING or (start == nearest > 0):
            return
        yield start
        before = before[: -len(word)]


@cache
def _leads() -> re.Pattern[str]:
    """Return the pattern of what leads a name, made when it is first asked for."""
    return re.compile(rf"(?i:\b(?:{'|'.join(sorted(_LEADING))})\s+|\bl[’'](?=\w))+")
