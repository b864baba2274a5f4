"""Article files with names that would harm a shell, a terminal, a file system or a log."""

import json
import os
import unicodedata

import pytest
from harmless_bytes import check_bytes
from window import ESCAPE, Project

NAMES = (
    b"-rf.txt",
    b"$(touch ran).txt",
    b"; touch ran #.txt",
    b"%2F.txt",
    b"[@click=app.quit]x[b].txt",
    b"\x1b]0;owned\x07.txt",
    b"a\nb.txt",
    b"con.txt",
    b"nul.md",
    "\u202egnitirw.txt".encode(),
    unicodedata.normalize("NFC", "café.txt").encode(),
    unicodedata.normalize("NFD", "café.txt").encode(),
    b"Twin.txt",
    b"twin.txt",
    b"latin-\xe9.txt",
    b"x" * 251 + b".txt",
    b"~deadbeef.txt",
    b"a.jsonl.txt",
    "雨.txt".encode(),
)


@pytest.fixture
def named(project: Project) -> Project:
    """A folder with an article of each name, all with other words."""
    (project.root / "seeds").mkdir()
    seeds = os.fsencode(project.root / "seeds")
    for number, name in enumerate(NAMES):
        with open(os.path.join(seeds, name), "wb") as file:  # noqa: PTH123, PTH118 - bytes
            file.write(b"Word%d stands here.\n" % number)
    return project


def test_each_is_opened_tagged_and_exported_by_its_exact_name(named: Project):
    window = named.opened(size=(120, 24))
    for number in range(len(NAMES)):
        window.shows(f"{number + 1} of {len(NAMES)}")
        window.shows("0 saved")
        window.type("a")
        window.shows("1 saved")
        window.type("J")
    window.shows("this is the last article")
    window.type("O")
    window.shows("type to filter")
    window.type(ESCAPE)
    window.settled()
    window.type("Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)

    rows = named.exported()
    assert sorted(map(name_of, rows)) == sorted(NAMES)
    words = {row["quote"].split()[0] for row in rows}
    assert words == {f"Word{number}" for number in range(len(NAMES))}
    logs = list((named.root / "annotations").rglob("*.jsonl"))
    assert len(logs) == len(NAMES)
    folded = {unicodedata.normalize("NFC", log.name).casefold() for log in logs}
    assert len(folded) == len(NAMES)
    assert not list(named.root.rglob("ran"))
    for command in (["check"], ["status"], ["export", "--format", "documents"]):
        result = named.run(*command)
        assert result.returncode == 0, result.stderr
        if command != ["export", "--format", "documents"]:
            check_bytes(result.stdout)
        check_bytes(result.stderr)


def name_of(row: dict) -> bytes:
    """Return the bytes of the name in an article's id, as docs/format.md tells to."""
    article = row["article"]
    if not article.startswith("./"):
        return article.removeprefix("seeds/").encode()
    first, *rest = article.removeprefix("./seeds/").split("%")
    return first.encode() + b"".join(bytes.fromhex(part[:2]) + part[2:].encode() for part in rest)


def test_each_can_be_named_on_the_command_line(named: Project):
    for number, name in enumerate(NAMES):
        path = b"seeds/" + name
        result = named.run("export", "--format", "documents", "--all", "--", os.fsdecode(path))
        assert result.returncode == 0, result.stderr
        (row,) = result.stdout.splitlines()
        assert json.loads(row)["text"] == f"Word{number} stands here.\n"


def test_an_error_about_each_is_harmless(named: Project):
    for name in NAMES:
        with open(os.path.join(os.fsencode(named.root), b"seeds", name), "wb"):  # noqa: PTH123, PTH118 - bytes
            pass
    result = named.run("check")
    assert result.returncode == 1
    assert result.stdout.count(b"cannot be read: it is empty") == len(NAMES)
    check_bytes(result.stdout)
    code, said = named.open("seeds").ends()
    assert code == 1
    check_bytes(said.encode())


def test_floods(project: Project):
    """A megabyte in one line, thousands of marks on one letter, nothing but invisible signs."""
    flood = "word " * 200_000 + "\n\n"
    flood += "e" + "\u0301" * 2_000 + " x\n\n"
    flood += "\u200b\u2060\ufeff\u200d\U000e0041" * 2_000 + " y\n\n"
    flood += "\x1b[31m\x9b31m" * 2_000 + " z\n\n" + "\u202e\u2066" * 500 + "\n\n[/]" * 500
    path = project.write("seeds/flood.txt", flood)
    window = project.opened()
    window.type("a", "}", "}", "}", "a", "E", "a", "{", "l", "=", "=", "c")
    window.shows(" saved")
    window.settled()
    window.type("Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)
    text = path.read_bytes().decode()
    rows = project.exported()
    assert rows
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)


HOSTILE = "\x1b]0;owned\x07\x9b2J\u202e[@click=app.quit]x"


@pytest.mark.parametrize(
    "words, env",
    [
        (["open", "seeds", "--annotator", HOSTILE], {}),
        (["open", "seeds", "--schema", HOSTILE], {}),
        (["open", "seeds", "--keys", HOSTILE], {}),
        (["open", HOSTILE], {}),
        (["open", f"--{HOSTILE}"], {}),
        (["seeds"], {"ANNOTATE_ANNOTATOR": HOSTILE}),
        (["seeds"], {"ANNOTATE_LIMIT_NOTE": HOSTILE}),
        (["seeds"], {"ANNOTATE_KEYS": HOSTILE}),
    ],
)
def test_what_is_refused_is_quoted_harmlessly(project: Project, words: list[str], env: dict):
    project.write("seeds/a.txt", "Word.\n")
    code, said = project.open(*words, env=env).ends()
    assert code in (1, 2)
    check_bytes(said.encode())


@pytest.mark.parametrize(
    "words", [["export", "--label"], ["export", "--annotator"], ["show"], ["status"], ["check"]]
)
def test_so_it_is_without_a_terminal(project: Project, words: list[str]):
    project.write("seeds/a.txt", "Word.\n")
    result = project.run(*words, HOSTILE)
    assert result.returncode in (1, 2)
    assert result.stderr
    check_bytes(result.stderr + result.stdout)
