"""What holds of any article and any keys."""

from drawing import KEYMAP, SCHEMA, play
from hypothesis import given
from hypothesis import strategies as st
from laws import check_fold, check_laws, check_selection
from made_up import articles, key_lists

from annotator.marking.selection import Selection
from annotator.session.moving import placed
from annotator.session.session import Mode, Session
from annotator.session.state import fold

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
        session, _ = pressed(session, ["_"])
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
