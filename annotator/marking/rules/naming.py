"""Naming: which names are actors and which are places, and the nouns that stand for either.

Each mention of a name shows a little (a preposition, a title, a verb behind it); the sum over the
article decides, once for every name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from annotator.marking.folding import folded
from annotator.marking.rules.evidence import Weights
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.name_mentions import Mention
from annotator.marking.rules.noun_phrase import noun_phrases
from annotator.marking.rules.phrase_kinds import english_phrases
from annotator.marking.rules.phrase_reading import ACTOR, PLACE, Phrase
from annotator.marking.rules.place_words import PLACES
from annotator.marking.rules.tokens import Statement, Token
from annotator.text.span import Span

_LEAST: Final = 0.25  # Less than this decides nothing.
_MOST: Final = 3.0
_STEM: Final = 1.0  # What part of a place’s name says for a place where it stands alone.
_NOUN: Final = 0.5
_ACTING: Final = 0.1  # A noun beside a verb is more likely an actor than one behind “of”.
_PLACE_NOUN: Final = 0.55


class Noun(NamedTuple):
    """A phrase whose noun names an actor or a place; `group` says that it acts as one body."""

    span: Span
    kind: str
    head: str = ""
    group: bool = False
    acts: bool = False


class Naming(NamedTuple):
    """A span that names an actor or a place; `score` says how likely.

    `key` is by what the article calls it; `person` says that it may be one who only speaks, `owns`
    that it only tells whose something is.
    """

    span: Span
    kind: str
    score: float
    key: str = ""
    person: bool = False
    owns: bool = False


def decided(found: Iterable[Mention]) -> Mapping[str, tuple[str, float]]:
    """Return what each name is, by its key, and how sure that is.

    A surname, or any last word of a longer name, shares what the longer name shows; and what is
    called Kerrow where there is a Kerrow City is likely a place.
    """
    total: dict[str, Weights] = {}
    longer: dict[str, str] = {}
    stems: set[str] = set()
    for mention in found:
        total[mention.key] = total.get(mention.key, mention.shape).plus(mention.around)
        last = mention.key.rpartition(" ")[2]
        if last != mention.key and mention.shape.actor and mention.person:
            longer.setdefault(last, mention.key)
        if mention.shape.place and " " in mention.key:
            stems.update(_stems(mention.key))
    result: dict[str, tuple[str, float]] = {}
    for key, weights in total.items():
        other = longer.get(key)
        both = weights.plus(total[other]) if other else weights
        both = both.plus(Weights(place=_STEM)) if key in stems else both
        lead = both.actor - both.place
        result[key] = (ACTOR if lead >= 0 else PLACE), abs(lead)
    return result


def _stems(key: str) -> Iterator[str]:
    """Yield what is left of the name of a place without the word that shows it to be one."""
    heads = PLACES["en"].heads
    first, _, rest = key.partition(" ")
    if first in heads:
        yield rest
    before, _, last = key.rpartition(" ")
    if last in heads:
        yield before


def phrases_in(spoken: Iterable[Statement], listed: LanguageWords) -> Iterator[Noun]:
    """Yield the nouns that stand for an actor or a place, and which of the two."""
    for statement in spoken:
        tokens = statement.tokens
        found = (
            english_phrases(tokens, listed) if listed.language == "en" else _phrases(tokens, listed)
        )
        for part, kind, head, group, acts in found:
            last = tokens[part[1] - 1]
            genitive = len("’s") if last.low.endswith("’s") else int(last.low.endswith("’"))
            key = head if head.isalpha() and head.isascii() else folded(head)
            span = Span(tokens[part[0]].start, last.end - genitive)
            yield Noun(span, kind, key, group, acts)


def _phrases(tokens: Sequence[Token], listed: LanguageWords) -> Iterator[Phrase]:
    """Yield the phrases of a statement in another language than English."""
    groups, endings = listed.actors.groups, listed.actors.suffixes
    for part, kind in noun_phrases(tokens, listed):
        lows = [token.low for token in tokens[slice(*part)]]
        group = next((low for low in lows if low in groups or low.endswith(endings)), "")
        yield Phrase(part, kind, group or lows[-1], group=bool(group))


def namings(
    found: Iterable[Mention],
    decisions: Mapping[str, tuple[str, float]],
    phrases: Sequence[Noun],
) -> Iterator[Naming]:
    """Yield the actors and places of one paragraph, names and nouns.

    A place that acts (“Paris said”) is an actor as well.
    """
    taken: list[Span] = []
    for mention in found:
        kind, lead = decisions.get(mention.key, (ACTOR, 0.0))
        span = mention.whole if kind == ACTOR else mention.place
        if lead < _LEAST or _is_part(mention, kind, phrases):
            continue
        if kind == ACTOR and (mention.describes or mention.at):
            continue
        if any(other.covers(span) for other in taken):
            continue
        yield Naming(
            span,
            kind,
            0.4 + 0.12 * min(lead, _MOST),
            mention.key,
            mention.person,
            mention.owns,
        )
        if kind == PLACE and mention.acts and not mention.led:
            yield Naming(span, ACTOR, _NOUN, mention.key)
        taken.append(span)
    for phrase in phrases:
        if not any(other.covers(phrase.span) for other in taken):
            score = _NOUN + _ACTING * phrase.acts if phrase.kind == ACTOR else _PLACE_NOUN
            yield Naming(phrase.span, phrase.kind, score, phrase.head, not phrase.group)


def _is_part(mention: Mention, kind: str, phrases: Sequence[Noun]) -> bool:
    """Say whether a name is only a part of what an actor or a narrower place is called."""
    covering = [
        phrase
        for phrase in phrases
        if phrase.span.covers(mention.whole) and phrase.span != mention.whole
    ]
    if kind == PLACE:
        return any(phrase.kind == PLACE for phrase in covering)
    start, end = mention.whole
    return any(
        (start == phrase.span.start and not mention.owns) or end == phrase.span.end
        for phrase in covering
    )
