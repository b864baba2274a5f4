"""A sitting: rows, pages, the mouse, other sizes."""

from itertools import count

import pytest
from arbitrary import articles
from drawing import KEYMAP, START, article_of, drawing, drawn
from hypothesis import given
from hypothesis import strategies as st
from painting import opened, shown, sitting, text_rows

from annotator.session.event import Event
from annotator.session.moment import Moment
from annotator.session.request import AskSearch, Quit, Show
from annotator.ui.chrome import Saving
from annotator.ui.layout import Spot

LONG = "\n\n".join(f"Paragraph {number} says nothing new at all today." for number in range(1, 60))
GUTTER = 5

numbers = count(1)


def window_on(text, columns=80, rows=24):
    """Return a window on a drawn article."""
    return sitting(drawn(text), columns, rows)


def press(window, *commands):
    """Press the keys of commands, or keys."""
    requests = []
    for name in commands:
        key = KEYMAP.key(name) or name
        step = window.press(key, Moment(START.ms + 1000 * next(numbers), next(numbers) << 40))
        requests += step.requests
    return requests


def stands(window):
    """Return the drawing of the session without its annotations."""
    return drawing(window.session).split("\n- ")[0]


UP, DOWN = "move.row_up", "move.row_down"


@pytest.mark.parametrize(
    "start, keys, expected",
    [
        (
            "aaaa b|bbb cccc\n\nx\n\ndddd eeee ffff",
            [DOWN],
            "aaaa bbbb cccc\n\n|x\n\ndddd eeee ffff",
        ),
        (
            "aaaa b|bbb cccc\n\nx\n\ndddd eeee ffff",
            [DOWN, DOWN],
            "aaaa bbbb cccc\n\nx\n\ndddd e|eee ffff",
        ),
        (
            "aaaa b|bbb cccc\n\nx\n\ndddd eeee ffff",
            [DOWN, DOWN, UP, UP],
            "aaaa b|bbb cccc\n\nx\n\ndddd eeee ffff",
        ),
        ("aaaa bb|bb\n\n雨雨雨雨", [DOWN], "aaaa bbbb\n\n雨雨雨|雨"),
        ("aaaa bbb|b\n\n雨雨雨雨雨", [DOWN], "aaaa bbbb\n\n雨雨雨雨|雨"),
        ("aaaa b|bbb", [DOWN], "aaaa b|bbb"),
        ("aaaa b|bbb", [UP], "aaaa b|bbb"),
    ],
)
def test_moving_by_rows_keeps_the_column(start, keys, expected):
    window = window_on(start)
    press(window, *keys)
    assert stands(window) == expected


def test_another_motion_takes_a_new_column():
    window = window_on("aaaa b|bbb cccc\n\nx\n\ndddd eeee ffff")
    press(window, DOWN, "move.next_word", UP, UP)
    assert stands(window) == "|aaaa bbbb cccc\n\nx\n\ndddd eeee ffff"


def test_rows_are_those_of_the_screen():
    window = window_on("The q|uick brown fox jumps over the lazy dog.", columns=40)
    assert text_rows(window)[:2] == ["The quick brown fox jumps over the", "lazy dog."]
    press(window, DOWN)
    assert stands(window) == "The quick brown fox jumps over the lazy |dog."


def test_in_extend_mode_rows_extend():
    window = window_on("aaaa b|bbb\n\ncccc dddd\n\neeee ffff")
    press(window, "select.extend", DOWN, DOWN)
    assert window.session.selection.anchor == 5
    assert window.session.cursor > 22


def test_a_row_can_be_extended_to_without_the_mode():
    window = window_on("aaaa b|bbb\n\ncccc dddd")
    press(window, "extend.row_down")
    assert not window.session.selection.empty
    assert window.session.cursor > 11


def test_pages_overlap_by_two_rows():
    window = sitting(opened(article_of(LONG)), 80, 24)
    before = text_rows(window)
    press(window, "move.screen_down")
    after = text_rows(window)
    assert after[:2] == before[-2:]
    press(window, "move.screen_up")
    assert text_rows(window) == before
    assert window.session.cursor == 0


def test_pages_end_at_the_ends():
    window = sitting(opened(article_of(LONG)), 80, 24)
    press(window, *["move.screen_down"] * 30)
    assert window.session.paragraph == 58
    press(window, *["move.screen_up"] * 30)
    assert window.session.paragraph == 0
    assert window.view.top == Spot(0, 0)


@pytest.mark.parametrize("text", ["", " \n\n ", "x"])
def test_no_key_fails_in_an_article_of_next_to_nothing(text):
    for key in KEYMAP.by_key:
        window = sitting(opened(article_of(text)), 60, 20)
        press(window, key, key)
        assert len(window.frame()) == 20


def test_pointing_puts_the_cursor_there():
    window = window_on("|The quick brown fox.\n\nIt jumps.")
    window.point(GUTTER + 6, 1, extend=False)
    assert stands(window) == "The qu|ick brown fox.\n\nIt jumps."
    window.point(GUTTER + 3, 3, extend=False)
    assert stands(window) == "The quick brown fox.\n\nIt |jumps."


def test_dragging_extends():
    window = window_on("|The quick brown fox.")
    window.point(GUTTER + 4, 1, extend=False)
    window.point(GUTTER + 8, 1, extend=True)
    assert stands(window) == "The [quick|] brown fox."
    window.point(GUTTER + 1, 1, extend=True)
    assert window.session.cursor == 1


def test_pointing_twice_selects_the_word():
    window = window_on("|The quick brown fox.")
    window.point_word(GUTTER + 6, 1)
    assert stands(window) == "The [quick|] brown fox."


@pytest.mark.parametrize(
    "x, y, expected",
    [
        (0, 1, "|The quick fox.\n\nIt jumps."),
        (GUTTER - 1, 3, "The quick fox.\n\n|It jumps."),
        (GUTTER + 60, 1, "The quick fox|.\n\nIt jumps."),
        (119, 3, "The quick fox.\n\nIt jumps|."),
        (GUTTER, 0, "The q|uick fox.\n\nIt jumps."),
        (GUTTER, 2, "The q|uick fox.\n\nIt jumps."),
        (GUTTER, 9, "The q|uick fox.\n\nIt jumps."),
        (GUTTER, 23, "The q|uick fox.\n\nIt jumps."),
        (-3, -3, "The q|uick fox.\n\nIt jumps."),
    ],
)
def test_pointing_beside_the_text_means_its_row_or_nothing(x, y, expected):
    window = window_on("The q|uick fox.\n\nIt jumps.", 120)
    window.point(x, y, extend=False)
    assert stands(window) == expected


def test_nothing_moves_under_the_mouse():
    text = LONG + "\n\n" + "A long paragraph that goes on and on. " * 20
    window = sitting(opened(article_of(text)), 80, 24)
    window.scroll(104)
    before, top = text_rows(window), window.view.top
    window.point(GUTTER, 16, extend=False)
    assert window.session.paragraph == 59
    assert text_rows(window) == before
    assert window.view.top == top


def test_the_wheel_scrolls_without_the_cursor():
    window = sitting(opened(article_of(LONG)), 80, 24)
    window.scroll(3)
    assert window.view.top == Spot(1, 1)
    assert window.session.cursor == 0
    assert window.cursor_cell() is None
    window.scroll(-9)
    assert window.view.top == Spot(0, 0)


@pytest.mark.parametrize("columns", [40, 60, 79, 81, 120, 200])
def test_another_size_keeps_the_first_words(columns):
    text = " ".join(f"word{number}" for number in range(2000))
    window = sitting(opened(article_of(text), text.index("word800")), 80, 24)
    window.scroll(-3)
    first = text_rows(window)[0].split()[0]
    window.resize(columns, 24)
    assert first in text_rows(window)[0].split()


@given(articles(), st.lists(st.tuples(st.integers(1, 140), st.integers(1, 40)), max_size=4))
def test_whatever_the_size_the_cursor_shows(article, sizes):
    window = sitting(opened(article, len(article.text) // 2), 80, 24)
    for columns, rows in sizes:
        window.resize(columns, rows)
        assert len(window.frame()) == rows
        if article.paragraphs and columns >= 40:
            assert window.cursor_cell() is not None


def test_alone_stays_with_the_cursor():
    window = sitting(opened(article_of(LONG)), 80, 24)
    press(window, "view.alone", "move.next_paragraph", "move.next_paragraph")
    assert [row for row in text_rows(window) if row] == [
        "Paragraph 3 says nothing new at all today."
    ]


def test_requests_for_the_screen_are_handed_on():
    window = window_on("The |fox.")
    assert press(window, "find.search") == [AskSearch()]
    assert press(window, "help", "quit") == [Show("help"), Quit()]
    assert press(window, DOWN, "view.alone", "move.screen_down") == []


def test_what_others_wrote_is_taken_in():
    mine, theirs = window_on("The |fox."), window_on("The |fox.")
    step = theirs.press("a", Moment(START.ms, 7))
    assert all(isinstance(event, Event) for event in step.events)
    mine.merge(step.events)
    assert [a.quote for a in mine.session.state.annotations] == ["fox"]
    assert shown(mine.frame()[-3 - 4]).startswith("── actor “fox”")


def test_saving_and_place_are_shown():
    window = window_on("The |fox.")
    window.show_saving(Saving(7), typing=False)
    window.show_place("3 of 40")
    assert "7 saved" in shown(window.frame()[-2])
    assert shown(window.frame()[0]).endswith("3 of 40 ")
