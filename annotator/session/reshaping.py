"""The command that gives an annotation other edges, and the one that repeats the last act."""

from msgspec.structs import replace

from annotator.marking.anchor import context
from annotator.marking.annotation import SPAN_LIMIT, Annotation
from annotator.marking.motion import tidied
from annotator.marking.selection import over
from annotator.session.command import Command, writable
from annotator.session.making import cut_to, edged, words
from annotator.session.session import Mode, Session, Step, acted
from annotator.text.span import Span


def reshape(session: Session) -> Step:
    """Take the current annotation in hand; once the selection was changed, give it those edges.

    They are trimmed as those of a new annotation with its label.
    """
    annotation = session.state.annotations.by_id.get(session.focus) or session.current()
    if annotation is None:
        return Step(session.saying("no annotation here whose edges could be changed"))
    span = _edges(session, annotation)
    if annotation.id != session.focus or not span.length or span == annotation.span:
        held = session.selected(over(annotation.span), focus=annotation.id)
        return Step(held.saying("change the selection, then again to keep its edges"))
    if reason := _why_not(session, annotation, span):
        return Step(session.saying(reason))
    return _reshaped(session, annotation, span)


def _edges(session: Session, annotation: Annotation) -> Span:
    """Return the edges that the selection stands for; one that was not changed leaves them."""
    span = tidied(session.article, session.selection.span)
    label = session.schema.label(annotation.label)
    if label is None or span == annotation.span:
        return span
    return edged(session, span, label)


def _why_not(session: Session, annotation: Annotation, span: Span) -> str:
    """Say why the annotation cannot have that span; "" if it can."""
    if not span.overlaps(annotation.span):
        return "the selection has left the annotation"
    if span.length > SPAN_LIMIT:
        return f"not changed: a span has at most {SPAN_LIMIT:,} characters"
    twins = session.state.annotations.on(span)
    if any(twin.label == annotation.label for twin in twins):
        return f"{annotation.label} {words(twins[0])} is there already"
    return ""


def _reshaped(session: Session, annotation: Annotation, span: Span) -> Step:
    prefix, suffix = context(session.article.text, span)
    changed = replace(
        annotation,
        start=span.start,
        end=span.end,
        quote=session.article.quote(span),
        prefix=prefix,
        suffix=suffix,
    )
    said = f"new edges: {changed.label} {words(changed)}"
    session = replace(cut_to(session, span), mode=Mode.READ)
    return acted(session, [(changed.id, changed)], said)


def repeat(session: Session) -> Step:
    """Do the last act again, on what is selected or stands at the cursor now."""
    if session.last_act is None:
        return Step(session.saying("nothing to repeat yet"))
    return session.last_act(session)


RESHAPES: tuple[Command, ...] = (
    Command(
        id="annotation.edges",
        title="change edges",
        help="Select the annotation; after changing the selection: keep these edges",
        group="Annotation",
        keys=("R",),
        when=writable,
        run=reshape,
    ),
    Command(
        id="repeat",
        title="repeat",
        help="Do the last act again, on the selection or at the cursor",
        group="Annotation",
        keys=("L",),
        when=writable,
        run=repeat,
    ),
)
