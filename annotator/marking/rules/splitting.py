"""Splitting: the clauses of an English statement that could each be true alone."""

from collections.abc import Iterator, Sequence
from typing import Final

from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.pieces import (
    BELOW,
    CONDITION,
    FIGURE,
    JOINED,
    MAIN,
    PARTICIPLE,
    PARTING,
    PARTING_MARKS,
    RELATIVE,
    SUB,
    Piece,
    Reading,
    piece_of,
    pieces,
)
from annotator.marking.rules.tokens import QUOTED, WORD, Part, Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import words

_OUTSIDE: Final = BELOW | words("and but or yet so that meanwhile how then")
_LONG: Final = 5  # words of a clause that a comma alone may part from another
_FEWEST: Final = 2
_BETWEEN: Final = frozenset({RELATIVE, PARTICIPLE, FIGURE})


def clauses_of(
    tokens: Sequence[Token], part: Part, listed: LanguageWords
) -> Iterator[tuple[Part, bool]]:
    """Yield the clauses in a part of a statement, and whether each is all that stands there."""
    reading = Reading(tokens, finite_verbs(tuple(tokens)), listed)
    if _is_simple(tokens, part, listed):
        clauses = _whole(reading, piece_of(reading, part, walled=True))
    else:
        clauses = _clauses(reading, part)
    found = [one for one in clauses if one[1] - one[0] >= _FEWEST]
    for one in found:
        yield one, len(found) == 1


def _is_simple(tokens: Sequence[Token], part: Part, listed: LanguageWords) -> bool:
    """Say whether nothing in a part, which holds a token, could lie between two clauses."""
    joins = listed.reporting.joins
    return part[0] < part[1] and all(
        token.kind not in PARTING_MARKS
        and token.low not in joins
        and token.low not in PARTING
        and token.low != "as"
        for token in tokens[slice(*part)]
    )


def _clauses(reading: Reading, part: Part) -> Iterator[Part]:
    """Yield clauses: pieces without a verb belong to the piece before, or lead in the next."""
    begun: Piece | None = None
    around: Piece | None = None  # what a clause between commas cuts in two
    for piece in _with_main_verb(reading, list(pieces(reading, part))):
        resumes = _resumes(reading, piece)
        if begun is None:
            begun = piece
        elif around is not None and resumes:
            *done, begun = _resumed(around, begun, piece)
            around = None
            for one in done:
                yield from _whole(reading, one)
        elif _goes_on(reading, begun, piece):
            begun = _with(reading, begun, piece)
        else:
            yield from _whole(reading, around)
            before, begun = _parted(begun, piece) if resumes else (begun, piece)
            around = before if before.verb and piece.kind in _BETWEEN else None
            yield from _whole(reading, before if around is None else None)
    for left in (around, begun):
        yield from _whole(reading, left)


def _with_main_verb(reading: Reading, found: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces; what looks like a participle is the verb where there is no other."""
    subject = bool(found) and found[0].kind == MAIN and not found[0].verb
    subject = subject and not _leads(reading, found[0])
    for number, piece in enumerate(found):
        past = piece.kind == PARTICIPLE and not reading.tokens[piece.start].low.endswith("ing")
        by = any(token.low == "by" for token in reading.tokens[piece.start : piece.start + 2])
        later = any(one.verb and one.kind == MAIN for one in found[number + 1 :])
        if subject and number and past and not by and not later:
            yield piece._replace(kind=MAIN)
        else:
            yield piece
        subject = subject and not (piece.verb and piece.kind == MAIN)


def _resumed(around: Piece, between: Piece, piece: Piece) -> tuple[Piece, ...]:
    """Return the clauses where a piece resumes what another cut in two; the last goes on."""
    if around.tail is None:
        return between, around._replace(end=piece.end)
    return around._replace(end=around.tail), between, piece


def _parted(begun: Piece, piece: Piece) -> tuple[Piece, Piece]:
    """Return both with the subject of the second where it belongs: and the board, in May, left."""
    if begun.tail is None:
        return begun, piece
    return begun._replace(end=begun.tail), piece._replace(start=begun.tail, kind=JOINED)


def _leads(reading: Reading, begun: Piece) -> bool:
    """Say whether a piece without a verb tells when or where, and no subject: on Friday."""
    small = reading.listed.reporting
    return reading.tokens[begun.start].low in small.places | small.times | small.adverbs


def _with(reading: Reading, begun: Piece, piece: Piece) -> Piece:
    """Return what has begun with one more piece."""
    kind = MAIN if not begun.verb or begun.kind == CONDITION else begun.kind
    if not begun.verb and piece.kind == SUB and _leads(reading, begun):
        kind = CONDITION  # On Friday, after the rain had stopped, the men left.
    tail = begun.tail
    if begun.verb:
        leads = piece.kind == JOINED and not piece.verb
        tail = None if piece.verb else piece.start if leads and tail is None else tail
    return begun._replace(end=piece.end, verb=begun.verb or piece.verb, kind=kind, tail=tail)


def _resumes(reading: Reading, piece: Piece) -> bool:
    """Say whether a piece begins with a verb, so that its subject stands further before."""
    return piece.kind == MAIN and not piece.walled and reading.verbs[piece.start]


def _goes_on(reading: Reading, begun: Piece, piece: Piece) -> bool:
    """Say whether a piece belongs to what has begun."""
    if piece.walled or (piece.kind == RELATIVE and not piece.verb):
        return False
    if not piece.verb or CONDITION in {piece.kind, begun.kind}:
        return True
    if piece.kind in _BETWEEN:
        return False
    if not begun.verb:
        return True
    long = min(piece.end - piece.start, begun.end - begun.start) >= _LONG
    near = [token.low for token in reading.tokens[piece.end : piece.end + 2]]
    following = near[1:] if near[:1] == [","] else near[:1]
    joins = reading.listed.reporting.joins
    listed = not joins.isdisjoint(following)  # The ship sank, we swam and he called.
    apart = long or listed or reading.verbs[piece.start]
    return piece.kind == MAIN and begun.kind in {MAIN, JOINED} and not apart


def _whole(reading: Reading, piece: Piece | None) -> Iterator[Part]:
    """Yield what a clause holds without what only joins it, if it says something."""
    if piece is None or not piece.verb:
        return
    start, end = piece.start, piece.end
    tokens = reading.tokens
    comma = next((at for at in range(start, end) if tokens[at].kind == ","), end)
    clause = any(reading.verbs[start:comma])  # not: after the war, since March
    outside = _OUTSIDE if clause else _OUTSIDE - BELOW
    while start < end and (
        tokens[start].kind not in {WORD, QUOTED} or tokens[start].low in outside
    ):
        if tokens[start].low == "since" and tokens[min(start + 1, end - 1)].low in {"then", "that"}:
            break
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
