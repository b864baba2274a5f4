"""Everything that can go wrong for a person, as one tree.

    AnnotatorError            exit 1
    ├── UsageError            exit 2: a path or an option that cannot be meant
    ├── ArticleError          an article that cannot be read as text
    ├── FaultsError           faults in a file that a person wrote, all of them at once
    └── StorageError          a change that could not be forced to disk
        └── LogLostError      because the log no longer holds what was saved in it

Every message says what is wrong and what to do; a `Fault` says also where.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that is wrong in a file: `file:line:column: what, and what to do`.

    Lines and columns count from 1; 0 means that none can be named.
    """

    file: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return f"{place}: {self.what}"


class AnnotatorError(Exception):
    """A failure that is told to the person in one message, without a traceback."""

    exit_code = 1


class UsageError(AnnotatorError):
    """A path or an option that cannot be meant."""

    exit_code = 2


class ArticleError(AnnotatorError):
    """An article that cannot be read as text."""


class StorageError(AnnotatorError):
    """A change that could not be forced to disk; the message is the cause alone."""


class LogLostError(StorageError):
    """A log no longer holds what was saved in it: a person must say which of the two counts."""


class FaultsError(AnnotatorError):
    """Faults in a file that a person wrote; carries all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
