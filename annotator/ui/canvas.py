"""Canvas: shows rows of pieces, and repaints only those that changed."""

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from annotator.ui.ink import Row
from annotator.ui.theme import DARK, Look, Theme, look


class Canvas(Widget, can_focus=True, inherit_bindings=False):
    """One widget for a whole screen of rows: the cost of a key is then that of one widget."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"

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
        changed = [y for y, row in enumerate(rows) if row is not before[y] and row != before[y]]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        width = self.size.width
        if y >= len(self._rows):
            return Strip([Segment(" " * width, style(look_of_blank(self.inks)))], width)
        pieces = self._rows[y]
        segments = [Segment(piece.text, style(look(piece.ink, self.inks))) for piece in pieces]
        strip = Strip(segments, sum(piece.cells for piece in pieces))
        return strip.adjust_cell_length(width, style(look_of_blank(self.inks)))


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
