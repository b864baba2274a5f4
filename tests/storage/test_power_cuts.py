"""A power cut after any call: of all states that the disk may be in, none lacks what was saved."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from disk import Call, Run, watched
from power import Disk, Recorder, states

from annotator.session.event import Event
from annotator.storage import durable, log_writer
from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.own_log import chain_of
from annotator.storage.project import Project

ARTICLE = "seeds/a.txt"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the real disk, which keeps everything here anyway."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


def worked(root: Path, put: Callable[..., Event]) -> tuple[Recorder, list[tuple[int, Event]]]:
    """Save four changes; return the steps on the disk, and after which each was called saved."""
    recorder = Recorder()
    saved: list[tuple[int, Event]] = []

    def see(call: Call, run: Run) -> object:
        result = run()
        recorder.see(call, result)
        return result

    library = FolderLibrary(Project(str(root)), "ana", "news")
    library.open(ARTICLE)
    with watched(root, see):
        for number in range(4):
            library.save(ARTICLE, [put(number)])
            saved.append((len(recorder.steps), put(number)))
    library.close(ARTICLE)
    shutil.rmtree(root / "annotations")
    return recorder, saved


def lay(root: Path, disk: Disk) -> None:
    shutil.rmtree(root / "annotations", ignore_errors=True)
    for folder in sorted(disk.folders):
        Path(folder).mkdir()
    for path, raw in disk.files:
        Path(path).write_bytes(raw)


def looked_at(root: Path, put: Callable[..., Event], *, journalled: bool) -> tuple[int, int]:
    """Return how many states there are, and in how many something that was saved is missing."""
    recorder, saved = worked(root, put)
    log = root / "annotations/ana/seeds/a.txt.jsonl"
    count = lacking = 0
    for end in range(len(recorder.steps) + 1):
        told = [event for after, event in saved if after <= end]
        for disk in states(recorder.steps[:end], journalled=journalled):
            lay(root, disk)
            kept = [e for path in chain_of(str(log)) for e in read_log(path).events]
            assert all(event in [one for _, one in saved] for event in kept)
            count += 1
            lacking += any(event not in kept for event in told)
    return count, lacking


@pytest.mark.parametrize("journalled", [False, True])
def test_what_was_called_saved_is_there_in_every_state(root: Path, put, tally, journalled: bool):
    count, lacking = looked_at(root, put, journalled=journalled)
    assert lacking == 0
    assert count > 90
    tally("states of the disk that a power cut can leave", count)
    tally("acknowledged changes lost in them", lacking)


def test_work_goes_on_after_a_power_cut(root: Path, put):
    """In the state that is worst after each step: nothing that was not forced is there."""
    recorder, saved = worked(root, put)
    log = root / "annotations/ana/seeds/a.txt.jsonl"
    for end in range(len(recorder.steps) + 1):
        *_, worst = states(recorder.steps[:end], journalled=False)
        lay(root, worst)
        before = dict(worst.files).get(str(log), b"")
        library = FolderLibrary(Project(str(root)), "ana", "news")
        assert library.open(ARTICLE).read_only == ""
        library.save(ARTICLE, [put(50)])
        library.close(ARTICLE)
        assert log.read_bytes().startswith(before)
        kept = read_log(str(log)).events
        assert put(50) in kept
        assert all(event in kept for after, event in saved if after <= end)


def test_the_model_finds_what_is_wrong(root: Path, put, monkeypatch: pytest.MonkeyPatch):
    """Without one of its `fsync` calls the same work would lose something."""
    for forgotten in ((durable, "sync"), (log_writer, "sync"), (log_writer, "sync_folder")):
        with monkeypatch.context() as careless:
            careless.setattr(*forgotten, lambda _: None)
            assert looked_at(root, put, journalled=False)[1] > 0
        shutil.rmtree(root / "annotations", ignore_errors=True)
