"""Changes that could not be saved, kept outside the project until somebody puts them back."""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256

from annotator.errors import StorageError
from annotator.storage.cause import cause, shown_path
from annotator.storage.durable import create, sync_folder
from annotator.storage.log_path import SUFFIX
from annotator.storage.state_folder import make_folder, state_folder

MEMORY = "/dev/shm"  # noqa: S108 - a folder of one's own is made in it
"""Where some systems keep files in memory: there is space when every disk is full."""

_FOLDER = "rescue"


def write_rescue(root: str, log: str, raw: bytes) -> str:
    """Force lines that belong into a log of the project `root` to disk, wherever there is space.

    The places are the state folder, then a new folder of the person's own among the temporary
    files, in memory or at home. Returns the path.

    Raises:
        StorageError: no place could take them; it names every cause.
    """
    stem = f"{os.path.basename(log).removesuffix(SUFFIX)}.{_project(root)}"
    name = f"{stem}.{os.getpid()}-{os.urandom(4).hex()}{SUFFIX}"
    causes = []
    for place in _places():
        try:
            return _write(place, name, raw)
        except OSError as error:
            causes.append(f"{shown_path(place)}: {cause(error)}")
    raise StorageError(f"Not rescued: {'; '.join(causes)}.")


def rescue_files(root: str) -> list[str]:
    """Return the paths of the files in the state folder that belong to the project `root`."""
    folder = os.path.join(state_folder(), _FOLDER)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    mark = _project(root)
    return [
        os.path.join(folder, name)
        for name in names
        if name.endswith(SUFFIX) and name.split(".")[-3:-2] == [mark]
    ]


def _project(root: str) -> str:
    """Return what tells the files of one project folder from those of another."""
    return sha256(root.encode(errors="surrogateescape")).hexdigest()[:8]


def _places() -> Iterator[str]:
    from tempfile import gettempdir

    yield state_folder()
    with suppress(OSError):  # It looks for a disk with space, and there may be none.
        yield gettempdir()
    if os.path.isdir(MEMORY):
        yield MEMORY
    yield os.path.expanduser("~")


def _write(place: str, name: str, raw: bytes) -> str:
    from tempfile import mkdtemp

    shared = place != state_folder()
    folder = mkdtemp(prefix="annotate-rescue-", dir=place) if shared else make_folder(_FOLDER)
    path = os.path.join(folder, name)
    try:
        create(path, raw)
        sync_folder(folder)
    except OSError:
        with suppress(OSError):
            os.unlink(path)
        if shared:
            with suppress(OSError):
                os.rmdir(folder)
        raise
    return path
