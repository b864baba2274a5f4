"""One annotator's log of one article, held open for writing while the article is on the screen."""

import os
from collections.abc import Sequence
from threading import Lock as Guard

from annotator.errors import Fault, StorageError
from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation
from annotator.session.event import Event
from annotator.session.library import Disturbance
from annotator.storage.cause import shown_path
from annotator.storage.event_line import VERSION
from annotator.storage.event_log import LogContents, read_log
from annotator.storage.line_types import Header
from annotator.storage.lock import Held, Lock, take
from annotator.storage.log_folder import obstacle, writable
from annotator.storage.log_path import find_log, sibling
from annotator.storage.log_writer import LogWriter
from annotator.text.article import Article


class OwnLog:
    """The log and its siblings, the lock on them, and the writer; or why there is none.

    `events` are those of all of them. `changed` says that the article is not the one it was begun
    on. Saving and closing may be called from any thread.
    """

    def __init__(self, root: str, annotator: str, article: Article, schema: str) -> None:
        """Read what there is, and take the lock. Writes nothing."""
        path = find_log(root, annotator, article.id)
        self._article = article
        self._guard = Guard()
        self._lock: Lock | Held = take(path)
        try:
            chain = read_chain(root, path, article.id)
        except BaseException:
            self._release()
            raise
        self.events = [event for contents in chain for event in contents.events]
        self.faults: tuple[Fault, ...] = sum((contents.faults for contents in chain), ())
        self.read_only = self._why_not(root, path, chain)
        begun_on = {log.header.sha256 for log in chain[:1] if log.header is not None}
        self.changed = not begun_on <= {"", article.sha256}
        header = Header(
            annotate=VERSION,
            article=article.id,
            sha256=article.sha256,
            encoding=article.encoding,
            schema=schema,
            by=annotator,
        )
        self._writer = LogWriter(root, path, header, chain[-1], len(chain) - 1)
        self._excused: set[tuple[str, int, int, str]] = set()

    def excuse(self, orphans: Sequence[Annotation]) -> None:
        """Let annotations be saved again although their words do not stand where they say."""
        self._excused.update(map(_words, orphans))

    def save(self, events: Sequence[Event]) -> Sequence[Event]:
        """Force events to disk; see `session.library.Library.save`."""
        with self._guard:
            if self.read_only:
                raise StorageError(self.read_only)
            self._check(events)
            return self._writer.append(events)

    def write_back(self) -> int:
        """Add what was saved and is there no more; see `session.library.Library.write_back`."""
        with self._guard:
            if self.read_only:
                raise StorageError(self.read_only)
            return self._writer.write_back()

    def accept(self) -> None:
        """Take the log as it is now."""
        with self._guard:
            self._writer.accept()

    def change(self) -> Disturbance:
        """Say what others have done to the log since; nothing while it is written."""
        if self.read_only or not self._guard.acquire(blocking=False):
            return Disturbance()
        try:
            return self._writer.change()
        except OSError:  # The next save says why.
            return Disturbance()
        finally:
            self._guard.release()

    def close(self) -> None:
        """Let another window write. Saves no more."""
        with self._guard:
            self.read_only = "the article was closed"
            self._release()

    def _release(self) -> None:
        if isinstance(self._lock, Lock):
            self._lock.release()

    def _why_not(self, root: str, path: str, chain: Sequence[LogContents]) -> str:
        """Say why nothing can be saved; then the lock is of no use here and is let go."""
        name = shown_path(os.path.relpath(path, root))
        refused = next((contents.refused for contents in chain if contents.refused), "")
        if refused:
            self._release()
            return f"{name}: {refused}"
        if isinstance(self._lock, Held):
            return f"held by {self._lock.holder}"
        if not writable(root, sibling(path, len(chain) - 1)):
            self._release()
            return f"{name} cannot be written: permission denied, or a read-only disk"
        return ""

    def _check(self, events: Sequence[Event]) -> None:
        """Refuse a new annotation whose quote is not what stands there: a fault of the program.

        Imports are kept as they came, and what is taken back or brought back as it was.
        """
        for event in events:
            record = event.record
            if not isinstance(record, Annotation) or stands(self._article.text, record):
                continue
            if event.undoes or event.redoes or record.origin.startswith("import:"):
                self._excused.add(_words(record))
            elif _words(record) not in self._excused:
                place = f"{record.start} to {record.end}"
                raise StorageError(f"an annotation's words do not stand at {place}.")


def read_chain(root: str, path: str, article_id: str) -> list[LogContents]:
    """Read a log and the siblings that were begun when the disk failed; never raises."""
    if reason := obstacle(root, path):
        fault = Fault(shown_path(os.path.relpath(path, root)), 0, 0, reason)
        return [LogContents(faults=(fault,), refused=reason)]
    return [
        read_log(place, os.path.relpath(place, root).replace(os.sep, "/"), article_id)
        for place in chain_of(path)
    ]


def chain_of(path: str) -> list[str]:
    """Return the paths of a log and of the siblings that exist."""
    chain = [path]
    while os.path.lexists(following := sibling(path, len(chain))):
        chain.append(following)
    return chain


def _words(annotation: Annotation) -> tuple[str, int, int, str]:
    return annotation.id, annotation.start, annotation.end, annotation.quote
