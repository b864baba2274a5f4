"""According: attributions without a verb, by “according to”, a noun, a colon or a mood."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from annotator.marking.rules.attribution_words import REPORTING
from annotator.marking.rules.cues import Cue
from annotator.marking.rules.reported import (
    DIRECT,
    FEWEST,
    INDIRECT,
    LOOSE,
    Found,
    is_quotation,
)
from annotator.marking.rules.reported_before import contents, statement_start
from annotator.marking.rules.speaker import subject_before
from annotator.marking.rules.speaker_after import phrase_after
from annotator.marking.rules.tokens import QUOTED, WORD, Part, Token
from annotator.marking.word_lists import ReportingWords, words

_FARTHEST_COLON: Final = 30
_LONGEST_NAME: Final = 4  # words before a colon
_LEADING: Final = {
    "in": words("view opinion account telling estimation"),
    "by": words(
        "figures count estimate estimates reckoning calculation calculations returns account"
    ),
}
_ISSUED: Final = words("published released issued commissioned produced")
_EMERGED: Final = words("emerge emerges emerged clear evident known learned learnt")
_OWNERS: Final = words("his her their its my our")
_LONGEST_OWNER: Final = 8
_AMBIGUOUS: Final = words("so para pour")
_NOT_DOUBTED: Final = words("ich dass daß")


def according(tokens: Sequence[Token], listed: ReportingWords) -> Iterator[Found]:
    """Yield what is told according to somebody, whose name comes after those words or before."""
    english = listed.language == "en"
    openings, afterwards = _openings(listed.language), listed.afterwards
    for index, token in enumerate(tokens):
        low = token.low
        if english and low in _LEADING:
            yield from _viewed(tokens, index, listed)
        if english and low == "from" and index and tokens[index - 1].low in _EMERGED:
            end = phrase_after(tokens, index + 1, listed)
            if end + FEWEST < len(tokens) and tokens[end].low in listed.that:
                cue = index - 1, index + 1
                yield Found((index + 1, end), cue, (end + 1, len(tokens)), LOOSE)
        if low in afterwards:
            yield from _afterwards(tokens, index, listed)
        elif low in openings:
            begin = _phrase_start(tokens, index, listed)
            if begin is not None:
                yield from _told(tokens, index, begin, listed)


def _viewed(tokens: Sequence[Token], index: int, listed: ReportingWords) -> Iterator[Found]:
    """Yield what is told by somebody’s view or figures: in his view, by the union’s own count."""
    nouns = _LEADING[tokens[index].low]
    near = range(index + 2, min(len(tokens), index + _LONGEST_OWNER))
    noun = next((at for at in near if tokens[at].low in nouns), None)
    if noun is None:
        return
    owner = noun - (tokens[noun - 1].low == "own")
    if tokens[owner - 1].low not in _OWNERS and not tokens[owner - 1].low.endswith(("’s", "s’")):
        return
    source = (index + 1, noun + 1) if tokens[index].low == "by" else (index + 1, owner)
    leads = not index or tokens[index - 1].low in listed.joins
    if index > 1 and tokens[index - 1].kind == ",":  # where, by the board’s estimate, …
        leads = tokens[index - 2].low in listed.below | listed.relatives
    after = noun + 1 + (noun + 1 < len(tokens) and tokens[noun + 1].kind == ",")
    content = (after, len(tokens)) if leads and len(tokens) - after >= FEWEST else None
    yield Found(source, (index, noun + 1), content, LOOSE)


@cache
def _openings(language: str) -> frozenset[str]:
    """Return the first words of phrases such as “according to”."""
    return frozenset(phrase[0] for phrase in REPORTING[language].according)


def _phrase_start(tokens: Sequence[Token], index: int, listed: ReportingWords) -> int | None:
    """Return where the source begins that a phrase such as “according to” announces at `index`."""
    for phrase in listed.according:
        begin = index + len(phrase)
        if begin >= len(tokens) or phrase != tuple(token.low for token in tokens[index:begin]):
            continue
        if phrase[0] not in _AMBIGUOUS:
            return begin
        apart = index > 0 and tokens[index - 1].kind == ","
        if phrase[0] == "so" and apart and tokens[begin].capital:
            return begin
    return None


def _told(
    tokens: Sequence[Token], index: int, begin: int, listed: ReportingWords
) -> Iterator[Found]:
    """Yield what is told by the source that begins at `begin`: the rest of the statement."""
    closed = not index or tokens[index - 1].kind not in {WORD, QUOTED, ","}
    end = phrase_after(tokens, begin, listed, closed=closed)
    if end == begin:
        return
    after = end + (end < len(tokens) and tokens[end].kind == ",")
    before = index - (index > 0 and tokens[index - 1].kind == ",")
    tail = len(tokens) - after
    content: Part | None = (after, len(tokens)) if tail >= FEWEST else None
    if before and content is None and tokens[before - 1].kind == QUOTED:
        content = before - 1, before
    elif before >= FEWEST and (content is None or before > tail):
        content = statement_start(tokens, before, listed), before
    score = LOOSE if content is None else INDIRECT - 0.1
    yield Found((begin, end), (index, begin), content, score)


def _afterwards(tokens: Sequence[Token], index: int, listed: ReportingWords) -> Iterator[Found]:
    """Yield what is told by somebody named before the word at `index`: Experten zufolge."""
    subject = subject_before(tokens, index, listed)
    if subject is not None and index + FEWEST < len(tokens):
        content = index + 1, len(tokens)
        yield Found(subject, (index, index + 1), content, INDIRECT - 0.1)


def from_noun(
    tokens: Sequence[Token], cue: Cue, limit: int, listed: ReportingWords
) -> Iterator[Found]:
    """Yield what a noun reports: the union’s claim that …"""  # noqa: D415 - words of an article
    owned = tokens[cue.start - 1].low.endswith(("’s", "s’"))
    source = subject_before(tokens, cue.start, listed) if owned else None
    start = cue.end + 1 + (tokens[cue.end].kind == ",")
    end = _clause_end(tokens, start, limit, listed)
    issued = any(token.low in _ISSUED for token in tokens[start:end])  # that it had published
    if start < end and not issued:
        yield Found(source, (cue.start, cue.end), (start, end), LOOSE - 0.1)


def _clause_end(tokens: Sequence[Token], start: int, limit: int, listed: ReportingWords) -> int:
    """Return where a clause ends: at a mark, or before a second verb that is not its own."""
    first = None
    for index in range(start, limit):
        token = tokens[index]
        if token.kind in {",", ";", ":"}:
            return index
        if token.low in listed.finite:
            if first is not None and index - first > 1:
                return index
            first = index
    return limit


def after_colon(tokens: Sequence[Token], listed: ReportingWords) -> Iterator[Found]:
    """Yield a quotation after a name and a colon, or after a sentence that reports by itself."""
    for index in range(1, min(len(tokens) - 1, _FARTHEST_COLON)):
        if tokens[index].kind == ":" and is_quotation(tokens[index + 1]):
            named = index <= _LONGEST_NAME and all(token.capital for token in tokens[:index])
            source = subject_before(tokens, index, listed) if named else None
            yield Found(source, (index, index + 1), (index + 1, index + 2), DIRECT - 0.1)
            return


def doubted(tokens: Sequence[Token], listed: ReportingWords) -> Iterator[Found]:
    """Yield a statement that only the mood of its verb shows to be reported."""
    if not listed.doubtful:
        return
    for index, token in enumerate(tokens):
        if token.low in listed.doubtful and tokens[index - 1].low not in _NOT_DOUBTED:
            for part in contents(tokens, (0, len(tokens)), listed):
                yield Found(None, (index, index + 1), part, INDIRECT - 0.1)
            return
