"""Whoever proposes annotations from outside: the files and the commands that a person named."""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from annotator.marking.labels import LabelSchema
from annotator.session.library import Proposals
from annotator.storage.suggestion_command import Running, SuggestionCommand
from annotator.storage.suggestion_file import SuggestionFile
from annotator.text.article import Article

if TYPE_CHECKING:
    from annotator.errors import Fault
    from annotator.marking.suggestion import Suggestion


class Proposers:
    """Asks all of them about an article; see `session.library.Library.proposals`."""

    def __init__(
        self, files: Sequence[SuggestionFile] = (), commands: Sequence[SuggestionCommand] = ()
    ) -> None:
        """Begin without reading or running anything."""
        self._files = files
        self._commands = commands
        self._guard = Lock()
        self._running = Running()

    def proposals(self, article: Article, schema: LabelSchema) -> Proposals:
        """Return what they propose: the files first, then the commands one after the other."""
        turn = self._running.turn()
        found: list[Suggestion] = []
        faults: list[Fault] = []
        for file in self._files:
            with self._guard:
                faults += file.read()
                suggestions, refused = file.suggestions(article, schema)
            found += suggestions
            faults += refused
        for command in self._commands:
            suggestions, refused = command.suggestions(article, schema, self._running, turn)
            found += suggestions
            faults += refused
        return Proposals(tuple(found), tuple(faults))

    def stop(self) -> None:
        """End the commands that run."""
        self._running.stop()
