"""Who speaks: the words before or after a reporting verb that name its subject."""

from collections.abc import Sequence
from typing import Final

from annotator.marking.rules.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import ReportingWords, words

LONGEST: Final = 18  # No source has more words without a comma.
_SHORT: Final = 16  # A quotation as short as this, in code points, is a word in marks.
_LONGEST_BRACKET: Final = 7
_WALLS: Final = frozenset({";", ":", "—", "(", ")", END, QUOTED})
APPOSITIONS: Final = 2
_WHEN: Final = words("on at in this last by")
_RESTRICTING: Final = words("that who which whose")
_SECRET: Final = words("condition anonymity anonymously background privately")
_OCCASIONS: Final = words(
    "time reply response turn part note letter email post message tweet phone"
)
_LONGEST_TIME: Final = 5
KEPT_WITHIN: Final = frozenset({"of", "for", "at", "from", "de", "del", "du", "des", "d’", "von"})


def subject_before(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part | None:
    """Return the range of the tokens that name the subject of a verb at index `end`."""
    if not end:
        return None
    previous = tokens[end - 1]
    if previous.kind == ",":
        return _with_apposition(tokens, end - 1, listed)
    if (
        previous.kind not in {WORD, ")"}
        or previous.low in listed.joins
        or previous.low in listed.that
    ):
        return None
    if previous.low in listed.pronouns:
        return end - 1, end
    if listed.language == "en" and (whole := _with_restriction(tokens, end, listed)):
        return whole
    return None if previous.low in listed.relatives else _phrase_before(tokens, end, listed)


def _with_restriction(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part | None:
    """Return a phrase with the clause that says who is meant: a man who asked for help said."""
    for index in range(end - 2, max(0, end - LONGEST), -1):
        token = tokens[index]
        if token.kind != WORD or token.low in listed.joins or token.low in listed.that:
            return None
        if token.low == "who" and tokens[index - 1].kind == WORD:
            named = _phrase_before(tokens, index, listed)
            acts = any(
                is_verb(other, listed) or other.low.endswith("ed")
                for other in tokens[index + 1 : end]
            )
            return (named[0], end) if named and acts else None
    return None


def _phrase_before(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part | None:
    """Return the phrase that ends at `end`: back to a verb, a conjunction or a mark."""
    start = end
    verbs = finite_verbs(tuple(tokens)) if listed.language == "en" else ()
    while start and end - start <= LONGEST:
        token = tokens[start - 1]
        if token.kind == ")" and (opened := _opened(tokens, start - 1)):
            start = opened
            continue
        verb = verbs[start - 1] if verbs else is_verb(token, listed)
        if token.kind != WORD or verb or token.low in listed.below:
            break
        if token.low in listed.joins and not _joins_names(tokens, start - 1, listed):
            break
        start -= 1
    stop = tokens[start - 1] if start else None
    reports = stop is not None and (stop.low in listed.says or stop.low in listed.shows)
    if stop is not None and is_verb(stop, listed) and not reports:
        return None  # What stands before the end is the rest of a predicate.
    if listed.language == "en":
        end = _without_time(tokens, start, end, listed)
    return _without_lead(tokens, start, end, listed)


def _without_time(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> int:
    """Return where a phrase ends before when or how its words came: the police on Monday said."""
    for index in range(end - 1, max(start, end - _LONGEST_TIME), -1):
        low = tokens[index].low
        if low in _WHEN:
            timed = tokens[end - 1].low in listed.times | _OCCASIONS
            return index if timed else end
        if tokens[index].capital and low not in listed.times:
            break
    return end


def _opened(tokens: Sequence[Token], closing: int) -> int:
    """Return the index of the bracket that the one at `closing` closes, if few words are in it."""
    for index in range(closing - 1, max(0, closing - _LONGEST_BRACKET), -1):
        if tokens[index].kind == "(":
            return index
    return 0


def _joins_names(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether a conjunction stands between the names of two speakers, not two clauses."""
    before = index
    while before and index - before < LONGEST and tokens[before - 1].kind == WORD:
        before -= 1
        if tokens[before].low in listed.finite or tokens[before].low in listed.says:
            return False
    return before < index


def _commas_before(tokens: Sequence[Token], end: int) -> list[int]:
    """Return the commas that may enclose appositions, the one at `end` first, then backwards."""
    commas = [end]
    index = end - 1
    while index >= 0 and len(commas) <= APPOSITIONS + 1:
        token = tokens[index]
        if token.kind == ")" and (opened := _opened(tokens, index)):
            index = opened - 1
            continue
        if token.kind in _WALLS and (token.kind != QUOTED or token.end - token.start > _SHORT):
            break
        if token.kind == ",":
            commas.append(index)
        index -= 1
    return commas


def _with_apposition(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part | None:
    """Return the name before an apposition that ends at the comma `end`, with it or without."""
    commas = _commas_before(tokens, end)
    if len(commas) == 1:  # Only an introduction stands before the comma.
        return None
    first = commas[1]
    if len(commas) > APPOSITIONS and is_apposition(tokens, first + 1, end, listed):
        nearer = commas[2] + 1
        if _describes(tokens, nearer, first) and tokens[first + 1].low != "who":
            first = commas[2]
    restricted = _with_restriction(tokens, first, listed) if listed.language == "en" else None
    named = restricted or _phrase_before(tokens, first, listed)
    first_word = tokens[named[0]].low if named else ""
    if named is None or (first_word in listed.pronouns and first_word not in listed.determiners):
        return None
    if is_apposition(tokens, commas[1] + 1, end, listed):
        return named[0], end
    return named


def _describes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a piece between commas can only be said of a name before it."""
    if any(token.low in {"that", "which"} for token in tokens[start:end]):
        return False
    return start < end and tokens[start].low in {"a", "an", "who"} and start > 1


def is_apposition(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> bool:
    """Say whether the tokens describe the name before them, rather than add a circumstance."""
    if start >= end or tokens[start].kind != WORD:
        return False
    token = tokens[start]
    low = token.low
    if low in listed.relatives:
        return low not in listed.that
    if listed.language == "en" and _is_unnamed(tokens, start, end, listed):
        return True
    circumstance = any(
        low in some for some in (listed.places, listed.below, listed.joins, listed.adverbs)
    )
    circumstance = circumstance or (low.endswith("ing") and not token.capital)
    if circumstance or _asserts(tokens, start, end, listed):
        return False
    if low in listed.determiners or token.capital or low[:1].isdigit() or low.endswith("’s"):
        return True
    plain = low not in listed.says and low not in listed.pronouns
    return listed.romance and plain and end - start <= LONGEST // 2


def _is_unnamed(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> bool:
    """Say whether tokens tell why somebody is not named, or begin another clause with “who”."""
    joined = tokens[start].low in listed.joins and start + 1 < end
    secret = any(one.low in _SECRET for one in tokens[start:end])
    return (joined and tokens[start + 1].low == "who") or (
        tokens[start].low == "speaking" and secret
    )


def _asserts(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> bool:
    """Say whether tokens have a verb of their own; that of a group that keeps bees is none."""
    if listed.language != "en":
        return any(one.kind == WORD and is_verb(one, listed) for one in tokens[start:end])
    end = next((at for at in range(start + 1, end) if tokens[at].low in _RESTRICTING), end)
    verbs = finite_verbs(tuple(tokens))
    return any(
        verbs[at] or (tokens[at].kind == WORD and is_verb(tokens[at], listed))
        for at in range(start, end)
    )


def _without_lead(
    tokens: Sequence[Token], start: int, end: int, listed: ReportingWords
) -> Part | None:
    """Return the range without conjunctions, adverbs, days and places at its beginning."""
    while start < end:
        token = tokens[start]
        low = token.low
        lead = time_phrase(tokens, start, end, listed)
        if lead:
            start = lead
        elif low in listed.joins or low in listed.below or low in listed.adverbs:
            start += 1
        elif low in listed.places:
            inner = _last_phrase(tokens, start + 1, end, listed)
            if inner is None:
                return None
            start = inner
        else:
            return start, end
    return None


def time_phrase(
    tokens: Sequence[Token], start: int, end: int, listed: ReportingWords
) -> int | None:
    """Return the index after words of time at `start` ("on Monday evening", "hours later")."""
    index = start + (tokens[start].low in listed.places)
    limit = min(end, index + 4)
    found = None
    while index < limit:
        low = tokens[index].low
        if low in listed.times or (low[:1].isdigit() and "-" not in low and index > start):
            found = index + 1
        elif low not in listed.determiners and low not in {"last", "next", "of", "same", "de"}:
            break
        index += 1
    return found if found is not None and found < end else None


def _last_phrase(
    tokens: Sequence[Token], start: int, end: int, listed: ReportingWords
) -> int | None:
    """Return where the last phrase begins that could be a subject after one of place."""
    for index in range(end - 1, start, -1):
        low = tokens[index].low
        before = tokens[index - 1].low
        free = before not in listed.places and before not in KEPT_WITHIN
        if low in listed.determiners and free and before not in listed.determiners:
            return index
    return None


def is_verb(token: Token, listed: ReportingWords) -> bool:
    """Say whether a word is a finite verb, as far as a short list and its ending tell."""
    low = token.low
    return low in listed.finite or (
        bool(listed.endings) and not token.capital and low.endswith(listed.endings)
    )
