"""Rows of text: what stands in them, and in which ink."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from painting import inked, shown

from annotator.text.span import Span
from annotator.ui.ink import Ink, Run
from annotator.ui.rows import Line, Overlay, bar, blank, geometry, gutter_pieces, text_pieces

COLOURS = {"actor": "blue", "claim": "amber"}
FOX = "The quick brown fox"


def row(text, cells, *runs, span=None, **over):
    """Return a row of text as a drawing of its inks."""
    line = Line(
        span or Span(0, len(text)), [Run(0, "", 0, opens=False), *runs], "text", Overlay(**over)
    )
    pieces = list(text_pieces(text, line, lambda label: COLOURS[label], cells))
    assert sum(piece.cells for piece in pieces) == cells
    assert all(piece.cells for piece in pieces)
    return inked(pieces)


ACTOR = (
    Run(4, "actor", 1, opens=True),
    Run(5, "actor", 1, opens=False),
    Run(9, "", 0, opens=False),
)


@pytest.mark.parametrize(
    "made, expected",
    [
        (row(FOX, 22), "The quick brown fox   "),
        (row(FOX, 20, *ACTOR), "The {blue opens:q}{blue:uick} brown fox "),
        (row(FOX, 19, span=Span(4, 16)), "quick brown        "),
        (row(FOX, 19, *ACTOR, span=Span(6, 12)), "{blue:ick} br             "),
        (row(FOX, 19, selected=Span(4, 9)), "The {selected:quick} brown fox"),
        (row(FOX, 19, cursor=Span(4, 5)), "The {cursor:q}uick brown fox"),
        (
            row(FOX, 19, *ACTOR, selected=Span(5, 12), cursor=Span(11, 12)),
            "The {blue opens:q}{blue selected:uick}{selected: b}{selected cursor:r}own fox",
        ),
        (row(FOX, 19, hits=(Span(0, 3), Span(16, 19))), "{hit:The} quick brown {hit:fox}"),
        (row("a\tb\nc\x1b[31m", 12), "a b c␛[31m  "),
        (row("雨が降る", 9), "雨が降る "),
    ],
)
def test_a_row(made, expected):
    assert made == expected


@pytest.mark.parametrize(
    "text, cells, expected",
    [
        ("fox   ", 3, "fox"),
        ("fox   ", 4, "fox "),
        ("雨雨", 3, "雨 "),
        ("雨 ", 2, "雨"),
    ],
)
def test_what_hangs_over_is_not_shown(text, cells, expected):
    assert row(text, cells) == expected


def test_two_deep_is_said():
    deep = (Run(4, "claim", 1, opens=True), Run(5, "actor", 2, opens=False))
    assert row(FOX, 19, *deep) == "The {amber opens:q}{blue 2 deep:uick brown fox}"


@pytest.mark.parametrize(
    "number, current, reviewed, expected",
    [
        ("7", False, False, "  7  "),
        ("7", False, True, "  7✓ "),
        ("7", True, True, "▌ 7✓ "),
        ("", True, True, "▌    "),
        ("12", True, False, "▌12  "),
    ],
)
def test_the_gutter(number, current, reviewed, expected):
    pieces = gutter_pieces(number, 5, current=current, reviewed=reviewed)
    assert shown(pieces) == expected
    assert pieces[0].ink.role == ("current" if current else "gutter")


@pytest.mark.parametrize(
    "columns, rows, paragraphs, expected",
    [
        (120, 40, 9, "gutter 5, text 93, margin 22, 32 rows of text, 4 lanes"),
        (200, 60, 9, "gutter 5, text 96, margin 34, 52 rows of text, 4 lanes"),
        (90, 24, 1200, "gutter 7, text 61, margin 22, 16 rows of text, 4 lanes"),
        (80, 24, 9, "gutter 5, text 74, margin 0, 16 rows of text, 4 lanes"),
        (60, 20, 9, "gutter 5, text 54, margin 0, 14 rows of text, 2 lanes"),
        (40, 10, 9, "gutter 5, text 34, margin 0, 6 rows of text, 0 lanes"),
        (1, 1, 9, "gutter 5, text 1, margin 0, 1 rows of text, 0 lanes"),
    ],
)
def test_how_the_screen_is_divided(columns, rows, paragraphs, expected):
    shape = geometry(columns, rows, paragraphs)
    assert expected == (
        f"gutter {shape.gutter}, text {shape.text}, margin {shape.margin}, "
        f"{shape.text_rows} rows of text, {shape.lanes} lanes"
    )


@given(st.integers(40, 300), st.integers(5, 100), st.integers(0, 10**6))
def test_the_parts_fit_into_the_screen(columns, rows, paragraphs):
    shape = geometry(columns, rows, paragraphs)
    assert shape.gutter + shape.text + shape.margin <= columns
    assert shape.text_rows + shape.lanes + 4 <= rows


@pytest.mark.parametrize(
    "left, right, columns, expected",
    [
        ("left", "right", 12, "left   right"),
        ("left", "right", 10, "left right"),
        ("left", "right", 9, "le… right"),
        ("the left", "much on the right", 12, "the… much o…"),
        ("left", "", 3, "le…"),
        ("", "right", 3, "ri…"),
        ("[/] [@click=app.quit]x[/]", "", 26, "[/] [@click=app.quit]x[/] "),
        ("雨雨雨", "雨", 8, "雨雨… 雨"),
        ("a\x1b[2J", "\u202eb", 8, "a␛[2J ▯b"),
    ],
)
def test_a_bar_gives_room_to_its_right_end_but_not_all(left, right, columns, expected):
    assert shown(bar(left, right, columns, Ink("status"))) == expected


def test_a_blank_row():
    assert blank(3)[0].text == "   "
