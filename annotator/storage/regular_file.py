"""Open regular files only: a pipe cannot hang the program, and a device cannot fill its memory."""

import os
import stat
from contextlib import suppress

CLOSE_ON_EXEC = getattr(os, "O_CLOEXEC", 0)
NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_PLAIN = CLOSE_ON_EXEC | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)

TEMPORARY = ".~"
"""What the names of files begin with that are being made."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFLNK: "a symbolic link",
}


class TooLargeError(OSError):
    """A file that is not read because it has more bytes than the limit."""


def open_regular(path: str, flags: int = os.O_RDONLY) -> tuple[int, os.stat_result]:
    """Open a file and return its descriptor and status.

    Raises:
        OSError: it cannot be opened, or (without errno) it is not a regular file.
    """
    descriptor = os.open(path, flags | _PLAIN | _BINARY)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise OSError(f"it is {kind(status.st_mode)}, not a file")
    return descriptor, status


def read_regular(path: str, limit: int, flags: int = 0) -> tuple[bytes, os.stat_result]:
    """Return all bytes of a file of fewer than `limit` bytes, and its status before the reading.

    Raises:
        OSError: as `open_regular`.
        TooLargeError: the file is too large.
    """
    descriptor, status = open_regular(path, os.O_RDONLY | flags)
    with open(descriptor, "rb", buffering=0) as file:
        if status.st_size < limit:
            raw = file.readall()
            if len(raw) < limit:
                return raw, status
    raise TooLargeError(f"it is {_size(limit)} or more")


def has_other_name(path: str, status: os.stat_result) -> bool:
    """Say whether what is written to a file would be in a file of another name, too.

    The temporary names beside it, which a kill in the midst of making it leaves, are its own.
    """
    if status.st_nlink < 2:  # noqa: PLR2004 - a name of its own, and another one
        return False
    own = 0
    with suppress(OSError), os.scandir(os.path.dirname(path)) as beside:
        own = sum(e.name.startswith(TEMPORARY) and e.inode() == status.st_ino for e in beside)
    return status.st_nlink > 1 + own


def kind(mode: int) -> str:
    """Name the kind of thing that a mode describes, with its article: "a named pipe"."""
    return _KINDS.get(stat.S_IFMT(mode), "something else")


def _size(limit: int) -> str:
    if limit % (1 << 20) == 0:
        return f"{limit >> 20} MiB"
    return f"{limit // 1_000_000} MB" if limit % 1_000_000 == 0 else f"{limit:,} bytes"
