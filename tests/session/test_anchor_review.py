"""What a person decides about annotations in a changed article, and what is written of it."""

import pytest
from drawing import SCHEMA, START, article_of
from msgspec.structs import replace

from annotator.marking.anchor import context
from annotator.marking.anchoring import reanchored
from annotator.marking.annotation import Annotation, Mark, Relation
from annotator.session.anchor_review import (
    AnchorReview,
    Choice,
    all_moved_accepted,
    brought,
    chosen,
    confirmed,
    counts,
    is_current,
    live_annotations,
    moved_to,
    put_at,
    review_of,
)
from annotator.session.event import Event
from annotator.session.session import Session
from annotator.session.state import fold
from annotator.session.undoing import redo, undo
from annotator.text.span import Span

BEFORE = "Kamenik fell, the army said in a statement.\n\nThe Observatory denied it on Sunday.\n"
AFTER = "A new lead.\n\nKamenik fell, an army said in a statement.\n\nNobody spoke on Sunday.\n"


def noted(words: str, label: str = "actor", text: str = BEFORE) -> Annotation:
    span = Span(text.index(words), text.index(words) + len(words))
    prefix, suffix = context(text, span)
    return Annotation(
        id=f"{label} {words}", label=label, start=span.start, end=span.end, quote=words,
        prefix=prefix, suffix=suffix, by="ana",
    )  # fmt: skip # lined up to be compared


def put(*records: Annotation | Relation | Mark) -> list[Event]:
    return [
        Event(id=record.id, rev=1, by="ana", ts="2026", batch=f"b{number}", record=record)
        for number, record in enumerate(records)
    ]


KAMENIK, ARMY, OBSERVATORY = noted("Kamenik"), noted("the army", "source"), noted("Observatory")
LINK = Relation(id="link", relation="attributed_to", source=OBSERVATORY.id, target=ARMY.id)


@pytest.fixture
def session() -> Session:
    """Return the session of the changed article, as the library opens it: orphans are not shown."""
    article = article_of(AFTER)
    state = fold(put(KAMENIK, ARMY, OBSERVATORY, LINK))
    gone = [a.id for a in state.annotations if AFTER[a.start : a.end] != a.quote]
    state = replace(state, annotations=state.annotations.changed(removed=gone))
    return Session(article, SCHEMA, "ana", state, moment=START)


def review(session: Session) -> AnchorReview:
    return review_of(reanchored(session.article.text, live_annotations(session.state)))


def shown(session: Session) -> list[str]:
    return [session.article.quote(annotation.span) for annotation in session.state.annotations]


def test_what_surely_moved_is_to_be_accepted_and_the_rest_undecided(session: Session):
    fates = [
        (v.annotation.quote, v.anchored.fate.value, v.choice) for v in review(session).verdicts
    ]
    assert fates == [
        ("Kamenik", "moved", Choice.ACCEPT),
        ("the army", "needs a look", Choice.OPEN),
        ("Observatory", "orphan", Choice.OPEN),
    ]
    assert counts(review(session)) == "1 moved, 1 needs a look, 1 orphan"


def test_looking_changes_nothing(session: Session):
    assert shown(session) == []
    assert is_current(review(session), session.state)


def test_what_was_decided_is_one_act_that_one_undo_takes_back(session: Session):
    decided = chosen(moved_to(review(session), 1), Choice.ACCEPT)
    step = confirmed(session, decided)
    assert shown(step.session) == ["Kamenik", "an army"]
    assert [event.rev for event in step.events] == [2, 2]
    assert len({event.batch for event in step.events}) == 1
    assert "2 placed" in step.session.message
    back = undo(step.session).session
    assert shown(back) == []
    assert back.state.latest[KAMENIK.id].record.start == KAMENIK.start
    assert shown(redo(back).session) == ["Kamenik", "an army"]
    assert not is_current(decided, step.session.state)


def test_a_place_that_the_person_selects(session: Session):
    nobody = Span(AFTER.index("Nobody"), AFTER.index("Nobody") + 6)
    decided = put_at(replace(moved_to(review(session), 2), placing=True), nobody)
    assert not decided.placing
    after = confirmed(session, decided).session
    assert shown(after) == ["Kamenik", "Nobody"]
    assert after.state.annotations.by_id[OBSERVATORY.id].quote == "Nobody"


def test_nothing_selected_places_nothing(session: Session):
    before = moved_to(review(session), 2)
    assert put_at(replace(before, placing=True), Span(3, 3)) == before


def test_what_is_left_stays_as_it_is(session: Session):
    decided = chosen(review(session), Choice.LEAVE)
    step = confirmed(session, decided)
    assert not step.events
    assert step.session.message == "nothing was decided, so nothing is written"


def test_what_is_removed_takes_its_links_along(session: Session):
    decided = chosen(moved_to(review(session), 2), Choice.REMOVE)
    step = confirmed(session, decided)
    removed = {event.id for event in step.events if event.record is None}
    assert removed == {OBSERVATORY.id, LINK.id}
    assert set(undo(step.session).session.state.relations) == {LINK.id}


def test_deciding_the_same_again_takes_it_back(session: Session):
    twice = chosen(chosen(review(session), Choice.LEAVE), Choice.LEAVE)
    assert twice.current.choice is Choice.OPEN
    assert all_moved_accepted(twice).current.choice is Choice.ACCEPT


def test_what_has_no_place_cannot_be_accepted(session: Session):
    at_orphan = moved_to(review(session), 2)
    assert chosen(at_orphan, Choice.ACCEPT) == at_orphan


def test_read_only_writes_nothing(session: Session):
    step = confirmed(replace(session, read_only="held by bob"), review(session))
    assert (step.events, step.session.message) == ((), "held by bob")


def test_an_article_with_another_name_gets_all_that_was_said():
    article = article_of(BEFORE)
    new = Session(article, SCHEMA, "ana", moment=START)
    done = Mark(id="done", mark="done")
    offered = brought("seeds/old.txt", [KAMENIK, ARMY, OBSERVATORY, LINK, done])
    assert is_current(offered, new.state)
    without = chosen(moved_to(offered, 1), Choice.LEAVE)
    step = confirmed(new, without)
    assert shown(step.session) == ["Kamenik", "Observatory"]
    assert not step.session.state.relations  # One of its ends was left.
    assert set(step.session.state.marks) == {"done"}
    assert not is_current(offered, step.session.state)
    assert "from seeds/old.txt" in step.session.message
    assert not undo(step.session).session.state.marks
    assert len(confirmed(new, offered).session.state.relations) == 1


def test_no_annotation_at_all():
    empty = AnchorReview()
    assert moved_to(empty, 3) == chosen(empty, Choice.ACCEPT) == empty
    assert counts(empty) == ""
