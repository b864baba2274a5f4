"""Append to an annotation log so that what is called saved is on the disk.

1. The file is the one last seen (`lstat`), or it is read again first.
2. Whole lines are appended with one `write` and forced to disk.
3. A new log is written under a temporary name, forced to disk, linked to its own name, and the
   folders are forced to disk.

Nothing is ever rewritten or truncated. An unfinished last line is fenced off with a line feed.
"""

import os
from collections.abc import Sequence

from msgspec import json

from annotator.errors import LogLostError, StorageError
from annotator.session.event import Event
from annotator.session.library import Disturbance
from annotator.storage.cause import cause, remedy, shown_path
from annotator.storage.durable import create, sync, sync_folder, write_once
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.event_log import LogContents, Stamp, read_log, stamp_of
from annotator.storage.line_types import Header
from annotator.storage.log_folder import make_folders, obstacle
from annotator.storage.log_path import sibling
from annotator.storage.regular_file import NO_LINKS, open_regular

_UNKNOWN = Stamp(0, 0, -1)
"""No file has this stamp, so the log is read again before the next line is written."""
_content = json.Encoder().encode


class LogWriter:
    """Writes one annotator's log of one article. Whoever uses it holds the log's lock."""

    def __init__(
        self, root: str, path: str, header: Header, seen: LogContents, number: int = 0
    ) -> None:
        """Go on from what was `seen` of the `number`-th sibling of the log at `path`.

        `root` is the project folder; `header` is for a log that has none, or none for the present
        bytes of its article.
        """
        self._root = root
        self._first_path = path
        self._number = number
        self._header = header
        self._stamp = seen.stamp
        self._has_header = self._has_own(seen)
        self._known = [*seen.events]
        self._foreign: list[Event] = []
        self._folders: list[str] = []
        self._looked = (seen.stamp, Disturbance())

    @property
    def path(self) -> str:
        """Where it writes: not always where it began, see `_begin_sibling`."""
        return sibling(self._first_path, self._number)

    def change(self) -> Disturbance:
        """Say what others have done to the file since it was last seen; reads what is new."""
        if self._stamp is None or self._stamp == _UNKNOWN:
            return Disturbance()
        now = stamp_of(self.path)
        if now == self._stamp:
            return Disturbance()
        if now is None:
            return Disturbance("the log of this article has vanished", lost=True)
        if self._looked[0] != now:
            contents = read_log(self.path, article_id=self._header.article)
            self._looked = now, self._change_to(contents)
        return self._looked[1]

    def _change_to(self, contents: LogContents) -> Disturbance:
        if contents.refused:
            return Disturbance(f"the log of this article takes no more changes: {contents.refused}")
        if lost := len(self._lost(contents.events)):
            said = f"the log of this article has lost {lost} of the changes saved in it"
            return Disturbance(said, lost=True)
        return Disturbance("others have changed the log of this article; the next change reads it")

    def append(self, events: Sequence[Event]) -> list[Event]:
        """Force the events to disk; return what others have written there since the last time.

        Raises:
            LogLostError: as StorageError, because the file holds no more what was saved in it.
            StorageError: none of them counts as saved.
        """
        if not events:
            return []
        try:
            self._catch_up(events)
            self._force(events)
        except OSError as error:
            raise self._failure(f"{cause(error)}{remedy(error)}") from error
        foreign, self._foreign = self._foreign, []
        return foreign

    def write_back(self) -> int:
        """Add what was saved in the file and is there no more; return how many changes.

        Raises:
            StorageError: they could not all be forced to disk, or the file is none to write to.
        """
        contents = read_log(self.path, article_id=self._header.article)
        if refused := obstacle(self._root, self.path) or contents.refused:
            raise self._failure(refused)
        lost = self._lost(contents.events)
        self._see(contents)
        try:
            if lost:
                self._force(lost)
        except OSError as error:
            self._known += lost
            self._stamp = _UNKNOWN  # A missing file must not be begun anew without them.
            raise self._failure(f"{cause(error)}{remedy(error)}") from error
        return len(lost)

    def accept(self) -> None:
        """Take the file as it is now, or as missing, whatever was saved in it before."""
        self._known = []
        self._stamp = None if stamp_of(self.path) is None else _UNKNOWN
        self._has_header = self._stamp is not None

    def _catch_up(self, events: Sequence[Event]) -> None:
        if in_the_way := obstacle(self._root, self.path):
            raise self._failure(in_the_way)
        now = stamp_of(self.path)
        if now == self._stamp:
            return
        if now is None:
            raise LogLostError(self._named("the file has vanished since it was read"))
        contents = read_log(self.path, article_id=self._header.article)
        if contents.refused:
            raise self._failure(f"{contents.refused}. Open the article anew")
        if lost := len(self._lost(contents.events)):
            raise LogLostError(
                self._named(
                    f"the file has lost what was saved ({lost} in all): it was replaced or edited "
                    "since it was read"
                )
            )
        known = {_content(event) for event in self._known}
        known.update(map(_content, events))  # Some may be there from an attempt that failed.
        self._foreign += [event for event in contents.events if _content(event) not in known]
        self._see(contents)

    def _see(self, contents: LogContents) -> None:
        self._known = [*contents.events]
        self._has_header = self._has_own(contents)
        self._stamp = contents.stamp

    def _has_own(self, contents: LogContents) -> bool:
        """Say whether a header in the file is about the article's present bytes."""
        if contents.header is None:
            return False
        return not self._header.sha256 or self._header.sha256 in contents.sha256s

    def _lost(self, found: Sequence[Event]) -> list[Event]:
        """Return what is known of the file and not found there, in order."""
        there = set(map(_content, found))
        return [event for event in self._known if _content(event) not in there]

    def _force(self, events: Sequence[Event]) -> None:
        lines = b"".join(map(encode_event, events))
        try:
            self._write(lines)
        except _SyncError:
            self._begin_sibling()
            self._write(lines)
        self._known += events

    def _write(self, lines: bytes) -> None:
        if not self._has_header:
            lines = encode_header(self._header) + lines
        if self._stamp is None:
            self._begin(lines)
        else:
            self._extend(lines)
        self._has_header = True
        while self._folders:
            sync_folder(self._folders[-1])
            self._folders.pop()

    def _begin(self, lines: bytes) -> None:
        self._folders += make_folders(self._root, self.path)
        self._stamp = _stamp(create(self.path, lines))

    def _extend(self, lines: bytes) -> None:
        descriptor, before = open_regular(self.path, os.O_RDWR | os.O_APPEND | NO_LINKS)
        try:
            undisturbed = _stamp(before) == self._stamp
            self._stamp = _UNKNOWN
            if before.st_size and not _ends_line(descriptor):
                lines = b"\n" + lines
            write_once(descriptor, lines)
            try:
                sync(descriptor)
            except OSError as error:
                raise _SyncError from error
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if after.st_nlink == 0:
            raise OSError("the file was deleted meanwhile")
        if undisturbed and after.st_size == before.st_size + len(lines):
            self._stamp = _stamp(after)

    def _begin_sibling(self) -> None:
        """Give up a file that the disk has failed: its next `fsync` would lie."""
        self._number += 1
        while os.path.lexists(self.path):
            self._number += 1
        self._stamp = None
        self._known = []
        self._has_header = False

    def _failure(self, reason: str) -> StorageError:
        return StorageError(self._named(reason))

    def _named(self, reason: str) -> str:
        return f"{reason} ({shown_path(os.path.relpath(self.path, self._root))})"


class _SyncError(Exception):
    """The disk may have lost what was written to a file."""


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def _ends_line(descriptor: int) -> bool:
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) == b"\n"
