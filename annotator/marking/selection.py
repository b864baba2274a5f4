"""Selection: where the person is, and what is selected."""

from typing import NamedTuple

from annotator.text.span import Span


class Selection(NamedTuple):
    """`anchor` is where it began, `head` the moving end; both are offsets between code points.

    When they are equal nothing is selected and the cursor stands on the grapheme at `head`.
    Otherwise the selected span lies between them, and the cursor shows on its outermost grapheme
    at the head's side.
    """

    anchor: int
    head: int

    @property
    def span(self) -> Span:
        """What is selected, in text order; empty at `head` when nothing is."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))

    @property
    def empty(self) -> bool:
        """Say whether nothing is selected."""
        return self.anchor == self.head


def caret(offset: int) -> Selection:
    """Return the selection of nothing, with the cursor at `offset`."""
    return Selection(offset, offset)


def over(span: Span) -> Selection:
    """Return the selection of `span` with the head at its end."""
    return Selection(span.start, span.end)
