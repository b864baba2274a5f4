"""Layout: rows of an article, worked out only where they are needed."""

from itertools import pairwise

import pytest
from arbitrary import articles
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.layout import Layout, Spot, scrolled

FOX = article_of("The quick brown fox jumps.\n\nOver\n\nthe lazy dog and more of it.\n")
LIST = article_of("one\ntwo\nthree\n\nfour\n")
BLANK = article_of(" \n\n \t\n")


def seen(layout, top=Spot(0, 0), height=50):  # noqa: B008 - a frozen value
    """Return what rows show, a blank row as nothing."""
    spots = layout.visible(top, height)
    return [_seen(layout, spot) for spot in spots]


def _seen(layout, spot):
    rows = layout.rows(spot.paragraph)
    return layout.article.quote(rows[spot.row]).rstrip() if spot.row < len(rows) else ""


def test_paragraphs_have_a_blank_row_between_them():
    assert seen(Layout(FOX, 12)) == [
        *("The quick", "brown fox", "jumps.", ""),
        *("Over", ""),
        *("the lazy dog", "and more of", "it."),
    ]


def test_short_lines_that_follow_each_other_stay_together():
    assert seen(Layout(LIST, 12)) == ["one", "two", "three", "", "four"]


def test_a_screen_is_a_part_of_that():
    layout = Layout(FOX, 12)
    assert seen(layout, Spot(0, 2), 3) == ["jumps.", "", "Over"]
    assert seen(layout, Spot(0, 3), 2) == ["", "Over"]
    assert seen(layout, Spot(2, 2), 9) == ["it."]


def test_the_row_of_an_offset():
    layout = Layout(FOX, 12)
    assert layout.spot(0) == Spot(0, 0)
    assert layout.spot(FOX.text.index("brown")) == Spot(0, 1)
    assert layout.spot(FOX.text.index("brown") - 1) == Spot(0, 0)
    assert layout.spot(FOX.text.index("\n")) == Spot(0, 2)
    assert layout.spot(FOX.text.index("Over")) == Spot(1, 0)
    assert layout.spot(len(FOX.text)) == Spot(2, 2)


def test_the_start_of_a_row_and_of_the_blank_one_below():
    layout = Layout(FOX, 12)
    assert layout.start(Spot(0, 1)) == FOX.text.index("brown")
    assert layout.start(Spot(0, 2)) == layout.start(Spot(0, 3)) == FOX.text.index("jumps")


@pytest.mark.parametrize(
    "rows, there",
    [(1, (0, 1)), (3, (0, 3)), (4, (1, 0)), (6, (2, 0)), (8, (2, 2)), (99, (2, 2)), (-5, (0, 0))],
)
def test_down_counts_blank_rows(rows, there):
    assert Layout(FOX, 12).down(Spot(0, 0), rows) == there


@pytest.mark.parametrize(
    "rows, there",
    [(-1, (2, 1)), (-3, (1, 0)), (-4, (0, 2)), (-6, (0, 0)), (-99, (0, 0)), (1, (2, 2))],
)
def test_rows_away_does_not(rows, there):
    assert Layout(FOX, 12).rows_away(Spot(2, 2), rows) == there


def test_an_article_of_blanks_has_no_rows():
    layout = Layout(BLANK, 12)
    assert layout.visible(Spot(0, 0), 10) == ()
    assert layout.spot(2) == layout.down(Spot(0, 0), 3) == layout.rows_away(Spot(0, 0), 3) == (0, 0)
    assert layout.start(Spot(0, 0)) == 0
    assert scrolled(layout, Spot(0, 0), Spot(0, 0), 5, jumped=True) == Spot(0, 0)


@given(articles(), st.integers(1, 30))
def test_going_down_row_by_row_passes_all_that_shows(article, cells):
    layout = Layout(article, cells)
    spots = layout.visible(Spot(0, 0), 10_000)
    for here, below in pairwise(spots):
        assert layout.down(here, 1) == below
        assert layout.down(below, -1) == here
    for index, spot in enumerate(spots):
        assert layout.down(Spot(0, 0), index) == spot
        assert layout.visible(spot, 4) == spots[index : index + 4]


@given(articles(), st.integers(1, 30))
def test_going_row_by_row_of_text_passes_all_of_them(article, cells):
    layout = Layout(article, cells)
    texts = [
        Spot(paragraph, row)
        for paragraph in range(len(article.paragraphs))
        for row in range(len(layout.rows(paragraph)))
    ]
    for index, spot in enumerate(texts):
        assert layout.rows_away(texts[0], index) == spot
        assert layout.rows_away(spot, -index) == texts[0]
        assert layout.spot(layout.start(spot)) == spot


@given(articles(), st.integers(2, 30))
def test_rows_tile_their_paragraph(article, cells):
    layout = Layout(article, cells)
    for index, paragraph in enumerate(article.paragraphs):
        rows = layout.rows(index)
        assert (rows[0].start, rows[-1].end) == paragraph
        assert all(above.end == below.start for above, below in pairwise(rows))


@given(articles(), st.integers(2, 20), st.integers(1, 12), st.booleans(), st.data())
def test_scrolling_always_shows_the_row_of_the_cursor(article, cells, height, jumped, data):
    layout = Layout(article, cells)
    if not article.paragraphs:
        return
    spots = layout.visible(Spot(0, 0), 10_000)
    texts = [spot for spot in spots if spot.row < len(layout.rows(spot.paragraph))]
    top, cursor = data.draw(st.sampled_from(spots)), data.draw(st.sampled_from(texts))
    after = scrolled(layout, top, cursor, height, jumped=jumped)
    visible = layout.visible(top, height)
    paragraph = [Spot(cursor.paragraph, row) for row in range(len(layout.rows(cursor.paragraph)))]
    assert cursor in layout.visible(after, height)
    if set(paragraph) <= set(visible):
        assert after == top
    if not jumped and cursor in visible:
        assert after == top
    if jumped and len(paragraph) <= height:
        assert set(paragraph) <= set(layout.visible(after, height))


def test_a_paragraph_jumped_to_begins_in_the_upper_quarter():
    article = article_of("\n\n".join(f"Paragraph {number}." for number in range(100)))
    layout = Layout(article, 40)
    assert scrolled(layout, Spot(0, 0), Spot(50, 0), 20, jumped=True) == layout.down(
        Spot(50, 0), -5
    )


class Counting(Layout):
    """Counts the paragraphs whose rows are worked out."""

    worked_out = 0

    def _rows_of(self, paragraph):
        self.worked_out += 1
        return super()._rows_of(paragraph)


def test_of_ten_megabytes_only_the_paragraphs_shown_are_laid_out():
    article = article_of(("All quiet on Sunday, the army said, " * 20 + "\n\n") * 14_000)
    layout = Counting(article, 80)
    assert len(article.text) > 10_000_000
    cursor = layout.spot(9_000_000)
    top = scrolled(layout, Spot(0, 0), cursor, 40, jumped=True)
    assert len(layout.visible(top, 40)) == 40
    layout.visible(top, 40)
    layout.down(top, 40)
    assert layout.worked_out <= 15


def test_of_one_line_of_ten_megabytes_too():
    article = article_of("All quiet on Sunday, the army said, " * 280_000)
    layout = Counting(article, 80)
    layout.visible(scrolled(layout, Spot(0, 0), layout.spot(9_000_000), 40, jumped=True), 40)
    assert layout.worked_out <= 4


def test_the_rows_that_are_remembered_have_a_bound():
    article = article_of("\n\n".join(["word"] * 9_000))
    layout = Counting(article, 80)
    for paragraph in (*range(9_000), 8_999):
        layout.rows(paragraph)
    assert layout.worked_out == 9_000
    assert len(layout._rows) <= 4096
