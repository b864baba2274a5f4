"""Who acts in a statement, by the English noun phrases that stand for somebody."""

from collections.abc import Iterator
from typing import Final

from annotator.marking.rules.actor_ends import named_so, which
from annotator.marking.rules.chunks import Chunk, is_owner
from annotator.marking.rules.partitives import before_number, is_share, shared
from annotator.marking.rules.phrase_reading import (
    ACTOR,
    BE,
    DEFINITE,
    LED,
    OF,
    PLACE,
    WHERE,
    Phrase,
    Reading,
    has_capital,
    is_name,
    is_person,
    is_side,
    low_of,
    singular,
)
from annotator.marking.rules.tokens import WORD, Part
from annotator.marking.word_lists import words

_NUMERALS: Final = words(
    "one two three four five six seven eight nine ten eleven twelve twenty dozens hundreds "
    "thousands some many several most half few"
)
_TOLD: Final = words("tell tells told telling informed reminded assured")
_ARE: Final = words("are were have had")
_NO_DEED: Final = BE | words("will would can could may might must should")
_VAGUE: Final = words("people person persons public man men woman women hands")
_ADJECTIVES: Final = words(
    "dead wounded injured missing homeless unemployed elderly displaced bereaved faithful locals"
)
_INSTITUTIONS: Final = words(
    "library office province city town county school hospital university works plant museum court "
    "church village region municipality clinic factory harbour port district capital country state "
    "bank prison shop hotel farm shipyard mill mine college parish borough"
)
_CAMPS: Final = words("side sides camp camps")
_WHICH_CAMP: Final = words("both neither either each rival opposing warring two")
_ARTICLES: Final = words("the its his her their")
_ACTED_ON: Final = words("by to against")
_BEFORE_VERB: Final = words("to will would can could may might must should not")
_BEFORE_NOUN: Final = words("be the of for with")
_OPENING: Final = words("and but")
_HOUSES: Final = words(
    "library hospital works plant museum clinic factory prison shop hotel farm shipyard mill mine "
    "theatre gallery restaurant nursery kindergarten brewery foundry refinery bakery pharmacy "
    "airport laboratory stadium zoo monastery orchard vineyard warehouse school college"
)
_LONG: Final = 7
_SHORT: Final = 2


def owner_phrases(reading: Reading, part: Part, head: str) -> Iterator[Phrase]:
    """Yield who has what follows, which ends in `head`: the board in the board’s engineer."""
    last = reading.tokens[part[1] - 1]
    low = low_of(last)
    if last.capital and part[1] - 1 > part[0] + 1:
        return
    following = reading.tokens[part[1]] if part[1] < len(reading.tokens) else None
    of_name = last.capital and following is not None and following.capital  # Pilots’ Quarter
    if low in _VAGUE or of_name:
        return
    staffed = low in _HOUSES and (head == "head" or is_person(head, reading.listed))
    generic = part[1] - part[0] == 1 and low.endswith("s")  # doctors’ time
    if staffed or (is_person(low, reading.listed) and not generic):
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
    person = is_person(low, reading.listed)
    if is_share(low) and not (person and tokens[min(chunk.end, len(tokens) - 1)].low != OF):
        yield from _counted(reading, chunk)
        found = list(shared(reading, chunk))
        for one in found:
            yield one._replace(part=(one.part[0], named_so(reading, which(reading, one.part[1]))))
        if found or not person:
            return
    able = person or is_institution(reading, chunk) or _is_party(reading, chunk)
    if not able or _is_described(reading, chunk) or _is_in_share(reading, chunk):
        return
    before = tokens[chunk.start - 1].low if chunk.start else ""
    alone = chunk.end - chunk.start == 1
    vague = low in _VAGUE and (alone or tokens[chunk.start].low == "a")
    vague = (vague and not _is_told_of(reading, chunk.end)) or (alone and low in _ADJECTIVES)
    body = low in reading.listed.actors.bodies
    one_of_some = tokens[chunk.start].low in {"a", "an"} and before in LED
    if before in _TOLD or before == "at" or vague or (body and (before == "on" or one_of_some)):
        return
    yield from _whole(reading, chunk, before)


def _whole(reading: Reading, chunk: Chunk, before: str) -> Iterator[Phrase]:
    """Yield a phrase for somebody with all that belongs to it, unless it is by the way."""
    tokens = reading.tokens
    acted_on = chunk.start > 0 and reading.verbs[chunk.start - 1]
    end = which(reading, chunk.end, acted_on=acted_on)
    named = end if before == OF else named_so(reading, end)
    low = low_of(tokens[chunk.head])
    key = " ".join(token.low for token in tokens[end:named] if token.kind == WORD)
    key = key or (low if low not in _VAGUE else "")
    acts = (named < len(tokens) and reading.verbs[named]) or _is_done_to(reading, chunk.start)
    acts = acts or named > end or _is_told_of(reading, named)
    if acts or not _is_by_the_way(reading, chunk, before):
        both = tokens[chunk.start].low == "both" and tokens[chunk.start + 1].low in _ARTICLES
        first = before_number(tokens, chunk.start) + both
        body = low in reading.listed.actors.bodies or low in _CAMPS
        yield Phrase((first, named), ACTOR, key, group=body, acts=acts)


def _is_subject(reading: Reading, end: int) -> bool:
    """Say whether a verb follows soon, with no comma between: police in riot gear left."""
    if [token.low for token in reading.tokens[end : end + 1]] == ["who"]:
        return False
    near = range(end, min(len(reading.tokens), end + _LONG))
    stop = next((index for index in near if reading.tokens[index].kind != WORD), near.stop)
    return any(reading.verbs[end:stop])


def _is_told_of(reading: Reading, end: int) -> bool:
    """Say whether a clause follows that tells what somebody did: people who fled."""
    lows = [token.low for token in reading.tokens[end : end + 3]]
    after = lows[1:] if lows[:1] == [","] else lows
    said = len(after) > 1 and after[1] in reading.listed.reporting.says
    return after[:1] == ["who"] and not said


def _is_party(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase is one side of a dispute, or who heads something."""
    tokens = reading.tokens
    low, first = tokens[chunk.head].low, tokens[chunk.start].low
    if low in _CAMPS:
        return first in _WHICH_CAMP
    following = tokens[chunk.end].low if chunk.end < len(tokens) else ""
    acts = bool(chunk.owners) and chunk.end < len(tokens) and reading.verbs[chunk.end]
    return low == "head" and (acts or following == OF or named_so(reading, chunk.end) > chunk.end)


def _is_in_share(reading: Reading, chunk: Chunk) -> bool:
    """Say whether only some of them are meant: the lawyers in the last of the lawyers."""
    tokens, start = reading.tokens, chunk.start
    return start > 1 and tokens[start - 1].low == OF and is_share(tokens[start - 2].low)


def _is_done_to(reading: Reading, start: int) -> bool:
    """Say whether a verb, or “by”, before a phrase shows it to do something or have it done."""
    if not start:
        return False
    tokens = reading.tokens
    before = tokens[start - 1]
    if reading.verbs[start - 1] or before.low in _ACTED_ON:
        return True
    if before.kind != WORD or before.capital:
        return False
    infinitive = start > 1 and tokens[start - 2].low in _BEFORE_VERB
    return before.low.endswith("ing") or (infinitive and before.low not in _BEFORE_NOUN)


def _is_by_the_way(reading: Reading, chunk: Chunk, before: str) -> bool:
    """Say whether people who do nothing are only mentioned: a poll of adults, at the ministry."""
    first = reading.tokens[chunk.start]
    opens = not chunk.start or reading.tokens[chunk.start - 1].kind not in {WORD, ","}
    if before in _OPENING or (opens and _is_subject(reading, chunk.end)):
        return False
    if first.low in {"a", "an"}:
        return True
    bare = (
        first.low not in DEFINITE
        and first.low != "whose"
        and not first.low[0].isdigit()
        and not chunk.owners
    )
    return bare and first.low not in _NUMERALS


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
    low = tokens[chunk.head].low
    if low not in _INSTITUTIONS and singular(low) not in _HOUSES:
        return False
    where = reading.chunks.get(end + 1)
    if where is not None and low.endswith("s") and tokens[end].low in WHERE:
        end = where.end  # Hospitals in the city cancelled operations.
    if is_side(tokens, chunk) or end >= len(tokens):
        return False
    before = tokens[chunk.start - 1].low if chunk.start else ""
    led = before in LED or before == OF
    led = led or any(tokens[owner[1] - 1].capital for owner in chunk.owners)
    return reading.verbs[end] and tokens[end].low not in _NO_DEED and not led


def _counted(reading: Reading, chunk: Chunk) -> Iterator[Phrase]:
    """Yield a number that stands for people by itself: nine are on leave."""
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


def _is_described(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase only describes somebody: is a pilot, a retired admiral after a name."""
    tokens = reading.tokens
    start = chunk.start
    before = tokens[start - 1] if start else None
    if before is None:
        return False
    first = tokens[start].low
    alone = chunk.end - start
    subject = chunk.end < len(tokens) and reading.verbs[chunk.end]
    if before.low in BE and first not in DEFINITE:
        return not (before.low == "as" and subject)
    apart = first == "whose" or named_so(reading, chunk.end) > chunk.end
    if apart or before.kind != "," or start < _SHORT or subject:
        return False
    named = tokens[start - 2]
    definite = first in {"a", "an"} and _ends_definite(reading, start - 1)
    if definite or not (has_capital(named) or named.low.isdigit()):
        return definite  # The contractor, a firm from Ness
    bare = not tokens[start].capital and first not in DEFINITE and alone > 1
    return bare or first in {"a", "an", "the"} or any(owner[0] == start for owner in chunk.owners)


def _ends_definite(reading: Reading, end: int) -> bool:
    """Say whether a phrase with a definite article ends at `end`, not far from where it began."""
    near = (reading.chunks.get(start) for start in range(end - 1, max(-1, end - _LONG), -1))
    return any(
        one is not None and one.end == end and reading.tokens[one.start].low in DEFINITE
        for one in near
    )
