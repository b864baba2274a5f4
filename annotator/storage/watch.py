"""Notice what others do to an article or to its log while it is on the screen."""

import os
import stat
from typing import NamedTuple

from annotator.storage.event_log import Stamp


class Watched(NamedTuple):
    """An article file as it was read."""

    path: str
    stamp: Stamp | None

    def change(self) -> str:
        """Say what has happened to the file since; "" if nothing."""
        if self.stamp is None:
            return ""
        now = file_stamp(self.path)
        if now is None:
            return "this article's file is gone or was renamed; what is tagged is still saved"
        if now == self.stamp:
            return ""
        return "this article's file has changed; open it anew to work on its new words"


def file_stamp(path: str) -> Stamp | None:
    """Return by what a file is known again, links followed; None if there is no file."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)
