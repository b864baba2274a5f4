"""A project folder to write into, and events to write."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.marking.annotation import Annotation
from annotator.session.event import Event
from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.line_types import Header
from annotator.storage.log_writer import LogWriter
from annotator.storage.project import Project

TEXT = "Ada Lovelace wrote it, said Charles Babbage.\n\nNobody else did.\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the person's own state folder."""
    folder = tmp_path / "state"
    monkeypatch.setenv("ANNOTATE_STATE_DIR", str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with one article."""
    folder = Path(os.path.realpath(tmp_path)) / "project"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "a.txt").write_text(TEXT)
    return folder


@pytest.fixture
def library(root: Path) -> Callable[..., FolderLibrary]:
    """Open a library on the project, as each window does."""

    def make(annotator: str = "ana") -> FolderLibrary:
        return FolderLibrary(Project(str(root)), annotator, "news")

    return make


@pytest.fixture
def put() -> Callable[..., Event]:
    """Make an event that puts an annotation of some words of TEXT."""

    def make(number: int = 1, words: str = "Ada Lovelace", rev: int = 1, **other: object) -> Event:
        start = TEXT.index(words)
        told = {"by": "ana", "ts": f"2026-11-22T18:00:{number % 60:02}.000Z"}
        record = Annotation(
            id=f"id-{number}",
            label="actor",
            start=start,
            end=start + len(words),
            quote=words,
            suffix=TEXT[start + len(words) :][:32],
            **told,
            **other,
        )
        return Event(id=record.id, rev=rev, batch=f"batch-{number}-{rev}", record=record, **told)

    return make


@pytest.fixture
def log(root: Path) -> Path:
    """Where the log of the article is to be."""
    return root / "annotations" / "ana" / "seeds" / "a.txt.jsonl"


@pytest.fixture
def writer(root: Path, log: Path) -> Callable[[], LogWriter]:
    """Open a writer on the log as it is now."""

    def make() -> LogWriter:
        header = Header(annotate=1, article="seeds/a.txt", by="ana")
        return LogWriter(str(root), str(log), header, read_log(str(log)))

    return make
