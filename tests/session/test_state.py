"""The fold: what a log says does not depend on the order of its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from annotator.marking.annotation import Annotation, Mark, Relation
from annotator.session.event import Event
from annotator.session.state import State, apply, fold, winners


def annotation(record_id="r1", label="actor", start=0):
    return Annotation(id=record_id, label=label, start=start, end=start + 3, quote="fox")


def relation(record_id="r1"):
    return Relation(id=record_id, relation="attributed_to", source="r2", target="r3")


def records(record_id):
    return (
        None,
        annotation(record_id, "actor"),
        annotation(record_id, "claim"),
        relation(record_id),
        Mark(id=record_id, mark="done"),
    )


# As several hands and machines may have written them, with ties in rank.
EVENTS = [
    Event(id=record_id, rev=rev, by=by, ts=ts, batch=batch, undoes=undoes, record=record)
    for record_id in ("r1", "r2", "r3", "done")
    for rev in (1, 2, 3)
    for by in ("ana", "bob")
    for ts in ("2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z")
    for batch, undoes in (("b1", ""), ("b2", ""), ("b3", ""), ("b3", "b1"))
    for record in records(record_id)
]
logs = st.lists(st.sampled_from(EVENTS), max_size=12)


def live(state):
    return state.latest, state.annotations, state.relations, state.marks


@given(logs, st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(log, chance):
    shuffled = [*log, *chance.sample(log, len(log) // 2)]
    chance.shuffle(shuffled)
    assert live(fold(shuffled)) == live(fold(log))
    assert winners(shuffled) == winners(log)


@given(logs, st.integers(0, 12))
def test_in_two_parts_or_at_once(log, cut):
    assert live(apply(fold(log[:cut]), log[cut:])) == live(fold(log))


@given(logs)
def test_known_events_change_nothing_at_all(log):
    state = fold(log)
    assert apply(state, log) is state
    assert apply(state, []) is state


@given(logs)
def test_what_counts_is_the_highest_of_every_id(log):
    state = fold(log)
    assert state.latest == winners(log)
    for record_id, latest in state.latest.items():
        assert latest.rank == max(event.rank for event in log if event.id == record_id)
        assert state.rev(record_id) == max(event.rev for event in log if event.id == record_id)
    assert state.rev("unheard of") == 0


@given(logs)
def test_a_record_is_in_the_one_place_where_it_belongs(log):
    state = fold(log)
    held = [*state.annotations, *state.relations.values(), *state.marks.values()]
    expected = [event.record for event in state.latest.values() if event.record is not None]
    assert sorted(map(repr, held)) == sorted(map(repr, expected))


@given(logs)
def test_no_change_is_missing_from_what_can_be_undone(log):
    log = [structs.replace(event, undoes="") for event in log]
    history = fold(log).history
    assert not history.undone
    changed = {change.id for act in history.done for change in act.changes}
    assert changed == {event.id for event in log}
    for act in history.done:
        assert len({change.id for change in act.changes}) == len(act.changes)


def put(record, rev=1, batch="b1", **more):
    ts = f"2026-01-01T00:00:0{rev}.000Z"
    return Event(id=record.id, rev=rev, by="ana", ts=ts, batch=batch, record=record, **more)


def test_a_batch_that_changes_a_record_twice_is_one_change():
    actor, claim = annotation(label="actor"), annotation(label="claim")
    (act,) = fold([put(actor), put(claim, rev=2)]).history.done
    ((record_id, before, after),) = [(c.id, c.before, c.after) for c in act.changes]
    assert (record_id, before, after) == ("r1", None, claim)


def test_a_batch_that_comes_in_parts_is_one_act():
    first, second = put(annotation("r1")), put(annotation("r2"))
    state = apply(apply(State(), [first]), [second])
    assert state == fold([first, second])
    assert len(state.history.done) == 1


def test_an_undo_of_what_is_not_known_is_an_act_of_its_own():
    state = fold([put(annotation(), batch="b9", undoes="lost")])
    assert [act.batch for act in state.history.done] == ["b9"]


def test_undoing_what_is_not_the_last_act_leaves_the_others():
    first, second = put(annotation("r1"), batch="b1"), put(annotation("r2"), batch="b2")
    undo = Event(id="r1", rev=2, by="ana", ts="2026-01-03", batch="b3", record=None, undoes="b1")
    history = fold([first, second, undo]).history
    assert [act.batch for act in history.done] == ["b2"]
    assert [act.batch for act in history.undone] == ["b1"]


@pytest.mark.parametrize("swap", [False, True])
def test_of_equals_in_rank_the_content_decides(swap):
    one, other = put(annotation(label="actor")), put(annotation(label="claim"))
    log = [other, one] if swap else [one, other]
    assert fold(log).annotations.by_id["r1"].label == "claim"
    assert not one.beats(one)
    assert one.beats(other) is not other.beats(one)
