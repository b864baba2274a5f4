"""What commands ask of the screen, and what single functions refuse."""

import pytest
from drawing import SCHEMA, drawn, play
from msgspec.structs import replace

from annotator.marking.selection import Selection
from annotator.session.commands import COMMANDS, perform
from annotator.session.finding import search
from annotator.session.limits import Limits
from annotator.session.moment import Moment
from annotator.session.request import (
    AskNote,
    AskSearch,
    FindVisible,
    OpenNeighbour,
    Quit,
    Show,
    Toggle,
)
from annotator.session.reviewing import is_done, is_reviewed, reviewed_count
from annotator.session.session import Session
from annotator.session.tagging import SPAN_LIMIT, write_note


@pytest.mark.parametrize(
    "key, request_",
    [
        ("/", AskSearch()),
        ("O", Show("articles")),
        ("?", Show("help")),
        (":", Show("palette")),
        ("J", OpenNeighbour(1)),
        ("K", OpenNeighbour(-1)),
        ("D", OpenNeighbour(1, unfinished=True)),
        ("Z", Toggle("alone")),
        ("T", Toggle("theme")),
        ("G", FindVisible(extends=False)),
        ("V", FindVisible(extends=True)),
        ("Q", Quit()),
    ],
)
def test_what_is_asked_of_the_screen(key, request_):
    assert play(drawn("The |fox."), key).requests == (request_,)


def test_taking_off_done_opens_no_other_article():
    assert play(drawn("The |fox.\n- done"), "D").requests == ()


def test_the_note_as_it_is_comes_with_the_question():
    session = drawn("The |fox.\n* actor: fox // note: red")
    assert play(session, "W").requests == (AskNote(session.current().id, "red"),)


@pytest.mark.parametrize(
    "drawing, key",
    [("|Ada met Ada, Ada, Ada.\n* actor: Ada", "*"), ("|Ada, Ada.\n? actor: Ada", "*")],
)
def test_mentions_beyond_the_limit_are_not_called_tagged(drawing, key):
    limits = Limits(annotations=1)
    session = replace(drawn(drawing), limits=limits)
    step = play(play(session, "tab").session if "?" in drawing else session, key)
    assert len(step.session.state.annotations) == 1
    assert "not done: you may have 1 annotation in an article" in step.session.message
    assert "tagged" not in step.session.message


def test_a_note_that_is_too_long_is_not_kept():
    session = drawn("The |fox.\n* actor: fox")
    step = write_note(session, session.current().id, "x" * 10_001)
    assert step.events == ()
    assert "10,000" in step.session.message


def test_a_note_is_refused_when_the_log_was_lost_meanwhile():
    session = replace(drawn("The |fox.\n* actor: fox"), read_only="held by bob")
    step = write_note(session, session.current().id, "red")
    assert step.events == ()
    assert step.session.message == "held by bob"


def test_a_note_for_an_annotation_that_is_gone_changes_nothing():
    assert write_note(drawn("The |fox."), "gone", "red").events == ()


def test_every_command_can_be_performed_in_an_empty_article():
    for command in COMMANDS:
        assert perform(drawn("|"), command, Moment(1, 1)).session.article.text == ""


def test_a_new_annotation_says_who_made_it_when_and_what_stands_around():
    (event,) = play(drawn("The |quick fox."), "a").events
    annotation = event.record
    assert (event.id, event.rev, event.batch) == (annotation.id, 1, annotation.id[:-1] + "0")
    assert (annotation.by, annotation.ts) == (event.by, event.ts) == ("ana", annotation.ts)
    assert (annotation.prefix, annotation.quote, annotation.suffix) == ("The ", "quick", " fox.")
    assert annotation.origin == "hand"


def test_a_change_keeps_what_it_does_not_know():
    session = drawn("The |fox.\n* actor: fox")
    (given,) = session.state.annotations
    extra = replace_record(session, given.id, extra={"from_the_future": 1}, origin="import:conll")
    (event,) = play(extra, "W <red>").events
    assert event.record.extra == {"from_the_future": 1}
    assert event.record.origin == "import:conll"


def replace_record(session: Session, annotation_id: str, **fields: object) -> Session:
    from msgspec import structs

    annotation = session.state.annotations.by_id[annotation_id]
    changed = session.state.annotations.changed([structs.replace(annotation, **fields)])
    return replace(session, state=replace(session.state, annotations=changed))


def test_the_counts_of_review():
    session = play(drawn("|One.\n\nTwo.\n- reviewed: 1"), "D").session
    first, second = session.article.paragraphs
    assert is_done(session.state)
    assert is_reviewed(session.state, first)
    assert not is_reviewed(session.state, second)
    assert reviewed_count(session.state) == 1


def test_marks_of_paragraphs_that_are_no_more_do_not_count_as_reviewed():
    changed = drawn("One.\n\n|Two.\n- reviewed: 1")
    other = drawn("A new lead.\n\n|Two.")
    session = replace(other, state=changed.state)
    assert play(session, "enter").session.message == "last paragraph; 1 not reviewed"


def test_a_search_does_not_touch_the_clock():
    session = drawn("The |fox.")
    assert search(session, "fox").session.moment == session.moment


def test_two_sessions_of_one_article_are_equal():
    session = drawn("The |fox.")
    assert Session(session.article, SCHEMA, "ana") == Session(session.article, SCHEMA, "ana")


def test_a_name_with_five_thousand_mentions_is_tagged_as_one_step():
    session = drawn("|" + "Kamenik fell and the army left. " * 5_001)
    tagged = play(session, "l *").session
    assert len(tagged.state.annotations) == 5_001
    assert "5000 more tagged" in tagged.message
    assert [a.origin for a in tagged.state.annotations][:2] == ["hand", "mention"]
    undone = play(tagged, "U").session
    assert len(undone.state.annotations) == 1


def test_a_form_that_was_accepted_says_of_which_name():
    events = play(drawn("The Adler Harbour Boar|d (AHB) met."), "N a * A").events
    assert [event.record.alias_of for event in events] == ["", "Adler Harbour Board"]


def test_a_span_that_no_line_of_a_log_could_hold_is_not_tagged():
    session = drawn("|" + "word " * (SPAN_LIMIT // 5 + 2))
    step = play(replace(session, selection=Selection(0, SPAN_LIMIT + 3)), "a")
    assert (step.events, step.session.message) == (
        (),
        "not tagged: a span has at most 100,000 characters",
    )
