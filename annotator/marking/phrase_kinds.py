"""Which English noun phrases stand for an actor or a place, and where those end."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotator.marking.chunks import Chunk, chunks_of, is_owner
from annotator.marking.language_words import LanguageWords
from annotator.marking.tokens import END, WORD, Part, Token
from annotator.marking.verbs import finite_verbs
from annotator.marking.word_lists import words

ACTOR: Final = "actor"
PLACE: Final = "location"

_OF: Final = "of"
_WHERE: Final = words(
    "in at from on near across outside behind above below beside off under along by between"
)
_WAYS: Final = words("entrance road way approach path bridge gate door access")
_LED: Final = words(
    "in at near outside inside on from to into across behind above below beside beneath under over "
    "through along around towards toward off past beyond within onto"
)
_BE: Final = words("is are was were be been am being as become became remain remains")
_NUMERALS: Final = words(
    "one two three four five six seven eight nine ten eleven twelve twenty dozens hundreds "
    "thousands some many several most half few"
)
_DEFINITE: Final = words("the this that these those its his her their our my both")
_TOLD: Final = words("tell tells told telling informed reminded assured")
_VAGUE: Final = words("people person persons public man men woman women hands")
_INSTITUTIONS: Final = words(
    "library office province city town county school hospital university works plant museum court "
    "church village region municipality clinic factory harbour port district capital country state "
    "bank prison shop hotel farm shipyard mill mine college parish borough"
)
_MOST_LINKS: Final = 3
_SHORT: Final = 2


class Phrase(NamedTuple):
    """A phrase that stands for an actor or a place, by tokens.

    `head` is its noun; `group` says that it acts as a body, so that whoever speaks for it, it
    does.
    """

    part: Part
    kind: str
    head: str
    group: bool = False


class _Reading(NamedTuple):
    tokens: Sequence[Token]
    verbs: Sequence[bool]
    chunks: dict[int, Chunk]
    listed: LanguageWords


def english_phrases(tokens: Sequence[Token], listed: LanguageWords) -> Iterator[Phrase]:
    """Yield the phrases of a statement whose noun names an actor or a place."""
    verbs = finite_verbs(tokens, listed)
    chunks = {chunk.start: chunk for chunk in chunks_of(tokens, verbs, listed)}
    reading = _Reading(tokens, verbs, chunks, listed)
    covered = 0  # No place is told within a place.
    for chunk in chunks.values():
        for owner in chunk.owners:
            yield from _owner(reading, owner)
        place = _place(reading, chunk) if chunk.start >= covered else None
        if place is not None:
            covered = place.part[1]
            yield place
        else:
            yield from _actor(reading, chunk)


def _low(token: Token) -> str:
    return token.low.removesuffix("’s").removesuffix("’")


def is_person(low: str, listed: LanguageWords) -> bool:
    """Say whether a noun stands for people, by the lists or by its ending."""
    actors = listed.actors
    if low in actors.people or low in actors.titles:
        return True
    return low.endswith(actors.people_suffixes) and low not in actors.no_people


def _capital(token: Token) -> bool:
    """Say whether a word has a capital, or is the second half of such a name: el-Kanari."""
    return token.capital or "-" in token.low


def _is_name(reading: _Reading, index: int) -> bool:
    """Say whether a capital shows a noun to be part of a name, rather than begin a sentence."""
    tokens = reading.tokens
    return tokens[index].capital and index > 0 and tokens[index - 1].kind == WORD


def _owner(reading: _Reading, part: Part) -> Iterator[Phrase]:
    """Yield who has what follows: the board in the board’s engineer."""
    last = reading.tokens[part[1] - 1]
    low = _low(last)
    if last.capital and part[1] - 1 > part[0] + 1:
        return
    if low in _VAGUE:
        return
    if is_person(low, reading.listed):
        yield Phrase(part, ACTOR, low, group=True)
    elif low in reading.listed.places.nouns:
        yield Phrase(part, PLACE, low)


def _place(reading: _Reading, chunk: Chunk) -> Phrase | None:
    tokens, places = reading.tokens, reading.listed.places
    head = tokens[chunk.head]
    low = head.low
    single = low.removesuffix("s") if low.endswith("s") else low
    if is_owner(low) or _is_name(reading, chunk.head) or _is_institution(reading, chunk):
        return None
    before = tokens[chunk.start - 1].low if chunk.start else ""
    sure = low in places.nouns or single in places.nouns
    led = before in _LED and (low in places.sites or single in places.sites)
    end = _where(reading, chunk.end)
    first = tokens[chunk.start].low
    definite = first in _DEFINITE or bool(chunk.owners) or end > chunk.end
    if not (sure or led) or not (definite or before in _LED):
        return None
    return Phrase((chunk.start, end), PLACE, low)


def _where(reading: _Reading, end: int) -> int:
    """Return where a place ends whose name goes on: the smaller harbour at Marsa Dahlen."""
    tokens = reading.tokens
    from_there = False
    for _ in range(_MOST_LINKS):
        if end + 1 >= len(tokens):
            break
        low = tokens[end].low
        chunk = reading.chunks.get(end + 1)
        if chunk is None or not (low in _WHERE or low in {_OF, "to"}):
            break
        way = low != "to" or tokens[end - 1].low in _WAYS or from_there
        if not way or not _is_place(reading, chunk):
            break
        from_there = low == "from"
        end = chunk.end
        joined = reading.chunks.get(end + 1)
        if (
            end + 1 < len(tokens)
            and tokens[end].low == "and"
            and joined is not None
            and _is_place(reading, joined)
            and not (joined.end < len(tokens) and reading.verbs[joined.end])
        ):
            end = joined.end
    return end


def _is_place(reading: _Reading, chunk: Chunk) -> bool:
    """Say whether a phrase may name a place: by a capital, or its noun."""
    head = reading.tokens[chunk.head]
    places = reading.listed.places
    if is_owner(head.low):
        return False
    hyphened = chunk.head > 0 and "-" in head.low and reading.tokens[chunk.head - 1].capital
    if head.capital or hyphened:
        return head.low not in reading.listed.reporting.times
    low = head.low.removesuffix("s")
    return bool({low, head.low} & (places.nouns | places.sites))


def _actor(reading: _Reading, chunk: Chunk) -> Iterator[Phrase]:
    tokens = reading.tokens
    head = tokens[chunk.head]
    low = _low(head)
    if is_owner(head.low) or (_is_name(reading, chunk.head) and not _is_role(reading, chunk)):
        return
    numeral = low in _NUMERALS or low.isdigit()
    if numeral and chunk.end - chunk.start <= _SHORT:
        yield from _counted(reading, chunk)
        return
    acts = is_person(low, reading.listed) or _is_institution(reading, chunk)
    if not acts or _is_described(reading, chunk):
        return
    before = tokens[chunk.start - 1].low if chunk.start else ""
    vague = low in _VAGUE and (chunk.end - chunk.start == 1 or tokens[chunk.start].low == "a")
    body = low in reading.listed.actors.bodies
    one = tokens[chunk.start].low in {"a", "an"} and before in _LED
    if before in _TOLD or vague or (body and (before == "on" or one)):
        return
    end = _which(reading, chunk.end)
    named = end if before == _OF else _named_so(reading, end)
    key = " ".join(token.low for token in tokens[end:named] if token.kind == WORD) or low
    yield Phrase((chunk.start, named), ACTOR, key, group=body)


def _is_role(reading: _Reading, chunk: Chunk) -> bool:
    """Say whether a phrase in capitals is a role: the Captain, the Harbour Master."""
    low, actors = reading.tokens[chunk.head].low, reading.listed.actors
    role = (low in actors.people or low in actors.titles) and low not in actors.bodies
    return role and reading.tokens[chunk.start].low in _DEFINITE


def _is_institution(reading: _Reading, chunk: Chunk) -> bool:
    """Say whether the noun of a place stands for those who work there, as they act."""
    tokens, end = reading.tokens, chunk.end
    if tokens[chunk.head].low not in _INSTITUTIONS or end >= len(tokens):
        return False
    led = chunk.start > 0 and tokens[chunk.start - 1].low in _LED
    led = led or any(tokens[owner[1] - 1].capital for owner in chunk.owners)
    return reading.verbs[end] and tokens[end].low not in _BE and not led


def _counted(reading: _Reading, chunk: Chunk) -> Iterator[Phrase]:
    """Yield a number that stands for people: two of its nine masters, nine of them."""
    tokens, end = reading.tokens, chunk.end
    if end + 1 < len(tokens) and tokens[end].low == _OF:
        of = reading.chunks.get(end + 1)
        if of is not None and is_person(_low(tokens[of.head]), reading.listed):
            yield Phrase((chunk.start, of.end), ACTOR, _low(tokens[of.head]))


def _is_described(reading: _Reading, chunk: Chunk) -> bool:
    """Say whether a phrase only describes somebody: is a pilot, a retired admiral after a name."""
    tokens = reading.tokens
    start = chunk.start
    before = tokens[start - 1] if start else None
    if before is None:
        return False
    first = tokens[start].low
    alone = chunk.end - start
    if before.low in _BE and first not in _DEFINITE:
        return True
    subject = chunk.end < len(tokens) and reading.verbs[chunk.end]
    if before.kind != "," or start < _SHORT or not _capital(tokens[start - 2]) or subject:
        return False
    if not tokens[start].capital and first not in _DEFINITE and alone > 1:
        return True  # Ana Ruiz, director general
    return first in {"a", "an", "the"} or any(owner[0] == start for owner in chunk.owners)


def _which(reading: _Reading, end: int) -> int:
    """Return where a phrase ends that goes on with words that say which people are meant."""
    tokens = reading.tokens
    for _ in range(_MOST_LINKS):
        chunk = reading.chunks.get(end + 1)
        if chunk is None or end + 1 >= len(tokens):
            break
        low = tokens[end].low
        placed = low in _WHERE and _is_place(reading, chunk) and _stops(reading, chunk.end)
        if low != _OF and not placed:
            break
        end = chunk.end
    return end


def _stops(reading: _Reading, end: int) -> bool:
    """Say whether a verb follows, so that all before it is its subject, or a further link."""
    tokens = reading.tokens
    if end >= len(tokens):
        return False
    named = tokens[end].kind == "," and end + 1 < len(tokens) and tokens[end + 1].capital
    return reading.verbs[end] or named or tokens[end].low in {_OF, "would", "also"}


def _named_so(reading: _Reading, end: int) -> int:
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
