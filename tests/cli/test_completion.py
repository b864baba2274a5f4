"""What a shell offers after TAB."""

import shutil
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete

from annotator.cli.group import COMMANDS, annotate

BASH = shutil.which("bash")


def offered(words, incomplete):
    found = ShellComplete(annotate, {}, "annotate", "_ANNOTATE_COMPLETE").get_completions(
        words, incomplete
    )
    return [(item.type, item.value) for item in found]


def test_commands_and_paths_at_the_top(desk):
    assert offered([], "") == [("file", ""), *(("plain", name) for name in COMMANDS)]
    assert offered([], "ex") == [("file", "ex"), ("plain", "export")]


def test_options_of_the_group_and_of_open_at_the_top(desk):
    values = [value for _, value in offered([], "--")]
    assert {"--version", "--help", "--schema", "--annotator", "--keys"} < set(values)
    assert len(values) == len(set(values))


def test_after_a_path_come_the_options_of_open(desk):
    assert ("plain", "--schema") in offered(["seeds"], "--")
    assert ("plain", "--format") not in offered(["seeds"], "--")


def test_paths_and_choices_of_a_command(desk):
    assert offered(["export"], "se") == [("file", "se")]
    formats = [value for _, value in offered(["export", "--format"], "")]
    assert formats[:2] == ["jsonl", "documents"]
    assert "huggingface" in formats
    assert ("plain", "huggingface") not in offered(["import", "--format"], "")
    assert offered(["--schema", "news"], "") == [("file", "")]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script(desk, shell):
    script = desk.run("completion", shell).stdout
    assert "_ANNOTATE_COMPLETE" in script
    assert f"{shell}_complete" in script


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_bash_offers_commands_and_paths_together(desk, tmp_path):
    (desk.root / "examples").mkdir()
    program = tmp_path / "annotate"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m annotator "$@"\n')
    program.chmod(0o755)
    lines = [
        desk.run("completion", "bash").stdout,
        "compopt() { :; }",  # it works only while a person is typing
        "COMP_WORDS=(annotate ex) COMP_CWORD=1",
        f"_annotate_completion {program} ex annotate",
        'printf "%s\\n" "${COMPREPLY[@]}"',
    ]
    found = subprocess.run(
        [BASH, "-c", "\n".join(lines)], capture_output=True, check=True, text=True
    )
    assert found.stdout.split() == ["examples", "export"]
