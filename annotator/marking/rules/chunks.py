"""Chunks: English noun phrases by their words, from the article to the noun, owners included."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from annotator.marking.rules.attribution_words import REPORTING
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.tokens import WORD, Part, Token
from annotator.marking.rules.verbs import HELPERS
from annotator.marking.word_lists import words
from annotator.text.function_words import function_words

_COMMON: Final = function_words("en")
_LONGEST: Final = 12
_DETERMINERS: Final = words(
    "the a an this these those its his her their our my your no some any each every all both "
    "several many few most another other such neither whose"
)
_BEFORE_ANOTHER: Final = words("all both its his her their the those no any many such every")
_STOPS: Final = words(
    "that who which whom to not of there here than as if so what why how when where while because "
    "i he she it we they you him them us me himself themselves itself herself now then only even "
    "also still just too very never always ever about nearly almost mainly yet either or and but "
    "nor out up down off away back together alone ago instead again today yesterday tomorrow "
    "tonight monday tuesday wednesday thursday friday saturday sunday be been being let like more "
    "less please later earlier soon once twice however meanwhile perhaps maybe including "
    "according somebody nobody anybody everybody someone everyone nothing something anything "
    "everything aboard aground ashore afterwards whether therefore between among along far above "
    "behind below across beside beneath under beyond around past upon onto toward towards "
    "throughout except"
)
_NOUNS: Final = words(
    "building crossing meeting morning evening spring king landing hearing wedding funeral being "
    "crossing painting drawing warning clothing housing shipping dredging"
)
_BEFORE_VERB: Final = words(
    "to will would can could may might must shall should did does cannot won’t can’t couldn’t "
    "wouldn’t didn’t doesn’t don’t shouldn’t"
)
_BEFORE_TIME: Final = words("last next")
_DAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday")
FOLK: Final = words("missing wounded injured dead homeless unemployed elderly displaced")
_BEFORE_NUMERAL: Final = words("first last next other only same past final top another")
_OWNED: Final = ("’s", "s’", "x’", "z’")


class Chunk(NamedTuple):
    """Tokens by index: the phrase, and the owners in it, each up to its genitive."""

    start: int
    end: int
    owners: tuple[Part, ...]

    @property
    def head(self) -> int:
        """The noun that the phrase is about."""
        return self.end - 1


def is_owner(low: str) -> bool:
    """Say whether a word stands in the genitive."""
    return low.endswith(_OWNED)


def is_noun(low: str, listed: LanguageWords) -> bool:
    """Say whether a word behind a name can be the noun that the name describes."""
    small = listed.reporting
    return not any(
        low in some
        for some in (
            *(_stops(listed.language), _DETERMINERS, small.says, small.shows, small.finite),
            *(small.adverbs, small.times, small.pronouns, _COMMON.verbs),
        )
    )


def chunks_of(
    tokens: Sequence[Token], verbs: Sequence[bool], listed: LanguageWords
) -> Iterator[Chunk]:
    """Yield the noun phrases of a statement, in order and apart."""
    stops = _stops(listed.language)
    end = 0
    for index, token in enumerate(tokens):
        if index < end or token.kind != WORD or verbs[index]:
            continue
        if token.low in stops and not _named(tokens, index):
            continue
        if token.low in _BEFORE_TIME and _is_time(tokens, index + 1, listed):
            end = index + 2  # Last year villagers left.
            continue
        chunk = _chunk(tokens, verbs, index, stops)
        if chunk is not None:
            yield chunk
            end = chunk.end


@cache
def _stops(language: str) -> frozenset[str]:
    small = REPORTING[language]
    return (small.places | small.below | small.joins | _STOPS | HELPERS) - _DETERMINERS


def _chunk(
    tokens: Sequence[Token], verbs: Sequence[bool], start: int, stops: frozenset[str]
) -> Chunk | None:
    """Return the phrase that begins at `start`, if one does."""
    if _is_year(tokens, start):
        return None
    index = start
    owners: list[Part] = []
    determined = False
    longest = min(len(tokens), start + _LONGEST)
    while index < longest:
        token = tokens[index]
        low = token.low
        stops_here = low in stops and not _belongs(tokens, start, index)
        if token.kind != WORD or verbs[index] or stops_here:
            break
        if low in _DETERMINERS:
            if _no_determiner(tokens, start, index):
                break
            determined = True
        elif _ends(tokens, start, index, determined=determined):
            break
        if low[-1] in "s’" and is_owner(low) and low not in HELPERS:
            owners.append((start, index + 1))
        index += 1
    while index > start and _is_no_noun(tokens[index - 1]):
        index -= 1
    if index == start or tokens[index - 1].low in _DETERMINERS:
        return None
    return Chunk(start, index, tuple(owners))


def _no_determiner(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Say whether an article begins another phrase."""
    before = tokens[index - 1].low if index > start else ""
    return index > start and before not in _BEFORE_ANOTHER and tokens[index].low != "other"


def _is_year(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a number is a year, and none of what follows: in 2019 villagers left."""
    low = tokens[index].low
    return (
        len(low) == len("2019")
        and low.isdigit()
        and index > 0
        and (tokens[index - 1].low in {"in", "since", "by", "until", "from"})
    )


def _named(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a small word is part of a name: Up Helly, US."""
    token = tokens[index]
    return token.capital and index > 0 and tokens[index - 1].kind == WORD and token.low not in _DAYS


def _is_time(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    return index < len(tokens) and tokens[index].low in listed.reporting.times


def _belongs(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Say whether a small word is part of a name, or belongs to the noun: the only road."""
    if _named(tokens, index):
        return True
    return index > start and tokens[index].low == "only" and tokens[index - 1].low in _DETERMINERS


def _is_no_noun(token: Token) -> bool:
    """Say whether no phrase ends in a word: an adverb."""
    return (
        not token.capital and token.low.endswith("ly") and token.low not in {"family", "assembly"}
    )


def _ends(tokens: Sequence[Token], start: int, index: int, *, determined: bool) -> bool:
    """Say whether a phrase ends before a word that looks like a participle, or a verb."""
    low = tokens[index].low
    if tokens[index].capital or "-" in low:
        return False
    if index > start and not determined and low in _BEFORE_TIME:
        return True
    if index == start:
        infinitive = index > 0 and tokens[index - 1].low in _BEFORE_VERB
        verbal = low.endswith(("ed", "ing")) and low not in _NOUNS
        return infinitive or verbal or (low in _COMMON.verbs and not low.endswith("s"))
    before = tokens[index - 1]
    if low in _COMMON.numerals:
        return before.low not in _BEFORE_NUMERAL | _DETERMINERS and not _counts(before.low)
    if low.endswith(("ed", "ing")):
        led = before.low in _DETERMINERS or is_owner(before.low) or low in _NOUNS
        return not led and not (determined and _modifies(before.low))
    return low in _COMMON.verbs and (_is_plural(before) or before.low in FOLK)


def _counts(low: str) -> bool:
    return low.isdigit() or low in _COMMON.numerals or low.endswith(("’s", "s’"))


def _modifies(low: str) -> bool:
    return low.isdigit() or low.endswith(("ly", "st", "nd", "th", "al", "ic"))


def _is_plural(token: Token) -> bool:
    low = token.low
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "’s")) and not token.capital
