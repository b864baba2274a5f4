"""Motions as functions; what keys make of them is drawn in tests/session/scenarios."""

import pytest
from arbitrary import FAMILY, articles
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.motion import (
    cursor_offset,
    extended,
    grapheme_at,
    grown,
    moved,
    phrase_back_at,
    reached,
    settled,
    tidied,
    unit_at,
)
from annotator.marking.selection import Selection, caret
from annotator.text.blank import BLANKS
from annotator.text.span import Span
from annotator.text.unit import Unit, snap, units

offsets = st.integers(0, 30) | st.integers(0, 120)


def within(article, *any_offsets):
    return [min(offset, len(article.text)) for offset in any_offsets]


def graphemes(article):
    return [
        grapheme
        for index in range(len(article.paragraphs))
        for grapheme in units(article, Unit.GRAPHEME, index)
    ]


@given(articles(), offsets, offsets)
def test_a_tidied_span_has_whole_graphemes_and_no_outer_blanks(article, first, second):
    span = Span(*sorted(within(article, first, second)))
    tidy = tidied(article, span)
    assert snap(article, span).covers(tidy)
    assert tidied(article, tidy) == tidy
    if tidy.length:
        assert snap(article, tidy) == tidy
        for edge in (tidy.start, tidy.end - 1):
            assert article.quote(grapheme_at(article, edge)).strip(BLANKS)
    assert bool(tidy.length) == bool(article.quote(span).strip(BLANKS))


@pytest.mark.parametrize(
    "text, span, words",
    [
        (" fox ", (0, 5), "fox"),
        ("\xa0fox\u2009\u200b", (0, 6), "fox"),
        ("\r\nfox\r\n", (0, 7), "fox"),
        ("cafe\u0301s", (0, 4), "cafe\u0301"),
        ("cafe\u0301s", (4, 6), "e\u0301s"),
        (f"a{FAMILY}b", (2, 3), FAMILY),
        ("a \u0301b", (1, 4), " \u0301b"),
        ("   ", (0, 3), ""),
        ("fox", (1, 1), ""),
    ],
)
def test_tidied(text, span, words):
    article = article_of(text)
    assert article.quote(tidied(article, Span(*span))) == words


@given(articles(), st.integers(-5, 200))
def test_a_cursor_is_settled_on_a_grapheme_of_a_paragraph(article, offset):
    starts = [grapheme.start for grapheme in graphemes(article)]
    settled_at = settled(article, offset)
    assert settled_at in (starts or [0])
    holding = [g.start for g in graphemes(article) if g.start <= offset < g.end]
    assert [settled_at] == (holding or [settled_at])
    assert settled(article, settled_at) == settled_at


@given(articles(), offsets, st.sampled_from(Unit), st.booleans())
def test_a_motion_goes_to_the_start_of_the_next_unit(article, offset, unit, forward):
    here = settled(article, offset)
    starts = sorted(
        {s.start for index in range(len(article.paragraphs)) for s in units(article, unit, index)}
    )
    beyond = [start for start in starts if (start > here if forward else start < here)]
    expected = (min(beyond) if forward else max(beyond)) if beyond else here
    assert moved(article, caret(here), unit, forward=forward) == caret(expected)


@given(articles(), offsets, offsets, st.sampled_from(Unit), st.booleans())
def test_extending_grows_on_one_side_or_shrinks_on_the_other(article, first, second, unit, forward):
    before = Selection(settled(article, first), settled(article, second))
    after = extended(article, before, unit, forward=forward)
    assert {before.anchor, before.head} & {after.anchor, after.head}
    assert snap(article, after.span) == after.span
    if not before.empty:
        assert not after.empty
    if forward:
        assert after.span.start >= before.span.start
        assert after.span.end >= before.span.end
    else:
        assert after.span.start <= before.span.start
        assert after.span.end <= before.span.end


@given(articles(), offsets, st.sampled_from(Unit))
def test_the_unit_at_an_offset_is_the_smallest_around_it(article, offset, unit):
    here = settled(article, offset)
    found = unit_at(article, here, unit)
    if not article.paragraphs:
        assert found is None
        return
    spans = units(article, unit, article.paragraph_at(here))
    holding = [span.length for span in spans if span.start <= here < span.end]
    if holding:
        assert found.start <= here < found.end
        assert found.length == min(holding)
    else:
        assert (found is None) == (not spans)
        assert found is None or found in spans


@pytest.mark.parametrize(
    "unit, quote",
    [
        (Unit.WORD, "Board"),
        (Unit.NAME, "Adler Harbour Board"),
        (Unit.PHRASE, "The Adler Harbour Board"),
        (Unit.CLAUSE, "The Adler Harbour Board denied it"),
    ],
)
def test_the_name_and_the_phrase_at_an_offset(unit, quote):
    article = article_of("It sank.\n\nThe Adler Harbour Board denied it, as did Ana.")
    assert article.quote(unit_at(article, article.text.index("Board"), unit)) == quote


def test_a_name_that_does_not_hold_the_offset_comes_after_it_or_is_the_last():
    article = article_of("They say Ana told Bea so.")
    found = [unit_at(article, offset, Unit.NAME) for offset in (0, 14, 24)]
    assert list(map(article.quote, found)) == ["Ana", "Bea", "Bea"]


def test_growing_climbs_over_name_and_phrase():
    article = article_of("The Adler Harbour Board denied it, as did Ana. So did she.")
    selection, rungs = caret(article.text.index("Harbour")), []
    for _ in range(6):
        selection = grown(article, selection, ())
        rungs.append(article.quote(selection.span))
    assert rungs == [
        "Harbour",
        "Adler Harbour Board",
        "The Adler Harbour Board",
        "The Adler Harbour Board denied it",
        "The Adler Harbour Board denied it, as did Ana.",
        "The Adler Harbour Board denied it, as did Ana. So did she.",
    ]


@pytest.mark.parametrize(
    "text, word, phrase",
    [
        ("One.\n\nHe saw the Syrian-trained troops there.", "troops", "the Syrian-trained troops"),
        ("One.\n\nHe saw the troops there.", "saw", None),
        ("One.\n\nHe met the old cafe\u0301 owners.", "cafe", "the old cafe\u0301"),
        ("One.\n\nTwo.", "\n", None),
        ("", "", None),
        (" ", " ", None),
    ],
)
def test_phrase_back_at(text, word, phrase):
    article = article_of(text)
    found = phrase_back_at(article, text.index(word))
    assert (found and article.quote(found)) == phrase


@given(articles(), offsets)
def test_a_phrase_looked_for_backwards_lies_in_its_paragraph(article, offset):
    here = settled(article, offset)
    found = phrase_back_at(article, here)
    if found is not None:
        assert found.length
        assert snap(article, found) == found
        assert article.paragraphs[article.paragraph_at(here)].covers(found)


@given(articles(), offsets, offsets, st.booleans())
def test_a_head_that_is_put_somewhere_shows_the_cursor_there(article, first, second, keep):
    anchor, target = settled(article, first), settled(article, second)
    after = reached(article, caret(anchor), target, keep=keep)
    assert cursor_offset(article, after) == target
    again = reached(article, after, target, keep=keep)
    assert cursor_offset(article, again) == target


@pytest.mark.parametrize(
    "selection, offset, keep, expected",
    [
        # The quick brown fox.
        ((4, 4), 10, False, (4, 11)),
        ((4, 4), 0, False, (4, 0)),
        ((4, 11), 4, False, (4, 4)),
        ((4, 9), 0, False, (4, 0)),
        ((4, 9), 0, True, (9, 0)),
        ((4, 15), 0, True, (9, 0)),
        ((4, 9), 4, True, (9, 4)),
        ((9, 0), 10, True, (4, 11)),
        ((9, 4), 6, True, (9, 6)),
        ((6, 8), 0, True, (8, 0)),
        ((3, 4), 0, True, (4, 0)),
    ],
)
def test_reached(selection, offset, keep, expected):
    article = article_of("The quick brown fox.")
    assert reached(article, Selection(*selection), offset, keep=keep) == expected


def test_the_middle_of_a_line_end_is_no_place_for_an_edge():
    article = article_of("One.\r\n\r\nTwo.")
    assert grapheme_at(article, 4) == grapheme_at(article, 5) == Span(4, 6)


def test_behind_the_text_there_is_no_grapheme():
    assert grapheme_at(article_of("One."), 4) == Span(4, 4)
