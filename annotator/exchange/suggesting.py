"""Turn incoming annotations into lines of suggestions: docs/suggestions.md has their form."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from annotator.exchange.incoming import Incoming, Refusal
from annotator.exchange.lines import lines
from annotator.exchange.placing import How, Place, Placing
from annotator.text.article import Article


class SuggestionLine(Struct, frozen=True, gc=False):
    """A line of a file of suggestions."""

    article: str
    label: str
    start: int
    end: int
    quote: str
    source: str


def suggestions(
    record: Incoming, article: Article, source: str
) -> tuple[Sequence[SuggestionLine], Sequence[Refusal], int]:
    """Return a record's lines without repeats, what is refused, and what a line cannot say.

    That is attributes, notes and relations.
    """
    placing = Placing(record, article)
    made: dict[SuggestionLine, None] = {}
    refusals: list[Refusal] = []
    lost = len(record.relations)
    for annotation in record.annotations:
        place = placing.place(annotation)
        if not isinstance(place, Place):
            refusals.append(Refusal(annotation.line, place))
            continue
        if place.how is How.ORPHAN:
            refusals.append(Refusal(annotation.line, "an orphan cannot be suggested"))
            continue
        start, end = place.start, place.end
        quote = article.text[start:end]
        line = SuggestionLine(article.id, annotation.label, start, end, quote, source)
        lost += len(annotation.attributes) + bool(annotation.note)
        made[line] = None
    return list(made), refusals, lost


def suggestion_bytes(made: Sequence[SuggestionLine]) -> Iterator[bytes]:
    """Yield the lines in UTF-8."""
    if made:
        yield lines(made)
