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

from annotator.errors import StorageError
from annotator.session.event import Event
from annotator.storage.cause import cause, remedy, shown_path
from annotator.storage.durable import create, sync, sync_folder, write_once
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.event_log import LogContents, Stamp, read_log, stamp_of
from annotator.storage.line_types import Header
from annotator.storage.log_folder import make_folders
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

        `root` is the project folder; `header` is for a log that has none.
        """
        self._root = root
        self._first_path = path
        self._number = number
        self._header = header
        self._stamp = seen.stamp
        self._has_header = seen.header is not None
        self._known = [*seen.events]
        self._foreign: list[Event] = []
        self._folders: list[str] = []

    @property
    def path(self) -> str:
        """Where it writes: not always where it began, see `_begin_sibling`."""
        return sibling(self._first_path, self._number)

    def change(self) -> str:
        """Say what others have done to the file since it was last seen; "" if nothing."""
        if self._stamp is None or self._stamp == _UNKNOWN:
            return ""
        now = stamp_of(self.path)
        if now == self._stamp:
            return ""
        if now is None:
            return "the log of this article has vanished; put it back before the next change"
        return "others have changed the log of this article; the next change reads it"

    def append(self, events: Sequence[Event]) -> list[Event]:
        """Force the events to disk; return what others have written there since the last time.

        Raises:
            StorageError: none of them counts as saved.
        """
        if not events:
            return []
        lines = b"".join(map(encode_event, events))
        try:
            self._catch_up(events)
            try:
                self._write(lines)
            except _SyncError:
                self._begin_sibling()
                self._write(lines)
        except OSError as error:
            raise self._failure(f"{cause(error)}{remedy(error)}") from error
        self._known += events
        foreign, self._foreign = self._foreign, []
        return foreign

    def _catch_up(self, events: Sequence[Event]) -> None:
        now = stamp_of(self.path)
        if now == self._stamp:
            return
        if now is None:
            raise self._failure(
                "the file has vanished since it was read. Put it back, or open the article anew"
            )
        contents = read_log(self.path, article_id=self._header.article)
        if contents.refused:
            raise self._failure(f"{contents.refused}. Open the article anew")
        found = {_content(event) for event in contents.events}
        known = {_content(event) for event in self._known}
        if lost := len(known - found):
            raise self._failure(
                f"the file has lost what was saved ({lost} in all): it was replaced or edited "
                "since it was read. Put it back, or open the article anew to go on from it"
            )
        known.update(map(_content, events))  # Some may be there from an attempt that failed.
        self._foreign += [event for event in contents.events if _content(event) not in known]
        self._known = contents.events
        self._has_header = contents.header is not None
        self._stamp = now

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
        name = shown_path(os.path.relpath(self.path, self._root))
        return StorageError(f"{reason} ({name})")


class _SyncError(Exception):
    """The disk may have lost what was written to a file."""


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def _ends_line(descriptor: int) -> bool:
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) == b"\n"
