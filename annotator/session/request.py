"""Requests: what a command asks the screen to do, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MoveRows:
    """Move the head by display rows (`rows` < 0: up), which only the screen knows."""

    rows: int
    extend: bool


@dataclass(frozen=True, slots=True)
class MovePages:
    """Move the cursor by screens."""

    pages: int


@dataclass(frozen=True, slots=True)
class OpenNeighbour:
    """Open the article `step` further in the list; with `unfinished`, the next that is not done."""

    step: int
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class AskNote:
    """Let the person write the note of an annotation."""

    annotation: str
    note: str


@dataclass(frozen=True, slots=True)
class AskSearch:
    """Let the person type what to look for."""


@dataclass(frozen=True, slots=True)
class Show:
    """Show something that is the screen's own: `articles`, `help` or `palette`."""

    what: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """Switch something of the screen's own: `alone` (current paragraph only) or `theme`."""

    what: str


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave, after everything is saved."""


Request = MoveRows | MovePages | OpenNeighbour | AskNote | AskSearch | Show | Toggle | Quit
