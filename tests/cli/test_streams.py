"""What a command says when its output cannot be written anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ["export", "status", "status --json", "check", "completion bash"]
ALL = [*COMMANDS, "export --format documents --all", "export -h", "-h", "--version"]

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such devices here")


def sh(words, redirection, **more):
    environment = {**os.environ, **more}
    program = f"'{sys.executable}' -P -m annotator {words} {redirection}"
    shell = subprocess.run(
        ["sh", "-c", program], capture_output=True, check=False, text=True, env=environment
    )
    return shell.returncode, shell.stdout, shell.stderr


@pytest.mark.parametrize("words", ALL)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told_in_one_message(desk, words, unbuffered):
    desk.add("annotations/ana/seeds/kamenik.txt.jsonl", b"{]\n")  # check has something to print
    code, _, said = sh(words, ">/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert (code, said.splitlines()[-1]) == (1, "The output was not written: disk full.")
    assert "Internal" not in said
    assert "Exception" not in said


@pytest.mark.parametrize("words", COMMANDS)
def test_a_closed_output(desk, words):
    assert sh(words, ">&-") == (
        2,
        "",
        "Standard output is closed, so there is nowhere to write to.\n",
    )


def test_a_file_needs_no_output(desk):
    assert sh("export -o out.jsonl", ">&-") == (0, "", "out.jsonl: 3 lines\n")


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_talk_that_nobody_hears_stops_nothing(desk, redirection):
    desk.add("annotations/ana/seeds/kamenik.txt.jsonl", b"{]\n")
    code, rows, _ = sh("export", redirection)
    assert (code, rows.count("\n")) == (1, 3)
