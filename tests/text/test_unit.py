"""Units of an article, and edges that respect them."""

import pytest

from annotator.text.read import read_article
from annotator.text.span import Span
from annotator.text.unit import Unit, snap, trim, units

FAMILY = "👨\u200d👩\u200d👧"


def article(text):
    return read_article("a.txt", text.encode())


@pytest.mark.parametrize(
    "unit, expected",
    [
        (
            Unit.GRAPHEME,
            ["“", "e\u0301", "a", ",", "”", " ", "h", "e", " ", "s", ".", " ", "N", "o"],
        ),
        (Unit.WORD, ["e\u0301a", "he", "s", "No"]),
        (Unit.NAME, []),
        (Unit.PHRASE, []),
        (Unit.CLAUSE, ["e\u0301a", "he s", "No"]),
        (Unit.QUOTATION, ["“e\u0301a,”"]),
        (Unit.SENTENCE, ["“e\u0301a,” he s.", "No"]),
        (Unit.PARAGRAPH, ["“e\u0301a,” he s. No"]),
    ],
)
def test_units_are_spans_of_the_article(unit, expected):
    read = article("First.\n\n“e\u0301a,” he s. No\n\nLast.")
    assert [read.quote(span) for span in units(read, unit, 1)] == expected


def test_names_and_phrases_are_judged_by_the_whole_article():
    read = article("Maddrell left.\n\nThe wheat of Maddrell is here.\n\nWheat fell.")
    found = [[read.quote(span) for span in units(read, Unit.NAME, index)] for index in range(3)]
    assert found == [["Maddrell"], ["Maddrell"], []]
    assert [read.quote(span) for span in units(read, Unit.PHRASE, 1)] == ["The wheat", "Maddrell"]


def test_a_name_takes_the_mark_on_its_last_letter():
    read = article("We met Ana Pere\u0323\u0301 here.")
    assert [read.quote(span) for span in units(read, Unit.NAME, 0)] == ["Ana Pere\u0323\u0301"]


def test_a_mark_on_a_blank_is_not_cut_off_it():
    read = article("One. \u0301Two.")
    assert [read.quote(span) for span in units(read, Unit.SENTENCE, 0)] == ["One.", " \u0301Two."]


@pytest.mark.parametrize(
    "text, span, snapped",
    [
        ("abc", (1, 2), (1, 2)),
        ("abc", (0, 3), (0, 3)),
        ("ae\u0301b", (2, 2), (1, 3)),
        ("ae\u0301b", (1, 2), (1, 3)),
        ("ae\u0301b", (2, 3), (1, 3)),
        (f"a{FAMILY}b", (3, 4), (1, 6)),
        ("🇬🇧🇫🇷", (1, 3), (0, 4)),
        ("a\r\n\r\nb", (2, 4), (1, 5)),
        ("a\r\nb", (2, 2), (1, 3)),
        ("", (0, 0), (0, 0)),
        (" ", (0, 1), (0, 1)),
        ("\r\n", (1, 1), (0, 2)),
        # The paragraph begins at the mark, so there is a boundary.
        ("a\n\n \u0301b", (4, 5), (4, 5)),
    ],
)
def test_snap_moves_edges_outward(text, span, snapped):
    assert snap(article(text), Span(*span)) == Span(*snapped)


@pytest.mark.parametrize(
    "text, span, trimmed",
    [
        ("  ab  ", (0, 6), (2, 4)),
        ("\u00a0a\u202f\u200b\ufeff\u3000\n", (0, 7), (1, 2)),
        ("a b", (0, 3), (0, 3)),
        ("x   y", (1, 4), (1, 1)),
        ("", (0, 0), (0, 0)),
        ("ab", (1, 1), (1, 1)),
    ],
)
def test_trim(text, span, trimmed):
    assert trim(text, Span(*span)) == Span(*trimmed)


def test_what_was_asked_for_is_remembered():
    read = article("One two.")
    assert units(read, Unit.WORD, 0) is units(read, Unit.WORD, 0)
