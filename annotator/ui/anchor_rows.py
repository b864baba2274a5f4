"""Changed places as rows: the list of annotations, and for the one in hand the old and new words.

Knows nothing of Textual.
"""

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from annotator.marking.anchoring import Fate
from annotator.marking.annotation import Annotation
from annotator.session.anchor_review import AnchorReview, Choice, Verdict, counts
from annotator.text.article import Article
from annotator.text.display import display, display_line
from annotator.text.span import Span
from annotator.ui.cells import breaks, clipped, offset_at, width
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.rows import bar, blank

BESIDE = 80
"""Columns from which on the old and the new words stand side by side."""

AROUND = 60
"""Code points of the article that are shown before and after the new place."""

LONGEST = 1200
"""Code points of a quote that are shown, at the most: its two ends."""

FIXED = 3
"""Rows around the list and the words: the title, what is said, the keys."""

MARKS = {Choice.OPEN: "·", Choice.ACCEPT: "✓", Choice.LEAVE: "–", Choice.REMOVE: "✗"}
KEYS = (
    ("Enter accept", 2),
    ("X leave", 4),
    ("S choose a place", 3),
    ("Backspace remove", 5),
    ("A accept all moved", 6),
    ("W write", 0),
    ("Esc back", 1),
)
"""What the keys do, in the order of the screen, and which give way last where it is narrow."""


class Passage(NamedTuple):
    """Some words, with what stands before and after them."""

    before: str
    words: str
    after: str


def anchor_rows(
    review: AnchorReview, article: Article, size: tuple[int, int], message: str
) -> list[Row]:
    """Return the whole screen of `size` (columns, rows)."""
    columns, height = size
    listed = _listed(review, height)
    whole = [_title(review, columns)]
    whole += [_entry(review, article, at, columns) for at in listed]
    whole += _details(review.current, article, columns, height - FIXED - len(listed))
    whole += [bar(f" {message}", "", columns, Ink("status")), _hints(columns)]
    return whole[:height]


def entry_at(review: AnchorReview, height: int, y: int) -> int | None:
    """Return the index of the verdict that the row `y` of a screen shows, if it shows one."""
    listed = _listed(review, height)
    return listed[y - 1] if 1 <= y <= len(listed) else None


def _listed(review: AnchorReview, height: int) -> range:
    """Return the indexes of the verdicts that are in sight: half of the room at the most."""
    many = min(len(review.verdicts), max(1, (height - FIXED) // 2))
    top = min(max(0, review.at - many // 2), len(review.verdicts) - many)
    return range(top, top + many)


def _title(review: AnchorReview, columns: int) -> Row:
    said = f" the article has changed: {counts(review)}"
    if review.source:
        said = f" annotations of {review.source}, which is gone: {len(review.verdicts):,}"
    place = f"{review.at + 1} of {len(review.verdicts)} " if review.verdicts else ""
    return bar(said, place, columns, Ink("header"))


def _hints(columns: int) -> Row:
    kept: list[tuple[str, int]] = []
    for hint in sorted(KEYS, key=lambda hint: hint[1]):
        if sum(len(words) + 2 for words, _ in [*kept, hint]) < columns:
            kept.append(hint)
    said = "  ".join(words for words, _ in KEYS if words in dict(kept))
    return bar(f" {said}", "", columns, Ink("hint"))


def _entry(review: AnchorReview, article: Article, at: int, columns: int) -> Row:
    verdict = review.verdicts[at]
    annotation = verdict.annotation
    in_hand = "▸" if at == review.at else " "
    place = f" ¶{article.paragraph_at(verdict.span.start) + 1} " if verdict.span else " "
    said = f" {in_hand} {MARKS[verdict.choice]} {verdict.anchored.fate.value:<13}"
    label = 16 if columns >= BESIDE else 8
    said += f"{clipped(display_line(annotation.label), label):<{label}} "
    said += f"“{_one_line(annotation.quote)}”"
    return bar(said, place, columns, Ink("status" if at == review.at else "text"))


def _details(verdict: Verdict | None, article: Article, columns: int, height: int) -> list[Row]:
    if verdict is None or height < 1:
        return [blank(columns)] * max(0, height)
    then, now = _then(verdict.annotation), _now(verdict, article)
    if columns < BESIDE:
        each = height // 2
        return _pane("as it was", then, columns, each) + _pane(
            _place(verdict, article), now, columns, height - each
        )
    cells = (columns - 3) // 2
    left = _pane("as it was", then, cells, height)
    right = _pane(_place(verdict, article), now, columns - 3 - cells, height)
    between = (Piece(" │ ", Ink("rule"), 3),)
    return [(*one, *between, *other) for one, other in zip_longest(left, right, fillvalue=())]


def _then(annotation: Annotation) -> Passage:
    before, after = annotation.prefix[-AROUND:], annotation.suffix[:AROUND]
    return Passage(before, _ends(annotation.quote), after)


def _now(verdict: Verdict, article: Article) -> Passage:
    span = verdict.span
    if span is None:
        return Passage("its words are gone: S chooses a place, Backspace removes it", "", "")
    text = article.text
    return Passage(
        text[max(0, span.start - AROUND) : span.start],
        _ends(article.quote(span)),
        text[span.end : span.end + AROUND],
    )


def _place(verdict: Verdict, article: Article) -> str:
    if verdict.span is None:
        return "not found"
    changed = article.quote(verdict.span) != verdict.annotation.quote
    words = "other words" if changed else "the same words"
    unsure = not changed and verdict.anchored.fate is Fate.LOOK
    doubt = ", perhaps not the same place" if unsure else ""
    return f"paragraph {article.paragraph_at(verdict.span.start) + 1}: {words}{doubt}"


def _pane(title: str, passage: Passage, cells: int, height: int) -> list[Row]:
    """Return a title and the passage below it, its words marked, in exactly `height` rows."""
    if height < 1:
        return []
    rows = list(_wrapped(passage, cells))
    room = height - 1
    if len(rows) > room:
        head = room - room // 2
        rows = [*rows[: head - 1], (_filled("…", cells),), *rows[len(rows) - room // 2 :]]
        rows = rows[:room]
    rows += [(_filled("", cells),)] * (room - len(rows))
    return [(_filled(clipped(title, cells), cells, Ink("rule")),), *rows]


def _wrapped(passage: Passage, cells: int) -> Iterator[Row]:
    text = display("".join(passage))
    marked = Span(len(passage.before), len(passage.before) + len(passage.words))
    starts = breaks(text, cells)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        yield _row(text, Span(start, end), marked, cells)


def _row(text: str, row: Span, marked: Span, cells: int) -> Row:
    edges = sorted({row.start, row.end, *(edge for edge in marked if row.start < edge < row.end)})
    pieces, used = [], 0
    for start, end in pairwise(edges):
        shown = text[start:end]
        shown = shown[: offset_at(shown, cells - used)]
        ink = Ink("text", selected=marked.start <= start < marked.end)
        pieces.append(Piece(shown, ink, width(shown)))
        used += width(shown)
    if used < cells:
        pieces.append(Piece(" " * (cells - used), Ink("text"), cells - used))
    return tuple(piece for piece in pieces if piece.cells)


def _filled(text: str, cells: int, ink: Ink = Ink("text")) -> Piece:  # noqa: B008 - a frozen value
    return Piece(text + " " * (cells - width(text)), ink, cells)


def _ends(quote: str) -> str:
    if len(quote) <= LONGEST:
        return quote
    return f"{quote[: LONGEST // 2]} … {quote[-LONGEST // 2 :]}"


def _one_line(quote: str) -> str:
    return " ".join(quote[:400].split())
