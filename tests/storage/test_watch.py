"""What others do to an article or its log while it is open is noticed without a key."""

import os
from pathlib import Path

ARTICLE = "seeds/a.txt"


def test_nothing_has_happened(library, put, log: Path):
    window = library()
    assert window.disturbance(ARTICLE) == ""
    window.open(ARTICLE)
    assert window.disturbance(ARTICLE) == ""
    window.save(ARTICLE, [put(1)])
    window.save(ARTICLE, [put(2)])
    assert window.disturbance(ARTICLE) == ""
    window.close(ARTICLE)
    log.unlink()
    assert window.disturbance(ARTICLE) == ""


def test_the_log_is_touched(library, put, log: Path):
    window = library()
    window.open(ARTICLE)
    window.save(ARTICLE, [put(1)])
    raw = log.read_bytes()
    log.write_bytes(raw + raw)
    assert "others have changed the log" in window.disturbance(ARTICLE)
    window.save(ARTICLE, [put(2)])
    assert window.disturbance(ARTICLE) == ""
    log.rename(log.with_suffix(".away"))
    assert "the log of this article has vanished" in window.disturbance(ARTICLE)
    log.with_suffix(".away").rename(log)
    assert window.disturbance(ARTICLE) == ""


def test_the_article_is_touched(library, root: Path):
    window = library()
    window.open(ARTICLE)
    path = root / ARTICLE
    text = path.read_text()
    path.write_text("New lead.\n\n" + text)
    assert "file has changed; open it anew" in window.disturbance(ARTICLE)
    window.open(ARTICLE)
    assert window.disturbance(ARTICLE) == ""
    path.rename(root / "seeds/b.txt")
    assert "is gone or was renamed" in window.disturbance(ARTICLE)
    os.mkfifo(path)
    assert "is gone" in window.disturbance(ARTICLE)


def test_a_window_that_may_only_look_says_nothing_of_its_log(library, put, log: Path):
    first, second = library(), library()
    first.open(ARTICLE)
    first.save(ARTICLE, [put(1)])
    second.open(ARTICLE)
    first.save(ARTICLE, [put(2)])
    assert second.disturbance(ARTICLE) == ""
