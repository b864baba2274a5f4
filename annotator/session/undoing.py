"""Undo and redo: acts taken back and brought back by further events, so they outlive the program."""

from annotator.marking.annotation import Annotation, Mark
from annotator.marking.selection import over
from annotator.session.command import Command, writable
from annotator.session.session import Session, Step, acted
from annotator.session.state import Act


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
    if len(act.changes) > 1:
        return f"{len(act.changes)} changes"
    change = act.changes[0]
    record = change.after or change.before
    verb = "change of" if change.before and change.after else "" if change.after else "removal of"
    if isinstance(record, Annotation):
        return f"{verb} {record.label} “{' '.join(record.quote.split())}”".strip()
    if isinstance(record, Mark):
        return f"{verb} {record.mark} mark".strip()
    return f"{verb} {record.relation} link".strip() if record else "a change"


def _shown(step: Step, act: Act) -> Step:
    """Put the cursor where the change was, so that the person sees it."""
    records = [change.after or change.before for change in act.changes]
    for record in records:
        if isinstance(record, Annotation) and record.end <= len(step.session.article.text):
            return Step(step.session.selected(over(record.span)), step.events)
        if isinstance(record, Mark) and record.mark == "reviewed":
            return Step(step.session.at(record.start), step.events)
    return step


UNDO: tuple[Command, ...] = (
    Command("undo", "undo", "Take back the last change", "Annotation", ("U",), undo, writable,
            extras=("ctrl+z",)),
    Command("redo", "redo", "Bring back what was taken back", "Annotation", ("Y",), redo, writable,
            extras=("ctrl+y",)),
)
