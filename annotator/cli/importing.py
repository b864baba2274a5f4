"""Import records into the logs of a project: article by article, each one step of undo."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from msgspec import Struct, field, structs

from annotator.cli.article_index import ArticleIndex
from annotator.errors import StorageError, UsageError
from annotator.exchange.conformity import unfit
from annotator.exchange.incoming import Incoming, IncomingAnnotation, IncomingRelation, Refusal
from annotator.exchange.merging import Merged, Terms, merge
from annotator.marking.annotation import Annotation, Mark, Record
from annotator.marking.labels import LabelSchema
from annotator.session.event import Event
from annotator.session.moment import Moment
from annotator.session.state import winners
from annotator.storage.event_line import LINE_LIMIT, encode_event
from annotator.storage.limits import limits
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
    schema: LabelSchema
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
        self._limits = limits()
        self._moment = Moment(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)))
        self._batches: dict[str, str] = {}

    def take(self, record: Incoming, format_name: str) -> None:
        """Import one record; what cannot be taken is refused, and the rest goes in."""
        record, names = self._named(record)
        try:
            article = self.index.find(record, write=self._write)
            if isinstance(article, str):
                self._turn_away_all(record, article)
                return
            terms = Terms(
                names,
                f"import:{format_name}",
                self._moment,
                self._batch(article.id),
                self._limits,
                _why_too_large,
            )
            self._merge(record, article, terms)
        except (StorageError, UsageError) as error:
            self._turn_away_all(record, f"its import failed: {error}")

    def _turn_away_all(self, record: Incoming, why: str) -> None:
        """Refuse a whole record: row by row where it is rows, which have no text."""
        rows = {made.line for made in _all(record)}
        for line in sorted(rows) if rows and record.text is None else [record.line]:
            self.turn_away(Refusal(line, why))

    def _merge(self, record: Incoming, article: Article, terms: Terms) -> None:
        with self._logs(article, set(terms.names.values())) as logs:
            known = {name: winners(log.events) for name, log in logs.items()}
            merged = merge(record, article, known, terms)
            for refusal in merged.refusals:
                self.turn_away(refusal)
            if self._write:
                for name, events in merged.events.items():
                    _save(logs[name], events, article)
        self.tally.counts += merged.counts
        for what in self._unfit(merged, known):
            self.tally.counts["unfit"] += 1
            if not self._write:  # It is asked for what would be refused.
                self._refuse(Refusal(record.line, what))
        self.tally.articles.add(article.id)
        self.tally.annotators.update(name for name, events in merged.events.items() if events)

    @contextmanager
    def _logs(self, article: Article, names: set[str]) -> Iterator[Mapping[str, OwnLog]]:
        """Give the logs of an article, held for writing."""
        root, schema = self._wishes.project.root, self._wishes.schema.name
        with ExitStack() as held:
            logs: dict[str, OwnLog] = {}
            for name in sorted(names):
                logs[name] = OwnLog(root, name, article, schema)
                held.callback(logs[name].close)
                if logs[name].read_only:
                    raise StorageError(logs[name].read_only)
            yield logs

    def _unfit(self, merged: Merged, known: Mapping[str, Mapping[str, Event]]) -> Iterator[str]:
        """Yield what the schema does not allow in what comes in."""
        made = [event.record for events in merged.events.values() for event in events]
        there = [event.record for log in known.values() for event in log.values()]
        by_id = {one.id: one for one in (*there, *made) if isinstance(one, Annotation)}
        schema = self._wishes.schema
        return (what for one in made if one is not None for what in unfit(one, by_id, schema))

    def _named(self, record: Incoming) -> tuple[Incoming, dict[str, str]]:
        """Return from what the file calls annotators to names of logs; refuse what has no such."""
        told = {made.by for made in record.annotations} | {made.by for made in record.relations}
        told.update(by for by, _ in record.reviewed)
        told.update(record.done)
        if self._wishes.everybody:
            return record, dict.fromkeys(told, self._wishes.annotator)
        wrong = {name: why for name in told - {""} if (why := _why_nobody(name))}
        names = {name: name or self._wishes.annotator for name in told - wrong.keys()}
        if not wrong:
            return record, names
        refused = {(each.line, each.by) for each in _all(record) if each.by in wrong}
        for line, by in sorted(refused):
            self.turn_away(Refusal(line, wrong[by]))
        marked = {by for by, _ in record.reviewed} | {*record.done}
        for by in sorted(marked & wrong.keys()):
            self.turn_away(Refusal(record.line, wrong[by]))
        kept = structs.replace(
            record,
            annotations=[each for each in record.annotations if each.by in names],
            relations=[each for each in record.relations if each.by in names],
            reviewed=[(by, numbers) for by, numbers in record.reviewed if by in names],
            done=[by for by in record.done if by in names],
        )
        return kept, names

    def _batch(self, article_id: str) -> str:
        number = len(self._batches)
        return self._batches.setdefault(article_id, self._moment.ulid(number))

    def turn_away(self, refusal: Refusal) -> None:
        """Count a refusal, and say it unless the file itself wants it."""
        if refusal.meant:
            self.tally.counts["meant"] += 1
            return
        self.tally.refused += 1
        self._refuse(refusal)


def _all(record: Incoming) -> Sequence[IncomingAnnotation | IncomingRelation]:
    return [*record.annotations, *record.relations]


def _why_nobody(name: str) -> str:
    """Say why nobody can be called so; "" if somebody can."""
    try:
        check_annotator(name)
    except UsageError as error:
        return f"{error} Or import as somebody: --as NAME"
    return ""


def _why_too_large(event: Event) -> str:
    """Say why no line of a log can hold an event; "" if one can."""
    try:
        if event.record is not None and _size(event.record) > _LARGE:
            encode_event(event)
    except StorageError as error:
        return str(error)
    return ""


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
