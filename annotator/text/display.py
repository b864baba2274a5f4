"""Display text: what a terminal may be given for a text that comes from outside.

It has as many code points as the text, one for one, so offsets hold. Nothing in it can command the
terminal, turn the direction of writing, hide, or stand where it has neither a cell of its own nor
a character to stand on.
"""

import re
from functools import cache, lru_cache
from typing import Final
from unicodedata import category

from annotator.text.joined import (
    HIDDEN,
    MOST_MARKS,
    STRANGE,
    hide_stray,
    is_joined,
    is_mark,
)

ELLIPSIS: Final = "…"

_PICTURES: Final = 0x2400  # ␀, ␁, ␂ … stand for the control characters
_HARMLESS: Final = frozenset("\xad\u180e\u200b\u2060\ufeff")
_FILLERS: Final = frozenset("\u115f\u3164\uffa0")  # letters by name, but nothing to be seen

_BEYOND_LATIN: Final = re.compile("[^\0-\u02ff\u2010-\u20cf]")
_GROWING: Final = (
    ("\U0001f300", "\U0001faff"),
    ("\U00020000", "\U0002fffd"),
    ("\U00030000", "\U0003fffd"),
)
_FEW: Final = 8  # kinds of characters; so many are replaced faster one by one


def display(text: str) -> str:
    """Return the display text of `text`, equal in length; itself, if nothing in it is odd.

    Control characters become control pictures (␛, ␀), line ends and tabs a plain blank, other
    blanks a plain or a no-break one, and what has no look of its own `HIDDEN` or `STRANGE`. What
    joins with its neighbours stays where emoji and scripts need it, and combining marks on a base.
    """
    if _is_plain(text):
        return text
    shown = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if _is_plain(shown):
        return shown
    shown = hide_stray(shown)
    odd = {char: stand_in for char in set(shown) if (stand_in := _stand_in(char)) != char}
    if len(odd) > _FEW:
        return shown.translate({ord(char): stand_in for char, stand_in in odd.items()})
    for char, stand_in in odd.items():
        shown = shown.replace(char, stand_in)
    return shown


def display_line(text: str, limit: int = 200) -> str:
    """Return the display text of a name, label or message, cut to `limit` code points by an `…`."""
    if len(text) <= limit:
        return display(text)
    shown = display(text[:limit])
    end = limit - 1
    while end > limit - 1 - MOST_MARKS and end > 0 and _continues(shown, end):
        end -= 1
    return shown[:end] + ELLIPSIS


def _is_plain(text: str) -> bool:
    """Say whether nothing in `text` is odd, as is the case for nearly all that people write."""
    if not text.replace("\xa0", " ").isprintable():
        return False
    return not _BEYOND_LATIN.search(text) or not _beyond_plain().search(text)


@cache
def _beyond_plain() -> re.Pattern[str]:
    """Return the pattern of whatever is not among the letters, signs and emoji most in use."""
    return re.compile(
        "[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
        "\u048a-\u052f\u05d0-\u05ea\u0606-\u060f\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d5"
        "\u06ee-\u06ff\u10d0-\u10ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b"
        "\u2190-\u23ff\u2460-\u27bf\u3000-\u3029\u3030-\u303f\u3041-\u3096\u309b-\u30ff\u3131-\u3163"
        "\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9d\uffe0-\uffe6\ufffd\U0001f1e6-\U0001f1ff"
        "\U0001f300-\U0001f3fa\U0001f400-\U0001faff\U00020000-\U0002a6df]"
    )


def _continues(text: str, offset: int) -> bool:
    """Say whether the character there is drawn on the one before it."""
    return text[offset - 1] == "\u200d" or is_mark(text[offset]) or is_joined(text[offset])


@lru_cache(maxsize=4096)
def _stand_in(char: str) -> str:
    """Return what is shown for a character, whatever stands beside it."""
    kind = category(char)
    if is_joined(char):  # Those that are still here were found to be needed.
        return char
    if kind == "Cc":
        return _for_control(char)
    if kind == "Zs":
        return char if char in " \u3000" else "\xa0" if char in "\xa0\u2007\u202f" else " "
    if char in _HARMLESS:
        return HIDDEN
    if kind in {"Cf", "Zl", "Zp", "Cs", "Co"} or char in _FILLERS:
        return STRANGE
    return STRANGE if kind == "Cn" and not _is_new(char) else char


def _for_control(char: str) -> str:
    if char in "\t\n\r":
        return " "
    if char < " ":
        return chr(_PICTURES + ord(char))
    return "␡" if char == "\x7f" else STRANGE


def _is_new(char: str) -> bool:
    """Say whether an unassigned character is an emoji or ideograph if it is assigned one day.

    Unicode grows every year, and Python's tables with each version of Python only.
    """
    return any(first <= char <= last for first, last in _GROWING)
