"""The disk fails, or somebody else touches the log, while the program runs."""

import json
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from window import RIGHT, Project, Window

BREAKABLE = """
import errno, os, time
from pathlib import Path
import annotator.ui.saver as saver

saver.RETRY = 0.2
order = Path(os.environ["HOME"], "fault")
below = os.path.join(os.getcwd(), "annotations")
opened = {}

def told(call):
    try:
        name, what = order.read_text().split()
    except (OSError, ValueError):
        return ""
    return what if name == call else ""

def fail(what):
    if what.replace(".", "").isdigit():
        time.sleep(float(what))
    elif what:
        raise OSError(getattr(errno, what), os.strerror(getattr(errno, what)))

def open_(path, *given, at_once=os.open, **named):
    inside = str(path).startswith(below)
    if inside:
        fail(told("open"))
    descriptor = at_once(path, *given, **named)
    opened[descriptor] = inside
    return descriptor

def write(descriptor, raw, at_once=os.write):
    what = told("write") if opened.get(descriptor) else ""
    if what == "half":
        return at_once(descriptor, raw[: len(raw) // 2])
    fail(what)
    return at_once(descriptor, raw)

def fsync(descriptor, at_once=os.fsync):
    if opened.get(descriptor):
        fail(told("fsync"))
    at_once(descriptor)

os.open, os.write, os.fsync = open_, write, fsync
from annotator.cli import main
main()
"""
CTRL_K, CTRL_L = "\x0b", "\x0c"
ON_A_BREAKABLE_DISK = (sys.executable, "-P", "-c", BREAKABLE)
WORDS = "one two three four five six seven eight nine ten eleven twelve "
WORDS += "thirteen fourteen fifteen sixteen seventeen\n"


@pytest.fixture
def breakable(project: Project) -> tuple[Window, Callable[[str], None]]:
    """Return a window on a disk that can be told what to fail at: a call, and an error."""
    project.write("seeds/words.txt", WORDS)
    order = project.home / "fault"
    return project.opened(command=ON_A_BREAKABLE_DISK), order.write_text


def labels(project: Project) -> list[str]:
    """Return the labels that are exported, whatever else is said about the log."""
    return [json.loads(line)["label"] for line in project.run("export").stdout.splitlines()]


def log_of(project: Project) -> Path:
    return project.root / "annotations/ana/seeds/words.txt.jsonl"


def test_every_failure_is_told_and_goes_away_by_itself(project: Project, breakable):
    window, fail = breakable
    window.type("a")
    window.shows("1 saved")
    faults = {
        "write ENOSPC": "disk full; free some space",
        "write EIO": "input/output error",
        "write half": "disk full",
        "fsync EIO": "input/output error",
        "open EACCES": "permission denied",
        "open EROFS": "read-only file system",
        "write EDQUOT": "disk quota used up",
    }
    for saved, (fault, words) in enumerate(faults.items(), 1):
        before = log_of(project).read_bytes()
        fail(fault)
        window.type(RIGHT, "a")
        rows = window.shows("NOT SAVED (1): ")
        assert words in rows[-2]
        window.type(RIGHT, "l")
        window.shows("NOT SAVED (2): ")
        fail("")
        window.shows(f"{2 * saved + 1} saved")
        assert log_of(project).read_bytes().startswith(before)
    assert len(labels(project)) == 15
    window.type("Q")
    assert window.ends()[0] == 0


def test_a_slow_disk_is_waited_for_in_order_while_typing_goes_on(project: Project, breakable):
    window, fail = breakable
    fail("fsync 0.4")
    window.type("a", RIGHT, RIGHT)
    rows = window.shows("saving ")
    assert "1 annotation" in rows[-2]
    window.type("l", RIGHT, "a")
    window.shows("3 annotations")
    window.shows("3 saved")
    counts = [int(n) for n in re.findall(rb"(\d+) saved", window.output)]
    assert counts == sorted(counts)
    fail("")


def test_what_a_signal_leaves_unsaved_is_rescued_and_can_be_put_back(project: Project, breakable):
    window, fail = breakable
    window.type("a")
    window.shows("1 saved")
    fail("write ENOSPC")
    window.type(RIGHT, "l")
    window.shows("NOT SAVED (1)")
    window.kill(signal.SIGTERM)
    code, said = window.ends()
    assert code == 128 + signal.SIGTERM
    kept = Path(re.findall(r"kept in (\S+)", said)[0])
    assert [label for label, _ in project.quotes()] == ["actor"]
    checked = project.run("check")
    assert "1 change that could not be saved" in checked.stderr.decode()
    with log_of(project).open("ab") as log:
        log.write(kept.read_bytes())
    assert [label for label, _ in project.quotes()] == ["actor", "location"]
    assert "could not be saved" not in project.run("check").stderr.decode()


@pytest.mark.parametrize("number", [signal.SIGHUP, None], ids=["HUP", "window closed"])
def test_what_a_closed_window_leaves_unsaved_is_rescued(project: Project, breakable, number):
    window, fail = breakable
    window.type("a")
    window.shows("1 saved")
    fail("write EIO")
    window.type(RIGHT, "l")
    window.shows("NOT SAVED (1)")
    if number is None:
        window.hang_up()
    else:
        window.kill(number)
    window.wait(most=8)
    (kept,) = (project.home / "state" / "rescue").iterdir()
    assert b'"label":"location"' in kept.read_bytes()
    assert "1 change that could not be saved" in project.run("check").stderr.decode()


def delete(log: Path) -> None:
    log.unlink()


def older(log: Path) -> None:
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))


def truncate(log: Path) -> None:
    os.truncate(log, log.stat().st_size - 20)


def edit(log: Path) -> None:
    log.write_bytes(log.read_bytes().replace(b'"label":"actor"', b'"label":"claim"', 1))


def newer(log: Path) -> None:
    with log.open("ab") as file:
        file.write(b'{"annotate":7,"article":"seeds/words.txt"}\n')


def link(log: Path) -> None:
    log.rename(log.with_suffix(".away"))
    log.symlink_to(log.with_suffix(".away"))


def folder(log: Path) -> None:
    log.unlink()
    log.mkdir()


def pipe(log: Path) -> None:
    log.unlink()
    os.mkfifo(log)


ACTS = {
    delete: "has vanished",
    older: "has lost what was saved",
    truncate: "has lost what was saved",
    edit: "has lost what was saved",
    newer: "newer annotate",
    link: "symbolic link",
    folder: "folder",
    pipe: "pipe",
}


def put_back(log: Path, raw: bytes) -> None:
    if log.is_dir():
        log.rmdir()
    elif os.path.lexists(log):
        log.unlink()
    log.write_bytes(raw)


def test_a_log_that_others_touch_is_never_written_over(project: Project, breakable):
    """Each act is told, nothing is written meanwhile, and it goes on when the log is back."""
    window, _ = breakable
    log = log_of(project)
    window.type("a", RIGHT, "l")
    window.shows("2 saved")
    for saved, (act, words) in enumerate(ACTS.items(), 3):
        before = log.read_bytes()
        act(log)
        touched = log.read_bytes() if log.is_file() else None
        window.type(RIGHT, "a")
        rows = window.shows("NOT SAVED (1): ")
        assert words in rows[-2]
        assert (log.read_bytes() if log.is_file() else None) == touched
        put_back(log, before)
        window.shows(f"{saved} saved")
        assert log.read_bytes().startswith(before)
    window.type("Q")
    assert window.ends()[0] == 0
    assert len(project.quotes()) == 10


LOSSES = [delete, older, truncate, edit]


def lost(project: Project, window: Window, act: Callable[[Path], None]) -> bytes:
    """Tag three words, of which the last cannot be saved since the log was touched."""
    log = log_of(project)
    window.type("a", RIGHT, "l")
    window.shows("2 saved")
    act(log)
    there = log.read_bytes() if log.exists() else b""
    window.type(RIGHT, "s")
    window.shows("NOT SAVED (1): ")
    rows = window.shows("Ctrl+K write back  Ctrl+L take what is there")
    assert "Ctrl+K" in rows[-1]
    return there


@pytest.mark.parametrize("act", LOSSES)
def test_what_a_log_has_lost_is_written_back_by_one_key(project: Project, breakable, act):
    window, _ = breakable
    there = lost(project, window, act)
    window.type(CTRL_K)
    window.shows("written back: ")
    rows = window.shows("3 saved")
    assert "Ctrl+K" not in rows[-1]
    window.type(CTRL_K)
    window.shows("the log holds everything")
    assert log_of(project).read_bytes().startswith(there)
    window.kill()
    window.wait()
    assert sorted(labels(project)) in (
        ["actor", "location", "source"],
        ["claim", "location", "source"],  # By hand, at the same revision: the log is people's.
    )


@pytest.mark.parametrize("act", LOSSES)
def test_a_log_is_taken_as_others_left_it_by_one_key(project: Project, breakable, act):
    window, _ = breakable
    there = lost(project, window, act)
    window.type(CTRL_L)
    rows = window.shows({delete: "1 saved", edit: "3 saved"}.get(act, "2 saved"))
    assert "Ctrl+K" not in rows[-1]
    window.type("Q")
    assert window.ends()[0] == 0
    assert log_of(project).read_bytes().startswith(there)
    left = {delete: [], edit: ["claim", "location"]}.get(act, ["actor"])
    assert labels(project) == [*left, "source"]


def test_a_log_that_has_vanished_is_written_back_before_the_next_change(project, breakable):
    window, _ = breakable
    window.type("a")
    window.shows("1 saved")
    before = log_of(project).read_bytes()
    log_of(project).unlink()
    window.shows("the log of this article has vanished")
    window.shows("Ctrl+K write back")
    window.type(CTRL_K)
    window.shows("written back: 1 change")
    assert log_of(project).read_bytes() == before
    assert "Ctrl+K" not in window.settled()[-1]


def test_an_article_that_changed_is_read_anew_by_one_key(project: Project, breakable):
    window, _ = breakable
    window.type(RIGHT, "a")
    window.shows("1 saved")
    project.write("seeds/words.txt", "A new lead.\n\n" + WORDS)
    window.shows("file has changed; open it anew")
    window.type(CTRL_L)
    window.shows("A new lead.")
    window.shows("the article has changed: 1 moved")


def test_a_window_that_could_only_look_may_write_when_the_other_has_ended(project: Project):
    project.write("seeds/words.txt", WORDS)
    first, second = project.opened(), project.opened()
    assert "READ ONLY" in second.screen()[0]
    first.type("a")
    first.shows("1 saved")
    first.type("Q")
    first.ends()
    second.type(CTRL_L)
    second.shows("1 saved")
    assert "READ ONLY" not in second.screen()[0]
    second.type(RIGHT, "l")
    second.shows("2 saved")


def test_a_merge_under_the_running_program_is_read(project: Project, breakable):
    """Conflict markers and the lines of another checkout: all of them count."""
    window, _ = breakable
    log = log_of(project)
    window.type("a")
    window.shows("1 saved")
    own = log.read_bytes().splitlines(keepends=True)[1]
    other = own.replace(b'"id":"0', b'"id":"1').replace(b'"actor"', b'"claim"')
    with log.open("ab") as file:
        file.write(b"<<<<<<< HEAD\n" + own + b"=======\n" + other + b">>>>>>> theirs\n")
    before = log.read_bytes()
    window.type(RIGHT, "l")
    window.shows("changes from elsewhere were read")
    window.shows("3 annotations")
    assert log.read_bytes().startswith(before)
    window.type("Q")
    window.ends()
    assert sorted(labels(project)) == ["actor", "claim", "location"]
    assert project.run("check").stdout.decode().count("a conflict marker") == 3


A_YEAR_AGO = """
import time
now = time.time_ns
time.time_ns = lambda: now() - 365 * 86_400 * 10**9
from annotator.cli import main
main()
"""


def test_a_clock_that_is_set_back_changes_no_order(project: Project):
    project.write("seeds/words.txt", WORDS)
    window = project.opened()
    window.type("a", RIGHT, "l")
    window.shows("2 saved")
    window.type("Q")
    window.ends()
    window = project.opened(command=(sys.executable, "-P", "-c", A_YEAR_AGO))
    window.type("U")
    window.shows("took back: location")
    window.type(RIGHT, RIGHT, "s", "U", "Y")
    window.shows("6 saved")
    window.type("Q")
    window.ends()
    assert [label for label, _ in project.quotes()] == ["actor", "source"]
    again = project.opened()
    again.type("U")
    again.shows("took back: source")


def test_what_others_do_is_noticed_without_a_key(project: Project, breakable):
    """Also to the article itself: what was tagged on its old words is saved with them."""
    window, _ = breakable
    log = log_of(project)
    window.type("a")
    window.shows("1 saved")
    log.rename(log.with_suffix(".away"))
    window.shows("the log of this article has vanished")
    log.with_suffix(".away").rename(log)
    window.type(RIGHT, "l")
    window.shows("2 saved")
    project.write("seeds/words.txt", "A new lead.\n\n" + WORDS)
    window.shows("file has changed; open it anew")
    window.type(RIGHT, "s")
    window.shows("3 saved")
    window.type("Q")
    window.ends()
    again = project.opened(command=ON_A_BREAKABLE_DISK)
    again.shows("the article has changed: 3 moved")
