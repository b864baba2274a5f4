"""Canvas: shows rows of pieces, and repaints only those that changed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.ui.ink import Piece, Row
from annotator.ui.theme import DARK, Look, Theme, look


class Canvas(Widget, can_focus=True, inherit_bindings=False):
    """One widget for a whole screen of rows: the cost of a key is then that of one widget."""

    ALLOW_SELECT = False
    FOCUS_ON_CLICK = False
    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"

    class Pointed(Message):
        """The mouse points at a cell; `drag` while a button is held, `double` at a second click."""

        def __init__(self, x: int, y: int, *, drag: bool = False, double: bool = False) -> None:
            super().__init__()
            self.x, self.y, self.drag, self.double = x, y, drag, double

    class Scrolled(Message):
        """The mouse wheel was turned by `rows`."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, theme: Theme = DARK) -> None:
        super().__init__()
        self.inks = theme
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], theme: Theme) -> None:
        """Show `rows` in `theme` from the next frame on."""
        before, self._rows = self._rows, rows
        if len(before) != len(rows) or theme is not self.inks:
            self.inks = theme
            self.refresh()
            return
        changed = [
            _changed(before[y], row, y)
            for y, row in enumerate(rows)
            if row is not before[y] and row != before[y]
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        width = self.size.width
        if y >= len(self._rows):
            return Strip([Segment(" " * width, style(look_of_blank(self.inks)))], width)
        pieces = self._rows[y]
        segments = [Segment(piece.text, style(look(piece.ink, self.inks))) for piece in pieces]
        strip = Strip(segments, sum(piece.cells for piece in pieces))
        return strip.adjust_cell_length(width, style(look_of_blank(self.inks)))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell where a button went down; from now on the mouse is ours, even outside."""
        self.capture_mouse()
        self.post_message(self.Pointed(event.x, event.y, drag=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the mouse is dragged to."""
        if event.button:
            self.post_message(self.Pointed(event.x, event.y, drag=True))

    def on_mouse_up(self) -> None:
        """Let the mouse go."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Tell of a double click."""
        if event.chain == 2:  # noqa: PLR2004 - a double click
            self.post_message(self.Pointed(event.x, event.y, double=True))

    def on_mouse_scroll_down(self) -> None:
        """Tell that the wheel was turned."""
        self.post_message(self.Scrolled(3))

    def on_mouse_scroll_up(self) -> None:
        """Tell that the wheel was turned back."""
        self.post_message(self.Scrolled(-3))


def _changed(before: Row, after: Row, y: int) -> Region:
    """Return the cells of a row from the first piece that differs to the last."""
    left = _shared(before, after)
    right = min(_shared(before[::-1], after[::-1]), _cells(after) - left)
    return Region(left, y, _cells(after) - left - right, 1)


def _shared(one: Row, other: Row) -> int:
    """Return how many cells the two rows share from the left."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return _cells(piece for piece, _ in pairs)


def _cells(pieces: Iterable[Piece]) -> int:
    return sum(piece.cells for piece in pieces)


def look_of_blank(theme: Theme) -> Look:
    """Return how a cell with nothing on it looks."""
    return Look(theme.foreground, theme.background)


@lru_cache(maxsize=4096)
def style(wanted: Look) -> Style:
    """Return the Rich style of a look."""
    return Style(
        color=wanted.foreground or "default",
        bgcolor=wanted.background or "default",
        bold=wanted.bold,
        italic=wanted.italic,
        underline=wanted.underline,
        underline2=wanted.double,
        reverse=wanted.reverse,
    )
