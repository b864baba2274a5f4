"""Names that come from another script, and are written in more ways than one: Gaddafi, Kadhafi."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from annotator.marking.name_tokens import Key
from annotator.marking.name_words import CONFUSABLE

_LEAST: Final = 5  # letters
_SHORTEST: Final = 4  # of which only Q is another letter: Iraq, Irak
_PAIRS: Final = {
    "tsch": "ch",
    "tch": "ch",
    "sch": "sh",
    "dzh": "j",
    "dsch": "j",
    "dj": "j",
    "dh": "d",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "ks": "x",
    "q": "k",
    "w": "v",
    "y": "i",
    "ou": "u",
    "oo": "u",
    "ee": "i",
}
_PAIR: Final = re.compile("|".join(sorted(_PAIRS, key=len, reverse=True)))
_FIRST: Final = ("gkq", "sz", "jyi", "wv", "ct", "pf")
"""First letters that may stand for one another."""

_DOUBLED: Final = re.compile(r"(.)\1+")
_END: Final = re.compile(r"(?:i[jie]?|j)$")
_ARABIC: Final = re.compile(r"g.*(?:dh|dd|kh|gh|ss|zz)")
_SLAVIC: Final = re.compile(r"s.*sk(?:yy|yj|ij|iy|i|y)$")


_GROUPS: Final = (
    "mohammed mohammad mohamed mohamad muhammad muhammed muhamad mohamud muhammadu",
    "yusuf yousef youssef yusef yousuf jussuf",
    "hussein hussain husain husayn husein hossein hussien",
    "abdullah abdallah abdulla abdoullah",
    "ahmed ahmad achmed achmad",
    "osama usama oussama",
    "omar umar omer",
    "khamenei chamenei",
    "khomeini chomeini",
    "alexander aleksandr alexandr alexandre aleksander",
    "yevgeny evgeny yevgeni jewgeni evgeni yevgeniy evgueni",
    "mikhail michail mikhael",
    "kyiv kiev kiew kyjiw",
    "kharkiv kharkov charkiw charkow",
    "lviv lvov lwiw lemberg",
    "beijing peking pekin",
    "tehran teheran",
    "mecca makkah mekka",
    "hezbollah hizbollah hizbullah hisbollah hezbullah",
    "qaeda qaida kaida",
    "houthi huthi houthis huthis",
    "turkey turkiye",
)
_GROUP: Final = {word: group.split()[0] for group in _GROUPS for word in group.split()}
"""Spellings of frequent names that no rule makes one, and the first of each."""


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Return the form that is the same for spellings of a foreign name; a short word as it is.

    Q, K and G are one at the start of what looks like Arabic, Z and S of a name in -sky.
    """
    if word in _GROUP:
        return _GROUP[word]
    if len(word) < _LEAST or not word.isalpha():
        return word.replace("q", "k") if len(word) == _SHORTEST else word
    if word[0] == "g" and _ARABIC.match(word):
        word = "k" + word[1:].removeprefix("h")
    elif word[0] == "s" and _SLAVIC.match(word):
        word = "z" + word[1:]
    elif word[0] == "j":
        word = "i" + word[1:]
    plain = _PAIR.sub(lambda pair: _PAIRS[pair[0]], word)
    return _END.sub("i", _DOUBLED.sub(r"\1", plain))


def spelt_otherwise(word: str, words: Iterable[str]) -> Iterator[str]:
    """Yield those of the words that are other spellings of one."""
    if len(word) < _SHORTEST:
        return
    first = next((group for group in _FIRST if word[0] in group), word[0])
    heard = sound(word)
    for other in words:
        near = other[0] in first or other in _GROUP
        if near and len(other) >= _SHORTEST and other != word and sound(other) == heard:
            yield other


def respelt(form: Key, name: Key) -> Key:
    """Return a form with its words as a name spells them."""
    spelt = {sound(word): word for word in name}
    return tuple(_as(spelt.get(sound(word), word), word) for word in form)


def _as(word: str, other: str) -> str:
    return other if frozenset((word, other)) in CONFUSABLE else word
