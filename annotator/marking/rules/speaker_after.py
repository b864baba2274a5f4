"""Who speaks, where the name stands behind the words that report: where it ends."""

from collections.abc import Sequence
from typing import Final

from annotator.marking.rules.speaker import (
    APPOSITIONS,
    KEPT_WITHIN,
    LONGEST,
    is_apposition,
    is_verb,
    time_phrase,
)
from annotator.marking.rules.tokens import QUOTED, WORD, Token
from annotator.marking.word_lists import ReportingWords, words

_OF_CIRCUMSTANCE: Final = words(
    "on by during after before since about via as lors après devant avant während nach vor tras "
    "durante ante"
)
_FORMERLY: Final = words("now formerly")
_LONGEST_BRACKET: Final = 7
_MADE: Final = words(
    "count report study survey estimate analysis statement inquiry audit poll review letter paper"
)


def phrase_after(
    tokens: Sequence[Token], start: int, listed: ReportingWords, *, closed: bool = False
) -> int:
    """Return where the name of a speaker ends that begins at `start`, appositions included.

    `closed`: an apposition must end at a comma, as something else has to follow.
    """
    end = _phrase_end(tokens, start, listed)
    if end == start or tokens[start].low in listed.pronouns:
        return end
    end = _after_bracket(tokens, end)
    for _ in range(APPOSITIONS):
        if end >= len(tokens) or tokens[end].kind != ",":
            break
        piece = end + 1
        while piece < len(tokens) and tokens[piece].kind in {WORD, QUOTED}:
            piece += 1
        stop = _phrase_end(tokens, end + 1, listed, relative=True)
        if closed and stop < piece < len(tokens) and tokens[piece].kind == ",":
            stop = piece
        if not is_apposition(tokens, end + 1, stop, listed) or (
            (stop < piece and _goes_on(tokens[stop], listed))
            or (closed and (stop >= len(tokens) or tokens[stop].kind != ","))
        ):
            break
        end = stop
    return end


def _after_bracket(tokens: Sequence[Token], end: int) -> int:
    """Return where a name ends with the few words in brackets behind it: the Bird Council (BC)."""
    if end < len(tokens) and tokens[end].kind == "(":
        near = range(end + 1, min(len(tokens), end + _LONGEST_BRACKET))
        return next((at + 1 for at in near if tokens[at].kind == ")"), end)
    return end


def _goes_on(token: Token, listed: ReportingWords) -> bool:
    """Say whether a word after what looked like an apposition shows that it is a subject."""
    low = token.low
    return low in listed.finite or low in listed.doubtful or low in listed.says


def _phrase_end(
    tokens: Sequence[Token], start: int, listed: ReportingWords, *, relative: bool = False
) -> int:
    """Return where the words of one phrase end; `relative`: it may be a relative clause."""
    index = start
    if index < len(tokens) and tokens[index].low in listed.pronouns:
        return index + 1
    if relative and index < len(tokens) and tokens[index].low in listed.relatives:
        if listed.language == "en" and _tells_more(tokens, index, listed):
            return index
        while index < len(tokens) and tokens[index].kind == WORD:
            index += 1
        return index
    while index < len(tokens) and index - start <= LONGEST:
        token = tokens[index]
        if token.low == "who" and index > start and listed.language == "en":
            return _clause_end(tokens, index, listed)
        if token.kind != WORD or token.low in listed.below or is_verb(token, listed):
            break
        if index > start and _ends_phrase(tokens, index, listed):
            break
        index += 1
    return index


def _tells_more(tokens: Sequence[Token], start: int, listed: ReportingWords) -> bool:
    """Say whether a relative clause reports something itself."""
    return any(token.low in listed.says for token in tokens[start + 1 : start + 3])


def _clause_end(tokens: Sequence[Token], start: int, listed: ReportingWords) -> int:
    """Return where a clause ends that says who is meant: a man who saw it; none who reports."""
    if _tells_more(tokens, start, listed):
        return start
    index = start
    while index < len(tokens) and tokens[index].kind == WORD:
        index += 1
    return index


def _ends_phrase(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    low = tokens[index].low
    if listed.language == "de" and not tokens[index].capital and tokens[index - 1].capital:
        return low not in listed.determiners and low not in {"von", "für", "und"}
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if low in listed.adverbs or low in listed.times or low in listed.doubtful:
        led = following.low if following else ""
        return low not in _FORMERLY or led not in listed.places
    if low in listed.joins:
        return following is None or not (following.capital or following.low in listed.determiners)
    after_verb = listed.language == "en" and tokens[index - 1].low.endswith("ed")
    made = tokens[index - 1].low in _MADE or after_verb
    if low not in listed.places or (low == "by" and made):
        return False
    if following is None or following.kind != WORD:
        return True
    of_time = time_phrase(tokens, index, len(tokens), listed) is not None
    return low not in KEPT_WITHIN and (of_time or (low in _OF_CIRCUMSTANCE and not after_verb))
