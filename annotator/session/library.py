"""Library: what a session needs from the place where articles and annotations are kept."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from msgspec import Struct

from annotator.errors import Fault
from annotator.marking.annotation import Annotation, Record
from annotator.marking.labels import LabelSchema
from annotator.marking.memory import Memory
from annotator.marking.suggestion import Suggestion
from annotator.session.event import Event
from annotator.session.state import State
from annotator.text.article import Article


class Predecessor(NamedTuple):
    """An article that is gone, whose bytes were those of another; what was said about it."""

    article_id: str
    records: tuple[Record, ...]


class Opened(Struct, frozen=True):
    """An article with what its annotator has said about it so far.

    `orphans` are annotations whose words no longer stand in the article: listed, never moved.
    `changed` says that the article is not as it was when the log was begun.
    `read_only` says why nothing can be saved ("" when it can). `faults` are the log's bad lines.
    """

    article: Article
    state: State
    orphans: tuple[Annotation, ...] = ()
    faults: tuple[Fault, ...] = ()
    read_only: str = ""
    changed: bool = False


class Progress(Struct, frozen=True):
    """How far one annotator is with one article."""

    annotations: int = 0
    reviewed: int = 0
    done: bool = False


class Disturbance(NamedTuple):
    """What others have done to an open article or its log, in words; "" if nothing.

    `article`: it is the article whose file is another one now, or gone.
    `lost`: the log no longer holds what was saved in it, and nothing is saved until the person
    says whether that is to be written back, or what is there now to be accepted.
    """

    said: str = ""
    lost: bool = False
    article: bool = False


class Proposals(Struct, frozen=True):
    """What a file or a command proposes for one article.

    `faults` are the lines that were refused, and how all of it failed; `more` counts those that
    nobody names. `is_file` says that `annotate check --suggestions` names them all.
    """

    suggestions: tuple[Suggestion, ...] = ()
    faults: tuple[Fault, ...] = ()
    more: int = 0
    is_file: bool = False


class Library(Protocol):
    """A project folder as the screen sees it.

    All but `save`, `write_back`, `memory`, `remember` and the steps of `proposals` are quick; any
    may raise AnnotatorError unless it says that it never does.
    """

    annotator: str

    def article_ids(self) -> Sequence[str]:
        """List the articles in reading order."""

    def open(self, article_id: str) -> Opened:
        """Read an article and its log, and take the log for writing if nobody else has it."""

    def save(self, article_id: str, events: Sequence[Event]) -> Sequence[Event]:
        """Force the events to disk, in order, and return only then.

        It blocks: call it off the key path. Returns events that others wrote into the same log
        meanwhile (usually none).

        Raises:
            LogLostError: the log no longer holds what was saved in it.
            StorageError: nothing of `events` counts as saved.
        """

    def write_back(self, article_id: str) -> int:
        """Add to an open article's log what was saved in it and is there no more.

        What is there now stays, as it is. Returns how many changes were added. It blocks, as
        `save` does.
        """

    def accept(self, article_id: str) -> None:
        """Take an open article's log as it is now, whatever was saved in it before."""

    def disturbance(self, article_id: str) -> Disturbance:
        """Say what others have done to an open article or its log.

        Asked about once a second, off the key path; never raises.
        """

    def predecessor(self, article: Article) -> Predecessor | None:
        """Return what the annotator said about the same bytes under a name that is gone.

        It may block: call it off the key path. Never raises, and writes nothing.
        """

    def rescue(self, article_id: str, events: Sequence[Event]) -> str:
        """Write events that could not be saved to a file outside the project; return its path."""

    def close(self, article_id: str) -> None:
        """Let the log go, so that another window may write."""

    def progress(self, article_id: str) -> Progress:
        """Say how far the annotator is with an article, without opening it."""

    def bookmark(self) -> tuple[str, int] | None:
        """Return the article and the offset where the annotator stopped last time, if known."""

    def set_bookmark(self, article_id: str, offset: int) -> None:
        """Remember where the annotator stopped. Never raises; outside the project folder."""

    def proposals(self, article: Article, schema: LabelSchema) -> Iterator[Proposals]:
        """Return what the person's files and commands propose for an article, checked against it.

        Quick itself, but each step of the iterator blocks, for as long as a command takes: take
        them off the key path. Files come first. Never raises. What is wrong with a file as a whole
        is told once.
        """

    def stop_proposing(self) -> None:
        """End the commands that run; who waits for `proposals` is given nothing more, and soon.

        Call it when an article is left and before the program ends; quick, never raises.
        """

    def memory(self, article_id: str) -> Memory:
        """Return what all annotators have told of names in other articles, as the logs are now.

        It blocks: call it off the key path. Only who asked last waits for logs to be read; who
        waited before is told nothing. Never raises, and writes nothing.
        """

    def remember(self) -> None:
        """Write down what `memory` told of the annotator's own names, with what was saved since.

        It blocks, but not for long; does nothing if nothing was saved, or if `memory` was never
        asked. Never raises: what could not be written is worked out anew the next time.
        """
