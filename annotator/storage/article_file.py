"""Article files: from an article's id to its text."""

from annotator.errors import ArticleError
from annotator.storage.article_meta import load_title
from annotator.storage.cause import cause, shown_path
from annotator.storage.project import Project, article_path, is_below
from annotator.storage.regular_file import read_regular
from annotator.text.article import Article
from annotator.text.read import read_article

ARTICLE_LIMIT = 50_000_000
"""Bytes: an article has fewer."""


def load_article(project: Project, article_id: str) -> Article:
    """Read an article.

    Raises:
        ArticleError: no such article, not a regular file, 50 MB or more, empty, or not text.
    """
    path = article_path(project.root, article_id)
    if path is None or not is_below(project.root, path):
        raise _error(article_id, "it is not in the project folder")
    try:
        raw, _ = read_regular(path, ARTICLE_LIMIT)
    except OSError as error:
        raise _error(article_id, cause(error)) from None
    if not raw:
        raise _error(article_id, "it is empty")
    return read_article(article_id, raw, load_title(path))


def _error(article_id: str, reason: str) -> ArticleError:
    return ArticleError(f"'{shown_path(article_id)}' cannot be read: {reason}.")
