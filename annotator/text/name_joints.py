"""The small words in, before and behind a name: `Ana de la Torre`, `von der Heide`."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from annotator.text import name_words
from annotator.text.function_words import function_words
from annotator.text.name_context import OPENERS
from annotator.text.span import Span

_FARTHEST: Final = 16  # code points between two words of a name
_LONGEST_ADJECTIVE: Final = 24
_ON_WATER: Final = re.compile(r"\s+(?:am|an der|im|in der|ob der|vor der)\s+([^\W\d_]+)")
_POSSESSOR: Final = re.compile(r"\s+(?:von|van)(?: de[rnm])?\s+[A-ZÄÖÜ]\w+[^\Ws]s\s+[A-ZÄÖÜ]")
_SMALL: Final = re.compile(r"\s+([^\W\d_A-ZÀ-Þ]+)(?!['’\w])")
_LED: Final = {
    "en": re.compile(
        r"(?<![\w'’.-])(?:(?:van|von)(?: de[rn]?)?|d[eiau]|del|della|de la|de las|de los)\s+\Z"
    ),
    "de": re.compile(r"(?<![\w'’.-])(?:(?:von|van)(?: de[rnm])?|van de|vom|zu|zur)\s+\Z"),
}
"""Particles in small letters that a name of a person begins with."""


def joins(
    text: str, language: str, begun: Sequence[Span], token: Span, towns: frozenset[str]
) -> bool:
    """Say whether a word goes on with the name begun. In German, only `towns` lie on a river."""
    end = begun[-1].end
    gap = text[end : token.start]
    before = text[begun[-1].start : end].lower()
    if gap.isspace():
        return "\t" not in gap and not _ends_in_genitive(text, language, begun)
    if gap[0] == "." and (len(before) == 1 or before in name_words.ABBREVIATIONS):
        gap = gap[1:]
    if gap.isspace() or (before in name_words.LEADERS and gap.strip() in name_words.FOLLOWERS):
        return True
    match = _gap(language).fullmatch(gap) if len(gap) <= _FARTHEST else None
    if match is None:
        town = language != "de" or text[begun[-1].start : end] in towns
        return lies_on(text, end, before, town=town)
    return _may_join(text, language, begun, token, match)


def _may_join(
    text: str, language: str, begun: Sequence[Span], token: Span, gap: re.Match[str]
) -> bool:
    """Say whether a gap with a small word in it joins these two words."""
    before = text[begun[-1].start : begun[-1].end].lower()
    if gap["of"] is not None:
        return before in name_words.HEADS
    if gap["possessive"] is not None:
        after = text[token.start : token.end].lower()
        return after in name_words.HOUSES and before not in name_words.TITLES
    if language != "de":
        return True
    first = begun[0].start
    if _LED["de"].search(text, max(0, first - _FARTHEST), first):
        return False
    return not (gap[0].strip().isalpha() and _after_article(text, first))


def opens_particles(text: str, language: str, end: int) -> bool:
    """Say whether behind a particle with a capital, which ends here, another one stands."""
    following = text[end : end + len(" het ")].split()[:1]
    listed = bool(following) and following[0] in name_words.FOLLOWERS
    return listed and (following[0] != "de" or language != "nl")


def lies_on(text: str, end: int, before: str, *, town: bool = False) -> bool:
    """Say whether a town's name goes on with that of its river: `Frankfurt am Main`."""
    if not (town or before in name_words.TOWNS_ON_WATER):
        return False
    following = _ON_WATER.match(text, end, end + 2 * _FARTHEST)
    return following is not None and following[1].lower() in name_words.WATERS


def led_by_particle(text: str, language: str, name: Span, shown: frozenset[str]) -> int:
    """Return where a name begins with the particles before it: `van Dijk`, and not `Dijk`.

    In German, where they are prepositions too, only behind a verb of saying, or where the article
    has `shown` it so. `name` is the first word of it.
    """
    start, end = name
    word = text[start:end]
    pattern = _LED.get(language)
    before = text[max(0, start - _FARTHEST) : start]
    led = pattern.search(before) if pattern else None
    if led is None or word.lower() in name_words.TITLES:
        return start
    first = start - len(led[0])
    is_shown = language != "de" or word in shown or word.removesuffix("s") in shown
    return first if is_shown or _says(text, first) else start


def _says(text: str, offset: int) -> bool:
    """Say whether a German verb of saying stands before the word at `offset`."""
    before = text[max(0, offset - _FARTHEST) : offset].split()
    return bool(before) and before[-1] in name_words.GERMAN_SAYING


def with_adjective(text: str, language: str, word: str, end: int) -> int:
    """Return where a French institution ends with its adjective: `Union africaine`."""
    if language != "fr" or word.lower() not in name_words.FRENCH_HEADS:
        return end
    following = _SMALL.match(text, end, end + _LONGEST_ADJECTIVE)
    if following is None or not is_french_adjective(following[1]):
        return end
    return following.end()


def is_french_adjective(word: str) -> bool:
    """Say whether it looks like an adjective of a people, a kind or a region."""
    return word in name_words.FRENCH_ADJECTIVES or (
        word.endswith(name_words.FRENCH_ADJECTIVE_ENDS) and not function_words("fr").holds(word)
    )


def is_possessor(text: str, end: int) -> bool:
    """Say whether a German first name ends here, and with the next words owns: `von der Heides`."""
    return _POSSESSOR.match(text, end, end + 3 * _FARTHEST) is not None


def _ends_in_genitive(text: str, language: str, begun: Sequence[Span]) -> bool:
    """Say whether a German name with a particle ends in a genitive: `von der Heides Büro`."""
    if language != "de" or len(begun) < len("ab"):
        return False
    gap = text[begun[-2].end : begun[-1].start].strip()
    last = text[begun[-1].start : begun[-1].end]
    return gap.startswith(("von", "van", "zu")) and last.endswith("s") and last[-2:] != "ss"


def _after_article(text: str, offset: int) -> bool:
    """Say whether the word before has no place before a name: the town hall of X."""
    before = text[max(0, offset - _FARTHEST) : offset].split()
    return bool(before) and before[-1].lower().strip(OPENERS) in function_words("de").determiners


@cache
def _gap(language: str) -> re.Pattern[str]:
    """Return the pattern of what may stand between the words of a name, blanks apart."""
    listed = name_words.PARTICLES.get(language, name_words.PARTICLES[""]).split("|")
    of = "|".join(word for word in listed if word in {"of", "of the", "for"}) or "(?!)"
    rest = "|".join(
        word.replace(" ", r"\s+").replace("'", "['’]") + ("" if word.endswith("'") else r"\s+")
        for word in listed
        if word not in of.split("|")
    )
    of = of.replace(" ", r"\s+")
    return re.compile(rf"\s+(?:[&+]\s+|(?P<of>{of})\s+|{rest})|(?P<possessive>['’]s?\s+)")
