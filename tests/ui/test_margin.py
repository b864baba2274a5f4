"""The margin: the names of the labels that start in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from painting import inked, shown

from annotator.marking.annotation import Annotation
from annotator.ui.margin import margin_pieces, names_of

COLOURS = {"actor": "blue", "claim": "amber"}


def annotation(said):
    """Return the annotation that `actor 3-8` describes."""
    label, _, place = said.rpartition(" ")
    start, end = map(int, place.split("-"))
    return Annotation(id=said, label=label, start=start, end=end, quote="…")


def margin(*starting, cells=22, others=(), suggested=()):
    """Return the margin of a row in which those annotations start."""
    here = [annotation(said) for said in starting]
    touching = [*here, *(annotation(said) for said in others)]
    names = names_of(here, touching, lambda label: COLOURS.get(label, "grey"), suggested)
    return margin_pieces(names, cells)


@pytest.mark.parametrize(
    "made, expected",
    [
        (margin(), "                      "),
        (margin("actor 0-5"), "  actor               "),
        (margin("actor 0-5", "source 6-9"), "  actor source        "),
        (margin("claim 0-9", "actor 2-5"), "  claim ›actor        "),
        (margin("claim 0-5", "actor 2-9"), "  ~claim ~actor       "),
        (margin("claim 0-9", "actor 0-9"), "  claim actor         "),
        (margin("actor 2-5", others=["lead 0-9"]), "  ›actor              "),
        (margin("actor 2-5", others=["lead 0-3"]), "  ~actor              "),
        (margin("location 0-5", "location 6-9", "location 10-12"), "  location location +1"),
        (margin("actor 0-5", "source 6-9", "actor 10-12", cells=12), "  actor +2  "),
        (margin("actor 0-5", cells=7), "  actor"),
        (margin("actor 0-5", cells=6), "  act…"),
        (margin("actor 0-5", "source 6-9", cells=8), "  ac… +1"),
        (margin("雨雨雨 0-5", cells=7), "  雨雨…"),
        (margin("[/red] 0-5", cells=10), "  [/red]  "),
        (margin("\x1b[2J 0-5", cells=10), "  ␛[2J    "),
        (margin("actor 0-5", cells=0), ""),
    ],
)
def test_the_margin(made, expected):
    assert shown(made) == expected


def test_names_have_the_colour_of_their_label():
    assert inked(margin("claim 0-9", "actor 2-5")) == "  {amber:claim} {blue:›actor}        "


@given(
    st.lists(st.sampled_from(["a 0-5", "actor 2-9", "location 4-7", "雨 3-4", "x" * 90 + " 1-2"])),
    st.sampled_from([22, 34]),
)
def test_the_margin_is_exactly_as_wide_as_it_must_be(starting, cells):
    assert sum(piece.cells for piece in margin(*starting, cells=cells)) == cells
