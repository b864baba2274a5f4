"""Commands that move the cursor. In extend mode the same keys move the head of the selection."""

from collections.abc import Callable

from annotator.marking.edges import closed
from annotator.marking.motion import extended, moved, reached, settled
from annotator.marking.selection import over
from annotator.session.command import Command
from annotator.session.request import MovePages, MoveRows
from annotator.session.session import Mode, Session, Step
from annotator.text.unit import Unit


def placed(session: Session, offset: int, *, extend: bool, exact: bool = True) -> Session:
    """Return the session with the cursor near `offset`; with `extend`, the selection's head.

    `exact` says that this is the choice of a character, rather than of a place in the article.
    """
    if not extend:
        return session.at(offset)
    keep = session.mode is Mode.EXTEND
    target = settled(session.article, offset)
    after = reached(session.article, session.selection, target, keep=keep)
    return session.reshaped(after, session.mode, exact=exact)


def by_unit(unit: Unit, *, forward: bool, extend: bool = False) -> Callable[[Session], Step]:
    """Return the command that moves by `unit`; with `extend`, the one that always extends."""

    def run(session: Session) -> Step:
        extending = session.mode is Mode.EXTEND
        motion = extended if extend or extending else moved
        after = motion(session.article, session.selection, unit, forward=forward)
        mode = Mode.EXTEND if extending else Mode.READ
        if motion is extended:
            if forward and after.head > after.anchor and unit in (Unit.WORD, Unit.CLAUSE):
                after = over(closed(session.article, after.span))
            return Step(session.reshaped(after, mode, exact=unit is Unit.GRAPHEME))
        return Step(session.selected(after, mode))

    return run


def by_rows(rows: int, *, extend: bool = False) -> Callable[[Session], Step]:
    """Return the command that asks the screen for the place `rows` further down."""

    def run(session: Session) -> Step:
        extending = extend or session.mode is Mode.EXTEND
        return Step(session, requests=(MoveRows(rows, extend=extending),))

    return run


def by_pages(pages: int) -> Callable[[Session], Step]:
    """Return the command that asks the screen for the place `pages` screens further down."""
    return lambda session: Step(session, requests=(MovePages(pages),))


def to_edge(*, last: bool, whole: bool) -> Callable[[Session], Step]:
    """Return the command that goes to an edge of the paragraph or, with `whole`, of the article."""

    def run(session: Session) -> Step:
        paragraphs = session.article.paragraphs
        if not paragraphs:
            return Step(session)
        index = (len(paragraphs) - 1 if last else 0) if whole else session.paragraph
        edge = paragraphs[index].end - 1 if last else paragraphs[index].start
        extend = session.mode is Mode.EXTEND
        return Step(placed(session, edge, extend=extend, exact=False))

    return run


def _motion(
    unit: Unit, noun: str, keys: tuple[str, str], extras: tuple[str, str] | None = None
) -> list[Command]:
    """Return the commands that move to the previous and to the next unit."""
    return [
        Command(
            id=f"move.{direction}_{unit}",
            title=f"{direction} {noun}",
            help=f"Move to the {direction} {noun}",
            group="Move",
            keys=(keys[index],),
            extras=(extras[index],) if extras else (),
            run=by_unit(unit, forward=direction == "next"),
        )
        for index, direction in enumerate(("previous", "next"))
    ]


def _extension(
    unit: Unit, noun: str, keys: tuple[str, str], extras: tuple[str, str] | None = None
) -> list[Command]:
    """Return the twins of `_motion`, which always extend."""
    return [
        Command(
            id=f"extend.{direction}_{unit}",
            title=f"extend by {noun}",
            help=f"Extend the selection to the {direction} {noun}",
            group="Select",
            keys=(keys[index],),
            extras=(extras[index],) if extras else (),
            run=by_unit(unit, forward=direction == "next", extend=True),
        )
        for index, direction in enumerate(("previous", "next"))
    ]


def _row(direction: str, rows: int) -> Command:
    return Command(
        id=f"move.row_{direction}",
        title=f"row {direction}",
        help=f"Move a row {direction}",
        group="Move",
        keys=(direction,),
        run=by_rows(rows),
    )


def _row_extension(direction: str, rows: int) -> Command:
    return Command(
        id=f"extend.row_{direction}",
        title=f"extend a row {direction}",
        help=f"Extend the selection a row {direction}",
        group="Select",
        keys=(),
        extras=(f"shift+{direction}",),
        run=by_rows(rows, extend=True),
    )


def _screen(direction: str, pages: int, key: str) -> Command:
    return Command(
        id=f"move.screen_{direction}",
        title=f"screen {direction}",
        help=f"Move a screen {direction}",
        group="Move",
        keys=(key,),
        extras=(f"page{direction}",),
        run=by_pages(pages),
    )


def _edge(where: str, edge: str, key: str, extra: str) -> Command:
    return Command(
        id=f"move.{where}_{edge}",
        title=f"{where} {edge}",
        help=f"Move to the {edge} of the {where}",
        group="Move",
        keys=(key,),
        extras=(extra,),
        run=to_edge(last=edge == "end", whole=where == "article"),
    )


MOVES: tuple[Command, ...] = (
    *_motion(Unit.WORD, "word", ("left", "right")),
    *_motion(Unit.GRAPHEME, "character", (",", "."), ("ctrl+left", "ctrl+right")),
    _row("up", -1),
    _row("down", 1),
    *_motion(Unit.SENTENCE, "sentence", ("[", "]")),
    *_motion(Unit.PARAGRAPH, "paragraph", ("{", "}"), ("ctrl+up", "ctrl+down")),
    _screen("up", -1, "_"),
    _screen("down", 1, "+"),
    _edge("paragraph", "start", "^", "home"),
    _edge("paragraph", "end", "$", "end"),
    _edge("article", "start", "H", "ctrl+home"),
    _edge("article", "end", "E", "ctrl+end"),
)

EXTENSIONS: tuple[Command, ...] = (
    *_extension(Unit.WORD, "word", ("(", ")"), ("shift+left", "shift+right")),
    *_extension(Unit.GRAPHEME, "character", ("<", ">")),
    Command(
        id="extend.next_clause",
        title="extend by clause",
        help="Extend the selection to the end of the next clause",
        group="Select",
        keys=("&",),
        run=by_unit(Unit.CLAUSE, forward=True, extend=True),
    ),
    _row_extension("up", -1),
    _row_extension("down", 1),
)
