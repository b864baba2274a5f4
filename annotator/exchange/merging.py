"""Work incoming annotations into what is there: what is known already changes nothing."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from msgspec import Struct, field, structs

from annotator.exchange.bounds import beyond
from annotator.exchange.incoming import Incoming, IncomingAnnotation, IncomingRelation, Refusal
from annotator.exchange.placing import How, Place, Placing
from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.session.event import Event
from annotator.session.limits import Limits
from annotator.session.moment import Moment
from annotator.session.reviewing import digest, reviewed_id
from annotator.text.article import Article
from annotator.text.span import Span

Logs = Mapping[str, Mapping[str, Event]]
"""By annotator: the events that count, by id."""

R = TypeVar("R", Annotation, Relation)


class Terms(Struct, frozen=True):
    """How an import is made: `names` leads from what a file calls an annotator to a log's name.

    Where both are the same, ids, times and origins are kept as the file has them. `why_not` says
    why an event cannot be saved.
    """

    names: Mapping[str, str]
    origin: str
    moment: Moment
    batch: str
    limits: Limits = Limits()
    why_not: Callable[[Event], str] = lambda _event: ""


class Merged(Struct):
    """The events to save, by annotator; what came of the rest, counted; and what was refused."""

    events: dict[str, list[Event]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)


def merge(record: Incoming, article: Article, logs: Logs, terms: Terms) -> Merged:
    """Return what one record changes."""
    merger = _Merger(record, article, logs, terms)
    for annotation in record.annotations:
        merger.annotation(annotation)
    for relation in record.relations:
        merger.relation(relation)
    merger.marks()
    return merger.merged


class _Merger:
    """One record on its way into the logs of one article."""

    def __init__(self, record: Incoming, article: Article, logs: Logs, terms: Terms) -> None:
        self.merged = Merged()
        self._record = record
        self._article = article
        self._logs = logs
        self._terms = terms
        self._placing = Placing(record, article)
        self._by_key: dict[str, str] = {}
        self._ids: set[str] = set()
        self._occurrences: Counter[tuple[object, ...]] = Counter()
        self._there = {name: _by_content(log, terms.batch) for name, log in logs.items()}
        self._count = {name: _annotations_in(log) for name, log in logs.items()}

    def annotation(self, incoming: IncomingAnnotation) -> None:
        """Take one annotation."""
        place = self._placing.place(incoming)
        if isinstance(place, str):
            self._refuse(incoming.line, place)
            return
        if incoming.key and incoming.key in self._by_key:
            self._refuse(incoming.line, f"a second annotation is called '{incoming.key}'")
            return
        made = self._made(incoming, place)
        content = made.label, made.start, made.end
        record_id = self._settle(made, content, incoming.line, keep=bool(made.id))
        if not record_id:
            return
        if place.how is not How.EXACT:
            self.merged.counts[place.how] += 1
        if incoming.key:
            self._by_key[incoming.key] = record_id

    def relation(self, incoming: IncomingRelation) -> None:
        """Take one relation whose both ends are there."""
        ends: list[str] = []
        for way, key in (("from", incoming.source), ("to", incoming.target)):
            end = self._end(key)
            if not end:
                what = f"relation '{incoming.relation}' leads {way} '{key}', which is not there"
                self._refuse(incoming.line, what)
                return
            ends.append(end)
        if ends[0] == ends[1]:
            self._refuse(incoming.line, f"relation '{incoming.relation}' leads to where it begins")
            return
        by = self._terms.names[incoming.by]
        kept = by == incoming.by
        made = Relation(
            id=incoming.id if kept else "",
            relation=incoming.relation,
            source=ends[0],
            target=ends[1],
            attributes=incoming.attributes,
            note=incoming.note,
            origin=(kept and incoming.origin) or self._terms.origin,
            by=by,
            ts=(kept and incoming.ts) or self._terms.moment.ts,
        )
        self._settle(made, (made.relation, *ends), incoming.line, keep=bool(made.id))

    def marks(self) -> None:
        """Take the marks, if the article reads as it did."""
        paragraphs = self._article.paragraphs
        told = [(by, number) for by, numbers in self._record.reviewed for number in numbers]
        known = [(by, n) for by, n in told if 0 < n <= len(paragraphs)]
        if not self._placing.same_text:
            self.merged.counts["unmarked"] += len(told) + len(self._record.done)
            return
        self.merged.counts["unmarked"] += len(told) - len(known)
        for by, number in known:
            self._mark(by, _reviewed(self._article, paragraphs[number - 1]))
        for by in self._record.done:
            self._mark(by, Mark(id="done", mark="done"))

    def _made(self, incoming: IncomingAnnotation, place: Place) -> Annotation:
        by = self._terms.names[incoming.by]
        kept = by == incoming.by
        text, span = self._article.text, Span(place.start, place.end)
        if place.how is How.ORPHAN:
            quote, (prefix, suffix) = incoming.quote, (incoming.prefix, incoming.suffix)
        else:
            quote, (prefix, suffix) = text[span.start : span.end], context(text, span)
        return Annotation(
            id=incoming.id if kept else "",
            label=incoming.label,
            start=span.start,
            end=span.end,
            quote=quote,
            prefix=prefix,
            suffix=suffix,
            attributes=incoming.attributes,
            note=incoming.note,
            origin=(kept and incoming.origin) or self._terms.origin,
            alias_of=incoming.alias_of,
            by=by,
            ts=(kept and incoming.ts) or self._terms.moment.ts,
        )

    def _settle(self, made: R, content: tuple[object, ...], line: int, *, keep: bool) -> str:
        """Add a record, or find that it is there; return its id, "" if it cannot be added."""
        log = self._logs[made.by]
        if keep:
            return self._renew(made, log, line)
        key = made.by, *content
        number = self._occurrences[key]
        self._occurrences[key] += 1
        there, just_made = self._there[made.by].get(content, ((), 0))
        if number:
            self.merged.counts["twice"] += 1
        if number < len(there):
            known = log[there[number]].record
            richer = isinstance(known, type(made)) and _adds(made, known)
            self.merged.counts["left" if richer else "same"] += 1
            return there[number]
        record_id = derived_id(self._article.id, *key, number + just_made)
        if record_id in log:
            self.merged.counts["same" if log[record_id].record else "deleted"] += 1
        elif not self._put(structs.replace(made, id=record_id), 1, line):
            return ""
        return record_id

    def _renew(self, made: R, log: Mapping[str, Event], line: int) -> str:
        """Add a record that has an id of ours, or change the one of that id."""
        if made.id in self._ids:
            self._refuse(line, f"the id '{made.id}' stands there twice")
            return made.id
        self._ids.add(made.id)
        known = log.get(made.id)
        if known is None:
            return made.id if self._put(made, 1, line) else ""
        if known.record is None:
            self.merged.counts["deleted"] += 1
        elif not isinstance(known.record, type(made)):
            self._refuse(line, f"the id '{made.id}' is that of another kind of record")
        elif _plain(known.record) == _plain(made):
            self.merged.counts["same"] += 1
        elif made.ts < known.ts:
            self.merged.counts["older"] += 1
        else:
            self._put(structs.replace(made, extra=known.record.extra), known.rev + 1, line)
        return made.id

    def _mark(self, told: str, mark: Mark) -> None:
        by = self._terms.names[told]
        known = self._logs[by].get(mark.id)
        ts = self._terms.moment.ts
        if known is None or (isinstance(known.record, Mark) and known.record.digest != mark.digest):
            rev = known.rev + 1 if known else 1
            self._put(structs.replace(mark, by=by, ts=ts), rev, self._record.line)

    def _put(self, record: Record, rev: int, line: int) -> bool:
        event = Event(
            id=record.id,
            rev=rev,
            by=record.by,
            ts=record.ts,
            batch=self._terms.batch,
            record=record,
        )
        is_new = rev == 1 or isinstance(record, Mark)
        there = self._count[record.by] if is_new else 0
        if why := beyond(record, there, self._terms.limits) or self._terms.why_not(event):
            self._refuse(line, why)
            return False
        kind = _kind(record) if is_new else "changed"
        self.merged.counts[kind] += 1
        self._count[record.by] += kind == "annotations"
        self.merged.events.setdefault(record.by, []).append(event)
        return True

    def _end(self, key: str) -> str:
        """Return the id of what a relation calls `key`: of this record, or there already."""
        if key in self._by_key:
            return self._by_key[key]
        for log in self._logs.values():
            if key in log and isinstance(log[key].record, Annotation):
                return key
        return ""

    def _refuse(self, line: int, what: str) -> None:
        self.merged.refusals.append(Refusal(line, what))


def _annotations_in(log: Mapping[str, Event]) -> int:
    return sum(isinstance(event.record, Annotation) for event in log.values())


def _kind(record: Record) -> str:
    return f"{type(record).__name__.lower()}s"


def derived_id(*content: object) -> str:
    """Return the id that an imported record has wherever it is imported: a ULID without a time."""
    told = "\0".join(map(str, content)).encode(errors="surrogatepass")
    return Moment(0, int.from_bytes(sha256(told).digest()[:10])).ulid()


def _by_content(
    log: Mapping[str, Event], batch: str
) -> dict[tuple[object, ...], tuple[Sequence[str], int]]:
    """Return the ids of equal records, and how many of them this import has made."""
    found: dict[tuple[object, ...], tuple[list[str], int]] = {}
    for record_id in sorted(log):
        event = log[record_id]
        record = event.record
        if isinstance(record, Annotation):
            content: tuple[object, ...] = (record.label, record.start, record.end)
        elif isinstance(record, Relation):
            content = (record.relation, record.source, record.target)
        else:
            continue
        ids, just_made = found.get(content, ([], 0))
        if event.batch == batch:
            just_made += 1
        else:
            ids.append(record_id)
        found[content] = ids, just_made
    return dict(found)


def _reviewed(article: Article, span: Span) -> Mark:
    words = digest(article, span)
    record_id = reviewed_id(span)
    return Mark(id=record_id, mark="reviewed", start=span.start, end=span.end, digest=words)


def _adds(made: Annotation | Relation, known: Annotation | Relation) -> bool:
    """Say whether an incoming record says more or other than the one that is there."""
    other = any(known.attributes.get(name) != value for name, value in made.attributes.items())
    return other or made.note not in ("", known.note)


def _plain(record: Record) -> Record:
    """Return what counts of a record when two are compared."""
    return structs.replace(record, extra={}, ts="", by="")
