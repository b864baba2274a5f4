"""Pieces: what lies between marks and conjunctions of an English statement, and how it begins."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.rules.verbs import HELPERS, PARTICIPLES
from annotator.marking.word_lists import words
from annotator.text.function_words import function_words

PARTING_MARKS: Final = frozenset({",", ";", ":", "—", "(", ")", END})
PARTING: Final = words("while whereas although though whilst")
BELOW: Final = words(
    "because since when after before while whereas although though until once as whilst"
)
MAIN, RELATIVE, PARTICIPLE, SUB, CONDITION, JOINED, FIGURE = range(7)
_ASIDE: Final = 5
_RELATIVES: Final = words("which who whom whose where")
_INSIDE: Final = words("because since as until before if unless whether provided so")
_BELOW_NOUN: Final = words("that which who whose whom where")
_NO_PARTICIPLES: Final = words(
    "during including according following regarding concerning excluding something nothing "
    "anything everything morning evening spring king building being owing hundred indeed"
)
_FARTHEST: Final = 12  # words from a conjunction to the verb of its clause
_OPENING: Final = words("the a an his her its their this that these those he she it they we i")
_SUBJECT: Final = 2  # phrases at least where one leads in and one is the subject
_OBJECTS: Final = words("the a an his her its their this that these those them him it us me")
_FEWEST: Final = 2
_NUMERALS: Final = function_words("en").numerals
_SHARES: Final = _NUMERALS | words(
    "all some most many none both each several half few either neither"
)
_SHARED: Final = words("them which whom these those")
_LEADING: Final = words("of in on for to from by with under at through during")
_FROM: Final = words("up down")
_COMPARED: Final = frozenset({("compared", "with"), ("compared", "to"), ("among", "them")})


class Piece(NamedTuple):
    """Some tokens between two marks or conjunctions, and how they begin."""

    start: int
    end: int
    kind: int
    verb: bool
    walled: bool  # whether more than a comma stands before
    tail: int | None = None  # where words begin that may be the subject of what follows


class Reading(NamedTuple):
    """The tokens of a statement, and which of them are finite verbs."""

    tokens: Sequence[Token]
    verbs: Sequence[bool]
    listed: LanguageWords


def pieces(reading: Reading, part: Part) -> Iterator[Piece]:
    """Yield what lies between marks, and conjunctions that a verb of its own follows."""
    tokens = reading.tokens
    start, walled = part[0], True
    bracket = 0
    for index in range(part[0], part[1] + 1):
        mark = tokens[index].kind if index < part[1] else END
        if mark == "(" and _is_aside(tokens, index, part[1]):
            bracket = index + _ASIDE
        helper = index > part[0] and not tokens[index - 1].capital
        if mark == "," and helper and tokens[index - 1].low in HELPERS:
            near = range(index + 1, min(part[1], index + _FARTHEST))
            bracket = next((at + 1 for at in near if tokens[at].kind == ","), bracket)
        if index < bracket and tokens[index].kind == ")":
            bracket = 0
            continue
        if mark not in PARTING_MARKS or (index < bracket and index < part[1]):
            continue
        yield from _joined_pieces(reading, (start, index), walled=walled)
        start, walled = index + 1, mark != ","


def _is_aside(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Say whether a bracket holds a word or two."""
    return any(token.kind == ")" for token in tokens[index : min(end, index + _ASIDE)])


def _joined_pieces(reading: Reading, part: Part, *, walled: bool) -> Iterator[Piece]:
    start, end = part
    for index in range(start + 1, end - _FEWEST):
        if _parts(reading, start, index, end):
            yield piece_of(reading, (start, index), walled=walled)
            start, walled = index, True
    if start < end:
        yield piece_of(reading, (start, end), walled=walled)


def _parts(reading: Reading, start: int, index: int, end: int) -> bool:
    """Say whether the word at `index` joins another clause to what begins at `start`."""
    tokens, verbs = reading.tokens, reading.verbs
    low = tokens[index].low
    if low == "as" and tokens[-1].kind == WORD:
        return any(verbs[start:index]) and any(verbs[index + 2 : end])  # a headline
    if low not in reading.listed.reporting.joins and low not in PARTING:
        return False
    if low == "nor" and any(token.low == "neither" for token in tokens[start:index]):
        return False
    if is_participle(tokens[start], tokens[start + 1]) and tokens[index + 1].low.endswith("ing"):
        return low == "and"
    if not any(verbs[start:index]) and tokens[index - 1].kind != QUOTED:
        return False
    return _has_own_verb(reading, index, end)


def _has_own_verb(reading: Reading, index: int, end: int) -> bool:
    """Say whether a verb follows the conjunction at `index`, at once or after its subject."""
    tokens, verbs = reading.tokens, reading.verbs
    small = reading.listed.reporting
    after = index + 1
    while after < end and (tokens[after].low in small.adverbs or tokens[after].low.endswith("ly")):
        after += 1
    if after >= end:
        return False
    low = tokens[after].low
    if verbs[after] or (low.endswith("ed") and not tokens[after].capital):
        return True
    for other in range(after, min(end, after + _FARTHEST)):
        if verbs[other]:
            return True
        if tokens[other].kind == "," and other > after:
            return _resumes_after(reading, other)
        if tokens[other].kind != WORD or tokens[other].low in small.joins | small.below:
            return False
    return end < len(tokens) and tokens[end].kind == "," and _resumes_after(reading, end)


def _resumes_after(reading: Reading, comma: int) -> bool:
    """Say whether a verb follows what a comma opens: and the other, Ana, left."""
    end = len(reading.tokens) - 1
    for other in range(comma + 1, min(end, comma + _FARTHEST)):
        if reading.tokens[other].kind == ",":
            return reading.verbs[other + 1]
        if reading.verbs[other] or reading.tokens[other].kind != WORD:
            break
    return False


def piece_of(reading: Reading, part: Part, *, walled: bool) -> Piece:
    """Return a piece by its tokens."""
    tokens, verbs = reading.tokens, reading.verbs
    start, end = part
    if not walled and _is_figure(tokens, start, end):
        return Piece(start, end, FIGURE, verb=True, walled=False)
    first = tokens[start]
    second = tokens[start + 1] if start + 1 < end else first
    kind, verb = MAIN, _has_verb(reading, part, walled=walled)
    relative = _is_relative(reading, part, verb=verb, walled=walled)
    if relative is not None:
        kind, verb = RELATIVE, relative
    elif is_participle(first, second):
        kind, verb = (PARTICIPLE, True) if not verbs[start] else (MAIN, verb)
    elif first.low in {"if", "unless", "whether"} or (first.low in _INSIDE and walled is False):
        kind = CONDITION
    elif first.low in BELOW:
        kind = SUB
    elif first.low in reading.listed.reporting.joins:
        kind = JOINED
        if is_participle(second, second) and not second.low.endswith("ed"):
            verb = walled = True
        elif not walled:
            verb = walled = _has_own_verb(reading, start, end)
    return Piece(start, end, kind, verb, walled)


def _has_verb(reading: Reading, part: Part, *, walled: bool) -> bool:
    """Say whether a piece has a verb that is not one of a clause within."""
    tokens, verbs = reading.tokens, reading.verbs
    start, end = part
    first = tokens[start].low
    if first in reading.listed.reporting.places and first not in BELOW:
        leads = end < len(tokens) and tokens[end].kind == ","
        return walled and any(
            verbs[at] and not (leads and _describes(tokens, start, at, end))
            for at in range(start, end)
        )
    return any(verbs[start : end if walled else _relative(tokens, start + 1, end)])


def _is_relative(reading: Reading, part: Part, *, verb: bool, walled: bool) -> bool | None:
    """Say of a relative clause whether its verb stands in the piece; None if it is none."""
    tokens, (start, end) = reading.tokens, part
    first, second, third = _three(tokens, part)
    if not walled and first in _LEADING and second in _RELATIVES and any(reading.verbs[start:end]):
        return True
    if verb and (first in _RELATIVES or (second == "of" and third in _RELATIVES)):
        return True
    alone = first in _RELATIVES and not walled
    return False if alone else None  # where, as they knew, nobody lived


def _three(tokens: Sequence[Token], part: Part) -> tuple[str, str, str]:
    """Return the first three words of a piece, empty where there are none."""
    lows = [token.low for token in tokens[part[0] : min(part[1], part[0] + 3)]]
    first, second, third = (*lows, "", "", "")[:3]
    return first, second, third


def _is_figure(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a piece tells the share of something, or what it was: nine of them women."""
    first, second, third = _three(tokens, (start, end))
    if second == "of" and third in _SHARED:
        return first in _SHARES or first[:1].isdigit()
    counted = any(
        token.low[:1].isdigit() or token.low in _NUMERALS for token in tokens[start + 1 : end]
    )
    if first in _FROM:
        return counted and second == "from"
    return counted and (first, second) in _COMPARED


def _describes(tokens: Sequence[Token], start: int, index: int, end: int) -> bool:
    """Say whether a word in -ed may describe the noun before it, as no object follows."""
    if not tokens[index].low.endswith("ed"):
        return False
    first = tokens[start + 1]
    phrases = sum(token.low in _OPENING for token in tokens[start + 1 : index])
    phrases += first.low not in _OPENING  # In April a crack opened.
    return phrases < _SUBJECT and (index + 1 >= end or tokens[index + 1].low not in _OBJECTS)


def _relative(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a relative clause begins, whose verb is not that of what stands before."""
    return next((at for at in range(start, end) if tokens[at].low in _BELOW_NOUN), end)


def is_participle(token: Token, following: Token) -> bool:
    """Say whether a clause begins with a participle: leaving his car behind."""
    low = token.low
    if token.kind != WORD or token.capital or low in _NO_PARTICIPLES or low in HELPERS:
        return False
    form = low in PARTICIPLES or (low.endswith(("ing", "ed")) and len(low) > len("aged"))
    return form and following.kind != ","
