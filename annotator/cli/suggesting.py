"""`annotate import --suggestions FILE`: a file of suggestions instead of annotations."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from annotator.cli.article_index import ArticleIndex
from annotator.cli.output import check_output, write_output
from annotator.errors import StorageError
from annotator.exchange.incoming import Incoming, Refusal
from annotator.exchange.suggesting import Suggesting, suggestion_bytes
from annotator.storage.project import Project
from annotator.storage.suggestion_line import safe_source

Records = Iterable[Incoming | Refusal]


class SuggestionWriter:
    """Writes what files say as suggestions; `counts` says what came of the rest."""

    def __init__(self, project: Project, path: str, refuse: Callable[[Refusal], None]) -> None:
        """Begin.

        Raises:
            UsageError: the file must not be written.
        """
        check_output(project, Path(path), force=False)
        self.counts: Counter[str] = Counter()
        self.refused = 0
        self._path = Path(path)
        self._refuse = refuse
        self._index = ArticleIndex(project, may_create=False)
        self._suggesting = Suggesting()

    def write(self, records: Iterable[tuple[str, Incoming | Refusal]]) -> int:
        """Write the file; return how many suggestions are in it.

        Args:
            records: each with the name of the file that it is from.
        """
        return write_output(self._path, self._lines(records), force=False)

    def _lines(self, records: Iterable[tuple[str, Incoming | Refusal]]) -> Iterator[bytes]:
        for file, record in records:
            if isinstance(record, Refusal):
                self._turn_away(record)
                continue
            try:
                article = self._index.find(record, write=False)
            except StorageError as error:
                article = str(error)
            if isinstance(article, str):
                self._turn_away(Refusal(record.line, article))
                continue
            source = safe_source(Path(file).stem)
            made = self._suggesting.suggestions(record, article, source)
            self.counts += made.counts
            for refusal in made.refusals:
                self._turn_away(refusal)
            yield from suggestion_bytes(made.lines)

    def _turn_away(self, refusal: Refusal) -> None:
        if refusal.meant:
            self.counts["meant"] += 1
        else:
            self.refused += 1
            self._refuse(refusal)
