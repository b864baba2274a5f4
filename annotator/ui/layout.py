"""Layout: the rows of an article at a width, worked out only where they are needed.

Nothing here depends on the length of the article: a place on the screen is a paragraph and a row
in it, never a count of rows from the top.
"""

from bisect import bisect_right
from typing import NamedTuple

from annotator.text.article import Article
from annotator.text.display import display
from annotator.text.span import Span
from annotator.ui.cells import breaks

_KEPT = 4096
"""Paragraphs whose rows are remembered; then the memory starts afresh."""


class Spot(NamedTuple):
    """A row of the article: paragraph index, row index in it. The row after its last is blank."""

    paragraph: int
    row: int


class Layout:
    """Rows of one article at one width in cells."""

    def __init__(self, article: Article, cells: int) -> None:
        self.article = article
        self.cells = cells
        self._rows: dict[int, tuple[Span, ...]] = {}
        self._shown: tuple[tuple[Spot, int], tuple[Spot, ...]] = ((Spot(0, 0), 0), ())

    def rows(self, paragraph: int) -> tuple[Span, ...]:
        """Return the spans of the rows of a paragraph; they tile it."""
        known = self._rows.get(paragraph)
        if known is None:
            known = self._rows_of(self.article.paragraphs[paragraph])
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[paragraph] = known
        return known

    def spot(self, offset: int) -> Spot:
        """Return the row that shows `offset`."""
        if not self.article.paragraphs:
            return Spot(0, 0)
        paragraph = self.article.paragraph_at(offset)
        rows = self.rows(paragraph)
        return Spot(paragraph, max(0, bisect_right(rows, (offset, len(self.article.text) + 1)) - 1))

    def start(self, spot: Spot) -> int:
        """Return the offset where the row at `spot` starts; a blank row counts to the one above."""
        if not self.article.paragraphs:
            return 0
        rows = self.rows(spot.paragraph)
        return rows[min(spot.row, len(rows) - 1)].start

    def height(self, paragraph: int) -> int:
        """Return the rows of a paragraph with the blank row after it, if there is one."""
        rows = self.rows(paragraph)
        return len(rows) + self._gap(paragraph, len(rows))

    def down(self, spot: Spot, rows: int) -> Spot:
        """Return the spot `rows` further down (up, if negative), inside the article."""
        paragraph, row = spot.paragraph, spot.row + rows
        while row < 0 and paragraph > 0:
            paragraph -= 1
            row += self.height(paragraph)
        last = len(self.article.paragraphs) - 1
        while paragraph < last and row >= self.height(paragraph):
            row -= self.height(paragraph)
            paragraph += 1
        if last < 0:
            return Spot(0, 0)
        return Spot(paragraph, min(max(row, 0), len(self.rows(paragraph)) - (paragraph == last)))

    def rows_away(self, spot: Spot, rows: int) -> Spot:
        """Return the row of text `rows` further down (up, if negative); blank rows do not count."""
        paragraph, row = spot.paragraph, spot.row + rows
        last = len(self.article.paragraphs) - 1
        while row < 0 and paragraph > 0:
            paragraph -= 1
            row += len(self.rows(paragraph))
        while 0 <= paragraph < last and row >= len(self.rows(paragraph)):
            row -= len(self.rows(paragraph))
            paragraph += 1
        if last < 0:
            return Spot(0, 0)
        return Spot(paragraph, min(max(row, 0), len(self.rows(paragraph)) - 1))

    def visible(self, top: Spot, height: int) -> tuple[Spot, ...]:
        """Return the spots of at most `height` rows from `top` on, blank rows included."""
        if self._shown[0] == (top, height):
            return self._shown[1]
        spots: list[Spot] = []
        paragraph, row = top
        while paragraph < len(self.article.paragraphs) and len(spots) < height:
            last = min(self.height(paragraph), row + height - len(spots))
            spots += [Spot(paragraph, line) for line in range(row, last)]
            paragraph, row = paragraph + 1, 0
        self._shown = ((top, height), tuple(spots))
        return self._shown[1]

    def _rows_of(self, paragraph: Span) -> tuple[Span, ...]:
        starts = breaks(display(self.article.quote(paragraph)), self.cells)
        ends = (*starts[1:], paragraph.length)
        return tuple(
            Span(paragraph.start + start, paragraph.start + end)
            for start, end in zip(starts, ends, strict=True)
        )

    def _gap(self, paragraph: int, rows: int) -> int:
        """Return 1 for a blank row below. One-row lines that follow each other stay together."""
        if paragraph + 1 >= len(self.article.paragraphs):
            return 0
        here, below = self.article.paragraphs[paragraph : paragraph + 2]
        together = self.article.text.count("\n", here.end, below.start) < 2  # noqa: PLR2004 - a blank row
        return 0 if together and rows == 1 and below.length <= self.cells else 1


def scrolled(layout: Layout, top: Spot, cursor: Spot, height: int, *, jumped: bool) -> Spot:
    """Return the spot at which the screen must begin so that the cursor's row shows.

    The screen stays where it is whenever it can. `jumped` says that the cursor has come from
    another paragraph: then all of its paragraph is to show, and if it does not, the screen moves
    so that the paragraph begins in its upper quarter.
    """
    if not layout.article.paragraphs:
        return Spot(0, 0)
    visible = layout.visible(top, height)
    last = Spot(cursor.paragraph, len(layout.rows(cursor.paragraph)) - 1)
    first = Spot(cursor.paragraph, 0)
    whole = first in visible and last in visible
    if whole or (cursor in visible and (not jumped or last.row >= height)):
        return top
    if jumped:
        lead = max(0, min(height // 4, height - 1 - last.row))
        return layout.down(first, -lead) if cursor.row < height else cursor
    if cursor < top:
        return cursor
    return layout.down(cursor, 1 - height)
