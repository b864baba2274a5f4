"""Suggestion: an annotation that is proposed, and is none until a person accepts it."""

from msgspec import Struct

from annotator.text.span import Span


class Suggestion(Struct, frozen=True, kw_only=True, gc=False):
    """A span with a label, proposed by `source`: `rules`, `memory`, `mention` or a file's own name.

    `score` says how likely it is right, from 0 to 1. `alias_of` has the words of the name of which
    this is another form, "" if it is none.
    """

    start: int
    end: int
    label: str
    source: str
    score: float = 0.5
    alias_of: str = ""

    @property
    def span(self) -> Span:
        """Where it is."""
        return Span(self.start, self.end)

    @property
    def origin(self) -> str:
        """What an annotation made from it has as its `origin`."""
        return "mention" if self.source == "mention" else f"suggestion:{self.source}"
