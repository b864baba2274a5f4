"""A project folder for one test, and windows on it that end with the test."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from harmless_bytes import check_bytes, whole_sequences
from window import Project

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts whole processes."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def project(tmp_path: Path, tally) -> Iterator[Project]:
    """A project whose windows sent nothing to the terminal but what is on the list."""
    with ExitStack() as windows:
        given = Project(tmp_path.resolve(), windows)
        yield given
        for window in given.windows:
            whole = whole_sequences(window.output)
            check_bytes(whole)
            tally("bytes that reached a terminal, each looked at", len(whole))


@pytest.fixture
def news(project: Project) -> Project:
    """A project with one short article."""
    text = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"
    project.write("seeds/kamenik.txt", text)
    return project
