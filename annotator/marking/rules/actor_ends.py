"""Where an English phrase for somebody ends: with a place, with a name behind a comma."""

from annotator.marking.rules.chunks import Chunk, is_owner
from annotator.marking.rules.partitives import after_about
from annotator.marking.rules.phrase_reading import (
    DEFINITE,
    MOST_LINKS,
    OF,
    WHERE,
    Reading,
    is_person,
    is_place,
    low_of,
)
from annotator.marking.rules.tokens import END, WORD

_SHORT = 2  # words


def which(reading: Reading, end: int, *, acted_on: bool = False) -> int:
    """Return where a phrase ends that goes on with words that say which people are meant."""
    tokens = reading.tokens
    if [token.low for token in tokens[end : end + 2]] == ["on", "board"]:
        return end + 2
    for _ in range(MOST_LINKS):
        chunk = reading.chunks.get(after_about(tokens, end + 1))
        if chunk is None or end + 1 >= len(tokens):
            break
        low = tokens[end].low
        first = tokens[chunk.start]
        origin = low == "from" and not acted_on and (first.low in DEFINITE or first.capital)
        placed = origin or _is_placed(reading, chunk, low)
        if low != OF and not placed:
            break
        end = chunk.end
    return end


def _is_placed(reading: Reading, chunk: Chunk, low: str) -> bool:
    """Say whether a preposition and a place, or several, say which people do what follows."""
    if low not in WHERE:
        return False
    tokens = reading.tokens
    at_work = low == "at" and is_person(low_of(tokens[chunk.head]), reading.listed)
    if not at_work and not is_place(reading, chunk):
        return False
    last = chunk.end
    for _ in range(MOST_LINKS):
        further = reading.chunks.get(last + 1)
        if further is None or not (tokens[last].low in WHERE or tokens[last].low == OF):
            break
        if not is_place(reading, further):
            break
        last = further.end
    return _stops(reading, last)


def _stops(reading: Reading, end: int) -> bool:
    """Say whether a verb follows, so that all before it is its subject, or a further link."""
    tokens = reading.tokens
    if end + 1 < len(tokens) and tokens[end].low == "on":
        end += 2 * (tokens[end + 1].low in reading.listed.reporting.times)
    if end >= len(tokens):
        return False
    following = tokens[end + 1] if tokens[end].kind == "," and end + 1 < len(tokens) else None
    named = following is not None and (following.capital or following.low == "who")
    return reading.verbs[end] or named or tokens[end].low in {OF, "would", "also"}


def named_so(reading: Reading, end: int) -> int:
    """Return where a role ends that a name follows after a comma: the coxswain, Ana Ruiz."""
    tokens = reading.tokens
    if end + 1 >= len(tokens) or tokens[end].kind != ",":
        return end
    chunk = reading.chunks.get(end + 1)
    if chunk is None or not tokens[chunk.head].capital or is_owner(tokens[chunk.head].low):
        return end
    stop = chunk.end
    joined = reading.chunks.get(stop + 1)
    if joined is not None and tokens[stop].kind == "&":
        stop = joined.end
    words_in = tokens[chunk.start : stop]
    capitals = sum(token.capital + ("-" in token.low) for token in words_in)
    closed = stop >= len(tokens) or tokens[stop].kind in {",", END}
    closed = closed or tokens[stop].kind != WORD or reading.verbs[stop]
    closed = closed or tokens[stop].low == OF
    return stop if capitals >= _SHORT and closed else end
