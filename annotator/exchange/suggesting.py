"""Turn incoming annotations into lines of suggestions: docs/suggestions.md has their form."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from annotator.exchange.incoming import Incoming, IncomingAnnotation, Refusal
from annotator.exchange.lines import lines
from annotator.exchange.placing import How, Placing
from annotator.marking.annotation import SPAN_LIMIT
from annotator.marking.motion import tidied
from annotator.text.article import Article
from annotator.text.span import Span


class SuggestionLine(Struct, frozen=True, gc=False):
    """A line of a file of suggestions."""

    article: str
    label: str
    start: int
    end: int
    quote: str
    source: str


class Suggested(Struct):
    """The lines to write; what came of the rest, counted; and what was refused."""

    lines: list[SuggestionLine] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)


class Suggesting:
    """Makes suggestions of records, each once, and only such as a person could annotate here."""

    def __init__(self) -> None:
        self._made: set[int] = set()

    def suggestions(self, record: Incoming, article: Article, source: str) -> Suggested:
        """Return what one record suggests."""
        placing = Placing(record, article, may_look=True)
        suggested = Suggested()
        counts = suggested.counts
        for annotation in record.annotations:
            found = _span(placing, annotation, article)
            if isinstance(found, str):
                suggested.refusals.append(Refusal(annotation.line, found))
                continue
            span, how = found
            counts["lost"] += len(annotation.attributes) + bool(annotation.note)
            line = SuggestionLine(article.id, annotation.label, *span, article.quote(span), source)
            if hash(line) in self._made:
                counts["twice"] += 1
                continue
            self._made.add(hash(line))
            suggested.lines.append(line)
            counts.update(how)
        counts["lost"] += len(record.relations)
        return suggested


def suggestion_bytes(made: Sequence[SuggestionLine]) -> Iterator[bytes]:
    """Yield the lines in UTF-8."""
    if made:
        yield lines(made)


def _span(
    placing: Placing, annotation: IncomingAnnotation, article: Article
) -> tuple[Span, list[str]] | str:
    """Return what a suggestion takes and what is to be counted of it, or why there is none."""
    place = placing.place(annotation)
    if isinstance(place, str):
        return place
    if place.how is How.ORPHAN:
        return "an orphan cannot be suggested"
    told = Span(place.start, place.end)
    span = tidied(article, told)
    if not span.length:
        return "there is nothing but white space"
    if span.length > SPAN_LIMIT:
        return f"a span has at most {SPAN_LIMIT:,} characters"
    tidy = ["tidied"] if span != told else []
    return span, tidy if place.how is How.EXACT else [*tidy, place.how]
