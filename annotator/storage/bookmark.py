"""Where an annotator stopped reading. Kept in the state folder; read before anything is shown."""

import os
from contextlib import suppress
from hashlib import sha256

from annotator.storage.state_folder import make_folder, state_folder

_FOLDER = "bookmarks"
_LIMIT = 1 << 16
"""Bytes: a bookmark is an offset and a path."""


def read_bookmark(root: str, annotator: str, folder: str) -> tuple[str, int] | None:
    """Return the id of the article and the offset in code points, if they are known.

    The article may be gone or shorter now. Never raises.
    """
    try:
        with open(_path(root, annotator, folder), "rb") as file:
            offset, _, article_id = file.read(_LIMIT).decode().partition("\n")
        return (article_id, int(offset)) if article_id and offset.isdecimal() else None
    except (OSError, ValueError):
        return None


def write_bookmark(root: str, annotator: str, folder: str, article_id: str, offset: int) -> None:
    """Remember where the annotator stopped in what was named as `folder`. Never raises."""
    with suppress(OSError, ValueError):
        make_folder(_FOLDER)
        path = _path(root, annotator, folder)
        temporary = f"{path}.{os.getpid()}"
        with open(temporary, "wb") as file:
            file.write(f"{offset}\n{article_id}".encode())
        os.replace(temporary, path)


def _path(root: str, annotator: str, folder: str) -> str:
    key = f"{root}\0{annotator}\0{folder}".encode(errors="surrogateescape")
    return os.path.join(state_folder(), _FOLDER, sha256(key).hexdigest()[:32])
