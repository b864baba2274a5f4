"""Noun phrases around a noun that names an actor or a place: from its article to its genitive."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.phrase_reading import ACTOR, PLACE
from annotator.marking.rules.tokens import WORD, Part, Token
from annotator.marking.word_lists import ReportingWords, words

_MOST_BEFORE: Final = 5
_MOST_AFTER: Final = 5
_NUMERALS: Final = words("two three four five six seven eight nine ten deux trois quatre dos tres")
_FUSED: Final = words("that au aux du im am zum zur vom beim del al d’ de")
_POINTING: Final = words("a an this")
_NO_MODIFIERS: Final = words("of not n’ zu to")
_DEFINITE: Final = words(
    "der die das den dieser diese dieses seine ihre le la les l’ cette ce ces son sa leur leurs el "
    "los las este esta su sus"
)
_INSTITUTIONS: Final = words(
    "stadt gemeinde bezirk region provinz landkreis landtag krankenhaus schule kirche hauptstadt "
    "dorf werk fabrik ville commune département région province hôpital église usine village "
    "capitale ciudad pueblo municipio provincia región distrito capital hospital iglesia fábrica "
    "comarca"
)
_AT: Final = words("at in near on à en bei")
_OF_GENITIVE: Final = words("der des")
_COLLECTIVE: Final = words("police troops congress parliament coastguard management")
# What ends an adjective that follows its noun in French and Spanish, and an infinitive.
_ADJECTIVE: Final = tuple(
    words(
        "al ale ales aux ique iques aire aires ois aise ienne ien ico ica icos gauche droite ana "
        "ario aria ista if ive ives"
    )
)
_INFINITIVE: Final = ("er", "ir", "ar", "re", "oir")
_VERBAL: Final = ("ed", "ing", "ly", "te")


def noun_phrases(tokens: Sequence[Token], listed: LanguageWords) -> Iterator[tuple[Part, str]]:
    """Yield phrases whose noun names an actor or a place, and which of the two."""
    small, actors, places = listed.reporting, listed.actors, listed.places
    last = 0
    for index, token in enumerate(tokens):
        if token.kind != WORD or index < last or _is_name(tokens, index, listed):
            continue
        low = token.low.removesuffix("’s")
        acts = low in actors.people or low.endswith(actors.people_suffixes)
        if acts and not _is_modifier(tokens, index, listed):
            start, article = _modifiers(tokens, index, small)
            if article or low in _COLLECTIVE or _is_plural(low, small):
                last = _complement(tokens, index + 1, listed)
                yield (start, last), ACTOR
        elif low in places.nouns or low.removesuffix("s") in places.nouns:
            start, article = _modifiers(tokens, index, small)
            before = tokens[start - 1].low if start else ""
            led = before in places.strong or before in places.weak or before in places.goals
            led = led or (tokens[start].low in _DEFINITE and low not in _INSTITUTIONS)
            if led and (article or start < index):
                last = _where(tokens, _complement(tokens, index + 1, listed), small)
                yield (start, last), PLACE


def with_article(tokens: Sequence[Token], start: int, listed: LanguageWords) -> int:
    """Return where the words before a name begin that belong to it: a role, an article."""
    small, actors = listed.reporting, listed.actors
    index = start
    while index and start - index < _MOST_BEFORE and tokens[index - 1].kind == WORD:
        low = tokens[index - 1].low
        if low not in actors.titles and low not in actors.people:
            break
        index -= 1
    if index < start:
        return _modifiers(tokens, index, small)[0]
    low = tokens[index - 1].low if index else ""
    return index - 1 if _is_article(low, small) and low not in _POINTING else index


def _is_name(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    """Say whether a capital shows a word to be part of a name."""
    if not index or not tokens[index].capital or listed.language == "de":
        return False
    return tokens[index - 1].kind == WORD


def _is_article(low: str, small: ReportingWords) -> bool:
    return low in small.determiners and low not in _FUSED


@cache
def _no_modifiers(small: ReportingWords) -> frozenset[str]:
    """Return the words that a phrase does not go back over."""
    return frozenset().union(
        *(small.finite, small.places, small.joins, small.below, small.pronouns, small.adverbs),
        *(small.says, small.shows, small.determiners, _NO_MODIFIERS),
    )


def _modifiers(tokens: Sequence[Token], noun: int, small: ReportingWords) -> tuple[int, bool]:
    """Return where a phrase begins that ends in a noun, and whether it has an article."""
    index = noun
    no_modifiers = _no_modifiers(small)
    while index and noun - index <= _MOST_BEFORE and tokens[index - 1].kind == WORD:
        low = tokens[index - 1].low
        numeral = low[:1].isdigit() or low in _NUMERALS
        if _is_article(low, small) or numeral:
            further = numeral and index > 1 and _is_article(tokens[index - 2].low, small)
            return index - 1 - further, True
        if low in no_modifiers:
            break
        index -= 1
    owned = any(token.low.endswith(("’s", "s’")) for token in tokens[index:noun])
    first = tokens[index]
    infinitive = index > 0 and tokens[index - 1].low in {"to", "zu"}
    verbal = not first.capital and first.low.endswith(_VERBAL)
    if noun - index > 1 and not owned:
        return noun, False
    return (noun, False) if index < noun and (infinitive or verbal) else (index, owned)


def _complement(tokens: Sequence[Token], end: int, listed: LanguageWords) -> int:
    """Return where a phrase ends that goes on after its noun: “of the eastern districts”."""
    small, of = listed.reporting, listed.actors.of
    index = end
    while (
        small.romance
        and index < len(tokens)
        and tokens[index].low.endswith(_ADJECTIVE)
        and tokens[index].low not in small.says | small.determiners | small.finite
    ):
        index += 1
    if index + 1 >= len(tokens) or tokens[index].low not in of:
        return index
    following = tokens[index + 1]
    verbal = _INFINITIVE if small.romance else ("ing",)
    infinitive = not following.capital and following.low.endswith(verbal)
    if following.kind != WORD or infinitive:
        return index
    stop = index + 1
    genitive = tokens[index].low in _OF_GENITIVE
    while stop < len(tokens) and stop - index <= _MOST_AFTER:
        if _ends_complement(tokens[stop], stop - index, listed):
            break
        stop += 1
        if genitive and tokens[stop - 1].capital:
            break
    while stop > index + 1 and tokens[stop - 1].low in small.determiners:
        stop -= 1
    return stop if stop > index + 1 else index


def _ends_complement(token: Token, nth: int, listed: LanguageWords) -> bool:
    """Say whether the words after “of” end before the one that is the `nth`."""
    small, low = listed.reporting, token.low
    if (
        token.kind != WORD
        or low in small.finite
        or (low in small.helpers and low not in small.determiners)
    ):
        return True
    if low in small.joins or low in small.below or low in small.adverbs or low in small.pronouns:
        return True
    if not token.capital and (low in small.says or low in small.shows or low.endswith("ed")):
        return True
    another = low in small.places or (nth > 2 and low in small.determiners)  # noqa: PLR2004 - of the X
    return another and low not in listed.actors.of


def _where(tokens: Sequence[Token], end: int, small: ReportingWords) -> int:
    """Return where a phrase of place ends that goes on with a preposition and a name."""
    stop = end + 1
    if stop >= len(tokens) or tokens[end].low not in _AT or tokens[stop].low in small.times:
        return end
    while stop < len(tokens) and tokens[stop].kind == WORD and tokens[stop].capital:
        stop += 1
    return stop if stop > end + 1 else end


def _is_plural(low: str, small: ReportingWords) -> bool:
    return low.endswith(("en", "er", "e") if small.language == "de" else ("s", "x", "men"))


def _is_modifier(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    """Say whether another such noun follows at once: the union in “the union leaders”."""
    later = tokens[index + 1 : index + 4]
    people = listed.actors.people
    if tokens[index].low.endswith("’s"):
        return any(token.low in people for token in later)
    if not later or later[0].kind != WORD or listed.reporting.romance:
        return False
    low = later[0].low.removesuffix("’s")
    name = later[0].capital and listed.language != "de"
    return name or low in people or low in listed.places.nouns
