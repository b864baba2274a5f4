"""A project folder for one test, and windows on it that end with the test."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from window import Project

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with ExitStack() as windows:
        yield Project(tmp_path.resolve(), windows)


@pytest.fixture
def news(project: Project) -> Project:
    """A project with one short article."""
    project.write("seeds/palmyra.txt", "Palmyra fell, the army said.\n\nThe Observatory denied it.\n")
    return project


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with the sample articles, one for all tests of a file."""
    with ExitStack() as windows:
        made = Project(tmp_path_factory.mktemp("seeds").resolve(), windows)
        shutil.copytree(SEEDS, made.root / "seeds")
        yield made
