"""Whether words are a name, or the piece of a longer one: what stands beside them tells."""

from typing import Final
from unicodedata import category

from annotator.marking.name_tokens import APART, HYPHENED, NameTokens
from annotator.marking.name_words import (
    COMMERCIAL,
    ELIDING,
    KINDS,
    OF,
    PARTICLES,
    PLACE_WORDS,
    ROLES,
    TITLES,
)

NOUNS_IN_CAPITALS: Final = frozenset({"de"})
"""Languages in which a capital does not tell a name, and words beside it are not part of one."""

_PLAIN: Final = "\u0300"  # Below it no character hangs on the one before.
_MOST_WORDS: Final = 6


def is_whole(tokens: NameTokens, first: int, last: int) -> bool:
    """Say whether words `first` to before `last` are no part of a longer word.

    `ISIS` in `ISIS-led` stands for itself, `Diop` in `Castagnier-Diop` does not.
    """
    shapes, gaps = tokens.shapes, tokens.gaps
    end = tokens.fulls[last - 1]
    after = tokens.text[end : end + 1]
    if after >= _PLAIN and category(after)[0] == "M":
        return False
    if gaps[first] == HYPHENED and (
        not shapes[first - 1].lower or tokens.keys[first - 1] in PARTICLES
    ):
        return False
    if first and _hangs_on_capital(tokens, first) and tokens.language not in ELIDING:
        return False
    return last == len(shapes) or gaps[last] != HYPHENED or shapes[last].lower


def _hangs_on_capital(tokens: NameTokens, index: int) -> bool:
    """Say whether a word stands behind the `D’` of `D’Angelo`."""
    before = tokens.shapes[index - 1]
    return before.elided and before.capital and tokens.fulls[index - 1] == tokens.starts[index]


def in_longer_name(tokens: NameTokens, first: int, last: int, *, strict: bool = False) -> bool:
    """Say whether words `first` to before `last` stand in a longer capitalised name.

    Titles before a name and roles behind it are no part of it (`Russia Ambassador`), nor is a
    word that has its capital from the beginning of the sentence. An acronym stands for itself
    before any word, as in `US Army`, unless it is `strict`.
    """
    run = tokens.run_at.get(first) or tokens.run_at.get(last - 1)
    if run is None or all(key in TITLES for key in tokens.keys[first:last]):
        return False
    return (run[0] < first and _goes_before(tokens, run[0], first)) or (
        last < run[1] and _goes_on(tokens, first, last, strict=strict)
    )


def _goes_before(tokens: NameTokens, start: int, first: int) -> bool:
    """Say whether the words from `start` on belong to the name that begins at `first`."""
    before = tokens.keys[first - 1]
    if before in PLACE_WORDS:
        return True
    if tokens.language in NOUNS_IN_CAPITALS or tokens.has_possessive(first - 1):
        return False
    if before in OF or before in ROLES:
        return False
    if before in PARTICLES:
        return True
    return start < first - 1 or not begins_sentence(tokens, start)


def _goes_on(tokens: NameTokens, first: int, last: int, *, strict: bool) -> bool:
    """Say whether the name of the words `first` to before `last` goes on behind them."""
    if tokens.language in NOUNS_IN_CAPITALS or tokens.has_possessive(last - 1):
        return False
    if last - first == 1 and tokens.shapes[first].acronym and not strict:
        return False
    return tokens.keys[last] not in ROLES


def begins_sentence(tokens: NameTokens, index: int) -> bool:
    """Say whether a word may have its capital from the beginning of a sentence alone."""
    return (
        tokens.gaps[index] == APART
        and tokens.keys[index] not in tokens.seen_inside
        and tokens.keys[index] not in PLACE_WORDS
        and not tokens.shapes[index].acronym
    )


def is_person(keys: tuple[str, ...]) -> bool:
    """Say whether a name of several words may be that of a person."""
    return (
        1 < len(keys) <= _MOST_WORDS
        and keys[0] not in PLACE_WORDS
        and keys[-1] not in KINDS
        and keys[-1] not in COMMERCIAL
        and not any(key[0].isdigit() or key == "of" for key in keys)
    )
