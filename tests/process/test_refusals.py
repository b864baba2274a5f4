"""Where it cannot work it says why, in one message, and leaves the terminal alone."""

import os
import subprocess

import pytest
from window import ANNOTATE, SEQUENCE, Project


def refused(project: Project, *words: str, **options: object) -> tuple[int, str]:
    """Return exit code and message, which must be the only one, on the usual screen."""
    code, said = project.open(*words, **options).ends()
    message = SEQUENCE.sub("", said.rpartition("\x1b[?1049l")[2])
    assert "Traceback" not in said
    assert message.count("\n") == 1, said
    return code, message


@pytest.mark.parametrize(
    "options, words",
    [
        ({"env": {"TERM": "dumb"}}, "TERM says that this one cannot"),
        ({"env": {"TERM": ""}}, "TERM says that this one cannot"),
        ({"size": (39, 30)}, "39 columns"),
        ({"size": (100, 9)}, "9 rows"),
    ],
)
def test_terminals(news: Project, options: dict, words: str):
    code, said = refused(news, **options)
    assert code == 2
    assert words in said


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_pipes(news: Project, stream: str):
    """The two other streams are a terminal."""
    reader, writer = os.openpty()
    given = dict.fromkeys(("stdin", "stdout", "stderr"), writer)
    given[stream] = subprocess.PIPE
    process = subprocess.Popen([*ANNOTATE, "seeds"], env=news.env, cwd=news.root, **given)
    os.close(writer)
    out, err = process.communicate(timeout=10)
    said = err if stream == "stderr" else os.read(reader, 10_000)
    os.close(reader)
    assert process.returncode == 2
    assert said.count(b"\n") == 1
    assert b"annotate needs a terminal" in said
    assert not out


@pytest.mark.parametrize(
    "name, code, words",
    [
        ("gone", 2, "gone"),
        ("empty", 2, "no .txt or .md file"),
        ("binary.txt", 1, "binary file"),
        ("huge.txt", 1, "50 MB or more"),
        ("pipe.txt", 2, "not a .txt or .md file"),
        ("dangling.txt", 2, "dangling.txt"),
        ("cafe\x1b]0;owned\x07.txt", 2, "cafe␛]0;owned␇.txt"),
    ],
)
def test_paths(project: Project, name: str, code: int, words: str):
    (project.root / "empty").mkdir()
    project.write("binary.txt", bytes(range(256)) * 9)
    with project.write("huge.txt", "").open("wb") as file:
        file.truncate(50_000_000)
    os.mkfifo(project.root / "pipe.txt")
    (project.root / "dangling.txt").symlink_to("nowhere")
    ended, said = refused(project, name)
    assert words in said
    assert ended == code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_article(news: Project):
    (news.root / "seeds" / "kamenik.txt").chmod(0)
    code, said = refused(news, "seeds/kamenik.txt")
    assert code == 2
    assert "permission denied" in said


def test_an_unreadable_first_article_does_not_hide_the_others(news: Project):
    news.write("seeds/aaa.txt", b"\x7fELF\x00\x01")
    window = news.opened()
    assert "kamenik.txt" in window.screen()[0]
