"""Paragraphs: lines, apart from hard-wrapped files."""

import pytest

from annotator.text.paragraph import LONGEST, find_paragraphs
from annotator.text.word import graphemes


def paragraphs(text):
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", []),
        (" \n\t\r\n\u00a0\u200b\ufeff", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.\rThree.", ["One.", "Two.", "Three."]),
        ("\ufeffOne.\n\n\nTwo.\n", ["One.", "Two."]),
        ("  One. \u00a0\n \u200b\n\u202fTwo.\u200b", ["One.", "Two."]),
        ("One.\u2028Still one.", ["One.\u2028Still one."]),
        ("\f\vOne.", ["One."]),
        ("\u0301One.", ["\u0301One."]),
    ],
)
def test_lines(text, expected):
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    "unit, cut_after",
    [
        pytest.param("The fog of war is heavy. ", "heavy.", id="full stop"),
        pytest.param(
            "The fog of war is heavy ", ("The", "fog", "of", "war", "is", "heavy"), id="blank"
        ),
        pytest.param("戦争の霧は濃い。", "。", id="full stop without a blank"),
        pytest.param("x", "x", id="between letters"),
        pytest.param("戦争", ("戦", "争"), id="between ideographs"),
    ],
)
def test_long_paragraphs_are_cut_at_a_good_place(unit, cut_after):
    text = (unit * LONGEST)[: 3 * LONGEST].rstrip()
    found = paragraphs(text)
    assert all(LONGEST // 2 <= len(paragraph) <= LONGEST for paragraph in found[:-1])
    assert all(paragraph.endswith(cut_after) for paragraph in found[:-1])
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("cluster", ["👨‍👩‍👧", "🇬🇧", "e\u0301\u0323", "\r\n\u0301", "क्षि"])
def test_long_paragraphs_are_not_cut_inside_a_grapheme(cluster):
    text = "a" + cluster * (2 * LONGEST // len(cluster))
    starts = set(graphemes(text))
    for start, end in find_paragraphs(text):
        assert end - start <= LONGEST
        assert start in starts
        assert end == len(text) or end in starts


def test_blanks_between_pieces_belong_to_none():
    text = "a" + " " * (3 * LONGEST) + "b"
    assert paragraphs(text) == ["a", "b"]
