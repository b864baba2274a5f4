"""Reading: what is known of a statement where English noun phrases are judged."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.chunks import Chunk, is_owner
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.tokens import WORD, Part, Token
from annotator.marking.word_lists import words

ACTOR: Final = "actor"
PLACE: Final = "location"

OF: Final = "of"
WHERE: Final = words(
    "in at from on near through across outside behind above below beside off under along by between"
)
LED: Final = words(
    "in at near outside inside on from to into across behind above below beside beneath under over "
    "through along around towards toward off past beyond within onto"
)
BE: Final = words("is are was were be been am being as become became remain remains")
DEFINITE: Final = words("the this that these those its his her their our my both")
DIRECTIONS: Final = words(
    "north south east west northern southern eastern western left right both upper lower other"
)
MOST_LINKS: Final = 3
_SIDES: Final = words("bank banks side shore")


class Phrase(NamedTuple):
    """A phrase that stands for an actor or a place, by tokens.

    `head` is its noun; `group` says that it acts as a body, so that whoever speaks for it, it
    does; `acts` that a verb stands beside it.
    """

    part: Part
    kind: str
    head: str
    group: bool = False
    acts: bool = False


class Reading(NamedTuple):
    """A statement, which of its words are finite verbs, and its noun phrases by their start."""

    tokens: Sequence[Token]
    verbs: Sequence[bool]
    chunks: dict[int, Chunk]
    listed: LanguageWords


def is_side(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Say whether a phrase is one side of something: the western bank."""
    head = chunk.head
    if head == chunk.start or tokens[head].low not in _SIDES:
        return False
    return tokens[head - 1].low in DIRECTIONS


def low_of(token: Token) -> str:
    """Return a word in lower case, without its genitive."""
    return token.low.removesuffix("’s").removesuffix("’")


def singular(low: str) -> str:
    """Return a plural without its ending; other words as they are."""
    if not low.endswith("s"):
        return low
    return low[:-3] + "y" if low.endswith("ies") else low[:-1]


def is_person(low: str, listed: LanguageWords) -> bool:
    """Say whether a noun stands for people, by the lists or by its ending."""
    actors = listed.actors
    if low in actors.people or low in actors.titles:
        return True
    return low.endswith(actors.people_suffixes) and low not in actors.no_people


def has_capital(token: Token) -> bool:
    """Say whether a word has a capital, or is the second half of such a name: el-Kanari."""
    return token.capital or "-" in token.low


def is_name(reading: Reading, index: int) -> bool:
    """Say whether a capital shows a noun to be part of a name, rather than begin a sentence."""
    tokens = reading.tokens
    return tokens[index].capital and index > 0 and tokens[index - 1].kind == WORD


def is_place(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase may name a place: by a capital, or its noun."""
    head = reading.tokens[chunk.head]
    places = reading.listed.places
    if is_owner(head.low):
        return False
    hyphened = chunk.head > 0 and "-" in head.low and reading.tokens[chunk.head - 1].capital
    if head.capital or hyphened:
        return head.low != "may" and head.low not in reading.listed.reporting.times
    low = singular(head.low)
    return any(one in places.nouns or one in places.sites for one in (low, head.low))
