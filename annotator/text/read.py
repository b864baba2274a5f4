"""Read an article: from the bytes of a file to text and paragraphs."""

import hashlib

from annotator.errors import ArticleError
from annotator.text.article import Article
from annotator.text.decode import decode
from annotator.text.display import display_line
from annotator.text.paragraph import find_paragraphs


def read_article(article_id: str, raw: bytes, title: str = "", origin: str = "") -> Article:
    """Return the article that the bytes of a file hold.

    Raises:
        ArticleError: they are not text; the message names the article.
    """
    try:
        text, encoding, guessed = decode(raw)
    except ArticleError as error:
        raise ArticleError(f"{display_line(article_id)}: {error}") from None
    return Article(
        id=article_id,
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=encoding,
        guessed=guessed,
        paragraphs=find_paragraphs(text),
        title=title,
        origin=origin,
    )
