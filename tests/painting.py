"""Frames as plain text: what a person sees of a session, and in which ink.

Below a row of text that has something in it stand up to three lines: the first letter of the
label's colour (a capital where an annotation starts), how many deep if more than one, and what lies
over it (`s` the selection, `|` the cursor, `?` a hit of the search). After `│` stand the roles.
"""

from collections.abc import Iterable
from itertools import groupby

from drawing import KEYMAP, SCHEMA
from msgspec.structs import replace

from annotator.session.session import Session
from annotator.text.article import Article
from annotator.ui.frame import View
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.sitting import Sitting


def sitting(session: Session, columns: int = 80, rows: int = 24, **view: object) -> Sitting:
    """Return a window on a session."""
    return Sitting(session, KEYMAP, View(columns, rows, **view))


def framed(session: Session, columns: int = 80, rows: int = 24, **view: object) -> list[Row]:
    """Return the first frame of a window on a session."""
    return sitting(session, columns, rows, **view).frame()


def opened(article: Article, offset: int = 0) -> Session:
    """Return a session with an article about which nothing was said yet."""
    return Session(article, SCHEMA, annotator="ana").at(offset)


def shown(row: Iterable[Piece]) -> str:
    """Return the text of a row."""
    return "".join(piece.text for piece in row)


def text_rows(window: Sitting) -> list[str]:
    """Return the rows of text of a window, without the gutter and the margin."""
    shape = window._painter.shape(window.session, window.view)
    rows = window.frame()[1 : shape.text_rows + 1]
    texts = [[piece for piece in row if piece.ink.role in ("text", "quiet")] for row in rows]
    return [shown(row).rstrip() for row in texts]


def inked(pieces: Iterable[Piece]) -> str:
    """Return pieces as `plain {blue opens:f}{blue:ox}`."""
    return "".join(
        f"{{{meaning}:{piece.text}}}" if (meaning := _meaning(piece.ink)) else piece.text
        for piece in pieces
    )


def _meaning(ink: Ink) -> str:
    words = [ink.color, f"{ink.depth} deep" if ink.depth > 1 else ""]
    words += [name for name in ("opens", "selected", "cursor", "hit") if getattr(ink, name)]
    words += [f"offer {ink.offer}"] if ink.offer else []
    return " ".join(filter(None, words))


def picture(rows: Iterable[Row]) -> str:
    """Return a frame as text with its inks below; blank rows in a row are counted."""
    lines: list[str] = []
    for blank, some in groupby(rows, key=lambda row: not shown(row).strip()):
        drawn_ = list(some)
        if blank and len(drawn_) > 1:
            lines.append(f"({len(drawn_)} blank rows)")
        else:
            lines += [line for row in drawn_ for line in _pictured(row)]
    return "\n".join(lines)


def _pictured(row: Row) -> list[str]:
    roles = dict.fromkeys(piece.ink.role for piece in row)
    inks = [
        "".join(sign(p.ink) * p.cells for p in row).rstrip() for sign in (_colour, _depth, _over)
    ]
    return [f"{shown(row)}│ {' '.join(roles)}", *filter(None, inks)]


def _colour(ink: Ink) -> str:
    letter = {"grey": "y", "": " "}.get(ink.color, ink.color[:1])
    return letter.upper() if ink.opens else letter


def _depth(ink: Ink) -> str:
    return str(ink.depth) if ink.depth > 1 else " "


def _over(ink: Ink) -> str:
    return "|" if ink.cursor else "s" if ink.selected else "?" if ink.hit else " "


def with_view(window: Sitting, **changes: object) -> Sitting:
    """Return the window with another view."""
    window.view = replace(window.view, **changes)
    return window
