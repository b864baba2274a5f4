"""Motions: from one place in an article to another, by unit. Move and extend are twins."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from annotator.marking.selection import Selection, caret, over
from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, snap, trim, units

_LADDER: Final = (
    Unit.WORD,
    Unit.NAME,
    Unit.PHRASE,
    Unit.CLAUSE,
    Unit.QUOTATION,
    Unit.SENTENCE,
    Unit.PARAGRAPH,
)


def moved(article: Article, selection: Selection, unit: Unit, *, forward: bool) -> Selection:
    """Return the cursor at the start of the next or previous unit; at the edge it stays."""
    here = cursor_offset(article, selection)
    target = _next_start(article, here, unit) if forward else _previous_start(article, here, unit)
    return caret(here if target is None else target)


def extended(article: Article, selection: Selection, unit: Unit, *, forward: bool) -> Selection:
    """Return the selection with its head one unit further.

    Whole units are taken: a head to the right of its anchor stops at ends, one to the left at
    starts. A selection that would shrink to nothing turns over instead and grows at its other
    end, so that the unit where it began stays inside.
    """
    anchor, head = selection
    if forward:
        if head >= anchor:
            return Selection(anchor, _or(_next_end(article, head, unit), head))
        start = _next_start(article, head, unit)
        if start is not None and start < anchor:
            return Selection(anchor, start)
        return Selection(head, _or(_next_end(article, anchor, unit), anchor))
    if head <= anchor:
        return Selection(anchor, _or(_previous_start(article, head, unit), head))
    end = _previous_end(article, head, unit)
    if end is not None and end > anchor:
        return Selection(anchor, end)
    return Selection(head, _or(_previous_start(article, anchor, unit), anchor))


def reached(article: Article, selection: Selection, offset: int, *, keep: bool) -> Selection:
    """Return the selection with its head on the grapheme at `offset`, where the cursor then shows.

    Right of the anchor that grapheme is inside. With `keep`, a selection that turns over keeps
    the word inside where it began; without, it depends on anchor and `offset` alone.
    """
    anchor, head = selection
    if keep and offset <= anchor < head:
        anchor = min(_word_or_grapheme(article, anchor).end, head)
    elif keep and head < anchor <= offset:
        anchor = max(_word_or_grapheme(article, anchor - 1).start, head)
    if offset <= anchor:
        return Selection(anchor, offset)
    return Selection(anchor, grapheme_at(article, offset).end)


def unit_at(article: Article, offset: int, unit: Unit) -> Span | None:
    """Return the smallest unit that holds `offset`, else the next in its paragraph, else the last.

    Where a paragraph has no such unit (a row of asterisks has no word), None.
    """
    if not article.paragraphs:
        return None
    spans = units(article, unit, article.paragraph_at(offset))
    holding = [span for span in spans if span.start <= offset < span.end]
    if holding:
        return min(holding, key=lambda span: span.length)
    index = bisect_left(spans, (offset,))
    return spans[min(index, len(spans) - 1)] if spans else None


def phrase_back_at(article: Article, offset: int) -> Span | None:
    """Return the noun-like phrase that ends with the word at `offset`; None if none does."""
    if not article.paragraphs:
        return None
    from annotator.text.phrase import phrase_back

    paragraph = article.paragraphs[article.paragraph_at(offset)]
    if not paragraph.start <= offset < paragraph.end:
        return None
    phrase = phrase_back(article.quote(paragraph), offset - paragraph.start, article.language)
    return phrase and snap(article, phrase.moved(paragraph.start))


def grown(article: Article, selection: Selection, others: tuple[Span, ...]) -> Selection:
    """Return the selection of the smallest unit, or of `others`, that is larger than the selected.

    Rungs of the ladder: word, name, phrase, enclosing annotation (`others`), clause or quotation,
    sentence, paragraph. With nothing selected the word at the cursor, else the grapheme, is the
    first rung. On the last rung it stays as it is, and so it does in an article of blanks.
    """
    if not article.paragraphs:
        return selection
    span = selection.span
    if selection.empty:
        return over(_word_or_grapheme(article, span.start))
    rungs = [
        rung
        for unit in _LADDER
        for rung in units(article, unit, article.paragraph_at(span.start))
        if rung.covers(span) and rung != span
    ]
    rungs += [rung for rung in others if rung.covers(span) and rung != span]
    return over(min(rungs, key=lambda rung: (rung.length, rung.start))) if rungs else selection


def cursor_offset(article: Article, selection: Selection) -> int:
    """Return the start of the grapheme on which the cursor shows."""
    if selection.head <= selection.anchor:
        return selection.head
    return _or(_previous_start(article, selection.head, Unit.GRAPHEME), selection.anchor)


def settled(article: Article, offset: int) -> int:
    """Return the nearest place where a cursor may stand: a grapheme start inside a paragraph."""
    if not article.paragraphs:
        return 0
    paragraph = article.paragraphs[article.paragraph_at(offset)]
    inside = min(max(offset, paragraph.start), paragraph.end - 1)
    return grapheme_at(article, inside).start


def tidied(article: Article, span: Span) -> Span:
    """Return `span` as an annotation may have it: whole graphemes, no outer white space.

    A blank that carries a combining mark is one grapheme with it, and stays. Where there is
    nothing but white space, the span is empty.
    """
    inside = trim(article.text, span)
    return snap(article, inside) if inside.length else inside


def grapheme_at(article: Article, offset: int) -> Span:
    """Return the grapheme that holds `offset`; at the end of the text, the empty span there."""
    return snap(article, Span(offset, min(offset + 1, len(article.text))))


def _word_or_grapheme(article: Article, offset: int) -> Span:
    word = unit_at(article, offset, Unit.WORD)
    return word if word and word.start <= offset < word.end else grapheme_at(article, offset)


def _or(found: int | None, otherwise: int) -> int:
    return otherwise if found is None else found


def _next_start(article: Article, offset: int, unit: Unit) -> int | None:
    for spans in _forward(article, offset, unit):
        index = bisect_left(spans, (offset + 1,))
        if index < len(spans):
            return spans[index].start
    return None


def _next_end(article: Article, offset: int, unit: Unit) -> int | None:
    for spans in _forward(article, offset, unit):
        later = [span.end for span in spans[_first_reaching(spans, offset) :] if span.end > offset]
        if later:
            return min(later)
    return None


def _previous_start(article: Article, offset: int, unit: Unit) -> int | None:
    for spans in _backward(article, offset, unit):
        index = bisect_left(spans, (offset,))
        if index:
            return spans[index - 1].start
    return None


def _previous_end(article: Article, offset: int, unit: Unit) -> int | None:
    for spans in _backward(article, offset, unit):
        earlier = [span.end for span in spans[: bisect_left(spans, (offset,))] if span.end < offset]
        if earlier:
            return max(earlier)
    return None


def _first_reaching(spans: tuple[Span, ...], offset: int) -> int:
    """Return where to start looking for an end after `offset`; nested units begin far before."""
    return max(0, bisect_left(spans, (offset,)) - 8)


def _forward(article: Article, offset: int, unit: Unit) -> Iterator[tuple[Span, ...]]:
    first = article.paragraph_at(offset)
    for index in range(first, len(article.paragraphs)):
        yield units(article, unit, index)


def _backward(article: Article, offset: int, unit: Unit) -> Iterator[tuple[Span, ...]]:
    if article.paragraphs:
        for index in range(article.paragraph_at(offset), -1, -1):
            yield units(article, unit, index)
