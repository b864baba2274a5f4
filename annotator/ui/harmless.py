"""Harmless: the last gate before the terminal, for what Textual's own widgets show.

The reader and the lists pass all text through `display`. An input line shows what was pasted into
it, or a note from a log, as it is.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from annotator.text.display import display


class Harmless(LineFilter):
    """Shows the display text of every segment, in as many cells as the row had."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual has it
        """Return the segments; the same, if nothing in them is odd."""
        shown = [segment._replace(text=display(segment.text)) for segment in segments]
        if shown == segments:
            return segments
        cells = sum(segment.cell_length for segment in segments)
        return list(Strip(shown).adjust_cell_length(cells))


HARMLESS = Harmless()
