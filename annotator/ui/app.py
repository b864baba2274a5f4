"""The application: the terminal, signals, themes, and the screens over the reader."""

import asyncio
import gc
import signal
import sys
from collections import deque
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct
from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from annotator.marking.labels import LabelSchema
from annotator.session.keymap import Keymap
from annotator.session.library import Library
from annotator.session.limits import Limits
from annotator.session.reanchoring import ANCHORS
from annotator.ui.desk import Desk
from annotator.ui.harmless import HARMLESS
from annotator.ui.key_names import ENDS
from annotator.ui.leave import Attributes, leave_now
from annotator.ui.pasting import guard_pastes
from annotator.ui.reader import Reader
from annotator.ui.telling import Answer, Left, Wanted
from annotator.ui.theme import LIGHT, PLAIN, Theme

if TYPE_CHECKING:
    from annotator.ui.anchors import Decided

SWITCH = 0.0005
"""Seconds that another thread may keep the interpreter before a key gets it."""

PAUSE = 0.02
"""Seconds for what Enter and Escape set off in a screen over the reader, before the next key."""


class AnnotateApp(App[int], inherit_bindings=False):
    """Shows the reader, and over it the list of articles, the help and the palette."""

    CSS = "Screen { scrollbar-size: 1 1; }"
    ENABLE_COMMAND_PALETTE = False  # Textual would open it over any screen; ours is a command.

    def __init__(
        self, reader: Reader, *, terminal: Attributes | None = None, at_once: bool = True
    ) -> None:
        super().__init__(_driver_for(terminal), ansi_color=reader.inks is PLAIN)
        self.reader = reader
        self.farewell = ""
        self._typed: deque[events.Key | events.Paste] = deque()
        self._over: Screen[str | None] | Screen[Answer | None] | Screen[Decided] | None = None
        self._pausing = False
        self._terminal = terminal
        self._at_once = at_once
        self.theme = theme_of(reader.inks)

    def get_default_screen(self) -> Screen[None]:
        """Begin with the reader."""
        return self.reader

    def on_mount(self) -> None:
        """Leave in order when asked to from outside."""
        if self._terminal is not None:
            self._driver.attrs_before = self._terminal  # type: ignore[union-attr] # it runs
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(number, partial(self.reader.end, number))
        self.app_resume_signal.subscribe(self, lambda _: self.reader.redraw())

    def on_reader_shown(self) -> None:
        """Do what would have kept the first screen waiting."""
        _settle()

    async def on_event(self, event: events.Event) -> None:
        """Hand on what is typed in order: nothing goes where the key before it has just left.

        A terminal that is not ours yet turns Enter into a line feed, which has a name of its own.
        """
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.app_focus = True  # else Textual would turn the focus round with the next key
            early_enter = isinstance(event, events.Key) and event.key == "ctrl+j"
            self._typed.append(events.Key("enter", "\r") if early_enter else event)
            await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        while self._typed and not self._unsettled():
            event = self._typed.popleft()
            reading = self.screen is self.reader
            if reading and isinstance(event, events.Key) and self.reader.take(event):
                continue
            await super().on_event(event)
            if not reading and isinstance(event, events.Key) and event.key in ENDS:
                self._pausing = True
                self.set_timer(PAUSE, self._go_on)

    def _unsettled(self) -> bool:
        """Say whether the place for the next key may not be there yet."""
        gone = self._over is not None and self.screen is self.reader
        return self.reader.busy or self._pausing or gone

    async def _go_on(self) -> None:
        self._pausing = False
        await self._hand_on()

    async def on_reader_free(self) -> None:
        """Hand on what waited for the reader."""
        await self._hand_on()

    async def on_reader_wanted(self, wanted: Wanted) -> None:
        """Show one of the screens over the reader; what is typed meanwhile is for it.

        They are imported when they are wanted: the first screen is to be there soon.
        """
        desk = self.reader.desk
        if wanted.what == "palette":
            from annotator.ui.palette import Palette

            await self.push_screen(Palette())
        elif wanted.what == "help":
            from annotator.ui.help import Help

            await self.push_screen(Help(desk))
        elif wanted.what == ANCHORS:
            await self._show_anchors()
        elif wanted.what == "hits" and (sitting := self.reader.sitting):
            from annotator.ui.hits import Hits

            self._over = Hits(sitting.session, self.reader.inks)
            await self.push_screen(self._over, self._tagged)
        else:
            from annotator.ui.articles import Articles

            await desk.listed()
            here = self.reader.sitting.session.article.id if self.reader.sitting else ""
            self._over = Articles(desk, here, self.reader.inks)
            await self.push_screen(self._over, self._chosen)
        self.reader.busy = False
        self.call_later(self._hand_on)

    async def _show_anchors(self) -> None:
        """Show the annotations whose words have moved, if there are any."""
        from annotator.ui.anchors import Anchors

        found = await self.reader.changed_places()
        if found is not None:
            self._over = Anchors(*found, self.reader.inks)
            await self.push_screen(self._over, self._decided)

    def pop_screen(self) -> AwaitComplete:
        """Close the screen over the reader; one that is asked to close twice closes once."""
        return super().pop_screen() if self.screen is not self.reader else AwaitComplete()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing through, from any widget, that could command the terminal."""
        return [*super().get_line_filters(), HARMLESS]

    def on_reader_themed(self) -> None:
        """Follow the reader's theme."""
        self.theme = theme_of(self.reader.inks)

    def on_reader_left(self, left: Left) -> None:
        """End the program with an exit code and, once the terminal is back, a last word."""
        self.farewell = left.farewell
        if self._at_once and self._driver is not None:
            leave_now(self._driver, left.code, left.farewell)
        self.exit(left.code, return_code=left.code)

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows local values; `run` raises the error."""
        self._close_messages_no_wait()

    def _decided(self, decided: "Decided | None") -> None:
        known, self._over = self._over, None
        if known is not None and decided is not None:
            self.reader.decide_places(*decided)
        self.call_later(self._hand_on)

    def _tagged(self, answer: Answer | None) -> None:
        known, self._over = self._over, None
        if known is not None and answer is not None:
            self.reader.tag_hits(*answer)
        self.call_later(self._hand_on)

    def _chosen(self, article_id: str | None) -> None:
        known, self._over = self._over, None
        if known is not None and article_id is not None:
            self.reader.open_article(article_id)
        self.call_later(self._hand_on)


def theme_of(inks: Theme) -> str:
    """Return the Textual theme for prompts, help and palette that goes with ours."""
    if inks is PLAIN:
        return "ansi-dark"
    return "textual-light" if inks is LIGHT else "textual-dark"


def _driver_for(terminal: Attributes | None) -> type[Driver] | None:
    """Return the driver for a terminal that is painted already, None for Textual's choice."""
    if terminal is None:
        return None
    from annotator.ui.driver import PaintedDriver

    return PaintedDriver


def _settle() -> None:
    """Learn what the first label key needs, now that the first screen is there.

    And spare the collector all that was imported: a full collection costs more than ten keys.
    """
    for room in ("clause", "sentence"):
        import_module(f"annotator.text.{room}")
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000, 50, 1_000)
    gc.enable()
    sys.setswitchinterval(SWITCH)


def cause_of(fault: Exception) -> BaseException:
    """Return what went wrong in a worker that failed, which Textual wraps; else the fault."""
    return fault.error if isinstance(fault, WorkerFailed) else fault


class Start(Struct, frozen=True):
    """What the command line decides. `offset` None: where the reviewing stopped.

    `suggestions` False: nothing is suggested, not even what the program finds itself.
    """

    article_id: str
    offset: int | None
    theme: Theme
    mouse: bool = True
    suggestions: bool = True
    limits: Limits = Limits()


def run(
    library: Library,
    schema: LabelSchema,
    keymap: Keymap,
    start: Start,
    terminal: Attributes | None = None,
) -> int:
    """Run the application until the person leaves; return the exit code.

    `terminal` is what the terminal is to be set to in the end, if that is not what it is set to.
    """
    guard_pastes()
    desk = Desk(library, schema, keymap, suggests=start.suggestions, limits=start.limits)
    reader = Reader(desk, start.article_id, start.offset, start.theme)
    app = AnnotateApp(reader, terminal=terminal)
    app.run(mouse=start.mouse)
    farewell = (
        app.farewell or reader.departure.forced()
    )  # The terminal may have gone, and the app with it.
    fault = app._exception  # noqa: SLF001 - Textual keeps it for test frameworks only
    if fault is not None:
        raise cause_of(fault)
    if farewell:
        sys.stderr.write(farewell + "\n")
    return app.return_code or 0
