"""Evidence: what a mention of a name shows of it, by its own words and those around it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.place_words import DEMONYMS, KNOWN_PLACES
from annotator.marking.rules.tokens import END, WORD, Part, Token
from annotator.marking.word_lists import words

SURE: Final = 2.0
ACTS: Final = 0.6
"""What a finite verb behind a name says for an actor."""

_LIKELY: Final = 1.3
_SHAPE: Final = 0.7
_SLIGHT: Final = 0.3
_ON_ITS_WAY: Final = 0.6
_FARTHEST: Final = 16  # tokens over which a list of names is looked along
_LONGEST_DATELINE: Final = 4
_LONGEST_BYLINE: Final = 12
_BY: Final = words("by von par por")
_DEALING: Final = words(
    "by with against between durch gegen mit zwischen par avec contre entre por con contra"
)
_WHEN: Final = words("last next early late")
NEAR_BY: Final = words(
    "neighbouring neighboring nearby central northern southern eastern western north-eastern "
    "north-western south-eastern south-western northeastern northwestern southeastern southwestern "
    "downtown rural coastal suburban inland mainland upstate occupied war-torn landlocked"
)
"""What says which part of a place is meant, or where it is."""
_SEATS: Final = frozenset(
    {"white house", "downing street", "kremlin", "pentagon", "vatican", "holy see", "red cross"}
    | {"red crescent", "nato", "opec", "interpol", "europol", "hamas", "hezbollah", "taliban"}
    | {"islamic state", "knesset", "duma", "bundestag", "wall street", "fbi", "cia", "un", "eu"}
)
"""What is named like a place, or as nobody else, and acts."""
_STREETS: Final = words("st rd ave blvd sq hwy ln")
_OF_PLACE: Final = words(
    "residents inhabitants people citizens voters natives villagers mayor mayors governor bishop "
    "archbishop auditor president king queen premier minister government parliament army embassy "
    "children women men south north east west centre center outskirts shores banks edge heart "
    "parts part rest most half areas suburbs invasion siege occupation capture liberation "
    "bombardment fall republic kingdom map streets hills waters"
)
"""Of whom, or what, a place is named rather than a person."""
_GENITIVE: Final = ("’s", "s’")


class Weights(NamedTuple):
    """What speaks for an actor, and for a place."""

    actor: float = 0.0
    place: float = 0.0

    def plus(self, other: "Weights") -> "Weights":
        """Return both together."""
        return Weights(self.actor + other.actor, self.place + other.place)


_NOTHING: Final = Weights()


def names_nothing(tokens: Sequence[Token], part: Part, end: int, listed: LanguageWords) -> bool:
    """Say whether a name that ends at offset `end` is neither an actor nor a place.

    So are laws and days, words such as Danish, a name that only describes what comes after it
    (U.K.-flagged, a Washington think tank), and the author’s above an article.
    """
    lows = plain_words(tokens, part)
    things = listed.actors.things
    if lows[-1] in things or lows[0] in things or lows[0][:1].isdigit():
        return True
    if len(lows) == 1 and lows[0] in DEMONYMS:
        return True
    if part[0] == 1 and tokens[0].low in _BY and len(tokens) < _LONGEST_BYLINE:
        return True
    last = tokens[part[1] - 1]
    if last.end > end and not last.low.endswith(_GENITIVE):
        return True
    return listed.language == "en" and _is_adjective(tokens, part, listed)


def plain_words(tokens: Sequence[Token], part: Part) -> list[str]:
    """Return the words of a name, without possessive and full stops."""
    return [token.low.removesuffix("’s").rstrip(".") for token in tokens[part[0] : part[1]]]


def _is_adjective(tokens: Sequence[Token], part: Part, listed: LanguageWords) -> bool:
    """Say whether an English name describes the noun that follows it."""
    end = part[1]
    if end >= len(tokens) or tokens[end].kind != WORD or tokens[end].capital:
        return False
    last, low = tokens[end - 1], tokens[end].low
    if last.low.endswith("’s"):
        return False
    places = listed.places.nouns
    if low in places or low.removesuffix("s") in places or low in listed.actors.people:
        return True
    known = last.low, " ".join(token.low for token in tokens[max(0, end - 2) : end])
    led = part[0] > 0 and tokens[part[0] - 1].low in listed.reporting.places
    if led or KNOWN_PLACES.isdisjoint(known) or low.endswith(("ed", "s")) or low in _WHEN:
        return False
    small = listed.reporting
    return not any(
        low in some
        for some in (
            *(small.finite, small.helpers, small.places, small.joins, small.below),
            *(small.adverbs, small.says, small.shows, small.determiners, small.times),
            small.pronouns,
        )
    )


def by_its_words(lows: Sequence[str], quote: str, listed: LanguageWords) -> Weights:
    """Return what the words of a name say."""
    actors, places = listed.actors, listed.places
    plain = [low for low in lows if not low.isdigit()] or lows
    owned = next((index for index, low in enumerate(plain) if index and low in actors.of), 0)
    head = plain[owned - 1]
    saint = plain[0] == "st" and plain[-1] in places.heads
    if (
        saint
        or (plain[-1] in _STREETS and len(plain) > 1)
        or quote.lower().replace("'", "’") in KNOWN_PLACES
    ):
        return Weights(place=SURE)
    titled = not actors.titles.isdisjoint(plain[:-1]) or (len(plain) > 1 and head in actors.titles)
    grouped = head in actors.groups or plain[0] in actors.groups
    grouped = grouped or quote.lower() in _SEATS
    if titled or grouped or "&" in quote or plain[-1].endswith(actors.suffixes):
        return Weights(actor=SURE)
    if head in places.heads or plain[0] in places.heads:
        return Weights(place=SURE if len(lows) > 1 else _SHAPE)
    if len(lows) > 1:
        return Weights(actor=_SHAPE)
    if lows[0] in actors.people:
        return Weights(actor=1.0)
    is_acronym = quote.isupper() and len(quote) > 1
    is_place = lows[0].endswith(places.suffixes)
    return Weights(_SHAPE if is_acronym else 0.0, 1.0 if is_place else 0.0)


def is_personal(lows: Sequence[str], quote: str, listed: LanguageWords) -> bool:
    """Say whether a name looks like that of a person: a title, or two names and no group."""
    actors = listed.actors
    if lows[0] in actors.titles and len(lows) > 1:
        return True
    grouped = not actors.groups.isdisjoint(lows) or not actors.bodies.isdisjoint(lows)
    if grouped or "&" in quote or " of " in quote or (quote.isupper() and len(lows) == 1):
        return False
    return len(lows) > 1


def by_what_comes_before(tokens: Sequence[Token], start: int, listed: LanguageWords) -> Weights:
    """Return what the words before a name say: a role, a preposition."""
    if not start:
        return _NOTHING
    small, actors, places = listed.reporting, listed.actors, listed.places
    index = start - 1
    low = tokens[index].low.rstrip(".")
    if low in actors.people or low in actors.titles:
        return Weights(actor=_LIKELY)
    if low in NEAR_BY and index:
        index -= 1  # In neighbouring Ardavia, in central Lindgate
        low = tokens[index].low
    if low == "to" and index and tokens[index - 1].low == "according":
        return Weights(actor=_LIKELY)
    article = low in small.determiners and low not in actors.of
    if article and index:
        index -= 1
        low = tokens[index].low
    joined = low in small.joins
    first = max(0, start - _FARTHEST)
    while index > first and low in small.joins and tokens[index - 1].capital:
        while index > first + 1 and (tokens[index - 1].capital or tokens[index - 1].kind == ","):
            index -= 1
        index -= 1  # At Tarbeck and Ness: what stands before the first stands before the second.
        low = tokens[index].low
    owner = tokens[index - 1].low if low in actors.of and index else ""
    of_place = owner in places.nouns or owner in _OF_PLACE
    if of_place or low in places.strong or low in places.goals:
        return Weights(place=_SHAPE if article else _LIKELY)
    weak = (_SLIGHT if article else _ON_ITS_WAY) if low in places.weak else 0.0
    dealing = not joined and (low in _DEALING or low in small.says)
    return Weights(_SLIGHT if dealing else 0.0, weak)


def is_led(tokens: Sequence[Token], start: int, listed: LanguageWords) -> bool:
    """Say whether a preposition stands before a name, with an article between them or not."""
    index = start - 1
    small = listed.reporting
    low = tokens[index].low if index > 0 else ""
    if low in NEAR_BY or (low in small.determiners and low not in listed.actors.of):
        index -= 1
    if index < 0 or tokens[index].kind != WORD:
        return False
    return tokens[index].low in small.places or tokens[index].low in listed.actors.of


def by_what_follows(tokens: Sequence[Token], end: int, listed: LanguageWords) -> Weights:
    """Return what the words behind a name say: a verb, an apposition."""
    small = listed.reporting
    if tokens[end - 1].low.endswith("’s"):
        return Weights(actor=_SLIGHT)
    last = min(len(tokens) - 2, end + _FARTHEST)
    while end < last and tokens[end].low in small.joins and tokens[end + 1].capital:
        end += 2  # Russia and Turkey said: what follows the second follows the first.
    if end >= len(tokens):
        return _NOTHING
    following = tokens[end]
    if following.kind == ",":
        return _by_apposition([token.low for token in tokens[end + 1 : end + 6]], listed)
    low = following.low
    if low in small.says or low in small.shows or low == "who":
        return Weights(actor=_LIKELY)
    if listed.language == "en" and low.endswith("ed"):
        return Weights(actor=_SHAPE)
    acts = low in small.finite or low in small.helpers or low in small.adverbs
    return Weights(actor=ACTS) if acts else _NOTHING


def _by_apposition(lows: Sequence[str], listed: LanguageWords) -> Weights:
    if not lows or (
        lows[0] not in {"who", "whose"} and lows[0] not in listed.reporting.determiners
    ):
        return _NOTHING
    actors = listed.actors
    if lows[0] in {"who", "whose"} or any(
        low in actors.people or low in actors.titles for low in lows
    ):
        return Weights(actor=_LIKELY)
    is_place = any(low in listed.places.nouns for low in lows)
    return Weights(place=1.0) if is_place else _NOTHING


def byline_end(tokens: Sequence[Token], start: int) -> int:
    """Return where the text begins after a dateline with more than a place: a day, an agency."""
    for index in range(start, min(len(tokens) - 1, start + _LONGEST_BYLINE)):
        token = tokens[index]
        if token.kind == "—":
            return index + 1
        if token.kind == WORD and not token.capital and not token.low[:1].isdigit():
            break
    return 0


def dateline_ends(tokens: Sequence[Token], listed: LanguageWords, *, more: bool) -> tuple[int, ...]:
    """Return where places end that open a paragraph before a dash: Lommeck; Karsenia.

    With `more` to come in the paragraph, one may also be all there is in its first sentence.
    """
    end = dateline_end(tokens, more=more)
    if not end or tokens[end].kind != ",":
        return (end,) if end else ()
    index = end + 1
    while tokens[index].capital and tokens[index].low.rstrip(".") not in listed.reporting.times:
        index += 1
    closed = index > end + 1 and tokens[index].kind in {"—", ",", "("}
    return (end, index) if closed else (end,)


def dateline_end(tokens: Sequence[Token], *, more: bool) -> int:
    """Return where the first place ends that opens a paragraph so, 0 if none does."""
    index = 0
    while index < min(len(tokens), _LONGEST_DATELINE) and tokens[index].capital:
        index += 1
    if not index or index >= len(tokens):
        return 0
    if tokens[index].kind == "—" and index + 1 < len(tokens):
        return index
    if tokens[index].kind in {",", "("} and byline_end(tokens, index):
        return index
    return index if more and tokens[index].kind == END and index + 1 == len(tokens) else 0
