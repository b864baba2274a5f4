"""Ink: what a piece of the screen means, before any theme says how that looks.

This module and those it is used in (layout, runs, rows, inspector, chrome, frame) know neither
Textual nor Rich, so that a whole screen can be drawn and tested as plain values.
"""

from typing import NamedTuple


class Ink(NamedTuple):
    """The meaning of a piece of text on the screen.

    `role` is text, quiet (text of another than the current paragraph), gutter, margin, header,
    rule, lane, status, alert, hint, key or jump (a key that leads to the word beside it). `color`
    is the palette name of the innermost label's colour, "" outside all annotations. `depth` counts
    the annotations there; `opens` says that one starts here. `offer` is the colour of the innermost
    suggestion, "" where there is none.
    """

    role: str
    color: str = ""
    depth: int = 0
    opens: bool = False
    selected: bool = False
    cursor: bool = False
    hit: bool = False
    offer: str = ""


class Piece(NamedTuple):
    """A run of text in one ink; `text` has passed `display`, `cells` is its width."""

    text: str
    ink: Ink
    cells: int


Row = tuple[Piece, ...]
"""One row of the screen, left to right."""


class Run(NamedTuple):
    """From `start` to the next run's start: the innermost label, how many deep, does one start."""

    start: int
    label: str
    depth: int
    opens: bool
