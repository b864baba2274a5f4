"""The inspector: what stands under the cursor, and the lanes of its row."""

from inspect import cleandoc

import pytest
from drawing import drawn, play
from painting import framed, shown

from annotator.ui.rows import geometry


def inspected(drawing, columns=60, rows=24, keys=""):
    """Return the rule and the lanes below the article, without what they leave blank."""
    session = play(drawn(cleandoc(drawing)), keys).session
    shape = geometry(columns, rows, len(session.article.paragraphs))
    frame = framed(session, columns, rows)[shape.text_rows + 1 :][: shape.lanes + 1]
    assert len(frame) == shape.lanes + 1
    return [shown(row).rstrip() for row in frame]


def test_where_nothing_is_tagged_the_row_stands_alone():
    assert inspected("The |quick fox jumps.") == ["─" * 60, "     The quick fox jumps.", "", "", ""]


def test_one_annotation():
    assert inspected("""
        The |quick fox jumps.
        - actor: quick fox
    """) == [
        "── actor “quick fox” " + "─" * 39,
        "     The quick fox jumps.",
        "         └actor──┘",
        "",
        "",
    ]


def test_short_ones_lie_above_long_ones():
    assert inspected("""
        The quick |fox jumps over it.
        - claim: The quick fox jumps over it
        - actor: quick fox
        - location: it
    """)[1:] == [
        "     The quick fox jumps over it.",
        "         └actor──┘            └┘",
        "     └claim────────────────────┘",
        "",
    ]


def test_crossing_ones_and_the_same_twice():
    assert inspected("""
        The quick |fox jumps over it.
        - claim: quick fox
        - source: fox jumps
        - actor: fox jumps
    """) == [
        "── actor “fox jumps” · with source, claim " + "─" * 18,
        "     The quick fox jumps over it.",
        "         └claim──┘",
        "               └source─┘",
        "               └actor──┘",
    ]


def test_how_many_there_was_no_room_for():
    rows = inspected("""
        The quick |fox jumps over it.
        - claim: fox
        - source: fox
        - actor: fox
        - event: fox
        - lead: fox
    """)
    assert rows[0].endswith(" +2 more ──")
    assert len(rows[0]) == 60


def test_what_goes_on_in_another_row_is_open_at_that_end():
    drawing = """
        The quick brown fox jumps over the |lazy dog and then sleeps.
        - claim: fox jumps over the lazy dog and then
    """
    assert inspected(drawing, 40)[1:3] == [
        "     lazy dog and then sleeps.",
        "     ─claim──────────┘",
    ]
    assert inspected(drawing.replace("|", "").replace("brown", "|brown"), 40)[1:3] == [
        "     The quick brown fox jumps over the",
        "                     └claim────────────",
    ]


def test_lanes_stand_below_the_cells_of_wide_text():
    assert inspected("""
        昨天|雨下了
        - actor: 雨下
    """)[1:3] == ["     昨天雨下了", "         └a…┘"]


def test_note_and_attributes_are_said():
    rule, *_ = inspected("""
        The quick |fox jumps.
        - claim: The quick fox jumps // worth=2; note: ask the dog
    """)
    assert rule == "── claim “The quick fox jumps” · note: ask the dog · wor… ──"


def test_the_picked_one_comes_first():
    rule, *_ = inspected(
        """
        The quick |fox jumps.
        - claim: The quick fox jumps
        - actor: fox
        """,
        keys="`",
    )
    assert rule.startswith("── claim “The quick fox jumps” · with actor ─")


def test_words_over_lines_are_said_in_one():
    rule, *_ = inspected("The [quick\n\nfox|] jumps.\n- claim: quick\\n\\nfox")
    assert rule.startswith("── claim “quick fox” ─")


@pytest.mark.parametrize("rows, lanes", [(24, 4), (23, 2), (16, 2), (15, 0), (4, 0)])
def test_on_a_low_screen_fewer_lanes(rows, lanes):
    assert len(inspected("The |quick fox.", rows=rows)) == lanes + 1


def test_markup_in_a_note_is_text():
    rule, *_ = inspected("The |fox.\n- actor: fox // note: [/] [@click=app.quit]x[/]", 80)
    assert "note: [/] [@click=app.quit]x[/]" in rule
