"""Opening: the reader sits down with an article, leaves it for another, or reads it anew."""

import asyncio
from collections.abc import Iterable
from functools import partial

from annotator.session.library import Opened
from annotator.session.request import OpenNeighbour
from annotator.text.display import display_line
from annotator.ui.behind import Behind
from annotator.ui.departure import FLUSH
from annotator.ui.frame import View
from annotator.ui.sitting import Sitting
from annotator.ui.work import begin


class Opening(Behind, inherit_bindings=False):
    """A screen that opens articles; keys wait while it does."""

    busy: bool

    def leave(self, code: int, farewell: str = "") -> None:
        """End the program."""
        raise NotImplementedError

    def _resume(self, message: str) -> None:
        """Take keys again, and say how it went."""
        raise NotImplementedError

    def open_article(self, article_id: str) -> None:
        """Open an article that was chosen from the list."""
        self.busy = True
        begin(self, partial(self._open, [article_id], None))

    async def _open_neighbour(self, request: OpenNeighbour) -> None:
        here = self.sitting.session.article.id if self.sitting else ""
        if found := await self.desk.neighbours(here, request):
            await self._open(found, None)
            if request.unfinished:
                self._add(f"{display_line(here, 60)} is done")
        elif request.unfinished:
            self._resume("article is done; so are all others")
        else:
            self._resume(f"this is the {'last' if request.step > 0 else 'first'} article")

    async def _reopen(self) -> None:
        """Open the article anew; its log counts as it is on the disk."""
        if self.sitting is not None:
            session = self.sitting.session
            self._accept_log(session.article.id)
            await self._open([session.article.id], session.cursor)
            self._add("read anew")

    def _add(self, message: str) -> None:
        """Say something, unless there is something to be said of the article itself."""
        if self.sitting is not None and not self.sitting.session.message:
            self.say(message)

    async def _put_back(self) -> None:
        if self.sitting is not None:
            self._resume(await self._write_back(self.sitting.session.article.id))

    async def _open(self, candidates: Iterable[str], offset: int | None) -> None:
        """Open the first of `candidates` that can be read; keys wait meanwhile."""
        self.busy = True
        if not await asyncio.to_thread(self._saver.flush, FLUSH):
            self._resume("not saved yet, so this article stays open")
            return
        opened, failures = await self.desk.open(candidates)
        if opened is not None:
            self._sit_down(opened, offset)
        self._resume("; ".join(failures[:2]))
        if self.sitting is None and self.desk.articles:
            self.leave(1, "\n".join(failures))

    def _sit_down(self, opened: Opened, offset: int | None) -> None:
        if self.sitting is not None:
            self._bookmark()
            self.desk.library.stop_proposing()
            before = self.sitting.session
            self.desk.left_at[before.article.id] = before.cursor
            if before.article.id != opened.article.id:
                self.desk.library.close(before.article.id)
        session = self.desk.session(opened, offset)
        view = View(self.size.width or 80, self.size.height or 24)
        first = self.sitting is None
        self._saver.begin(sum(event.rev for event in opened.state.latest.values()))
        self.sitting = Sitting(session, self.desk.keymap, view)
        self._upkeep.sit_down()
        self.call_after_refresh(self._begin_survey, opened)
        if not first:
            self._propose()
        self.app.title = display_line(f"{opened.article.id} - annotate")
        self._show_place()

    def _bookmark(self) -> None:
        if self.sitting is not None:
            session = self.sitting.session
            self.desk.library.set_bookmark(session.article.id, session.cursor)
