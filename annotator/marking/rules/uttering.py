"""Uttering: what of the words that somebody is said to have said may be a claim."""

import re
from collections.abc import Iterator
from typing import Final

from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

_FEWEST: Final = 2
_ORDER: Final = re.compile(
    r"\W*(?:(?:please|don['’]?t|do not|let|ask|stay|move|sign|go|come|stop|take|look|read|wait|see"
    r"|click|note)\b|bitte\b|keine sorge|vertrauen sie|lisez\b|lea\b)",
    re.IGNORECASE,
)
_STOP: Final = re.compile(r"(?<=[^\W\d_A-Z]{3}[.!?])\s+(?=[A-ZÀ-Þ])")
_MARKS: Final = "“”„«»\"‘’'‹›"
_BLANKS: Final = " \t\r\n\u202f\xa0"


def may_be_claim(article: Article, content: Span) -> bool:
    """Say whether attributed words may be a claim: no bare question, no order."""
    return not is_question(article, content) and not is_order(article, content)


def is_order(article: Article, content: Span) -> bool:
    """Say whether words order something."""
    return _ORDER.match(article.text, *content) is not None


def is_question(article: Article, content: Span) -> bool:
    """Say whether attributed words only ask."""
    if article.text[content.start] not in _MARKS:
        return article.text[content.end : content.end + 1] == "?"
    quote = article.quote(content)
    return quote.rstrip("”’\"'»“ )\u202f\xa0").endswith("?") and "." not in quote


def quoted(article: Article, content: Span, score: float) -> Iterator[tuple[Span, float]]:
    """Yield a quotation with its marks, or each sentence of a longer one without them."""
    text = article.text
    start, end = content
    index = article.paragraph_at(start)
    while start < end and text[start] in _MARKS + _BLANKS:
        start += 1
    while end > start and text[end - 1] in _MARKS + _BLANKS:
        end -= 1
    parts = [
        part
        for one in units(article, Unit.SENTENCE, index)
        if one.start < end and one.end > start
        for part in _sentences(text, Span(max(one.start, start), min(one.end, end)))
    ]
    if len(parts) == 1 or any(_is_rest(text, part) for part in parts):
        yield content, score
        return
    for part in parts:
        tidy = _tidied(text, part)
        if tidy.length and may_be_claim(article, tidy) and text[part.end - 1] != "?":
            yield tidy, score


def _sentences(text: str, part: Span) -> Iterator[Span]:
    """Yield the sentences that a quotation holds together."""
    start = part.start
    for stop in _STOP.finditer(text, part.start, part.end):
        yield Span(start, stop.start())
        start = stop.end()
    yield Span(start, part.end)


def _is_rest(text: str, part: Span) -> bool:
    """Say whether what looks like a sentence goes on after an abbreviation."""
    start = text[part.start : part.start + 1]
    return len(text[slice(*part)].split()) < _FEWEST or start.isdigit() or start.islower()


def _tidied(text: str, part: Span) -> Span:
    """Return a sentence without its stop, and without conjunctions that lead it in."""
    start, end = part
    while end > start and text[end - 1] in ".!…," + _BLANKS:
        end -= 1
    lead = re.compile(r"(?:and|but|yet|because|so)\s+", re.IGNORECASE).match(text, start, end)
    return Span(lead.end() if lead else start, end)
