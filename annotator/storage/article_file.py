"""Article files: from an article's id to its text."""

from annotator.errors import ArticleError
from annotator.session.limits import how_to_raise
from annotator.storage.article_meta import load_origin
from annotator.storage.cause import cause, shown_path
from annotator.storage.limits import limits
from annotator.storage.project import Project, article_path, is_below
from annotator.storage.regular_file import TooLargeError, read_regular
from annotator.text.article import Article
from annotator.text.read import read_article


def load_article(project: Project, article_id: str) -> Article:
    """Read an article.

    Raises:
        ArticleError: no such article, not a regular file, beyond a limit, empty, or not text.
        UsageError: a limit is set to what is no number.
    """
    most = limits()
    path = article_path(project.root, article_id)
    if path is None or not is_below(project.root, path):
        raise _error(article_id, "it is not in the project folder")
    try:
        raw, _ = read_regular(path, most.article)
    except TooLargeError as error:
        raise _error(article_id, f"{error}; {how_to_raise('article')}") from None
    except OSError as error:
        raise _error(article_id, cause(error)) from None
    if not raw:
        raise _error(article_id, "it is empty")
    article = read_article(article_id, raw, *load_origin(path))
    if (count := len(article.paragraphs)) > most.paragraphs:
        reason = f"it has {count:,} paragraphs, and {most.paragraphs:,} are the most that are taken"
        raise _error(article_id, f"{reason}; {how_to_raise('paragraphs')}")
    return article


def _error(article_id: str, reason: str) -> ArticleError:
    return ArticleError(f"'{shown_path(article_id)}' cannot be read: {reason}.")
