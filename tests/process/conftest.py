"""A project folder for one test, and windows on it that end with the test."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from window import Project

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts whole processes."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with ExitStack() as windows:
        yield Project(tmp_path.resolve(), windows)


@pytest.fixture
def news(project: Project) -> Project:
    """A project with one short article."""
    text = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"
    project.write("seeds/kamenik.txt", text)
    return project
