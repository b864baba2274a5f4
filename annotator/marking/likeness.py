"""Likeness of names by their letters: inflections, other spellings, slips; and the traps."""

from collections.abc import Sequence
from typing import Final

from annotator.marking.name_tokens import Key
from annotator.marking.name_words import CONFUSABLE, DIRECTIONS

_LIKE: Final = 85  # of 100; measured, as are the two next
_LEAST: Final = 5  # letters
_LIKE_WORD: Final = 55
_STEM: Final = 4  # letters that an inflected word keeps
_ENDINGS: Final = frozenset(("s", "es", "n", "en"))
_SLAVIC_ENDING: Final = frozenset("аеиоуыэюяйьмхвгіїє")
_SLAVIC_LONGEST: Final = 3
_OF_PEOPLE: Final = ("n", "an", "ian", "i", "ese", "ish", "is", "ic", "er", "isch", "ische")
_NUMERALS: Final = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))


def alike(name: Key, others: Sequence[Key]) -> list[Key]:
    """Return those of the others that may be another spelling of the name.

    All begin with the same letter. Numbers and directions must agree: `Gate 4` is not `Gate 5`.
    """
    words = " ".join(name)
    if len(words) < _LEAST:
        return []
    from rapidfuzz import fuzz, process

    choices = {" ".join(keys): keys for keys in others if keys[0][0] == name[0][0] and keys != name}
    found = process.extract(
        words, choices.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE, limit=None
    )
    near = [choices[words] for words, *_ in found]
    return [keys for keys in near if inflected(name, keys) or not _is_trap(name, keys)]


def inflected(name: Key, other: Key) -> bool:
    """Say whether two names differ in endings alone: plurals, genitives, Slavic cases."""
    return len(name) == len(other) and all(map(_inflected, name, other))


def _inflected(first: str, second: str) -> bool:
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) < _STEM:
        return False
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return not (long.endswith("n") and short.endswith(("a", "i")))
    if not "а" <= first[-1] <= "є":
        return False
    common = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    ends = short[common:], long[common:]
    return common >= max(_STEM, len(short) - 2) and all(
        len(end) <= _SLAVIC_LONGEST and _SLAVIC_ENDING.issuperset(end) for end in ends
    )


def _is_trap(name: Key, other: Key) -> bool:
    mine, theirs = set(name) - set(other), set(other) - set(name)
    apart = mine | theirs
    if not mine or not theirs:
        return bool(apart)
    if apart & (DIRECTIONS | _NUMERALS) or any(any(map(str.isdigit, key)) for key in apart):
        return True
    if len(mine) > 1 or len(theirs) > 1:
        return False
    return _other_word(*mine, *theirs)


def _other_word(first: str, second: str) -> bool:
    """Say whether two words are alike, and still two words: `Syria` and `Syrian`."""
    if frozenset((first, second)) in CONFUSABLE or first[0] != second[0]:
        return True
    short, long = sorted((first, second), key=len)
    for cut in (short, short[:-1]):
        if long.startswith(cut) and long[len(cut) :] in _OF_PEOPLE and len(cut) >= _STEM - 1:
            return True
    from rapidfuzz import fuzz

    return fuzz.ratio(first, second) < _LIKE_WORD
