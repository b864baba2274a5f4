"""Read what a project folder holds, one article at a time, for the commands that only look."""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from glob import escape
from pathlib import Path

from msgspec import structs

from annotator.cli.heirs import Heirs, gone
from annotator.errors import ArticleError, Fault, UsageError
from annotator.exchange.annotated import AnnotatedArticle
from annotator.marking.annotation import Record
from annotator.session.state import winners
from annotator.storage.article_file import load_article
from annotator.storage.article_meta import SUFFIX, load_meta
from annotator.storage.event_log import LogContents, read_log
from annotator.storage.log_files import LogFile, annotators, logs, strays
from annotator.storage.log_path import SUFFIX as LOG_ENDING
from annotator.storage.log_path import check_annotator, existing_log, find_log
from annotator.storage.nearest import did_you_mean
from annotator.storage.own_log import chain_of, read_chain
from annotator.storage.predecessor import header_of
from annotator.storage.project import Project, article_ids, article_path
from annotator.text.display import display_line
from annotator.text.meta import UNKNOWN, Meta

Logs = Sequence[tuple[LogFile, LogContents]]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the logs that its records come from, and what is wrong with them."""

    annotated: AnnotatedArticle
    logs: Logs
    faults: Sequence[Fault]

    @property
    def guesses(self) -> list[Fault]:
        """What is no fault, but may have gone wrong: an encoding that was guessed."""
        article = self.annotated.article
        if article is None or not article.guessed:
            return []
        return [Fault(display_line(article.id), 0, 0, f"read as {article.encoding} (guessed)")]


class ProjectReader:
    """Reads the articles that a person meant, with the logs of all annotators or of some."""

    def __init__(self, project: Project, only: Collection[str] = ()) -> None:
        """Begin; `only` names annotators, none means all.

        Raises:
            UsageError: nobody of that name has a log, or annotations/ is a link.
        """
        self.project = project
        self.faults: list[Fault] = []
        """What is wrong with logs that belong to no article; complete once all is read."""
        self.far = 0.0
        """Which part of the articles has been read, from 0 to 1."""
        self._only = only
        self._read: set[str] = set()
        known = annotators(project)
        for name in only:
            if name not in known:
                raise UsageError(
                    f"Nobody called '{display_line(name)}' has annotated here"
                    f"{did_you_mean(name, known) or '.'}"
                )
        self._annotators = [name for name in known if _is_name(name) and self._wanted(name)]

    @cached_property
    def article_ids(self) -> Sequence[str]:
        """The articles that were meant, in reading order."""
        return article_ids(self.project)

    def read(self, *, untouched: bool = False) -> Iterator[Reading]:
        """Yield the articles that have a log, in reading order, then those that are gone.

        Args:
            untouched: yield those without a log too.
        """
        for number, article_id in enumerate(self.article_ids, 1):
            self.far = number / len(self.article_ids)
            found = [log for name in self._annotators for log in self._chain(name, article_id)]
            if found or untouched:
                yield self._reading(article_id, found)
        self.faults += strays(self.project)
        if self.project.only is not None:
            self.faults += self._copies(self.project.only)
        else:
            for article_id, found in sorted(self._gone().items()):
                reading = self._without_heir(_without_article(article_id, found))
                if reading.faults or any(reading.annotated.records.values()):
                    yield reading

    def _wanted(self, annotator: str) -> bool:
        return not self._only or annotator in self._only

    def _chain(self, annotator: str, article_id: str) -> Iterator[tuple[LogFile, LogContents]]:
        """Yield an annotator's log of an article and the siblings that continue it."""
        root = self.project.root
        path = existing_log(root, annotator, article_id)
        if path is None:
            return
        for place, contents in zip(
            chain_of(path), read_chain(root, path, article_id), strict=False
        ):
            name = self._name(place)
            self._read.add(name)
            yield LogFile(annotator, place, name), contents

    def _copies(self, article_id: str) -> Iterator[Fault]:
        """Yield what a shared folder made of a log that two machines wrote to at once."""
        for annotator in self._annotators:
            path = existing_log(self.project.root, annotator, article_id)
            if path is None:
                continue
            name = escape(Path(path).name.removesuffix(LOG_ENDING))
            for place in sorted(Path(path).parent.glob(f"{name}*{LOG_ENDING}")):
                log = LogFile(annotator, str(place), self._name(str(place)))
                header = None if log.name in self._read else header_of(log)
                if header is not None and header.article == article_id:
                    yield self._misplaced(log, article_id)

    def _reading(self, article_id: str, found: Logs) -> Reading:
        faults = [fault for _, contents in found for fault in contents.faults]
        try:
            article = load_article(self.project, article_id)
        except ArticleError as error:
            gone = _without_article(article_id, found)
            return replace(gone, faults=[*faults, _unreadable(article_id, error)])
        meta = self._meta(article_id)
        annotated = AnnotatedArticle(article_id, article.sha256, article, _records(found), meta)
        return Reading(annotated, found, faults)

    def _meta(self, article_id: str) -> Meta:
        path = article_path(self.project.root, article_id)
        return load_meta(path) if path and os.path.lexists(path + SUFFIX) else UNKNOWN

    def _gone(self) -> dict[str, list[tuple[LogFile, LogContents]]]:
        """Return the logs of articles that are gone; other logs not yet read are faults."""
        ids = set(self.article_ids)
        gone: dict[str, list[tuple[LogFile, LogContents]]] = {}
        for log in logs(self.project):
            if log.name in self._read or not self._wanted(log.annotator):
                continue
            header = header_of(log)
            if header is None:
                what = "not used: no header says which article it is of"
                self.faults.append(Fault(display_line(log.name), 1, 0, what))
            elif header.article in ids:
                self.faults.append(self._misplaced(log, header.article))
            elif self._was_meant(header.article):
                contents = read_log(log.path, log.name, header.article)
                gone.setdefault(header.article, []).append((log, contents))
        return gone

    @cached_property
    def _heirs(self) -> Heirs:
        return Heirs(self.project, article_ids(Project(self.project.root)))

    def _without_heir(self, reading: Reading) -> Reading:
        """Leave out what has been brought to the article that has the same bytes; offer the rest.

        What was brought there keeps its id.
        """
        annotated = reading.annotated
        heir = self._heirs.of(sha256 for _, log in reading.logs for sha256 in log.sha256s)
        if heir is None:
            return reading
        known = {by: self._heirs.known(by, heir) for by in annotated.records}
        left = {
            by: [record for record in records if record.id not in known[by]]
            for by, records in annotated.records.items()
        }
        faults = [
            *(fault for _, contents in reading.logs for fault in contents.faults),
            *(gone(log.name, annotated.id, heir) for log, _ in reading.logs if left[log.annotator]),
        ]
        return Reading(replace(annotated, records=left), reading.logs, faults)

    def _name(self, path: str) -> str:
        """Return a log's path from the project folder, with `/`."""
        return path.removeprefix(self.project.root).lstrip(os.sep).replace(os.sep, "/")

    def _was_meant(self, article_id: str) -> bool:
        under = self.project.articles_under
        return not under or article_id.startswith(f"{under}/")

    def _misplaced(self, log: LogFile, article_id: str) -> Fault:
        what = "not used: "
        if _is_name(log.annotator):
            place = find_log(self.project.root, log.annotator, article_id)
            what += (
                f"annotate reads '{display_line(self._name(place))}'; add these lines to its end"
            )
        else:
            what += f"'{display_line(log.annotator)}' cannot be an annotator's name"
        return Fault(display_line(log.name), 1, 0, what)


def _is_name(annotator: str) -> bool:
    try:
        check_annotator(annotator)
    except UsageError:
        return False
    return True


def _records(found: Logs) -> dict[str, list[Record]]:
    """Return the records that count by annotator; a record that names nobody is the log's own."""
    names = dict.fromkeys(log.annotator for log, _ in found)
    return {name: list(_live(name, found)) for name in names}


def _live(annotator: str, found: Logs) -> Iterator[Record]:
    own = (contents.events for log, contents in found if log.annotator == annotator)
    for event in winners(event for events in own for event in events).values():
        record = event.record
        if record is not None:
            yield record if record.by else structs.replace(record, by=annotator)


def _without_article(article_id: str, found: Logs) -> Reading:
    sha256s = [sha256 for _, contents in found for sha256 in contents.sha256s]
    sha256 = sha256s[-1] if sha256s else ""
    faults = [
        *(fault for _, contents in found for fault in contents.faults),
        *(gone(log.name, article_id) for log, _ in found),
    ]
    return Reading(AnnotatedArticle(article_id, sha256, None, _records(found)), found, faults)


def _unreadable(article_id: str, error: ArticleError) -> Fault:
    """Name the article once."""
    shown = display_line(article_id)
    what = str(error).removeprefix(f"{shown}: ").removeprefix(f"'{shown}' ")
    return Fault(shown, 0, 0, what)
