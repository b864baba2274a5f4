"""What an article shows about its capitals: which words it also writes small, or in mid-sentence.

A capital at the start of a sentence proves nothing by itself, and in German none does.
"""

import re
from typing import Final, NamedTuple

from annotator.text.function_words import function_words
from annotator.text.name_words import BARE_BEFORE, GERMAN_SAYING, NOUNS_OF_MEASURE

OPENERS: Final = " \t\n\r\xa0\u202f\u200b\ufeff“”„\"‘’'«»‹›([{*_#>•¿¡"
"""What may stand between a sentence and the first word of the next."""

_QUOTES: Final = frozenset("“”„\"‘’'«‹")
_LOOK_BACK: Final = 12  # code points in which the end of a sentence is looked for
_SAMPLE: Final = 50_000  # code points looked at: what a whole book shows is not worth its time
_WORD: Final = re.compile(r"[^\W\d_]+")
_IN_MIDST: Final = re.compile(
    r"[ \xa0](?:(?<=\w.)[“‘«\"']?|(?<=[,;] ))([^\W\d_a-zß-öø-ÿ][\w\u0300-\u036f]*)"
)
_PAIR: Final = re.compile(
    r"(?<=[\w,;][ \xa0])((?:L[aeo]s?|El|Il) [^\W\d_a-zß-öø-ÿ][\w\u0300-\u036f]*)"
)
_LED: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(GERMAN_SAYING))})"
    r"\s+(?:von|van)(?: de[rnm])?\s+([A-ZÄÖÜ]\w*)"
)
_GERMAN_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.,;:!?“„‚]")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_BYLINE: Final = re.compile(r"\W*(?:\w+ )?(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or) ")
_TITLE_CASE: Final = 0.7, 5, 200  # share of long words with a capital, how many, longest line
_COMMON_END: Final = ("en", "ung", "heit", "keit", "schaft", "tion")


class NameContext(NamedTuple):
    """`small` are words as they stand in small letters; `names` stand capitalised in mid-sentence.

    In German `names` are those that stand where a common noun would have an article. `pairs` are
    names with an article in mid-sentence (`Le Drian`), `led` German ones with a particle before.
    """

    small: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()


def is_headline(line: str) -> bool:
    """Say whether all its letters, or all its words, have capitals: there they tell nothing."""
    if line.isupper():  # So is a line of Arabic with an acronym in it.
        return 2 * sum(map(str.isupper, line)) > sum(map(str.isalpha, line))
    share, fewest, longest = _TITLE_CASE
    if len(line) > longest or line.endswith((".", ".”", '."')) or _BYLINE.match(line):
        return False
    words = _LONG_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= fewest and capitals >= share * len(words)


def opens_sentence(text: str, offset: int) -> bool:
    """Say whether a sentence, a quoted one too, seems to begin here."""
    before = text[max(0, offset - _LOOK_BACK) : offset]
    bare = before.rstrip(OPENERS)
    if not bare:
        return True
    if bare[-1] in ".!?…:—–|-":
        return bare[-1] != "-" or len(bare) < len(before)
    return bare[-1] in ",;" and not _QUOTES.isdisjoint(before[len(bare) :])


def name_context(text: str, language: str) -> NameContext:
    """Return what the beginning of an article shows."""
    lines = (line for line in text[:_SAMPLE].splitlines() if not is_headline(line))
    body = "\n".join(lines)
    small = frozenset(word for word in set(_WORD.findall(body)) if word.islower())
    if language == "de":
        return NameContext(small, _german_names(body), led=frozenset(_LED.findall(body)))
    capital = set(_IN_MIDST.findall(body))
    pairs = frozenset() if language == "en" else frozenset(_PAIR.findall(body))
    return NameContext(small, frozenset(word for word in capital if word[0].isupper()), pairs)


def _german_names(body: str) -> frozenset[str]:
    """Return what stands after “in”, “said” or another noun, and never after an article."""
    small_words = function_words("de")
    determiners = small_words.determiners
    found: set[str] = set()
    with_article: set[str] = set()
    before = beyond = "."
    for word in _GERMAN_WORD.findall(body):
        if word[0].isupper() and before != ".":
            small = before.lower()
            if small in determiners or (before == small and beyond.lower() in determiners):
                with_article.update((word, word.removesuffix("s")))
            elif (small in BARE_BEFORE and not word.endswith(_COMMON_END)) or (
                before != small
                and beyond != "."
                and not (beyond == "der" and before.endswith("s"))  # von der Heides Büro
                and not small_words.holds(small)
                and not {small, word.lower()} & NOUNS_OF_MEASURE
            ):
                found.add(word)
        before, beyond = word, before
    return frozenset(found - with_article)
