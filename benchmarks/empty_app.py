"""The reference: an empty Textual application, one widget that repaints one row a key."""

import os
import sys

os.environ.setdefault("ESCDELAY", "25")
os.environ.setdefault("TEXTUAL_FPS", "240")

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

READY = "ready 0"


class Rows(Widget, can_focus=True):
    """Shows rows of text; a key changes the first."""

    DEFAULT_CSS = "Rows { width: 1fr; height: 1fr; }"
    keys = 0

    def on_key(self, event: events.Key) -> None:
        """Count keys."""
        event.stop()
        if event.key == "Q":
            self.app.exit()
        self.keys += 1
        self.refresh(Region(0, 0, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Return the count, or words."""
        text = f"ready {self.keys}" if y == 0 else f"row {y} of words that nobody changes"
        return Strip([Segment(text)], len(text)).adjust_cell_length(self.size.width)


class Empty(App[None]):
    """Nothing but the rows."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Make the widget."""
        yield Rows()

    def on_mount(self) -> None:
        """Let it take the keys."""
        self.query_one(Rows).focus()


if __name__ == "__main__":
    sys.exit(Empty().run())
