"""Columns for people, measured in cells."""

from annotator.exchange.table import aligned, cells


def test_columns_lean_left_or_right():
    rows = [("article", "reviewed"), ("a.txt", "7 of 40")]
    assert aligned(rows, right=(False, True)) == ["article  reviewed", "a.txt     7 of 40"]


def test_wide_and_combining_characters():
    assert [cells(text) for text in ("abc", "巴尔米拉", "e\u0301", "ｆ", "تدمر")] == [3, 8, 1, 2, 4]
    rows = [("巴尔", "x"), ("abcd", "x"), ("e\u0301", "x")]
    assert aligned(rows, right=(False, False)) == ["巴尔  x", "abcd  x", "e\u0301     x"]


def test_no_blanks_at_the_end_of_a_line():
    assert aligned([("a", "long"), ("b", "")], right=(False, False)) == ["a  long", "b"]
