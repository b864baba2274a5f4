"""FolderLibrary: a project folder as the screen sees it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.errors import StorageError, UsageError
from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Mark
from annotator.marking.labels import LabelSchema
from annotator.marking.memory import Memory
from annotator.session.event import Event
from annotator.session.library import Disturbance, Opened, Predecessor, Progress, Proposals
from annotator.session.state import State, fold, winners
from annotator.storage.article_file import load_article
from annotator.storage.bookmark import read_bookmark, write_bookmark
from annotator.storage.event_line import VERSION, encode_event, encode_header
from annotator.storage.event_log import Stamp, stamp_of
from annotator.storage.line_types import Header
from annotator.storage.log_files import LogFile, annotators, logs
from annotator.storage.log_path import check_annotator, existing_log, log_path
from annotator.storage.own_log import OwnLog, chain_of, read_chain
from annotator.storage.project import Project, article_ids, article_path
from annotator.storage.rescue import write_rescue
from annotator.storage.watch import Watched, file_stamp
from annotator.text.article import Article

if TYPE_CHECKING:
    from annotator.storage.names_file import Names
    from annotator.storage.predecessor import Predecessors
    from annotator.storage.proposers import Proposers

__all__ = ["FolderLibrary", "LogFile", "annotators", "logs"]


class FolderLibrary:
    """The articles of a project and one annotator's logs; see `session.library.Library`.

    Only `save`, `write_back`, `rescue`, `set_bookmark` and `remember` write.
    """

    def __init__(
        self,
        project: Project,
        annotator: str,
        schema: str = "",
        proposers: "Proposers | None" = None,
    ) -> None:
        """Begin without touching the disk.

        Args:
            project: the folder, and what of it was meant.
            annotator: whose logs are written.
            schema: the name that new logs carry.
            proposers: who suggests something about each article.

        Raises:
            UsageError: `annotator` is no annotator's name.
        """
        check_annotator(annotator)
        self.project = project
        self.annotator = annotator
        self._schema = schema
        self._proposers = proposers
        self._names: Names | None = None
        self._logs: dict[str, OwnLog] = {}
        self._watched: dict[str, Watched] = {}
        self._predecessors: Predecessors | None = None
        self._progress: dict[str, tuple[list[Stamp | None], Progress]] = {}

    def article_ids(self) -> Sequence[str]:
        """List the articles that were meant, in reading order."""
        return article_ids(self.project)

    def open(self, article_id: str) -> Opened:
        """Read an article and its log, and take the log for writing if nobody else has it.

        Raises:
            ArticleError: the article cannot be read.
        """
        path = article_path(self.project.root, article_id) or ""
        watched = Watched(path, file_stamp(path))
        article = load_article(self.project, article_id)
        self.close(article_id)
        self._watched[article_id] = watched
        log = OwnLog(self.project.root, self.annotator, article, self._schema)
        state, orphans = _without_orphans(fold(log.events), article.text)
        log.excuse(orphans)
        if log.changed and state.marks:
            from annotator.session.review_marks import without_stale

            state = without_stale(article, state)
        self._logs[article_id] = log
        return Opened(article, state, orphans, log.faults, log.read_only, log.changed)

    def save(self, article_id: str, events: Sequence[Event]) -> Sequence[Event]:
        """Force the events to disk, in order; return what others wrote into the log meanwhile.

        Raises:
            LogLostError: the log no longer holds what was saved in it.
            StorageError: nothing of `events` counts as saved.
        """
        foreign = self._log(article_id).save(events)
        if self._names is not None:
            self._names.changed(article_id)
        return foreign

    def write_back(self, article_id: str) -> int:
        """Add to the log what was saved in it and is there no more; return how many changes.

        Raises:
            StorageError: they could not all be forced to disk.
        """
        return self._log(article_id).write_back()

    def accept(self, article_id: str) -> None:
        """Take the log as it is now.

        Raises:
            StorageError: the article is not open.
        """
        self._log(article_id).accept()

    def disturbance(self, article_id: str) -> Disturbance:
        """Say what others have done to an open article or its log. Never raises."""
        watched, log = self._watched.get(article_id), self._logs.get(article_id)
        change = log.change() if log else Disturbance()
        if change.lost or watched is None or not (said := watched.change()):
            return change
        return Disturbance(said, article=True)

    def _log(self, article_id: str) -> OwnLog:
        log = self._logs.get(article_id)
        if log is None:
            raise StorageError("the article is not open")
        return log

    def predecessor(self, article: Article) -> Predecessor | None:
        """Return what was said about the same bytes under a name that is gone. Never raises."""
        if self._predecessors is None:
            from annotator.storage.predecessor import Predecessors

            self._predecessors = Predecessors(self.project, self.annotator)
        try:
            return self._predecessors.of(article)
        except UsageError:  # What is wrong with the folder of logs is told when it is opened.
            return None

    def rescue(self, article_id: str, events: Sequence[Event]) -> str:
        """Write events to a file in the state folder, or where there is space; return its path.

        Its lines can be added to the end of the log where they belong.

        Raises:
            StorageError: they could not be written anywhere; it names every cause.
        """
        header = Header(annotate=VERSION, article=article_id, by=self.annotator)
        raw = encode_header(header) + b"".join(map(encode_event, events))
        root = self.project.root
        return write_rescue(root, log_path(root, self.annotator, article_id), raw)

    def close(self, article_id: str) -> None:
        """Let the log go, so that another window may write."""
        self._watched.pop(article_id, None)
        log = self._logs.pop(article_id, None)
        if log is not None:
            log.close()

    def progress(self, article_id: str) -> Progress:
        """Say how far the annotator is with an article; reads the log only when it has changed."""
        path = existing_log(self.project.root, self.annotator, article_id)
        if path is None:
            return Progress()
        stamps = [stamp_of(place) for place in chain_of(path)]
        known = self._progress.get(article_id)
        if known is None or known[0] != stamps:
            chain = read_chain(self.project.root, path, article_id)
            known = stamps, _progress([event for log in chain for event in log.events])
            self._progress[article_id] = known
        return known[1]

    def bookmark(self) -> tuple[str, int] | None:
        """Return the article and the offset where the annotator stopped last time, if known."""
        return read_bookmark(self.project.root, self.annotator, self.project.meant)

    def set_bookmark(self, article_id: str, offset: int) -> None:
        """Remember where the annotator stopped. Never raises; outside the project folder."""
        project = self.project
        write_bookmark(project.root, self.annotator, project.meant, article_id, offset)

    def proposals(self, article: Article, schema: LabelSchema) -> Iterator[Proposals]:
        """Return what the files and commands propose for an article; its steps block."""
        if self._proposers is None:
            return iter(())
        return self._proposers.proposals(article, schema)

    def stop_proposing(self) -> None:
        """End the commands that run, and the waiting for them. Never raises."""
        if self._proposers is not None:
            self._proposers.stop()

    def memory(self, article_id: str) -> Memory:
        """Return what all have told of names in other articles. Blocks, writes nothing."""
        if self._names is None:
            from annotator.storage.names_file import Names  # Not needed before the first screen.

            self._names = Names(self.project, self.annotator)
        return self._names.memory(article_id)

    def remember(self) -> None:
        """Write down the annotator's own names if something was saved. Never raises."""
        if self._names is not None:
            self._names.remember()


def _without_orphans(state: State, text: str) -> tuple[State, tuple[Annotation, ...]]:
    orphans = tuple(a for a in state.annotations if not stands(text, a))
    if not orphans:
        return state, ()
    standing = state.annotations.changed(removed=[orphan.id for orphan in orphans])
    return replace(state, annotations=standing), orphans


def _progress(events: Sequence[Event]) -> Progress:
    live = [event.record for event in winners(events).values() if event.record is not None]
    marks = [record.mark for record in live if isinstance(record, Mark)]
    annotations = sum(isinstance(record, Annotation) for record in live)
    return Progress(annotations, marks.count("reviewed"), "done" in marks)
