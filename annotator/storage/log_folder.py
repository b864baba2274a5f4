"""The folders that logs lie in: made when the first log needs them, never reached through links."""

import os
import stat
from contextlib import suppress

from annotator.storage.regular_file import CLOSE_ON_EXEC, NO_LINKS, kind

_GIT_ATTRIBUTES = b"*.jsonl merge=union\nnames.tsv merge=union\n"


def obstacle(root: str, path: str) -> str:
    """Say what on the way from `root` to `path` is no real folder; "" if nothing is."""
    for folder in _way(root, path):
        try:
            mode = os.lstat(folder).st_mode
        except OSError:
            return ""
        if not stat.S_ISDIR(mode):
            return f"'{os.path.relpath(folder, root)}' is {kind(mode)}, not a folder"
    return ""


def make_folders(root: str, path: str) -> list[str]:
    """Make the folders from `root` down to `path`; return those whose names need forcing to disk.

    With the first log, git is told to merge logs by keeping the lines of both sides.

    Raises:
        OSError: one of them cannot be made, or is no real folder.
    """
    if in_the_way := obstacle(root, path):
        raise OSError(in_the_way)
    changed = [os.path.dirname(path)]
    for depth, folder in enumerate(_way(root, path)):
        with suppress(FileExistsError):
            os.mkdir(folder)
            changed.append(os.path.dirname(folder))
        if depth == 0:
            _tell_git(folder)
    return changed


def writable(root: str, path: str) -> bool:
    """Say whether a log may be written at `path`, without trying."""
    while not os.path.lexists(path) and path != root:
        path = os.path.dirname(path)
    return os.access(path, os.W_OK | (os.X_OK if os.path.isdir(path) else 0))


def _way(root: str, path: str) -> list[str]:
    """Return the folders below `root` that lead to `path`, from the top."""
    between = os.path.relpath(os.path.dirname(path), root).split(os.sep)
    return [os.path.join(root, *between[:depth]) for depth in range(1, len(between) + 1)]


def _tell_git(annotations: str) -> None:
    """Write the attributes into a folder that holds nothing yet; a failure costs no annotation."""
    with suppress(OSError):
        if os.listdir(annotations):
            return
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINKS | CLOSE_ON_EXEC
        descriptor = os.open(os.path.join(annotations, ".gitattributes"), flags, 0o644)
        with open(descriptor, "wb") as file:
            file.write(_GIT_ATTRIBUTES)
