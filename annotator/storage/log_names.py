"""What single logs tell of names, and by what they are known again."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from zlib import crc32

from annotator.errors import UsageError
from annotator.marking.learning import told_by
from annotator.marking.memory import Memory
from annotator.session.event import Event
from annotator.session.state import winners
from annotator.storage.event_line import BadLineError, decode_line
from annotator.storage.event_log import LOG_LIMIT, Stamp, stamp_of
from annotator.storage.log_files import LogFile, logs
from annotator.storage.log_path import check_annotator
from annotator.storage.own_log import chain_of
from annotator.storage.project import Project
from annotator.storage.regular_file import NO_LINKS, open_regular, read_regular

_TAIL = 512
"""Bytes at the end of a log: some ids, which occur nowhere else, are in them."""

_SIBLING = re.compile(r"\.r[1-9][0-9]{0,5}(?=\.jsonl\Z)")

Chains = Mapping[str, tuple[Stamp, ...]]
"""The stamps of a log and its siblings, by the log's path from the project folder with `/`."""


class Tails:
    """How logs ended when they were last asked for, as checksums: they are read once."""

    def __init__(self, root: str) -> None:
        """Begin without touching the disk."""
        self._root = root
        self._known: dict[str, tuple[tuple[Stamp, ...], int]] = {}

    def of(self, name: str, chain: tuple[Stamp, ...]) -> int:
        """Return the checksum of how a log and its siblings ended when they had these stamps."""
        known = self._known.get(name)
        if known is None or known[0] != chain:
            known = self._known[name] = chain, _tail_of(self._root, name, chain)
        return known[1]

    def fit(self, name: str, chain: tuple[Stamp, ...]) -> bool:
        """Say whether there, where they ended when last asked for, still stands the same."""
        return not chain or self._known.get(name) == (chain, _tail_of(self._root, name, chain))


def told(root: str, name: str, stamps: tuple[Stamp, ...]) -> Memory:
    """Return what a log told when it and its siblings had these stamps."""
    events: list[Event] = []
    for path, stamp in _pieces(root, name, stamps):
        with suppress(OSError):
            raw, _ = read_regular(path, LOG_LIMIT, NO_LINKS)
            events += _events(raw[: stamp.size].split(b"\n"))
    live = (event.record for event in winners(events).values())
    return told_by(record for record in live if record is not None)


def chains_of(project: Project) -> Mapping[str, Chains]:
    """Return the chains of logs that there are now, by annotator."""
    present: dict[str, dict[str, tuple[Stamp, ...]]] = {}
    for annotator, found in groupby(logs(project), lambda log: log.annotator):
        try:
            check_annotator(annotator)
        except UsageError:
            continue
        chains = present.setdefault(annotator, {})
        for name, chain in groupby(found, _first_of_chain):
            stamps = (stamp_of(log.path) for log in chain)
            chains[name] = tuple(stamp for stamp in stamps if stamp)
    return present


def _first_of_chain(log: LogFile) -> str:
    return _SIBLING.sub("", log.name)


def name_of(root: str, path: str) -> str:
    """Return a path from the project folder, with `/`."""
    return os.path.relpath(path, root).replace(os.sep, "/")


def _tail_of(root: str, name: str, stamps: tuple[Stamp, ...]) -> int:
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
