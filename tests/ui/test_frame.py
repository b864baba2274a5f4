"""Frames: the whole screen as values."""

from inspect import cleandoc
from itertools import product

import pytest
from arbitrary import articles, key_lists
from drawing import KEYMAP, START, article_of, drawn
from hypothesis import given
from hypothesis import strategies as st
from painting import framed, inked, opened, shown, sitting, text_rows, with_view

from annotator.session.moment import Moment
from annotator.text.word import graphemes
from annotator.ui.cells import width
from annotator.ui.frame import Painter
from annotator.ui.layout import Spot

NEWS = (
    cleandoc("""
    Kamenik fell on Sunday, the army said. “We hold the citadel,” a general told reporters, and the
    Observatory denied it within the hour; nobody could be reached in the town itself.

    The Observatory, which is based in Britain, counts on people in the town whose names it keeps
    to itself. Its head said that the citadel had changed hands twice since the morning.

    More follows.
""")
    .replace("\n\n", "\f")
    .replace("\n", " ")
    .replace("\f", "\n\n")
)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
AWKWARD = {
    "news": NEWS,
    "blanks only": " \n\n\t \n",
    "nothing": "",
    "one character": "x",
    "one wide character": "雨",
    "CJK": "他說今天下雨。「雨很大」，他又說。" * 30,
    "emoji": f"{FAMILY}👍🏽🇫🇷 ok ❤\ufe0f " * 40,
    "RTL": "قال الجيش يوم الأحد إن المدينة سقطت. " * 20 + "\n\n" + "שלום עולם " * 30,
    "combining": "e\u0323\u0301" * 200 + " नमस्ते ไทย",
    "hard-wrapped": "\n".join(
        ["The dockers walked out at noon and the cranes stood still then"] * 12
    ),
    "one long word": "x" * 3000,
    "odd": "a\x1b[31m\x7f\x9b\u202e\ufeff\u00ad\tb\r\nc",
    "many paragraphs": "line\n\n" * 300,
}
SIZES = [(40, 10), (60, 20), (80, 24), (89, 23), (90, 24), (120, 40), (139, 15), (200, 60)]
MOMENTS = [Moment(START.ms + 1000 * n, n << 40) for n in range(1, 200)]


def pressed(window, *keys):
    """Press keys one after the other."""
    for key, moment in zip(keys, MOMENTS, strict=False):
        window.press(key, moment)
    return window


def commands(*ids):
    """Return the keys of commands."""
    return [KEYMAP.key(command_id) for command_id in ids]


@pytest.mark.parametrize("name", AWKWARD)
def test_every_row_is_exactly_as_wide_as_the_screen(name):
    article = article_of(AWKWARD[name])
    for columns, rows in SIZES:
        window = sitting(opened(article), columns, rows)
        for keys in ([], ["a"], commands("move.article_end"), ["c", "a"]):
            frame = pressed(window, *keys).frame()
            assert len(frame) == rows
            for row in frame:
                assert sum(piece.cells for piece in row) == columns
                assert all(width(piece.text) == piece.cells for piece in row)


@given(articles(), st.integers(40, 140), st.integers(5, 40), key_lists(12))
def test_so_whatever_keys_are_pressed(article, columns, rows, keys):
    window = sitting(opened(article), columns, rows)
    pressed(window, *(key for key in keys if "<" not in key))
    frame = window.frame()
    assert len(frame) == rows
    assert {sum(piece.cells for piece in row) for row in frame} == {columns}


@given(articles(), st.integers(40, 140), key_lists(12), st.booleans())
def test_the_cursor_always_shows(article, columns, keys, alone):
    window = with_view(sitting(opened(article), columns, 12), alone=alone)
    pressed(window, *(key for key in keys if "<" not in key))
    if article.paragraphs:
        x, y = window.cursor_cell()
        cursors = [inked(row).count("cursor:") for row in window.frame()]
        assert cursors[y] == 1 == sum(cursors)
        assert 0 < x < columns
    else:
        assert window.cursor_cell() is None


@pytest.mark.parametrize(
    "columns, rows, alone",
    [(120, 40, False), (80, 24, False), (60, 20, True), (40, 10, False)],
)
def test_tagging_moves_no_word(columns, rows, alone):
    window = with_view(sitting(opened(article_of(NEWS)), columns, rows), alone=alone)
    before, top = text_rows(window), window.view.top
    moves = commands("move.next_word", "select.clear", "move.next_word")
    tags = ["a", "c", *moves, "s", "e", *commands("annotation.remove", "undo", "redo"), *moves, "p"]
    for key in tags:
        pressed(window, key)
        assert text_rows(window) == before, key
        assert window.view.top == top
    assert window.session.state.annotations


@given(
    articles(), st.lists(st.sampled_from("alscqep"), min_size=1, max_size=4), st.integers(20, 100)
)
def test_tagging_moves_no_word_of_any_article(article, labels, columns):
    window = sitting(opened(article), columns, 20)
    before = text_rows(window)
    assert text_rows(pressed(window, *labels)) == before


def test_where_the_text_stands():
    frame = framed(opened(article_of(NEWS)), 80, 24)
    assert shown(frame[1]).startswith("▌ 1  Kamenik fell on Sunday,")
    assert shown(frame[2]).startswith("▌    ")
    assert shown(frame[4]).startswith("                ")
    assert shown(frame[5]).startswith("  2  The Observatory, which")
    assert inked(frame[1]).startswith("▌ 1  {cursor:K}amenik")
    assert frame[1][1].ink.role == "text"
    assert frame[5][1].ink.role == "quiet"


def test_alone_shows_the_current_paragraph_alone():
    window = sitting(opened(article_of(NEWS)), 80, 24)
    key = KEYMAP.key("view.alone")
    pressed(window, *commands("move.next_paragraph"), key)
    rows = [row for row in text_rows(window) if row]
    assert rows[0].startswith("The Observatory, which")
    assert rows[-1].endswith("since the morning.")
    assert "More follows." in text_rows(pressed(window, key))


LONG = opened(article_of(" ".join(NEWS.split("\n\n")[:2] * 5)))


def changed(before, after):
    """Return how many rows would be painted anew."""
    return sum(now is not then and now != then for then, now in zip(before, after, strict=True))


CURSOR_KEYS = commands(
    *("move.next_word", "move.previous_word", "move.next_character", "move.previous_character"),
    *("move.row_down", "move.row_up", "move.next_sentence"),
)


@pytest.mark.parametrize("key", CURSOR_KEYS)
@pytest.mark.parametrize("columns, rows", [(120, 40), (80, 24), (60, 20)])
def test_a_cursor_key_in_a_paragraph_changes_at_most_four_rows(key, columns, rows):
    window = pressed(sitting(LONG, columns, rows), *CURSOR_KEYS[:3], "down")
    before = window.frame()
    after = pressed(window, key).frame()
    assert 0 < changed(before, after) <= 4


def other_text_rows(before, after):
    """Return which rows of NEWS on a screen of 120 columns are not the same objects."""
    return [y for y in range(1, 8) if after[y] is not before[y]]


def test_rows_that_did_not_change_are_the_same_objects():
    session = drawn(f"|{NEWS}\n- claim: Kamenik fell on Sunday\n- actor: the army")
    window = sitting(session, 120, 40)
    before = window.frame()
    assert other_text_rows(before, window.frame()) == []
    after = pressed(window, *commands("move.next_word")).frame()
    assert other_text_rows(before, after) == [1]


def test_tagging_changes_few_rows():
    window = sitting(opened(article_of(NEWS)), 120, 40)
    before = window.frame()
    after = pressed(window, "a").frame()
    assert changed(before[1:33], after[1:33]) == 1
    assert changed(before, after) <= 5  # the rule, a lane, the status, and the hints


def test_one_key_costs_the_same_however_long_the_article_is(monkeypatch):
    counted = []
    monkeypatch.setattr(Painter, "_runs_of", _counting(Painter._runs_of, counted))
    costs = []
    for copies in (10, 2_000):
        window = sitting(opened(article_of((NEWS + "\n\n") * copies)), 120, 40)
        window.frame()
        counted.clear()
        pressed(window, *commands("move.next_word")).frame()
        costs.append(len(counted))
    assert costs[0] == costs[1] <= 40


def _counting(wrapped, counted):
    def wrapper(*arguments):
        counted.append(arguments)
        return wrapped(*arguments)

    return wrapper


def test_pointing_at_a_cell_puts_the_cursor_there():
    article = article_of(AWKWARD["emoji"] + "\n\n" + NEWS + "\n\n他說今天下雨。")
    texts = ((start, article.text[start:end]) for start, end in article.paragraphs)
    starts = {start + inner for start, text in texts for inner in graphemes(text)}
    for x, y in product(range(60), range(20)):
        window = sitting(opened(article), 60, 20)
        if window._painter.pointed(window.session, window.view, x, y) is None:
            continue
        window.point(x, y, extend=False)
        column, row = window.cursor_cell()
        assert window.session.cursor in starts
        assert row == y
        assert column <= max(x, 5)


def test_the_frame_of_a_screen_too_small_for_anything():
    assert len(framed(opened(article_of(NEWS)), 1, 1)) == 1
    assert Spot(0, 0) == sitting(opened(article_of(NEWS)), 2, 3).view.top
