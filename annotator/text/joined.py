"""Characters that need their neighbours: they stay where a cluster needs them, and show elsewhere.

These are joiners, variation selectors, skin tones, tags, vowels and finals of Hangul, and
combining marks. Without a base, or in heaps, they draw over other cells, or are not seen at all.
"""

import re
from functools import cache
from typing import Final
from unicodedata import category

from annotator.text.blank import BLANKS

HIDDEN: Final = "∙"  # for what is harmless but has no width: soft hyphen, zero width space, …
STRANGE: Final = "▯"  # for all else that cannot be shown; both are one cell wide everywhere
MOST_MARKS: Final = 16  # on one base; no language needs as many

_TONE: Final = "\U0001f3fb-\U0001f3ff"
_TAG: Final = "\U000e0020-\U000e007f"
_HANGUL_VOWEL: Final = "\u1160-\u11a7\ud7b0-\ud7c6"
_HANGUL_FINAL: Final = "\u11a8-\u11ff\ud7cb-\ud7fb"
_SELECTOR: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CLASS: Final = f"\u200c\u200d{_SELECTOR}{_TONE}{_TAG}{_HANGUL_VOWEL}{_HANGUL_FINAL}"
# What no grapheme goes on from: blanks, controls, and marks of format.
_BARRIER: Final = (
    f"{BLANKS}\0-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u202a-\u202e\u2061-\u206f\ufff0-\ufffb"
    "\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
# Marks, and what else is neither letter, figure nor blank; a coarse sieve for what is looked at.
_MARKS: Final = (
    rf"[^\w{_BARRIER}\xa0-\u02ff\u2010-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u303f!-~"
    "\U0001f000-\U0001faff]"
)


def is_mark(char: str) -> bool:
    """Say whether `char` combines with the one before it."""
    return category(char)[0] == "M"


def is_joined(char: str) -> bool:
    """Say whether `char` is one of the other kinds that need a neighbour."""
    return _joined().match(char) is not None


def hide_stray(text: str) -> str:
    """Return `text`, equal in length, with stand-ins for what is not where it is needed."""
    if _joined().search(text):
        text = _genuine_or_stray().sub(_hide, text)
    if _marks().search(text):
        text = _heaps().sub(_hide_excess, _orphans().sub(_hide_orphans, text))
    return text


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(f"[{_CLASS}]")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS)


@cache
def _genuine_or_stray() -> re.Pattern[str]:
    """Return the pattern of clusters in which joiners and the like are at home, and of strays.

    Nothing here looks beyond the cluster that it keeps, so a part of a text shows as it does there.
    """
    symbol = (
        "[\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf"
        "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5"
        "\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
    )
    picture = (
        "[\u2194\u2195\u2620\u2640\u2642\u2695\u2696\u26a7\u26d3\u2708\u2764\u27a1\u2b1b"
        "\U0001f300-\U0001f321\U0001f324-\U0001f393\U0001f39e-\U0001f3f0\U0001f3f3\U0001f3f4"
        "\U0001f3f7-\U0001f3fa\U0001f400-\U0001f4fd\U0001f4ff-\U0001f53d\U0001f573-\U0001f57a"
        "\U0001f5a4\U0001f5e8\U0001f5fb-\U0001f64f\U0001f680-\U0001f6c5\U0001f7e0-\U0001f7eb"
        "\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001f9ff\U0001fa70-\U0001faff]"
    )
    look = f"[\ufe0e\ufe0f]?[{_TONE}]?"
    joining = (
        "[\u0620-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u180d\u1820-\u18af\u1a20-\u1aaf"
        "\ua840-\uabff]"
    )
    selecting = (
        "[\u1000-\u109f\u2200-\u22ff\u2a00-\u2aff\u3001-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    )
    genuine = (
        "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",
        f"{picture}{look}(?:\u200d{picture}{look}){{1,8}}",
        f"{symbol}{look}",
        "[0-9#*]\ufe0f\u20e3",
        f"(?<={joining})[\u200c\u200d]",
        f"(?<={selecting})[{_SELECTOR}]",
        f"[\u1100-\u115e\ua960-\ua97c]{{1,3}}[{_HANGUL_VOWEL}]{{1,3}}[{_HANGUL_FINAL}]{{0,3}}",
        f"[\uac00-\ud7a3][{_HANGUL_FINAL}]{{1,3}}",
    )
    return re.compile(f"(?P<genuine>{'|'.join(genuine)})|[{_CLASS}]")


def _hide(match: re.Match[str]) -> str:
    found = match[0]
    if match["genuine"] is not None:
        return found
    return HIDDEN if found in "\u200c\u200d" or "\ufe00" <= found <= "\ufe0f" else STRANGE


@cache
def _orphans() -> re.Pattern[str]:
    """Return the pattern of runs that have no base, if they are marks."""
    return re.compile(f"{_MARKS}(?<![^{_BARRIER}].){_MARKS}*", re.DOTALL)


def _hide_orphans(match: re.Match[str]) -> str:
    run = match[0]
    orphans = next((index for index, char in enumerate(run) if not is_mark(char)), len(run))
    return STRANGE * orphans + run[orphans:]


@cache
def _heaps() -> re.Pattern[str]:
    """Return the pattern of runs that are too long, if they are marks."""
    return re.compile(f"{_MARKS}{{{MOST_MARKS + 1},}}")


def _hide_excess(match: re.Match[str]) -> str:
    shown: list[str] = []
    marks = 0
    for char in match[0]:
        marks = marks + 1 if is_mark(char) or is_joined(char) else 0
        shown.append(char if marks <= MOST_MARKS else STRANGE)
    return "".join(shown)
