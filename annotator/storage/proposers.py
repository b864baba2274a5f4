"""Whoever proposes annotations from outside: the files and the commands that a person named."""

from collections.abc import Iterator, Sequence

from annotator.marking.labels import LabelSchema
from annotator.session.library import Proposals
from annotator.storage.suggestion_command import Running, SuggestionCommand
from annotator.storage.suggestion_file import SuggestionFile
from annotator.storage.turns import Door
from annotator.text.article import Article


class Proposers:
    """Asks all of them about an article; see `session.library.Library.proposals`."""

    def __init__(
        self, files: Sequence[SuggestionFile] = (), commands: Sequence[SuggestionCommand] = ()
    ) -> None:
        """Begin without reading or running anything."""
        self._files = files
        self._commands = commands
        self._door = Door()
        self._running = Running()

    def proposals(self, article: Article, schema: LabelSchema) -> Iterator[Proposals]:
        """Return what they propose: the files first, then the commands one after the other."""
        return self._proposals(article, schema, self._running.turn())

    def stop(self) -> None:
        """End the turn: the commands that run, the reading of files, and the waiting for them."""
        self._running.stop()
        self._door.send_away()

    def _proposals(self, article: Article, schema: LabelSchema, turn: int) -> Iterator[Proposals]:
        def is_over() -> bool:
            return self._running.is_over(turn)

        for file in self._files:
            if is_over() or not self._door.enter():
                return
            try:
                whole = file.read(is_over)
                proposed = file.proposals(article, schema, is_over) if whole else Proposals()
            finally:
                self._door.leave()
            if is_over():
                return
            yield proposed
        for command in self._commands:
            proposed = command.proposals(article, schema, self._running, turn)
            if is_over():
                return
            yield proposed
