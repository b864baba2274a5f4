"""Long work says on a terminal how far it is, in one line that goes away."""

import io
import sys

import pytest

from annotator.cli import progress, talk
from annotator.cli.progress import counted_off, line


@pytest.mark.parametrize(
    "far, seconds, expected",
    [
        (0.0, 3, "1,200 articles …"),
        (0.25, 30, "####------------  25% · 1,200 articles · 1:30 left"),
        (0.999, 100, "###############- 100% · 1,200 articles · 0:00 left"),
        (1.0, 100, "1,200 articles …"),
    ],
)
def test_how_far_it_is(far, seconds, expected):
    assert line(1200, "articles", far, seconds) == expected


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self):
        return True


def looked_at(monkeypatch):
    """Let somebody look at standard error, and work go on without waiting."""
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    return sys.stderr


def test_what_is_said_meanwhile_takes_the_place_of_the_line(monkeypatch):
    terminal = looked_at(monkeypatch)
    for number in counted_off([1, 2, 3], "records", lambda: 0.5):
        if number == 2:
            talk.say("a.jsonl:7: not JSON")
    bar = "\r########--------  50% · {} records · 0:00"[:41]
    assert terminal.getvalue() == (
        f"{bar.format(1)[:40]}\x1b[K"
        "\r\x1b[Ka.jsonl:7: not JSON\n"
        f"{bar.format(2)[:40]}\x1b[K{bar.format(3)[:40]}\x1b[K"
        "\r\x1b[K"
    )


def test_nothing_is_left_when_the_work_fails(monkeypatch):
    terminal = looked_at(monkeypatch)

    def fail():
        yield 1
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(counted_off(fail(), "records"))
    assert terminal.getvalue() == "\r1 records …\x1b[K\r\x1b[K"


def test_where_nobody_looks_nothing_is_shown(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(counted_off("abc", "letters")) == ["a", "b", "c"]
    assert sys.stderr.getvalue() == ""
