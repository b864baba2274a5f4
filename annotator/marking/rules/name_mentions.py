"""Mentions: the names in a paragraph, and what each shows where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from annotator.marking.folding import folded
from annotator.marking.rules.chunks import is_noun, is_owner
from annotator.marking.rules.evidence import (
    ACTS,
    NEAR_BY,
    SURE,
    Weights,
    by_its_words,
    by_what_comes_before,
    by_what_follows,
    byline_end,
    dateline_ends,
    is_led,
    is_personal,
    names_nothing,
    plain_words,
)
from annotator.marking.rules.headings import is_credit
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.noun_phrase import with_article
from annotator.marking.rules.phrase_reading import BE
from annotator.marking.rules.place_words import KNOWN_PLACES
from annotator.marking.rules.tokens import WORD, Part, Statement, Token, span_of
from annotator.marking.rules.verbs import finite_verbs
from annotator.text.article import Article
from annotator.text.span import Span

_REMEMBERED: Final = 256  # names
_HAVE: Final = frozenset({"has", "have", "had"})


class Mention(NamedTuple):
    """A name where it stands, and what speaks there for an actor and for a place.

    `whole` has the article and the words of a title before it. `shape` is what its words say,
    `around` what stands before and behind. `acts` says that a verb follows, `led` that a
    preposition stands before, `person` that it looks like one’s name, `describes` and `owns` that a
    noun follows, without a genitive or with one; `at` that it is where somebody works.
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
    at: bool = False


def mentions(
    article: Article, names: Sequence[Span], spoken: Sequence[Statement], listed: LanguageWords
) -> Iterator[Mention]:
    """Yield the mentions of names in the statements of a paragraph."""
    by_start = {name.start: name for name in names}
    datelines = _datelines(spoken, listed)
    if datelines:
        tokens = spoken[0].tokens
        text = tokens[byline_end(tokens, 0)].start  # The agency and its reporter are no actors.
        by_start = {start: name for start, name in by_start.items() if start >= text}
        for dateline in datelines:
            by_start.pop(dateline.start, None)
            key = folded(article.quote(dateline))
            yield Mention(dateline, dateline, dateline, key, Weights(), Weights(place=SURE))
    credit = listed.language == "en" and is_credit(spoken)
    for statement in spoken:
        for mention in _mentions(article, by_start, statement.tokens, listed):
            if not credit or _is_placed(article, mention):
                yield mention


def _mentions(
    article: Article, by_start: Mapping[int, Span], tokens: Sequence[Token], listed: LanguageWords
) -> Iterator[Mention]:
    """Yield the mentions of names in one statement."""
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


def _is_placed(article: Article, mention: Mention) -> bool:
    """Say whether a name in a credit is of where somebody was, rather than of whoever wrote."""
    where = article.text.endswith((" in ", " from "), 0, mention.span.start)
    return where or mention.shape.place > 0


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
        told = [token.low for token in tokens[end : end + 2]] == [",", "which"]
        opens = mention.span.start == tokens[0].start
        return mention._replace(acts=True) if told and opens else mention
    if verbs[end] and not mention.led:
        if _is_done_to_it(tokens, end):
            return mention._replace(acts=False)
        more = mention.around if mention.around.actor else mention.around.plus(Weights(actor=ACTS))
        return mention._replace(acts=True, around=more)
    noun = not following.capital and not following.low.endswith(("ed", "ing", "ly"))
    return mention._replace(describes=noun and is_noun(following.low, listed))


def _is_done_to_it(tokens: Sequence[Token], verb: int) -> bool:
    """Say whether what follows a name tells what it is, or what is done to it."""
    lows = [token.low for token in tokens[verb : verb + 3]]
    return lows[0] in BE or (lows[0] in _HAVE and "been" in lows[1:])


def _datelines(spoken: Sequence[Statement], listed: LanguageWords) -> list[Span]:
    """Return the place that opens a paragraph, and where there are more in it, each by itself."""
    if not spoken:
        return []
    tokens = spoken[0].tokens
    ends = dateline_ends(tokens, listed, more=len(spoken) > 1)
    parts = [(0, end) for end in ends[::-1]]
    if len(ends) > 1:
        parts.append((ends[0] + 1, ends[1]))
    return [span_of(tokens, part) for part in parts]


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
        at=_is_at(tokens, start),
        person=is_personal(lows, quote, listed),
    )


def _is_at(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a name tells where somebody works: an analyst at Ostrand Securities."""
    article = start > 1 and tokens[start - 1].low == "the"
    return start > 0 and tokens[start - 1 - article].low == "at"


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
    first = with_article(tokens, start, listed)
    owned = listed.language == "en" and first == start and start > 0
    if owned and tokens[start - 1].capital and is_owner(tokens[start - 1].low):
        last = tokens[end - 1].low.removesuffix("’s")
        if last in listed.actors.groups:  # Ardavia’s Supreme Court
            first -= 1
    return Span(tokens[first].start, stop)


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
    if listed.language != "en" or not start:
        return name
    if tokens[start - 1].low in NEAR_BY and (start < 2 or tokens[start - 2].low != "the"):  # noqa: PLR2004 - a word before it
        return Span(tokens[start - 1].start, name.end)
    return (
        Span(tokens[start - 1].start, name.end)
        if apart and tokens[start - 1].low == "the"
        else name
    )
