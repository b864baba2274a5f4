"""Write a folder of files that somebody named: whole or not at all, and over nothing unasked."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from annotator.errors import StorageError, UsageError
from annotator.storage.cause import cause
from annotator.storage.durable import sync_folder
from annotator.storage.project import OWN_FOLDERS, Project, article_path
from annotator.storage.regular_file import TEMPORARY

Files = Iterable[tuple[str, bytes]]


def check_folder(project: Project, path: Path, *, force: bool) -> None:
    """Refuse a folder that must not be written into, before any work is done.

    Raises:
        UsageError: it is a file, holds something, or lies among the logs or the schemas.
    """
    resolved = path.resolve()
    for name in OWN_FOLDERS:
        own = Path(project.root, name)
        if resolved == own or own in resolved.parents:
            raise UsageError(f"'{path}' lies in {name}/, which holds annotate's own files.")
    if resolved == Path(project.root) or resolved in Path(project.root).parents:
        raise UsageError(f"'{path}' holds the project. Name a new folder.")
    if path.is_dir():
        if any(path.iterdir()) and not force:
            raise UsageError(f"'{path}' holds something. --force replaces files of the same names.")
    elif os.path.lexists(path):
        raise UsageError(f"'{path}' is no folder, and this format makes several files.")


def write_folder(project: Project, path: Path, files: Files, *, force: bool) -> int:
    """Write the files under a temporary name and give the folder its name; return how many.

    Raises:
        StorageError: it could not be done; nothing is left behind.
        UsageError: a file would be taken for an article of the project.
    """
    temporary = path.absolute().with_name(f"{TEMPORARY}{os.getpid()}.{os.urandom(4).hex()}")
    inside = Path(project.root) in path.resolve().parents
    try:
        temporary.mkdir(parents=True)
        written = 0
        for name, raw in files:
            if inside and article_path(project.root, f"any{Path(name).suffix}") is not None:
                raise UsageError(
                    f"'{path}' lies in the project, so '{name}' would be taken for an article. "
                    "Choose a folder outside."
                )
            place = temporary / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(raw)
            written += 1
        _name(temporary, path, force=force)
        sync_folder(str(path.parent))
    except OSError as error:
        raise StorageError(f"'{path}' was not written: {cause(error)}.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return written


def _name(temporary: Path, path: Path, *, force: bool) -> None:
    if path.is_dir() and any(path.iterdir()) and force:
        for file in sorted(p for p in temporary.rglob("*") if p.is_file()):
            place = path / file.relative_to(temporary)
            place.parent.mkdir(parents=True, exist_ok=True)
            file.replace(place)
        return
    if path.is_dir():
        path.rmdir()
    temporary.rename(path)
