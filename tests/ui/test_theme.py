"""Themes: everything can be read and told apart."""

from itertools import combinations, product

import pytest

from annotator.marking.labels import PALETTE
from annotator.ui.ink import Ink
from annotator.ui.theme import DARK, LIGHT, PLAIN, THEMES, blend, look

COLOURED = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
NO_LABEL = "a colour that no palette has"
STATES = [
    dict(zip(("opens", "selected", "cursor", "hit"), states, strict=True))
    for states in product([False, True], repeat=4)
]
IN_TEXT = [
    Ink(role, color, depth, **state)
    for role in ("text", "quiet")
    for color, depth in (("", 0), *product((*PALETTE, NO_LABEL), (1, 2, 3)))
    for state in STATES
]
OFFERED = [
    Ink(role, color, depth, offer=offer, **state)
    for role in ("text", "quiet")
    for color, depth in (("", 0), *product(PALETTE, (1, 2)))
    for offer in PALETTE
    for state in STATES
]
BESIDE_TEXT = [
    *(Ink(role, color) for role in ("margin", "lane", "key") for color in ("", *PALETTE, NO_LABEL)),
    *map(Ink, ("gutter", "current", "rule", "header", "status", "alert", "hint", "jump")),
]


def luminance(colour):
    """Return how bright a colour is, as the WCAG define it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast of two colours: 1 for the same, 21 for black and white."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_what_the_wcag_say():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@COLOURED
def test_everything_can_be_read(theme):
    faint = {}
    for ink in (*IN_TEXT, *OFFERED, *BESIDE_TEXT):
        seen = look(ink, theme)
        faint[ink] = round(contrast(seen.foreground, seen.background), 2)
    assert {ink: ratio for ink, ratio in faint.items() if ratio < 4.5} == {}


@COLOURED
def test_every_colour_of_the_palette_has_a_hue_of_its_own(theme):
    assert tuple(name for name, _ in theme.hues) == PALETTE
    assert len({hue for _, hue in theme.hues}) == len(PALETTE)


@COLOURED
def test_what_differs_looks_different(theme):
    alike = ["text", "quiet"]
    for role, color in product(alike, PALETTE):
        looks = [
            look(Ink(role), theme),
            look(Ink(role, color, 1), theme),
            look(Ink(role, color, 1, opens=True), theme),
            look(Ink(role, color, 2), theme),
            look(Ink(role, color, 3), theme),
            look(Ink(role, selected=True), theme),
            look(Ink(role, cursor=True), theme),
            look(Ink(role, hit=True), theme),
        ]
        assert len(set(looks)) == len(looks)


PLAIN_STATES = {
    "untagged": Ink("text"),
    "tagged": Ink("text", "blue", 1),
    "start": Ink("text", "blue", 1, opens=True),
    "two deep": Ink("text", "blue", 2),
    "start, two deep": Ink("text", "blue", 2, opens=True),
    "selected": Ink("text", selected=True),
    "cursor": Ink("text", cursor=True),
    "cursor in the selection": Ink("text", selected=True, cursor=True),
    "hit": Ink("text", hit=True),
    "suggested": Ink("text", offer="blue"),
    "suggested, tagged": Ink("text", "blue", 1, offer="amber"),
    "key of a jump": Ink("jump"),
}


@pytest.mark.parametrize("one, other", list(combinations(PLAIN_STATES, 2)))
def test_without_colour_what_differs_looks_different(one, other):
    assert look(PLAIN_STATES[one], PLAIN) != look(PLAIN_STATES[other], PLAIN)


@pytest.mark.parametrize("selected", [False, True])
def test_without_colour_the_cursor_is_like_nothing_around_it(selected):
    around = [ink for ink in IN_TEXT if not ink.cursor and not ink.hit]
    cursors = [ink for ink in IN_TEXT if ink.cursor and ink.selected is selected and not ink.hit]
    assert len({look(cursor, PLAIN) for cursor in cursors}) == 1
    assert not {look(ink, PLAIN) for ink in around} & {look(cursor, PLAIN) for cursor in cursors}


def test_the_plain_theme_has_no_colours():
    for ink in (*IN_TEXT, *BESIDE_TEXT):
        assert look(ink, PLAIN)[:2] == ("", "")


def test_without_colour_an_alert_is_no_status():
    assert look(Ink("alert"), PLAIN) != look(Ink("status"), PLAIN)


def test_a_blend_lies_between():
    assert blend("#ffffff", "#000000", 0.0) == "#000000"
    assert blend("#ffffff", "#000000", 1.0) == "#ffffff"
    assert blend("#ff8000", "#000000", 0.5) == "#804000"


def test_themes_are_known_by_their_names():
    assert list(THEMES) == ["dark", "light", "plain"]
