"""Rows of the article: gutter, text with its annotations, and label names in the margin."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.marking.annotation import Annotation
from annotator.text.display import display, display_line
from annotator.text.span import Span
from annotator.ui.cells import clipped, narrow, width
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.runs import Run


@dataclass(frozen=True, slots=True)
class Geometry:
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
    margin = 0 if columns < 90 else 22 if columns < 140 else 34  # noqa: PLR2004
    text = max(1, min(WIDEST_TEXT, columns - gutter - margin - (1 if not margin else 0)))
    lanes = 4 if rows >= 24 else 2 if rows >= 16 else 0  # noqa: PLR2004
    return Geometry(columns, rows, gutter, text, margin, max(1, rows - 4 - lanes), lanes)


@dataclass(frozen=True, slots=True)
class Overlay:
    """What lies over a row of text for now; each is clipped to the row, or None."""

    selected: Span | None = None
    cursor: Span | None = None
    hits: tuple[Span, ...] = ()


def text_pieces(
    text: str, row: Span, runs: Sequence[Run], colour: Callable[[str], str], role: str,
    overlay: Overlay, cells: int,
) -> Iterator[Piece]:
    """Yield the pieces of one row of text, padded to `cells`.

    `runs` are those of the row's paragraph; `colour` gives the palette name of a label's colour.
    """
    used = 0
    for start, end, run in _stretches(row, runs, overlay):
        shown = display(text[start:end])
        taken = len(shown) if narrow(shown) else width(shown)
        if used + taken > cells:
            shown = shown[: max(0, cells - used)] if narrow(shown) else clipped(shown, cells - used)
            taken = width(shown)
        if taken == 0 and not shown:
            continue
        ink = Ink(
            role,
            color=colour(run.label) if run.label else "",
            depth=run.depth,
            opens=run.opens and start == run.start,
            selected=_inside(start, overlay.selected),
            cursor=_inside(start, overlay.cursor),
            hit=any(_inside(start, hit) for hit in overlay.hits),
        )
        yield Piece(shown, ink, taken)
        used += taken
    if used < cells:
        yield Piece(" " * (cells - used), Ink(role), cells - used)


def _stretches(
    row: Span, runs: Sequence[Run], overlay: Overlay
) -> Iterator[tuple[int, int, Run]]:
    """Cut the row wherever something about it changes."""
    edges = {row.start}
    edges.update(run.start for run in runs if row.start < run.start < row.end)
    for span in (overlay.selected, overlay.cursor, *overlay.hits):
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
    number: str, cells: int, *, current: bool, reviewed: bool
) -> tuple[Piece, ...]:
    """Return the gutter of a row: a bar at the current paragraph, its number, a reviewed mark."""
    bar = "▌" if current else " "
    mark = "✓" if reviewed and number else " "
    text = f"{bar}{number:>{cells - 3}}{mark} "
    return (Piece(text, Ink("current" if current else "gutter"), cells),)


def margin_pieces(
    starting: Sequence[Annotation], touching: Sequence[Annotation],
    colour: Callable[[str], str], cells: int,
) -> tuple[Piece, ...]:
    """Return the names of the labels that start in a row; `touching` are all of its paragraph.

    `›` before a name: it lies inside another annotation. `~`: it crosses another. `+3`: so many
    more.
    """
    if not cells:
        return ()
    pieces: list[Piece] = [Piece("  ", Ink("margin"), 2)]
    used = 2
    for index, annotation in enumerate(starting):
        name = _relation_sign(annotation, touching) + display_line(annotation.label)
        more = len(starting) - index - 1
        room = cells - used - (len(f" +{more}") if more else 0)
        if width(name) > room:
            rest = f"+{more + 1}"
            if index == 0:
                name = clipped(name, max(1, room))
                pieces.append(Piece(name, Ink("margin", colour(annotation.label)), width(name)))
                used += width(name)
                rest = f" +{more}" if more else ""
            pieces.append(Piece(rest, Ink("margin"), len(rest)))
            used += len(rest)
            break
        pieces.append(Piece(name, Ink("margin", colour(annotation.label)), width(name)))
        used += width(name)
        if more:
            pieces.append(Piece(" ", Ink("margin"), 1))
            used += 1
    pieces.append(Piece(" " * max(0, cells - used), Ink("margin"), max(0, cells - used)))
    return tuple(pieces)


def _relation_sign(annotation: Annotation, others: Sequence[Annotation]) -> str:
    span = annotation.span
    if any(span.crosses(other.span) for other in others):
        return "~"
    inside = any(
        other.id != annotation.id and other.span.covers(span) and other.span != span
        for other in others
    )
    return "›" if inside else ""


def blank(cells: int, ink: Ink = Ink("text")) -> Row:  # noqa: B008 - a frozen value
    """Return an empty row."""
    return (Piece(" " * cells, ink, cells),)
