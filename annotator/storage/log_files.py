"""All logs of a project, of all annotators: for the readers that need no session."""

import os
import re
import stat
from collections.abc import Iterator
from typing import NamedTuple

from annotator.errors import Fault, UsageError
from annotator.storage.cause import cause, shown_path
from annotator.storage.log_folder import obstacle
from annotator.storage.log_path import FOLDER, NAMES, SUFFIX, annotator_of
from annotator.storage.project import Project
from annotator.storage.regular_file import kind

_SIBLING = re.compile(r"(.*?)(?:\.r([1-9]\d{0,5}))?\.jsonl", re.DOTALL)


class LogFile(NamedTuple):
    """A log: whose it is by its folder, its path, and its path from the project folder with `/`.

    Which article it is of, its header says.
    """

    annotator: str
    path: str
    name: str


def annotators(project: Project) -> list[str]:
    """Return the names of all who have a folder of logs, sorted.

    Raises:
        UsageError: annotations/ is a link, or a folder in it cannot be read.
    """
    return [annotator_of(folder) for folder in _folders(project)]


def logs(project: Project, only: str | None = None) -> Iterator[LogFile]:
    """Yield the logs by annotator (or of one of them), then by path; siblings of a log follow it.

    Linked folders are left out; what else is no regular file is refused by `read_log`, by name.

    Raises:
        UsageError: annotations/ is a link, or a folder in it cannot be read.
    """
    for folder in _folders(project):
        annotator = annotator_of(folder)
        if only not in (None, annotator):
            continue
        for name in _below(project.root, f"{FOLDER}/{folder}"):
            yield LogFile(annotator, os.path.join(project.root, name), name)


def strays(project: Project) -> Iterator[Fault]:
    """Yield what in annotations/ may hold annotations and is passed over: links are not followed.

    For one article alone only annotations/ itself is looked at.
    """
    return (fault for fault, is_stray in _passed_over(project) if is_stray)


def leftovers(project: Project) -> Iterator[Fault]:
    """Yield the files among the logs that are none."""
    return (fault for fault, is_stray in _passed_over(project) if not is_stray)


def _passed_over(project: Project) -> Iterator[tuple[Fault, bool]]:
    pending = [FOLDER]
    while pending:
        folder = pending.pop()
        if not os.path.isdir(os.path.join(project.root, folder)):
            continue
        for entry in sorted(_entries(project.root, folder), key=lambda entry: entry.name):
            name = f"{folder}/{entry.name}"
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                pending += [name] if project.only is None else []
            elif what := _why_passed_over(entry, mode, within=folder != FOLDER):
                is_stray = _is_log(entry) or not stat.S_ISREG(mode)
                yield Fault(shown_path(name), 0, 0, what), is_stray


def _why_passed_over(entry: "os.DirEntry[str]", mode: int, *, within: bool) -> str:
    """Say why something in annotations/ is no log; `within`: in the folder of an annotator."""
    if not stat.S_ISREG(mode):
        what = f"it is {kind(mode)}, and is passed over; put a real file or folder there"
        return "" if within and _is_log(entry) else what
    if entry.name.startswith("."):
        return ""
    if not within:
        what = "a log in the folder of nobody, and is passed over; move it to an annotator's"
        return what if _is_log(entry) else ""
    known = _is_log(entry) or entry.name == NAMES
    return "" if known else "no log, and is passed over; a folder of logs may belong there"


def _folders(project: Project) -> list[str]:
    if reason := obstacle(project.root, os.path.join(project.root, FOLDER, "any")):
        raise UsageError(f"{reason}. Put a real folder there: annotate follows no link inside.")
    if not os.path.lexists(os.path.join(project.root, FOLDER)):
        return []
    entries = _entries(project.root, FOLDER)
    return sorted(entry.name for entry in entries if _is_folder(entry))


def _below(root: str, folder: str) -> Iterator[str]:
    pending = [(folder, True)]
    while pending:
        path, is_folder = pending.pop()
        if not is_folder:
            yield path
            continue
        inside = {
            entry.name: _is_folder(entry)
            for entry in _entries(root, path)
            if _is_folder(entry) or _is_log(entry)
        }
        names = sorted(inside, key=_siblings_together, reverse=True)
        pending += [(f"{path}/{name}", inside[name]) for name in names]


def _entries(root: str, folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(os.path.join(root, folder)) as entries:
            return list(entries)
    except OSError as error:
        raise UsageError(f"'{shown_path(folder)}' cannot be read: {cause(error)}.") from None


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")


def _is_log(entry: "os.DirEntry[str]") -> bool:
    return entry.name.endswith(SUFFIX) and not entry.name.startswith(".")


def _siblings_together(name: str) -> tuple[str, int]:
    found = _SIBLING.fullmatch(name)
    return (found[1], int(found[2] or 0)) if found else (name, 0)
