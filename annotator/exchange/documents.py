"""Format `documents`: one article a line, with its text and all that is said about it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.incoming import Incoming, Read, Refusal, Source
from annotator.exchange.json_source import json_lines
from annotator.exchange.jsonl import AnnotationRow, RelationRow, annotation_of, relation_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.lines import lines
from annotator.exchange.record import AnnotationRecord, RelationRecord, relation_records, spans
from annotator.text.meta import UNKNOWN, Meta


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
    meta: Meta
    spans: Sequence[AnnotationRecord]
    relations: Sequence[RelationRecord]
    reviewed: Sequence[Reviewed]
    done: Sequence[str]


class DocumentRow(Struct, frozen=True):
    """An article as it may come back, perhaps made by a script: little is asked of it."""

    text: str
    article: str = ""
    text_sha256: str = ""
    encoding: str = ""
    meta: Meta = UNKNOWN
    spans: list[AnnotationRow] = []
    relations: list[RelationRow] = []
    reviewed: list[Reviewed] = []
    done: list[str] = []


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
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
            meta=annotated.meta,
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


def read(source: Source) -> Read:
    """Yield what each line says of its article."""
    for number, row in json_lines(source, DocumentRow):
        if isinstance(row, Refusal):
            yield row
            continue
        yield Incoming(
            line=number,
            article=row.article,
            text=row.text,
            sha256=row.text_sha256,
            encoding=row.encoding,
            meta=row.meta,
            annotations=[annotation_of(span, number) for span in row.spans],
            relations=[relation_of(relation, number) for relation in row.relations],
            reviewed=[(reviewed.by, reviewed.paragraphs) for reviewed in row.reviewed],
            done=row.done,
        )
