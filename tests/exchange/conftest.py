"""Articles and annotations as drawings: paragraphs parted by blank lines, spans by their words."""

import re
from collections.abc import Callable
from hashlib import sha256

import pytest

from annotator.exchange.annotated import AnnotatedArticle
from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation, Mark, Relation
from annotator.session.reviewing import digest, reviewed_id
from annotator.text.article import Article
from annotator.text.span import Span

TS = "2026-11-22T18:00:01.123Z"


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    def make(text: str, article_id: str = "seeds/a.txt") -> Article:
        raw = text.encode()
        return Article(
            id=article_id,
            text=text,
            sha256=sha256(raw).hexdigest(),
            encoding="utf-8",
            guessed=False,
            paragraphs=tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text)),
        )

    return make


@pytest.fixture(scope="session")
def mark_words() -> Callable[..., Annotation]:
    def make(
        text: str, words: str, label: str = "actor", by: str = "ana", **other: object
    ) -> Annotation:
        span = Span(text.index(words), text.index(words) + len(words))
        prefix, suffix = context(text, span)
        given = {"id": f"{by}-{label}-{span.start}-{span.end}", "ts": TS, **other}
        return Annotation(
            label=label,
            start=span.start,
            end=span.end,
            quote=words,
            prefix=prefix,
            suffix=suffix,
            by=by,
            **given,
        )

    return make


@pytest.fixture(scope="session")
def relate() -> Callable[..., Relation]:
    def make(source: Annotation, target: Annotation, relation: str = "attributed_to") -> Relation:
        return Relation(
            id=f"{source.id}>{target.id}",
            relation=relation,
            source=source.id,
            target=target.id,
            by=source.by,
            ts=TS,
        )

    return make


@pytest.fixture(scope="session")
def reviewed() -> Callable[..., Mark]:
    def make(article: Article, number: int, by: str = "ana") -> Mark:
        span = article.paragraphs[number - 1]
        return Mark(
            id=reviewed_id(span),
            mark="reviewed",
            start=span.start,
            end=span.end,
            digest=digest(article, span),
            by=by,
            ts=TS,
        )

    return make


@pytest.fixture(scope="session")
def annotated() -> Callable[..., AnnotatedArticle]:
    def make(article: Article, **records: list) -> AnnotatedArticle:
        return AnnotatedArticle(article.id, article.sha256, article, records)

    return make
