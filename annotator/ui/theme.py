"""Theme: how each ink looks. Three themes; in the plain one everything shows without colour."""

from functools import lru_cache
from typing import NamedTuple

from annotator.ui.ink import Ink


class Look(NamedTuple):
    """Colours as `#rrggbb` ("" for the terminal's own) and attributes of a piece of text."""

    foreground: str = ""
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    double: bool = False
    reverse: bool = False


class Theme(NamedTuple):
    """The colours of a theme; the plain theme has none.

    `tint` is the share of a label's hue in its background, `quiet_tint` that outside the current
    paragraph. Shares and hues were chosen so that
    text on any tint keeps a contrast of at least 4.5 to 1, which a test measures.
    """

    name: str
    foreground: str = ""
    background: str = ""
    quiet: str = ""
    faint: str = ""
    bar: str = ""
    selection: str = ""
    hit: str = ""
    alert: str = ""
    tint: float = 0.0
    quiet_tint: float = 0.0
    hues: tuple[tuple[str, str], ...] = ()


DARK = Theme(
    name="dark",
    foreground="#e6e4dc",
    background="#17191e",
    quiet="#a9adb6",
    faint="#7e848f",
    bar="#22262e",
    selection="#2f5d94",
    hit="#5a4b12",
    alert="#ff7a70",
    tint=0.30,
    quiet_tint=0.20,
    hues=(
        ("amber", "#e6a532"),
        ("blue", "#6fb2e8"),
        ("green", "#4fc08d"),
        ("red", "#ee7d68"),
        ("violet", "#c79be0"),
        ("teal", "#4cc3c8"),
        ("pink", "#ef93bd"),
        ("olive", "#b9bf4f"),
        ("grey", "#aab0ba"),
    ),
)

LIGHT = Theme(
    name="light",
    foreground="#1c1d20",
    background="#fbf9f4",
    quiet="#55585f",
    faint="#6f737b",
    bar="#ece8de",
    selection="#b3d2f5",
    hit="#fbe38a",
    alert="#b3261e",
    tint=0.30,
    quiet_tint=0.20,
    hues=(
        ("amber", "#996000"),
        ("blue", "#1667b0"),
        ("green", "#137a4c"),
        ("red", "#b63a24"),
        ("violet", "#7d3fa6"),
        ("teal", "#0f7377"),
        ("pink", "#b02e70"),
        ("olive", "#6c6f10"),
        ("grey", "#5b6069"),
    ),
)

PLAIN = Theme(name="plain")

OFFERED = 0.58
"""The share of a label's hue in the words for which it is suggested."""

_BARS = ("header", "status", "alert")
_BOLD = ("current", "key", "alert", "jump")

THEMES = {theme.name: theme for theme in (DARK, LIGHT, PLAIN)}


@lru_cache(maxsize=4096)
def look(ink: Ink, theme: Theme) -> Look:
    """Return how `ink` looks in `theme`."""
    return _plain(ink) if theme is PLAIN else _coloured(ink, theme)


def _coloured(ink: Ink, theme: Theme) -> Look:
    foreground, background, bold = _base(ink, theme)
    italic = False
    underline, double = ink.depth == 2, ink.depth > 2  # noqa: PLR2004 - a line a level
    if ink.color:
        hue = dict(theme.hues).get(ink.color, theme.quiet)
        if ink.role in ("margin", "lane", "key"):
            foreground = hue
        elif ink.opens:
            foreground, background, bold = theme.background, hue, True
        else:
            share = theme.quiet_tint if ink.role == "quiet" else theme.tint
            background = blend(hue, theme.background, share)
    if ink.offer and not ink.opens:
        hue = dict(theme.hues).get(ink.offer, theme.quiet)
        foreground, italic = blend(hue, theme.foreground, OFFERED), True
    if ink.hit and not ink.opens:
        background, foreground = theme.hit, theme.foreground
    if ink.selected and not ink.opens:
        background, foreground = theme.selection, theme.foreground
    if ink.cursor:
        foreground, background, bold = theme.background, theme.foreground, True
    return Look(foreground, background, bold, italic, underline, double)


def _base(ink: Ink, theme: Theme) -> tuple[str, str, bool]:
    foregrounds = {
        "text": theme.foreground,
        "current": theme.foreground,
        "header": theme.foreground,
        "status": theme.foreground,
        "key": theme.foreground,
        "quiet": theme.quiet,
        "lane": theme.quiet,
        "alert": theme.alert,
        "jump": theme.background,
    }
    background = theme.bar if ink.role in _BARS else theme.background
    background = theme.alert if ink.role == "jump" else background
    return foregrounds.get(ink.role, theme.faint), background, ink.role in _BOLD


def _plain(ink: Ink) -> Look:
    """Underline: tagged. Bold: two deep. Reverse: where one starts, the selection, the cursor.

    Italic: suggested; bold and italic: a hit of the search.
    The cursor is bold without underline, which nothing else in the text is; in a selection it is
    the one cell that is not reversed.
    """
    if ink.role in _BARS:
        return Look(reverse=True, bold=ink.role == "alert")
    if ink.role == "jump":
        return Look(reverse=True, bold=True, double=True)
    tagged = bool(ink.color) and ink.role in ("text", "quiet")
    return Look(
        bold=ink.depth > 1 or ink.cursor or ink.hit or ink.role in ("key", "current"),
        italic=ink.hit or bool(ink.offer),
        underline=tagged and not ink.cursor,
        reverse=not ink.cursor if ink.selected else ink.opens or ink.cursor,
    )


def blend(colour: str, onto: str, share: float) -> str:
    """Mix `share` of one `#rrggbb` colour into another."""
    pairs = zip(_channels(colour), _channels(onto), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
