"""Folding: the form under which two ways to write a name are the same."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from annotator.marking.name_words import ARTICLES

SHORT: Final = 4
"""A name of so few letters, all capitals, is an acronym: WHO is not who, US is not us."""

_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uff66-\uff9d"
)
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963"
    "\u0971-\u0df3\u0f71-\u0f84\u135d-\u135f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f"
)
_WIDTHLESS: Final = "\u00ad\u200b-\u200f\u2060\ufeff\u061c"
_QUOTES: Final = "'’‘ʼ＇`´′"
_CHARACTER: Final = rf"(?:[^\W_{_UNSPACED}]|[{_MARKS}])"
_WORD: Final = re.compile(
    rf"[{_UNSPACED}][{_MARKS}]*"
    r"|[A-Z](?<!\w.)(?<=(.))\1\.[ \u00a0\u202f]?([A-Z])\2(?:\.|(?!\w))"  # EE. UU.
    rf"|[^\W\d_{_UNSPACED}](?:\.[^\W\d_{_UNSPACED}])+(?!{_CHARACTER})\.?"
    rf"|[^\W_{_UNSPACED}]{_CHARACTER}*(?:[_{_QUOTES}{_WIDTHLESS}]{{1,2}}{_CHARACTER}+)*"
)
PLAIN: Final = re.compile("[A-Z][a-z]+(?: [A-Z][a-z]+)*")
"""Matches most names of English; they fold by themselves, which takes a tenth of the time."""

_NEAR: Final = 32  # code points: a possessive has no more
_QUOTE: Final = re.compile(f"[{_QUOTES}]")
_POSSESSIVE: Final = re.compile(
    rf"(?:[{_QUOTES}](?:[sS]|(?:d[ae]|t[ae])(?:n|ki)?|n?[ıiuü]n|y[aeıiuü]|y?l[ae])[{_WIDTHLESS}]*)+\Z"
)
"""What English and Turkish hang on a name behind an apostrophe."""
_ELIDED: Final = re.compile(
    rf"(?:[cdjlmnstv]|qu|(?:a|da|de|ne|su)ll|un|que(?:st|ll))[{_QUOTES}](?=[^\W\d_])", re.IGNORECASE
)
_DROPPED: Final = re.compile(
    f"[{_WIDTHLESS}.\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_LETTERS: Final = str.maketrans(
    {
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ς": "σ",
        "\u0649": "\u064a",  # Arabic and Persian yeh, and kaf
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",
    }
)


class Word(NamedTuple):
    """A word of a name, in a text.

    `end` lies before a possessive, `full` behind it. `key` is the folded word in lower case.
    """

    start: int
    end: int
    full: int
    key: str
    shape: "Shape"


class Shape(NamedTuple):
    """How a word was written: `elided` is `l’` before its noun, `unspaced` a character of Chinese.

    `capital` begins with one. An `acronym` is short and all in capitals, `caps` may be long.
    """

    capital: bool = False
    lower: bool = False
    caps: bool = False
    acronym: bool = False
    elided: bool = False
    unspaced: bool = False


def folded(words: str) -> str:
    """Return the form under which names are the same.

    Case, possessive, leading articles, accents, points of Arabic and Hebrew, width, and the style
    of hyphens, blanks, quotation marks and abbreviations do not count. An acronym that is the
    whole name keeps its capitals: `WHO` and `who` differ, `U.S.` and `US` do not.
    """
    if PLAIN.fullmatch(words):
        keys = words.lower().split(" ")
        while len(keys) > 1 and keys[0] in ARTICLES:
            del keys[0]
        return " ".join(keys)
    form = _folded(words)
    while not (form.isascii() and form.isalnum()) and (again := _folded(form)) != form:
        form = again
    return form


def name_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words between two offsets, by the rules of names.

    Hyphens part them, abbreviations are one: `U.S.` and `EE. UU.`, and so is `O’Brien`.
    Chinese and other text without blanks falls into single characters.
    """
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        begin = match.start()
        for first, last, full, key, shape in _parts(match[0]):
            yield Word(begin + first, begin + last, begin + full, key, shape)


def bare(words: list[Word], articles: frozenset[str] = ARTICLES) -> list[Word]:
    """Return the words of a name without its leading articles, if anything is left then.

    `LA Times` begins with no article, `LA TIMES` may.
    """
    shouted = all(word.shape.caps for word in words)
    first = 0
    while first < len(words) - 1 and words[first].key in articles:
        if words[first].shape.acronym and not shouted:
            break
        first += 1
    return words[first:]


def _folded(words: str) -> str:
    found = list(name_words(words))
    if not found:
        return " ".join(words.split())
    kept = bare(found)
    first = kept[0]
    if first.shape.acronym and (len(kept) == 1 or _mistakable(kept)):
        form = first.key.upper()
    else:
        form = first.key
    for before, word in pairwise(kept):
        apart = not before.shape.unspaced and not word.shape.unspaced
        form += " " * apart + word.key
    return form


def _mistakable(words: list[Word]) -> bool:
    return words[0].key in ARTICLES and not all(word.shape.caps for word in words)


@lru_cache(maxsize=1 << 15)
def _parts(surface: str) -> tuple[tuple[int, int, int, str, Shape], ...]:
    """Return the words in what stands between blanks: their places, folded forms and shapes."""
    first = 0
    parts = []
    if _QUOTE.search(surface):
        while match := _ELIDED.match(surface, first):
            article = surface[first : match.end() - 1]
            lower = article.islower()
            shape = Shape(capital=not lower, lower=lower, elided=True)
            parts.append((first, match.end(), match.end(), _key(article), shape))
            first = match.end()
    rest = surface[first:]
    last = _POSSESSIVE.search(rest, max(0, len(rest) - _NEAR))
    stem = rest[: last.start()] if last else rest
    key = _key(stem)
    parts.append((first, first + len(stem), len(surface), key, _shape(stem, key)))
    return tuple(parts)


def _key(word: str) -> str:
    plain = "".join(word.casefold().split())
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).casefold()
        plain = unicodedata.normalize("NFC", _DROPPED.sub("", plain.translate(_LETTERS)))
    elif "." in plain:
        plain = plain.replace(".", "")
    return _QUOTE.sub("'", plain)


def _shape(word: str, key: str) -> Shape:
    if word.islower() and word.isascii():
        return _LOWER
    letters = sum(map(str.isalpha, key))
    caps = word.isupper()
    return Shape(
        capital=word[0].isupper() or word[0].istitle(),
        lower=word.islower(),
        caps=caps,
        acronym=caps and letters <= SHORT,
        unspaced=re.match(f"[{_UNSPACED}]", word) is not None,
    )


_LOWER: Final = Shape(lower=True)
