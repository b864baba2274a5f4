"""Format `documents`: one article a line, with its text and all that is said about it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.lines import lines
from annotator.exchange.record import AnnotationRecord, RelationRecord, relation_records, spans


class Reviewed(Struct, frozen=True):
    """The numbers, from 1, of the paragraphs that one annotator marked as reviewed."""

    by: str
    paragraphs: Sequence[int]


class Document(Struct, frozen=True):
    """An article with the annotations of all its annotators."""

    article: str
    text: str
    text_sha256: str
    encoding: str
    spans: Sequence[AnnotationRecord]
    relations: Sequence[RelationRecord]
    reviewed: Sequence[Reviewed]
    done: Sequence[str]


def export(articles: Iterable[AnnotatedArticle]) -> Iterator[bytes]:
    """Yield a line for each article whose text is there."""
    for annotated in articles:
        article = annotated.article
        if article is None:
            continue
        annotators = sorted(annotated.records)
        document = Document(
            article=annotated.id,
            text=article.text,
            text_sha256=annotated.sha256,
            encoding=article.encoding,
            spans=list(spans(annotated)),
            relations=relation_records(annotated.relations()),
            reviewed=[
                Reviewed(by, paragraphs)
                for by in annotators
                if (paragraphs := annotated.reviewed(by))
            ],
            done=[by for by in annotators if annotated.done(by)],
        )
        yield lines([document])
