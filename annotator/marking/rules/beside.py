"""Beside: the clauses of an English statement that stand beside what somebody is said to say."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from annotator.marking.rules.attribution import Attribution
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.splitting import clauses_of
from annotator.marking.rules.tokens import END, WORD, Part, Statement, Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import words
from annotator.text.span import Span

FEWEST_JOINED: Final = 3
_ADJACENT: Final = 3  # code points, in which no verb stands
_UNNAMED: Final = words(
    "anonymity anonymous anonymously authorised authorized permitted reprisals "
    "publicly background surname"
)
_HIDDEN: Final = frozenset({("be", "named"), ("be", "identified"), ("be", "quoted")})
_WHEN: Final = words("as when after before during in on at by from")
_REACHED: Final = words(
    "asked reached contacted pressed questioned approached challenged interviewed quizzed"
)
_LONGEST_REACHED: Final = 16
_RELATIVES: Final = words("which who whose where")


def part_of(tokens: Sequence[Token], span: Span) -> Part:
    """Return which tokens stand in a span."""
    first = bisect_left(tokens, (span.start,))
    return first, bisect_left(tokens, (span.end,), first)


def beside(
    statement: Statement, attributions: Sequence[Attribution], listed: LanguageWords
) -> Iterator[Span]:
    """Yield the clauses of a statement that stand beside what is reported in it."""
    tokens = statement.tokens
    near = [one for one in attributions if one.cue.overlaps(statement.span)]
    sources = {one.source for one in near if one.source and _is_beside(tokens, one)}
    stops = {one.cue for one in near} | sources
    stops.update(one.content for one in near if one.content is not None)
    behind = {part_of(tokens, one)[1] for one in {each.cue for each in near} | sources}
    for begin, index in _gaps(tokens, stops):
        start = _after_circumstance(tokens, begin, index) if begin in behind else begin
        start = min(after_reaching(tokens, start), index)
        ends = index == len(tokens) or tokens[index].kind == END
        ends = ends or tokens[index - 1].kind in {",", ";"}
        end = index if ends else _before_subject(tokens, start, index, listed)
        for (first, last), _ in clauses_of(tokens, (start, end), listed):
            if _is_about_speaker(tokens[first:last]):
                continue
            if last - first >= FEWEST_JOINED and (ends or last < index):
                yield Span(tokens[first].start, tokens[last - 1].end)
    for source in sources:
        yield from _told_of_source(tokens, source, near, listed)


def _told_of_source(
    tokens: Sequence[Token], source: Span, near: Sequence[Attribution], listed: LanguageWords
) -> Iterator[Span]:
    """Yield the relative clauses in the words for a source that tell something more."""
    part = part_of(tokens, source)
    if all(token.low not in _RELATIVES for token in tokens[slice(*part)]):
        return
    for (first, last), _ in clauses_of(tokens, part, listed):
        span = Span(tokens[first].start, tokens[last - 1].end)
        if _is_about_speaker(tokens[first:last]) or any(one.cue.overlaps(span) for one in near):
            continue
        if tokens[first].low in _RELATIVES and last - first >= FEWEST_JOINED:
            yield span


def _is_beside(tokens: Sequence[Token], one: Attribution) -> bool:
    """Say whether no other verb stands between a source and the words that report."""
    if one.source is None or one.source.end + _ADJACENT > one.cue.start:
        return True
    between = slice(part_of(tokens, one.source)[1], part_of(tokens, one.cue)[0])
    return not any(finite_verbs(tuple(tokens))[between])


def _is_about_speaker(clause: Sequence[Token]) -> bool:
    """Say whether a clause only tells why somebody is not named, or how they speak."""
    lows = [token.low for token in clause]
    hidden = any(pair in _HIDDEN for pair in pairwise(lows))
    return lows[0] == "speaking" or hidden or not _UNNAMED.isdisjoint(lows)


def _after_circumstance(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where words go on after what was the case as somebody spoke: as she left."""
    first = start + (tokens[start].kind == ",")
    if first >= end or tokens[first].low not in _WHEN:
        return start
    marks = (at for at in range(first, end) if tokens[at].kind in {",", ";", "—"})
    return next(marks, end)


def _gaps(tokens: Sequence[Token], stops: Collection[Span]) -> Iterator[Part]:
    """Yield the runs of tokens, a few at least, that stand in none of the spans."""
    start = 0
    for first, last in (*sorted(part_of(tokens, one) for one in stops), (len(tokens), len(tokens))):
        if first - start >= FEWEST_JOINED:
            yield start, first
        start = max(start, last)


def _before_subject(tokens: Sequence[Token], start: int, end: int, listed: LanguageWords) -> int:
    """Return where a clause ends before the conjunction and the subject of one that reports."""
    aside = tokens[end - 1].low in {"that", "which"}  # …, a pledge that critics dismissed
    for index in range(end - 1, start, -1):
        if aside and tokens[index].kind == ",":
            return index
        if tokens[index].low in listed.reporting.joins:
            return index
        if tokens[index].kind != WORD:
            break
    return end


def after_reaching(tokens: Sequence[Token], start: int) -> int:
    """Return where a statement begins behind how somebody was reached: Asked by email, she …"""  # noqa: D415 - words of an article
    if start < len(tokens) and tokens[start].low in _REACHED:
        near = range(start + 1, min(len(tokens) - 1, start + _LONGEST_REACHED))
        return next((at + 1 for at in near if tokens[at].kind == ","), start)
    return start
