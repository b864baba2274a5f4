"""One window writes; the lock dies with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from annotator.storage.lock import Held, Lock, take

HOLD = """
import sys, time
from annotator.storage.lock import take
lock = take(sys.argv[1])
print("held", flush=True)
time.sleep(60)
"""


def test_the_second_window_is_told_who_holds_it(state: Path):
    first = take("/project/log")
    second = take("/project/log")
    assert isinstance(first, Lock)
    assert isinstance(second, Held)
    assert f"(process {os.getpid()}) since 20" in second.holder
    assert isinstance(take("/project/other"), Lock)
    first.release()
    first.release()
    assert isinstance(take("/project/log"), Lock)
    assert state.stat().st_mode & 0o077 == 0


def test_kill_9_frees_it_at_once():
    window = subprocess.Popen([sys.executable, "-c", HOLD, "/project/log"], stdout=subprocess.PIPE)
    assert window.stdout
    assert window.stdout.readline() == b"held\n"
    held = take("/project/log")
    assert isinstance(held, Held)
    assert f"(process {window.pid})" in held.holder
    window.send_signal(signal.SIGSTOP)
    assert isinstance(take("/project/log"), Held)
    window.kill()
    window.wait()
    window.stdout.close()
    end = time.monotonic() + 2
    while isinstance(lock := take("/project/log"), Held) and time.monotonic() < end:
        time.sleep(0.01)
    assert isinstance(lock, Lock)


def test_who_holds_it_may_be_unknown(state: Path):
    first = take("/project/log")
    for path in (state / "locks").glob("*.json"):
        path.write_text('{"user": "evil\\u001b]52"')
    assert take("/project/log") == Held("another window")
    first.release()


def test_without_a_state_folder_the_lock_lies_with_the_temporary_files(
    state: Path, tmp_path: Path, monkeypatch
):
    state.write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    first = take("/project/log")
    assert isinstance(take("/project/log"), Held)
    first.release()
    assert (tmp_path / f"annotate-{os.getuid()}" / "locks").is_dir()


def test_without_any_folder_writing_goes_on_without_a_lock(
    state: Path, tmp_path: Path, monkeypatch
):
    state.write_text("")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(state))
    assert isinstance(take("/project/log"), Lock)
    assert isinstance(take("/project/log"), Lock)


def test_a_temporary_folder_of_somebody_else_is_not_trusted(
    state: Path, tmp_path: Path, monkeypatch
):
    state.write_text("")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    folder = tmp_path / f"annotate-{os.getuid()}"
    folder.mkdir()
    folder.chmod(0o755)
    assert isinstance(take("/project/log"), Lock)
    assert not list(folder.iterdir())
