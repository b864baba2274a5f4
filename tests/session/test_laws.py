"""What holds of any article and any keys."""

from arbitrary import articles, key_lists
from drawing import KEYMAP, SCHEMA, START, play
from hypothesis import given
from hypothesis import strategies as st
from laws import check_fold, check_laws, check_selection, check_undo
from msgspec.structs import replace

from annotator.marking.annotation import Annotation
from annotator.marking.selection import Selection
from annotator.session.commands import press
from annotator.session.event import Event
from annotator.session.moving import placed
from annotator.session.session import Mode, Session
from annotator.session.state import History, fold

MOVES = [
    key for key, c in KEYMAP.by_key.items() if c.id.startswith(("move.", "extend.", "select."))
]
DIRECTIONS = [
    ("right", "left"),
    (".", ","),
    ("]", "["),
    ("}", "{"),
]


def sitting(article, offset=0):
    return Session(article, SCHEMA, annotator="ana").at(offset)


def pressed(session, keys):
    """Press keys; a question is answered only if it is asked."""
    events = []
    for key in keys:
        command, *answer = key.split(" ", 1)
        asked = play(session, command)
        played = play(session, key) if answer and asked.requests else asked
        session = played.session
        events += played.events
    return session, events


@given(articles(), st.integers(0, 300), key_lists())
def test_any_keys_keep_the_laws(article, offset, keys):
    start = sitting(article, offset)
    end, events = pressed(start, keys)
    check_laws(start, end, events)


@given(articles(), key_lists())
def test_a_session_opened_again_is_the_one_that_was_left(article, keys):
    end, events = pressed(sitting(article), keys)
    assert fold(events) == end.state


@given(articles(), key_lists(), st.integers(0, 30))
def test_events_known_already_change_nothing(article, keys, again):
    start = sitting(article)
    end, events = pressed(start, keys)
    check_fold(start, end, [*events, *events[-again:]])


@given(articles(), st.integers(0, 300), st.lists(st.sampled_from(MOVES), max_size=20))
def test_moving_and_selecting_change_no_annotation(article, offset, keys):
    start = sitting(article, offset)
    end, events = pressed(start, keys)
    check_selection(end)
    assert not events
    assert end.state is start.state


@given(articles(), st.integers(0, 300), st.sampled_from(DIRECTIONS))
def test_moving_on_gets_to_the_end_and_back_to_the_start(article, offset, keys):
    forward, backward = keys
    session = sitting(article, offset)
    for key in (forward, backward):
        for _ in range(len(article.text) + 1):
            after, _ = pressed(session, [key])
            if after.selection == session.selection:
                break
            assert (after.cursor > session.cursor) == (key == forward)
            session = after
        else:
            raise AssertionError(f"{key} never ends")


@given(articles(), st.integers(0, 300), st.sampled_from([*DIRECTIONS, (")", "("), (">", "<")]))
def test_extending_to_the_end_and_back_keeps_the_start(article, offset, keys):
    start, _ = pressed(sitting(article, offset), ["space"])
    forward, backward = keys
    grown, _ = pressed(start, [forward] * (len(article.text) + 1))
    assert grown.selection.span.covers(start.selection.span)
    turned, _ = pressed(grown, [backward] * (2 * len(article.text) + 1))
    check_selection(turned)
    assert turned.selection.head <= start.selection.anchor


@given(articles(), st.integers(0, 300), key_lists(8), st.integers(1, 8))
def test_shrinking_leads_back_down_the_way_that_was_grown(article, offset, keys, times):
    start, _ = pressed(sitting(article, offset), keys)
    visited = [start]
    for _ in range(times):
        grown, _ = pressed(visited[-1], ["="])
        if grown.selection == visited[-1].selection:
            break
        assert grown.selection.span.covers(visited[-1].selection.span)
        visited.append(grown)
    session = visited.pop()
    while visited:
        session, _ = pressed(session, ["-"])
        assert session.selection == visited.pop().selection


@given(articles(), st.integers(0, 300), st.integers(0, 300), st.sampled_from(Mode), st.booleans())
def test_the_cursor_can_be_put_anywhere(article, first, second, mode, extend):
    session = sitting(article, first).selected(
        Selection(*[sitting(article, first).cursor] * 2), mode
    )
    for offset in (second, first):
        session = placed(session, offset, extend=extend)
        check_selection(session)
    if extend and mode is Mode.READ:
        assert session.selection == sitting(article, first).selection


@given(articles(), st.lists(st.text(max_size=5), max_size=5), st.sampled_from(Mode))
def test_whatever_a_terminal_sends_is_answered(article, any_keys, mode):
    session = replace(sitting(article), mode=mode)
    for key in any_keys:
        session = press(session, KEYMAP, key, session.moment).session
        assert session.message or key in KEYMAP.by_key


@given(articles(), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60))), key_lists())
def test_annotations_that_were_imported_as_they_came_do_no_harm(article, places, keys):
    text = article.text
    given_ = [
        put(text, number, start, start + length)
        for number, (start, length) in enumerate(places)
        if start + length <= len(text)
    ]
    start = replace(sitting(article), state=replace(fold(given_), history=History()))
    end, events = pressed(start, keys)
    span = end.selection.span
    assert 0 <= span.start <= span.end <= len(text)
    assert 0 <= end.cursor <= len(text)
    check_fold(start, end, events)
    check_undo(start, end)


def put(text, number, start, end):
    annotation = Annotation(
        id=f"i{number}", label="actor", start=start, end=end, quote=text[start:end]
    )
    return Event(id=annotation.id, rev=1, by="bob", ts=START.ts, batch="import", record=annotation)
