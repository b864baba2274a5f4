"""Undo and redo, by further events, so that they outlive the program."""

from collections.abc import Iterable

from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.marking.selection import over
from annotator.session.command import Command, writable
from annotator.session.making import words
from annotator.session.offering import again_in_hand
from annotator.session.session import Session, Step, acted
from annotator.session.state import Act
from annotator.text.span import Span


def undo(session: Session) -> Step:
    """Take back the last act."""
    if not session.state.history.done:
        return Step(session.saying("nothing to undo"))
    act = session.state.history.done[-1]
    changes = [(change.id, change.before) for change in reversed(act.changes)]
    step = acted(session, changes, f"took back: {described(act)}", undoes=act.batch)
    return _shown(step, [change.before or change.after for change in act.changes])


def redo(session: Session) -> Step:
    """Bring back the act that was taken back last."""
    if not session.state.history.undone:
        return Step(session.saying("nothing to redo"))
    act = session.state.history.undone[-1]
    changes = [(change.id, change.after) for change in act.changes]
    step = acted(session, changes, f"brought back: {described(act)}", redoes=act.batch)
    return _shown(step, [change.after or change.before for change in act.changes])


def described(act: Act) -> str:
    """Say in a few words what an act did."""
    changes = [change for change in act.changes if change.before or change.after]
    nouns = [change for change in changes if not isinstance(change.before, Relation)] or changes
    if len(nouns) != 1:
        return f"{len(nouns)} changes"
    change = nouns[0]
    verb = "change of " if change.before and change.after else "" if change.after else "removal of "
    links = len(changes) - len(nouns)
    more = f" and {links} of its links" if links else ""
    return f"{verb}{_name(change.after or change.before)}{more}"


def _name(record: Record | None) -> str:
    match record:
        case Annotation():
            return f"{record.label} {words(record)}"
        case Relation():
            return f"{record.relation} link"
        case Mark():
            return f"{record.mark} mark"
        case None:
            return "nothing"


def _shown(step: Step, records: Iterable[Record | None]) -> Step:
    """Put the cursor where the change was; a suggestion that waits there again is in hand."""
    session = step.session
    for record in records:
        if isinstance(record, Annotation) and stands(session.article.text, record):
            after = session.selected(over(record.span), focus=record.id)
            return Step(again_in_hand(after, record.span, record.label), step.events)
        if isinstance(record, Mark) and record.mark == "reviewed":
            return Step(session.at(record.start), step.events)
        if isinstance(record, Mark) and record.mark == "rejected":
            span = Span(record.start, record.end)
            after = session.selected(over(span))
            return Step(again_in_hand(after, span, record.suggested), step.events)
    return step


UNDO: tuple[Command, ...] = (
    Command(
        id="undo",
        title="undo",
        help="Take back the last change",
        group="Annotation",
        keys=("U",),
        extras=("ctrl+z",),
        when=writable,
        run=undo,
    ),
    Command(
        id="redo",
        title="redo",
        help="Bring back what was taken back",
        group="Annotation",
        keys=("Y",),
        extras=("ctrl+y",),
        when=writable,
        run=redo,
    ),
)
