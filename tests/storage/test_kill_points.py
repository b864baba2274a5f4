"""kill -9 before, half way through and after each call that reaches the project folder.

Each time a process of its own works until it is killed there; what it called saved must be found,
nothing else may be lost, and the next window goes on without a question.
"""

import os
import shutil
import signal
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from disk import Call, Run, counted, watched

from annotator.session.event import Event
from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork"),
]

ARTICLE, OTHER = "seeds/a.txt", "seeds/b.txt"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the real disk, which keeps everything here anyway."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


def work(root: Path, put: Callable[..., Event], tell: Callable[[str], None]) -> None:
    """Save changes of two articles, an undo and an act of many; tell of each when it is saved."""
    library = FolderLibrary(Project(str(root)), "ana", "news")
    library.open(ARTICLE)
    for number in (1, 2):
        library.save(ARTICLE, [put(number)])
        tell(f"{ARTICLE} id-{number} 1")
    undone = put(2, rev=2)
    library.save(ARTICLE, [Event(**{**as_dict(undone), "record": None, "undoes": "batch-2-1"})])
    tell(f"{ARTICLE} id-2 2")
    library.close(ARTICLE)
    library.open(OTHER)
    library.save(OTHER, [put(number) for number in range(3, 9)])
    for number in range(3, 9):
        tell(f"{OTHER} id-{number} 1")
    library.close(OTHER)


def as_dict(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in Event.__struct_fields__}


def killed_at(root: Path, put: Callable[..., Event], number: int, when: str) -> list[str]:
    """Work in a child that is killed at a call; return what it had called saved."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # No thread of ours is in a lock.
        child = os.fork()
    if child == 0:
        write = os.write
        try:
            with watched(root, killing(number, when)):
                work(root, put, lambda line: write(writing, f"{line}\n".encode()))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        acknowledged = told.read().splitlines()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return acknowledged


def killing(number: int, when: str) -> Callable[[Call, Run], object]:
    write = os.write

    def act(call: Call, run: Run) -> object:
        if call.number != number:
            return run()
        if when == "half way" and call.name == "write":
            descriptor, raw = call.given
            write(descriptor, raw[: len(raw) // 2])
        elif when == "after":
            run()
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    return act


def points(root: Path, put: Callable[..., Event]) -> Iterator[tuple[Call, str]]:
    calls = counted(root, lambda: work(root, put, lambda _: None))
    shutil.rmtree(root / "annotations")
    for call in calls:
        yield call, "before"
        if call.name == "write":
            yield call, "half way"
    yield calls[-1], "after"


def test_nothing_that_was_called_saved_is_lost(root: Path, put: Callable[..., Event], tally):
    (root / OTHER).write_bytes((root / ARTICLE).read_bytes())
    count = 0
    for call, when in points(root, put):
        acknowledged = killed_at(root, put, call.number, when)
        for article in (ARTICLE, OTHER):
            log = root / "annotations" / "ana" / f"{article}.jsonl"
            kept = {f"{article} {e.id} {e.rev}" for e in read_log(str(log)).events}
            told = {line for line in acknowledged if line.startswith(article)}
            assert told <= kept, (call, when)
            before = log.read_bytes() if log.exists() else b""
            assert_goes_on(root, article, put)
            assert log.read_bytes().startswith(before)
        shutil.rmtree(root / "annotations", ignore_errors=True)
        count += 1
    assert count > 100
    tally("kill points: before, amid and after calls of the disk", count)


def assert_goes_on(root: Path, article: str, put: Callable[..., Event]) -> None:
    """Open again, without a question, and save."""
    library = FolderLibrary(Project(str(root)), "ana", "news")
    opened = library.open(article)
    assert opened.read_only == ""
    assert len(opened.faults) <= 1
    library.save(article, [put(99)])
    library.close(article)
