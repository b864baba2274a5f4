"""The screen of changed places as rows: exactly as wide as the window, and harmless."""

import pytest
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.anchor import context
from annotator.marking.anchoring import Anchored, Fate
from annotator.marking.annotation import Annotation
from annotator.session.anchor_review import AnchorReview, Verdict, brought, moved_to
from annotator.text.span import Span
from annotator.ui.anchor_rows import anchor_rows, entry_at
from annotator.ui.cells import width

BEFORE = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"
AFTER = "A new lead.\n\nKamenik fell, an army said.\n\nNobody denied it.\n"


def verdict(words: str, fate: Fate, now: str = "", text: str = BEFORE) -> Verdict:
    span = Span(text.index(words), text.index(words) + len(words))
    prefix, suffix = context(text, span)
    annotation = Annotation(
        id=words, label="source", start=span.start, end=span.end, quote=words, prefix=prefix,
        suffix=suffix,
    )  # fmt: skip # lined up to be compared
    place = Span(AFTER.index(now), AFTER.index(now) + len(now)) if now else None
    return Verdict(Anchored(annotation, fate, place), place)


REVIEW = AnchorReview(
    (
        verdict("Kamenik", Fate.MOVED, "Kamenik"),
        verdict("the army", Fate.LOOK, "an army"),
        verdict("Observatory", Fate.ORPHAN),
    ),
    stayed=4,
)


def drawn(review: AnchorReview, size: tuple[int, int] = (100, 16), said: str = "") -> list[str]:
    rows = anchor_rows(review, article_of(AFTER), size, said)
    assert len(rows) == size[1]
    assert {sum(piece.cells for piece in row) for row in rows} == {size[0]}
    assert all(piece.cells == width(piece.text) for row in rows for piece in row)
    return ["".join(piece.text for piece in row).rstrip() for row in rows]


def test_old_and_new_words_stand_side_by_side():
    rows = drawn(moved_to(REVIEW, 1), said="two undecided")
    assert rows[0].startswith(" the article has changed: 4 stayed, 1 moved, 1 needs a look, 1 orph")
    assert rows[0].endswith("2 of 3")
    assert rows[1].startswith("   · moved        source           “Kamenik”")
    assert rows[2].startswith(" ▸ · needs a look source           “the army”")
    assert rows[2].endswith("¶2")
    assert rows[4].split("│") == [
        "as it was".ljust(49), " paragraph 2: other words"
    ]  # fmt: skip # lined up to be compared
    left, right = rows[5].split("│")
    assert left.startswith("Kamenik fell, the army said.")
    assert right.startswith(" A new lead.  Kamenik fell, an army said.")
    assert "two undecided" in rows[-2]
    assert "Backspace remove" in rows[-1]


def test_the_words_are_marked():
    rows = anchor_rows(moved_to(REVIEW, 1), article_of(AFTER), (100, 16), "")
    marked = [piece.text for row in rows for piece in row if piece.ink.selected]
    assert marked == ["the army", "an army"]


def test_below_each_other_where_it_is_narrow():
    rows = drawn(moved_to(REVIEW, 1), (50, 20))
    assert rows.index("as it was") < rows.index("paragraph 2: other words")


def test_what_is_gone_says_what_can_be_done():
    rows = drawn(moved_to(REVIEW, 2))
    assert "not found" in rows[4]
    assert "its words are gone: S chooses a place" in "\n".join(rows)


def test_where_the_annotations_come_from():
    review = brought("seeds/old.txt", [one.annotation for one in REVIEW.verdicts])
    assert "annotations of seeds/old.txt, which is gone: 3" in drawn(review)[0]


@pytest.mark.parametrize("size", [(40, 10), (41, 11), (79, 12), (80, 13), (220, 70)])
def test_any_window(size: tuple[int, int]):
    for at in range(3):
        drawn(moved_to(REVIEW, at), size)


def test_more_than_fit_scroll():
    many = AnchorReview(REVIEW.verdicts * 40)
    for at in (0, 60, 119):
        rows = drawn(moved_to(many, at), (100, 20))
        assert sum(row.startswith(" ▸") for row in rows) == 1
        y = next(y for y, row in enumerate(rows) if row.startswith(" ▸"))
        assert entry_at(moved_to(many, at), 20, y) == at
    assert entry_at(many, 20, 0) is None
    assert entry_at(many, 20, 19) is None


hostile = st.text(
    st.sampled_from("a雨 \n\t\x1b\x9b\u202e\u0301\ud800é👩\u200d[]\0"), min_size=1, max_size=300
)


@given(hostile, hostile, st.integers(40, 130), st.integers(10, 30))
def test_whatever_the_words_are(words: str, label: str, columns: int, rows: int):
    annotation = Annotation(
        id=words, label=label, start=0, end=len(words), quote=words, prefix=label, suffix=words
    )
    shown = drawn(
        AnchorReview((Verdict(Anchored(annotation, Fate.LOOK, Span(2, 9)), Span(2, 9)),)),
        (columns, rows),
    )
    assert not set("".join(shown)) & set("\x1b\x9b\0\u202e\ud800\n\t")


def test_a_very_long_quote_shows_its_two_ends():
    words = "Begins here. " + "x" * 100_000 + " Ends there."
    annotation = Annotation(id="x", label="x", start=0, end=len(words), quote=words)
    shown = "\n".join(
        drawn(AnchorReview((Verdict(Anchored(annotation, Fate.ORPHAN, None), None),)), (100, 40))
    )
    assert "Begins here." in shown
    assert "Ends there." in shown
