"""Commands that move the cursor. In extend mode the same keys move the head of the selection."""

from collections.abc import Callable

from annotator.marking.motion import extended, moved, settled
from annotator.marking.selection import Selection, caret
from annotator.session.command import Command
from annotator.session.request import MovePages, MoveRows
from annotator.session.session import Mode, Session, Step
from annotator.text.unit import Unit


def placed(session: Session, offset: int, *, extend: bool) -> Session:
    """Return the session with the cursor near `offset`; with `extend`, the selection's head."""
    target = settled(session.article, offset)
    if not extend:
        return session.at(target)
    return session.selected(Selection(session.selection.anchor, target), session.mode)


def by_unit(unit: Unit, *, forward: bool, extend: bool = False) -> Callable[[Session], Step]:
    """Return the command that moves by `unit`; with `extend`, the one that always extends."""

    def run(session: Session) -> Step:
        extending = session.mode is Mode.EXTEND
        motion = extended if extend or extending else moved
        after = motion(session.article, session.selection, unit, forward=forward)
        return Step(session.selected(after, Mode.EXTEND if extending else Mode.READ))

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
    """Return the command that goes to the first or last word of the paragraph or article."""

    def run(session: Session) -> Step:
        paragraphs = session.article.paragraphs
        if not paragraphs:
            return Step(session)
        index = (len(paragraphs) - 1 if last else 0) if whole else session.paragraph
        edge = paragraphs[index].end if last else paragraphs[index].start
        if session.mode is Mode.EXTEND:
            return Step(session.selected(Selection(session.selection.anchor, edge), Mode.EXTEND))
        end = caret(edge)
        target = moved(session.article, end, Unit.GRAPHEME, forward=False) if last else end
        return Step(session.selected(target))

    return run


def _motion(unit: Unit, noun: str, keys: tuple[str, str], extras: tuple[str, str]) -> list[Command]:
    return [
        Command(
            id=f"move.{direction}_{unit}",
            title=f"{direction} {noun}",
            help=f"Move to the {direction} {noun}",
            group="Move",
            keys=(key,),
            extras=(extra,) if extra else (),
            run=by_unit(unit, forward=direction == "next"),
        )
        for direction, key, extra in zip(("previous", "next"), keys, extras, strict=True)
    ]


def _extension(
    unit: Unit, noun: str, keys: tuple[str, str] | None, extras: tuple[str, str] | None
) -> list[Command]:
    return [
        Command(
            id=f"extend.{direction}_{unit}",
            title=f"extend by {noun}",
            help=f"Extend the selection to the {direction} {noun}",
            group="Select",
            keys=(keys[index],) if keys else (),
            extras=(extras[index],) if extras else (),
            run=by_unit(unit, forward=direction == "next", extend=True),
        )
        for index, direction in enumerate(("previous", "next"))
    ]


MOVES: tuple[Command, ...] = (
    *_motion(Unit.WORD, "word", ("left", "right"), ("", "")),
    *_motion(Unit.GRAPHEME, "character", (",", "."), ("ctrl+left", "ctrl+right")),
    Command("move.row_up", "row up", "Move a row up", "Move", ("up",), by_rows(-1)),
    Command("move.row_down", "row down", "Move a row down", "Move", ("down",), by_rows(1)),
    *_motion(Unit.SENTENCE, "sentence", ("[", "]"), ("", "")),
    *_motion(Unit.PARAGRAPH, "paragraph", ("{", "}"), ("ctrl+up", "ctrl+down")),
    Command(
        "move.screen_up", "screen up", "Move a screen up", "Move", ("-",), by_pages(-1),
        extras=("pageup",),
    ),
    Command(
        "move.screen_down", "screen down", "Move a screen down", "Move", ("+",), by_pages(1),
        extras=("pagedown",),
    ),
    Command(
        "move.paragraph_start", "paragraph start", "Move to the start of the paragraph", "Move",
        ("^",), to_edge(last=False, whole=False), extras=("home",),
    ),
    Command(
        "move.paragraph_end", "paragraph end", "Move to the end of the paragraph", "Move",
        ("$",), to_edge(last=True, whole=False), extras=("end",),
    ),
    Command(
        "move.article_start", "article start", "Move to the start of the article", "Move",
        ("H",), to_edge(last=False, whole=True), extras=("ctrl+home",),
    ),
    Command(
        "move.article_end", "article end", "Move to the end of the article", "Move",
        ("E",), to_edge(last=True, whole=True), extras=("ctrl+end",),
    ),
)

EXTENSIONS: tuple[Command, ...] = (
    *_extension(Unit.WORD, "word", ("(", ")"), ("shift+left", "shift+right")),
    *_extension(Unit.GRAPHEME, "character", ("<", ">"), None),
    Command(
        "extend.row_up", "extend a row up", "Extend the selection a row up", "Select",
        (), by_rows(-1, extend=True), extras=("shift+up",),
    ),
    Command(
        "extend.row_down", "extend a row down", "Extend the selection a row down", "Select",
        (), by_rows(1, extend=True), extras=("shift+down",),
    ),
)
