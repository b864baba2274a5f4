"""Article: one file of text, decoded once, never changed or normalised."""

from bisect import bisect_right
from typing import Final

from annotator.text.span import Span


class Article:
    """One article. Two articles are equal only if they are the same object, so it can key a cache.

    `id` is the path from the project folder, with `/`. `sha256` is of the file's bytes, in hex.
    `guessed` says that `encoding` was detected rather than known. `paragraphs` are ascending,
    do not overlap, and hold no outer white space; an article of blanks has none. `title` and
    `origin` are known of articles that were made of a web page or the like, "" otherwise.

    A plain class: it is needed before the first paint, and `dataclasses` takes 15 ms to import.
    """

    __slots__ = (
        *("_language", "encoding", "guessed", "id", "origin", "paragraphs", "sha256", "text"),
        "title",
    )

    def __init__(  # noqa: PLR0913 - one a field
        self,
        id: str,  # noqa: A002 - the name in the logs and the exports
        text: str,
        sha256: str,
        encoding: str,
        guessed: bool,  # noqa: FBT001 - a field
        paragraphs: tuple[Span, ...],
        title: str = "",
        origin: str = "",
    ) -> None:
        self.id: Final = id
        self.text: Final = text
        self.sha256: Final = sha256
        self.encoding: Final = encoding
        self.guessed: Final = guessed
        self.paragraphs: Final = paragraphs
        self.title: Final = title
        self.origin: Final = origin
        self._language = ""

    @property
    def heading(self) -> str:
        """The id, then title and origin if they are known: the article's name on the screen."""
        return " · ".join(filter(None, (self.id, self.title, self.origin)))

    @property
    def language(self) -> str:
        """The ISO code of the language, as far as it can be guessed; only when it is asked for."""
        if not self._language:
            from annotator.text.language import guess_language

            self._language = guess_language(self.text)
        return self._language

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds `offset`, else of the last one before it.

        An offset before the first paragraph belongs to the first (index 0).
        """
        return max(0, bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1)

    def quote(self, span: Span) -> str:
        """Return the words of `span`."""
        return self.text[span.start : span.end]
