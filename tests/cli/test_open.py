"""`annotate PATH`: what is refused before anything is drawn."""

import os
import pty
import struct
import subprocess
import sys

import pytest

fcntl = pytest.importorskip("fcntl", reason="no such terminals on Windows")
termios = pytest.importorskip("termios", reason="no such terminals on Windows")

COMMAND = [sys.executable, "-P", "-m", "annotator"]


def opened(*words, rows=24, columns=80, term="xterm-256color"):
    """Run the command in a terminal; return its exit code and all that it wrote there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {**os.environ, "TERM": term}
    with subprocess.Popen(
        [*COMMAND, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                some = os.read(ours, 4096)
            except OSError:  # Linux says so when nobody holds the other side.
                break
            if not some:
                break
            written += some
    os.close(ours)
    return process.returncode, written.decode()


@pytest.mark.parametrize(
    "words, message",
    [
        (["nowhere"], "There is no file or folder 'nowhere'."),
        (["empty"], "There is no .txt or .md file in 'empty' or below it."),
        (["picture.png"], "'picture.png' is not a .txt or .md file, nor a folder of them."),
        (["seeds", "--schema", "nwes"], "There is no schema 'nwes'"),
        (["seeds", "--annotator", "a b"], "'a b' cannot be an annotator's name."),
        (["seeds", "--keys", "nowhere.yaml"], "'nowhere.yaml' cannot be read"),
        (["seeds"], "annotate needs a terminal, and standard input is none."),
    ],
)
def test_what_is_refused(empty_desk, words, message):
    (empty_desk.root / "empty").mkdir()
    empty_desk.article("picture.png", "x")
    result = empty_desk.run(*words, code=2)
    assert result.stderr.startswith(message)
    assert result.stdout == ""


def test_faults_in_a_keys_file_are_all_told(empty_desk):
    empty_desk.article("keys.yaml", "qit: X\nquit: ctrl+i\n")
    result = empty_desk.run("seeds", "--keys", "keys.yaml", code=1)
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        "keys.yaml:1:1",
        "keys.yaml:2:1",
    ]


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_place_text(empty_desk, term):
    code, written = opened("seeds", term=term)
    assert code == 2
    assert f"(TERM={term})" in written
    assert "\x1b" not in written


@pytest.mark.parametrize("size", [{"columns": 39}, {"rows": 9}], ids=str)
def test_a_terminal_that_is_too_small(empty_desk, size):
    code, written = opened("seeds", **size)
    assert code == 2
    assert "annotate needs 40 and 10" in written
    assert "\x1b" not in written


def test_output_to_a_pipe_says_which_command_is_meant(empty_desk):
    ours, theirs = pty.openpty()
    process = subprocess.run(
        [*COMMAND, "seeds"], stdin=theirs, capture_output=True, check=False, text=True
    )
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 2
    assert process.stdout == ""
    assert process.stderr == (
        "annotate needs a terminal, and standard output is none. "
        "`annotate export` writes to pipes.\n"
    )
