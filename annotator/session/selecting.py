"""Commands that select: extend mode, text objects, and the ladder of growing and shrinking."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from annotator.marking.motion import grown, phrase_back_at, tidied, unit_at
from annotator.marking.selection import Selection, caret, over
from annotator.session.command import Command
from annotator.session.session import Mode, Session, Step
from annotator.text.span import Span
from annotator.text.unit import Unit, units


def toggle_extend(session: Session) -> Step:
    """Begin to extend, from the word at the cursor if nothing is selected; or stop."""
    if session.mode is Mode.EXTEND:
        return Step(replace(session, mode=Mode.READ))
    if not session.selection.empty:
        return Step(session.reshaped(session.selection, Mode.EXTEND))
    word = unit_at(session.article, session.cursor, Unit.WORD)
    if word is None or not word.start <= session.cursor < word.end:
        word = unit_at(session.article, session.cursor, Unit.GRAPHEME)
    return Step(session.selected(over(word) if word else session.selection, Mode.EXTEND))


def swap_ends(session: Session) -> Step:
    """Make the other end of the selection the moving one."""
    anchor, head = session.selection
    return Step(session.reshaped(Selection(head, anchor), session.mode))


def clear(session: Session) -> Step:
    """Select nothing; leave extend mode, a search and its hits, a sweep and the forms of a name."""
    if session.came_from is not None:
        return Step(replace(session.at(session.came_from), came_from=None, sweep=None))
    return Step(replace(session.at(session.cursor), query="", hits=(), sweep=None))


def grow(session: Session) -> Step:
    """Select the next larger unit or annotation around the selection."""
    span = session.selection.span
    around = tuple(a.span for a in session.state.annotations.at(span.start))
    after = grown(session.article, session.selection, around)
    if after == session.selection:
        return Step(session.saying("nothing larger to select"))
    ladder = (*session.ladder, session.selection)
    return Step(replace(session.reshaped(after, session.mode), ladder=ladder))


def shrink(session: Session) -> Step:
    """Take back the last growing; without one, select nothing."""
    if not session.ladder:
        return Step(session.selected(caret(session.cursor)))
    *ladder, before = session.ladder
    return Step(replace(session.reshaped(before, session.mode), ladder=tuple(ladder)))


def select_unit(unit: Unit) -> Callable[[Session], Step]:
    """Return the command that selects the unit at the cursor or, if it is selected, the next."""

    def run(session: Session) -> Step:
        this = next((u for u in _units_here(session, unit) if _is_selected(session, u)), None)
        if this is not None:
            found = next(_units_after(session, unit, this), None)
            if found is None:
                return spent(session, f"no {unit} after this")
            return Step(session.selected(over(found), session.mode))
        span = unit_here_or_near(session, unit)
        if span is None:
            return Step(session.saying(f"no {unit} here"))
        return Step(session.selected(over(span), session.mode))

    return run


def select_quotation(session: Session) -> Step:
    """Select the quotation at the cursor with its marks, then without, then the next one.

    Where none is, that is the next one too.
    """
    selected = _selected_or_tagged(session)
    quotations = _units_here(session, Unit.QUOTATION)
    inside = next((q for q in quotations if _is_selected(session, _inner(session, q))), None)
    whole = None if inside else next((q for q in quotations if _is_selected(session, q)), None)
    if whole is not None and _inner(session, whole).length:
        return Step(session.selected(over(_inner(session, whole)), session.mode))
    here = unit_at(session.article, session.cursor, Unit.QUOTATION)
    if inside is None and here is not None and here.start <= session.cursor < here.end:
        return Step(session.selected(over(here), session.mode))
    before = inside or whole or selected
    found = next(_units_after(session, Unit.QUOTATION, before), None)
    if found is None:
        return spent(session, "no quotation here" if inside is None else "no quotation after")
    return Step(session.selected(over(found), session.mode))


def _inner(session: Session, quotation: Span) -> Span:
    """Return a quotation without its marks; one that was never closed has only the first."""
    quote = session.article.quote(quotation)
    end = quotation.end if quote[-1:].isalnum() else quotation.end - 1
    return tidied(session.article, Span(quotation.start + 1, max(end, quotation.start + 1)))


def select_untagged(unit: Unit, noun: str) -> Callable[[Session], Step]:
    """Return the command that selects the unit at the cursor, else the next nobody tagged yet."""

    def run(session: Session) -> Step:
        annotations = session.state.annotations
        here = _unit_here(session, unit) if session.selection.empty else None
        if here is not None and not annotations.on(here):
            return Step(session.selected(over(here), session.mode))
        before = Span(session.cursor, len(session.article.text))
        if not session.selection.empty:
            before = session.selection.span
        for found in _units_after(session, unit, before):
            if not annotations.on(found):
                return Step(session.selected(over(found), session.mode))
        return spent(session, f"no untagged {noun} after this")

    return run


def spent(session: Session, why: str) -> Step:
    """Say that nothing new is selected; a label key that follows would tag what is selected yet."""
    return Step(replace(session, spent=why).saying(why))


def _selected_or_tagged(session: Session) -> Span:
    """Return what is selected; with nothing selected, what was just tagged."""
    tagged = session.state.annotations.by_id.get(session.focus)
    return tagged.span if tagged and session.selection.empty else session.selection.span


def _is_selected(session: Session, unit: Span) -> bool:
    """Say whether a unit is selected, or was just tagged, which takes signs off its ends."""
    selected = _selected_or_tagged(session)
    tagged = session.focus_selected() or session.selection.empty
    if not tagged or not selected.length or not unit.covers(selected):
        return selected == unit
    text = session.article.text
    margins = text[unit.start : selected.start] + text[selected.end : unit.end]
    return not any(map(str.isalnum, margins))


def _unit_here(session: Session, unit: Unit) -> Span | None:
    """Return the unit at the cursor; no phrase there: the one that ends with the cursor's word."""
    here = unit_at(session.article, session.cursor, unit)
    if here is not None and here.start <= session.cursor < here.end:
        return here
    return phrase_back_at(session.article, session.cursor) if unit is Unit.PHRASE else None


def unit_here_or_near(session: Session, unit: Unit) -> Span | None:
    """Return the unit at the cursor; on a mark or a joining word, the one that begins after it."""
    span = unit_at(session.article, session.cursor, unit)
    if span is None or span.start <= session.cursor < span.end:
        return span
    between = session.article.text[session.cursor : span.start]
    joining = unit is Unit.CLAUSE and len(between.split()) <= 1
    return span if between and (joining or not any(map(str.isalnum, between))) else None


def _units_here(session: Session, unit: Unit) -> tuple[Span, ...]:
    if not session.article.paragraphs:
        return ()
    return units(session.article, unit, session.paragraph)


def _units_after(session: Session, unit: Unit, span: Span) -> Iterator[Span]:
    """Yield the units after `span` in reading order, outer before inner."""
    for paragraph in range(session.paragraph, len(session.article.paragraphs)):
        found = units(session.article, unit, paragraph)
        for each in sorted(found, key=lambda found: (found.start, -found.end)):
            if (each.start, -each.end) > (span.start, -span.end):
                yield each


def _selects(
    unit: Unit, key: str, run: Callable[[Session], Step] | None = None, more: str = "the next one"
) -> Command:
    return Command(
        id=f"select.{unit}",
        title=f"select {unit}",
        help=f"Select the {unit} at the cursor; again: {more}",
        group="Select",
        keys=(key,),
        run=run or select_unit(unit),
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
    Command(
        id="select.name",
        title="select name",
        help="Select the name at the cursor, or the next one that nobody tagged yet",
        group="Select",
        keys=("N",),
        run=select_untagged(Unit.NAME, "name"),
    ),
    Command(
        id="select.phrase",
        title="select phrase",
        help="Select the noun and the words that belong to it, or the next untagged ones",
        group="Select",
        keys=("\\",),
        run=select_untagged(Unit.PHRASE, "phrase"),
    ),
    _selects(Unit.CLAUSE, "'"),
    _selects(Unit.QUOTATION, '"', select_quotation, "without its marks, then the next one"),
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
