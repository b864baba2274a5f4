"""Sitting: a session and the window on it. Knows rows and cells, and nothing of Textual."""

from collections.abc import Sequence

from msgspec.structs import replace

from annotator.marking.labels import Label
from annotator.marking.suggestion_set import SuggestionSet
from annotator.session.command import Command
from annotator.session.commands import perform, press
from annotator.session.event import Event
from annotator.session.finding import search, tag_hits
from annotator.session.hinting import begin, ended, refreshed
from annotator.session.keymap import Keymap
from annotator.session.moment import Moment
from annotator.session.moving import placed
from annotator.session.offering import offered
from annotator.session.request import FindVisible, MovePages, MoveRows, Request, Toggle
from annotator.session.selecting import select_unit
from annotator.session.session import Mode, Session, Step
from annotator.session.tagging import write_note
from annotator.text.span import Span
from annotator.text.unit import Unit
from annotator.ui.chrome import Saving
from annotator.ui.frame import Painter, View
from annotator.ui.ink import Row
from annotator.ui.layout import Spot


class Sitting:
    """One article in one window. Each act returns the step, whose requests may need the screen."""

    def __init__(self, session: Session, keymap: Keymap, view: View) -> None:
        self.session = session
        self.view = view
        self.keymap = keymap
        self._painter = Painter(keymap)
        self._column: int | None = None
        """The cell that moving by rows keeps to, until another motion."""
        self.view = self._painter.followed(None, session, view)

    def press(self, key: str, moment: Moment) -> Step:
        """Carry out what a key means."""
        return self.take(press(self.session, self.keymap, key, moment))

    def perform(self, command: Command, moment: Moment) -> Step:
        """Carry out a command."""
        return self.take(perform(self.session, command, moment))

    def answer(self, purpose: str, text: str, moment: Moment) -> Step:
        """Carry on with what was typed for `purpose`: `search`, or `note ` and an id."""
        if purpose == "search":
            return self.take(search(self.session, text))
        annotation = purpose.removeprefix("note ")
        return self.take(write_note(self.session.stamped(moment), annotation, text))

    def tag_hits(self, label: Label, hits: Sequence[Span], moment: Moment) -> Step:
        """Tag hits of the search that were chosen from the list."""
        return self.take(tag_hits(self.session.stamped(moment), label, hits))

    def take(self, step: Step) -> Step:
        """Make the step's session the present one; requests about rows are carried out here."""
        before, self.session = self.session, step.session
        rest: list[Request] = []
        moved_by_rows = refresh = False
        for request in step.requests:
            match request:
                case MoveRows(rows, extend):
                    moved_by_rows = True
                    self._move_rows(rows, extend=extend)
                case MovePages(pages):
                    moved_by_rows = True
                    self._move_pages(pages)
                case FindVisible(stays=True):
                    refresh = True
                case FindVisible(extends):
                    self.session = begin(self.session, self.visible(), extends=extends)
                case Toggle("alone"):
                    self.view = replace(self.view, alone=not self.view.alone)
                case _:
                    rest.append(request)
        if not moved_by_rows and self.session.selection != before.selection:
            self._column = None
        self._follow(before)
        if refresh:
            self.session = refreshed(self.session, self.visible())
        return Step(self.session, step.events, tuple(rest))

    def offer(self, suggestions: SuggestionSet, looking: str = "") -> None:
        """Take other suggestions; `looking` says that more may come."""
        self.session = replace(offered(self.session, suggestions), looking=looking)

    def merge(self, events: Sequence[Event]) -> None:
        """Take in events that others wrote into the same log."""
        self.session = self.session.told(events)

    def resize(self, columns: int, rows: int) -> None:
        """Fit a window of another size; the first visible words stay the first."""
        before = self._painter.layout(self.session, self.view)
        top = before.start(self.view.top)
        self.view = replace(self.view, columns=columns, rows=rows)
        after = self._painter.layout(self.session, self.view)
        self.view = replace(self.view, top=after.spot(top))
        self._follow(self.session)

    def point(self, x: int, y: int, *, extend: bool) -> None:
        """Put the cursor, or the head of the selection, under a cell; nothing moves under it."""
        offset = self._painter.pointed(self.session, self.view, x, y)
        if offset is not None:
            view = self.view
            before = ended(self.session) if self.session.mode is Mode.HINT else self.session
            self.take(Step(placed(before, offset, extend=extend).saying("")))
            self.view = view

    def point_word(self, x: int, y: int) -> None:
        """Select the word under a cell of the screen."""
        self.point(x, y, extend=False)
        self.take(select_unit(Unit.WORD)(self.session))

    def scroll(self, rows: int) -> None:
        """Scroll without moving the cursor."""
        layout = self._painter.layout(self.session, self.view)
        self.view = replace(self.view, top=layout.down(self.view.top, rows))

    def show_saving(self, saving: Saving, *, typing: bool) -> None:
        """Say how the saving goes, and whether keys are for a line of text."""
        self.view = replace(self.view, saving=saving, typing=typing)

    def show_place(self, place: str) -> None:
        """Say where the article stands in the list."""
        self.view = replace(self.view, place=place)

    def frame(self) -> list[Row]:
        """Return the screen as it is now."""
        return self._painter.frame(self.session, self.view)

    def cursor_cell(self) -> tuple[int, int] | None:
        """Return the column and row of the screen where the cursor shows."""
        return self._painter.cursor_cell(self.session, self.view)

    def _follow(self, before: Session) -> None:
        self.view = self._painter.followed(before, self.session, self.view)

    def visible(self) -> Span:
        """Return what of the article is on the screen."""
        layout = self._painter.layout(self.session, self.view)
        spots = self._painter.spots(self.session, self.view)
        if not spots:
            return Span(0, 0)
        first, last = spots[0], spots[-1]
        rows = layout.rows(last.paragraph)
        return Span(layout.start(first), rows[min(last.row, len(rows) - 1)].end)

    def _move_rows(self, rows: int, *, extend: bool) -> None:
        layout = self._painter.layout(self.session, self.view)
        here = layout.spot(self.session.cursor)
        there = layout.rows_away(here, rows)
        if there == here:
            return
        self._place(there, extend=extend)

    def _move_pages(self, pages: int) -> None:
        layout = self._painter.layout(self.session, self.view)
        height = self._painter.shape(self.session, self.view).text_rows
        rows = pages * max(1, height - 2)
        there = layout.down(layout.spot(self.session.cursor), rows)
        self.view = replace(self.view, top=layout.down(self.view.top, rows))
        self._place(there, extend=self.session.mode is Mode.EXTEND)

    def _place(self, spot: Spot, *, extend: bool) -> None:
        if self._column is None:
            self._column = self._painter.column(self.session, self.view)
        offset = self._painter.offset(self.session, self.view, spot, self._column)
        self.session = placed(self.session, offset, extend=extend)
