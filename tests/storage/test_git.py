"""Two checkouts of one log, merged and rebased by git itself: the state is right every time."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from annotator.session.event import Event
from annotator.session.state import State, fold
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.event_log import read_log
from annotator.storage.line_types import Header

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not here"),
]

HEADER = encode_header(Header(annotate=1, article="seeds/a.txt", by="ana"))
LOG = "annotations/ana/seeds/a.txt.jsonl"
UNION = "*.jsonl merge=union\n"


class Repository:
    """A repository with one log in it."""

    def __init__(self, root: Path, attributes: str) -> None:
        self.root = root
        self.log = root / LOG
        self.log.parent.mkdir(parents=True)
        (root / "annotations" / ".gitattributes").write_text(attributes)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str) -> int:
        home = {"HOME": str(self.root), "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
        who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER")
               for what in ("NAME", "EMAIL")}  # fmt: skip # lined up to be compared
        command = ["git", "-c", "core.editor=true", "-c", "gc.auto=0", *words]
        done = subprocess.run(
            command, cwd=self.root, env=home | who, capture_output=True, check=False
        )
        return done.returncode

    def commit(self, added: bytes) -> None:
        with self.log.open("ab") as file:
            file.write(added)
        self.git("add", "-A")
        assert self.git("commit", "-q", "-m", "work") == 0

    def state(self) -> State:
        return fold(read_log(str(self.log)).events)


def same(state: State, events: list[Event]) -> bool:
    wanted = fold(events)
    return (state.latest, state.annotations, state.relations, state.marks) == (
        wanted.latest, wanted.annotations, wanted.relations, wanted.marks
    )  # fmt: skip # lined up to be compared


def some(chance: Random, put: Callable[..., Event], known: list[Event], by: str) -> list[Event]:
    """Return what somebody does who knows some events: new, changed and deleted annotations."""
    made: list[Event] = []
    revs = {event.id: event.rev for event in known}
    for _ in range(chance.randint(1, 6)):
        event = put(chance.randint(1, 12))
        event = replace(
            event, rev=revs.get(event.id, 0) + 1, ts=f"2026-{chance.randint(10, 99)}", by=by
        )
        if revs.get(event.id) and chance.random() < 0.4:
            event = replace(event, record=None)
        elif event.record is not None:
            record = replace(event.record, by=by, ts=event.ts, note=str(chance.random()))
            event = replace(event, record=record)
        revs[event.id] = event.rev
        made.append(event)
    return made


def lines(events: list[Event]) -> bytes:
    return b"".join(map(encode_event, events))


@pytest.mark.parametrize("attributes", [UNION, ""], ids=["union", "without"])
@pytest.mark.parametrize("way", ["merge", "rebase"])
@pytest.mark.parametrize("torn", [False, True])
def test_two_branches_of_one_log(tmp_path: Path, put, attributes: str, way: str, torn: bool):
    """Without the union driver git stops at a conflict, and the file with its markers is read."""
    for seed in range(4):
        chance = Random(seed)
        repository = Repository(tmp_path / f"{seed}", attributes)
        base = some(chance, put, [], "ana")
        repository.commit(HEADER + lines(base))
        repository.git("checkout", "-q", "-b", "theirs")
        theirs = some(chance, put, base, "ana")
        repository.commit(lines(theirs) + (b'{"op":"put","id":"to' if torn else b""))
        repository.git("checkout", "-q", "main")
        ours = some(chance, put, base, "ana")
        repository.commit(lines(ours))
        conflict = repository.git(way, "-q", "theirs") != 0
        assert conflict is (attributes == "")
        assert same(repository.state(), [*base, *theirs, *ours])
        if conflict:
            assert b"<<<<<<<" in repository.log.read_bytes()
            repository.git("add", "-A")
            repository.git("commit" if way == "merge" else way, *_going_on(way))
            assert same(repository.state(), [*base, *theirs, *ours])


def _going_on(way: str) -> list[str]:
    return ["-q", "--no-edit"] if way == "merge" else ["--continue"]


def test_three_checkouts_merged_in_any_order(tmp_path: Path, put):
    chance = Random(1)
    base = some(chance, put, [], "ana")
    made = {name: some(chance, put, base, "ana") for name in ("a", "b", "c")}
    everything = [*base, *(event for events in made.values() for event in events)]
    for order in ("abc", "cab", "bca"):
        repository = Repository(tmp_path / order, UNION)
        repository.commit(HEADER + lines(base))
        for name in order:
            repository.git("checkout", "-q", "-b", name, "main")
            repository.commit(lines(made[name]))
        repository.git("checkout", "-q", "main")
        for name in order:
            assert repository.git("merge", "-q", "--no-edit", name) == 0
        assert same(repository.state(), everything)
