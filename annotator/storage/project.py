"""The project folder: found from a path; and the articles in it, by their ids.

An article's id is its path from the project folder, with `/`. Where the path is not UTF-8, the id
is `./` and the path in percent form (`./caf%E9.txt`); no other id begins with `./`.
"""

import os
import stat
from collections.abc import Iterator
from heapq import heapify, heappop
from typing import NamedTuple

from annotator.errors import UsageError
from annotator.storage.cause import cause, shown_path

OWN_FOLDERS = ("annotations", "schemas")
_SUFFIXES = (".txt", ".md")
_HEX = "0123456789ABCDEF"


class Project(NamedTuple):
    """A project folder, and what of it a person meant.

    `root` is an absolute path without symbolic links. `articles_under` is the path from there to
    the folder that was named, with `/` ("" for the root). `only` is the id of the one article that
    was named, if it was one.
    """

    root: str
    articles_under: str = ""
    only: str | None = None

    @property
    def meant(self) -> str:
        """What was named: the article's id, else the folder."""
        return self.only or self.articles_under


def find_project(path: str | os.PathLike[str]) -> Project:
    """Return the project that a folder or an article belongs to.

    It is the nearest folder at or above `path` that holds annotations/ or schemas/; else the
    current folder if `path` lies in it; else the parent of `path`.

    Raises:
        UsageError: `path` is neither an article nor a folder that holds one.
    """
    given = os.fspath(path)
    mode = _mode(given)
    place = os.path.realpath(given)
    if stat.S_ISDIR(mode):
        return _around_folder(given, place)
    if not stat.S_ISREG(mode) or not _is_article_name(place):
        raise UsageError(f"'{shown_path(given)}' is not a .txt or .md file, nor a folder of them.")
    if not os.access(place, os.R_OK):
        raise UsageError(f"'{shown_path(given)}' cannot be read: permission denied.")
    root = _root(os.path.dirname(place), place)
    relative = _relative(root, place)
    _refuse_own(given, relative)
    return Project(root, relative.rpartition("/")[0], _id(relative))


def project_folder(path: str | os.PathLike[str]) -> Project:
    """Return the project that a folder belongs to, which need not hold an article yet.

    Raises:
        UsageError: `path` is no folder, or lies in one of annotate's own.
    """
    given = os.fspath(path)
    if not stat.S_ISDIR(_mode(given)):
        raise UsageError(f"'{shown_path(given)}' is not a folder.")
    place = os.path.realpath(given)
    root = _root(place, place)
    project = Project(root, _relative(root, place))
    _refuse_own(given, project.articles_under)
    return project


def article_ids(project: Project) -> list[str]:
    """List the articles that were meant, each folder sorted by code points, folders among files.

    Hidden files, annotations/, schemas/, linked folders, links that lead out of the project and
    folders that may not be read are left out.
    """
    if project.only is not None:
        return [project.only]
    found: list[str] = []
    pending = [(project.articles_under, True)]
    while pending:
        path, is_folder = pending.pop()
        if not is_folder:
            found.append(_id(path))
            continue
        inside = dict(_inside(project.root, path))
        prefix = f"{path}/" if path else ""
        if True in inside.values():
            pending += [(prefix + name, inside[name]) for name in sorted(inside, reverse=True)]
        else:
            found += [_id(prefix + name) for name in sorted(inside)]
    return found


def first_article(project: Project) -> str:
    """Return the first of `article_ids`, without sorting or looking at all of them.

    Raises:
        UsageError: there is none (any more).
    """
    if project.only is not None:
        return project.only
    pending = [(project.articles_under, _names(project.root, project.articles_under))]
    while pending:
        folder, names = pending[-1]
        if not names:
            pending.pop()
            continue
        name = heappop(names)
        path = f"{folder}/{name}" if folder else name
        is_folder = _is_folder(project.root, folder, name)
        if is_folder:
            pending.append((path, _names(project.root, path)))
        elif is_folder is not None:
            return _id(path)
    raise _empty(project.articles_under or project.root)


def article_path(root: str, article_id: str) -> str | None:
    """Return the absolute path of an article, or None for an id that no article can have."""
    path = _unescaped(article_id[2:]) if article_id.startswith("./") else article_id
    parts = path.split("/")
    if not all(parts) or {".", ".."} & set(parts) or "\0" in path or _id(path) != article_id:
        return None
    if not _is_article_name(path) or parts[0] in OWN_FOLDERS:
        return None
    if os.sep != "/" and (os.sep in path or ":" in path):
        return None
    return os.path.join(root, *parts)


def is_below(root: str, path: str) -> bool:
    """Say whether `path`, its links followed, lies below `root`."""
    return os.path.realpath(path).startswith(os.path.join(root, ""))


def _around_folder(given: str, place: str) -> Project:
    try:
        os.scandir(place).close()
    except OSError as error:
        raise UsageError(f"'{shown_path(given)}' cannot be read: {cause(error)}.") from None
    root = _root(place, place)
    project = Project(root, _relative(root, place))
    _refuse_own(given, project.articles_under)
    if not _holds_article(project):
        raise _empty(given)
    return project


def _refuse_own(given: str, relative: str) -> None:
    if relative.split("/", maxsplit=1)[0] in OWN_FOLDERS:
        shown = f"'{shown_path(given)}' lies in a folder of annotate's own files"
        raise UsageError(f"{shown}. Name an article or a folder of articles.")


def _mode(given: str) -> int:
    try:
        return os.stat(given).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UsageError(f"There is no file or folder '{shown_path(given)}'.") from None
    except OSError as error:
        raise UsageError(f"'{shown_path(given)}' cannot be read: {cause(error)}.") from None


def _root(folder: str, place: str) -> str:
    above = folder
    while not any(os.path.isdir(os.path.join(above, name)) for name in OWN_FOLDERS):
        if above == os.path.dirname(above):
            return _current_or_parent(place)
        above = os.path.dirname(above)
    return above


def _current_or_parent(place: str) -> str:
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # The current folder may have been deleted.
        return os.path.dirname(place)
    return here if place == here or is_below(here, place) else os.path.dirname(place)


def _relative(root: str, place: str) -> str:
    relative = os.path.relpath(place, root).replace(os.sep, "/")
    return "" if relative == "." else relative


def _inside(root: str, folder: str) -> Iterator[tuple[str, bool]]:
    """Yield, in no order, the names that are articles (False) or may hold some (True)."""
    try:
        entries = os.scandir(os.path.join(root, folder))
    except OSError:
        return
    with entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if _is_article_name(name) and entry.is_file(follow_symlinks=False):
                yield name, False  # Nearly all are, so nothing more is asked of them.
                continue
            is_folder = _is_folder(root, folder, name)
            if is_folder is not None:
                yield name, is_folder


def _is_folder(root: str, folder: str, name: str) -> bool | None:
    """Say whether a name is a folder that may hold articles; None if it is no article either."""
    path = os.path.join(root, folder, name)
    if name[0] == "." or (not folder and name in OWN_FOLDERS):
        return None
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            is_article = stat.S_ISREG(os.stat(path).st_mode) and is_below(root, path)
        else:
            is_article = stat.S_ISREG(mode)
    except OSError:
        return None
    if stat.S_ISDIR(mode):
        return True
    return False if is_article and _is_article_name(name) else None


def _names(root: str, folder: str) -> list[str]:
    """Return what is in a folder as a heap; empty if it may not be read."""
    try:
        names = os.listdir(os.path.join(root, folder))
    except OSError:
        return []
    heapify(names)
    return names


def _holds_article(project: Project) -> bool:
    pending = [project.articles_under]
    while pending:
        folder = pending.pop()
        for name, is_folder in _inside(project.root, folder):
            if not is_folder:
                return True
            pending.append(f"{folder}/{name}" if folder else name)
    return False


def _is_article_name(name: str) -> bool:
    return name.endswith(_SUFFIXES) or name.lower().endswith(_SUFFIXES)


def _id(path: str) -> str:
    if path.isascii():
        return path
    try:
        path.encode()
    except UnicodeEncodeError:
        return "./" + "".join(_percent(character) for character in path)
    return path


def _percent(character: str) -> str:
    if character != "%" and not "\udc80" <= character <= "\udcff":
        return character
    byte = ord(character) & 0xFF
    return f"%{_HEX[byte >> 4]}{_HEX[byte & 15]}"


def _unescaped(path: str) -> str:
    first, *rest = path.split("%")
    try:
        raw = b"".join(bytes((int(part[:2], 16),)) + part[2:].encode() for part in rest)
        return os.fsdecode(first.encode() + raw)
    except ValueError:
        return ""


def _empty(shown: str) -> UsageError:
    return UsageError(f"There is no .txt or .md file in '{shown_path(shown)}' or below it.")
