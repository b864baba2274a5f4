"""Rows of the article: the gutter and the text. Used before the first key, so imports are few."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.text.display import display, display_line
from annotator.text.span import Span
from annotator.ui.cells import clipped, offset_at, width
from annotator.ui.ink import Ink, Piece, Row, Run


class Geometry(NamedTuple):
    """How the screen is divided, in cells and rows.

    From the top: a header row, `text_rows` of article, a rule, `lanes` rows of inspector, a status
    row, a row of hints. Across: `gutter`, `text`, `margin`.
    """

    columns: int
    rows: int
    gutter: int
    text: int
    margin: int
    text_rows: int
    lanes: int


WIDEST_TEXT = 96
"""Cells of a row of text, at the most: longer rows are hard to read."""


def geometry(columns: int, rows: int, paragraphs: int) -> Geometry:
    """Divide a screen of `columns` by `rows` for an article of so many paragraphs."""
    gutter = max(2, len(str(paragraphs))) + 3
    margin = 0 if columns < 90 else 22 if columns < 140 else 34  # noqa: PLR2004 - where there is room
    text = max(1, min(WIDEST_TEXT, columns - gutter - margin - (1 if not margin else 0)))
    lanes = 4 if rows >= 24 else 2 if rows >= 16 else 0  # noqa: PLR2004 - likewise
    return Geometry(columns, rows, gutter, text, margin, max(1, rows - 4 - lanes), lanes)


class Offer(NamedTuple):
    """A suggestion in a row: its span, clipped to the row, its label, does it start here."""

    span: Span
    label: str
    opens: bool


class Jump(NamedTuple):
    """A key that leads to a word: `span` is what it stands on, empty where it is the gutter."""

    span: Span
    key: str


class Overlay(NamedTuple):
    """What lies over a row of text for now; each is clipped to the row, or None."""

    selected: Span | None = None
    cursor: Span | None = None
    hits: tuple[Span, ...] = ()
    offers: tuple[Offer, ...] = ()
    jumps: tuple[Jump, ...] = ()


class Line(NamedTuple):
    """One row of text and all that shows in it. `runs` are those of its paragraph."""

    span: Span
    runs: Sequence[Run]
    role: str
    overlay: Overlay = Overlay()


def text_pieces(text: str, line: Line, colour: Callable[[str], str], cells: int) -> Iterator[Piece]:
    """Yield the pieces of a line of the article's `text`, padded to `cells`.

    `colour` gives the palette name of a label's colour.
    """
    used, overlay = 0, line.overlay
    jumps = {jump.span.start: jump.key for jump in overlay.jumps if jump.span.length}
    for start, end, run in _stretches(line):
        shown = display(text[start:end])
        taken = width(shown)
        if key := jumps.get(start, ""):
            taken = min(taken, cells - used)
            yield Piece(key.ljust(taken)[:taken], Ink("jump"), taken)
            used += taken
            continue
        if used + taken > cells:
            shown = _cut(shown, cells - used)
            taken = width(shown)
        if not shown:
            continue
        ink = Ink(
            line.role,
            color=colour(run.label) if run.label else "",
            depth=run.depth,
            opens=run.opens and start == run.start,
            selected=_inside(start, overlay.selected),
            cursor=_inside(start, overlay.cursor),
            hit=any(_inside(start, hit) for hit in overlay.hits),
            offer=_offered(start, overlay.offers, colour) if overlay.offers else "",
        )
        yield Piece(shown, ink, taken)
        used += taken
    if used < cells:
        yield Piece(" " * (cells - used), Ink(line.role), cells - used)


def _offered(start: int, offers: Sequence[Offer], colour: Callable[[str], str]) -> str:
    """Return the colour of the innermost suggestion at `start`, "" if there is none."""
    here = [offer for offer in offers if _inside(start, offer.span)]
    if not here:
        return ""
    return colour(min(here, key=lambda offer: offer.span.length).label)


def _cut(text: str, cells: int) -> str:
    """Return as much of `text` as fits: what hangs over a row are blanks."""
    return text[: offset_at(text, cells)]


def _stretches(line: Line) -> Iterator[tuple[int, int, Run]]:
    """Cut the line wherever something about it changes."""
    row, runs, overlay = line.span, line.runs, line.overlay
    edges = {row.start}
    edges.update(run.start for run in runs if row.start < run.start < row.end)
    offers = [offer.span for offer in overlay.offers]
    jumps = [jump.span for jump in overlay.jumps]
    for span in (overlay.selected, overlay.cursor, *overlay.hits, *offers, *jumps):
        if span:
            edges.update(edge for edge in span if row.start < edge < row.end)
    ordered = sorted(edges)
    index = 0
    for start, end in zip(ordered, (*ordered[1:], row.end), strict=True):
        while index + 1 < len(runs) and runs[index + 1].start <= start:
            index += 1
        yield start, end, runs[index]


def _inside(offset: int, span: Span | None) -> bool:
    return span is not None and span.start <= offset < span.end


def gutter_pieces(
    number: str, cells: int, *, current: bool, reviewed: bool, jump: str = ""
) -> tuple[Piece, ...]:
    """Return the gutter of a row: a bar at the current paragraph, its number, a reviewed mark.

    `jump` is the key that leads to the first word of the row.
    """
    bar = "▌" if current else " "
    mark = "✓" if reviewed and number else " "
    text = f"{bar}{number:>{cells - 3}}{mark} "
    ink = Ink("current" if current else "gutter")
    if jump:
        return Piece(text[:-1], ink, cells - 1), Piece(jump, Ink("jump"), 1)
    return (Piece(text, ink, cells),)


def blank(cells: int, ink: Ink = Ink("text")) -> Row:  # noqa: B008 - a frozen value
    """Return an empty row."""
    return (Piece(" " * cells, ink, cells),)


def bar(left: str, right: str, columns: int, ink: Ink) -> Row:
    """Return a row with text at both ends, apart; the left one gives way, but keeps a third."""
    left, right = display_line(left, 500), display_line(right, 500)
    apart = 1 if left and right else 0
    right = clipped(right, columns - apart - min(width(left), columns // 3))
    left = clipped(left, columns - apart - width(right))
    gap = " " * max(0, columns - width(left) - width(right))
    text = f"{left}{gap}{right}"
    return (Piece(text, ink, width(text)),)
