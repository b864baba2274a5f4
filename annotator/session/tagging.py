"""Commands that make, change and remove annotations."""

from collections.abc import Callable
from dataclasses import replace

from msgspec import structs

from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation
from annotator.marking.labels import Label, LabelSchema
from annotator.marking.motion import tidied, unit_at
from annotator.session.command import Command, on_annotation, writable
from annotator.session.request import AskNote
from annotator.session.session import Changes, Mode, Session, Step, acted
from annotator.text.span import Span
from annotator.text.unit import Unit

QUOTED = 40
"""Code points of an annotation's words that a message repeats, at the most."""

NOTE_LIMIT = 10_000
"""Code points of a note, at the most: far below the limit of a log line."""


def tag(label: Label) -> Callable[[Session], Step]:
    """Return the command of a label key.

    It tags the selection, or with nothing selected the label's unit at the cursor. What carries
    the label already loses it: with nothing selected, that is the innermost annotation with the
    label at the cursor. In relabel mode it changes the label of the current annotation.
    """

    def run(session: Session) -> Step:
        if session.mode is Mode.RELABEL:
            return _relabelled(session, label)
        span = _target(session, label)
        if span is None:
            return Step(session.saying(f"nothing to tag here as {label.name}"))
        session = replace(session, mode=Mode.READ)
        if held := _held(session, label, span):
            return _removed(session, held)
        return _added(session, label, span)

    return run


def remove(session: Session) -> Step:
    """Remove the current annotation and its relations."""
    annotation = session.current()
    return _removed(session, annotation) if annotation else Step(session)


def begin_relabel(session: Session) -> Step:
    """Let the next label key change the label of the current annotation."""
    annotation = session.current()
    name = annotation.label if annotation else ""
    return Step(replace(session, mode=Mode.RELABEL).saying(f"change {name} to: press a label key"))


def ask_note(session: Session) -> Step:
    """Ask for the note of the current annotation."""
    annotation = session.current()
    if annotation is None:
        return Step(session)
    return Step(session, requests=(AskNote(annotation.id, annotation.note),))


def write_note(session: Session, annotation_id: str, note: str) -> Step:
    """Return the step that gives an annotation its note; "" removes it."""
    annotation = session.state.annotations.by_id.get(annotation_id)
    note = note.strip()
    if annotation is None or annotation.note == note:
        return Step(session)
    if len(note) > NOTE_LIMIT:
        return Step(session.saying(f"not kept: a note has at most {NOTE_LIMIT} characters"))
    said = "note kept" if note else "note removed"
    changed = structs.replace(annotation, note=note)
    return acted(session, [(annotation.id, changed)], f"{said} on {_words(annotation)}")


def _target(session: Session, label: Label) -> Span | None:
    if not session.selection.empty:
        span = tidied(session.article, session.selection.span)
        return span if span.length else None
    for unit in (Unit(label.unit), Unit.SENTENCE, Unit.WORD):
        span = unit_at(session.article, session.cursor, unit)
        if span is not None and span.start <= session.cursor < span.end:
            return tidied(session.article, span)
    return unit_at(session.article, session.cursor, Unit.WORD)


def _held(session: Session, label: Label, span: Span) -> Annotation | None:
    annotations = session.state.annotations
    exact = [a for a in annotations.on(span) if a.label == label.name]
    if exact or not session.selection.empty:
        return next(iter(exact), None)
    around = [a for a in annotations.at(session.cursor) if a.label == label.name]
    return next(iter(around), None)


def _added(session: Session, label: Label, span: Span) -> Step:
    prefix, suffix = context(session.article.text, span)
    annotation = Annotation(
        id=session.moment.ulid(1),
        label=label.name,
        start=span.start,
        end=span.end,
        quote=session.article.quote(span),
        prefix=prefix,
        suffix=suffix,
    )
    return acted(session, [(annotation.id, annotation)], f"{label.name} {_words(annotation)}")


def _removed(session: Session, annotation: Annotation) -> Step:
    links: Changes = [
        (relation.id, None)
        for relation in session.state.relations.values()
        if annotation.id in (relation.source, relation.target)
    ]
    more = f" and {len(links)} of its links" if links else ""
    said = f"removed {annotation.label} {_words(annotation)}{more}"
    return acted(session, [*links, (annotation.id, None)], said)


def _relabelled(session: Session, label: Label) -> Step:
    session = replace(session, mode=Mode.READ)
    annotation = session.current()
    if annotation is None:
        return Step(session.saying("no annotation here"))
    twins = session.state.annotations.on(annotation.span)
    if any(twin.label == label.name for twin in twins):
        return Step(session.saying(f"{_words(annotation)} is {label.name} already"))
    kept = {attribute.name for attribute in label.attributes}
    attributes = {key: value for key, value in annotation.attributes.items() if key in kept}
    changed = structs.replace(annotation, label=label.name, attributes=attributes)
    said = f"{annotation.label} is now {label.name}: {_words(annotation)}"
    return acted(session, [(annotation.id, changed)], said)


def _words(annotation: Annotation) -> str:
    quote = " ".join(annotation.quote.split())
    return f"“{quote}”" if len(quote) <= QUOTED else f"“{quote[: QUOTED - 1]}…”"


def label_commands(schema: LabelSchema) -> tuple[Command, ...]:
    """Return a command for each label: its key, its name, its description."""
    return tuple(
        Command(
            id=f"label.{label.name}",
            title=label.name,
            help=f"Tag as {label.name}, or take that off",
            group="Tag",
            keys=(label.key,) if label.key else (),
            run=tag(label),
            when=writable,
        )
        for label in schema.labels
    )


ANNOTATION_CHANGES: tuple[Command, ...] = (
    Command(
        "annotation.remove", "remove", "Remove the annotation under the cursor", "Annotation",
        ("backspace",), remove, on_annotation, extras=("delete",),
    ),
    Command(
        "annotation.relabel", "change label", "Change the label: then press a label key",
        "Annotation", ("C",), begin_relabel, on_annotation,
    ),
    Command(
        "annotation.note", "note", "Write a note on the annotation", "Annotation", ("N",),
        ask_note, on_annotation,
    ),
)
