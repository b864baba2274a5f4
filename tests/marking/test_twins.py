"""Twins: spans of one name that differ by an article, a quantifier, a possessive or a genitive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.twins import core, twins
from annotator.text.span import Span

TEXT = "In all  the Tessel Valley’s towns, “The Bees’ l’Avenir des Ness and Three James’s."

WORDS = ["the", "The", "all", "l’", "l’Ness", "Bees’", "Tessel’s", "’s", "its", "its,", "of-the"]


def span_of(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    "words, expected",
    [
        ("all  the Tessel Valley’s", "Tessel Valley"),
        ("Tessel Valley", "Tessel Valley"),
        ("The Bees’", "Bees"),
        ("l’Avenir", "Avenir"),
        ("l’Avenir des Ness", "Avenir des Ness"),
        ("Three James’s", "James"),
        ("the", "the"),
        ("In", "In"),
    ],
)
def test_the_core_of_a_name(words, expected):
    found = core(TEXT, span_of(words))
    assert TEXT[found.start : found.end] == expected


@pytest.mark.parametrize(
    "words, expected",
    [
        (
            "the Tessel Valley",
            {
                "Tessel Valley",
                "Tessel Valley’s",
                "the Tessel Valley’s",
                "all  the Tessel Valley",
                "all  the Tessel Valley’s",
            },
        ),
        ("Bees’", {"Bees", "The Bees", "The Bees’"}),
        ("Avenir", {"l’Avenir"}),
        ("Valley’s towns", set()),
        ("In", set()),
    ],
)
def test_twins_of_a_span(words, expected):
    found = twins(TEXT, span_of(words))
    assert {TEXT[start:end] for start, end in found} == expected


@given(st.lists(st.sampled_from(WORDS)))
def test_twins_have_each_other_and_one_core(some):
    text = " ".join(some)
    for start in range(len(text)):
        span = Span(start, len(text))
        for other in twins(text, span):
            assert other.length
            if core(text, other) == core(text, span):
                assert span in twins(text, other)
