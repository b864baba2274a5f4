"""Annotation, relation and mark: the three kinds of record that a person makes.

Field names and their order are a contract: they are the names in the log and in the exports.
"""

from typing import Any, Final

from msgspec import Struct, field

from annotator.text.span import Span

CONTEXT = 32
"""Code points of context that are kept on each side of a quote, at the most."""

SPAN_LIMIT: Final = 100_000
"""Code points of a span, at the most: its words must fit into a line of the log."""


class Annotation(Struct, frozen=True, kw_only=True, gc=False):
    """A span with a label, attributes and a note.

    `alias_of` has the words of a name of which this is another form, as a person confirmed ("" if
    it is none). `extra` holds fields of the log line that this version does not know; they survive
    a change.
    """

    id: str
    label: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    attributes: dict[str, str | int] = field(default_factory=dict)
    note: str = ""
    origin: str = "hand"
    alias_of: str = ""
    by: str = ""
    ts: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Where it is."""
        return Span(self.start, self.end)


class Relation(Struct, frozen=True, kw_only=True, gc=False):
    """A typed link from one annotation to another, by their ids."""

    id: str
    relation: str
    source: str = field(name="from")
    target: str = field(name="to")
    attributes: dict[str, str | int] = field(default_factory=dict)
    note: str = ""
    origin: str = "hand"
    by: str = ""
    ts: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


class Mark(Struct, frozen=True, kw_only=True, gc=False):
    """What a person decided that is no annotation.

    A paragraph is `reviewed`, the article is `done`, or the label `suggested` for the words of
    `quote` is `rejected`. `digest` is the first 16 hex digits of the SHA-256 of a reviewed
    paragraph's text in UTF-8, so that it can be found again in a changed article.
    """

    id: str
    mark: str
    start: int = 0
    end: int = 0
    digest: str = ""
    suggested: str = ""
    quote: str = ""
    by: str = ""
    ts: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


Record = Annotation | Relation | Mark
