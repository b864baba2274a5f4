"""However the program ends, the terminal is given back as it was."""

import re
import signal
import termios

import pytest
from window import DOWN, RIGHT, Project, Window

AT_REST = {"25": "h", "7": "h"}
"""Modes that a terminal has on when nothing runs in it: the cursor, and the wrapping of lines."""


def check_restored(window: Window, before: list[object]) -> None:
    """Fail unless every mode that was touched is as at rest, and the line settings as before."""
    output = window.output.decode()
    last = dict(re.findall(r"\x1b\[\?(\d+)([hl])", output))
    assert "1049" in last
    assert last == {mode: AT_REST.get(mode, "l") for mode in last}
    assert len(re.findall(r"\x1b\[>\d+u", output)) == output.count("\x1b[<u")
    assert output.rpartition("\x1b[")[2].startswith("0m")
    assert termios.tcgetattr(window.fd) == before


def test_how_it_ended_can_be_asked_more_than_once(news: Project):
    window = news.opened()
    window.type("Q")
    assert [window.wait(), window.waited(), window.ends()[0]] == [0, 0, 0]


def test_q_leaves(news: Project):
    window = news.open()
    before = termios.tcgetattr(window.fd)
    window.shows(" saved")
    window.type("a")
    window.shows("1 saved")
    window.type("Q")
    assert window.ends()[0] == 0
    check_restored(window, before)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=["TERM", "HUP", "INT"]
)
def test_a_signal_ends_it_in_order(news: Project, number: int):
    window = news.open()
    before = termios.tcgetattr(window.fd)
    window.shows(" saved")
    window.type("a", RIGHT, "l", DOWN)
    window.settled()
    window.kill(number)
    assert window.ends()[0] == 128 + number
    check_restored(window, before)
    assert len(news.quotes()) == 2


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=["TERM", "HUP", "INT"]
)
def test_a_signal_between_the_first_words_and_the_first_key(news: Project, number: int):
    window = news.open()
    before = termios.tcgetattr(window.fd)
    window.until(b"Kamenik fell")
    window.kill(number)
    assert window.ends()[0] == 128 + number
    assert window.output.count(b"\x1b[?1049h") == window.output.count(b"\x1b[?1049l") == 1
    assert termios.tcgetattr(window.fd) == before


def test_a_signal_over_another_screen(news: Project):
    window = news.open()
    before = termios.tcgetattr(window.fd)
    window.shows(" saved")
    window.type("O")
    window.shows("type to filter")
    window.kill(signal.SIGTERM)
    assert window.ends()[0] == 143
    check_restored(window, before)


def test_a_fault_after_the_first_paint_is_told_on_the_usual_screen(news: Project):
    """The article shows before the schema is read; a bad schema must not be told over it."""
    news.write("schemas/news.yaml", "name: news\nlabels:\n  claim: {key: C}\n")
    window = news.open()
    before = termios.tcgetattr(window.fd)
    code, said = window.ends()
    assert code == 1
    assert "Kamenik fell" in said
    assert "schemas/news.yaml:3:" in said.rpartition("\x1b[?1049l")[2]
    assert "Traceback" not in said
    assert termios.tcgetattr(window.fd) == before


def test_ctrl_c_while_it_starts(news: Project):
    window = news.open()
    before = termios.tcgetattr(window.fd)
    window.until(b"Kamenik")
    window.read(quiet=0.05)
    window.type("\x03")
    code, said = window.ends()
    assert code in (130, -signal.SIGINT)  # to a shell, both are 130
    assert said.rpartition("\x1b[?1049")[2].startswith("l")
    assert "Traceback" not in said
    assert termios.tcgetattr(window.fd) == before
