"""What is wrong with the events of an article's logs that every reader passes over in silence."""

from collections.abc import Iterator
from datetime import datetime

from annotator.cli.reading import Logs, Reading
from annotator.errors import Fault
from annotator.marking.annotation import Mark
from annotator.session.event import Event
from annotator.storage.event_line import BadLineError, decode_line
from annotator.storage.event_log import LINKED, LOG_LIMIT
from annotator.storage.log_files import LogFile
from annotator.storage.regular_file import NO_LINKS, read_regular
from annotator.text.display import display_line

MARKS = ("reviewed", "done", "rejected")


def log_faults(reading: Reading) -> Iterator[Fault]:
    """Yield what is odd about the logs of an article: whose they are, and who wrote into them.

    Of each kind the first line is named, and how many there are.
    """
    for log, contents in reading.logs:
        if contents.refused == LINKED:
            yield Fault(display_line(log.name), 0, 0, f"read only: {LINKED}")
        whose = contents.header.by if contents.header else ""
        if whose not in ("", log.annotator):
            what = f"the log of '{display_line(whose)}', among those of '{log.annotator}'"
            yield Fault(display_line(log.name), 1, 0, f"{what}; move it, or its folder, back")
    if any(_is_odd(event, log) for log, contents in reading.logs for event in contents.events):
        yield from _odd_events(reading.logs)
    yield from _at_odds(reading.logs)


def winning_places(logs: Logs) -> dict[str, tuple[str, int]]:
    """Return the file and the line of the event that counts, for every id."""
    latest: dict[str, Event] = {}
    found: dict[str, tuple[str, int]] = {}
    for log, number, event in _places(logs):
        known = latest.get(event.id)
        if known is None or event.beats(known):
            latest[event.id] = event
            found[event.id] = log.name, number
    return found


def _places(logs: Logs) -> Iterator[tuple[LogFile, int, Event]]:
    """Yield every event of the logs with its file and its line."""
    for log, _ in logs:
        raw, _ = read_regular(log.path, LOG_LIMIT, NO_LINKS)
        for number, line in enumerate(raw.split(b"\n"), 1):
            try:
                event = decode_line(line)
            except BadLineError:
                continue
            if isinstance(event, Event):
                yield log, number, event


def _is_odd(event: Event, log: LogFile) -> bool:
    return any(True for _ in _oddities(event, log))


def _oddities(event: Event, log: LogFile) -> Iterator[str]:
    if event.by not in ("", log.annotator):
        yield f"changes by '{display_line(event.by, 80)}' in a log of '{log.annotator}': they count"
    if event.ts and not _is_time(event.ts):
        yield f"`ts` is no time ('{display_line(event.ts, 40)}'): it still decides between equals"
    if isinstance(event.record, Mark) and event.record.mark not in MARKS:
        mark = display_line(event.record.mark, 40)
        yield f"the mark '{mark}' means nothing here; it may be of a newer annotate"


def _odd_events(logs: Logs) -> Iterator[Fault]:
    first: dict[tuple[str, str], tuple[int, int]] = {}
    for log, number, event in _places(logs):
        for what in _oddities(event, log):
            line, count = first.get((log.name, what), (number, 0))
            first[log.name, what] = line, count + 1
    for (name, what), (line, count) in first.items():
        more = f" ({count:,} lines)" if count > 1 else ""
        yield Fault(display_line(name), line, 0, what + more)


def _at_odds(logs: Logs) -> Iterator[Fault]:
    """Yield the events of one id that are equal in rank and say different things."""
    known: dict[tuple[str, tuple[int, str, str]], Event] = {}
    disputed: set[str] = set()
    for _, contents in logs:
        for event in contents.events:
            other = known.setdefault((event.id, event.rank), event)
            if other != event:
                disputed.add(event.id)
    if not disputed:
        return
    lines: dict[str, tuple[str, int]] = {}
    for log, number, event in _places(logs):
        if event.id in disputed:
            lines[event.id] = log.name, number
    for record_id in sorted(disputed):
        name, number = lines[record_id]
        what = f"two changes of {record_id} have the same `rev`, `ts` and `by`, and differ"
        yield Fault(display_line(name), number, 0, f"{what}; change it once more to decide")


def _is_time(told: str) -> bool:
    try:
        return datetime.fromisoformat(told).tzinfo is not None
    except ValueError:
        return False
