"""A file of suggestions: only where the lines about each article begin is kept of it."""

import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from annotator.errors import Fault, UsageError
from annotator.marking.labels import LabelSchema
from annotator.session.library import Proposals
from annotator.storage.cause import cause, shown_path
from annotator.storage.event_line import LINE_LIMIT, BadLineError
from annotator.storage.event_log import Stamp
from annotator.storage.project import article_path, is_below
from annotator.storage.regular_file import open_regular
from annotator.storage.suggestion_line import (
    FAULTS_LIMIT,
    Refused,
    checked,
    decode_suggestion,
    safe_source,
)
from annotator.storage.turns import unhurried
from annotator.text.article import Article
from annotator.text.display import display_line


class SuggestionFile:
    """The suggestions in a file. It is read when first asked, and again when it has changed."""

    def __init__(self, root: str, path: str, most_faults: int = FAULTS_LIMIT) -> None:
        """Begin without touching the disk; `root` is the project folder."""
        self.path = path
        self._root = root
        self._name = shown_path(path)
        self._source = safe_source(os.path.splitext(os.path.basename(path))[0])
        self._most = most_faults
        self._stamp: Stamp | None = None
        self._lines: dict[str, array[int]] = {}
        """For each article the numbers of its lines, each with the offset where the line begins."""
        self._read = (0, 0)
        """How many lines were read, and where the next one begins."""
        self._untold = Refused(self._name, most_faults)
        """The lines that are about no article, until somebody hears of them."""

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles that the file speaks of, in its order, once it was read."""
        return list(self._lines)

    def read(self, is_over: Callable[[], bool] = lambda: False) -> bool:
        """Find out which lines are about which article, if the file has changed since.

        Returns whether that came to its end; if not, because the turn was over, it is gone on with
        the next time.
        """
        try:
            with self._opened() as file:
                stamp = _stamp(file)
                if stamp != self._stamp:
                    self._lines, self._read, self._stamp = {}, (0, 0), stamp
                    self._untold = Refused(self._name, self._most)
                self._index(file, is_over)
                return self._read[1] >= stamp.size
        except OSError as error:
            self._lines, self._stamp = {}, None
            self._untold = Refused(self._name, self._most)
            self._untold.add(0, 0, f"not read: {cause(error)}")
            return True

    def untold(self) -> Refused:
        """Return what is wrong with the file, and with lines that are about no article: once."""
        untold, self._untold = self._untold, Refused(self._name, self._most)
        return untold

    def proposals(
        self, article: Article, schema: LabelSchema, is_over: Callable[[], bool] = lambda: False
    ) -> Proposals:
        """Return what is suggested for an article, and what is refused and was not told yet.

        There is nothing if the turn is over, or the file no longer as it was when it was `read`.
        """
        refused = Refused(self._name, self._most)
        try:
            with self._opened() as file:
                places = self._lines.get(article.id, ()) if _stamp(file) == self._stamp else ()
                lines = unhurried(_at(file, places), is_over)
                found = checked(lines, article, schema, self._source, refused)
        except OSError:
            found = []  # `read` says why.
        if is_over():
            return Proposals()
        untold = self.untold()
        faults = (*untold.faults, *refused.faults)
        return Proposals(tuple(found), faults, untold.more + refused.more, is_file=True)

    def refused(self, article_id: str, reason: str) -> list[Fault]:
        """Refuse all lines about an article for one reason."""
        numbers = self._lines.get(article_id, array("Q"))[::2]
        return [Fault(self._name, number, 0, reason) for number in numbers]

    def _opened(self) -> BinaryIO:
        return os.fdopen(open_regular(self.path)[0], "rb")

    def _index(self, file: BinaryIO, is_over: Callable[[], bool]) -> None:
        """Note the articles of the lines that were not read yet, until the turn is over."""
        known: dict[str | None, str] = {}
        number, offset = self._read
        file.seek(offset)
        for line, length in unhurried(_lines(file), is_over):
            number += 1
            self._note(number, offset, line, known)
            offset += length
            self._read = number, offset

    def _note(self, number: int, offset: int, line: bytes, known: dict[str | None, str]) -> None:
        """Note of which article a line is; `known` says of articles why they cannot be meant."""
        if line.isspace():
            return
        try:
            article_id = decode_suggestion(line).article
        except BadLineError as bad:
            self._untold.add(number, bad.column, str(bad))
            return
        if article_id not in known:
            known[article_id] = self._why_not(article_id)
        if known[article_id]:
            self._untold.add(number, 0, known[article_id])
        elif article_id:
            self._lines.setdefault(article_id, array("Q")).extend((number, offset))

    def _why_not(self, article_id: str | None) -> str:
        """Say why a line cannot be about that article; "" if it can."""
        if not article_id:
            return "the field `article` is missing"
        path = article_path(self._root, article_id)
        if path is not None and os.path.isfile(path) and is_below(self._root, path):
            return ""
        return f"there is no article '{display_line(article_id)}' in the project folder"


def check_readable(path: str) -> None:
    """Refuse a file of suggestions that cannot be read.

    Raises:
        UsageError: with the cause.
    """
    try:
        os.close(open_regular(path)[0])
    except OSError as error:
        raise UsageError(f"'{shown_path(path)}' cannot be read: {cause(error)}.") from None


def _stamp(file: BinaryIO) -> Stamp:
    status = os.fstat(file.fileno())
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def _lines(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield each line with its length in bytes; of one over 1 MiB only its beginning."""
    while line := file.readline(LINE_LIMIT + 1):
        length = len(line)
        rest = line
        while len(rest) > LINE_LIMIT and not rest.endswith(b"\n"):
            rest = file.readline(LINE_LIMIT + 1)
            length += len(rest)
        yield line, length


def _at(file: BinaryIO, places: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    for number, offset in zip(places[::2], places[1::2], strict=True):
        file.seek(offset)
        yield number, file.readline(LINE_LIMIT + 1)
