"""The saver: what happens to changes while the disk is slow, or full."""

from threading import Condition, Event
from time import monotonic

import pytest
from drawing import drawn, play

from annotator.errors import StorageError
from annotator.ui import saver as saver_module
from annotator.ui.chrome import Saving
from annotator.ui.saver import Report, Saver

MOST = 5.0
FULL = "disk full; free some space"
EVENTS = play(drawn("The |quick brown fox."), "a right s right l").events


class Disk:
    """A library that only saves; it can be full, or so slow that nothing comes back."""

    def __init__(self):
        self.saved = []
        self.rescued = []
        self.tries = 0
        self.full = False
        self.news = ()
        self.quick = Event()
        self.quick.set()

    def save(self, article_id, events):
        self.tries += 1
        assert self.quick.wait(MOST)
        if self.full:
            raise StorageError(FULL)
        self.saved += [(article_id, event) for event in events]
        return self.news

    def rescue(self, article_id, events):
        self.rescued.append((article_id, events))
        return f"/state/{article_id}"


class Told:
    """What the saver tells, in order."""

    def __init__(self):
        self.reports = []
        self._changed = Condition()

    def __call__(self, report):
        with self._changed:
            self.reports.append(report)
            self._changed.notify_all()

    def wait(self, number):
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.reports) >= number, MOST)


@pytest.fixture
def disk():
    disk = Disk()
    yield disk
    disk.full = False
    disk.quick.set()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def saver(disk, told):
    saver = Saver(disk, told)
    yield saver
    disk.full = False
    disk.quick.set()
    saver.add("end.txt", ())
    assert saver.flush(MOST)


def test_what_is_added_is_saved_and_counted(saver, disk):
    saver.begin(14)
    assert saver.saving() == Saving(14)
    saver.add("a.txt", EVENTS[:2])
    assert saver.flush(MOST)
    assert disk.saved == [("a.txt", EVENTS[0]), ("a.txt", EVENTS[1])]
    assert saver.saving() == Saving(16)


def test_what_is_under_way_is_not_counted_as_saved(saver, disk):
    disk.quick.clear()
    saver.add("a.txt", EVENTS[:1])
    saver.add("a.txt", EVENTS[1:3])
    assert saver.saving() == Saving(0, 3)
    assert not saver.flush(0.01)
    assert saver.unsaved() == [("a.txt", EVENTS[:1]), ("a.txt", EVENTS[1:3])]
    disk.quick.set()
    assert saver.flush(MOST)
    assert saver.saving() == Saving(3)
    assert saver.unsaved() == []


def test_what_waits_is_saved_together_but_never_two_articles(saver, disk, told):
    disk.quick.clear()
    for article_id, event in zip(["a.txt", "b.txt", "b.txt"], EVENTS, strict=False):
        saver.add(article_id, [event])
    disk.quick.set()
    assert saver.flush(MOST)
    told.wait(2)
    assert [report.article_id for report in told.reports] in (
        ["a.txt", "b.txt"],
        ["a.txt", "b.txt", "b.txt"],
    )
    assert disk.saved == list(zip(["a.txt", "b.txt", "b.txt"], EVENTS, strict=False))


def test_order_is_kept_however_it_comes(saver, disk):
    for event in EVENTS * 20:
        saver.add("a.txt", [event])
    assert saver.flush(MOST)
    assert [event for _, event in disk.saved] == [*EVENTS * 20]


def test_a_failure_is_told_and_nothing_is_lost(saver, disk, told):
    disk.full = True
    saver.add("a.txt", EVENTS[:2])
    assert not saver.flush(MOST)
    told.wait(1)
    assert saver.saving() == Saving(0, 2, FULL)
    assert saver.unsaved() == [("a.txt", EVENTS[:2])]
    assert disk.saved == []


def test_a_failure_ends_the_waiting_at_once(saver, disk):
    disk.full = True
    saver.add("a.txt", EVENTS[:1])
    began = monotonic()
    assert not saver.flush(MOST)
    assert monotonic() - began < MOST


def test_it_recovers_at_the_next_change(saver, disk, told):
    disk.full = True
    saver.add("a.txt", EVENTS[:1])
    told.wait(1)
    disk.full = False
    saver.add("a.txt", EVENTS[1:2])
    assert saver.flush(MOST)
    assert [event for _, event in disk.saved] == [*EVENTS[:2]]
    assert saver.saving() == Saving(2)


def test_it_recovers_by_itself(saver, disk, told, monkeypatch):
    monkeypatch.setattr(saver_module, "RETRY", 0.001)
    disk.full = True
    saver.add("a.txt", EVENTS[:1])
    told.wait(3)
    assert disk.saved == []
    disk.full = False
    told.wait(len(told.reports) + 1)
    end = monotonic() + MOST
    while saver.saving() != Saving(1):
        assert monotonic() < end
    assert [event for _, event in disk.saved] == [*EVENTS[:1]]


def test_a_failure_is_not_tried_again_in_haste(saver, disk, told):
    disk.full = True
    saver.add("a.txt", EVENTS[:1])
    told.wait(1)
    assert not saver.flush(0.05)
    assert disk.tries == 1


def test_what_is_not_saved_is_rescued_in_one_file_an_article(saver, disk, told):
    disk.full = True
    for article_id, event in zip(["a.txt", "b.txt", "a.txt"], EVENTS, strict=False):
        saver.add(article_id, [event])
    assert saver.rescue() == ["/state/a.txt", "/state/b.txt"]
    assert disk.rescued == [("a.txt", [EVENTS[0], EVENTS[2]]), ("b.txt", [EVENTS[1]])]


def test_news_are_told(saver, disk, told):
    disk.news = EVENTS[1:]
    saver.add("a.txt", EVENTS[:1])
    told.wait(1)
    assert told.reports == [Report("a.txt", EVENTS[1:])]


def test_flushing_nothing_takes_no_time(saver):
    assert saver.flush(0.0)
