"""Annotations in an article that has changed: where they are, or why a person must look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.marking.anchor import context, stands
from annotator.marking.anchoring import Fate, placed, reanchored
from annotator.marking.annotation import Annotation
from annotator.marking.approximation import whole_words
from annotator.text.span import Span

BEFORE = (
    "The ferry left Port Adler at dawn, the harbour master said.\n\n"
    "“Nobody told us,” Ilse Tamm wrote – twice. Tamm owns two of the boats.\n\n"
    "The ferry came back empty on Sunday, and the harbour master said nothing.\n"
)


def noted(words: str, text: str = BEFORE, nth: int = 0) -> Annotation:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    prefix, suffix = context(text, span)
    return Annotation(
        id=words, label="x", start=span.start, end=span.end, quote=words, prefix=prefix,
        suffix=suffix,
    )  # fmt: skip # lined up to be compared


def fate(after: str, *annotations: Annotation) -> list[tuple[str, str | None]]:
    """Return what became of each, and the words there with a little of what stands around."""
    return [
        (
            anchored.fate.value,
            None
            if anchored.span is None
            else after[max(0, anchored.span.start - 4) : anchored.span.start]
            + f"[{after[anchored.span.start : anchored.span.end]}]",
        )
        for anchored in reanchored(after, annotations)
    ]


def test_in_the_same_text_all_stay():
    annotations = [noted("Port Adler"), noted("The ferry"), noted("The ferry", nth=1)]
    assert {found for found, _ in fate(BEFORE, *annotations)} == {"stayed"}


def test_offsets_that_do_not_hold_the_words_are_not_where_the_words_are():
    """A line of a log that somebody edited: the same start, another end."""
    edited = replace(noted("Port Adler"), end=noted("Port Adler").end - 1)
    (found,) = reanchored(BEFORE, [edited])
    assert (found.fate, found.span) == (Fate.MOVED, noted("Port Adler").span)


@pytest.mark.parametrize(
    "text, start, end, expected",
    [
        ("the river bank", 5, 14, "river bank"),
        ("the river bank", 8, 14, "bank"),
        ("the river bank", 4, 11, "river"),
        ("the river bank", 4, 13, "river bank"),
        ("巴尔米拉已经陷落", 2, 4, "米拉"),
        ("a" * 90, 40, 50, "a" * 10),
    ],
)
def test_a_place_that_is_likely_begins_and_ends_with_words(text, start, end, expected):
    span = whole_words(text, Span(start, end))
    assert text[span.start : span.end] == expected


def test_white_space_that_stands_where_it_was_stays():
    place = BEFORE.index("\n\n")
    blank = replace(noted("Port Adler"), start=place, end=place + 2, quote="\n\n")
    blank = placed(BEFORE, blank, blank.span)
    assert [found.fate for found in reanchored(BEFORE, [blank])] == [Fate.STAYED]


CASES = [
    # what was done to the text, of which words, what became of them
    (lambda t: "New lead.\n\n" + t, "Port Adler", 0, ("moved", "eft [Port Adler]")),
    (lambda t: "New lead.\n\n" + t, "The ferry", 0, ("moved", "d.\n\n[The ferry]")),
    (lambda t: "New lead.\n\n" + t, "The ferry", 1, ("moved", "s.\n\n[The ferry]")),
    (lambda t: t.replace("at dawn", "at noon"), "Port Adler", 0, ("stayed", "eft [Port Adler]")),
    (
        lambda t: t.replace("“", '"').replace("”", '"').replace(" – ", " -- "),
        "“Nobody told us,”",
        0,
        ("needs a look", 'd.\n\n["Nobody told us,"]'),
    ),
    (
        lambda t: t.replace("left Port Adler", "left\nPort  Adler"),
        "Port Adler",
        0,
        ("needs a look", "eft\n[Port  Adler]"),
    ),
    (
        lambda t: t.replace("harbour master said nothing", "harbour-master said nothing"),
        "the harbour master",
        1,
        ("needs a look", "and [the harbour-master]"),
    ),
    (
        lambda t: t.replace("owns two of the boats", "owned two boats"),
        "Tamm owns two of the boats",
        0,
        ("needs a look", "ce. [Tamm owned two boats]"),
    ),
    (lambda t: t[t.index("“") :], "Port Adler", 0, ("orphan", None)),
    (lambda t: "", "Port Adler", 0, ("orphan", None)),
    (lambda t: "Tamm", "Port Adler", 0, ("orphan", None)),
]


@pytest.mark.parametrize("edit, words, nth, became", CASES)
def test_what_becomes_of_it(edit, words: str, nth: int, became: tuple[str, str | None]):
    assert fate(edit(BEFORE), noted(words, nth=nth)) == [became]


def test_a_paragraph_that_was_moved_takes_its_annotations_along():
    first, *others = BEFORE.rstrip("\n").split("\n\n")
    after = "\n\n".join([*others, first])
    for words in ("Port Adler", "at dawn", "Ilse Tamm"):
        (became, shown), = fate(after, noted(words))  # fmt: skip # lined up to be compared
        assert became == "moved"
        assert shown.endswith(f"[{words}]")


def test_words_that_happen_to_stand_there_are_not_taken_for_those_that_were_meant():
    text = "one two one six\n\nThe ministry said that one boat had sunk near the pier."
    meant = noted("one", text, nth=2)
    after = text.replace("one two one six\n\n", "x" * 17) + " It is the only one of its kind."
    assert after.index("one") == meant.start
    moved = "Here is a new paragraph, before all. " + after
    assert fate(moved, meant) == [("moved", "hat [one]")]


def test_of_two_places_alike_none_is_taken_without_a_person():
    row = "Total: 12 boats, of which two were sold to a firm in the capital last year.\n"
    text = row + "A line between.\n" + row
    after = "x\n" + row + "Another line.\n" + "A line between.\n" + "One more of them.\n" + row
    ambiguous = replace(noted("two", text), prefix="", start=40)
    assert fate(after, ambiguous)[0][0] == "needs a look"


def test_a_copy_is_not_taken_for_the_one_that_was_changed_where_it_stands():
    share = "Columns under this heading give the opinion of the person who signs them."
    text = f"{share}\n\n" + "The dam was never built at all. " * 20 + f"\n\n{share}\n"
    after = text.replace("this heading", "this haeding", 1)
    assert fate("x" + after, noted("under this heading", text))[0][0] == "needs a look"


def test_part_of_a_word_is_no_place_for_a_word():
    text = "An art dealer from the town sold the party a picture."
    after = "The town sold the party a picture of no great value whatever."
    assert fate(after, noted("art", text)) == [("orphan", None)]


def test_without_any_context_only_long_words_that_stand_once_are_certain():
    bare = {"prefix": "", "suffix": ""}
    long, short = noted("harbour master said nothing"), noted("dawn")
    after = "New.\n\n" + BEFORE
    assert fate(after, replace(long, **bare))[0][0] == "moved"
    assert fate(after, replace(short, **bare))[0][0] == "orphan"


def test_what_is_placed_stands_and_keeps_all_else():
    annotation = replace(noted("Port Adler"), note="n", attributes={"a": 1}, extra={"x": 1})
    after = "New.\n\n" + BEFORE
    span = next(iter(reanchored(after, [annotation]))).span
    assert span is not None
    new = placed(after, annotation, span)
    assert stands(after, new)
    assert new.prefix == after[max(0, span.start - 32) : span.start]
    assert (new.id, new.note, new.attributes, new.extra) == (
        annotation.id, "n", {"a": 1}, {"x": 1}
    )  # fmt: skip # lined up to be compared


def test_a_long_passage_is_found_by_its_ends():
    middle = " ".join(f"Sentence {number} of the long passage." for number in range(400))
    text = f"Before it all.\n\n{middle}\n\nAfter it all, nobody spoke."
    after = "New.\n\n" + text.replace("Sentence 200 of", "Sentence two hundred of")
    ((became, shown),) = fate(after, noted(middle, text))
    assert became == "needs a look"
    assert shown.endswith("passage.]")
    assert "[Sentence 0 of" in shown
    assert "two hundred" in shown


@pytest.mark.parametrize(
    "annotation",
    [
        Annotation(id="q", label="x", start=0, end=96_002, quote="q " + "x y z " * 16_000),
        Annotation(
            id="c", label="x", start=9, end=12, quote="q y", prefix="x y " * 250_000, suffix="z" * 9
        ),
        Annotation(id="f", label="x", start=1 << 52, end=1 << 53, quote="x y", prefix="z q "),
    ],
)
def test_what_no_program_writes_takes_no_time_and_no_memory(annotation: Annotation):
    """A log that was written to harm may hold any length; aligning it whole would take hours."""
    assert next(reanchored("x y z " * 100_000, [annotation])).fate in Fate


@pytest.mark.parametrize("quote", ["", " ", "\ud800", "\u0301", "x" * 3000])
def test_odd_words_do_no_harm(quote: str):
    odd = Annotation(id="o", label="x", start=5, end=9, quote=quote, prefix="\ud800", suffix="\0")
    for text in ("", "a", BEFORE, "\ud800\ud800", "abcde" * 4000):
        assert next(reanchored(text, [odd])).fate in Fate


words = st.lists(
    st.sampled_from(("the", "ferry", "–", "“left”", "again;", "Tamm\n\n", "no…", "雨", "é")),
    max_size=30,
)
texts = words.map(" ".join)


@given(texts, texts, st.data())
def test_whatever_is_found_lies_inside_and_certain_words_are_the_same(
    text: str, after: str, data: st.DataObject
):
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    prefix, suffix = context(text, Span(start, end))
    annotation = Annotation(
        id="a", label="x", start=start, end=end, quote=text[start:end], prefix=prefix, suffix=suffix
    )
    for anchored in reanchored(after, [annotation]):
        span = anchored.span
        assert (span is None) is (anchored.fate is Fate.ORPHAN)
        if span is not None:
            assert 0 <= span.start < span.end <= len(after)
        if anchored.fate in (Fate.STAYED, Fate.MOVED):
            assert after[span.start : span.end] == annotation.quote
        if anchored.fate is Fate.STAYED:
            assert span == annotation.span
    assert [a.fate for a in reanchored(text, [annotation])] == [Fate.STAYED]
