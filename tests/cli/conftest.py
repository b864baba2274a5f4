"""A project folder with a few articles and logs, in which commands are run."""

from pathlib import Path

import pytest
from desk import KAMENIK, TAMSEL, Desk

from annotator.marking.annotation import Mark


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("ANNOTATE_ANNOTATOR", "ana")
    monkeypatch.delenv("ANNOTATE_KEYS", raising=False)


@pytest.fixture
def empty_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A project with two articles and no annotation; its folder is the current one."""
    root = (tmp_path / "project").resolve()
    root.mkdir()
    made = Desk(root)
    made.article("seeds/kamenik.txt", KAMENIK)
    made.article("seeds/tamsel.txt", TAMSEL)
    monkeypatch.chdir(root)
    return made


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """The same, with three annotations of two people, a relation and two marks."""
    claim = empty_desk.annotation("Kamenik fell", "claim", attributes={"worth": 2})
    source = empty_desk.annotation("the army", "source")
    relation = empty_desk.relation(claim, source)
    marks = (empty_desk.reviewed(1), empty_desk.reviewed(2), Mark(id="done", mark="done"))
    empty_desk.log("ana", "seeds/kamenik.txt", source, claim, relation, *marks)
    ben = empty_desk.annotation("Tamsel", "location", TAMSEL)
    empty_desk.log("ben", "seeds/tamsel.txt", ben)
    return empty_desk
