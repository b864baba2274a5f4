"""Make annotations from spans, and say in a few words which one is meant."""

from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation
from annotator.marking.edges import trimmed
from annotator.marking.labels import NAMED_UNITS, Label
from annotator.marking.motion import tidied
from annotator.marking.selection import over
from annotator.session.session import Mode, Session
from annotator.text.span import Span

QUOTED = 40
"""Code points of an annotation's words that a message repeats, at the most."""


def edged(session: Session, span: Span, label: Label) -> Span:
    """Return what of `span` an annotation with that label takes.

    Names, phrases and clauses go without the punctuation around them, and the first two without
    the ’s of a genitive; sentences and quotations keep what belongs to them. Of a selection whose
    ends were chosen by character nothing but outer white space is left out.
    """
    article = session.article
    if session.exact:
        return tidied(article, span)
    if label.unit in NAMED_UNITS:
        return trimmed(article, span, genitive=True)
    return (
        trimmed(article, span, genitive=False) if label.unit == "clause" else tidied(article, span)
    )


def cut_to(session: Session, span: Span) -> Session:
    """Return the session with its selection, if any, cut to what an annotation took of it."""
    if session.selection.empty or tidied(session.article, session.selection.span) == span:
        return session
    return session.reshaped(over(span), Mode.READ)


def annotation_of(
    session: Session, label: str, span: Span, index: int = 1, *, origin: str = "hand"
) -> Annotation:
    """Return the `index`-th annotation that is made in the session's moment, from 1."""
    prefix, suffix = context(session.article.text, span)
    return Annotation(
        id=session.moment.ulid(index),
        label=label,
        start=span.start,
        end=span.end,
        quote=session.article.quote(span),
        prefix=prefix,
        suffix=suffix,
        origin=origin,
    )


def quoted(quote: str) -> str:
    """Return words for a message: in quotation marks, on one line, cut where they are many."""
    line = " ".join(quote.split())
    return f"“{line}”" if len(line) <= QUOTED else f"“{line[: QUOTED - 1]}…”"


def words(annotation: Annotation) -> str:
    """Return the words of an annotation for a message."""
    return quoted(annotation.quote)
