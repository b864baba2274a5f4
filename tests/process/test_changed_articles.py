"""An article that has changed, or has another name, since it was annotated."""

from harmless_bytes import check_bytes
from window import BACKSPACE, DOWN, ENTER, ESCAPE, LEFT, RIGHT, Project

from annotator.marking.annotation import Annotation
from annotator.session.event import Event
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.line_types import Header

CTRL_R = "\x12"
BEFORE = "Kamenik fell, the army said.\n\nThe Observatory denied it on Sunday.\n"
AFTER = "A new lead.\n\nKamenik fell, an army said.\n\nNobody denied a thing.\n"


def annotated(project: Project, name: str = "seeds/kamenik.txt", text: str = BEFORE) -> bytes:
    """Tag Kamenik, the army and the Observatory; return the log."""
    project.write(name, text)
    window = project.opened()
    window.type("a", RIGHT, RIGHT, " ", RIGHT, "s", ESCAPE, "}", RIGHT, "s")
    window.shows("3 saved")
    window.type("Q")
    assert window.ends()[0] == 0
    return (project.root / f"annotations/ana/{name}.jsonl").read_bytes()


def test_what_became_of_each_is_counted_shown_decided_and_undone(project: Project):
    log = project.root / "annotations/ana/seeds/kamenik.txt.jsonl"
    before = annotated(project)
    project.write("seeds/kamenik.txt", AFTER)

    window = project.opened()
    window.shows("the article has changed: 1 moved")
    assert "1 of 1 · 3 to place" in window.screen()[0]
    assert log.read_bytes() == before
    window.type(CTRL_R)
    rows = window.shows("as it was")
    assert any("✓ moved" in row and "“Kamenik”" in row for row in rows)
    window.type(ESCAPE)
    window.shows("nothing is written yet")
    assert log.read_bytes() == before

    window.type(CTRL_R)
    window.shows("as it was")
    window.type(DOWN, DOWN, "s")
    window.shows("select the words for “The Observatory”")
    window.type("E", LEFT, " ", CTRL_R)
    window.shows("paragraph 3: other words")
    assert log.read_bytes() == before
    window.type("w")
    window.shows("annotations: ")
    assert "to place" not in window.screen()[0]
    window.shows("5 saved")
    assert log.read_bytes().startswith(before)
    placed = [(r["label"], r["quote"]) for r in project.exported() if r["anchor"] == "exact"]
    assert placed == [("actor", "Kamenik"), ("source", "thing")]
    window.type("U")
    window.shows("took back: 2 changes")
    window.shows("7 saved")
    assert not [r for r in project.exported() if r["anchor"] == "exact"]
    window.type("Q")
    window.ends()


def test_places_in_an_article_that_changes_meanwhile_are_not_written(project: Project):
    log = project.root / "annotations/ana/seeds/kamenik.txt.jsonl"
    before = annotated(project)
    project.write("seeds/kamenik.txt", AFTER)
    window = project.opened()
    window.shows("3 to place")
    window.type(CTRL_R)
    window.shows("as it was")
    project.write("seeds/kamenik.txt", "A newer lead.\n\n" + AFTER)
    window.type("w")
    window.shows("nothing is written: the article has changed again")
    assert log.read_bytes() == before
    window.type("\x0c")
    window.shows("A newer lead.")
    window.shows("the article has changed: 1 moved")


def test_a_renamed_article_is_known_by_what_it_was_changed_to(project: Project):
    annotated(project)
    project.write("seeds/kamenik.txt", "A new lead.\n\n" + BEFORE)
    window = project.opened()
    window.shows("3 moved")
    window.type(CTRL_R)
    window.shows("as it was")
    window.type("w")
    window.shows("3 placed")
    window.shows("6 saved")
    window.type("Q")
    window.ends()
    (project.root / "seeds/kamenik.txt").rename(project.root / "seeds/lethany.txt")
    said = project.run("check").stdout.decode()
    assert "'seeds/lethany.txt' has the same bytes" in said
    window = project.opened()
    window.shows("3 annotations fit from seeds/kamenik.txt, which is gone")


def test_what_is_gone_can_be_removed(project: Project):
    annotated(project)
    project.write("seeds/kamenik.txt", "Quite another article stands here.\n")
    window = project.opened()
    window.shows("the article has changed: 3 orphans")
    window.type(CTRL_R)
    window.shows("its words are gone")
    window.type(ENTER)
    window.shows("it has no place yet: S chooses one")
    window.type(BACKSPACE, BACKSPACE, BACKSPACE, "w")
    window.shows("3 removed")
    window.shows("6 saved")
    assert project.exported() == []


def test_nothing_has_changed(news: Project):
    window = news.opened()
    window.type("a")
    window.shows("1 saved")
    window.type(CTRL_R)
    window.shows("every annotation stands where it was made")
    window.type(RIGHT, "l")
    window.shows("2 saved")


def test_an_article_that_was_renamed_is_known_by_its_bytes(project: Project):
    annotated(project, "seeds/old.txt")
    old = project.root / "seeds/old.txt"
    old.rename(project.root / "seeds/new name.txt")
    old_log = project.root / "annotations/ana/seeds/old.txt.jsonl"
    before = old_log.read_bytes()

    window = project.opened()
    window.shows("3 annotations fit from seeds/old.txt, which is gone")
    new_log = project.root / "annotations/ana/seeds/new name.txt.jsonl"
    assert not new_log.exists()
    window.type(CTRL_R)
    window.shows("annotations of seeds/old.txt, which is gone: 3")
    window.type("w")
    window.shows("3 placed")
    window.shows("3 saved")
    assert old_log.read_bytes() == before
    assert [r["article"] for r in project.exported()] == ["seeds/new name.txt"] * 3
    window.type("U")
    window.shows("took back")
    window.shows("6 saved")
    window.type("Q")
    window.ends()
    assert "seeds/new name.txt' has the same bytes" in project.run("check").stdout.decode()
    again = project.opened()
    again.shows("3 annotations fit from seeds/old.txt, which is gone")


def test_read_only_says_what_changed_and_decides_nothing(project: Project):
    annotated(project)
    project.write("seeds/kamenik.txt", AFTER)
    first = project.opened()
    second = project.opened()
    second.shows("READ ONLY")
    second.shows("the article has changed: 1 moved, 2 orphans · held by")
    second.type(CTRL_R)
    second.shows("held by")
    first.type("Q")


def test_enter_accepts_a_place_that_needs_a_look(project: Project):
    text = "Kamenik fell at the end of the week, as the army said.\n\nThe town was quiet.\n"
    annotated(project, text=text)
    project.write("seeds/kamenik.txt", text.replace("Kamenik", "Kammenik"))
    window = project.opened()
    window.shows("1 needs a look")
    window.type(CTRL_R)
    window.shows("paragraph 1: other words")
    window.type(ENTER, "w")
    window.shows(" placed")
    assert project.exported()[0]["quote"] == "Kammenik"


def test_hostile_words_are_shown_harmlessly(project: Project):
    """An orphan's label, quote and context come from a log that anybody may have written."""
    attack = "\x1b]0;owned\x07\x9b2J\u202e[@click=app.quit]x[/]\0"
    annotation = Annotation(
        id="x", label=attack, start=0, end=len(attack), quote=attack, prefix=attack, suffix=attack
    )
    event = Event(id="x", rev=1, by=attack, ts=attack, batch="b", record=annotation)
    header = encode_header(Header(annotate=1, article="seeds/kamenik.txt", sha256="5e", by="ana"))
    project.write("seeds/kamenik.txt", BEFORE)
    project.write("annotations/ana/seeds/kamenik.txt.jsonl", header + encode_event(event))
    window = project.opened()
    window.shows("the article has changed: 1 orphan")
    window.type(CTRL_R)
    window.shows("its words are gone")
    window.type("s")
    window.shows("select the words for")
    window.type(CTRL_R)
    window.shows("its words are gone")
    window.type(BACKSPACE, "w")
    window.shows("1 removed")
    window.type("U", "Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)


def test_what_waits_in_one_article_does_not_in_the_next(project: Project):
    annotated(project)
    project.write("seeds/kamenik.txt", AFTER)
    project.write("seeds/second.txt", "Nothing was said here.\n")
    window = project.opened("seeds")
    window.shows("1 of 2 · 3 to place")
    window.type("J")
    window.shows("2 of 2")
    assert "to place" not in window.settled()[0]
    window.type("K")
    window.shows("1 of 2 · 3 to place")
