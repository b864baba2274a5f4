"""What counts as a name among the words that people tagged, and how it is written down."""

from typing import Final
from unicodedata import category

from annotator.marking.folding import PLAIN, Word, bare, folded, name_words
from annotator.marking.name_words import ABBREVIATIONS, COMMERCIAL, FUNCTION_WORDS, PARTICLES

MOST_WORDS: Final = 6
_MOST_CHARACTERS: Final = 12  # of Chinese and other text without blanks
_LONGEST: Final = 100  # code points
_STOPS: Final = tuple("!?…。！？؟;:")
_UNWRITTEN: Final = frozenset(("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def written(words: str) -> str:
    """Return a name as it is written down: from its first word to its last, on one line."""
    if PLAIN.fullmatch(words):
        return words
    safe = "".join(
        " " if letter in _TURNING or category(letter) in _UNWRITTEN else letter for letter in words
    )
    found = list(name_words(safe))
    return " ".join(safe[found[0].start : found[-1].full].split()) if found else ""


def why_no_name(words: str) -> str:
    """Return why these words can be no name, in plain words; else ""."""
    if PLAIN.fullmatch(words) and not FUNCTION_WORDS.issuperset(words.lower().split(" ")):
        return ""
    found = bare(list(name_words(words)))
    if not found:
        return "there is no word in it"
    if len(found) == 1 and len(found[0].key) == 1:
        return "a single character stands in too many words"
    if all(word.key.isdigit() for word in found):
        return "figures alone are no name"
    if all(word.key in FUNCTION_WORDS and not word.shape.acronym for word in found):
        return "such small words stand everywhere"
    return ""


def is_name(words: str, *, often: bool) -> bool:
    """Say whether words that were tagged are a name, and no claim or quotation.

    Words without a capital are one only where they were tagged `often`.
    """
    found = bare(list(name_words(words)))
    if why_no_name(words) or folded(written(words)) != folded(words):
        return False
    most = _MOST_CHARACTERS if all(word.shape.unspaced for word in found) else MOST_WORDS
    if len(found) > most or len(words) > _LONGEST:
        return False
    behind = words[found[-1].full :]
    if any(stop in behind for stop in _STOPS) or ("." in behind and not _is_abbreviated(found)):
        return False
    return often or _looks_like_one(found)


def _is_abbreviated(words: list[Word]) -> bool:
    last = words[-1]
    return len(last.key) == 1 or last.key in ABBREVIATIONS or last.key in COMMERCIAL


def _looks_like_one(words: list[Word]) -> bool:
    """Say whether it has capitals, as many as words without; or letters that have no capitals."""
    capitals = sum(word.shape.capital and word.key not in FUNCTION_WORDS for word in words)
    acronyms = sum(word.shape.acronym and len(word.key) > 1 for word in words)
    lower = sum(
        word.shape.lower and word.key not in PARTICLES and word.key not in FUNCTION_WORDS
        for word in words
    )
    if capitals or acronyms:
        return lower <= max(capitals, acronyms)
    return any(
        letter.isalpha() and not letter.isupper() and not letter.islower()
        for word in words
        for letter in word.key
    )
