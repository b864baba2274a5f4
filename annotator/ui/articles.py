"""The list of articles: state and progress of each, filtered as the person types."""

import asyncio
from collections.abc import Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from annotator.session.filtering import filtered
from annotator.session.library import Progress
from annotator.text.display import display_line
from annotator.ui.canvas import Canvas
from annotator.ui.cells import ending, width
from annotator.ui.chrome import counted
from annotator.ui.desk import Desk
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.theme import Theme
from annotator.ui.work import begin

ROOMY = 64
"""Columns from which on there is room for more than the name."""

_STEPS = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}


class Articles(ModalScreen[str | None]):
    """Answers with the id of the article that the person chose, or None."""

    CSS = """
    Articles { layout: vertical; }
    Articles Input { dock: top; border: none; height: 1; padding: 0 1; }
    """

    def __init__(self, desk: Desk, here: str, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._inks = theme
        self._names = [name.casefold() for name in desk.articles]
        self._shown: Sequence[int] = range(len(self._names))
        self._at = desk.articles.index(here) if here in desk.articles else 0
        self._top = 0
        self._progress: dict[str, Progress] = {}
        self._query = self._filtered = ""
        self._canvas = Canvas(theme)
        self._canvas.can_focus = False

    def compose(self) -> ComposeResult:
        """Make the line for the filter and the list."""
        yield Input(placeholder="type to filter · Enter opens · Esc goes back")
        yield self._canvas

    def on_mount(self) -> None:
        """Show the list."""
        self.set_focus(self.query_one(Input))
        self._draw()

    def on_resize(self) -> None:
        """Fit the window."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Take the keys that the filter line leaves."""
        if event.key in _STEPS:
            self._at = min(max(self._at + _STEPS[event.key], 0), max(0, len(self._shown) - 1))
            self._draw()
        elif event.key == "escape":
            self.dismiss(None)
        else:
            return
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what is under the bar; the filter must have caught up with what was typed."""
        if self._filtered != event.value:
            *_, hits = filtered(self._names, event.value)
            self._shown, self._at = hits or (), 0
        if self._shown:
            self.dismiss(self._desk.articles[self._shown[self._at]])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter anew; a later letter ends the search for an earlier one."""
        self._query = event.value
        begin(self, partial(self._filter, event.value), "filter")

    def on_canvas_pointed(self, pointed: Canvas.Pointed) -> None:
        """Choose by mouse."""
        index = self._top + pointed.y
        if 0 <= index < len(self._shown) and not pointed.drag:
            self.dismiss(self._desk.articles[self._shown[index]])

    async def _filter(self, query: str) -> None:
        for hits in filtered(self._names, query):
            if hits is None:
                await asyncio.sleep(0)
            else:
                self._shown, self._at, self._top, self._filtered = hits, 0, 0, query
                self._draw()

    def _draw(self) -> None:
        height = max(1, self.size.height - 1)
        self._top = min(max(self._top, self._at - height + 1), self._at)
        visible = range(self._top, min(self._top + height, len(self._shown)))
        rows = [self._row(self._shown[index], chosen=index == self._at) for index in visible]
        if not rows:
            said = f" no article is called “{display_line(self._query)}”"
            rows = [(Piece(said, Ink("text"), width(said)),)]
        self._canvas.show(rows, self._inks)
        self._learn([self._desk.articles[self._shown[index]] for index in visible])

    def _row(self, index: int, *, chosen: bool) -> Row:
        name = self._desk.articles[index]
        progress = self._progress.get(name)
        facts = _facts(progress) if progress else ""
        columns = max(10, self.size.width)
        mark = "▸" if chosen else "✓" if progress and progress.done else " "
        if columns < ROOMY:
            facts = ""
        name = ending(display_line(name, 400), max(1, columns - len(facts) - 4))
        gap = " " * max(1, columns - len(facts) - 3 - width(name))
        ink = Ink("status" if chosen else "text")
        text = f" {mark} {name}{gap}{facts}"
        return (Piece(text, ink, width(text)),)

    def _learn(self, names: Sequence[str]) -> None:
        """Find out how far the visible articles are, away from the keys."""
        unknown = [name for name in names if name not in self._progress]
        if unknown:
            begin(self, partial(self._ask, unknown), "progress")

    async def _ask(self, names: Sequence[str]) -> None:
        for name in names:
            self._progress[name] = await asyncio.to_thread(self._desk.library.progress, name)
        self._draw()


def _facts(progress: Progress) -> str:
    reviewed = f"{progress.reviewed} reviewed" if progress.reviewed else ""
    made = counted(progress.annotations, "annotation")
    return f"{'done' if progress.done else reviewed:>14}  {made:>17} "
