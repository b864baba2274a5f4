"""Import records into the logs of a project: article by article, each one step of undo."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager

from msgspec import Struct, field

from annotator.cli.article_index import ArticleIndex
from annotator.errors import StorageError, UsageError
from annotator.exchange.incoming import Incoming, Refusal
from annotator.exchange.merging import Merged, Terms, merge
from annotator.marking.annotation import Annotation, Mark, Record
from annotator.session.event import Event
from annotator.session.moment import Moment
from annotator.session.state import winners
from annotator.storage.event_line import LINE_LIMIT, encode_event
from annotator.storage.log_path import check_annotator
from annotator.storage.own_log import OwnLog
from annotator.storage.project import Project
from annotator.text.article import Article

_LARGE = LINE_LIMIT // 16
"""Characters: a record with fewer fits into a line, whatever they are."""

Refuse = Callable[[Refusal], None]


class Wishes(Struct, frozen=True):
    """What the person asked for. `annotator` is who records are of that name nobody.

    `everybody` says that they are all of that annotator, whatever the file says.
    """

    project: Project
    schema: str
    annotator: str
    everybody: bool = False
    may_create: bool = False


class Tally(Struct):
    """What has come of the records so far."""

    counts: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    annotators: set[str] = field(default_factory=set)
    refused: int = 0


class Importer:
    """Takes records one at a time; with `write` False it only finds out what would be refused."""

    def __init__(self, wishes: Wishes, refuse: Refuse, *, write: bool) -> None:
        self.tally = Tally()
        self.index = ArticleIndex(wishes.project, may_create=wishes.may_create)
        self._wishes = wishes
        self._refuse = refuse
        self._write = write
        self._moment = Moment(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)))
        self._batches: dict[str, str] = {}

    def take(self, record: Incoming, format_name: str) -> None:
        """Import one record; what cannot be taken is refused, and the rest goes in."""
        names, wrong = self._names(record)
        if wrong:
            self.turn_away(Refusal(record.line, wrong))
            return
        try:
            article = self.index.find(record, write=self._write)
            if isinstance(article, str):
                self.turn_away(Refusal(record.line, article))
                return
            terms = Terms(names, f"import:{format_name}", self._moment, self._batch(article.id))
            self._merge(record, article, terms)
        except (StorageError, UsageError) as error:
            self.turn_away(Refusal(record.line, f"its import failed: {error}"))

    def _merge(self, record: Incoming, article: Article, terms: Terms) -> None:
        with self._logs(article, set(terms.names.values())) as logs:
            known = {name: winners(log.events) for name, log in logs.items()}
            merged = merge(record, article, known, terms)
            self._drop_too_large(merged, record.line)
            for refusal in merged.refusals:
                self.turn_away(refusal)
            if self._write:
                for name, events in merged.events.items():
                    _save(logs[name], events, article)
        self.tally.counts += merged.counts
        self.tally.articles.add(article.id)
        self.tally.annotators.update(name for name, events in merged.events.items() if events)

    @contextmanager
    def _logs(self, article: Article, names: set[str]) -> Iterator[Mapping[str, OwnLog]]:
        """Give the logs of an article, held for writing."""
        root, schema = self._wishes.project.root, self._wishes.schema
        with ExitStack() as held:
            logs: dict[str, OwnLog] = {}
            for name in sorted(names):
                logs[name] = OwnLog(root, name, article, schema)
                held.callback(logs[name].close)
                if logs[name].read_only:
                    raise StorageError(logs[name].read_only)
            yield logs

    def _names(self, record: Incoming) -> tuple[dict[str, str], str]:
        """Return from what the file calls annotators to names of logs, or what is wrong there."""
        told = {made.by for made in record.annotations} | {made.by for made in record.relations}
        told.update(by for by, _ in record.reviewed)
        told.update(record.done)
        if self._wishes.everybody:
            return dict.fromkeys(told, self._wishes.annotator), ""
        for name in told - {""}:
            try:
                check_annotator(name)
            except UsageError as error:
                return {}, f"{error} Or import as somebody: --as NAME"
        return {name: name or self._wishes.annotator for name in told}, ""

    def _batch(self, article_id: str) -> str:
        number = len(self._batches)
        return self._batches.setdefault(article_id, self._moment.ulid(number))

    def _drop_too_large(self, merged: Merged, line: int) -> None:
        """Refuse what no line of a log can hold, so that it costs only itself."""
        for name, events in merged.events.items():
            kept: list[Event] = []
            for event in events:
                try:
                    if event.record is not None and _size(event.record) > _LARGE:
                        encode_event(event)
                except StorageError as error:
                    merged.refusals.append(Refusal(line, str(error)))
                else:
                    kept.append(event)
            merged.events[name] = kept

    def turn_away(self, refusal: Refusal) -> None:
        """Count a refusal, and say it unless the file itself wants it."""
        if refusal.meant:
            self.tally.counts["meant"] += 1
            return
        self.tally.refused += 1
        self._refuse(refusal)


def _size(record: Record) -> int:
    """Return about how many characters a record has."""
    if isinstance(record, Mark):
        return 0
    words = sum(len(name) + len(str(value)) for name, value in record.attributes.items())
    words += len(record.note) + len(record.id)
    return (
        words + len(record.quote) + len(record.label) if isinstance(record, Annotation) else words
    )


def _save(log: OwnLog, events: list[Event], article: Article) -> None:
    """Force the events to disk; orphans that came as such stay what they are."""
    made = [event.record for event in events if isinstance(event.record, Annotation)]
    log.excuse([a for a in made if article.text[a.start : a.end] != a.quote])
    log.save(events)
