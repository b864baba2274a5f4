"""Saver: forces events to disk in a thread of its own, in order, and tells how it went."""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Condition, Thread
from time import monotonic

from msgspec import Struct

from annotator.errors import AnnotatorError, LogLostError
from annotator.session.event import Event
from annotator.session.library import Library
from annotator.ui.chrome import Saving

RETRY = 5.0
"""Seconds until a failed save is tried again, if no key was pressed before."""


class Report(Struct, frozen=True):
    """One save came to its end; `news` are events that others wrote into that log meanwhile."""

    article_id: str
    news: Sequence[Event] = ()


class Saver:
    """A queue of events and the thread that empties it. `tell` is called in that thread."""

    def __init__(self, library: Library, tell: Callable[[Report], None]) -> None:
        self._library = library
        self._tell = tell
        self._queue: deque[tuple[str, Sequence[Event]]] = deque()
        self._changed = Condition()
        self._saved = 0
        self._failure = ""
        self._lost = False
        self._thread = Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def begin(self, saved: int) -> None:
        """Count from `saved`, the changes that an article's log holds already."""
        with self._changed:
            self._saved = saved

    def saving(self) -> Saving:
        """Return how the saving goes."""
        with self._changed:
            return Saving(self._saved, self._waiting(), self._failure, self._lost)

    def add(self, article_id: str, events: Sequence[Event]) -> None:
        """Take events to be saved; returns at once."""
        with self._changed:
            self._queue.append((article_id, events))
            self._failure = ""
            self._changed.notify_all()

    def retry(self) -> None:
        """Try again at once what failed."""
        with self._changed:
            self._failure = ""
            self._changed.notify_all()

    def unsaved(self) -> list[tuple[str, Sequence[Event]]]:
        """Return what is not on disk yet, by article, in order."""
        with self._changed:
            return list(self._queue)

    def rescue(self) -> list[str]:
        """Put what is not saved into files elsewhere, one an article; return their paths.

        Raises:
            StorageError: not all of it could be kept.
        """
        by_article: dict[str, list[Event]] = {}
        for article_id, events in self.unsaved():
            by_article.setdefault(article_id, []).extend(events)
        return [self._library.rescue(article, events) for article, events in by_article.items()]

    def flush(self, seconds: float) -> bool:
        """Wait until all is on disk; False if it fails or takes longer."""
        end = monotonic() + seconds
        with self._changed:
            while self._queue and not self._failure and (left := end - monotonic()) > 0:
                self._changed.wait(left)
            return not self._queue

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._queue:
                    self._changed.wait()
                batch = self._first_of_one_article()
            article_id = batch[0][0]
            events = [event for _, some in batch for event in some]
            failure, lost = "", False
            news: Sequence[Event] = ()
            try:
                news = self._library.save(article_id, events)
            except AnnotatorError as error:
                failure, lost = str(error), isinstance(error, LogLostError)
            self._settle(batch, failure, lost=lost)
            self._tell(Report(article_id, news))
            if failure:
                with self._changed:
                    self._changed.wait_for(lambda: not self._failure, RETRY)

    def _settle(
        self, batch: list[tuple[str, Sequence[Event]]], failure: str, *, lost: bool
    ) -> None:
        with self._changed:
            self._failure, self._lost = failure, lost
            if not failure:
                for _, events in batch:
                    self._queue.popleft()
                    self._saved += len(events)
            self._changed.notify_all()

    def _waiting(self) -> int:
        return sum(len(events) for _, events in self._queue)

    def _first_of_one_article(self) -> list[tuple[str, Sequence[Event]]]:
        first = self._queue[0][0]
        batch = []
        for entry in self._queue:
            if entry[0] != first:
                break
            batch.append(entry)
        return batch
