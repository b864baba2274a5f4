"""Commands that say how far the person is: a paragraph reviewed, the article done."""

from hashlib import sha256

from annotator.marking.annotation import Mark
from annotator.session.command import Command, writable
from annotator.session.request import OpenNeighbour
from annotator.session.session import Session, Step, acted
from annotator.session.state import State
from annotator.text.article import Article
from annotator.text.span import Span

DONE = "done"
"""The id of the mark that says that the article is done."""


def reviewed_id(span: Span) -> str:
    """Return the id of the mark of a paragraph: the same in every log, so that merges agree."""
    return f"reviewed:{span.start}:{span.end}"


def digest(article: Article, span: Span) -> str:
    """Return the first 16 hex digits of the SHA-256 of the span's text in UTF-8."""
    return sha256(article.quote(span).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_reviewed(state: State, paragraph: Span) -> bool:
    """Say whether the paragraph is marked as reviewed."""
    return reviewed_id(paragraph) in state.marks


def is_done(state: State) -> bool:
    """Say whether the article is marked as done."""
    return DONE in state.marks


def reviewed_count(state: State) -> int:
    """Return how many paragraphs are marked as reviewed."""
    return sum(mark.mark == "reviewed" for mark in state.marks.values())


def review_and_go_on(session: Session) -> Step:
    """Mark the paragraph as reviewed and go to the next one; read-only, just go."""
    index = session.paragraph
    paragraphs = session.article.paragraphs
    if not paragraphs:
        return Step(session)
    step = Step(session)
    mark_id = reviewed_id(paragraphs[index])
    if not session.read_only and mark_id not in session.state.marks:
        step = acted(session, [(mark_id, review_mark(session.article, index))], "")
    if index + 1 < len(paragraphs):
        after = step.session.at(paragraphs[index + 1].start)
        said = f"not marked: {session.read_only}" if session.read_only else ""
        return Step(after.saying(said), step.events)
    left = sum(not is_reviewed(step.session.state, paragraph) for paragraph in paragraphs)
    said = f"last paragraph; {left} not reviewed" if left else "all reviewed; D: article is done"
    return Step(step.session.saying(said), step.events)


def toggle_reviewed(session: Session) -> Step:
    """Mark the paragraph as reviewed, or take the mark off; stay."""
    if not session.article.paragraphs:
        return Step(session)
    index = session.paragraph
    mark_id = reviewed_id(session.article.paragraphs[index])
    if mark_id in session.state.marks:
        return acted(session, [(mark_id, None)], f"paragraph {index + 1} not reviewed")
    mark = review_mark(session.article, index)
    return acted(session, [(mark_id, mark)], f"paragraph {index + 1} reviewed")


def toggle_done(session: Session) -> Step:
    """Mark the article as done and open the next one that is not; or take the mark off."""
    if is_done(session.state):
        return acted(session, [(DONE, None)], "article is not done")
    step = acted(session, [(DONE, Mark(id=DONE, mark="done"))], "article is done")
    return Step(step.session, step.events, (OpenNeighbour(1, unfinished=True),))


def review_mark(article: Article, index: int) -> Mark:
    """Return the record of a paragraph, by its index, that was reviewed."""
    span = article.paragraphs[index]
    return Mark(
        id=reviewed_id(span),
        mark="reviewed",
        start=span.start,
        end=span.end,
        digest=digest(article, span),
    )


REVIEWS: tuple[Command, ...] = (
    Command(
        id="review.next",
        title="reviewed, next",
        help="Mark the paragraph as reviewed and go to the next",
        group="Review",
        keys=("enter",),
        run=review_and_go_on,
    ),
    Command(
        id="review.toggle",
        title="reviewed",
        help="Mark the paragraph as reviewed, or not",
        group="Review",
        keys=("M",),
        when=writable,
        run=toggle_reviewed,
    ),
    Command(
        id="review.done",
        title="article done",
        help="Mark the article as done and open the next unfinished one, or take the mark off",
        group="Review",
        keys=("D",),
        when=writable,
        run=toggle_done,
    ),
)
