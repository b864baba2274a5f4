"""The tutorial, replayed: its keys in the real application lead to what it says."""

import re
from pathlib import Path
from time import monotonic

import pytest

from annotator.session.commands import all_commands
from annotator.session.keymap import build_keymap
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema
from annotator.ui.app import AnnotateApp
from annotator.ui.desk import Desk
from annotator.ui.reader import Reader
from annotator.ui.theme import DARK

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
STEPS = re.findall(r"```keys\n(.*?)\n```\n→ `(.*)`\n", TUTORIAL)
MOST = 8.0


def test_every_box_says_what_follows():
    assert len(STEPS) == TUTORIAL.count("```keys") >= 20


def test_every_key_in_backquotes_does_something():
    keymap = build_keymap(all_commands(find_schema(find_project(str(ROOT / "seeds")), None)[0]))
    shown = set(re.findall(r"(?<!`)`([!-/:-@\[-_{-~A-Z])`(?!`)", TUTORIAL))
    assert {key for key in shown if keymap.command(key) is None} == set()


@pytest.mark.slow
async def test_the_keys_lead_to_what_it_says(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATE_STATE_DIR", str(tmp_path / "state"))
    for name in ("seeds", "schemas", "annotations"):
        (tmp_path / name).mkdir()
    for name in ("seeds/harbour-strike.txt", "schemas/news.yaml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    project = find_project(str(tmp_path / "seeds"))
    schema, _ = find_schema(project, None)
    library = FolderLibrary(project, "newcomer", schema.name)
    desk = Desk(library, schema, build_keymap(all_commands(schema)))
    app = AnnotateApp(Reader(desk, "seeds/harbour-strike.txt", 0, DARK), at_once=False)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "?" in screen(app)[1])
        for keys, said in STEPS:
            await pilot.press(*keys.split())
            await until(pilot, lambda said=said: said in screen(app)[-2], f"{keys} → {said}", app)
    assert library.progress("seeds/harbour-strike.txt").reviewed == 1


def screen(app):
    """Return the rows of the screen."""
    rows = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in row) for row in rows]


async def until(pilot, condition, what="suggestions", app=None):
    end = monotonic() + MOST
    while not condition():
        shown = "\n".join(screen(app)) if app else ""
        assert monotonic() < end, f"“{what}” does not come:\n{shown}"
        await pilot.pause(0.01)
