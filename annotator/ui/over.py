"""What lies over a row of text for now: selection, cursor, hits, suggestions, keys of a jump."""

from collections.abc import Iterator, Sequence

from annotator.marking.motion import grapheme_at
from annotator.marking.suggestion import Suggestion
from annotator.session.searching import around
from annotator.session.session import Mode, Session
from annotator.text.article import Article
from annotator.text.display import display
from annotator.text.span import Span
from annotator.ui.cells import width
from annotator.ui.rows import Jump, Offer, Overlay


def overlay(session: Session, cursor: Span | None, row: Span, offers: tuple[Offer, ...]) -> Overlay:
    """Return what lies over the row; `offers` are its suggestions, as `offers_in` gives them."""
    hinting = session.hinting if session.mode is Mode.HINT else None
    hints = hinting.hints if hinting is not None else session.standing
    return Overlay(
        clipped(session.selection.span, row),
        clipped(cursor, row),
        around(session.hits, row) if session.hits else (),
        offers,
        tuple(_jumps(session.article, hints, row)) if hints else (),
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


def _jumps(article: Article, hints: Sequence[tuple[str, int]], row: Span) -> Iterator[Jump]:
    """Yield the keys in a row, each on the blank or mark before its word, else in the gutter.

    Where scripts have no blanks a key stands on the word's first character, which was typed.
    """
    for key, start in hints:
        if not row.start <= start < row.end:
            continue
        if start == row.start:
            yield Jump(Span(start, start), key)
            continue
        before = article.text[start - 1]
        place = start if before.isalnum() or not width(display(before)) else start - 1
        yield Jump(grapheme_at(article, place), key)
