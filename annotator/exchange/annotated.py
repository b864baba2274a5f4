"""What every format is given: an article with the records that its annotators made."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from msgspec import structs

from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.text.article import Article
from annotator.text.meta import UNKNOWN, Meta
from annotator.text.span import Span


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article, and by annotator the records that count: no deleted ones, in any order.

    `article` is None if it is gone or cannot be read; `sha256` is then the one that the logs name.
    `meta` is what is known of it beside the text.
    """

    id: str
    sha256: str
    article: Article | None
    records: Mapping[str, Sequence[Record]]
    meta: Meta = UNKNOWN

    def annotations(self) -> Iterator[Annotation]:
        """Yield the annotations of all annotators."""
        for records in self.records.values():
            yield from (record for record in records if isinstance(record, Annotation))

    def relations(self) -> list[Relation]:
        """Return the relations whose both ends are here, perhaps of different annotators."""
        return self._relations(dangling=False)

    def dangling(self) -> list[Relation]:
        """Return the relations that lack an end, as a merge of logs can leave them."""
        return self._relations(dangling=True)

    def reviewed(self, annotator: str) -> list[int]:
        """Return the numbers, from 1, of the paragraphs that stand as they were reviewed."""
        article = self.article
        if article is None:
            return []
        marks = {(mark.start, mark.end): mark.digest for mark in self._marks(annotator, "reviewed")}
        return [
            number
            for number, paragraph in enumerate(article.paragraphs, start=1)
            if paragraph in marks and marks[paragraph] in ("", _digest(article, paragraph))
        ]

    def done(self, annotator: str) -> bool:
        """Say whether the annotator marked the article as done."""
        return any(True for _ in self._marks(annotator, "done"))

    def _marks(self, annotator: str, mark: str) -> Iterator[Mark]:
        for record in self.records.get(annotator, ()):
            if isinstance(record, Mark) and record.mark == mark:
                yield record

    def _relations(self, *, dangling: bool) -> list[Relation]:
        made = [r for records in self.records.values() for r in records if isinstance(r, Relation)]
        ids = {annotation.id for annotation in self.annotations()} if made else set()
        return [r for r in made if (r.source in ids and r.target in ids) is not dangling]


def labelled(annotated: AnnotatedArticle, labels: Collection[str]) -> AnnotatedArticle:
    """Return the article without annotations of other labels; the whole of it for no labels."""
    if not labels:
        return annotated

    def kept(record: Record) -> bool:
        return not isinstance(record, Annotation) or record.label in labels

    records = {by: [r for r in made if kept(r)] for by, made in annotated.records.items()}
    return replace(annotated, records=records)


def _digest(article: Article, span: Span) -> str:
    """Return what a mark says of the words of a span; see `marking.annotation.Mark`."""
    return sha256(article.quote(span).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def known(meta: Meta) -> dict[str, str]:
    """Return what is known of an article, by name."""
    return {name: value for name, value in structs.asdict(meta).items() if value}
