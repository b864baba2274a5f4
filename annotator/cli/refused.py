"""Suggestions in files that would be refused, for `annotate check`."""

import sys
from collections.abc import Iterator, Sequence

from annotator.errors import ArticleError, Fault
from annotator.marking.labels import LabelSchema
from annotator.storage.article_file import load_article
from annotator.storage.project import Project
from annotator.storage.suggestion_file import SuggestionFile


def refused(
    project: Project, paths: Sequence[str], schemas: Sequence[LabelSchema]
) -> Iterator[Fault]:
    """Yield every refused line of the files, in their order; a label may be of any schema."""
    labels = tuple(label for schema in schemas for label in schema.labels)
    for path in paths:
        file = SuggestionFile(project.root, path, sys.maxsize)
        file.read()
        faults = file.untold().faults
        for article_id in file.article_ids:
            try:
                article = load_article(project, article_id)
            except ArticleError as error:
                faults += file.refused(article_id, str(error))
            else:
                faults += file.proposals(article, LabelSchema("", labels)).faults
        yield from sorted(faults, key=lambda fault: fault.line)
