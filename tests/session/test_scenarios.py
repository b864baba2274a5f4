"""The scenarios beside this file: drawn before, keys, drawn after. A new one needs no code.

    == A sentence that says what happens
    The [quick|] fox
    >> a W <doubtful>
    The [quick|] fox
    * actor: quick // note: doubtful
    says: note kept

After `>>` stand the keys, below them the drawing that they lead to (`tests/drawing.py` has the
notation), and after `says:` a part of the message. Further `>>` go on from there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from drawing import canonical, drawing, drawn, play
from laws import check_laws

FOLDER = Path(__file__).with_name("scenarios")


@dataclass(frozen=True)
class Stage:
    keys: str
    after: str
    says: str | None


@dataclass(frozen=True)
class Scenario:
    place: str
    title: str
    before: str
    stages: tuple[Stage, ...]


def scenarios_in(path: Path) -> list[Scenario]:
    blocks = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_scenario(path.stem, block) for block in blocks]


def _scenario(place: str, block: str) -> Scenario:
    title, _, rest = block.partition("\n")
    before, *stages = re.split(r"^>> ?", rest, flags=re.MULTILINE)
    return Scenario(place, title, before.rstrip("\n"), tuple(map(_stage, stages)))


def _stage(block: str) -> Stage:
    keys, _, rest = block.partition("\n")
    lines = rest.rstrip("\n").split("\n")
    says = [line.removeprefix("says: ") for line in lines if line.startswith("says: ")]
    after = "\n".join(line for line in lines if not line.startswith("says: "))
    return Stage(keys, after, says[0] if says else None)


SCENARIOS = [scenario for path in sorted(FOLDER.glob("*.txt")) for scenario in scenarios_in(path)]


@pytest.mark.parametrize(
    "scenario", [pytest.param(s, id=f"{s.place}: {s.title}") for s in SCENARIOS]
)
def test_scenario(scenario: Scenario) -> None:
    start = session = drawn(scenario.before)
    events = []
    for stage in scenario.stages:
        played = play(session, stage.keys)
        assert drawing(played.session) == canonical(stage.after)
        if stage.says is not None:
            assert stage.says in played.session.message
        session = played.session
        events += played.events
    check_laws(start, session, events)


def test_titles_are_unique():
    titles = [(s.place, s.title) for s in SCENARIOS]
    assert len(set(titles)) == len(titles)


def test_every_scenario_presses_a_key():
    assert all(s.stages and all(stage.keys for stage in s.stages) for s in SCENARIOS)
