"""Let one window write to a log, and say which one does.

The lock is the system's own, on a file in the state folder, and ends with its process, so none is
ever stale. Where no lock can be had because no folder for it can be written, writing goes on
without: appended lines of two windows do not harm each other.
"""

import json
import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from annotator.storage.state_folder import usable_folder
from annotator.text.display import display_line

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Held(NamedTuple):
    """Somebody else holds the lock; `holder` says who, in words."""

    holder: str


class Lock:
    """A lock that is held until `release` or the end of the process."""

    def __init__(self, native: "BaseFileLock | None" = None) -> None:
        self._native = native

    def release(self) -> None:
        """Let another window write."""
        if self._native is not None:
            self._native.release()


def take(log_path: str) -> Lock | Held:
    """Lock a log for writing, or say at once who holds it."""
    from filelock import FileLock, Timeout  # Slow to import, and needed only here.

    try:
        place = os.path.join(usable_folder("locks"), sha256(os.fsencode(log_path)).hexdigest()[:32])
        native = FileLock(f"{place}.lock", timeout=0, thread_local=False)
        native.acquire()
    except Timeout:
        return Held(_holder(f"{place}.json"))
    except (OSError, NotImplementedError):
        return Lock()
    _sign(f"{place}.json")
    return Lock(native)


def _sign(path: str) -> None:
    """Say who holds the lock; a failure leaves only the message poorer."""
    from getpass import getuser
    from socket import gethostname

    signature = {"user": "", "host": "", "pid": os.getpid()}
    with suppress(OSError, KeyError, ImportError):
        signature["user"] = getuser()
    with suppress(OSError):
        signature["host"] = gethostname()
    signature["since"] = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
    temporary = f"{path}.{os.getpid()}"
    with suppress(OSError):
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(signature, file)
        os.replace(temporary, path)


def _holder(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            said = json.loads(file.read(4096))
        words = f"{said['user']} on {said['host']} (process {said['pid']}) since {said['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another window"
    return display_line(words)
