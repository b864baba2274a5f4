"""What single logs tell of names, so that it can be added up, and taken away again.

Whether words without a capital are a name depends on how often they were tagged in all. So what a
log tells holds all that may be one; only what all logs tell together is `settled`.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache

from msgspec.structs import replace

from annotator.marking.annotation import Annotation, Mark, Record
from annotator.marking.folding import folded
from annotator.marking.memory import Known, Memory, joined
from annotator.marking.names import is_name, written
from annotator.session.event import Event
from annotator.session.state import winners
from annotator.storage.event_line import BadLineError, decode_line
from annotator.storage.event_log import LOG_LIMIT, Stamp
from annotator.storage.own_log import chain_of
from annotator.storage.regular_file import NO_LINKS, read_regular

_LONGEST, _MOST_BLANKS = 100, 9
"""What has more code points or blanks is no name; to ask of every claim would take longest."""

_PARTING = re.compile(r"[\t\n\r]")
"""What no schema allows in a label, and what would break a line of names."""


def told(root: str, name: str, stamps: tuple[Stamp, ...]) -> Memory:
    """Return what a log told when it and its siblings had these stamps."""
    events: list[Event] = []
    for path, stamp in zip(
        chain_of(os.path.join(root, name)) if stamps else (), stamps, strict=False
    ):
        with suppress(OSError):
            raw, _ = read_regular(path, LOG_LIMIT, NO_LINKS)
            events += _events(raw[: stamp.size].split(b"\n"))
    live = (event.record for event in winners(events).values())
    return joined(_memories(record for record in live if record is not None))


def exchanged(memory: Memory, old: Memory, new: Memory) -> Memory:
    """Return a memory with a part that was added to it exchanged for another; its aliases stay."""
    names = dict(memory.names)
    for form, lost in old.names.items():
        fewer = {known.label: known for known in lost}
        kept = [_less(known, fewer.get(known.label)) for known in names.pop(form, ())]
        if rest := tuple(known for known in kept if known.tagged or known.refused):
            names[form] = rest
    touched = {form: names.get(form, ()) for form in new.names}
    sums = joined([Memory(touched, memory.aliases), new])
    return Memory(names | dict(sums.names), sums.aliases)


def settled(memory: Memory) -> Memory:
    """Return what all logs tell, without the words that were tagged too seldom to be a name."""
    names = {form: labels for form, labels in memory.names.items() if _is_settled(labels)}
    return Memory(names, memory.aliases)


def _events(lines: Iterable[bytes]) -> Iterator[Event]:
    for line in lines:
        if line:
            with suppress(BadLineError):
                said = decode_line(line)
                if isinstance(said, Event):
                    yield said


def _memories(records: Iterable[Record]) -> Iterator[Memory]:
    """Yield what each name with each label, and each alias, adds to the memory."""
    uses: dict[tuple[str, str], list[int]] = {}
    aliases: set[tuple[str, str]] = set()
    for record in records:
        if isinstance(record, Annotation):
            uses.setdefault((record.quote, record.label), [0, 0])[0] += 1
            if record.alias_of:
                aliases.add((record.quote, record.alias_of))
        elif isinstance(record, Mark) and record.mark == "rejected" and record.suggested:
            uses.setdefault((record.quote, record.suggested), [0, 0])[1] += 1
    for (quote, label), (tagged, refused) in uses.items():
        form, name = _name(quote)
        if name and label == label.strip() and not _PARTING.search(label):
            yield Memory({form: (Known(name, label, tagged, refused),)})
    for quote, other in aliases:
        (alias, short), (form, name) = _name(quote), _name(other)
        if short and name and alias != form:
            yield Memory(aliases={alias: form})


@lru_cache(1 << 14)
def _name(quote: str) -> tuple[str, str]:
    """Return the folded form of a name and how it is written; "" twice for what can be none."""
    if len(quote) > _LONGEST or quote.count(" ") > _MOST_BLANKS or not is_name(quote, often=True):
        return "", ""
    return folded(quote), written(quote)


def _less(known: Known, lost: Known | None) -> Known:
    if lost is None:
        return known
    tagged = max(0, known.tagged - lost.tagged)
    return replace(known, tagged=tagged, refused=max(0, known.refused - lost.refused))


def _is_settled(labels: tuple[Known, ...]) -> bool:
    return sum(known.tagged for known in labels) > 1 or any(
        _looks_like_one(known.name) for known in labels
    )


@lru_cache(1 << 15)
def _looks_like_one(name: str) -> bool:
    return is_name(name, often=False)
