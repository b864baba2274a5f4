"""What lies over a row of text for now: selection, cursor, hits, suggestions, keys of a jump."""

from collections.abc import Iterator, Sequence

from annotator.marking.motion import grapheme_at, unit_at
from annotator.marking.suggestion import Suggestion
from annotator.session.searching import around
from annotator.session.session import Mode, Session
from annotator.text.article import Article
from annotator.text.display import display
from annotator.text.span import Span
from annotator.text.unit import Unit
from annotator.ui.cells import width
from annotator.ui.rows import Jump, Offer, Overlay


def overlay(session: Session, cursor: Span | None, row: Span, offers: tuple[Offer, ...]) -> Overlay:
    """Return what lies over the row; `offers` are its suggestions, as `offers_in` gives them."""
    hinting = session.hinting if session.mode is Mode.HINT else None
    hints = hinting.hints if hinting is not None else session.standing
    typed = hinting is not None and bool(hinting.letters)
    return Overlay(
        clipped(session.selection.span, row),
        clipped(cursor, row),
        around(session.hits, row) if session.hits else (),
        offers,
        tuple(_jumps(session.article, hints, row, typed=typed)) if hints else (),
    )


def clipped(span: Span | None, row: Span) -> Span | None:
    """Return what of `span` lies in the row."""
    if span is None or not span.overlaps(row):
        return None
    return Span(max(span.start, row.start), min(span.end, row.end))


def offers_in(offers: Sequence[Suggestion], row: Span) -> Iterator[Offer]:
    """Yield what of the suggestions lies in the row."""
    for offer in offers:
        inside = clipped(offer.span, row)
        if inside is not None:
            yield Offer(inside, offer.label, inside.start == offer.start)


def _jumps(
    article: Article, hints: Sequence[tuple[str, int]], row: Span, *, typed: bool
) -> Iterator[Jump]:
    """Yield the keys in a row, each on the blank or mark before its word, else in the gutter.

    Where scripts have no blanks a key stands on the word's first character if that was typed, so
    that it is known; else on the mark behind the word.
    """
    for key, start in hints:
        if not row.start <= start < row.end:
            continue
        if start == row.start:
            yield Jump(Span(start, start), key)
            continue
        before = article.text[start - 1]
        place = start if before.isalnum() or not width(display(before)) else start - 1
        if place == start and not typed:
            word = unit_at(article, start, Unit.WORD)
            place = word.end if word is not None else start
        if place < row.end:
            yield Jump(grapheme_at(article, place), key)
