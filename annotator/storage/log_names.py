"""What single logs tell of names, and by what they are known again."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from zlib import crc32

from annotator.marking.learning import told_by
from annotator.marking.memory import Memory
from annotator.session.event import Event
from annotator.session.state import winners
from annotator.storage.event_line import BadLineError, decode_line
from annotator.storage.event_log import LOG_LIMIT, Stamp
from annotator.storage.own_log import chain_of
from annotator.storage.regular_file import NO_LINKS, open_regular, read_regular

_TAIL = 512
"""Bytes at the end of a log: some ids, which occur nowhere else, are in them."""


def told(root: str, name: str, stamps: tuple[Stamp, ...]) -> Memory:
    """Return what a log told when it and its siblings had these stamps."""
    events: list[Event] = []
    for path, stamp in _pieces(root, name, stamps):
        with suppress(OSError):
            raw, _ = read_regular(path, LOG_LIMIT, NO_LINKS)
            events += _events(raw[: stamp.size].split(b"\n"))
    live = (event.record for event in winners(events).values())
    return told_by(record for record in live if record is not None)


def tail_of(root: str, name: str, stamps: tuple[Stamp, ...]) -> int:
    """Return a checksum of how a log and its siblings ended when they had these stamps."""
    checksum = 0
    for path, stamp in _pieces(root, name, stamps):
        with suppress(OSError):
            descriptor, _ = open_regular(path, os.O_RDONLY | NO_LINKS)
            with open(descriptor, "rb", buffering=0) as file:
                file.seek(max(0, stamp.size - _TAIL))
                checksum = crc32(file.read(min(stamp.size, _TAIL)), checksum)
    return checksum


def _pieces(root: str, name: str, stamps: tuple[Stamp, ...]) -> Iterator[tuple[str, Stamp]]:
    chain = chain_of(os.path.join(root, name)) if stamps else ()
    return zip(chain, stamps, strict=False)


def _events(lines: Iterable[bytes]) -> Iterator[Event]:
    for line in lines:
        if line:
            with suppress(BadLineError):
                said = decode_line(line)
                if isinstance(said, Event):
                    yield said
