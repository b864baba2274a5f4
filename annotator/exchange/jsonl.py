"""Format `jsonl`: one annotation a line."""

from collections.abc import Iterable, Iterator

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.lines import lines
from annotator.exchange.record import rows


def export(articles: Iterable[AnnotatedArticle]) -> Iterator[bytes]:
    """Yield a line for each annotation: by article, then annotator, then in reading order.

    The lines of an article come at once.
    """
    for annotated in articles:
        yield lines(list(rows(annotated)))
