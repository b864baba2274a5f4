"""State: what an annotation log says, as a pure fold over its events.

Per id the event with the highest (rev, ts, by) wins, so order, repeated lines and union merges
cannot change the outcome. The undo stacks come from the same events, in the order of the log.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from annotator.marking import annotation_set
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.marking.annotation_set import AnnotationSet
from annotator.session.event import Event

R = TypeVar("R", Relation, Mark)


class Change(Struct, frozen=True):
    """What one act did to one id; None where there was, or is, nothing."""

    id: str
    before: Record | None
    after: Record | None


class Act(Struct, frozen=True):
    """All changes of one batch: one step of undo."""

    batch: str
    changes: tuple[Change, ...]


class History(Struct, frozen=True):
    """Acts that can be undone and acts that can be redone; the last is the next."""

    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()


class State(Struct, frozen=True):
    """The live records, the winning event of every id (deletions too), and the undo stacks."""

    latest: Mapping[str, Event] = field(default_factory=dict)
    annotations: AnnotationSet = annotation_set.EMPTY
    relations: Mapping[str, Relation] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    history: History = field(default_factory=History)

    def rev(self, record_id: str) -> int:
        """Return the highest revision seen of an id; 0 if it is new."""
        latest = self.latest.get(record_id)
        return latest.rev if latest else 0


def winners(events: Iterable[Event]) -> dict[str, Event]:
    """Return per id the event that counts: the fold alone, for readers that need no undo."""
    latest: dict[str, Event] = {}
    for event in events:
        known = latest.get(event.id)
        if known is None or event.beats(known):
            latest[event.id] = event
    return latest


def apply(state: State, events: Iterable[Event]) -> State:
    """Return the state after `events`. An event that is known, or that loses, changes nothing."""
    latest = dict(state.latest)
    batches: dict[str, list[tuple[Event, Change]]] = {}
    touched: dict[str, None] = {}
    for event in events:
        known = latest.get(event.id)
        if known is not None and not event.beats(known):
            continue
        change = Change(event.id, known.record if known else None, event.record)
        batches.setdefault(event.batch, []).append((event, change))
        latest[event.id] = event
        touched[event.id] = None
    if not touched:
        return state
    return State(
        latest,
        _annotations(state.annotations, touched, latest),
        _current(Relation, state.relations, touched, latest),
        _current(Mark, state.marks, touched, latest),
        _history(state.history, batches),
    )


def fold(events: Iterable[Event]) -> State:
    """Return the state that a whole log describes."""
    return apply(State(), events)


def _annotations(
    before: AnnotationSet, touched: Iterable[str], latest: Mapping[str, Event]
) -> AnnotationSet:
    records = [latest[record_id].record for record_id in touched]
    added = [record for record in records if isinstance(record, Annotation)]
    kept = {record.id for record in added}
    removed = [key for key in touched if key in before.by_id and key not in kept]
    return before.changed(added, removed) if added or removed else before


def _current(
    kind: type[R], before: Mapping[str, R], touched: Iterable[str], latest: Mapping[str, Event]
) -> Mapping[str, R]:
    after = dict(before)
    for record_id in touched:
        record = latest[record_id].record
        if isinstance(record, kind):
            after[record_id] = record
        else:
            after.pop(record_id, None)
    return after


def _history(history: History, batches: Mapping[str, list[tuple[Event, Change]]]) -> History:
    """Undoing what is not known to be done is an act of its own: a merged log loses no step."""
    done, undone = list(history.done), list(history.undone)
    for batch, steps in batches.items():
        event = steps[0][0]
        if event.undoes and (act := _taken(done, event.undoes)):
            undone.append(act)
        elif event.redoes and (act := _taken(undone, event.redoes)):
            done.append(act)
        else:
            changes = [change for _, change in steps]
            if done and done[-1].batch == batch:
                changes = [*done.pop().changes, *changes]
            done.append(Act(batch, _net(changes)))
            undone.clear()
    return History(tuple(done), tuple(undone))


def _net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return one change an id: from what there was first to what there was last."""
    net: dict[str, Change] = {}
    for change in changes:
        first = net.setdefault(change.id, change)
        net[change.id] = replace(first, after=change.after)
    return tuple(net.values())


def _taken(acts: list[Act], batch: str) -> Act | None:
    """Take the last act of that batch out of `acts` and return it."""
    for index in range(len(acts) - 1, -1, -1):
        if acts[index].batch == batch:
            return acts.pop(index)
    return None
