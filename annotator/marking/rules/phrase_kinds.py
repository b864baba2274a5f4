"""Which English noun phrases stand for an actor or a place, and where those end."""

from collections.abc import Iterator, Sequence
from typing import Final

from annotator.marking.rules.actor_phrases import actor_phrases, is_institution, owner_phrases
from annotator.marking.rules.chunks import Chunk, chunks_of
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.partitives import counted, is_part_of_place
from annotator.marking.rules.phrase_reading import (
    ACTOR,
    BE,
    DEFINITE,
    DIRECTIONS,
    LED,
    MOST_LINKS,
    OF,
    PLACE,
    WHERE,
    Phrase,
    Reading,
    is_name,
    is_person,
    is_place,
    is_side,
    singular,
)
from annotator.marking.rules.tokens import Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import words

_IDIOMS: Final = words("office sea home bed place power court line water desk stage position")
_WAYS: Final = words("entrance road way approach path bridge gate door access")


def english_phrases(tokens: Sequence[Token], listed: LanguageWords) -> Iterator[Phrase]:
    """Yield the phrases of a statement whose noun names an actor or a place."""
    verbs = finite_verbs(tuple(tokens))
    chunks = {chunk.start: chunk for chunk in chunks_of(tokens, verbs, listed)}
    reading = Reading(tokens, verbs, chunks, listed)
    covered = 0  # No place is told within a place.
    for chunk in chunks.values():
        for owner in chunk.owners:
            yield from owner_phrases(reading, owner, tokens[chunk.head].low)
        place = _place(reading, chunk) if chunk.start >= covered else None
        if place is not None:
            covered = place.part[1]
            yield place
            if _votes(reading, chunk):
                yield place._replace(kind=ACTOR, group=True)
        else:
            yield from actor_phrases(reading, chunk)
    yield from counted(reading)


def _votes(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a bank or a side stands for its people: the western bank votes."""
    tokens, end = reading.tokens, chunk.end
    led = chunk.start > 0 and tokens[chunk.start - 1].low in LED
    if led or not is_side(tokens, chunk) or end >= len(tokens):
        return False
    return reading.verbs[end] and tokens[end].low not in BE


def _place(reading: Reading, chunk: Chunk) -> Phrase | None:
    tokens, places = reading.tokens, reading.listed.places
    low = tokens[chunk.head].low
    single = singular(low)
    sure = low in places.nouns or single in places.nouns or is_side(tokens, chunk)
    sure = sure or is_part_of_place(reading, chunk)
    led = chunk.start > 0 and tokens[chunk.start - 1].low in LED
    reached = chunk.start > 0 and tokens[chunk.start - 1].low in places.goals
    if (
        not sure
        and not (reached and low in places.sites)
        and not (led and (low in places.sites or single in places.sites))
    ):
        return None
    if is_name(reading, chunk.head) or is_institution(reading, chunk):
        return None
    several = low != single and is_person(low, reading.listed)  # hospitals, banks
    if _is_no_place(reading, chunk) or (several and not led and not reached):
        return None
    end = _where(reading, chunk.end)
    definite = tokens[chunk.start].low in DEFINITE or bool(chunk.owners) or end > chunk.end
    return Phrase((chunk.start, end), PLACE, low) if definite or led else None


def _is_no_place(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase is an idiom (in office), a distance, or one side of a dispute."""
    tokens = reading.tokens
    low, first = tokens[chunk.head].low, tokens[chunk.start].low
    if chunk.end - chunk.start == 1:
        return low in _IDIOMS
    if low in _IDIOMS and first in {"a", "an"}:
        return True
    far = low in DIRECTIONS and any(token.low[:1].isdigit() for token in tokens[slice(*chunk[:2])])
    return far or (low in {"camp", "camps"} and first in {"both", "rival", "neither", "either"})


def _where(reading: Reading, end: int) -> int:
    """Return where a place ends whose name goes on: the smaller harbour at Marsa Dahlen."""
    tokens = reading.tokens
    from_there = False
    for _ in range(MOST_LINKS):
        if end + 1 >= len(tokens):
            break
        low = tokens[end].low
        chunk = reading.chunks.get(end + 1)
        if chunk is None or not (low in WHERE or low in {OF, "to"}):
            break
        way = low != "to" or tokens[end - 1].low in _WAYS or from_there
        if not way or not is_place(reading, chunk):
            break
        from_there = low == "from"
        end = chunk.end
        joined = reading.chunks.get(end + 1)
        if (
            end + 1 < len(tokens)
            and tokens[end].low == "and"
            and joined is not None
            and is_place(reading, joined)
            and not (joined.end < len(tokens) and reading.verbs[joined.end])
        ):
            end = joined.end
    return end
