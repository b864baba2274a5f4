"""What is reported before the words that attribute it, and the parts of what is reported."""

from collections.abc import Iterator, Sequence
from typing import Final

from annotator.marking.rules.reported import DIRECT, FEWEST, INDIRECT, LOOSE, is_quotation
from annotator.marking.rules.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.word_lists import ReportingWords, words

_BY_THE_WAY: Final = 8  # No circumstance behind who speaks has more words.
_RELATIVES: Final = words("which who whose whom where")
_ENDINGS: Final = ("ed", "te", "ten", "ó", "ait", "aient")
_MORE_ENDINGS: Final = (*_ENDINGS, "s", "t", "aba")


def content_before(
    tokens: Sequence[Token], rest: int, after: int, listed: ReportingWords
) -> list[tuple[Part, float]]:
    """Return the parts of what is reported before `rest`, and from `after` on, where it goes on.

    Of a claim that the words of attribution cut in two, the part with the verb counts.
    """
    end = rest
    while end and (tokens[end - 1].low in listed.joins or tokens[end - 1].low in listed.below):
        end -= 1
    if end and tokens[end - 1].kind in {",", "—", END}:
        end -= 1
    elif not end or tokens[end - 1].kind != QUOTED:
        return []
    if not end:
        return []
    after = _after_circumstance(tokens, after, listed)
    following = _following(tokens, after)
    if tokens[end - 1].kind == QUOTED:
        return _quoted(tokens, end, following, listed)
    start = statement_start(tokens, end, listed)
    first = tokens[start:end]
    if first and first[0].low in listed.below - _RELATIVES:
        return []
    if following is not None and tokens[following].kind == WORD and tokens[after].kind == ",":
        tail = len(tokens) - following
        small = len(first) < FEWEST or (len(first) == FEWEST and tail > 2 * FEWEST)
        if small or not _has_verb(first, listed, _ENDINGS):
            return [((following, len(tokens)), LOOSE + 0.05)] if tail >= FEWEST else []
    whole = len(first) >= FEWEST and _has_verb(first, listed, _MORE_ENDINGS)
    return [((start, end), INDIRECT - 0.1)] if whole else []


def _quoted(
    tokens: Sequence[Token], end: int, following: int | None, listed: ReportingWords
) -> list[tuple[Part, float]]:
    """Return what ends in a quotation at `end`, and the quotation in which it goes on."""
    start = end - 1
    goes_on = listed.language == "en" or not is_quotation(tokens[start])
    if start and tokens[start - 1].kind == WORD and goes_on:
        start = statement_start(tokens, start, listed)
    found = [((start, end), DIRECT)]
    if (
        following is not None
        and tokens[following].kind == QUOTED
        and (is_quotation(tokens[following]) or tokens[following - 1].kind != WORD)
    ):
        found.append(((following, following + 1), DIRECT - 0.05))
    return found


def _after_circumstance(tokens: Sequence[Token], after: int, listed: ReportingWords) -> int:
    """Return the comma after words of time, place or condition, if no other word is in between."""
    for index in range(after, min(len(tokens), after + _BY_THE_WAY)):
        if tokens[index].kind == ",":
            return index
        if tokens[index].kind != WORD or tokens[index].low in listed.finite:
            break
    return after


def _has_verb(tokens: Sequence[Token], listed: ReportingWords, endings: tuple[str, ...]) -> bool:
    return any(
        token.kind == QUOTED
        or token.low in listed.finite
        or token.low in listed.doubtful
        or (index > 0 and token.low.endswith(endings))
        for index, token in enumerate(tokens)
    )


def _following(tokens: Sequence[Token], after: int) -> int | None:
    """Return the first word or quotation after the words that attribute."""
    for index in range(after, min(len(tokens), after + _BY_THE_WAY)):
        token = tokens[index]
        if token.kind == QUOTED:
            return index
        if token.kind == "," and index + 1 < len(tokens):
            return index + 1
        if token.kind not in {WORD, ",", ":", END}:
            return None
    return None


def statement_start(tokens: Sequence[Token], end: int, listed: ReportingWords) -> int:
    """Return where the statement begins that ends at `end`: after a semicolon, or at the start."""
    for index in range(end - 1, 0, -1):
        if (
            tokens[index - 1].kind == ","
            and tokens[index].low in _RELATIVES
            and end - index <= FEWEST
        ):
            return index  # …, whose boats, he said, had left
        if tokens[index].kind in {";", ":", END}:
            return index + 1
        joined = tokens[index].kind == "," and tokens[index + 1].low in listed.joins
        if joined and end - index > FEWEST:
            return index + 2
    return int(bool(tokens) and tokens[0].low in listed.joins)


def contents(tokens: Sequence[Token], part: Part, listed: ReportingWords) -> Iterator[Part]:
    """Yield the parts of what is reported: cut before “and that”, and at semicolons."""
    start, end = part
    for index in range(part[0] + 1, part[1] - 1):
        token = tokens[index]
        if token.kind == ";":
            yield start, index
            start = index + 1
        elif token.low in listed.joins and tokens[index + 1].low in listed.that:
            yield start, index
            start = index + 2
    if start < end:
        yield start, end
