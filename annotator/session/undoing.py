"""Undo and redo, by further events, so that they outlive the program."""

from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.marking.selection import over
from annotator.session.command import Command, writable
from annotator.session.session import Session, Step, acted
from annotator.session.state import Act
from annotator.session.tagging import words


def undo(session: Session) -> Step:
    """Take back the last act."""
    if not session.state.history.done:
        return Step(session.saying("nothing to undo"))
    act = session.state.history.done[-1]
    changes = [(change.id, change.before) for change in reversed(act.changes)]
    step = acted(session, changes, f"took back: {described(act)}", undoes=act.batch)
    return _shown(step, act)


def redo(session: Session) -> Step:
    """Bring back the act that was taken back last."""
    if not session.state.history.undone:
        return Step(session.saying("nothing to redo"))
    act = session.state.history.undone[-1]
    changes = [(change.id, change.after) for change in act.changes]
    step = acted(session, changes, f"brought back: {described(act)}", redoes=act.batch)
    return _shown(step, act)


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


def _shown(step: Step, act: Act) -> Step:
    """Put the cursor where the change was, so that the person sees it."""
    records = [change.after or change.before for change in act.changes]
    for record in records:
        if isinstance(record, Annotation) and stands(step.session.article.text, record):
            after = step.session.selected(over(record.span), focus=record.id)
            return Step(after, step.events)
        if isinstance(record, Mark) and record.mark == "reviewed":
            return Step(step.session.at(record.start), step.events)
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
