"""Read an annotation log: never drop a line, never rewrite one, and say of each what it is."""

import os
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct, field

from annotator.errors import Fault
from annotator.session.event import Event
from annotator.storage.cause import cause, shown_path
from annotator.storage.event_line import VERSION, BadLineError, Conflict, decode_line, newer
from annotator.storage.line_types import Header
from annotator.storage.regular_file import NO_LINKS, has_other_name, read_regular

LOG_LIMIT = 256 << 20
"""Bytes: a log has fewer; that is about a million events."""

LINKED = (
    "the file has another name elsewhere (a hard link), where each change would be made too; "
    "put a copy in its place, with `cp` and `mv`"
)
"""Why such a log is not written to; it is read like any other, and that is no fault."""

_NEWER = "it was written by a newer annotate"


class Stamp(NamedTuple):
    """By what a file is known again: its inode, its size in bytes, its time of change in ns."""

    inode: int
    size: int
    mtime: int


class LogContents(Struct, frozen=True):
    """What a log holds, in the order of its lines.

    `header` is the first one; `sha256s` are of all: what follows a header is about those bytes of
    the article. `faults` are its bad lines and conflict markers. `newer` says that
    some of it is of a newer annotate. `refused` says why it must not be written to ("" when it
    may). `stamp` is None when there is no such file. `torn` says that the last byte is no line
    feed.
    """

    header: Header | None = None
    sha256s: tuple[str, ...] = ()
    events: list[Event] = field(default_factory=list)
    faults: tuple[Fault, ...] = ()
    newer: bool = False
    refused: str = ""
    stamp: Stamp | None = None
    torn: bool = False


def read_log(path: str, name: str = "", article_id: str | None = None) -> LogContents:
    """Read a log; a missing one is empty. Never raises.

    Args:
        path: where it lies; a symbolic link there is refused.
        name: what to call it in faults; `path` unless given.
        article_id: the article that its header must name.
    """
    name = shown_path(name or path)
    try:
        raw, status = read_regular(path, LOG_LIMIT, NO_LINKS)
    except FileNotFoundError:
        return LogContents()
    except OSError as error:
        reason = cause(error)
        return LogContents(faults=(Fault(name, 0, 0, f"not read: {reason}"),), refused=reason)
    torn = raw[-1:] not in (b"", b"\n")
    reading = _Reading(name, article_id)
    reading.take(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), torn=torn)
    return LogContents(
        reading.header,
        tuple(reading.sha256s),
        reading.events,
        tuple(reading.faults),
        reading.newer,
        reading.refused or (LINKED if has_other_name(path, status) else ""),
        Stamp(status.st_ino, len(raw), status.st_mtime_ns),
        torn,
    )


def stamp_of(path: str) -> Stamp | None:
    """Return what `read_log` would stamp on the file now; None if it is missing."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


class _Reading:
    """One pass over the lines of a log."""

    def __init__(self, name: str, article_id: str | None) -> None:
        self.name = name
        self.article_id = article_id
        self.header: Header | None = None
        self.sha256s: dict[str, None] = {}
        self.events: list[Event] = []
        self.faults: list[Fault] = []
        self.newer = False
        self.refused = ""

    def take(self, lines: list[bytes], *, torn: bool) -> None:
        """Sort the lines into headers, events and faults."""
        keep = self.events.append
        for number, line in enumerate(lines, 1):
            if not line or line.isspace():
                continue
            try:
                said = decode_line(line)
            except BadLineError as bad:
                if torn and number == len(lines) and not bad.newer:
                    self._fault(number, 0, "an unfinished change, which was never called saved")
                else:
                    self._bad(number, bad)
                continue
            if isinstance(said, Event):
                keep(said)
            elif isinstance(said, Header):
                self._head(number, said)
            elif said is Conflict.MARKER:
                self._fault(number, 1, "a conflict marker; the changes on both sides are used")
        if self.header is None and not self.newer:
            self._fault(1, 0, "the header is missing; the next change will add one")

    def _bad(self, number: int, bad: BadLineError) -> None:
        if bad.newer:
            self.newer = True
            self.refused = _NEWER
        self._fault(number, bad.column, f"{bad}; the line is left as it is, and not used")

    def _head(self, number: int, header: Header) -> None:
        self.header = self.header or header
        if header.sha256:
            self.sha256s.pop(header.sha256, None)  # The last one comes last.
            self.sha256s[header.sha256] = None
        if header.annotate > VERSION:
            self._bad(number, newer(f"a header of version {header.annotate}"))
        elif self.article_id is not None and not _same(header.article, self.article_id):
            other = shown_path(header.article)
            self.refused = self.refused or f"it is the log of another article, '{other}'"
            self._fault(number, 0, f"this is the log of another article, '{other}'")

    def _fault(self, number: int, column: int, what: str) -> None:
        self.faults.append(Fault(self.name, number, column, what))


def _same(one: str, other: str) -> bool:
    """Compare names as disks do that store them normalised."""
    return one == other or normalize("NFC", one) == normalize("NFC", other)
