#!/usr/bin/env python3
"""Set up .venv once, then open the annotator or run the tests, from any folder.

    python3 run.py seeds/     opens the annotator; every argument is passed on
    python3 run.py --tests    runs all tests; what follows is passed to pytest

Standard library only, and plain enough that an old Python 3 can read it and say what it lacks.
"""

import os
import sys
import zlib

ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(VENV, "set-up-complete")  # written last, so a broken set-up has none
LOCKED = "requirements-dev.lock"

TOO_OLD = "annotate needs Python 3.11 or newer, and this is Python %d.%d. Try: python3.12 run.py"
NO_VENV = """This Python lacks venv or ensurepip, so .venv cannot be made.
On Debian and Ubuntu: apt install python3-venv (or python%d.%d-venv); elsewhere: a full Python."""
FAILED = """Setting up .venv failed at: %s
The reason stands above. The first time, packages come over the network: if this machine is
offline, connect it and run the same command again. Nothing half made will be used."""


def main(arguments: "list[str]") -> "int | str":  # A SyntaxError here: use python3, not Python 2.
    """Make sure that .venv is right, then become the annotator, or pytest, inside it."""
    if sys.version_info < (3, 11):
        return TOO_OLD % sys.version_info[:2]
    problem = None if found_stamp() == wanted_stamp() else set_up()
    if problem:
        return problem
    if arguments[:1] != ["--tests"]:
        return become(["-m", "annotator", *arguments])
    os.chdir(ROOT)
    # Worker processes pay for themselves only when everything runs.
    return become(["-m", "pytest", *(arguments[1:] or ["-n", "auto"])])


def become(arguments: "list[str]") -> int:
    """Run the Python of .venv in place of this one; `-P` keeps the current folder off its path."""
    # Byte code makes every later start several times faster; a shell may forbid writing it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [PYTHON, "-P", *arguments]
    if os.name != "nt":
        os.execv(PYTHON, command)
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the child alone.
    return subprocess.call(command)


def wanted_stamp() -> "list[str]":
    """Return the two lines of a true stamp: where and on which Python; what is installed."""
    checksum = 0
    for name in ("pyproject.toml", LOCKED):
        with open(os.path.join(ROOT, name), "rb") as file:
            checksum = zlib.crc32(file.read(), checksum)
    return ["%s on Python %d.%d" % (ROOT, *sys.version_info[:2]), "%08x" % checksum]


def found_stamp() -> "list[str]":
    """Return the lines of the stamp in .venv; none if it, or the Python it vouches for, is gone."""
    if not os.path.exists(PYTHON):
        return []
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []


def set_up() -> "str | None":
    """Make .venv, or bring it up to date, one process at a time; return what went wrong, if so."""
    try:
        import ensurepip  # noqa: F401 - Debian leaves it out, and venv would notice late
        import subprocess
        import venv  # noqa: F401 - may be left out as well
    except ImportError:
        return NO_VENV % sys.version_info[:2]
    print("Setting up .venv (once, about half a minute) ...", file=sys.stderr, flush=True)
    # `-I` keeps the caller's folder, user packages and PYTHON* settings out of every step.
    pip = [PYTHON, "-I", "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    steps = [
        [sys.executable, "-I", "-m", "venv", "--clear", VENV],
        [*pip, "--retries=2", "--require-hashes", "--requirement", LOCKED],
        [*pip, "--no-build-isolation", "--no-deps", "--editable", "."],
    ]
    with open(VENV + ".lock", "a", encoding="utf-8") as lock:
        wait_for(lock.fileno())
        wanted, found = wanted_stamp(), found_stamp()
        if found == wanted:
            return None  # Another run.py did it meanwhile.
        if found[:1] == wanted[:1]:
            steps.pop(0)  # Whole, but for an older pyproject.toml or lock: change it in place.
        if os.path.exists(STAMP):
            os.remove(STAMP)
        for step in steps:
            if subprocess.call(step, cwd=ROOT, stdout=2):
                return FAILED % " ".join(step)
        # pip has compiled what it installed; the annotator itself stays where it is.
        subprocess.call([PYTHON, "-I", "-m", "compileall", "-qq", "annotator"], cwd=ROOT, stdout=2)
        with open(STAMP, "w", encoding="utf-8") as file:
            file.write("\n".join(wanted))
    return None


def wait_for(lock: int) -> None:
    """Block until this process alone holds the open file; closing it, or dying, lets go."""
    if sys.platform == "win32":
        import msvcrt

        held = False
        while not held:
            try:
                msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
                held = True
            except OSError:  # It gives up after ten seconds.
                continue
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
