"""Frame: the whole screen as rows of pieces, from a session and a few facts about the window."""

from collections.abc import Callable
from operator import is_
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from annotator.marking.annotation import Annotation
from annotator.marking.annotation_set import AnnotationSet
from annotator.marking.motion import grapheme_at
from annotator.marking.suggestion import Suggestion
from annotator.session.keymap import Keymap
from annotator.session.offering import open_in
from annotator.session.reviewing import is_reviewed
from annotator.session.session import Session
from annotator.text.display import display
from annotator.text.span import Span
from annotator.ui.cells import offset_at, width
from annotator.ui.chrome import Saving, header, hints, status
from annotator.ui.ink import Row, Run
from annotator.ui.inspector import inspector
from annotator.ui.layout import Layout, Spot, scrolled
from annotator.ui.margin import margin_pieces, names_of
from annotator.ui.over import offers_in, overlay
from annotator.ui.rows import (
    Geometry,
    Line,
    Offer,
    blank,
    geometry,
    gutter_pieces,
    text_pieces,
)
from annotator.ui.runs import runs


class View(Struct, frozen=True):
    """What the window adds to a session: its size, where it begins, and how the saving goes.

    `typing` says that keys are for a line of text.
    """

    columns: int
    rows: int
    top: Spot = Spot(0, 0)
    alone: bool = False
    place: str = ""
    saving: Saving = Saving()
    typing: bool = False


class Ground(NamedTuple):
    """What all rows of one frame share; `cursor` is the grapheme under it."""

    layout: Layout
    shape: Geometry
    cursor: Span | None


class Flat(NamedTuple):
    """The annotations of a paragraph and their runs, as in the set `seen`."""

    seen: AnnotationSet
    touching: tuple[Annotation, ...]
    runs: tuple[Run, ...]


class Open(NamedTuple):
    """The suggestions of a paragraph that wait, as things were: see `_open_in`."""

    seen: tuple[object, ...]
    suggestions: tuple[Suggestion, ...]


_KEPT = 512
"""Paragraphs whose runs are remembered: far more than a screen shows."""


class Painter:
    """Draws frames of one article. Rows that did not change are the same objects as before."""

    def __init__(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self._layout: Layout | None = None
        self._runs: dict[int, Flat] = {}
        self._offers: dict[int, Open] = {}
        self._row_offers: dict[Spot, tuple[tuple[Suggestion, ...], tuple[Offer, ...]]] = {}
        self._rows: dict[Spot, tuple[tuple[object, ...], Row]] = {}

    def layout(self, session: Session, view: View) -> Layout:
        """Return the rows of the session's article at the view's width."""
        shape = self.shape(session, view)
        known = self._layout
        if known is None or known.article is not session.article or known.cells != shape.text:
            self._layout = known = Layout(session.article, shape.text)
            self._runs.clear()
            self._offers.clear()
            self._row_offers.clear()
            self._rows.clear()
        return known

    def shape(self, session: Session, view: View) -> Geometry:
        """Return how the screen is divided."""
        return geometry(view.columns, view.rows, len(session.article.paragraphs))

    def followed(self, before: Session | None, session: Session, view: View) -> View:
        """Return the view moved, if it must be, so that the cursor shows."""
        layout, height = self.layout(session, view), self.shape(session, view).text_rows
        cursor = layout.spot(session.cursor)
        if view.alone:
            first = Spot(cursor.paragraph, 0)
            top = view.top if view.top.paragraph == cursor.paragraph else first
            return replace(view, top=scrolled(layout, top, cursor, height, jumped=False))
        jumped = before is None or before.paragraph != session.paragraph
        return replace(view, top=scrolled(layout, view.top, cursor, height, jumped=jumped))

    def frame(self, session: Session, view: View) -> list[Row]:
        """Return all rows of the screen, top to bottom, each exactly as wide as the screen."""
        layout, shape = self.layout(session, view), self.shape(session, view)
        spots = self.spots(session, view)
        rows = [header(session, view.place, view.columns)]
        ground = Ground(layout, shape, _cursor_span(session))
        rows += [self._row(session, ground, spot) for spot in spots]
        rows += [blank(view.columns)] * (shape.text_rows - len(spots))
        colour = self._colour(session)
        cursor_row = self._cursor_row(session, layout)
        rows += inspector(session, cursor_row, shape, colour)
        rows.append(status(session, view.saving, view.columns))
        state = "typing" if view.typing else "lost" if view.saving.lost else ""
        rows.append(hints(session, self.keymap, colour, view.columns, state))
        return rows[: view.rows]

    def spots(self, session: Session, view: View) -> tuple[Spot, ...]:
        """Return what the text rows of the screen show, top to bottom."""
        layout, height = self.layout(session, view), self.shape(session, view).text_rows
        spots = layout.visible(view.top, height)
        if view.alone:
            spots = tuple(spot for spot in spots if spot.paragraph == session.paragraph)
        return spots

    def column(self, session: Session, view: View) -> int:
        """Return the cell of the cursor, counted from the start of its row of text."""
        row = self._cursor_row(session, self.layout(session, view))
        return width(display(session.article.text[row.start : session.cursor]))

    def offset(self, session: Session, view: View, spot: Spot, column: int) -> int:
        """Return the offset that a row of text shows at a cell, at its last one if beyond."""
        layout = self.layout(session, view)
        if not session.article.paragraphs:
            return 0
        rows = layout.rows(spot.paragraph)
        row = rows[min(spot.row, len(rows) - 1)]
        inside = offset_at(display(session.article.quote(row)), max(0, column))
        return row.start + min(inside, max(0, row.length - 1))

    def pointed(self, session: Session, view: View, x: int, y: int) -> int | None:
        """Return the offset under a cell of the screen, None where no text is."""
        spots = self.spots(session, view)
        if not 1 <= y <= len(spots):
            return None
        spot = spots[y - 1]
        if spot.row >= len(self.layout(session, view).rows(spot.paragraph)):
            return None
        return self.offset(session, view, spot, x - self.shape(session, view).gutter)

    def cursor_cell(self, session: Session, view: View) -> tuple[int, int] | None:
        """Return the column and the row of the screen where the cursor shows, if it does."""
        spot = self.layout(session, view).spot(session.cursor)
        spots = self.spots(session, view)
        if spot not in spots:
            return None
        column = self.shape(session, view).gutter + self.column(session, view)
        return min(column, view.columns - 1), spots.index(spot) + 1

    def _cursor_row(self, session: Session, layout: Layout) -> Span:
        if not session.article.paragraphs:
            return Span(0, 0)
        spot = layout.spot(session.cursor)
        return layout.rows(spot.paragraph)[spot.row]

    def _colour(self, session: Session) -> Callable[[str], str]:
        schema = session.schema

        def colour(name: str) -> str:
            label = schema.label(name)
            return label.color if label else "grey"

        return colour

    def _runs_of(self, session: Session, paragraph: int) -> Flat:
        """Return the runs of a paragraph; the same as long as its annotations are the same."""
        annotations = session.state.annotations
        known = self._runs.get(paragraph)
        if known is not None and known.seen is annotations:
            return known
        touching = annotations.touching(session.article.paragraphs[paragraph])
        if known is not None and known.touching == touching:
            flat = known._replace(seen=annotations)
        else:
            flat = Flat(annotations, touching, self._flattened(session, paragraph, touching))
        if len(self._runs) > _KEPT:
            self._runs.clear()
            self._rows.clear()
        self._runs[paragraph] = flat
        return flat

    def _open_in(self, session: Session, paragraph: int) -> tuple[Suggestion, ...]:
        """Return the suggestions of a paragraph that wait; the same as long as nothing changed."""
        seen = (session.suggestions, session.state, session.hides_suggestions)
        known = self._offers.get(paragraph)
        if known is not None and all(map(is_, known.seen, seen)):
            return known.suggestions
        found = open_in(session, session.article.paragraphs[paragraph])
        if known is not None and known.suggestions == found:
            found = known.suggestions
        if len(self._offers) > _KEPT:
            self._offers.clear()
            self._row_offers.clear()
        self._offers[paragraph] = Open(seen, found)
        return found

    def _offers_of(self, session: Session, spot: Spot, row: Span) -> tuple[Offer, ...]:
        """Return the suggestions of a row; the same as long as those of its paragraph are."""
        if not session.suggestions.ordered:
            return ()
        waiting = self._open_in(session, spot.paragraph)
        known = self._row_offers.get(spot)
        if known is None or known[0] is not waiting:
            self._row_offers[spot] = known = waiting, tuple(offers_in(waiting, row))
        return known[1]

    def _flattened(
        self, session: Session, paragraph: int, touching: tuple[Annotation, ...]
    ) -> tuple[Run, ...]:
        article = session.article
        span = article.paragraphs[paragraph]
        return runs(touching, span, lambda offset: grapheme_at(article, offset).end)

    def _row(self, session: Session, ground: Ground, spot: Spot) -> Row:
        layout, shape, cursor = ground
        paragraph = spot.paragraph
        lines = layout.rows(paragraph)
        current = paragraph == session.paragraph
        if spot.row >= len(lines):
            return self._kept(spot, (shape,), lambda: blank(shape.columns))
        row = lines[spot.row]
        _, touching, flat = self._runs_of(session, paragraph)
        reviewed = is_reviewed(session.state, session.article.paragraphs[paragraph])
        over = overlay(session, cursor, row, self._offers_of(session, spot, row))
        key = (shape, flat, current, reviewed, over)
        colour = self._colour(session)

        def draw() -> Row:
            number = str(paragraph + 1) if spot.row == 0 else ""
            line = Line(row, flat, "text" if current else "quiet", over)
            text = text_pieces(session.article.text, line, colour, shape.text)
            starting = [a for a in touching if row.start <= a.start < row.end]
            proposed = [offer.label for offer in over.offers if offer.opens]
            names = names_of(starting, touching, colour, proposed)
            margin = margin_pieces(names, shape.margin)
            jump = next((each.key for each in over.jumps if not each.span.length), "")
            rest = shape.columns - shape.gutter - shape.text - shape.margin
            return (
                *gutter_pieces(number, shape.gutter, current=current, reviewed=reviewed, jump=jump),
                *text,
                *margin,
                *(blank(rest) if rest else ()),
            )

        return self._kept(spot, key, draw)

    def _kept(self, spot: Spot, key: tuple[object, ...], draw: Callable[[], Row]) -> Row:
        known = self._rows.get(spot)
        if known is not None and known[0] == key:
            return known[1]
        row = draw()
        self._rows[spot] = (key, row)
        return row


def _cursor_span(session: Session) -> Span | None:
    if not session.article.paragraphs:
        return None
    return grapheme_at(session.article, session.cursor)
