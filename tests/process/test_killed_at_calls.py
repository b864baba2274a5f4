"""The program itself, killed at its first, seventh, … call that reaches the folder of logs."""

import os
import shutil
import sys
from pathlib import Path
from time import monotonic

from window import RIGHT, Project, Window

from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project as Folder

KILLED = """
import os, signal
from pathlib import Path
from disk import watched
number = int(os.environ["KILL_AT"])

def act(call, run):
    if call.number == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return run()

with watched(Path.cwd() / "annotations", act):
    from annotator.cli import main
    main()
"""
TESTS = str(Path(__file__).parents[1])


def until(window: Window, words: str) -> bool:
    """Wait for words on the screen; False if the program is killed before."""
    end = monotonic() + 8
    while words not in "\n".join(window.screen()):
        if window.waited() is not None:
            return False
        assert monotonic() < end, window.screen()
        window.read(quiet=0.02, most=0.1)
    return True


def test_nothing_that_was_counted_is_lost(news: Project, tally, monkeypatch):
    monkeypatch.setenv("ANNOTATE_STATE_DIR", news.env["ANNOTATE_STATE_DIR"])
    killed = 0
    for number in range(0, 200, 8):
        env = {"KILL_AT": str(number), "PYTHONPATH": TESTS}
        window = news.open(env=env, command=(sys.executable, "-P", "-c", KILLED))
        survived = until(window, " saved")
        before = window.counted() if survived else 0
        if survived:
            window.type("a", RIGHT, RIGHT, RIGHT, "l", "}", "s")
            survived = until(window, f"{before + 3} saved")
        shown = window.counted() if b" saved" in window.output else 0
        library = FolderLibrary(Folder(os.fspath(news.root)), "ana", "news")
        if survived:
            window.kill()
            window.wait()
        killed += not survived
        opened = library.open("seeds/kamenik.txt")
        assert opened.read_only == ""
        assert sum(event.rev for event in opened.state.latest.values()) >= shown
        library.close("seeds/kamenik.txt")
        if survived:
            break
        shutil.rmtree(news.root / "annotations", ignore_errors=True)
    assert killed >= 5
    tally("kills of the whole program at a call of the disk", killed)
