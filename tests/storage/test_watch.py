"""What others do to an article or its log while it is open is noticed without a key."""

import os
from pathlib import Path

from annotator.session.library import Disturbance
from annotator.storage.event_log import read_log

ARTICLE = "seeds/a.txt"


def test_nothing_has_happened(library, put, log: Path):
    window = library()
    assert window.disturbance(ARTICLE) == Disturbance()
    window.open(ARTICLE)
    assert window.disturbance(ARTICLE) == Disturbance()
    window.save(ARTICLE, [put(1)])
    window.save(ARTICLE, [put(2)])
    assert window.disturbance(ARTICLE) == Disturbance()
    window.close(ARTICLE)
    log.unlink()
    assert window.disturbance(ARTICLE) == Disturbance()


def test_the_log_is_touched(library, put, log: Path):
    window = library()
    window.open(ARTICLE)
    window.save(ARTICLE, [put(1)])
    raw = log.read_bytes()
    log.write_bytes(raw + raw)
    assert "others have changed the log" in window.disturbance(ARTICLE).said
    window.save(ARTICLE, [put(2)])
    assert window.disturbance(ARTICLE) == Disturbance()
    log.rename(log.with_suffix(".away"))
    assert window.disturbance(ARTICLE) == Disturbance("the log of this article has vanished", True)
    log.with_suffix(".away").rename(log)
    assert window.disturbance(ARTICLE) == Disturbance()


def test_what_was_saved_is_missing_from_the_log(library, put, log: Path):
    window = library()
    window.open(ARTICLE)
    window.save(ARTICLE, [put(1)])
    one = log.read_bytes()
    window.save(ARTICLE, [put(2), put(3)])
    log.write_bytes(one)
    said = "the log of this article has lost 2 of the changes saved in it"
    assert window.disturbance(ARTICLE) == Disturbance(said, True)
    assert window.write_back(ARTICLE) == 2
    assert window.disturbance(ARTICLE) == Disturbance()
    window.save(ARTICLE, [put(4)])
    assert log.read_bytes().startswith(one)
    assert [event.id for event in read_log(str(log)).events] == [put(n).id for n in (1, 2, 3, 4)]


def test_the_article_is_touched(library, root: Path):
    window = library()
    window.open(ARTICLE)
    path = root / ARTICLE
    text = path.read_text()
    path.write_text("New lead.\n\n" + text)
    assert "file has changed; open it anew" in window.disturbance(ARTICLE).said
    window.open(ARTICLE)
    assert window.disturbance(ARTICLE) == Disturbance()
    path.rename(root / "seeds/b.txt")
    assert "is gone or was renamed" in window.disturbance(ARTICLE).said
    os.mkfifo(path)
    assert "is gone" in window.disturbance(ARTICLE).said


def test_a_window_that_may_only_look_says_nothing_of_its_log(library, put, log: Path):
    first, second = library(), library()
    first.open(ARTICLE)
    first.save(ARTICLE, [put(1)])
    second.open(ARTICLE)
    first.save(ARTICLE, [put(2)])
    assert second.disturbance(ARTICLE) == Disturbance()
