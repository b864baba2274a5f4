"""Force files and folders to disk, and make new files whole or not at all."""

import errno
import os
from contextlib import suppress

from annotator.storage.regular_file import CLOSE_ON_EXEC, NO_LINKS, TEMPORARY

try:
    from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined, unused-ignore] # macOS only
except ImportError:  # Only macOS has it, and its fsync does not reach the disk.
    F_FULLFSYNC = None

_UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.ENOTTY, errno.EBADF}


def sync(descriptor: int) -> None:
    """Return when the file's bytes are on the disk.

    Raises:
        OSError: they may be lost. Trying again proves nothing: the system forgets what it lost.
    """
    if F_FULLFSYNC is not None:
        try:
            fcntl(descriptor, F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        else:
            return
    os.fsync(descriptor)


def sync_folder(path: str) -> None:
    """Return when the names in a folder are on the disk."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows opens no folders, and keeps names in a journal.
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | CLOSE_ON_EXEC)
    try:
        sync(descriptor)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:  # Some file systems cannot be asked.
            raise
    finally:
        os.close(descriptor)


def write_once(descriptor: int, raw: bytes) -> None:
    """Write all of `raw` with one call, so that no other writer's bytes come between.

    Raises:
        OSError: less than that was written.
    """
    if os.write(descriptor, raw) != len(raw):
        raise OSError(errno.ENOSPC, "only a part was written")


def create(path: str, raw: bytes) -> os.stat_result:
    """Make a file under a temporary name, force it to disk, and only then give it its name.

    The folder is not forced to disk; see `sync_folder`.

    Raises:
        FileExistsError: something has that name already.
        OSError: it could not be made.
    """
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f"{TEMPORARY}{os.getpid()}.{os.urandom(4).hex()}")
    try:
        status = _write_new(temporary, raw)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # This disk has no hard links.
            status = _write_new(path, raw)
        return status
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def replace(path: str, raw: bytes) -> None:
    """Give a file other contents, on disk when this returns: whole, or not at all.

    Raises:
        OSError: it could not be done; what was there is still there.
    """
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f"{TEMPORARY}{os.getpid()}.{os.urandom(4).hex()}")
    try:
        _write_new(temporary, raw)
        os.replace(temporary, path)
        sync_folder(folder)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _write_new(path: str, raw: bytes) -> os.stat_result:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINKS | CLOSE_ON_EXEC
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o644)
    try:
        write_once(descriptor, raw)
        sync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)
