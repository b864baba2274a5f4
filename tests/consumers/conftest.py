"""What other programs make of the exports: each group runs where its program is installed."""

import re
from hashlib import sha256

import pytest
from samples import TEXTS, everything, marked, written

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.formats import FORMATS
from annotator.text.article import Article
from annotator.text.span import Span


def article_of(text):
    paragraphs = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text))
    digest = sha256(text.encode()).hexdigest()
    return Article("seeds/a.txt", text, digest, "utf-8", False, paragraphs)


@pytest.fixture(params=TEXTS.values(), ids=TEXTS)
def text(request):
    return request.param


@pytest.fixture
def made(text):
    return marked(text)


@pytest.fixture
def raw(text, made):
    """Return the bytes that a format makes of the text with its annotations."""

    def of(name):
        article = article_of(text)
        whole = AnnotatedArticle(article.id, article.sha256, article, {"ana": made})
        return written(FORMATS[name], whole)[0].whole()

    return of


@pytest.fixture
def rich():
    """Return an article with everything that an annotation can have, and the writer of formats."""
    text = TEXTS["emoji inside"]
    article = article_of(text)
    whole = AnnotatedArticle(article.id, article.sha256, article, everything(text))
    return whole, lambda name: written(FORMATS[name], whole)


@pytest.fixture
def article_of_text(text, made):
    article = article_of(text)
    return AnnotatedArticle(article.id, article.sha256, article, {"ana": made})
