"""The reader screen: turns keys into commands, carries out what they ask, and draws."""

import asyncio
from collections.abc import Sequence
from functools import partial
from secrets import randbits
from time import time_ns
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset

from annotator.marking.labels import Label
from annotator.session.command import Command
from annotator.session.moment import Moment
from annotator.session.request import (
    AskNote,
    AskSearch,
    OpenNeighbour,
    Quit,
    Reopen,
    Request,
    Show,
    Toggle,
    WriteBack,
)
from annotator.session.session import Step
from annotator.text.span import Span
from annotator.ui.canvas import Canvas
from annotator.ui.departure import Departure
from annotator.ui.desk import SKIPPED, Desk
from annotator.ui.key_names import key_name
from annotator.ui.opening import Opening
from annotator.ui.sitting import Sitting
from annotator.ui.telling import Free, Left, Shown, Themed, Wanted
from annotator.ui.theme import THEMES, Theme
from annotator.ui.upkeep import WATCH
from annotator.ui.work import begin

if TYPE_CHECKING:
    from annotator.session.anchor_review import AnchorReview
    from annotator.text.article import Article
    from annotator.ui.prompt import Prompt

PATIENCE = 0.15
"""Seconds that a save may take before the screen says that it is under way."""


def now() -> Moment:
    """Return the moment of a key press."""
    return Moment(time_ns() // 1_000_000, randbits(80))


class Reader(Opening, inherit_bindings=False):
    """One article at a time. While it is `busy` with a key, the next keys must wait."""

    CSS = "Reader { layers: base prompt; }"

    def __init__(self, desk: Desk, first: str, offset: int | None, theme: Theme) -> None:
        super().__init__(desk)
        self.inks = theme
        self._first = (first, offset)
        self.busy = True
        self.departure = Departure(self._saver)
        self._canvas = Canvas(theme)
        self._prompt: Prompt | None = None

    def compose(self) -> ComposeResult:
        """Make the one widget that the first screen needs."""
        yield self._canvas

    def on_mount(self) -> None:
        """Open the first article."""
        self._canvas.focus()
        first, offset = self._first
        begin(self, partial(self._begin, first, offset))

    async def _begin(self, first: str, offset: int | None) -> None:
        await self._open([first], offset)
        self.call_after_refresh(self._complete)

    def _complete(self) -> None:
        """Do what can wait until the first screen shows."""
        self.post_message(Shown())
        begin(self, self._make_ready)
        self.set_interval(WATCH, self._begin_watch)
        self._propose()

    async def _make_ready(self) -> None:
        await self._make_prompt()
        await asyncio.to_thread(self.desk.list_articles)
        if self.sitting is None:
            await self._open(self.desk.articles[:SKIPPED], None)
        self._show_place()

    async def _make_prompt(self) -> None:
        """Make what a search or a note needs; keys wait meanwhile."""
        from annotator.ui.prompt import Prompt

        prompt = Prompt()
        await self.mount(prompt)
        self._prompt = prompt
        self._resume("")

    def _asked(self) -> bool:
        return self._prompt is not None and self._prompt.display

    def _ask(self, purpose: str, title: str, text: str = "") -> None:
        if self._prompt is not None:
            self._prompt.ask(purpose, title, text)

    # Keys and mouse

    def take(self, event: events.Key) -> bool:
        """Carry out a key at once; False if it is for the prompt, which then has the focus."""
        if self._prompt is not None and self._prompt.display:
            self.busy = self._prompt.ended_by(event.key)
            return self.busy
        if name := key_name(event):
            self._press(name)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Refuse pasted text: it must never act as keys."""
        if not self._asked():
            event.stop()
            self.say("pasted text is not taken as keys; / and then paste searches for it")

    def on_canvas_pointed(self, pointed: Canvas.Pointed) -> None:
        """Put the cursor where the mouse is, extend the selection, or select a word."""
        if sitting := self._ready():
            if pointed.double:
                sitting.point_word(pointed.x, pointed.y)
            else:
                sitting.point(pointed.x, pointed.y, extend=pointed.drag)
            self._draw()

    def on_canvas_scrolled(self, scrolled: Canvas.Scrolled) -> None:
        """Scroll without moving the cursor."""
        if sitting := self._ready():
            sitting.scroll(scrolled.rows)
            self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the window; one of the old size was another for a moment, and forgot what it had."""
        if self.sitting is not None:
            if event.size == (self.sitting.view.columns, self.sitting.view.rows):
                self._canvas.refresh()
            self.sitting.resize(event.size.width, event.size.height)
            self._draw()

    def redraw(self) -> None:
        """Draw everything anew: the terminal has shown something else meanwhile."""
        self.refresh(layout=True)
        self._canvas.refresh()

    def run_command(self, command: Command) -> None:
        """Carry out a command that was chosen by its name."""
        if sitting := self._ready():
            self._carry_out(sitting.perform(command, now()))

    def say(self, message: str) -> None:
        """Show a message in the status row; "" leaves the one that is there."""
        if self.sitting is not None and message:
            self.sitting.take(Step(self.sitting.session.saying(message)))
        self._draw()

    def _ready(self) -> Sitting | None:
        """Return the sitting, unless an article is being opened or something is being typed."""
        return None if self.busy or self._asked() else self.sitting

    def _press(self, name: str) -> None:
        if self.sitting is None:
            return
        if name == "ctrl+c":
            self.say(f"{self.desk.keymap.key('quit')} leaves; everything is saved")
            return
        self._carry_out(self.sitting.press(name, now()))

    # What commands ask for

    def _carry_out(self, step: Step) -> None:
        if step.events:
            self._saver.add(step.session.article.id, step.events)
            self.set_timer(PATIENCE, self._draw_if_saving)
        for request in step.requests:
            self._answer(request)
        if not any(isinstance(request, Quit) for request in step.requests):
            self.departure.stays()
        self._draw()

    def _answer(self, request: Request) -> None:
        match request:
            case Quit():
                self._quit()
            case OpenNeighbour():
                self.busy = True
                begin(self, partial(self._open_neighbour, request))
            case Reopen():
                self.busy = True
                begin(self, self._reopen)
            case WriteBack():
                self.busy = True
                begin(self, self._put_back)
            case AskNote(annotation, note):
                self._ask(f"note {annotation}", "note", note)
            case AskSearch():
                self._ask("search", "search")
            case Toggle("theme"):
                names = list(THEMES)
                self.inks = THEMES[names[(names.index(self.inks.name) + 1) % len(names)]]
                self.post_message(Themed())
            case Show(what):
                self.busy = True
                self.post_message(Wanted(what))
            case _:
                raise AssertionError(request)

    def on_prompt_answered(self, answer: "Prompt.Answered") -> None:
        """Carry on with what the person typed."""
        self.set_focus(self._canvas)
        self._resume("")
        if answer.text is not None and self.sitting is not None:
            self._carry_out(self.sitting.answer(answer.purpose, answer.text, now()))

    async def changed_places(self) -> "tuple[AnchorReview, Article] | None":
        """Return the annotations whose words have moved or gone, and in which article.

        None, and a word about it, if there is none.
        """
        found = await self._upkeep.places(self.sitting) if self.sitting else ""
        if isinstance(found, str):
            self.say(found)
            return None
        return found

    def decide_places(self, what: str, review: "AnchorReview") -> None:
        """Carry out what was decided about changed places."""
        if self.sitting is not None:
            self._carry_out(self._upkeep.decided(self.sitting, now(), what, review))
            self._show_place()

    def tag_hits(self, label: Label, hits: Sequence[Span]) -> None:
        """Tag the hits that were chosen from the list."""
        if self.sitting is not None:
            self._carry_out(self.sitting.tag_hits(label, hits, now()))

    def _resume(self, message: str) -> None:
        self.busy = self.sitting is None or self._prompt is None
        self.say(message)
        self.post_message(Free())

    # Saving and leaving

    def _draw_if_saving(self) -> None:
        if self._saver.saving().unsaved:
            self._draw(patient=False)

    def _quit(self) -> None:
        if left := self.departure.asked():
            self.leave(*left)

    def end(self, number: int) -> None:
        """End because a signal came: save what can be saved, then leave as the signal asks."""
        self.leave(128 + number, self.departure.forced())

    def leave(self, code: int, farewell: str = "") -> None:
        """End the program; what is typed after that means nothing any more."""
        self.busy = True
        self._bookmark()
        self.desk.library.stop_proposing()
        self.post_message(Left(code, farewell))

    def _show_place(self) -> None:
        if self.sitting is not None:
            place = self.desk.place(self.sitting.session.article.id)
            facts = [fact for fact in (place, self._upkeep.reminder) if fact]
            self.sitting.show_place(" · ".join(facts))
            self._draw()

    def _draw(self, *, patient: bool = True) -> None:
        """Show the session as it is; `patient` keeps quiet about a save that has only begun."""
        if self.sitting is None:
            return
        saving = self._saving()
        if patient and not saving.failure:
            saving = replace(saving, unsaved=0)
        saving = self.departure.shown(saving, self.desk.keymap.key("quit"))
        self.sitting.show_saving(saving, typing=self._asked())
        self._canvas.show(self.sitting.frame(), self.inks)
        if not self._asked() and (cell := self.sitting.cursor_cell()):
            self.app.cursor_position = Offset(*cell)
