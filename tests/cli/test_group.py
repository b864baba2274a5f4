"""The command line as a whole: what a first word means, and how failures are told."""

import pytest
from click.testing import CliRunner

from annotator import __version__
from annotator.cli.group import COMMANDS, annotate


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(desk, option):
    text = desk.run(option).stdout
    assert text.startswith("Usage: annotate PATH | COMMAND")
    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert "docs" not in text, "it is for developers"
    assert "annotate export > annotations.jsonl" in text
    assert "..." not in text, "every command is told in full"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command(desk, name):
    assert desk.run(name, "-h").stdout.startswith(f"Usage: annotate {name}")


def test_version(desk):
    assert desk.run("--version").stdout == f"annotate {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["seeds"],
        ["seeds/kamenik.txt"],
        ["--schema", "news", "seeds"],
        ["--no-mouse", "seeds"],
        ["--", "seeds"],
        ["open", "seeds"],
        ["./export"],
        ["--", "export"],
        ["--", "-dash"],
    ],
    ids=" ".join,
)
def test_words_that_mean_open(desk, words):
    for folder in ("export", "-dash"):
        desk.article(f"{folder}/a.txt", "x\n")
    assert "needs a terminal" in desk.run(*words, code=2).stderr


@pytest.mark.parametrize(
    "word, command",
    [
        ("exprot", "export"),
        ("statsu", "status"),
        ("chekc", "check"),
        ("chek", "check"),
        ("staus", "status"),
        ("opne", "open"),
        ("complettoin", "completion"),
    ],
)
def test_a_mistyped_command(desk, word, command):
    for words in ([word], [word, "-o", "x"]):
        assert desk.run(*words, code=2).stderr == (
            f"There is no file or folder '{word}'; did you mean the command 'annotate {command}'?\n"
        )


@pytest.mark.parametrize("word", ["sseds", "nope", "port", "chalk", "state"])
def test_a_mistyped_path(desk, word):
    assert desk.run(word, code=2).stderr == f"There is no file or folder '{word}'.\n"


def test_a_mistyped_option(desk):
    assert desk.run("export", "--lable", "claim", code=2).stderr == (
        "No such option '--lable'. (Did you mean one of: '--all', '--label'?)\n"
        "annotate export -h shows how it is meant.\n"
    )


@pytest.mark.parametrize(
    "words, command",
    [
        (["--bogus"], "annotate"),
        (["--bogus=x", "seeds"], "annotate"),
        (["-o", "x"], "annotate"),
        (["seeds", "--bogus"], "annotate open"),
        (["seeds", "--schema"], "annotate open"),
        (["--schema"], "annotate open"),
        (["export", "-o"], "annotate export"),
        (["check", "--keys"], "annotate check"),
        (["status", "a", "b"], "annotate status"),
    ],
)
def test_where_the_help_is_that_would_have_helped(desk, words, command):
    said = desk.run(*words, code=2).stderr
    assert said.endswith(f"\n{command} -h shows how it is meant.\n")


def test_a_mistyped_option_before_any_command(desk):
    assert desk.run("--shcema", "news", "seeds", code=2).stderr == (
        "No such option '--shcema'. Did you mean '--schema'?\nannotate -h shows how it is meant.\n"
    )


def test_a_mistyped_choice(desk):
    result = desk.run("export", "--format", "json", code=2)
    assert "'jsonl', 'documents'" in result.stderr


def test_nothing_at_all_shows_the_help(desk):
    result = desk.run(code=2)
    assert result.stderr.startswith("Usage: annotate")
    assert result.stdout == ""


def test_words_from_outside_cannot_steer_the_terminal(desk):
    for words in (["\x1b]0;owned\x07"], ["export", "--\x1b[2J"], ["check", "\x1b[31m"]):
        assert "\x1b" not in desk.run(*words, code=2).stderr


def test_an_interrupted_command(desk, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("annotator.cli.check.find_project", interrupt)
    assert desk.run("check", code=130).stderr == "\n"


def test_a_fault_of_the_program_goes_to_a_file(desk, monkeypatch, tmp_path):
    def fail(*_args):
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("annotator.cli.check.find_project", fail)
    result = CliRunner().invoke(annotate, ["check"])
    assert result.exit_code == 70
    (report,) = (tmp_path / "state/faults").iterdir()
    assert result.stderr == (
        "Internal fault: ZeroDivisionError. What was called saved is saved.\n"
        f"Please report it, with this file: {report}\n"
    )
    assert report.read_text().endswith("ZeroDivisionError: of all things\n")


def test_a_fault_that_cannot_be_written_down(desk, monkeypatch):
    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotator.cli.check.find_project", fail)
    monkeypatch.setattr("annotator.cli.fault.create", fail)
    result = CliRunner().invoke(annotate, ["check"])
    assert result.exit_code == 70
    assert "could not be written (No space left on device)" in result.stderr
