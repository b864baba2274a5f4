"""Requests: what a command asks the screen to do, as plain values."""

from msgspec import Struct


class MoveRows(Struct, frozen=True):
    """Move the head by display rows (`rows` < 0: up), which only the screen knows."""

    rows: int
    extend: bool


class MovePages(Struct, frozen=True):
    """Move the cursor by screens."""

    pages: int


class FindVisible(Struct, frozen=True):
    """Begin a jump among the words that are on the screen; `extends` moves the selection's end.

    With `stays`, the hints that stay are only put where they belong now.
    """

    extends: bool
    stays: bool = False


class OpenNeighbour(Struct, frozen=True):
    """Open the article `step` further in the list; with `unfinished`, the next that is not done."""

    step: int
    unfinished: bool = False


class AskNote(Struct, frozen=True):
    """Let the person write the note of an annotation."""

    annotation: str
    note: str


class AskSearch(Struct, frozen=True):
    """Let the person type what to look for."""


class Show(Struct, frozen=True):
    """Show something that is the screen's own: `articles`, `hits`, `anchors`, `help`, `palette`."""

    what: str


class Toggle(Struct, frozen=True):
    """Switch something of the screen's own: `alone` (current paragraph only) or `theme`."""

    what: str


class Reopen(Struct, frozen=True):
    """Open the article anew, and its log as it is on the disk now."""


class WriteBack(Struct, frozen=True):
    """Add to the log what was saved in it and is there no more."""


class Quit(Struct, frozen=True):
    """Leave, after everything is saved."""


Request = (
    MoveRows
    | MovePages
    | FindVisible
    | OpenNeighbour
    | AskNote
    | AskSearch
    | Show
    | Toggle
    | Reopen
    | WriteBack
    | Quit
)
