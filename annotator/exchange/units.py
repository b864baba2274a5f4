"""Offsets in UTF-16 units, which Java and JavaScript count, and back to code points."""

from bisect import bisect_left
from collections.abc import Callable

_BEYOND = "\uffff"
"""What sorts after it takes two UTF-16 units."""


def to_utf16(text: str) -> Callable[[int], int]:
    """Return the function from a code-point offset of `text` to one in UTF-16 units."""
    wide = wide_offsets(text)
    if not wide:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(wide, offset)


def from_utf16(text: str) -> Callable[[int], int]:
    """Return the way back; an offset inside a character is that character's."""
    wide = wide_offsets(text)
    if not wide:
        return lambda offset: offset
    units = [offset + index for index, offset in enumerate(wide)]
    return lambda offset: offset - bisect_left(units, offset)


def wide_offsets(text: str) -> list[int]:
    """Return the offsets of the characters that take two UTF-16 units."""
    if text.isascii() or max(text) <= _BEYOND:
        return []
    return [offset for offset, character in enumerate(text) if character > _BEYOND]
