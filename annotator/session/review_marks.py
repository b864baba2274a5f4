"""Reviewed marks in an article that has changed: found again by the digest of their paragraphs."""

from collections.abc import Iterable

from msgspec.structs import replace

from annotator.marking.annotation import Mark, Record
from annotator.session.reviewing import digest, reviewed_id
from annotator.session.state import State
from annotator.text.article import Article
from annotator.text.span import Span


def stale(article: Article, marks: Iterable[Mark]) -> list[Mark]:
    """Return the reviewed marks whose paragraphs do not stand there as they were reviewed."""
    paragraphs = set(article.paragraphs)
    return [
        mark
        for mark in marks
        if mark.mark == "reviewed" and not _reads_the_same(article, mark, paragraphs)
    ]


def without_stale(article: Article, state: State) -> State:
    """Return the state without reviewed marks of paragraphs that read otherwise now."""
    gone = {mark.id for mark in stale(article, state.marks.values())}
    if not gone:
        return state
    return replace(state, marks={key: m for key, m in state.marks.items() if key not in gone})


def moved_marks(article: Article, state: State) -> tuple[tuple[str, Record | None], ...]:
    """Return the changes that bring stale marks to where their paragraphs stand now."""
    records = (event.record for event in state.latest.values())
    marks = [record for record in records if isinstance(record, Mark)]
    lost = stale(article, marks)
    if not any(mark.digest for mark in lost):
        return ()
    kept = {mark.id for mark in marks} - {mark.id for mark in lost}
    places: dict[str, list[Span]] = {}
    for paragraph in reversed(article.paragraphs):
        if reviewed_id(paragraph) not in kept:
            places.setdefault(digest(article, paragraph), []).append(paragraph)
    changes: dict[str, Record | None] = {}
    for mark in sorted(lost, key=lambda mark: mark.start):
        if same := places.get(mark.digest):
            span = same.pop()
            changes.setdefault(mark.id, None)
            new = replace(mark, id=reviewed_id(span), start=span.start, end=span.end)
            changes[new.id] = new
    return tuple(changes.items())


def _reads_the_same(article: Article, mark: Mark, paragraphs: set[Span]) -> bool:
    span = Span(mark.start, mark.end)
    return span in paragraphs and mark.digest in ("", digest(article, span))
