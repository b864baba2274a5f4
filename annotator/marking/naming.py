"""Naming: which names are actors and which are places, and the nouns that stand for either.

Each mention of a name shows a little (a preposition, a title, a verb behind it); the sum over the
article decides, once for every name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from annotator.marking.chunks import is_noun
from annotator.marking.evidence import (
    ACTS,
    SURE,
    Weights,
    by_its_words,
    by_what_comes_before,
    by_what_follows,
    byline_end,
    dateline_end,
    is_led,
    is_personal,
    names_nothing,
    plain_words,
)
from annotator.marking.folding import folded
from annotator.marking.language_words import LanguageWords
from annotator.marking.noun_phrase import noun_phrases, with_article
from annotator.marking.phrase_kinds import english_phrases
from annotator.marking.phrase_reading import ACTOR, PLACE, Phrase
from annotator.marking.place_words import KNOWN_PLACES
from annotator.marking.tokens import WORD, Part, Statement, Token, span_of
from annotator.marking.verbs import finite_verbs
from annotator.text.article import Article
from annotator.text.span import Span

_REMEMBERED: Final = 256  # names
_LEAST: Final = 0.25  # Less than this decides nothing.
_CERTAIN: Final = 0.9
_MOST: Final = 3.0
_NOUN: Final = 0.5
_ACTING: Final = 0.1  # A noun beside a verb is more likely an actor than one behind “of”.
_PLACE_NOUN: Final = 0.55


class Mention(NamedTuple):
    """A name where it stands, and what speaks there for an actor and for a place.

    `whole` has the article and the words of a title before it. `shape` is what its words say,
    `around` what stands before and behind. `acts` says that a verb follows, `led` that a
    preposition stands before, `person` that it looks like one’s name, `describes` and `owns` that a
    noun follows, without a genitive or with one.
    """

    span: Span
    whole: Span
    place: Span
    key: str
    shape: Weights
    around: Weights
    acts: bool = False
    led: bool = False
    person: bool = False
    describes: bool = False
    owns: bool = False


class Noun(NamedTuple):
    """A phrase whose noun names an actor or a place; `group` says that it acts as one body."""

    span: Span
    kind: str
    head: str = ""
    group: bool = False
    acts: bool = False


class Naming(NamedTuple):
    """A span that names an actor or a place; `score` says how likely.

    `key` is by what the article calls it, `speaks_only` whether it may be one who only speaks.
    """

    span: Span
    kind: str
    score: float
    key: str = ""
    person: bool = False


def mentions(
    article: Article, names: Sequence[Span], spoken: Sequence[Statement], listed: LanguageWords
) -> Iterator[Mention]:
    """Yield the mentions of names in the statements of a paragraph."""
    by_start = {name.start: name for name in names}
    dateline = _dateline(spoken)
    if dateline is not None:
        tokens = spoken[0].tokens
        text = tokens[byline_end(tokens, 0)].start  # The agency and its reporter are no actors.
        by_start = {start: name for start, name in by_start.items() if start >= text}
        by_start.pop(dateline.start, None)
        key = folded(article.quote(dateline))
        yield Mention(dateline, dateline, dateline, key, Weights(), Weights(place=SURE))
    for statement in spoken:
        tokens = statement.tokens
        verbs = finite_verbs(tuple(tokens)) if listed.language == "en" else ()
        for index, token in enumerate(tokens):
            name = by_start.get(token.start)
            if name is None:
                if index or not token.capital or token.low not in KNOWN_PLACES:
                    continue
                name = Span(token.start, token.end)  # Where a capital alone proves nothing.
            if token.kind != WORD:
                continue
            end = index + 1
            while end < len(tokens) and tokens[end].start < name.end:
                end += 1
            if not names_nothing(tokens, (index, end), name.end, listed):
                mention = _mention(article.quote(name), tokens, (index, end), name, listed)
                yield _in_english(mention, tokens, verbs, end, listed) if verbs else mention


def _in_english(
    mention: Mention,
    tokens: Sequence[Token],
    verbs: Sequence[bool],
    end: int,
    listed: LanguageWords,
) -> Mention:
    """Return a mention with what the word behind it shows: a verb, or a noun that it describes."""
    following = tokens[end] if end < len(tokens) else None
    if tokens[end - 1].low.endswith(("’s", "s’")):
        return mention._replace(owns=True)
    if following is None or following.kind != WORD:
        return mention
    if verbs[end] and not mention.led:
        more = mention.around if mention.around.actor else mention.around.plus(Weights(actor=ACTS))
        return mention._replace(acts=True, around=more)
    noun = not following.capital and not following.low.endswith(("ed", "ing", "ly"))
    return mention._replace(describes=noun and is_noun(following.low, listed))


def _dateline(spoken: Sequence[Statement]) -> Span | None:
    if not spoken:
        return None
    end = dateline_end(spoken[0].tokens, more=len(spoken) > 1)
    return span_of(spoken[0].tokens, (0, end)) if end else None


def _mention(
    quote: str, tokens: Sequence[Token], part: Part, name: Span, listed: LanguageWords
) -> Mention:
    start, end = part
    lows = plain_words(tokens, part)
    before = by_what_comes_before(tokens, start, listed)
    led = before.place > 0 or is_led(tokens, start, listed)
    after = Weights() if led else by_what_follows(tokens, end, listed)
    return Mention(
        span=name,
        whole=_whole(tokens, part, name, listed),
        place=_place(tokens, part, name, listed),
        key=_key(quote),
        shape=by_its_words(lows, quote, listed),
        around=before.plus(after),
        acts=after.actor >= ACTS,
        led=led,
        person=is_personal(lows, quote, listed),
    )


@lru_cache(maxsize=_REMEMBERED)
def _key(quote: str) -> str:
    """Return what is the same for all spellings of a name; names stand in an article often."""
    return folded(quote)


def _whole(tokens: Sequence[Token], part: Part, name: Span, listed: LanguageWords) -> Span:
    """Return a name with the article and the role before it, and the letters in brackets behind."""
    start, end = part
    after = tokens[end : end + 3]
    stop = name.end
    if [token.kind for token in after] == ["(", WORD, ")"] and after[1].capital:
        stop = after[2].end
    return Span(tokens[with_article(tokens, start, listed)].start, stop)


def _place(tokens: Sequence[Token], part: Part, name: Span, listed: LanguageWords) -> Span:
    """Return a name as that of a place: with its article, unless that is of the noun behind."""
    start, end = part
    following = tokens[end] if end < len(tokens) else None
    small = listed.reporting
    apart = (
        following is None
        or following.kind != WORD
        or any(
            following.low in some
            for some in (small.places, small.joins, small.finite, small.below, small.helpers)
        )
    )
    led = listed.language == "en" and start > 0 and tokens[start - 1].low == "the"
    return Span(tokens[start - 1].start, name.end) if apart and led else name


def decided(found: Iterable[Mention]) -> Mapping[str, tuple[str, float]]:
    """Return what each name is, by its key, and how sure that is.

    A surname, or any last word of a longer name, shares what the longer name shows.
    """
    total: dict[str, Weights] = {}
    longer: dict[str, str] = {}
    for mention in found:
        total[mention.key] = total.get(mention.key, mention.shape).plus(mention.around)
        last = mention.key.rpartition(" ")[2]
        if last != mention.key and mention.shape.actor and mention.person:
            longer.setdefault(last, mention.key)
    result: dict[str, tuple[str, float]] = {}
    for key, weights in total.items():
        other = longer.get(key)
        both = weights.plus(total[other]) if other else weights
        lead = both.actor - both.place
        result[key] = (ACTOR if lead >= 0 else PLACE), abs(lead)
    return result


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
        if kind == ACTOR and mention.describes:
            continue
        if any(other.covers(span) for other in taken):
            continue
        yield Naming(span, kind, 0.4 + 0.12 * min(lead, _MOST), mention.key, mention.person)
        if kind == PLACE and mention.acts and not mention.led:
            yield Naming(mention.span, ACTOR, _NOUN, mention.key)
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
