"""Guess what a mistyped name was meant to be."""

from collections.abc import Iterable

_ALIKE = 60.0
"""Per cent: below that a guess misleads more than it helps."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the name of `known` that is most like `word`; "" if none is like it."""
    from rapidfuzz import fuzz, process, utils  # Only mistakes need it.

    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_ALIKE
    )
    return found[0] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …?" to end a message with, or ""."""
    guess = nearest(word, known)
    return f'; did you mean "{guess}"?' if guess else ""
