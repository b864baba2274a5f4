"""Where a noun-like phrase ends, by language: rules on words, endings and position."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum, auto
from typing import Final, NamedTuple, TypeAlias

from annotator.text.name_words import DAYS
from annotator.text.phrase_words import (
    ADJECTIVES,
    ATTRIBUTIVE,
    BEFORE_NOUN,
    DEGREE,
    EITHER,
    FULL_DETERMINERS,
    IRREGULAR_PLURALS,
    NO_ADVERBS,
    NO_PARTICIPLES,
    NO_TITLES,
    NOUNS,
    OBJECTS,
    OF_A_NAME,
    PARTICIPLES,
    POSTDETERMINERS,
    PREDETERMINERS,
)

LONGEST: Final = 24
"""Words that a phrase has at most: so looking for its end has a bound."""


class Kind(IntEnum):
    """What a word may be in a phrase; no phrase goes on over `OTHER`."""

    DETERMINER = auto()
    NUMBER = auto()
    NAME = auto()
    NOUN = auto()
    ADJECTIVE = auto()
    VERB = auto()
    OTHER = auto()


class Token(NamedTuple):
    """A word or a whole name. `word` is in small letters, with straight apostrophes.

    `verbal`: what comes after it is rather a verb than a noun. `joined`: nothing but blanks or a
    possessive stands before it. `owned`: a possessive does.
    """

    start: int
    end: int
    word: str
    kind: Kind
    verbal: bool
    joined: bool
    owned: bool


# Given words and where to begin, return where the phrase ends; where it begins if there is none.
PhraseEnd: TypeAlias = Callable[[Sequence[Token], int], int]

_ADJECTIVE_ENDS: Final = (
    *("ic", "ical", "ial", "nal", "ral", "bal", "ive", "ous", "ful", "less", "able"),
    *("ible", "ern", "ish", "ary", "ese", "most", "ual"),
)
_SINGULAR_S: Final = ("ss", "us", "is", "'s", "ics")


def english_end(tokens: Sequence[Token], first: int) -> int:
    """Return the end of an English phrase: determiner, numerals, adjectives, nouns and names."""
    opened = index = _opened(tokens, first)
    determined = opened > first
    head = first
    noun = plural = False
    while _goes_on(tokens, index, first):
        token = tokens[index]
        if token.owned:
            noun = plural = False
        if plural:
            break
        if token.kind is Kind.NAME:
            if index > first and tokens[index - 1].word in NO_TITLES:
                break
            noun, head = True, index + 1
        elif _modifies(tokens, index, noun=noun, determined=determined):
            if determined and token.kind is Kind.NOUN and not _is_verbal(token.word):
                head = index + 1
        elif _is_noun(tokens, index, noun=noun, determined=determined) or (
            token.kind is Kind.VERB and index == opened and _is_act(tokens, index, first)
        ):
            noun = not token.word.endswith("'s")
            plural = noun and is_plural(token.word) and token.word not in ATTRIBUTIVE
            head = index + 1 if noun else head
        else:
            break
        index += 1
    if head == first + 1 and not determined and _is_order(tokens, first):
        return first
    return head


def with_place(tokens: Sequence[Token], end: int) -> int:
    """Return where an English phrase ends that goes on with its name: the citadel of Palmyra."""
    if tokens[end - 1].word not in OF_A_NAME or tokens[end - 1].kind is Kind.NAME:
        return end
    for index in range(end, min(end + len(("of", "the", "X")), len(tokens))):
        if not tokens[index].joined:
            break
        if tokens[index].kind is Kind.NAME and index > end:
            return index + 1
        if tokens[index].word != ("of" if index == end else "the"):
            break
    return end


def _is_order(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a word alone is a verb: its object follows."""
    following = tokens[first + 1] if _goes_on(tokens, first + 1, first) else None
    if following is None or following.kind is not Kind.DETERMINER:
        return False
    return tokens[first].kind is Kind.NOUN and tokens[first].word not in DAYS


def _is_act(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Say whether a verb right after `the` or `her` stands for an act: the offer."""
    word = tokens[index].word
    return index > first and tokens[index - 1].word in FULL_DETERMINERS and not _is_verbal(word)


def _opened(tokens: Sequence[Token], first: int) -> int:
    """Return where the determiners and numerals end with which a phrase may begin.

    A determiner follows another only in a few cases: `all the`, `its other`.
    """
    index = first
    while _goes_on(tokens, index, first):
        kind = tokens[index].kind
        if kind is Kind.DETERMINER:
            before = tokens[index - 1] if index > first else None
            word = tokens[index].word
            if before and not (before.word in PREDETERMINERS or word in POSTDETERMINERS):
                return first
        elif kind is not Kind.NUMBER:
            break
        index += 1
    return index


def _goes_on(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Say whether the word at `index` belongs to what begins at `first`, going by the gap."""
    if index >= len(tokens) or index - first >= LONGEST:
        return False
    return index == first or tokens[index].joined


def _modifies(tokens: Sequence[Token], index: int, *, noun: bool, determined: bool) -> bool:
    """Say whether a word stands before the noun as an adjective does."""
    word, kind = tokens[index].word, tokens[index].kind
    before = not noun
    if kind is Kind.NUMBER or word in POSTDETERMINERS:
        return before
    if kind is Kind.ADJECTIVE:
        return True
    more = (
        _goes_on(tokens, index + 1, index) and Kind.NAME <= tokens[index + 1].kind <= Kind.ADJECTIVE
    )
    if kind is not Kind.NOUN:
        is_participle = word in PARTICIPLES or _is_participle(word)
        return determined and before and (word in DEGREE or (is_participle and more))
    if _is_verbal(word):
        return determined and before
    if word in ADJECTIVES:
        return before and (more or determined)
    return word.endswith(_ADJECTIVE_ENDS) and (more or (determined and before))


def _is_noun(tokens: Sequence[Token], index: int, *, noun: bool, determined: bool) -> bool:
    """Say whether a word is a noun here rather than a verb; after a noun it may well be one."""
    word, kind = tokens[index].word, tokens[index].kind
    if kind is not Kind.NOUN or _is_verbal(word):
        return False
    if word not in NOUNS and (word in ADJECTIVES or word.endswith(_ADJECTIVE_ENDS)):
        return False
    following = tokens[index + 1] if _goes_on(tokens, index + 1, index) else None
    if noun and following and word in EITHER:
        return following.kind > Kind.NAME and following.word not in OBJECTS
    if (noun or not determined) and following and not following.owned and is_plural(word):
        if not noun and index and tokens[index - 1].kind is Kind.VERB and tokens[index].joined:
            return True
        return following.kind > Kind.NAME and following.word not in OBJECTS
    return True


def is_adverb(word: str) -> bool:
    """Say whether it looks like an English adverb."""
    return word.endswith("ly") and word not in NO_ADVERBS


def is_plural(word: str) -> bool:
    """Say whether it looks like an English plural, or a verb of the third person."""
    if word in IRREGULAR_PLURALS:
        return True
    return word.endswith("s") and not word.endswith(_SINGULAR_S)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and len(word) > len("ring") and word not in NO_PARTICIPLES


def _is_verbal(word: str) -> bool:
    """Say whether it looks like an adverb or a participle."""
    return is_adverb(word) or _is_participle(word)


def german_end(tokens: Sequence[Token], first: int) -> int:
    """Return the end of a German phrase: determiner, small adjectives, capitalised nouns."""
    index = _opened(tokens, first)
    endings = ("e", "en", "er", "es", "em") if index > first else ("er", "es", "em")
    while _goes_on(tokens, index, first) and (
        (tokens[index].kind is Kind.ADJECTIVE and tokens[index].word.endswith(endings))
        or tokens[index].kind is Kind.NUMBER
    ):
        index += 1
    head = first
    while _goes_on(tokens, index, first) and Kind.NAME <= tokens[index].kind <= Kind.NOUN:
        index += 1
        head = index
    return head


_YEAR: Final = re.compile("(?:1[5-9]|20)[0-9][0-9]")
_AFTER_NOUN: Final = re.compile(
    r"(?:al|aux|ale|ales|if|ive|ifs|ives|ique|iques|aire|aires|eux|euse|elle|elles|iel|iels|é|ée|és"
    r"|ées|ien|ienne|iens|able|ible|ois|oise|ain|aine|ains|giratoires?"
    r"|ivo|iva|ivos|ivas|ico|ica|icos|icas|oso|osa|ado|ada|ados|adas|ido|ida|idos|idas|ales"
    r"|ano|ana|anos|anas|ario|aria|ente|entes)$"
)


def romance_end(tokens: Sequence[Token], first: int) -> int:
    """Return the end of a French or Spanish phrase: adjectives stand on both sides of the noun."""
    index = _opened(tokens, first)
    head = first
    if index > first and not _YEAR.fullmatch(tokens[index - 1].word):
        while _goes_on(tokens, index, first) and tokens[index].word in BEFORE_NOUN:
            index += 1
        if _goes_on(tokens, index, first) and tokens[index].kind is Kind.NOUN:
            index += 1
            head = index
            while (
                _goes_on(tokens, index, first)
                and tokens[index].kind is Kind.NOUN
                and (_AFTER_NOUN.search(tokens[index].word) or tokens[index].word in BEFORE_NOUN)
            ):
                index += 1
                head = index
    if _goes_on(tokens, index, first) and tokens[index].kind is Kind.NAME:
        head = index + 1
    return head


RULES: Final[dict[str, PhraseEnd]] = {
    "en": english_end,
    "de": german_end,
    "fr": romance_end,
    "es": romance_end,
}
