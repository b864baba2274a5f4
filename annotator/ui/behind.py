"""Behind: the work that goes on behind the keys of the reader, and what it has to say."""

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from annotator.errors import AnnotatorError
from annotator.session.library import Opened
from annotator.ui.chrome import Saving, counted
from annotator.ui.desk import Desk
from annotator.ui.saver import Report, Saver
from annotator.ui.upkeep import Upkeep
from annotator.ui.work import begin

if TYPE_CHECKING:
    from annotator.ui.sitting import Sitting


NOTHING_LOST = "the log holds everything that was saved in it"


class Behind(Screen[None], inherit_bindings=False):
    """A screen with a sitting: its changes are saved, suggestions gathered, its files watched."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sitting: Sitting | None = None
        self._saver = Saver(desk.library, self._hear)
        self._upkeep = Upkeep(desk)
        self._place = "", 0
        """The article and the offset that the next start begins with, if this one is killed."""

    def say(self, message: str) -> None:
        """Show a message, and how things are; "" leaves the message that is there."""
        raise NotImplementedError

    def _show_place(self) -> None:
        raise NotImplementedError

    def _propose(self) -> None:
        """Begin to gather suggestions; those for an article that was left come to nothing."""
        if self.sitting is not None and self.desk.suggests:
            from annotator.ui.proposing import propose

            work = partial(propose, self.desk, self.sitting, self.say)
            begin(self, work, "suggestions", may_fail=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on without suggestions where the search for them failed."""
        if event.state is WorkerState.ERROR and event.worker.group == "suggestions":
            self.say(f"no suggestions: {event.worker.error}")

    def _begin_survey(self, opened: Opened) -> None:
        begin(self, partial(self._survey, opened), "places")

    async def _survey(self, opened: Opened) -> None:
        """Tell how the annotations of an article that has changed have fared."""
        said = await self._upkeep.survey(opened)
        if self.sitting and self.sitting.session.article is opened.article:
            self.say(said)
            self._show_place()

    def _hear(self, report: Report) -> None:
        """Called in the saver's thread: carry on in ours, unless the application has ended."""
        with suppress(RuntimeError):
            self.app.call_later(self._heard, report)

    def _heard(self, report: Report) -> None:
        """Take in what a save brought to light, and show how the saving goes."""
        sitting = self.sitting
        if sitting and report.news and report.article_id == sitting.session.article.id:
            sitting.merge(report.news)
            self.say("changes from elsewhere were read")
        begin(self, self.desk.remember, "memory", may_fail=True)
        self.say("")

    def _begin_watch(self) -> None:
        """Look in a worker: a disk that does not answer must not hold up the keys."""
        begin(self, self._watch, "watch")

    async def _watch(self) -> None:
        """Keep the place, and say what others do to the article or its log meanwhile."""
        sitting = self.sitting
        if sitting is None:
            return
        place = sitting.session.article.id, sitting.session.cursor
        if place != self._place:
            self._place = place
            await asyncio.to_thread(self.desk.library.set_bookmark, *place)
        if self._upkeep.looking:
            self._show_place()
        if self._saver.saving().unsaved:
            return
        said = await self._upkeep.watch(sitting.session.article.id)
        if said is not None and sitting is self.sitting:
            self.say(said)

    def _saving(self) -> Saving:
        """Return how the saving goes, as far as the disk has told."""
        saving = self._saver.saving()
        return replace(saving, lost=True) if self._upkeep.lost else saving

    def _accept_log(self, article_id: str) -> None:
        """Take a log that others have replaced as it is; what waits is added to it."""
        if self._saving().lost:
            self.desk.library.accept(article_id)
            self._saver.retry()

    async def _write_back(self, article_id: str) -> str:
        """Put back into the log what others have taken out; say how that went."""
        try:
            count = await asyncio.to_thread(self.desk.library.write_back, article_id)
        except AnnotatorError as error:
            return f"not written back: {error}"
        self._saver.retry()
        await self._upkeep.watch(article_id)
        return f"written back: {counted(count, 'change')}" if count else NOTHING_LOST
