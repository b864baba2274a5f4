"""Inspector: the annotations under the cursor in words, and those of its row as bracketed lanes."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from annotator.marking.annotation import Annotation
from annotator.session.session import Session
from annotator.text.display import display, display_line
from annotator.text.span import Span
from annotator.ui.cells import clipped, width
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.rows import Geometry, blank


def inspector(
    session: Session, row: Span, shape: Geometry, colour: Callable[[str], str]
) -> tuple[Row, ...]:
    """Return the rule and the rows of lanes below the article; `row` is the cursor's."""
    touching = session.state.annotations.touching(row)
    levels, left_out = _levels(touching, max(0, shape.lanes - 1))
    rule = _rule(session, shape, left_out if shape.lanes else 0)
    if not shape.lanes:
        return (rule,)
    text = display(session.article.quote(row))
    shown = clipped(text.rstrip(), shape.text)
    indent = Piece(" " * shape.gutter, Ink("lane"), shape.gutter)
    rows: list[Row] = [rule, _padded((indent, _piece(shown, Ink("lane"))), shape)]
    current = session.current()
    for level in levels:
        pieces = [indent]
        used = 0
        for annotation in level:
            start, end = (_cell(text, row, edge, shape.text) for edge in annotation.span)
            pieces.append(Piece(" " * (start - used), Ink("lane"), start - used))
            lane = _lane(annotation, row, end - start)
            role = "key" if annotation is current else "lane"
            pieces.append(_piece(lane, Ink(role, colour(annotation.label))))
            used = start + width(lane)
        rows.append(_padded(tuple(pieces), shape))
    rows += [blank(shape.columns, Ink("lane"))] * (shape.lanes + 1 - len(rows))
    return tuple(rows)


def _rule(session: Session, shape: Geometry, left_out: int) -> Row:
    said = _about(session)
    more = f" +{left_out} more ──" if left_out else ""
    room = shape.columns - 6 - width(more)
    said = f" {clipped(said, room)} " if said else ""
    rest = "─" * max(0, shape.columns - 2 - width(said) - width(more))
    pieces = (
        Piece("──", Ink("rule"), 2),
        _piece(said, Ink("current")),
        _piece(rest, Ink("rule")),
        _piece(more, Ink("rule")),
    )
    return tuple(piece for piece in pieces if piece.cells)


def _about(session: Session) -> str:
    """Say what is in hand, else what stands under the cursor, the innermost annotation first."""
    if session.offer is not None:
        words = " ".join(session.article.quote(session.selection.span).split())
        return display_line(f"{session.offer.label}? “{words}” from {session.offer.source}", 400)
    current = session.current()
    if current is None:
        return ""
    words = " ".join(current.quote.split())
    words = words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004 - room for more
    parts = [f"{current.label} “{words}”"]
    if current.note:
        parts.append(f"note: {current.note}")
    parts += [f"{name}: {value}" for name, value in current.attributes.items()]
    others = [a.label for a in session.stack() if a is not current]
    if others:
        parts.append("with " + ", ".join(others))
    return display_line(" · ".join(parts), 400)


def _levels(annotations: Sequence[Annotation], most: int) -> tuple[list[list[Annotation]], int]:
    """Spread annotations over at most `most` rows, short ones first; count those left out."""
    levels: list[list[Annotation]] = [[] for _ in range(most)]
    left_out = 0
    for annotation in sorted(annotations, key=lambda a: (a.end - a.start, a.start, a.id)):
        for level in levels:
            place = bisect_left(level, annotation.start, key=lambda other: other.start)
            free = place == 0 or level[place - 1].end <= annotation.start
            if free and (place == len(level) or annotation.end <= level[place].start):
                level.insert(place, annotation)
                break
        else:
            left_out += 1
    return [level for level in levels if level], left_out


def _lane(annotation: Annotation, row: Span, cells: int) -> str:
    """Draw one bracket; an end that lies in another row is left open."""
    if cells < 1:
        return ""
    opening = "└" if annotation.start >= row.start else "─"
    closing = "┘" if annotation.end <= row.end else "─"
    if cells == 1:
        return "╵"
    name = clipped(display_line(annotation.label), cells - 2)
    return opening + name + "─" * (cells - 2 - width(name)) + closing


def _cell(text: str, row: Span, offset: int, most: int) -> int:
    inside = min(max(offset, row.start), row.end) - row.start
    return min(width(text[:inside]), most)


def _piece(text: str, ink: Ink) -> Piece:
    return Piece(text, ink, width(text))


def _padded(pieces: tuple[Piece, ...], shape: Geometry) -> Row:
    used = sum(piece.cells for piece in pieces)
    rest = max(0, shape.columns - used)
    return (*(p for p in pieces if p.cells), Piece(" " * rest, Ink("lane"), rest))
