"""Runs: the annotations of a paragraph, against a model that counts by characters."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.annotation import Annotation
from annotator.marking.annotation_set import reading_order
from annotator.text.span import Span
from annotator.ui.ink import Run
from annotator.ui.runs import runs

WITHIN = Span(12, 48)


def annotation(label, start, end):
    return Annotation(id=f"{label}{start}-{end}", label=label, start=start, end=end, quote="…")


def run_list(*annotations, within=WITHIN, grapheme=1):
    touching = (a for a in annotations if a.span.overlaps(within))
    ordered = sorted(touching, key=reading_order)
    return runs(ordered, within, lambda offset: offset - offset % grapheme + grapheme)


def test_nothing_tagged_is_one_run():
    assert run_list() == (Run(12, "", 0, opens=False),)


def test_one_annotation():
    assert run_list(annotation("actor", 20, 30)) == (
        Run(12, "", 0, opens=False),
        Run(20, "actor", 1, opens=True),
        Run(21, "actor", 1, opens=False),
        Run(30, "", 0, opens=False),
    )


def test_the_first_grapheme_opens_however_many_characters_it_has():
    opening = [run for run in run_list(annotation("actor", 24, 36), grapheme=6) if run.opens]
    assert opening == [Run(24, "actor", 1, opens=True)]
    assert run_list(annotation("actor", 24, 36), grapheme=6)[2].start == 30


def test_nested_crossing_and_the_same_twice():
    nested = run_list(annotation("claim", 14, 40), annotation("actor", 20, 30))
    assert [(run.start, run.label, run.depth) for run in nested] == [
        *((12, "", 0), (14, "claim", 1), (15, "claim", 1)),
        *((20, "actor", 2), (21, "actor", 2), (30, "claim", 1), (40, "", 0)),
    ]
    crossing = run_list(annotation("claim", 14, 30), annotation("actor", 20, 40))
    assert [(run.start, run.label, run.depth) for run in crossing] == [
        *((12, "", 0), (14, "claim", 1), (15, "claim", 1)),
        *((20, "actor", 2), (21, "claim", 2), (30, "actor", 1), (40, "", 0)),
    ]
    same = run_list(annotation("actor", 20, 30), annotation("source", 20, 30))
    assert [(run.label, run.depth) for run in same if run.depth] == [("actor", 2), ("actor", 2)]


def test_what_began_in_an_earlier_paragraph_does_not_open_again():
    assert run_list(annotation("claim", 2, 60)) == (Run(12, "claim", 1, opens=False),)


@st.composite
def annotation_lists(draw):
    """Return annotations on the edges of graphemes, and how long graphemes are."""
    grapheme = draw(st.sampled_from([1, 2, 3]))
    edge = st.integers(0, 60 // grapheme).map(lambda number: number * grapheme)
    pairs = draw(st.lists(st.tuples(edge, edge, st.sampled_from("abc")), max_size=8))
    spans = {(min(a, b), max(a, b) + grapheme, label) for a, b, label in pairs}
    return [annotation(label, start, end) for start, end, label in spans], grapheme


def by_characters(annotations, offset, grapheme):
    """Return what shows at one character: label, depth, opens."""
    inside = [a for a in annotations if a.start <= offset < a.end]
    starting = [a for a in inside if WITHIN.start <= a.start and offset < a.start + grapheme]
    innermost = min(
        starting or inside, key=lambda a: (a.end - a.start, a.end, a.label), default=None
    )
    return innermost.label if innermost else "", len(inside), bool(starting)


@given(annotation_lists())
def test_runs_say_what_counting_by_characters_says(some):
    annotations, grapheme = some
    found = run_list(*annotations, grapheme=grapheme)
    assert found[0].start == WITHIN.start
    assert [run.start for run in found] == sorted({run.start for run in found})
    for offset in range(*WITHIN):
        run = next(run for run in reversed(found) if run.start <= offset)
        assert run[1:] == by_characters(annotations, offset, grapheme)


@given(annotation_lists())
def test_runs_do_not_say_the_same_twice_without_need(some):
    annotations, grapheme = some
    edges = {WITHIN.start}
    for a in annotations:
        edges |= {a.start, a.start + grapheme, a.end}
    assert {run.start for run in run_list(*annotations, grapheme=grapheme)} <= edges
