"""What holds of every session whatever keys were pressed."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from drawing import play
from msgspec import structs

from annotator.marking.annotation import Annotation
from annotator.marking.motion import tidied
from annotator.session.event import Event
from annotator.session.session import Mode, Session
from annotator.session.state import State, apply
from annotator.text.span import Span
from annotator.text.unit import snap


def content(state: State) -> dict[str, object]:
    """Return the live records by id, without who wrote them last and when."""
    live = {key: event.record for key, event in state.latest.items() if event.record is not None}
    return {key: structs.replace(record, by="", ts="") for key, record in live.items()}


def check_laws(start: Session, end: Session, events: Sequence[Event]) -> None:
    """Fail unless `end` is a session that `start` can become by `events`."""
    check_selection(end)
    made = {event.id for event in events}
    for annotation in end.state.annotations:
        if annotation.id in made:
            check_annotation(end, annotation)
    check_fold(start, end, events)
    if start.read_only:
        assert not events
    else:
        check_undo(start, end)


def check_selection(session: Session) -> None:
    text, selection = session.article.text, session.selection
    assert 0 <= selection.span.start <= selection.span.end <= len(text)
    assert snap(session.article, selection.span) == selection.span
    if session.article.paragraphs:
        paragraph = session.article.paragraphs[session.paragraph]
        assert paragraph.start <= session.cursor < paragraph.end
    assert snap(session.article, Span(session.cursor, session.cursor)).length == 0
    for lower, upper in pairwise([*session.ladder, selection]):
        assert upper.span.covers(lower.span)


def check_annotation(session: Session, annotation: Annotation) -> None:
    text, span = session.article.text, annotation.span
    assert 0 <= span.start < span.end <= len(text)
    assert annotation.quote == text[span.start : span.end]
    assert annotation.prefix == text[max(0, span.start - 32) : span.start]
    assert annotation.suffix == text[span.end : span.end + 32]
    assert tidied(session.article, span) == span
    label = session.schema.label(annotation.label)
    known = {attribute.name: attribute for attribute in label.attributes}
    for name, value in annotation.attributes.items():
        assert known[name].takes(value)


def check_fold(start: Session, end: Session, events: Sequence[Event]) -> None:
    """The state comes from the events alone; order and repetition matter to undo alone."""
    assert apply(start.state, events) == end.state
    shuffled = [*events, *events[: len(events) // 2]]
    Random(len(events)).shuffle(shuffled)
    again = apply(start.state, shuffled)
    assert again.latest == end.state.latest
    assert again.annotations == end.state.annotations
    assert again.relations == end.state.relations
    assert again.marks == end.state.marks


def check_undo(start: Session, end: Session) -> None:
    """Undoing all leads back to the start, and redoing as much to the end again."""
    if end.mode in (Mode.RELABEL, Mode.HINT) or end.standing is not None:
        end = play(end, "escape").session
    acts = end.state.history.done
    undone = play(end, "U " * len(acts)).session
    assert not undone.state.history.done
    assert content(undone.state) == content(start.state)
    redone = play(undone, "Y " * len(acts)).session
    assert content(redone.state) == content(end.state)
    assert redone.state.history == end.state.history
