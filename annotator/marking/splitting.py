"""Splitting: the clauses of an English statement that could each be true alone."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotator.marking.language_words import LanguageWords
from annotator.marking.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.verbs import HELPERS, PARTICIPLES, finite_verbs
from annotator.marking.word_lists import words

_PARTING_MARKS: Final = frozenset({",", ";", ":", "—", "(", ")", END})
_ASIDE: Final = 5
_RELATIVES: Final = words("which who whom whose where")
_BELOW: Final = words(
    "because since when after before while whereas although though until once as whilst"
)
_INSIDE: Final = words("because since as until before if unless whether provided so")
_PARTING: Final = words("while whereas although though whilst")
_BELOW_NOUN: Final = words("that which who whose whom where")
_OUTSIDE: Final = _BELOW | words("and but or yet so that meanwhile how then")
_NO_PARTICIPLES: Final = words(
    "during including according following regarding concerning excluding something nothing "
    "anything everything morning evening spring king building being owing hundred indeed"
)
_FARTHEST: Final = 12  # words from a conjunction to the verb of its clause
_OPENING: Final = words("the a an his her its their this that these those he she it they we i")
_SUBJECT: Final = 2  # phrases at least where one leads in and one is the subject
_OBJECTS: Final = words("the a an his her its their this that these those them him it us me")
_LONG: Final = 5  # words of a clause that a comma alone may part from another
_FEWEST: Final = 2
_MAIN, _RELATIVE, _PARTICIPLE, _SUB, _CONDITION, _JOINED = range(6)
_BETWEEN: Final = frozenset({_RELATIVE, _PARTICIPLE})


class _Piece(NamedTuple):
    """Some tokens between two marks or conjunctions, and how they begin."""

    start: int
    end: int
    kind: int
    verb: bool
    walled: bool  # whether more than a comma stands before
    tail: int | None = None  # where words begin that may be the subject of what follows


class _Reading(NamedTuple):
    tokens: Sequence[Token]
    verbs: Sequence[bool]
    listed: LanguageWords


def clauses_of(
    tokens: Sequence[Token], part: Part, listed: LanguageWords
) -> Iterator[tuple[Part, bool]]:
    """Yield the clauses in a part of a statement, and whether each is all that stands there."""
    reading = _Reading(tokens, finite_verbs(tuple(tokens)), listed)
    if _is_simple(tokens, part, listed):
        clauses = _whole(reading, _piece(reading, part, walled=True))
    else:
        clauses = _clauses(reading, part)
    found = [one for one in clauses if one[1] - one[0] >= _FEWEST]
    for one in found:
        yield one, len(found) == 1


def _is_simple(tokens: Sequence[Token], part: Part, listed: LanguageWords) -> bool:
    """Say whether nothing in a part, which holds a token, could lie between two clauses."""
    joins = listed.reporting.joins
    return part[0] < part[1] and all(
        token.kind not in _PARTING_MARKS and token.low not in joins and token.low not in _PARTING
        for token in tokens[slice(*part)]
    )


def _clauses(reading: _Reading, part: Part) -> Iterator[Part]:
    """Yield clauses: pieces without a verb belong to the piece before, or lead in the next."""
    begun: _Piece | None = None
    around: _Piece | None = None  # what a clause between commas cuts in two
    for piece in _pieces(reading, part):
        resumes = _resumes(reading, piece)
        if begun is None:
            begun = piece
        elif around is not None and resumes:
            *done, begun = _resumed(around, begun, piece)
            around = None
            for one in done:
                yield from _whole(reading, one)
        elif _goes_on(reading, begun, piece):
            begun = _with(begun, piece)
        else:
            yield from _whole(reading, around)
            before, begun = _parted(begun, piece) if resumes else (begun, piece)
            around = before if before.verb and piece.kind in _BETWEEN else None
            yield from _whole(reading, before if around is None else None)
    for left in (around, begun):
        yield from _whole(reading, left)


def _resumed(around: _Piece, between: _Piece, piece: _Piece) -> tuple[_Piece, ...]:
    """Return the clauses where a piece resumes what another cut in two; the last goes on."""
    if around.tail is None:
        return between, around._replace(end=piece.end)
    return around._replace(end=around.tail), between, piece


def _parted(begun: _Piece, piece: _Piece) -> tuple[_Piece, _Piece]:
    """Return both with the subject of the second where it belongs: and the board, in May, left."""
    if begun.tail is None:
        return begun, piece
    return begun._replace(end=begun.tail), piece._replace(start=begun.tail, kind=_JOINED)


def _with(begun: _Piece, piece: _Piece) -> _Piece:
    """Return what has begun with one more piece."""
    kind = _MAIN if not begun.verb or begun.kind == _CONDITION else begun.kind
    tail = begun.tail
    if begun.verb:
        leads = piece.kind == _JOINED and not piece.verb
        tail = None if piece.verb else piece.start if leads and tail is None else tail
    return begun._replace(end=piece.end, verb=begun.verb or piece.verb, kind=kind, tail=tail)


def _resumes(reading: _Reading, piece: _Piece) -> bool:
    """Say whether a piece begins with a verb, so that its subject stands further before."""
    return piece.kind == _MAIN and not piece.walled and reading.verbs[piece.start]


def _goes_on(reading: _Reading, begun: _Piece, piece: _Piece) -> bool:
    """Say whether a piece belongs to what has begun."""
    if piece.walled:
        return False
    if not piece.verb or _CONDITION in {piece.kind, begun.kind}:
        return True
    if piece.kind in {_RELATIVE, _PARTICIPLE}:
        return False
    if not begun.verb:
        return True
    long = min(piece.end - piece.start, begun.end - begun.start) >= _LONG
    following = reading.tokens[piece.end].low if piece.end < len(reading.tokens) else ""
    listed = following in reading.listed.reporting.joins  # The ship sank, we swam and he called.
    apart = long or listed or reading.verbs[piece.start]
    return piece.kind == _MAIN and begun.kind in {_MAIN, _JOINED} and not apart


def _whole(reading: _Reading, piece: _Piece | None) -> Iterator[Part]:
    """Yield what a clause holds without what only joins it, if it says something."""
    if piece is None or not piece.verb:
        return
    start, end = piece.start, piece.end
    tokens = reading.tokens
    comma = next((at for at in range(start, end) if tokens[at].kind == ","), end)
    clause = any(reading.verbs[start:comma])  # not: after the war, since March
    outside = _OUTSIDE if clause else _OUTSIDE - _BELOW
    while start < end and (
        tokens[start].kind not in {WORD, QUOTED} or tokens[start].low in outside
    ):
        if tokens[start].low == "that" and reading.verbs[min(start + 1, end - 1)]:
            break
        start += 1
    joins = reading.listed.reporting.joins
    while end > start and (
        tokens[end - 1].kind not in {WORD, QUOTED, ")"} or tokens[end - 1].low in joins
    ):
        end -= 1
    if start < end:
        yield start, end


def _pieces(reading: _Reading, part: Part) -> Iterator[_Piece]:
    """Yield what lies between marks, and conjunctions that a verb of its own follows."""
    tokens = reading.tokens
    start, walled = part[0], True
    bracket = 0
    for index in range(part[0], part[1] + 1):
        mark = tokens[index].kind if index < part[1] else END
        if mark == "(" and _is_aside(tokens, index, part[1]):
            bracket = index + _ASIDE
        if index < bracket and tokens[index].kind == ")":
            bracket = 0
            continue
        if mark not in _PARTING_MARKS or (index < bracket and index < part[1]):
            continue
        yield from _joined_pieces(reading, (start, index), walled=walled)
        start, walled = index + 1, mark != ","


def _is_aside(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Say whether a bracket holds a word or two."""
    return any(token.kind == ")" for token in tokens[index : min(end, index + _ASIDE)])


def _joined_pieces(reading: _Reading, part: Part, *, walled: bool) -> Iterator[_Piece]:
    start, end = part
    for index in range(start + 1, end - _FEWEST):
        if _parts(reading, start, index, end):
            yield _piece(reading, (start, index), walled=walled)
            start, walled = index, True
    if start < end:
        yield _piece(reading, (start, end), walled=walled)


def _parts(reading: _Reading, start: int, index: int, end: int) -> bool:
    """Say whether the word at `index` joins another clause to what begins at `start`."""
    tokens, verbs = reading.tokens, reading.verbs
    low = tokens[index].low
    if low not in reading.listed.reporting.joins and low not in _PARTING:
        return False
    if not any(verbs[start:index]) and tokens[index - 1].kind != QUOTED:
        return False
    return _has_own_verb(reading, index, end)


def _has_own_verb(reading: _Reading, index: int, end: int) -> bool:
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
        if tokens[other].kind != WORD or tokens[other].low in small.joins | small.below:
            return False
    return False


def _piece(reading: _Reading, part: Part, *, walled: bool) -> _Piece:
    """Return a piece by its tokens."""
    tokens, verbs = reading.tokens, reading.verbs
    start, end = part
    verb = any(verbs[start:end])
    first = tokens[start]
    joins = reading.listed.reporting.joins
    second = tokens[start + 1] if start + 1 < end else first
    kind = _MAIN
    if first.low in reading.listed.reporting.places and first.low not in _BELOW:
        leads = end < len(tokens) and tokens[end].kind == ","
        verb = walled and any(
            verbs[at] and not (leads and _describes(tokens, start, at, end))
            for at in range(start, end)
        )
    elif not walled:
        verb = any(verbs[start : _relative(tokens, start + 1, end)])
    third = tokens[start + 2].low if start + 2 < end else ""
    if verb and (first.low in _RELATIVES or (second.low == "of" and third in _RELATIVES)):
        kind = _RELATIVE
    elif _is_participle(first, second):
        kind, verb = (_PARTICIPLE, True) if not verbs[start] else (_MAIN, verb)
    elif first.low in {"if", "unless", "whether"} or (first.low in _INSIDE and walled is False):
        kind = _CONDITION
    elif first.low in _BELOW:
        kind = _SUB
    elif first.low in joins:
        kind = _JOINED
        if _is_participle(second, second) and not second.low.endswith("ed"):
            verb = walled = True
        elif not walled:
            verb = walled = _has_own_verb(reading, start, end)
    return _Piece(start, end, kind, verb, walled)


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


def _is_participle(token: Token, following: Token) -> bool:
    """Say whether a clause begins with a participle: leaving his car behind."""
    low = token.low
    if token.kind != WORD or token.capital or low in _NO_PARTICIPLES or low in HELPERS:
        return False
    form = low in PARTICIPLES or (low.endswith(("ing", "ed")) and len(low) > len("aged"))
    return form and following.kind != ","
