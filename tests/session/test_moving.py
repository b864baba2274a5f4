"""What the screen does with rows and cells: it names a place, and the session goes there."""

import pytest
from drawing import canonical, drawing, drawn, play
from laws import check_selection

from annotator.session.moving import placed
from annotator.session.request import MovePages, MoveRows

ARTICLE = "The quick brown fox.\n\nIt ran."


def check_placed(before, words, after, *, extend):
    session = drawn(before)
    done = placed(session, session.article.text.index(words), extend=extend)
    assert drawing(done) == canonical(after)
    check_selection(done)


@pytest.mark.parametrize(
    "before, words, after",
    [
        ("The |quick fox.", "fox", "The quick |fox."),
        ("The [quick|] fox.", "fox", "The quick |fox."),
        ("The [quick|] fox.\nmode: extend", "fox", "The quick |fox."),
        ("One|.\n\nTwo.", "\nTwo", "One|.\n\nTwo."),
        ("|cafe\u0301s", "\u0301", "caf|e\u0301s"),
    ],
)
def test_putting_the_cursor(before, words, after):
    check_placed(before, words, after, extend=False)


@pytest.mark.parametrize(
    "before, words, after",
    [
        # What is pointed at is inside; back at the start nothing is selected.
        ("The |quick fox.", "fox", "The [quick f|]ox."),
        ("The [quick f|]ox.", "quick", "The |quick fox."),
        ("The [quick f|]ox.", "he", "T[|he ]quick fox."),
        ("caf|es", "s", "caf[es|]"),
        ("c|afe\u0301s", "\u0301", "c[afe\u0301|]s"),
        # In extend mode the word where it began stays inside.
        ("The [quick|] fox.\nmode: extend", "fox", "The [quick f|]ox.\nmode: extend"),
        ("The [quick|] fox.\nmode: extend", "he", "T[|he quick] fox.\nmode: extend"),
        ("The [quick fox|].\nmode: extend", "he", "T[|he quick] fox.\nmode: extend"),
        ("The [|quick] fox.\nmode: extend", "fox", "The [quick f|]ox.\nmode: extend"),
    ],
)
def test_putting_the_head(before, words, after):
    check_placed(before, words, after, extend=True)


def test_going_down_from_the_start_of_a_row_again_and_again_gets_on():
    """The cursor shows where the head was put, or the next row would be the same one."""
    session = drawn("|one\ntwo\nsix")
    for words in ("two", "six"):
        offset = session.article.text.index(words)
        session = placed(session, offset, extend=True)
        assert session.cursor == offset


@pytest.mark.parametrize(
    "before, keys, request_",
    [
        ("The |fox.", "down", MoveRows(1, extend=False)),
        ("The |fox.", "up", MoveRows(-1, extend=False)),
        ("The [fox|].\nmode: extend", "down", MoveRows(1, extend=True)),
        ("The |fox.", "shift+down", MoveRows(1, extend=True)),
        ("The |fox.", "shift+up", MoveRows(-1, extend=True)),
        ("The |fox.", "+", MovePages(1)),
        ("The |fox.", "pageup", MovePages(-1)),
    ],
)
def test_rows_and_screens_are_asked_for(before, keys, request_):
    played = play(drawn(before), keys)
    assert played.requests == (request_,)
    assert drawing(played.session) == canonical(before)
