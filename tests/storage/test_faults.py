"""Every call that a save makes fails once, with every error: nothing is lost, and it recovers."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from disk import Call, Run, counted, watched

from annotator.errors import StorageError
from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.own_log import chain_of
from annotator.storage.project import Project

ARTICLE = "seeds/a.txt"
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the real disk, which keeps everything here anyway."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


class Desk:
    """A library with an article open, and the events that it has called saved."""

    def __init__(self, root: Path, put) -> None:
        self.library = FolderLibrary(Project(str(root)), "ana", "news")
        self.library.open(ARTICLE)
        self.log = root / "annotations/ana/seeds/a.txt.jsonl"
        self.acknowledged = []
        self.refused = 0
        self.events = [put(number) for number in range(1, 4)]

    def save_all(self) -> None:
        """Save one by one, each again until it is saved, as the saver does."""
        for event in self.events:
            for _ in range(4):
                try:
                    self.library.save(ARTICLE, [event])
                except StorageError:
                    self.refused += 1
                else:
                    self.acknowledged.append(event)
                    break

    def is_kept(self) -> bool:
        """Say whether all that was called saved can be read."""
        kept = [e for path in chain_of(str(self.log)) for e in read_log(path).events]
        return all(event in kept for event in self.acknowledged)


def fresh(root: Path, begun: bool, put) -> Desk:
    shutil.rmtree(root / "annotations", ignore_errors=True)
    if begun:
        first = FolderLibrary(Project(str(root)), "ana", "news")
        first.open(ARTICLE)
        first.save(ARTICLE, [put(9)])
        first.close(ARTICLE)
    return Desk(root, put)


def bytes_of(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*.jsonl")}


@pytest.mark.parametrize("begun", [False, True])
def test_each_call_fails_once_with_each_error(root: Path, put, tally, begun: bool):
    calls = counted(root, fresh(root, begun, put).save_all)
    assert {"open", "write", "fsync", "lstat", "close"} <= {call.name for call in calls}
    for number in range(len(calls)):
        for error in ERRORS:
            desk = fresh(root, begun, put)
            before = bytes_of(root)

            def fail(call: Call, run: Run, number=number, error=error) -> object:
                if call.number == number:
                    if call.name == "close":
                        run()
                    raise OSError(error, os.strerror(error))
                return run()

            with watched(root, fail):
                desk.save_all()
            assert desk.acknowledged == desk.events, (calls[number], error)
            assert desk.refused <= 1
            assert desk.is_kept()
            for path, raw in before.items():
                assert Path(path).read_bytes().startswith(raw)
            desk.library.close(ARTICLE)
            tally("errors injected into calls of the disk, one at a time")


@pytest.mark.parametrize("begun", [False, True])
def test_each_call_fails_until_the_cause_is_gone(root: Path, put, tally, begun: bool):
    """Nothing is called saved that is not, and the first save afterwards saves."""
    calls = counted(root, fresh(root, begun, put).save_all)
    for number in range(len(calls)):
        for error in (errno.ENOSPC, errno.EIO):
            desk = fresh(root, begun, put)

            def fail(call: Call, run: Run, number=number, error=error) -> object:
                changes = call.name in ("write", "fsync", "link", "mkdir", "open")
                if call.number >= number and changes:
                    raise OSError(error, os.strerror(error))
                return run()

            with watched(root, fail):
                desk.save_all()
            assert desk.is_kept()
            saved = len(desk.acknowledged)
            desk.events = desk.events[saved:]
            desk.refused = 0
            desk.save_all()
            assert not desk.refused
            assert len(desk.acknowledged) == 3
            desk.library.close(ARTICLE)
            tally("errors injected that last until the cause is gone")


@pytest.mark.parametrize("begun", [False, True])
def test_each_write_stops_half_way(root: Path, put, tally, begun: bool):
    calls = counted(root, fresh(root, begun, put).save_all)
    for number in [call.number for call in calls if call.name == "write"]:
        for share in (0.0, 0.5, 0.99):
            desk = fresh(root, begun, put)
            write = os.write

            def cut(call: Call, run: Run, number=number, share=share, write=write) -> object:
                if call.number != number:
                    return run()
                descriptor, raw = call.given
                return write(descriptor, raw[: int(len(raw) * share)])

            with watched(root, cut):
                desk.save_all()
            assert desk.acknowledged == desk.events
            assert desk.is_kept()
            desk.library.close(ARTICLE)
            tally("writes cut short")


def test_a_fault_of_the_disk_while_reading_is_told(root: Path, put, tally):
    """What cannot be looked at opens read-only or is refused in words; nothing crashes."""
    fresh(root, True, put).library.close(ARTICLE)
    library = FolderLibrary(Project(str(root)), "ana", "news")
    annotations = root / "annotations"
    calls = counted(annotations, lambda: library.open(ARTICLE))
    library.close(ARTICLE)
    for number in range(len(calls)):
        for error in (errno.EIO, errno.EACCES, errno.ESTALE):

            def fail(call: Call, run: Run, number=number, error=error) -> object:
                if call.number == number:
                    raise OSError(error, os.strerror(error))
                return run()

            with watched(annotations, fail):
                opened = library.open(ARTICLE)
            library.close(ARTICLE)
            assert opened.read_only or len(opened.state.annotations) == 1, calls[number]
            tally("errors injected while reading")
