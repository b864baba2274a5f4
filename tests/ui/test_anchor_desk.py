"""Changed places as the reader keeps them: looked for once, forgotten with the article."""

from drawing import SCHEMA, START, article_of
from msgspec.structs import replace

from annotator.marking.annotation import Annotation
from annotator.session.anchor_review import AnchorReview, confirmed, live_annotations
from annotator.session.event import Event
from annotator.session.library import Opened, Predecessor
from annotator.session.session import Session
from annotator.session.state import State, fold
from annotator.session.undoing import undo
from annotator.ui import anchor_desk
from annotator.ui.anchor_desk import AnchorDesk

BEFORE = "Kamenik fell, the army said in a statement on Monday.\n"
AFTER = f"A new lead.\n\n{BEFORE}"
KAMENIK = Annotation(
    id="a", label="actor", start=0, end=7, quote="Kamenik", suffix=BEFORE[7:39], by="ana"
)


class Nowhere:
    """A library in which no article has gone."""

    def predecessor(self, _article: object) -> Predecessor | None:
        return None


def opened(text: str, *annotations: Annotation, changed: bool = True) -> tuple[Opened, Session]:
    article = article_of(text)
    events = [Event(id=a.id, rev=1, by="ana", ts="2026", batch=a.id, record=a) for a in annotations]
    state = fold(events)
    return (
        Opened(article, state, tuple(annotations), changed=changed),
        Session(article, SCHEMA, "ana", state, moment=START),
    )


def test_each_annotation_is_looked_for_once(monkeypatch):
    looked_for: list[str] = []
    real = anchor_desk.reanchored

    def watch(text, annotations):
        looked_for.extend(one.id for one in annotations)
        return real(text, annotations)

    monkeypatch.setattr(anchor_desk, "reanchored", watch)
    desk = AnchorDesk()
    given, session = opened(AFTER, KAMENIK)
    assert desk.survey(given, Nowhere()) == "the article has changed: 1 moved"
    review = desk.review(session)
    assert looked_for == ["a"]
    assert desk.left == 0
    placed = confirmed(session, review).session
    assert not desk.review(placed).verdicts
    assert looked_for == ["a", "a"]  # Its words are at another place now.
    back = undo(placed).session
    assert len(desk.review(back).verdicts) == 1
    assert looked_for == ["a", "a"]


def test_what_has_not_changed_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(anchor_desk, "reanchored", None)
    given, _ = opened(BEFORE, changed=False)
    assert AnchorDesk().survey(given, Nowhere()) == ""


def test_offsets_that_were_edited_by_hand_are_no_change_of_the_article():
    given, _ = opened(BEFORE, replace(KAMENIK, end=6), changed=False)
    assert AnchorDesk().survey(given, Nowhere()) == "the log was edited: 1 moved"


def test_a_search_ends_when_the_article_is_left(monkeypatch):
    desk = AnchorDesk()
    given, session = opened(AFTER, KAMENIK)

    def left_meanwhile(text, annotations):
        desk.sit_down()
        yield from real(text, annotations)

    real = anchor_desk.reanchored
    monkeypatch.setattr(anchor_desk, "reanchored", left_meanwhile)
    assert desk.survey(given, Nowhere()) == ""
    assert live_annotations(session.state)


def test_leaving_the_screen_keeps_what_was_decided():
    desk = AnchorDesk()
    given, session = opened(AFTER, KAMENIK)
    desk.survey(given, Nowhere())
    review = desk.review(session)
    step = desk.answered(session, "back", review, "Ctrl+R")
    assert step.session.message == "nothing is written yet; Ctrl+R goes on"
    assert desk.review(session) == review
    assert not step.events


def test_nothing_at_all():
    desk = AnchorDesk()
    session = Session(article_of(""), SCHEMA, "ana", State(), moment=START)
    assert desk.review(session) == AnchorReview()
    assert not desk.answered(session, "place", AnchorReview(), "Ctrl+R").events
