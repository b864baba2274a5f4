"""Who acts in a statement, by the English noun phrases that stand for somebody."""

from collections.abc import Iterator
from typing import Final

from annotator.marking.chunks import Chunk, is_owner
from annotator.marking.phrase_reading import (
    ACTOR,
    BE,
    DEFINITE,
    LED,
    MOST_LINKS,
    OF,
    PLACE,
    WHERE,
    Phrase,
    Reading,
    has_capital,
    is_name,
    is_person,
    is_place,
    is_side,
    low_of,
)
from annotator.marking.tokens import END, WORD, Part
from annotator.marking.word_lists import words

_NUMERALS: Final = words(
    "one two three four five six seven eight nine ten eleven twelve twenty dozens hundreds "
    "thousands some many several most half few"
)
_TOLD: Final = words("tell tells told telling informed reminded assured")
_ARE: Final = words("are were have had")
_NO_DEED: Final = BE | words("will would can could may might must should")
_VAGUE: Final = words("people person persons public man men woman women hands")
_INSTITUTIONS: Final = words(
    "library office province city town county school hospital university works plant museum court "
    "church village region municipality clinic factory harbour port district capital country state "
    "bank prison shop hotel farm shipyard mill mine college parish borough"
)
_LONG: Final = 7
_SHORT: Final = 2


def owner_phrases(reading: Reading, part: Part) -> Iterator[Phrase]:
    """Yield who has what follows: the board in the board’s engineer."""
    last = reading.tokens[part[1] - 1]
    low = low_of(last)
    if last.capital and part[1] - 1 > part[0] + 1:
        return
    following = reading.tokens[part[1]] if part[1] < len(reading.tokens) else None
    of_name = last.capital and following is not None and following.capital  # Pilots’ Quarter
    if low in _VAGUE or of_name:
        return
    if is_person(low, reading.listed):
        yield Phrase(part, ACTOR, low, group=True)
    elif low in reading.listed.places.nouns:
        yield Phrase(part, PLACE, low)


def actor_phrases(reading: Reading, chunk: Chunk) -> Iterator[Phrase]:
    """Yield the actor that a noun phrase names, with the words that say which one."""
    tokens = reading.tokens
    index = chunk.head
    head = tokens[index]
    low = low_of(head)
    if is_owner(head.low) or (is_name(reading, index) and not _is_role(reading, chunk)):
        return
    if low in _NUMERALS or low.isdigit():
        yield from _counted(reading, chunk)
        return
    acts = is_person(low, reading.listed) or is_institution(reading, chunk)
    if not acts or _is_described(reading, chunk):
        return
    before = tokens[chunk.start - 1].low if chunk.start else ""
    vague = low in _VAGUE and (chunk.end - chunk.start == 1 or tokens[chunk.start].low == "a")
    body = low in reading.listed.actors.bodies
    one = tokens[chunk.start].low in {"a", "an"} and before in LED
    if before in _TOLD or vague or (body and (before == "on" or one)):
        return
    end = _which(reading, chunk.end)
    named = end if before == OF else _named_so(reading, end)
    key = " ".join(token.low for token in tokens[end:named] if token.kind == WORD) or low
    acts = named < len(tokens) and reading.verbs[named]
    done = chunk.start > 0 and (reading.verbs[chunk.start - 1] or before in {"by", "to", "against"})
    yield Phrase((chunk.start, named), ACTOR, key, group=body, acts=acts or done)


def _is_role(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase in capitals is a role: the Captain, the Harbour Master."""
    low, actors = reading.tokens[chunk.head].low, reading.listed.actors
    of_name = chunk.start > 1 and reading.tokens[chunk.start - 1].low == OF
    if of_name and reading.tokens[chunk.start - 2].capital:
        return False  # The Mosque of the Pilots
    role = (low in actors.people or low in actors.titles) and low not in actors.bodies
    return role and reading.tokens[chunk.start].low in DEFINITE


def is_institution(reading: Reading, chunk: Chunk) -> bool:
    """Say whether the noun of a place stands for those who work there, as they act."""
    tokens, end = reading.tokens, chunk.end
    if tokens[chunk.head].low not in _INSTITUTIONS or is_side(tokens, chunk) or end >= len(tokens):
        return False
    before = tokens[chunk.start - 1].low if chunk.start else ""
    led = before in LED or before == OF
    led = led or any(tokens[owner[1] - 1].capital for owner in chunk.owners)
    return reading.verbs[end] and tokens[end].low not in _NO_DEED and not led


def _counted(reading: Reading, chunk: Chunk) -> Iterator[Phrase]:
    """Yield a number that stands for people: two of its nine masters, nine of them."""
    tokens, end = reading.tokens, chunk.end
    if chunk.end - chunk.start > _SHORT or end >= len(tokens):
        return
    before = tokens[chunk.start - 1] if chunk.start else None
    opens = before is None or before.kind != WORD or before.low in {"and", "but"}
    shared = opens and chunk.end - chunk.start == 1
    listed = before is not None and before.kind == ","
    if (
        shared
        and not tokens[chunk.start].low.isdigit()
        and (tokens[end].low in _ARE or (tokens[end].low == "for" and listed))
    ):
        yield Phrase((chunk.start, end), ACTOR, "", group=True)
    if end + 1 < len(tokens) and tokens[end].low == OF:
        of = reading.chunks.get(end + 1)
        if of is not None and is_person(low_of(tokens[of.head]), reading.listed):
            yield Phrase((chunk.start, of.end), ACTOR, low_of(tokens[of.head]))


def _is_described(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase only describes somebody: is a pilot, a retired admiral after a name."""
    tokens = reading.tokens
    start = chunk.start
    before = tokens[start - 1] if start else None
    if before is None:
        return False
    first = tokens[start].low
    alone = chunk.end - start
    if before.low in BE and first not in DEFINITE:
        return True
    subject = chunk.end < len(tokens) and reading.verbs[chunk.end]
    if before.kind != "," or start < _SHORT or subject:
        return False
    named = tokens[start - 2]
    if first in {"a", "an"} and _ends_definite(reading, start - 1):
        return True  # The contractor, a firm from Ness
    if not has_capital(named) and not named.low.isdigit():
        return False
    bare = not tokens[start].capital and first not in DEFINITE and alone > 1
    return bare or first in {"a", "an", "the"} or any(owner[0] == start for owner in chunk.owners)


def _ends_definite(reading: Reading, end: int) -> bool:
    """Say whether a phrase with a definite article ends at `end`, not far from where it began."""
    near = (reading.chunks.get(start) for start in range(end - 1, max(-1, end - _LONG), -1))
    return any(
        one is not None and one.end == end and reading.tokens[one.start].low in DEFINITE
        for one in near
    )


def _which(reading: Reading, end: int) -> int:
    """Return where a phrase ends that goes on with words that say which people are meant."""
    tokens = reading.tokens
    if [token.low for token in tokens[end : end + 2]] == ["on", "board"]:
        return end + 2
    for _ in range(MOST_LINKS):
        chunk = reading.chunks.get(end + 1)
        if chunk is None or end + 1 >= len(tokens):
            break
        low = tokens[end].low
        placed = low in WHERE and is_place(reading, chunk)
        first = tokens[chunk.start]
        origin = low == "from" and (first.low in DEFINITE or first.capital)
        placed = origin or (placed and _stops(reading, chunk.end))
        if low != OF and not placed:
            break
        end = chunk.end
    return end


def _stops(reading: Reading, end: int) -> bool:
    """Say whether a verb follows, so that all before it is its subject, or a further link."""
    tokens = reading.tokens
    if end >= len(tokens):
        return False
    named = tokens[end].kind == "," and end + 1 < len(tokens) and tokens[end + 1].capital
    return reading.verbs[end] or named or tokens[end].low in {OF, "would", "also"}


def _named_so(reading: Reading, end: int) -> int:
    """Return where a role ends that a name follows after a comma: the coxswain, Ana Ruiz."""
    tokens = reading.tokens
    if end + 1 >= len(tokens) or tokens[end].kind != ",":
        return end
    chunk = reading.chunks.get(end + 1)
    if chunk is None or not tokens[chunk.head].capital or is_owner(tokens[chunk.head].low):
        return end
    words_in = tokens[chunk.start : chunk.end]
    capitals = sum(token.capital + ("-" in token.low) for token in words_in)
    closed = chunk.end >= len(tokens) or tokens[chunk.end].kind in {",", END}
    closed = closed or tokens[chunk.end].kind != WORD or reading.verbs[chunk.end]
    return chunk.end if capitals >= _SHORT and closed else end
