"""Inverted marks, `¿` and `¡`, which Spanish opens with: they stay or go with their closing ones.

A claim has no final stop, so `?` and `!` go from its end, and `¿` and `¡` from its start with them.
One whose other half stands between the words of the span stays, as in “Luego ¿quién vino?”.
"""

from typing import Final

_CLOSING: Final = {"¿": "?", "¡": "!"}
_OPENING: Final = {closing: opening for opening, closing in _CLOSING.items()}

INVERTED: Final = frozenset(_CLOSING)


def closed_inside(text: str, offset: int, end: int) -> bool:
    """Say whether what opens at `offset` is closed with more words before `end`."""
    closing = _CLOSING.get(text[offset])
    if closing is None:
        return False
    found = text.find(closing, offset + 1, end)
    return found > 0 and any(map(str.isalnum, text[found:end]))


def opened_inside(text: str, start: int, offset: int) -> bool:
    """Say whether what closes at `offset` was opened from `start` on."""
    closing = text[offset]
    opening = _OPENING.get(closing)
    if opening is None:
        return False
    return text.rfind(opening, start, offset) > text.rfind(closing, start, offset)
