"""Records as suggestions: each a line that `annotate PATH --suggestions FILE` takes as it is."""

from arbitrary import articles, long_texts
from drawing import SCHEMA
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.incoming import Incoming, IncomingAnnotation
from annotator.exchange.suggesting import Suggesting, suggestion_bytes
from annotator.marking.annotation import SPAN_LIMIT
from annotator.storage.suggestion_line import Refused, checked
from annotator.text.read import read_article

TEXT = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"
LABEL = SCHEMA.labels[0].name


def record(*spans, **other):
    told = [IncomingAnnotation(label=LABEL, start=start, end=end, line=7) for start, end in spans]
    return Incoming(line=7, annotations=told, **other)


def suggested(text, *records):
    """Return the spans of what is suggested, what is counted, and why the rest is refused."""
    article, suggesting = read_article("a.txt", text.encode()), Suggesting()
    made = [suggesting.suggestions(each, article, "tool") for each in records]
    counts = sum((one.counts for one in made[1:]), made[0].counts)
    return (
        [(line.start, line.end) for one in made for line in one.lines],
        {name: count for name, count in counts.items() if count},
        [refusal.what for one in made for refusal in one.refusals],
    )


def test_each_is_suggested_once():
    told = record((0, 7), (18, 22), (0, 7), text=TEXT)
    assert suggested(TEXT, told, told) == ([(0, 7), (18, 22)], {"twice": 4}, [])


def test_what_a_line_cannot_say_is_counted():
    rich = IncomingAnnotation(label=LABEL, start=0, end=7, attributes={"a": 1}, note="Why?")
    told = Incoming(line=7, text=TEXT, annotations=[rich])
    assert suggested(TEXT, told) == ([(0, 7)], {"lost": 2}, [])


def test_edges_are_those_that_a_person_could_choose():
    text = "Ana 👍🏽 said:  it is over. \n"
    told = record((0, 5), (3, 5), (12, 16), (12, 14), text=text)
    assert suggested(text, told) == (
        [(0, 6), (4, 6), (14, 16)],
        {"tidied": 3},
        ["there is nothing but white space"],
    )


def test_what_no_annotation_can_be():
    text = "x" * (SPAN_LIMIT + 1)
    assert suggested(text, record((0, len(text)), text=text)) == (
        [], {}, ["a span has at most 100,000 characters"],
    )  # fmt: skip # lined up to be compared
    orphan = IncomingAnnotation(label=LABEL, start=900, end=909, quote="gone", orphan=True)
    sha256 = read_article("a.txt", TEXT.encode()).sha256
    told = Incoming(line=7, sha256=sha256, annotations=[orphan])
    assert suggested(TEXT, told) == ([], {}, ["an orphan cannot be suggested"])


def test_words_that_have_changed_are_kept_to_be_looked_at():
    other = record(
        (0, 7), (30, 56), (14, 22), text=TEXT.replace("denied it", "denies it") + "More."
    )
    assert suggested(TEXT, other) == ([(0, 7), (30, 56), (14, 22)], {"look": 1}, [])
    moved = record((3, 10), text=">> " + TEXT)
    assert suggested(TEXT, moved) == ([(0, 7)], {"moved": 1}, [])


@given(article=articles(), other=long_texts, data=st.data())
def test_every_line_is_taken_as_it_is(article, other, data):
    text = data.draw(st.sampled_from([article.text, other]))
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges), max_size=5))
    suggesting, lines = Suggesting(), []
    for _ in range(2):
        made = suggesting.suggestions(record(*spans, text=text), article, "tool")
        lines += b"".join(suggestion_bytes(made.lines)).splitlines(keepends=True)
        assert len(made.lines) + len(made.refusals) + made.counts["twice"] == len(spans)
    refused = Refused("it")
    taken = checked(enumerate(lines, 1), article, SCHEMA, "it", refused)
    assert list(refused.faults) == []
    assert len(taken) == len(lines)
