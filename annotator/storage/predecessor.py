"""An article that was renamed or moved is found again by the hash of its bytes in an old log."""

import os

from annotator.marking.annotation import Record
from annotator.session.library import Predecessor
from annotator.session.state import winners
from annotator.storage.event_line import BadLineError, decode_line
from annotator.storage.event_log import read_log
from annotator.storage.line_types import Header
from annotator.storage.log_files import LogFile, logs
from annotator.storage.log_path import SUFFIX
from annotator.storage.project import Project, article_path
from annotator.storage.regular_file import NO_LINKS, open_regular
from annotator.text.article import Article

FIRST_LINE = 1 << 16
"""Bytes of a log that are read to find its header."""


class Predecessors:
    """The logs of an annotator whose articles are gone, looked for once."""

    def __init__(self, project: Project, annotator: str) -> None:
        self._project = project
        self._annotator = annotator
        self._by_hash: dict[str, tuple[str, LogFile]] | None = None

    def of(self, article: Article) -> Predecessor | None:
        """Return what was said about the bytes of an article under a name that is gone."""
        if self._by_hash is None:
            self._by_hash = self._gone()
        found = self._by_hash.get(article.sha256)
        if found is None or found[0] == article.id:
            return None
        records = live_records(found[1])
        return Predecessor(found[0], records) if records else None

    def _gone(self) -> dict[str, tuple[str, LogFile]]:
        gone: dict[str, tuple[str, LogFile]] = {}
        for log in logs(self._project, self._annotator):
            if _seems_there(self._project.root, log):
                continue
            header = header_of(log)
            if header is None or not is_gone(self._project, header.article):
                continue
            for sha256 in read_log(log.path, log.name).sha256s:
                gone.setdefault(sha256, (header.article, log))
        return gone


def is_gone(project: Project, article_id: str) -> bool:
    """Say whether there is nothing at the place of an article."""
    path = article_path(project.root, article_id)
    return path is not None and not os.path.lexists(path)


def header_of(log: LogFile) -> Header | None:
    """Return the header of a log, which is its first line unless the log was merged."""
    try:
        descriptor, _ = open_regular(log.path, os.O_RDONLY | NO_LINKS)
        with os.fdopen(descriptor, "rb") as file:
            first = decode_line(file.readline(FIRST_LINE))
    except (OSError, BadLineError):
        first = None
    return first if isinstance(first, Header) else read_log(log.path, log.name).header


def live_records(log: LogFile) -> tuple[Record, ...]:
    """Return the records of a log that count."""
    latest = winners(read_log(log.path, log.name).events)
    return tuple(event.record for event in latest.values() if event.record is not None)


def _seems_there(root: str, log: LogFile) -> bool:
    """Say whether an article lies where this log would be its own, as nearly always."""
    way = log.name.removesuffix(SUFFIX).split("/")[2:]
    return os.path.lexists(os.path.join(root, *way))
