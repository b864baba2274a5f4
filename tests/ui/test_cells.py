"""Cells: how wide text is, and where rows break."""

import pytest
from arbitrary import FAMILY, texts
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.display import display
from annotator.text.word import graphemes
from annotator.ui.cells import breaks, clipped, narrow, offset_at, width

LONG = "x" * 3000


def rows(text, cells):
    """Return the rows of a paragraph."""
    starts = breaks(text, cells)
    return [text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True)]


@pytest.mark.parametrize(
    "text, cells",
    [
        ("", 0),
        ("fox", 3),
        ("naïve café – “yes”", 18),
        ("cafe\u0301", 4),
        ("雨が降る", 8),
        ("。", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇫🇷", 2),
        ("❤\ufe0f", 2),
        ("שלום", 4),
        ("عاجل", 4),
        ("Kamenik 雨", 10),
    ],
)
def test_width(text, cells):
    assert width(text) == cells


@pytest.mark.parametrize(
    "text, cells, expected",
    [
        ("The quick fox", 13, ["The quick fox"]),
        ("The quick fox", 12, ["The quick ", "fox"]),
        ("The quick fox", 9, ["The quick ", "fox"]),
        ("The quick fox", 4, ["The ", "quic", "k ", "fox"]),
        ("The   fox", 4, ["The   ", "fox"]),
        ("The fox", 3, ["The ", "fox"]),
        ("a-b-c d", 5, ["a-b-c ", "d"]),
        ("1\xa0000\xa0km away", 8, ["1\xa0000\xa0km ", "away"]),
        ("wait 1\xa0000\xa0km", 10, ["wait ", "1\xa0000\xa0km"]),
        ("“We know” – he", 10, ["“We know” ", "– he"]),
        ("他說今天下雨。", 4, ["他說", "今天", "下", "雨。"]),
        ("他說「雨」了", 6, ["他說", "「雨」", "了"]),
        ("他說「雨」了", 5, ["他說", "「雨", "」了"]),
        ("aasaid「雨」aa", 5, ["aasai", "d", "「雨", "」aa"]),
        ("えーーーー", 4, ["えー", "ーー", "ー"]),
        ("今天 rain 下雨", 8, ["今天 ", "rain 下", "雨"]),
        ("cafe\u0301 au lait", 4, ["cafe\u0301 ", "au ", "lait"]),
        (f"hi {FAMILY}{FAMILY} ho", 5, [f"hi {FAMILY}", f"{FAMILY} ho"]),
        ("שלום עולם", 5, ["שלום ", "עולם"]),
    ],
)
def test_rows_break(text, cells, expected):
    assert rows(text, cells) == expected


def test_a_word_longer_than_a_row_is_cut_into_full_rows():
    assert rows(LONG, 70) == ["x" * 70] * 42 + ["x" * 60]
    assert rows(f"see {LONG}", 70)[:2] == ["see ", "x" * 70]


def test_a_no_break_space_never_breaks_while_there_is_a_plain_one():
    for cells in range(14, 40):
        assert all(
            not row.endswith("\xa0") for row in rows("some 1\xa0000\xa0km, some 2\xa0km", cells)
        )


@pytest.mark.parametrize(
    "text, cells, expected",
    [
        ("fox", 3, "fox"),
        ("foxes", 3, "fo…"),
        ("foxes", 1, "…"),
        ("foxes", 0, ""),
        ("", 0, ""),
        ("雨雨雨", 5, "雨雨…"),
        ("雨雨雨", 4, "雨…"),
        (f"{FAMILY}{FAMILY}", 3, f"{FAMILY}…"),
        ("cafe\u0301s", 4, "caf…"),
    ],
)
def test_clipped(text, cells, expected):
    assert clipped(text, cells) == expected


@pytest.mark.parametrize(
    "text, found",
    [
        ("fox", [0, 1, 2, 3, 3]),
        ("雨x", [0, 0, 1, 2, 2]),
        (f"{FAMILY}x", [0, 0, 5, 6, 6]),
        ("e\u0301x", [0, 2, 3]),
    ],
)
def test_the_grapheme_at_a_cell(text, found):
    assert [offset_at(text, cell) for cell in range(len(found))] == found


@given(texts.map(display), st.integers(2, 30))
def test_rows_tile_the_paragraph_and_fit(text, cells):
    found = rows(text, cells)
    assert "".join(found) == text
    assert all(found) or text == ""
    for row in found:
        assert width(row.rstrip(" ")) <= cells


@given(texts.map(display), st.integers(1, 30))
def test_no_grapheme_is_cut(text, cells):
    assert set(breaks(text, cells)) <= {0, *graphemes(text)}


@given(texts.map(display), st.integers(2, 30))
def test_no_row_begins_with_a_plain_blank_after_a_break(text, cells):
    assert not any(row.startswith(" ") for row in rows(text, cells)[1:])


@given(texts.map(display))
def test_an_offset_has_a_cell_and_the_cell_that_offset(text):
    for offset in graphemes(text):
        if width(text[offset:]) > width(text[offset + 1 :]):
            assert offset_at(text, width(text[:offset])) == offset


@given(texts.map(display), st.integers(0, 30))
def test_what_is_clipped_fits_and_is_the_start(text, cells):
    kept = clipped(text, cells)
    assert width(kept) <= cells
    assert kept == text or text.startswith(kept.removesuffix("…"))


@given(texts.map(display))
def test_what_is_called_narrow_is(text):
    if narrow(text):
        assert len(graphemes(text)) == len(text)
