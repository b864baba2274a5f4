"""What a power cut leaves: every state of the disk that the calls before it allow.

Two systems are modelled. A *strict* one keeps a name only when its folder was forced to disk, and
bytes only when their file was; a *journalled* one keeps the name of a file that was forced to disk.
What was not forced may be there, or not, or half; appended bytes may read as NULs.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from disk import Call


class Step(NamedTuple):
    """One change of the disk: `kind` is mkdir, create, write, link, unlink, sync or sync folder.

    `file` numbers the file, `raw` is what was written to it.
    """

    kind: str
    path: str
    file: int = -1
    raw: bytes = b""


class Recorder:
    """Turns calls into steps; to be asked after each call."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._names: dict[str, int] = {}
        self._open: dict[int, int | str] = {}
        self._files = 0

    def see(self, call: Call, result: object) -> None:
        """Take in a call that succeeded."""
        match call.name:
            case "mkdir":
                self.steps.append(Step("mkdir", call.path))
            case "open":
                self._opened(call, int(str(result)))
            case "write":
                raw = bytes(call.given[1])
                self.steps.append(Step("write", call.path, self._file(call), raw))
            case "fsync":
                held = self._open[call.given[0]]
                kind = "sync folder" if isinstance(held, str) else "sync"
                self.steps.append(Step(kind, call.path, held if isinstance(held, int) else -1))
            case "link":
                target = str(call.given[1])
                self._names[target] = self._names[call.path]
                self.steps.append(Step("link", target, self._names[target]))
            case "unlink":
                self._names.pop(call.path)
                self.steps.append(Step("unlink", call.path))

    def _opened(self, call: Call, descriptor: int) -> None:
        if Path(call.path).is_dir():
            self._open[descriptor] = call.path
            return
        if call.path not in self._names:
            self._names[call.path] = self._files
            self._files += 1
            self.steps.append(Step("create", call.path, self._names[call.path]))
        self._open[descriptor] = self._names[call.path]

    def _file(self, call: Call) -> int:
        held = self._open[call.given[0]]
        assert isinstance(held, int)
        return held


class Disk(NamedTuple):
    """The folders, and the bytes of each file by its path."""

    folders: frozenset[str]
    files: tuple[tuple[str, bytes], ...]


def states(steps: Sequence[Step], *, journalled: bool) -> Iterator[Disk]:
    """Yield what may be found after a power cut behind the last of `steps`; each state once."""
    names, data = _pending(steps, journalled=journalled)
    seen: set[Disk] = set()
    for kept in _choices(names):
        for cut in ("all", "half", "none", "zeros"):
            disk = _built(steps, set(names) - kept, {} if cut == "all" else data, cut)
            if disk not in seen:
                seen.add(disk)
                yield disk


def _pending(steps: Sequence[Step], *, journalled: bool) -> tuple[list[int], dict[int, int]]:
    """Return the steps on names that may be lost, and per file the steps from which bytes may."""
    names: list[int] = []
    data: dict[int, int] = {}
    for index, step in enumerate(steps):
        folder = step.path.rpartition("/")[0]
        match step.kind:
            case "mkdir" | "create" | "link" | "unlink":
                names.append(index)
            case "write":
                data.setdefault(step.file, index)
            case "sync":
                data.pop(step.file, None)
                if journalled:
                    names = [n for n in names if steps[n].file != step.file]
            case "sync folder":
                names = [n for n in names if steps[n].path.rpartition("/")[0] != step.path]
        assert folder
    return names, data


def _choices(names: Sequence[int]) -> Iterator[set[int]]:
    """Yield which of the unforced names are kept: each beginning, all but one, one alone."""
    if len(names) <= 4:
        for kept in product((True, False), repeat=len(names)):
            yield {name for name, keep in zip(names, kept, strict=True) if keep}
        return
    for end in range(len(names) + 1):
        yield set(names[:end])
    for name in names:
        yield {name}
        yield set(names) - {name}


def _built(steps: Sequence[Step], lost: set[int], data: dict[int, int], cut: str) -> Disk:
    folders: set[str] = set()
    names: dict[str, int] = {}
    contents: dict[int, bytes] = {}
    for index, step in enumerate(steps):
        if step.kind == "write":
            raw = step.raw
            if index >= data.get(step.file, len(steps)):
                raw = {"half": raw[: len(raw) // 2], "none": b"", "zeros": bytes(len(raw))}[cut]
            contents[step.file] = contents.get(step.file, b"") + raw
        if index in lost:
            continue
        if step.kind == "mkdir":
            folders.add(step.path)
        elif step.kind in ("create", "link"):
            names[step.path] = step.file
        elif step.kind == "unlink":
            names.pop(step.path, None)
    reachable = {folder for folder in folders if _has_way(folder, folders)}
    files = {
        path: contents.get(file, b"")
        for path, file in names.items()
        if path.rpartition("/")[0] in reachable
    }
    return Disk(frozenset(reachable), tuple(sorted(files.items())))


def _has_way(folder: str, folders: set[str]) -> bool:
    """Say whether the folders above are there too, up to the one that always was."""
    above = folder.rpartition("/")[0]
    return folder.endswith("/annotations") or (above in folders and _has_way(above, folders))
