"""Commands that select: extend mode, units, and the ladder of growing and shrinking."""

from collections.abc import Callable

from msgspec.structs import replace

from annotator.marking.motion import grown, unit_at
from annotator.marking.selection import Selection, caret, over
from annotator.session.command import Command
from annotator.session.session import Mode, Session, Step
from annotator.text.unit import Unit


def toggle_extend(session: Session) -> Step:
    """Begin to extend, from the word at the cursor if nothing is selected; or stop."""
    if session.mode is Mode.EXTEND:
        return Step(replace(session, mode=Mode.READ))
    if not session.selection.empty:
        return Step(session.selected(session.selection, Mode.EXTEND))
    word = unit_at(session.article, session.cursor, Unit.WORD)
    if word is None or not word.start <= session.cursor < word.end:
        word = unit_at(session.article, session.cursor, Unit.GRAPHEME)
    return Step(session.selected(over(word) if word else session.selection, Mode.EXTEND))


def swap_ends(session: Session) -> Step:
    """Make the other end of the selection the moving one."""
    anchor, head = session.selection
    return Step(session.selected(Selection(head, anchor), session.mode))


def clear(session: Session) -> Step:
    """Select nothing; leave extend mode, a search and its hits."""
    return Step(replace(session.at(session.cursor), query="", hits=()))


def grow(session: Session) -> Step:
    """Select the next larger unit or annotation around the selection."""
    span = session.selection.span
    around = tuple(a.span for a in session.state.annotations.at(span.start))
    after = grown(session.article, session.selection, around)
    if after == session.selection:
        return Step(session.saying("nothing larger to select"))
    ladder = (*session.ladder, session.selection)
    return Step(replace(session.selected(after, session.mode), ladder=ladder))


def shrink(session: Session) -> Step:
    """Take back the last growing; without one, select nothing."""
    if not session.ladder:
        return Step(session.selected(caret(session.cursor)))
    *ladder, before = session.ladder
    return Step(replace(session.selected(before, session.mode), ladder=tuple(ladder)))


def select_unit(unit: Unit) -> Callable[[Session], Step]:
    """Return the command that selects the unit at the cursor."""

    def run(session: Session) -> Step:
        span = unit_at(session.article, session.cursor, unit)
        if span is None or not span.start <= session.cursor < span.end:
            return Step(session.saying(f"no {unit} here"))
        return Step(session.selected(over(span), session.mode))

    return run


def _selects(unit: Unit, key: str) -> Command:
    return Command(
        id=f"select.{unit}",
        title=f"select {unit}",
        help=f"Select the {unit} at the cursor",
        group="Select",
        keys=(key,),
        run=select_unit(unit),
    )


SELECTS: tuple[Command, ...] = (
    Command(
        id="select.extend",
        title="select",
        help="Select the word and go on selecting as you move, or stop",
        group="Select",
        keys=("space",),
        run=toggle_extend,
    ),
    Command(
        id="select.grow",
        title="grow",
        help="Select the next larger unit",
        group="Select",
        keys=("=",),
        run=grow,
    ),
    Command(
        id="select.shrink",
        title="shrink",
        help="Go back to the smaller unit",
        group="Select",
        keys=("-",),
        run=shrink,
    ),
    _selects(Unit.CLAUSE, "'"),
    _selects(Unit.QUOTATION, '"'),
    _selects(Unit.SENTENCE, "|"),
    _selects(Unit.PARAGRAPH, "#"),
    Command(
        id="select.swap",
        title="other end",
        help="Move the other end of the selection",
        group="Select",
        keys=(";",),
        run=swap_ends,
    ),
    Command(
        id="select.clear",
        title="clear",
        help="Clear the selection and the search",
        group="Select",
        keys=("escape",),
        run=clear,
    ),
)
