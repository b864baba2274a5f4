"""Who speaks: the words before or after a reporting verb that name its subject."""

from collections.abc import Sequence
from typing import Final

from annotator.marking.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.word_lists import ReportingWords, words

_LONGEST: Final = 18  # No source has more words without a comma.
_WALLS: Final = frozenset({";", ":", "—", "(", ")", END, QUOTED})
_APPOSITIONS: Final = 2
_OF_CIRCUMSTANCE: Final = words(
    "on by during after before since about via as lors après devant avant während nach vor tras "
    "durante ante"
)
_MADE: Final = words(
    "count report study survey estimate analysis statement inquiry audit poll review letter paper"
)
_KEPT_WITHIN: Final = frozenset({"of", "for", "at", "from", "de", "del", "du", "des", "d’", "von"})


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
    for index in range(end - 2, max(0, end - _LONGEST), -1):
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
    while start and end - start <= _LONGEST:
        token = tokens[start - 1]
        if token.kind == ")" and (opened := _opened(tokens, start - 1)):
            start = opened
            continue
        if token.kind != WORD or is_verb(token, listed) or token.low in listed.below:
            break
        if token.low in listed.joins and not _joins_names(tokens, start - 1, listed):
            break
        start -= 1
    stop = tokens[start - 1] if start else None
    reports = stop is not None and (stop.low in listed.says or stop.low in listed.shows)
    if stop is not None and is_verb(stop, listed) and not reports:
        return None  # What stands before the end is the rest of a predicate.
    return _without_lead(tokens, start, end, listed)


def _opened(tokens: Sequence[Token], closing: int) -> int:
    """Return the index of the bracket that the one at `closing` closes, if few words are in it."""
    for index in range(closing - 1, max(0, closing - 4), -1):
        if tokens[index].kind == "(":
            return index
    return 0


def _joins_names(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether a conjunction stands between the names of two speakers, not two clauses."""
    before = index
    while before and index - before < _LONGEST and tokens[before - 1].kind == WORD:
        before -= 1
        if tokens[before].low in listed.finite or tokens[before].low in listed.says:
            return False
    return before < index


def _with_apposition(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part | None:
    """Return the name before an apposition that ends at the comma `end`, with it or without."""
    commas = [end]
    index = end - 1
    while index >= 0 and tokens[index].kind not in _WALLS and len(commas) <= _APPOSITIONS + 1:
        if tokens[index].kind == ",":
            commas.append(index)
        index -= 1
    if len(commas) == 1:  # Only an introduction stands before the comma.
        return None
    first = commas[1]
    if len(commas) > _APPOSITIONS and _is_apposition(tokens, first + 1, end, listed):
        nearer = commas[2] + 1
        if _describes(tokens, nearer, first) and tokens[first + 1].low != "who":
            first = commas[2]
    named = _phrase_before(tokens, first, listed)
    first_word = tokens[named[0]].low if named else ""
    if named is None or (first_word in listed.pronouns and first_word not in listed.determiners):
        return None
    if _is_apposition(tokens, commas[1] + 1, end, listed):
        return named[0], end
    return named


def _describes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a piece between commas can only be said of a name before it."""
    return start < end and tokens[start].low in {"a", "an", "who"} and start > 1


def _is_apposition(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> bool:
    """Say whether the tokens describe the name before them, rather than add a circumstance."""
    if start >= end or tokens[start].kind != WORD:
        return False
    token = tokens[start]
    low = token.low
    if low in listed.relatives:
        return low not in listed.that
    circumstance = any(
        low in some for some in (listed.places, listed.below, listed.joins, listed.adverbs)
    )
    if circumstance or (low.endswith("ing") and not token.capital):
        return False
    inner = tokens[start:end]
    if any(other.kind == WORD and is_verb(other, listed) for other in inner):
        return False
    if low in listed.determiners or token.capital or low[:1].isdigit() or low.endswith("’s"):
        return True
    plain = low not in listed.says and low not in listed.pronouns
    return listed.romance and plain and len(inner) <= _LONGEST // 2


def _without_lead(
    tokens: Sequence[Token], start: int, end: int, listed: ReportingWords
) -> Part | None:
    """Return the range without conjunctions, adverbs, days and places at its beginning."""
    while start < end:
        token = tokens[start]
        low = token.low
        lead = _time(tokens, start, end, listed)
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


def _time(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> int | None:
    """Return the index after words of time at `start` ("on Monday evening", "hours later")."""
    index = start + (tokens[start].low in listed.places)
    limit = min(end, index + 4)
    found = None
    while index < limit:
        low = tokens[index].low
        if low in listed.times or (low[:1].isdigit() and index > start):
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
        free = before not in listed.places and before not in _KEPT_WITHIN
        if low in listed.determiners and free and before not in listed.determiners:
            return index
    return None


def is_verb(token: Token, listed: ReportingWords) -> bool:
    """Say whether a word is a finite verb, as far as a short list and its ending tell."""
    low = token.low
    return low in listed.finite or (
        bool(listed.endings) and not token.capital and low.endswith(listed.endings)
    )


def phrase_after(
    tokens: Sequence[Token], start: int, listed: ReportingWords, *, closed: bool = False
) -> int:
    """Return where the name of a speaker ends that begins at `start`, appositions included.

    `closed`: an apposition must end at a comma, as something else has to follow.
    """
    end = _phrase_end(tokens, start, listed)
    if end == start or tokens[start].low in listed.pronouns:
        return end
    for _ in range(_APPOSITIONS):
        if end >= len(tokens) or tokens[end].kind != ",":
            break
        piece = end + 1
        while piece < len(tokens) and tokens[piece].kind in {WORD, QUOTED}:
            piece += 1
        stop = _phrase_end(tokens, end + 1, listed, relative=True)
        if not _is_apposition(tokens, end + 1, stop, listed) or (
            (stop < piece and _goes_on(tokens[stop], listed))
            or (closed and (stop >= len(tokens) or tokens[stop].kind != ","))
        ):
            break
        end = stop
    return end


def _goes_on(token: Token, listed: ReportingWords) -> bool:
    """Say whether a word after what looked like an apposition shows that it is a subject."""
    low = token.low
    return low in listed.finite or low in listed.doubtful or low in listed.says


def _phrase_end(
    tokens: Sequence[Token], start: int, listed: ReportingWords, *, relative: bool = False
) -> int:
    """Return where the words of one phrase end; `relative`: it may be a relative clause."""
    index = start
    if index < len(tokens) and tokens[index].low in listed.pronouns:
        return index + 1
    if relative and index < len(tokens) and tokens[index].low in listed.relatives:
        while index < len(tokens) and tokens[index].kind == WORD:
            index += 1
        return index
    while index < len(tokens) and index - start <= _LONGEST:
        token = tokens[index]
        if token.kind != WORD or token.low in listed.below or is_verb(token, listed):
            break
        if index > start and _ends_phrase(tokens, index, listed):
            break
        index += 1
    return index


def _ends_phrase(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    low = tokens[index].low
    if listed.language == "de" and not tokens[index].capital and tokens[index - 1].capital:
        return low not in listed.determiners and low not in {"von", "für", "und"}
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if low in listed.adverbs or low in listed.times or low in listed.doubtful:
        return True
    if low in listed.joins:
        return following is None or not (following.capital or following.low in listed.determiners)
    if low not in listed.places or (low == "by" and tokens[index - 1].low in _MADE):
        return False
    if following is None or following.kind != WORD:
        return True
    of_time = _time(tokens, index, len(tokens), listed) is not None
    return low not in _KEPT_WITHIN and (of_time or low in _OF_CIRCUMSTANCE)
