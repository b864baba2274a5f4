"""Undo and redo against a model that keeps whole states, over restarts."""

from drawing import SCHEMA, START, article_of, drawn, play
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from laws import content
from msgspec.structs import replace

from annotator.marking.annotation import Annotation, Relation
from annotator.session.event import Event
from annotator.session.session import Session
from annotator.session.state import apply, fold
from annotator.text.span import Span

ARTICLE = article_of("The fox, he said, ran.\n\n“Why?” Nobody knew.\n\nThe end.")
LABEL_KEYS = [label.key for label in SCHEMA.labels]


class Sitting(RuleBasedStateMachine):
    """Changes, undo, redo and restarts; `past` and `future` are the contents on either side."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(ARTICLE, SCHEMA, annotator="ana", moment=START).at(0)
        self.log: list[Event] = []
        self.past: list[dict] = []
        self.future: list[dict] = []

    def press(self, keys: str) -> tuple[Event, ...]:
        played = play(self.session, keys)
        self.session = played.session
        self.log += played.events
        return played.events

    def change(self, keys: str) -> None:
        before = content(self.session.state)
        if self.press(keys):
            assert content(self.session.state) != before
            self.past.append(before)
            self.future.clear()
        else:
            assert content(self.session.state) == before

    @rule(offset=st.integers(0, len(ARTICLE.text)), times=st.integers(0, 3))
    def go(self, offset, times):
        self.session = self.session.at(offset)
        self.press(") " * times)

    @rule(key=st.sampled_from(LABEL_KEYS))
    def tag(self, key):
        self.change(key)

    @rule(key=st.sampled_from(LABEL_KEYS), next_key=st.sampled_from(["tab", "@", "`"]))
    def relabel(self, key, next_key):
        self.press(next_key)
        if self.session.current():
            self.press("C")
            self.change(key)

    @rule(note=st.sampled_from(["red", "sly"]))
    def write_note(self, note):
        if self.session.current():
            self.change(f"W <{note}>")

    @rule()
    def remove(self):
        self.change("backspace")

    @rule(key=st.sampled_from(["enter", "M", "D"]))
    def review(self, key):
        self.change(key)

    @rule()
    @precondition(lambda self: len(self.session.state.annotations) > 1)
    def import_link(self):
        first, *_, last = self.session.state.annotations
        moment = replace(self.session.moment, ms=self.session.moment.ms + 1000)
        link = Relation(
            id=moment.ulid(1), relation="attributed_to", source=first.id, target=last.id
        )
        event = Event(id=link.id, rev=1, by="ana", ts=moment.ts, batch=moment.ulid(), record=link)
        self.past.append(content(self.session.state))
        self.future.clear()
        self.log.append(event)
        after = apply(self.session.state, [event])
        self.session = replace(self.session, state=after, moment=moment)

    @rule()
    def undo(self):
        events = self.press("U")
        assert bool(events) == bool(self.past)
        if self.past:
            self.future.append(self.before)
            assert content(self.session.state) == self.past.pop()

    @rule()
    def redo(self):
        events = self.press("Y")
        assert bool(events) == bool(self.future)
        if self.future:
            self.past.append(self.before)
            assert content(self.session.state) == self.future.pop()

    @rule(offset=st.integers(0, len(ARTICLE.text)))
    def restart(self, offset):
        state = fold(self.log)
        assert state == self.session.state
        fresh = Session(ARTICLE, SCHEMA, annotator="ana", state=state, moment=self.session.moment)
        self.session = fresh.at(offset)

    @invariant()
    def remember(self):
        self.before = content(self.session.state)

    @invariant()
    def no_link_hangs_loose(self):
        state = self.session.state
        for link in state.relations.values():
            assert {link.source, link.target} <= set(state.annotations.by_id)


TestSitting = Sitting.TestCase


def moved_away(session: Session) -> Session:
    """Return the session in the article as it became: its words stand elsewhere now."""
    return replace(session, article=article_of("A new lead. " + session.article.text))


def test_what_is_brought_back_to_words_that_are_gone_is_saved_but_not_shown():
    removed = play(drawn("The [fox|] ran."), "a backspace").session
    back = play(moved_away(removed), "U")
    (event,) = back.events
    assert event.record.quote == "fox"
    assert len(back.session.state.annotations) == 0
    assert "removal of actor “fox”" in back.session.message
    gone = play(back.session, "Y")
    assert gone.events[0].record is None
    again = play(gone.session, "U").session
    assert again.state.latest[event.id].record.quote == "fox"


def test_undo_after_the_article_changed_leaves_the_cursor_alone():
    removed = play(drawn("The [fox|] ran."), "a backspace").session
    before = moved_away(removed)
    assert play(before, "U").session.selection == before.selection


def test_an_annotation_comes_back_before_its_links_so_that_no_line_of_the_log_points_to_nothing():
    session = drawn("He said |it rained.\n- source: He\n* claim: it rained\n- attributed_to: 2 > 1")
    removed = play(session, "backspace")
    assert [event.id for event in removed.events] == ["given2", "given1"]
    assert [event.id for event in play(removed.session, "U").events] == ["given1", "given2"]
    assert len({event.batch for event in removed.events}) == 1


def test_the_undo_of_an_import_is_one_step_and_says_how_much():
    session = drawn("The |fox ran.")
    events = [
        Event(
            id=f"i{n}",
            rev=1,
            by="ana",
            ts=START.ts,
            batch="import",
            record=Annotation(id=f"i{n}", label="actor", start=n, end=n + 1, quote="The"[n]),
        )
        for n in range(3)
    ]
    session = replace(session, state=apply(session.state, events))
    undone = play(session, "U").session
    assert len(undone.state.annotations) == 0
    assert undone.message == "took back: 3 changes"
    assert undone.selection.span == Span(0, 1)
