"""Write lines to a file that somebody named: whole or not at all, and over nothing unasked."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotator.errors import StorageError, UsageError
from annotator.storage.cause import cause
from annotator.storage.durable import sync, sync_folder
from annotator.storage.project import OWN_FOLDERS, Project, article_path
from annotator.storage.regular_file import CLOSE_ON_EXEC, NO_LINKS, TEMPORARY, kind


def check_output(project: Project, path: Path, *, force: bool) -> None:
    """Refuse a path that must not be written to, before any work is done.

    Raises:
        UsageError: it exists and is not to be replaced, is no file, is or would be an article, or
            lies among the logs or the schemas.
    """
    _spare_project(project, path)
    try:
        mode = path.lstat().st_mode
    except OSError:
        return
    if not stat.S_ISREG(mode):
        raise UsageError(f"'{path}' is {kind(mode)}, and only a file can be replaced.")
    if not force:
        raise UsageError(f"'{path}' exists. --force replaces it.")


def write_output(path: Path, lines: Iterable[bytes], *, force: bool) -> int:
    """Write the lines under a temporary name, force them to disk, and give them their name.

    Returns how many there were; some may come in one piece.

    Raises:
        StorageError: it could not be done; nothing is left behind.
    """
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}.{os.urandom(4).hex()}")
    try:
        written = _write(temporary, lines)
        if force:
            temporary.replace(path)
        else:
            _name(temporary, path)
        sync_folder(str(path.parent))
    except OSError as error:
        raise StorageError(f"'{path}' was not written: {cause(error)}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    return written


def _spare_project(project: Project, path: Path) -> None:
    """Refuse what `--force` must not replace, and what would be taken for an article."""
    root = Path(project.root)
    folders = (path.parent.resolve() / path.name).parents
    for name in OWN_FOLDERS:
        if any(_is_same(folder, root / name) for folder in folders):
            raise UsageError(f"'{path}' lies in {name}/, which holds annotate's own files.")
    is_article = article_path(project.root, f"any{path.suffix}") is not None
    if is_article and any(_is_same(folder, root) for folder in folders):
        raise UsageError(
            f"'{path}' is or would be an article of the project. "
            "Choose another ending than .txt or .md, or another folder."
        )


def _is_same(one: Path, other: Path) -> bool:
    """Say whether two paths are one folder, on a disk that may not tell upper from lower case."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _write(path: Path, lines: Iterable[bytes]) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINKS | CLOSE_ON_EXEC
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o666)
    written = 0
    with os.fdopen(descriptor, "wb") as file:
        for line in lines:
            file.write(line)
            written += line.count(b"\n")
        file.flush()
        sync(file.fileno())
    return written


def _name(temporary: Path, path: Path) -> None:
    """Give the file its name unless something has taken it meanwhile."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # This disk has no hard links.
        if os.path.lexists(path):
            raise
        temporary.replace(path)
