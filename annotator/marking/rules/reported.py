"""What is reported: the words after a reporting verb that are its content."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import ReportingWords, words

DIRECT: Final = 0.9
INDIRECT: Final = 0.8
LOOSE: Final = 0.6
FEWEST: Final = 3
"""Nothing is claimed in fewer words without a quotation."""

_NEAR: Final = 14  # No conjunction is looked for further behind its verb.
_TIME: Final = 6
_LONGEST_HEARER: Final = 6
_SHORT: Final = 16  # A quotation as short as this, in code points, may be a single word.
_ACCUSED: Final = words(
    "accuse accuses accused accusing suspected acusa acusan acusó acusaron reproche "
    "reprochent accusent accusé reproché"
)
TOLD: Final = words("tell tells told telling warn warns warned assured informed reminded promised")
_CALLED: Final = words(
    "call calls called describes described dubbed nennt nannte nannten qualifie calificó"
)
_WITH_OBJECT: Final = words("maintain maintains maintained note notes noted fear fears feared")
_OF: Final = words("of as de d’ comme als como von")
_INFINITIVE: Final = ("er", "ir", "oir", "ar", "ír", "être", "ndre", "aire")


class Found(NamedTuple):
    """An attribution by the tokens of its statement: source, cue, content, and how sure it is."""

    source: Part | None
    cue: Part
    content: Part | None
    score: float


def is_quotation(token: Token) -> bool:
    """Say whether a token is a quotation, rather than a word in marks."""
    return token.kind == QUOTED and token.end - token.start > _SHORT


def content_after(
    tokens: Sequence[Token], cue_end: int, start: int, limit: int, listed: ReportingWords
) -> Part | None:
    """Return the part that a verb that ends at `cue_end` reports, from `start` on, if any."""
    verb = tokens[cue_end - 1].low
    says = verb in listed.says
    while (
        start + 2 < limit
        and (tokens[start].kind, tokens[start + 2].kind) == (",", ",")
        and tokens[start + 1].low in listed.adverbs
    ):
        start += 3  # … warn, however, that …
    index = _quotation_at(tokens, start, limit, listed)
    if index is not None and (says or is_quotation(tokens[index])):
        return index, _quotation_end(tokens, index, limit)
    bare = _bare(tokens, start, limit, listed) if says else None
    if bare is not None and verb not in TOLD:
        return bare
    return (
        _conjoined(tokens, cue_end, range(start, min(limit, start + _NEAR)), limit, listed) or bare
    )


def _conjoined(
    tokens: Sequence[Token], cue_end: int, where: range, limit: int, listed: ReportingWords
) -> Part | None:
    """Return what a conjunction, a mark or a quotation leads in at one of the indexes `where`."""
    verb = tokens[cue_end - 1].low
    says = verb in listed.says
    for index in where:
        token = tokens[index]
        if verb in _ACCUSED and token.low in _OF and _is_deed(tokens[index + 1 : limit]):
            return index + 1, limit
        if token.kind == QUOTED:
            before = tokens[index - 1].low
            called = before in _OF or verb in _CALLED
            named = is_quotation(token) and (says or before not in listed.determiners)
            return (index, index + 1) if called or named else None
        if token.low in listed.that and tokens[index - 1].low == "condition":
            return None
        if token.low in listed.that and (says or _is_direct(tokens, where.start, listed)):
            begins = _behind_that(tokens, index, limit, listed)
            if begins != index or tokens[index + 1].low not in listed.times:
                return (begins, limit) if begins < limit else None
        elif token.kind in {":", ","}:
            return _behind_mark(tokens, index, limit, listed, says=says)
        elif token.kind in {";", END, "—"} or (index > where.start and token.low in listed.below):
            break
    return None


def _is_deed(tokens: Sequence[Token]) -> bool:
    """Say whether somebody may be accused of what the tokens say."""
    if not tokens or is_quotation(tokens[0]):
        return False
    return tokens[0].low.endswith(("ing", *_INFINITIVE)) and not tokens[0].capital


def _is_direct(tokens: Sequence[Token], start: int, listed: ReportingWords) -> bool:
    """Say whether a verb has no object, of which a conjunction would be the relative pronoun."""
    low = tokens[start].low
    return low in listed.that or low not in listed.determiners


def _behind_that(tokens: Sequence[Token], index: int, limit: int, listed: ReportingWords) -> int:
    """Return where a clause begins after its conjunction, or with “that” if it is a pronoun."""
    if index + 1 >= limit:
        return limit
    following = tokens[index + 1].low
    points = following in listed.times or (
        following in listed.finite and tokens[index].low == "that"
    )
    return index if points else index + 1


def _behind_mark(
    tokens: Sequence[Token], index: int, limit: int, listed: ReportingWords, *, says: bool
) -> Part | None:
    """Return what is reported after a colon or comma."""
    if index + 1 >= limit:
        return None
    if tokens[index + 1].kind == QUOTED:
        return index + 1, index + 2
    if tokens[index].kind == ":":
        return (index + 1, limit) if says else None
    return _german_clause(tokens, index + 1, limit, listed) if listed.language == "de" else None


def _quotation_at(
    tokens: Sequence[Token], start: int, limit: int, listed: ReportingWords
) -> int | None:
    """Return the index of a quotation that nothing but small words parts from its verb."""
    index = start
    while index < limit and (
        tokens[index].low in listed.adverbs
        or tokens[index].low in listed.that
        or (tokens[index].low in listed.recipients and not _is_subject(tokens, index, listed))
        or tokens[index].kind in {",", ":"}
    ):
        index += 1
    return index if index < limit and tokens[index].kind == QUOTED else None


def _is_subject(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether a pronoun is the subject of a quotation, not who is told: said it “will open”."""
    told = index > 0 and tokens[index - 1].low in TOLD
    english = listed.language == "en" and tokens[index].low in listed.pronouns
    return (
        english
        and not told
        and tokens[index + 1 : index + 2] != ()
        and (tokens[index + 1].kind == QUOTED)
    )


def _quotation_end(tokens: Sequence[Token], index: int, limit: int) -> int:
    """Return where content ends that begins with a quotation: it may go on in plain words."""
    goes_on = index + 1 < limit and tokens[index + 1].kind == WORD
    return limit if goes_on and not is_quotation(tokens[index]) else index + 1


def _german_clause(
    tokens: Sequence[Token], start: int, limit: int, listed: ReportingWords
) -> Part | None:
    """Return the clause after a comma, without its conjunction and what its subject does next."""
    if start < limit and tokens[start].low in listed.that:
        start += 1
    if start >= limit or tokens[start].low in {"um", "ohne", "wie"}:
        return None
    near = tokens[start + 1 : min(limit, start + _TIME + 1)]
    if tokens[start].low in {"der", "die", "das", "dessen", "deren"} and not any(
        _is_german_verb(token, listed) and not token.capital for token in near
    ):
        return None  # A relative clause.
    for index in range(start + 1, limit - 2):
        mark, join, after = tokens[index : index + 3]
        goes_on = not after.capital and after.low not in listed.determiners | listed.that
        if mark.kind == "," and join.low == "und" and goes_on:
            limit = index
            break
    inner = tokens[start:limit]
    if any(token.kind == QUOTED or token.low == "zu" for token in inner):
        return start, limit
    return (start, limit) if any(_is_german_verb(token, listed) for token in inner) else None


def _is_german_verb(token: Token, listed: ReportingWords) -> bool:
    low = token.low
    return low in listed.doubtful or low in listed.finite or low.endswith(("te", "ten"))


def _bare(tokens: Sequence[Token], start: int, limit: int, listed: ReportingWords) -> Part | None:
    """Return a clause that follows its verb with no conjunction between them."""
    told = tokens[start - 1].low in TOLD
    index = start
    while index < limit and (
        tokens[index].low in listed.adverbs
        or (tokens[index].low.endswith("ly") and listed.language == "en")
        or tokens[index].low in listed.recipients - listed.pronouns - listed.determiners
        or (told and index == start and tokens[index].low in listed.recipients)
    ):
        index += 1
    if told and index == start and listed.language == "en":
        index = _after_hearer(tokens, start, limit, listed)
        if index == start:
            return None  # Whoever is told comes first: warned the board about the gas.
    index = _without_time(tokens, index, limit, listed)
    if limit - index < FEWEST or tokens[index].kind not in {WORD, QUOTED}:
        return None
    low = tokens[index].low
    if listed.romance:
        return (index, limit) if low.endswith(_INFINITIVE) or low in {"n’", "ne", "no"} else None
    if listed.language == "de" or low in listed.places | listed.below | listed.finite | {"so"}:
        return None
    near = _up_to_quotation(tokens[index:limit])
    if tokens[start - 1].low in _WITH_OBJECT:
        near = near[: next((at for at, one in enumerate(near) if one.kind == ","), len(near))]
    finite = any(
        token.kind == WORD and (token.low in listed.finite or token.low.endswith("ed"))
        for token in near[1:]
    )
    if listed.language == "en" and not finite:
        finite = any(finite_verbs(tuple(tokens))[index + 1 : index + len(near)])
    quoted = near[1:2] and near[1].kind == QUOTED and listed.language == "en"
    return (index, limit) if finite or quoted else None


def _after_hearer(tokens: Sequence[Token], start: int, limit: int, listed: ReportingWords) -> int:
    """Return where a clause begins behind who is told: told the court he had left; or `start`."""
    if start >= limit or tokens[start].kind != WORD:
        return start
    low = tokens[start].low
    if not (tokens[start].capital or low in listed.determiners or low.endswith("s")):
        return start
    for index in range(start + 1, min(limit - 1, start + _LONGEST_HEARER)):
        if tokens[index].kind != WORD or tokens[index].low in listed.places | listed.below:
            break
        subject = tokens[index].low in listed.pronouns or (
            tokens[index].low in listed.determiners and index > start + 1
        )
        if subject:
            return index
    return start


def _up_to_quotation(tokens: Sequence[Token]) -> Sequence[Token]:
    for index, token in enumerate(tokens[:_NEAR]):
        if token.kind in {":", "—"} or (
            token.kind == "," and index + 1 < len(tokens) and tokens[index + 1].kind == QUOTED
        ):
            return tokens[:index]
    return tokens[:_NEAR]


def _without_time(tokens: Sequence[Token], start: int, limit: int, listed: ReportingWords) -> int:
    """Return where words go on after one phrase of time or channel (“on Monday evening”)."""
    low = tokens[start].low if start < limit else ""
    if low not in listed.places and low not in listed.times:
        return start
    last = start
    for index in range(start, min(limit, start + _TIME)):
        if tokens[index].low in listed.times:
            last = index + 1
        elif last == index and index > start and tokens[index].low.isdigit():
            last = index + 1  # on Feb. 3
        elif tokens[index].low in listed.finite or tokens[index].kind != WORD:
            break
    return last
