"""Reviewed paragraphs of an article that has changed."""

from drawing import SCHEMA, START, article_of

from annotator.marking.annotation import Mark
from annotator.session.anchor_review import confirmed, counts, review_of
from annotator.session.event import Event
from annotator.session.review_marks import moved_marks, without_stale
from annotator.session.reviewing import is_reviewed, review_mark, reviewed_count
from annotator.session.session import Session
from annotator.session.state import State, fold
from annotator.session.undoing import undo
from annotator.text.article import Article

BEFORE = "One stands here.\n\nTwo stands here.\n\nThe same.\n\nThe same.\n"


def reviewed(article: Article, *paragraphs: int) -> State:
    marks = [review_mark(article, number) for number in paragraphs]
    done = Mark(id="done", mark="done")
    return fold(
        Event(id=mark.id, rev=1, by="ana", ts="2026", batch=mark.id, record=mark)
        for mark in [*marks, done]
    )


def shown(article: Article, state: State) -> list[int]:
    spans = article.paragraphs
    return [number for number, span in enumerate(spans) if is_reviewed(state, span)]


def opened(text: str, *paragraphs: int) -> Session:
    article = article_of(text)
    state = without_stale(article, reviewed(article_of(BEFORE), *paragraphs))
    return Session(article, SCHEMA, "ana", state, moment=START)


def test_nothing_has_changed():
    session = opened(BEFORE, 0, 2)
    assert shown(session.article, session.state) == [0, 2]
    assert moved_marks(session.article, session.state) == ()


def test_a_paragraph_that_reads_otherwise_is_not_reviewed():
    session = opened(BEFORE.replace("One", "Own"), 0, 1)
    assert shown(session.article, session.state) == [1]
    assert moved_marks(session.article, session.state) == ()


def test_paragraphs_that_have_moved_are_found_and_placed_with_the_rest():
    session = opened("A new lead.\n\n" + BEFORE, 0, 2)
    assert shown(session.article, session.state) == []
    assert set(session.state.marks) == {"done"}
    review = review_of([], moved_marks(session.article, session.state))
    assert counts(review) == "2 reviewed paragraphs moved"
    step = confirmed(session, review)
    assert shown(session.article, step.session.state) == [1, 3]
    assert reviewed_count(step.session.state) == 2
    assert moved_marks(session.article, step.session.state) == ()
    assert set(undo(step.session).session.state.marks) >= {"done"}


def test_paragraphs_that_changed_places():
    session = opened("Two stands here.\n\nOne stands here.\n", 0, 1)
    assert shown(session.article, session.state) == []
    review = review_of([], moved_marks(session.article, session.state))
    assert shown(session.article, confirmed(session, review).session.state) == [0, 1]


def test_of_paragraphs_alike_each_is_taken_once_in_order():
    session = opened("x\n\nThe same.\n\ny\n\nThe same.\n\nThe same.\n", 2, 3)
    review = review_of([], moved_marks(session.article, session.state))
    assert shown(session.article, confirmed(session, review).session.state) == [1, 3]
