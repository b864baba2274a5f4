"""What the screen called saved is there afterwards, whatever became of the program."""

import resource
import sys
from pathlib import Path

from window import DOWN, RIGHT, Project

ON_A_SLOW_DISK = """
import os, time
at_once = os.fsync
os.fsync = lambda file: (time.sleep(0.1), at_once(file))
from annotator.cli import main
main()
"""
SLOW_DISK = (sys.executable, "-P", "-c", ON_A_SLOW_DISK)


def cpu_of_ended_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def test_kill_and_open_again(news: Project):
    window = news.opened()
    window.type("a", RIGHT, "c", "}", RIGHT, "s")
    window.shows("3 saved")
    window.kill()
    assert window.wait() == -9
    tags = [("actor", "Kamenik"), ("claim", "Kamenik fell"), ("source", "The Observatory")]
    assert sorted(news.quotes()) == sorted(tags)

    window = news.opened()
    rows = window.shows("3 saved")
    assert "3 annotations" in rows[-2]
    window.type("U")
    window.shows("took back: source “The Observatory”")
    window.shows("4 saved")
    window.kill()
    assert sorted(news.quotes()) == sorted(tags[:2])


def test_killed_while_reading_it_begins_where_that_was(news: Project):
    news.write("seeds/lethany.txt", "Lethany was quiet on Sunday.\n\nSo was Sarvany.\n")
    window = news.opened()
    window.type("J", "}", RIGHT)
    window.shows("paragraph 2 of 2")
    window.read(quiet=1.3, most=2.6)
    window.kill()
    window.wait()
    window = news.opened()
    rows = window.shows("paragraph 2 of 2")
    assert rows[0].startswith(" seeds/lethany.txt")
    window.type("a")
    window.shows("actor “was”")


def test_killed_while_typing_nothing_that_was_counted_is_lost(news: Project):
    news.write("seeds/kamenik.txt", "Kamenik fell today. " * 200)
    window = news.opened()
    window.send(f"a{RIGHT}l{RIGHT}" * 40)
    while not window.counted():
        window.read(quiet=0.0)
    window.kill()
    window.wait()
    assert 1 <= window.counted() <= len(news.quotes()) <= 80


def test_the_window_is_closed(news: Project):
    window = news.opened()
    window.type("a", RIGHT, "l")
    window.shows("2 saved")
    used = window.cpu()
    others = cpu_of_ended_children()
    window.hang_up()
    window.wait(most=3)
    assert cpu_of_ended_children() - others - used < 1
    assert len(news.quotes()) == 2


def test_the_window_is_closed_while_the_disk_is_slow(news: Project):
    window = news.opened(command=SLOW_DISK)
    window.type("a", RIGHT, "l", DOWN, "s")
    window.until(b"saving ", most=4)
    window.hang_up()
    window.wait(most=4)
    assert len(news.quotes()) == 3


def test_a_slow_disk_is_waited_for_when_leaving(news: Project):
    window = news.opened(command=SLOW_DISK)
    window.type("a", RIGHT, "l", "Q")
    assert window.ends()[0] == 0
    assert len(news.quotes()) == 2


def test_a_disk_that_fails_keeps_nobody_in(news: Project):
    """Q asks; Q again leaves, with the change in a file of its own and its name on the screen."""
    log = news.root / "annotations" / "ana" / "seeds" / "kamenik.txt.jsonl"
    window = news.opened()
    window.type("a")
    window.shows("1 saved")
    log.unlink()
    log.mkdir()
    window.type("l")
    window.shows("NOT SAVED (1)")
    window.type("Q")
    window.shows("again leaves")
    window.type("Q")
    code, said = window.ends()
    assert code == 1
    last_words = said.rpartition("\x1b[?1049l")[2]
    assert "unsaved changes were kept in" in last_words
    kept = last_words.rpartition("kept in ")[2].split()[0]
    assert kept.startswith(str(news.home / "state"))
    assert '"label":"location"' in Path(kept).read_text()


def test_a_second_window_may_look_only(news: Project):
    first = news.opened()
    second = news.opened()
    screen = second.screen()
    assert screen[0].rstrip().endswith("READ ONLY")
    assert f"(process {first.pid})" in screen[-2]
    wide = news.opened(size=(200, 30))
    assert "; Ctrl+L tries again" in wide.screen()[-2]
    second.type("a")
    assert "held by" in second.settled()[-2]
    second.type(DOWN, RIGHT)
    assert "paragraph 2 of 2" in second.settled()[-2]
    first.type("a")
    first.shows("1 saved")
    first.type("Q")
    first.ends()
    assert news.quotes() == [("actor", "Kamenik")]
    third = news.opened()
    assert "READ ONLY" not in third.screen()[0]
