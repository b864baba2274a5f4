"""Margin: the names of the labels that start in a row, to the right of the text."""

from collections.abc import Callable, Sequence

from annotator.marking.annotation import Annotation
from annotator.text.display import display_line
from annotator.ui.cells import clipped, width
from annotator.ui.ink import Ink, Piece


def margin_pieces(
    starting: Sequence[Annotation],
    touching: Sequence[Annotation],
    colour: Callable[[str], str],
    cells: int,
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
    """Return `~` if it crosses another, `›` if it lies in one; `others` are in reading order."""
    start, end, inside = annotation.start, annotation.end, ""
    for other in others:
        if other.start >= end:
            break
        if other.start < start < other.end < end or start < other.start < end < other.end:
            return "~"
        if other.start <= start and end <= other.end and (other.start, other.end) != (start, end):
            inside = "›"
    return inside
