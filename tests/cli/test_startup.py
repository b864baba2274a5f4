"""What a command imports: starting is most of what a quick command costs."""

import json
import subprocess
import sys

import pytest
from desk import annotate_itself

REPORT = """
import atexit, json, sys
sys.argv = ["annotate", *{words!r}]
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from annotator.cli import main
main()
"""


def imported(*words):
    script = REPORT.format(words=words)
    process = subprocess.run(
        [sys.executable, "-P", "-c", script], capture_output=True, check=False, text=True
    )
    return set(json.loads(process.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "words", [["export"], ["import"], ["add"], ["check"], ["status"], ["export", "--help"]]
)
def test_commands_without_a_screen_never_load_one(desk, words):
    assert not {"textual", "rich", "annotator.ui"} & imported(*words)


@pytest.mark.parametrize("words", [["export"], ["status"]])
def test_what_only_reads_logs_loads_no_commands_and_no_schema(desk, words):
    assert not {"annotator.session.commands", "annotator.storage.schema_file"} & imported(*words)


def test_the_version_needs_click_alone(desk):
    needed = imported("--version")
    rooms = ("text", "marking", "session", "storage", "exchange", "ui")
    assert not {f"annotator.{room}" for room in rooms} & needed
    assert not {"msgspec", "yaml", "textual", "rich", "regex"} & needed


def test_it_runs_as_a_module(desk):
    process = annotate_itself("export")
    assert process.returncode == 0
    assert process.stdout.count(b"\n") == 3
