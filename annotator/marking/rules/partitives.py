"""Partitives: English words for some of many that stand for people, or for a part of a place."""

from collections.abc import Iterator, Sequence
from typing import Final

from annotator.marking.rules.chunks import FOLK, Chunk
from annotator.marking.rules.phrase_reading import (
    ACTOR,
    BE,
    OF,
    Phrase,
    Reading,
    is_person,
    is_place,
    low_of,
)
from annotator.marking.rules.tokens import END, Token
from annotator.marking.word_lists import words

_NUMERALS: Final = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty dozens hundreds thousands some "
    "many several most few half all both none each either neither"
)
_SHARES: Final = words(
    "percent cent third thirds quarter quarters half dozen dozens scores hundreds thousands "
    "millions handful number rest remainder majority minority pair total last first bulk share "
    "tens fraction fifth tenth"
)
_PARTS: Final = words(
    "half part parts section sections side sides end top bottom foot edge edges fringes outskirts "
    "steps corner heart centre center middle stretch stretches swathe swathes swath rest entrance "
    "north south east west mouth banks shore shores tip flank slopes roof floor ruins remains "
    "quarter third perimeter interior width length back front"
)
_AT_LEAST: Final = ("at least", "more than", "up to", "fewer than", "less than", "at most")
_NEARLY: Final = words("nearly almost about around some over roughly approx approx. approximately")
_HARM: Final = words(
    "killed injured wounded detained arrested hurt dead missing taken treated hospitalised "
    "hospitalized rescued evacuated displaced beaten shot charged sentenced released freed "
    "unaccounted trapped stranded held jailed executed abducted kidnapped drowned buried burned "
    "burnt questioned deported expelled sacked dismissed laid infected homeless"
)
_SUFFERED: Final = words("died drowned perished survived escaped fled")
_ARE: Final = words("are were was is had have has remain remained remains")
_THEM: Final = words("them those us")
_PRONOUNS: Final = words("some many several most few half all both none each either neither")
_FIGURE: Final = 4  # digits; longer are years, or have commas


def is_share(low: str) -> bool:
    """Say whether a noun tells how many of some people are meant: a third, a handful."""
    return low in _NUMERALS or low in _SHARES or low.isdigit()


def is_part_of_place(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase is a part of the place that follows: the western half of the village."""
    tokens, end = reading.tokens, chunk.end
    if end >= len(tokens) or tokens[end].low != OF:
        return False
    of = reading.chunks.get(end + 1)
    if of is None:
        return False
    low = tokens[chunk.head].low
    if low in _NUMERALS and chunk.end - chunk.start == 1:
        return is_place(reading, of) and not tokens[of.head].capital
    return low in _PARTS and is_place(reading, of)


def before_number(tokens: Sequence[Token], start: int) -> int:
    """Return where a phrase begins with the words before its number: at least a dozen people."""
    low = tokens[start].low
    if start < 2 or not (low[:1].isdigit() or low in _NUMERALS or low == "a"):  # noqa: PLR2004 - two words
        return start
    if f"{tokens[start - 2].low} {tokens[start - 1].low}" in _AT_LEAST:
        return start - 2
    return start - (low != "a" and tokens[start - 1].low in _NEARLY)


def after_about(tokens: Sequence[Token], start: int) -> int:
    """Return where a number stands that begins with “about” or “at least” at `start`."""
    lows = [token.low for token in tokens[start : start + 3]]
    for length in (2, 1):
        number = lows[length] if len(lows) > length else ""
        known = " ".join(lows[:length]) in _AT_LEAST or (
            length == 1 and lows[:1] and lows[0] in _NEARLY
        )
        if known and (number[:1].isdigit() or number in _NUMERALS):
            return start + length
    return start


def counted(reading: Reading) -> Iterator[Phrase]:
    """Yield numbers that stand for people by themselves: nine of them, at least 17 were hurt."""
    tokens = reading.tokens
    for index, token in enumerate(tokens[:-1]):
        low = token.low
        if low not in _NUMERALS and not (low[:1].isdigit() and _is_figure(low)):
            continue
        if token.capital and index:
            continue
        end = _of_them(reading, index) or _harmed(reading, index)
        if not end and tokens[index + 1].low == "who" and _first(reading, index) < index:
            end = index + 1  # The eleven who left
        if end:
            yield Phrase((_first(reading, index), end), ACTOR, "", group=True, acts=True)


def _is_figure(low: str) -> bool:
    return low.isdigit() and len(low) < _FIGURE


def _first(reading: Reading, index: int) -> int:
    """Return where a number begins with the words before it that say how sure it is."""
    first = before_number(reading.tokens, index)
    before = reading.tokens[index - 1].low if index else ""
    return first if first < index else index - (before in {"not", "another", "the"})


def _of_them(reading: Reading, index: int) -> int:
    """Return where “nine of them”, “some of those detained” end, 0 if they do nothing."""
    tokens = reading.tokens
    if (
        index + 3 >= len(tokens)
        or tokens[index + 1].low != OF
        or tokens[index + 2].low not in _THEM
    ):
        return 0
    end = index + 3
    following = tokens[end]
    if tokens[index + 2].low == "those":
        return end + 1 if _is_participle(following.low) else 0
    said = following.low in reading.listed.reporting.says
    acts = reading.verbs[end] and not said
    if acts and following.low in BE:
        acts = any(_is_participle(token.low) for token in tokens[end + 1 : end + 3])
    return end if acts or following.low.endswith("ing") else 0


def _is_participle(low: str) -> bool:
    return low.endswith(("ed", "ing")) or low in _HARM


def _harmed(reading: Reading, index: int) -> int:
    """Return where a number ends that something is done to: two were killed, four died."""
    tokens = reading.tokens
    if tokens[index].low in _PRONOUNS:
        return 0
    before = tokens[index - 1] if index else None
    opens = before is None or before.kind in {",", END, ";"} or before.low in {"and", "but"}
    if not opens and _first(reading, index) == index:
        return 0
    lows = [token.low for token in tokens[index + 1 : index + 5]]
    if lows and (lows[0] in _SUFFERED or (lows[0] in _HARM and index > 0)):
        return index + 1
    harmed = lows and lows[0] in _ARE and not _HARM.isdisjoint(lows[1:4])
    return index + 1 if harmed else 0


def shared(reading: Reading, chunk: Chunk) -> Iterator[Phrase]:
    """Yield a share of some people: two of its nine masters, 61 per cent of voters."""
    tokens = reading.tokens
    end = chunk.end + (chunk.end < len(tokens) and tokens[chunk.end].kind == "%")
    if end + 1 >= len(tokens) or tokens[end].low != OF:
        return
    lows = [token.low for token in tokens[end + 1 : end + 3]]
    if lows[:1] == ["the"] and lows[1:] and lows[1] in FOLK:
        yield Phrase((chunk.start, end + 3), ACTOR, lows[1], acts=True)
        return
    of = reading.chunks.get(end + 1)
    if of is not None and is_person(low_of(tokens[of.head]), reading.listed):
        yield Phrase((chunk.start, of.end), ACTOR, low_of(tokens[of.head]))
