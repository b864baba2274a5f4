"""Rows of words as aligned columns, for people."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width


def aligned(rows: Sequence[Sequence[str]], *, right: Sequence[bool]) -> list[str]:
    """Return one line a row, columns two spaces apart; those of `right` lean to the right.

    Words may be wide (CJK) or carry combining marks: columns are measured in cells.
    """
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths, right)).rstrip() for row in rows]


def cells(text: str) -> int:
    """Return how many cells the text fills in a terminal, near enough for a table."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def _padded(text: str, width: int, lean_right: bool) -> str:  # noqa: FBT001 - a column of `map`
    padding = " " * (width - cells(text))
    return padding + text if lean_right else text + padding
