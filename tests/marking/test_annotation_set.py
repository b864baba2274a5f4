"""The set against a plain list: what is asked by place must not depend on pages or on history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.annotation import Annotation
from annotator.marking.annotation_set import EMPTY, PAGE, AnnotationSet, reading_order
from annotator.text.span import Span

EDGES = (0, 1, 5, 40, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 3 * PAGE + 7)


def made(number, start, end, label="actor"):
    return Annotation(
        id=f"{number:03}", label=label, start=start, end=end, quote="x" * (end - start)
    )


offsets = st.sampled_from(EDGES) | st.integers(0, 60) | st.integers(0, 4 * PAGE)
spans = st.tuples(offsets, offsets).map(lambda edges: Span(min(edges), max(edges)))
annotations = st.builds(
    lambda number, span, label: made(number, span.start, max(span.end, span.start + 1), label),
    st.integers(0, 30),
    spans,
    st.sampled_from(["actor", "claim"]),
)
changes = st.lists(
    st.tuples(
        st.lists(annotations, max_size=25) | st.lists(annotations, max_size=2),
        st.lists(st.integers(0, 30).map("{:03}".format), max_size=3),
    ),
    max_size=8,
)


def both(steps) -> tuple[AnnotationSet, list[Annotation]]:
    """Return what the changes lead to, as a set and as a list in reading order."""
    held, plain = EMPTY, {}
    for added, removed in steps:
        held = held.changed(added, removed)
        plain = {key: a for key, a in plain.items() if key not in removed}
        plain |= {annotation.id: annotation for annotation in added}
    return held, sorted(plain.values(), key=reading_order)


@given(changes)
def test_it_holds_what_was_added_and_not_removed(steps):
    held, plain = both(steps)
    assert list(held) == plain
    assert len(held) == len(plain)
    assert held.by_id == {annotation.id: annotation for annotation in plain}


@given(changes)
def test_how_it_came_about_makes_no_difference(steps):
    held, plain = both(steps)
    at_once = EMPTY.changed(reversed(plain))
    assert held == at_once
    assert hash(held) == hash(at_once)
    for page in held.pages.keys() | at_once.pages.keys():
        assert sorted(held.pages.get(page, ()), key=reading_order) == sorted(
            at_once.pages.get(page, ()), key=reading_order
        )


@given(changes, spans)
def test_touching_a_span(steps, span):
    held, plain = both(steps)
    assert list(held.touching(span)) == [a for a in plain if a.span.overlaps(span)]


@given(changes, offsets)
def test_at_an_offset_innermost_first(steps, offset):
    held, plain = both(steps)
    found = held.at(offset)
    assert sorted(a.id for a in found) == sorted(a.id for a in plain if a.start <= offset < a.end)
    lengths = [a.span.length for a in found]
    assert lengths == sorted(lengths)


@given(changes, spans)
def test_on_a_span(steps, span):
    held, plain = both(steps)
    assert list(held.on(span)) == [a for a in plain if a.span == span and span.length]


@given(changes)
def test_following_goes_through_all_spans_in_reading_order(steps):
    held, plain = both(steps)
    stops, here = [], Span(0, 0)
    while found := held.following(here):
        stops.append(found)
        here = found.span
        assert len(stops) <= len(plain)
    assert [a.span for a in stops] == sorted(
        {a.span for a in plain}, key=lambda span: (span.start, -span.end)
    )


@given(changes)
def test_preceding_goes_back_the_same_way(steps):
    held, plain = both(steps)
    stops, here = [], Span(5 * PAGE, 5 * PAGE)
    while found := held.preceding(here):
        stops.append(found)
        here = found.span
        assert len(stops) <= len(plain)
    assert [a.span for a in reversed(stops)] == sorted(
        {a.span for a in plain}, key=lambda span: (span.start, -span.end)
    )


@given(changes, spans)
def test_following_and_preceding_any_span(steps, span):
    held, plain = both(steps)
    place = (span.start, -span.end) if span.length else (span.start, -(1 << 50))
    after = [a for a in plain if (a.start, -a.end) > place]
    before = [a for a in plain if (a.start, -a.end) < place]
    assert held.following(span) == next(iter(after), None)
    assert held.preceding(span) == next(reversed(before), None)


def test_a_cursor_inside_an_annotation_is_past_its_start():
    held = EMPTY.changed([made(1, 0, 9), made(2, 4, 6)])
    assert held.following(Span(4, 4)).id == "002"
    assert held.following(Span(5, 5)) is None
    assert held.preceding(Span(4, 4)).id == "001"
    assert held.preceding(Span(0, 0)) is None


@pytest.mark.parametrize("count", [1, 500])
def test_a_changed_set_leaves_the_old_one_alone(count):
    before = EMPTY.changed(made(n, n, n + 1) for n in range(600))
    pages = dict(before.pages)
    after = before.changed(removed=[f"{n:03}" for n in range(count)])
    assert len(after) == 600 - count
    assert len(before) == 600
    assert before.pages == pages


def test_unknown_ids_are_not_missed():
    assert EMPTY.changed(removed=["nobody"]) == EMPTY


def test_an_annotation_replaces_the_one_of_its_id():
    held = EMPTY.changed([made(1, 0, 9)]).changed([made(1, 5000, 5002)])
    assert held.at(3) == ()
    assert [a.start for a in held.at(5001)] == [5000]
    assert len(held) == 1


def test_an_end_beyond_every_article_costs_nothing():
    """As a damaged log may have it: the words do not stand there, but the line is kept."""
    far = Annotation(id="far", label="x", start=5, end=1 << 53, quote="far")
    annotations = EMPTY.changed(added=[far])
    assert list(annotations) == [far]
    assert len(annotations.pages) <= 65
    assert not annotations.changed(removed=["far"]).pages.get(0)
