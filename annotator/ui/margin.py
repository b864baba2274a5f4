"""Margin: the names of the labels that start in a row, to the right of the text."""

from collections.abc import Callable, Iterable, Sequence

from annotator.marking.annotation import Annotation
from annotator.text.display import display_line
from annotator.ui.cells import clipped, width
from annotator.ui.ink import Ink, Piece

Name = tuple[str, Ink]
"""The name of a label as it shows, and its ink."""


def names_of(
    starting: Iterable[Annotation],
    touching: Sequence[Annotation],
    colour: Callable[[str], str],
    suggested: Iterable[str] = (),
) -> list[Name]:
    """Return the names of the labels that start in a row; `touching` are all of its paragraph.

    `›` before a name: it lies inside another annotation. `~`: it crosses another. A `?` after it:
    it is only suggested.
    """
    return [
        *(
            (
                _relation_sign(annotation, touching) + display_line(annotation.label),
                Ink("margin", colour(annotation.label)),
            )
            for annotation in starting
        ),
        *((f"{display_line(label)}?", Ink("margin", colour(label))) for label in suggested),
    ]


def margin_pieces(names: Sequence[Name], cells: int) -> tuple[Piece, ...]:
    """Return as many names as there is room for; `+3`: so many more."""
    if not cells:
        return ()
    pieces: list[Piece] = [Piece("  ", Ink("margin"), 2)]
    used = 2
    for index, (name, ink) in enumerate(names):
        more = len(names) - index - 1
        room = cells - used - (len(f" +{more}") if more else 0)
        if width(name) > room:
            rest = f"+{more + 1}"
            if index == 0:
                name = clipped(name, max(1, room))  # noqa: PLW2901 - what of it there is room for
                pieces.append(Piece(name, ink, width(name)))
                used += width(name)
                rest = f" +{more}" if more else ""
            pieces.append(Piece(rest, Ink("margin"), len(rest)))
            used += len(rest)
            break
        pieces.append(Piece(name, ink, width(name)))
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
