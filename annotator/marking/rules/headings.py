"""Headings: the lines between paragraphs of prose, which name nobody, and lines of credit."""

import re
from collections.abc import Sequence
from typing import Final

from annotator.marking.rules.tokens import END, Statement
from annotator.marking.word_lists import words
from annotator.text.article import Article

_LONGEST: Final = 60  # code points of a heading
_PROSE: Final = 120  # code points; a paragraph as long as this shows that the article has begun
_STOPS: Final = tuple(".!?…:;,)”“\"'’*")
_SMALL: Final = re.compile(r"(?<!\S)[^\W\d_A-Z]{3,}")
_PARTS: Final = ("|", "·", "•")  # between what a line above an article lists
_FEWEST: Final = 2
_LONG: Final = 3  # words until the “by” of a credit
_WORK: Final = words(
    "reporting writing editing additional edited written reported compiled produced translated "
    "photographs photography photos pictures graphics graphic video research interview words text "
    "story interviewed illustration illustrations filming production with"
)


def headings(article: Article) -> frozenset[int]:
    """Return the indexes of the paragraphs that only head others, or list what a page is about."""
    found: set[int] = set()
    begun = False
    for index, (start, end) in enumerate(article.paragraphs):
        length = end - start
        if length > _LONGEST:
            begun = begun or length > _PROSE
            continue
        text = article.text[start:end]
        if any(part in text for part in _PARTS) or (begun and index and _is_heading(text)):
            found.add(index)
    return frozenset(found)


def _is_heading(text: str) -> bool:
    if text.endswith(_STOPS) or " by " in f" {text[:_LONGEST].lower()}":
        return False
    first = text.lstrip("#0123456789. ")[:1]
    return first.isupper() and len(text.split()) >= _FEWEST and _SMALL.search(text) is not None


def is_credit(spoken: Sequence[Statement]) -> bool:
    """Say whether a paragraph tells who wrote an article, or helped."""
    if not spoken:
        return False
    tokens = [token for token in spoken[0].tokens if token.kind not in {"*", "(", "_"}]
    lows = [token.low for token in tokens[: _LONG + 1]]
    by = lows.index("by") if "by" in lows else -1
    if by < 0 or by + 1 >= len(tokens) or not tokens[by + 1].capital:
        return False
    if by:
        return lows[0] in _WORK
    return all(token.kind != END for token in tokens)
