"""Commands that make, change and remove annotations."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace

from annotator.marking.annotation import SPAN_LIMIT, Annotation
from annotator.marking.labels import Label, LabelSchema
from annotator.marking.motion import phrase_back_at, unit_at
from annotator.session.command import Command, on_annotation, writable
from annotator.session.limits import how_to_raise
from annotator.session.making import annotation_of, cut_to, edged, words
from annotator.session.offering import is_open
from annotator.session.request import AskNote
from annotator.session.selecting import unit_here_or_near
from annotator.session.session import Changes, Mode, Session, Step, acted
from annotator.session.suggesting import accepted
from annotator.text.span import Span
from annotator.text.unit import Unit

_UNITS_TAKEN: Mapping[str, tuple[Unit, ...]] = {
    "word": (),
    "name": (Unit.NAME, Unit.PHRASE),
    "phrase": (Unit.PHRASE, Unit.NAME),
    "clause": (Unit.CLAUSE, Unit.SENTENCE),
    "quotation": (Unit.QUOTATION, Unit.SENTENCE),
    "sentence": (Unit.SENTENCE,),
    "paragraph": (Unit.PARAGRAPH, Unit.SENTENCE),
}
"""What a label key takes with nothing selected, by the label's unit: the first that is here."""


def tag(label: Label) -> Callable[[Session], Step]:
    """Return the command of a label key.

    It tags the selection, or with nothing selected the label's unit at the cursor. What carries
    the label already loses it: with nothing selected, that is the innermost annotation with the
    label at the cursor. In relabel mode it changes the label of the current annotation. A
    suggestion in hand is accepted with this label. What was tagged is current, so that a note goes
    to it.
    """

    def run(session: Session) -> Step:
        if session.mode is Mode.RELABEL:
            return _relabelled(session, label)
        if session.spent:
            said = f"nothing is tagged: {session.spent}"
            return Step(replace(session, spent="").saying(said))
        span = _target(session, label)
        if held := _held(session, label, span):
            return _removed(replace(session, mode=Mode.READ), held)
        if session.offer is not None and is_open(session, session.offer):
            stay = session.sweep is None
            after = replace(session, last_act=partial(tag_again, label=label))
            return accepted(after, session.offer, label.name, stay=stay)
        return _added(replace(session, mode=Mode.READ), label, span)

    return run


def tag_again(session: Session, label: Label) -> Step:
    """Tag as a label key does; what carries the label already keeps it."""
    span = _target(session, label)
    if held := _held(session, label, span):
        return Step(session.saying(f"{words(held)} is {label.name} already"))
    return _added(replace(session, mode=Mode.READ), label, span)


def remove(session: Session) -> Step:
    """Remove the current annotation and its relations."""
    annotation = session.current()
    if annotation is None:
        return Step(session)
    return _removed(replace(session, last_act=remove), annotation)


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
    if session.read_only:
        return Step(session.saying(session.read_only))
    annotation = session.state.annotations.by_id.get(annotation_id)
    note = note.strip()
    if annotation is None or annotation.note == note:
        return Step(session)
    if len(note) > (most := session.limits.note):
        said = f"not kept: a note has at most {most:,} characters; {how_to_raise('note')}"
        return Step(session.saying(said))
    said = "note kept on" if note else "note removed from"
    changed = replace(annotation, note=note)
    session = replace(session, last_act=partial(_note_again, note=note))
    return acted(
        session, [(annotation.id, changed)], f"{said} {annotation.label} {words(annotation)}"
    )


def _note_again(session: Session, note: str) -> Step:
    annotation = session.current()
    if annotation is None:
        return Step(session.saying("no annotation here"))
    return write_note(session, annotation.id, note)


def _target(session: Session, label: Label) -> Span | None:
    """Return what a label key tags: a word if neither the label's unit nor a larger one is here."""
    if not session.selection.empty:
        span = edged(session, session.selection.span, label)
        return span if span.length else None
    for unit in _UNITS_TAKEN[label.unit]:
        unit_here = unit_here_or_near(session, unit)
        if unit_here is not None:
            return edged(session, unit_here, label)
    if label.unit == Unit.PHRASE and (back := phrase_back_at(session.article, session.cursor)):
        return edged(session, back, label)
    word = unit_at(session.article, session.cursor, Unit.WORD)
    return word and edged(session, word, label)


def _held(session: Session, label: Label, span: Span | None) -> Annotation | None:
    """Return the annotation that a label key takes off: one on just what it would tag, or around.

    The one that was picked or made last comes first.
    """
    annotations = session.state.annotations
    if not session.selection.empty:
        candidates = session.on_selection() or (annotations.on(span) if span else ())
    else:
        candidates = (*(annotations.on(span) if span else ()), *annotations.at(session.cursor))
    held = [annotation for annotation in candidates if annotation.label == label.name]
    picked = [annotation for annotation in held if annotation.id == session.focus]
    return next(iter(picked or held), None)


def _added(session: Session, label: Label, span: Span | None) -> Step:
    if span is None:
        return Step(session.saying(f"nothing to tag here as {label.name}"))
    if span.length > SPAN_LIMIT:
        return Step(session.saying(f"not tagged: a span has at most {SPAN_LIMIT:,} characters"))
    session = cut_to(session, span)
    annotation = annotation_of(session, label.name, span)
    session = replace(session, focus=annotation.id, last_act=partial(tag_again, label=label))
    return acted(session, [(annotation.id, annotation)], f"{label.name} {words(annotation)}")


def _removed(session: Session, annotation: Annotation) -> Step:
    links: Changes = [
        (relation.id, None)
        for relation in session.state.relations.values()
        if annotation.id in (relation.source, relation.target)
    ]
    more = f" and {len(links)} of its links" if links else ""
    said = f"removed {annotation.label} {words(annotation)}{more}"
    return acted(session, [*links, (annotation.id, None)], said)


def _relabelled(session: Session, label: Label) -> Step:
    session = replace(session, mode=Mode.READ)
    annotation = session.current()
    if annotation is None:
        return Step(session.saying("no annotation here"))
    twins = session.state.annotations.on(annotation.span)
    if any(twin.label == label.name for twin in twins):
        return Step(session.saying(f"{words(annotation)} is {label.name} already"))
    known = {attribute.name: attribute for attribute in label.attributes}
    kept = {
        name: value
        for name, value in annotation.attributes.items()
        if name in known and known[name].takes(value)
    }
    lost = [name for name in annotation.attributes if name not in kept]
    changed = replace(annotation, label=label.name, attributes=kept)
    session = replace(session, last_act=partial(_relabelled, label=label))
    said = f"{annotation.label} is now {label.name}: {words(annotation)}"
    without = f", without its {', '.join(lost)}" if lost else ""
    return acted(session, [(annotation.id, changed)], said + without)


def label_commands(schema: LabelSchema) -> tuple[Command, ...]:
    """Return a command for each label: its key, its name, its description."""
    return tuple(
        Command(
            id=f"label.{label.name}",
            title=label.name,
            help=f"Tag as {label.name}, or take that off",
            group="Tag",
            keys=(label.key,) if label.key else (),
            when=writable,
            run=tag(label),
        )
        for label in schema.labels
    )


ANNOTATION_CHANGES: tuple[Command, ...] = (
    Command(
        id="annotation.remove",
        title="remove",
        help="Remove the annotation under the cursor",
        group="Annotation",
        keys=("backspace",),
        extras=("delete",),
        when=on_annotation,
        run=remove,
    ),
    Command(
        id="annotation.relabel",
        title="change label",
        help="Change the label: then press a label key",
        group="Annotation",
        keys=("C",),
        when=on_annotation,
        run=begin_relabel,
    ),
    Command(
        id="annotation.note",
        title="note",
        help="Write a note on the annotation",
        group="Annotation",
        keys=("W",),
        when=on_annotation,
        run=ask_note,
    ),
)
