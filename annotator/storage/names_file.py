"""What is known of names in a project: `annotations/ANNOTATOR/names.tsv`, one for each annotator.

Such a file is worked out from the annotator's logs, and its first line says from which. Where they
or its lines are no longer the same, or there is no file, the logs are read instead; so it may be
deleted.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import NamedTuple

from annotator.errors import Fault, UsageError
from annotator.marking.learning import exchanged, settled, without
from annotator.marking.memory import NOTHING, Memory, joined
from annotator.marking.memory_lines import lines, memory_of
from annotator.storage.cause import cause, shown_path
from annotator.storage.durable import replace
from annotator.storage.event_log import Stamp, stamp_of
from annotator.storage.log_files import annotators
from annotator.storage.log_folder import obstacle
from annotator.storage.log_names import Chains, Tails, chains_of, name_of, told
from annotator.storage.log_path import check_annotator, existing_log, names_path
from annotator.storage.own_log import chain_of
from annotator.storage.project import Project
from annotator.storage.regular_file import NO_LINKS, read_regular
from annotator.storage.turns import Door

NAMES_LIMIT = 64 << 20
"""Bytes: a file of names has fewer; that is about a million names."""

_HEAD = (
    "{}; digest: {}; made anew when they or the lines change; "
    "name, label, times tagged, times refused"
)
_COUNTED = "# annotate names 1; logs: {}; bytes: {}"
_HEAD_PATTERN = re.compile(_HEAD.format(_COUNTED.format("[0-9]+", "[0-9]+"), "[0-9a-f]{16}"))


class _Logs(NamedTuple):
    """What the logs of one annotator tell when they have these stamps."""

    memory: Memory
    chains: Chains


class Names:
    """What all annotators of a project have told of names; may be asked from any thread."""

    def __init__(self, project: Project, annotator: str) -> None:
        """Begin without touching the disk; `annotator` is whose file may be written."""
        self._project = project
        self._annotator = annotator
        self._door = Door()
        self._known: dict[str, _Logs] = {}
        self._memory: Memory | None = None
        self._parts: Sequence[Memory] = ()
        self._changed: set[str] = set()
        self._tails = Tails(project.root)

    def changed(self, article_id: str) -> None:
        """Note that something was saved in the annotator's own log of an article."""
        self._changed.add(article_id)

    def memory(self, article_id: str = "") -> Memory:
        """Return what is known from other articles; see `session.library.Library.memory`."""
        if not self._door.enter():
            return NOTHING
        try:
            present: Mapping[str, Chains] = {}
            with suppress(UsageError, OSError):
                present = chains_of(self._project)
            self._known = {name: self._up_to_date(name, present[name]) for name in sorted(present)}
            memories = [known.memory for known in self._known.values()]
            if self._memory is None or not _are_same(self._parts, memories):
                whole = memories[0] if len(memories) == 1 else joined(memories)
                self._memory, self._parts = settled(whole), memories
            return self._without(self._memory, article_id) if article_id else self._memory
        finally:
            self._door.leave()

    def remember(self) -> None:
        """Write the annotator's own file; see `session.library.Library.remember`."""
        if not self._changed or not self._door.enter_at_once():
            return  # Where the logs are just being read, another time will do.
        try:
            if self._memory is None:
                return
            changed = [self._changed.pop() for _ in range(len(self._changed))]
            with suppress(OSError):
                known = self._up_to_date(self._annotator, self._chains_with(changed))
                self._known[self._annotator] = known
                self._write(known)
        finally:
            self._door.leave()

    def _without(self, memory: Memory, article_id: str) -> Memory:
        """Return a memory without what the logs of one article tell."""
        root = self._project.root
        shares: list[Memory] = []
        for annotator, known in self._known.items():
            path = existing_log(root, annotator, article_id)
            chain = known.chains.get(name_of(root, path), ()) if path else ()
            if path and chain:
                shares.append(told(root, name_of(root, path), chain))
        share = joined(shares)
        return memory if share == NOTHING else without(memory, share)

    def _chains_with(self, article_ids: Iterable[str]) -> Chains:
        """Return the annotator's chains as they were, but those of some articles as they are."""
        root = self._project.root
        known = self._known.get(self._annotator)
        chains = dict(known.chains) if known else {}
        for article_id in article_ids:
            path = existing_log(root, self._annotator, article_id)
            if path is not None:
                stamps = (stamp_of(place) for place in chain_of(path))
                chains[name_of(root, path)] = tuple(stamp for stamp in stamps if stamp)
        return chains

    def _up_to_date(self, annotator: str, chains: Chains) -> _Logs:
        """Return what logs tell, reading no more of them than is needed."""
        known = self._known.get(annotator)
        if known is not None:
            if known.chains == chains:
                return known
            grown = self._grown(known, chains)
            if grown is not None:
                return grown
        return self._from_file(annotator, chains) or self._from_logs(chains)

    def _grown(self, known: _Logs, chains: Chains) -> _Logs | None:
        """Return what logs tell if they have only been added to since; None if that is not sure."""
        if known.chains.keys() - chains.keys():
            return None
        root, before = self._project.root, {name: known.chains.get(name, ()) for name in chains}
        changed = [name for name in chains if chains[name] != before[name]]
        if not all(
            _appended(before[name], chains[name]) and self._tails.fit(name, before[name])
            for name in changed
        ):
            return None
        old = joined(told(root, name, before[name]) for name in changed)
        new = self._from_logs({name: chains[name] for name in changed}).memory
        if old.aliases.items() - new.aliases.items():
            return None  # Another article may have confirmed them, too.
        return _Logs(exchanged(known.memory, old, new), chains)

    def _from_logs(self, chains: Chains) -> _Logs:
        for name, chain in chains.items():
            self._tails.of(name, chain)
        root = self._project.root
        return _Logs(joined(told(root, name, chain) for name, chain in chains.items()), chains)

    def _from_file(self, annotator: str, chains: Chains) -> _Logs | None:
        """Return what the file says, None if there is none that tells of these logs."""
        try:
            rows = _rows(self._project.root, names_path(self._project.root, annotator))
        except (OSError, UnicodeDecodeError):
            return None
        said = [row for _, row in rows]
        heads = [row for row in said if _is_head(row)]
        if len(heads) != 1 or not heads[0].startswith(_counted(chains)):
            return None  # Most often so, and known without a look at the logs.
        if heads != [self._head(chains, said)]:
            return None
        memory, faults = memory_of(row for _, row in rows)
        return None if faults else _Logs(memory, chains)

    def _write(self, known: _Logs) -> None:
        root = self._project.root
        path = names_path(root, self._annotator)
        if reason := obstacle(root, path):
            raise OSError(reason)
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(os.lstat(path).st_mode):
                raise OSError("something else has the name of the file")
        rows = [*filter(_is_wanted, lines(known.memory))]
        rows.insert(0, self._head(known.chains, rows))
        replace(path, "".join(f"{row}\n" for row in rows).encode())

    def _head(self, chains: Chains, rows: Iterable[str]) -> str:
        """Return the first line for logs and the lines that were worked out from them."""
        digest = blake2b(digest_size=8)
        for name, chain in sorted(chains.items()):
            said = name, *(stamp.size for stamp in chain), self._tails.of(name, chain)
            digest.update(f"{said!a}\n".encode())
        for row in rows:
            if not _is_head(row):
                digest.update(f"{row}\n".encode())
        return _HEAD.format(_counted(chains), digest.hexdigest())


def names_faults(project: Project) -> Iterator[Fault]:
    """Yield what is wrong with the files of names of a project.

    Raises:
        UsageError: annotations/ is a link, or a folder in it cannot be read.
    """
    for annotator in annotators(project):
        with suppress(UsageError):
            check_annotator(annotator)
            yield from _faults(project.root, names_path(project.root, annotator))


def _faults(root: str, path: str) -> Iterator[Fault]:
    name = shown_path(name_of(root, path))
    remedy = "; delete the file, it is made anew from the logs"
    try:
        rows = _rows(root, path)
    except FileNotFoundError:
        return
    except OSError as error:
        yield Fault(name, 0, 0, f"not read: {cause(error)}")
    except UnicodeDecodeError:
        yield Fault(name, 0, 0, f"not UTF-8{remedy}")
    else:
        for index, reason in memory_of(row for _, row in rows)[1]:
            yield Fault(name, rows[index - 1][0], 0, f"{reason}{remedy}")


def _appended(before: tuple[Stamp, ...], after: tuple[Stamp, ...]) -> bool:
    return len(before) <= len(after) and all(
        one == other or (one.inode == other.inode and one.size < other.size)
        for one, other in zip(before, after, strict=False)
    )


def _rows(root: str, path: str) -> list[tuple[int, str]]:
    """Return the numbered lines of a file of names, without empty ones.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    if reason := obstacle(root, path):
        raise OSError(reason)
    raw, _ = read_regular(path, NAMES_LIMIT, NO_LINKS)
    rows = raw.decode().replace("\r\n", "\n").split("\n")
    return [(number, row) for number, row in enumerate(rows, 1) if row]


def _are_same(some: Sequence[Memory], others: Sequence[Memory]) -> bool:
    """Say whether they are the same values in memory; to compare all names takes longer."""
    return [*map(id, some)] == [*map(id, others)]


def _counted(chains: Chains) -> str:
    """Return how the first line for logs begins."""
    sizes = [stamp.size for chain in chains.values() for stamp in chain]
    return _COUNTED.format(len(sizes), sum(sizes))


def _is_wanted(row: str) -> bool:
    """Say whether a line is no comment; a form of a name may be one that cannot be read again."""
    return row[0] != "#" and ("\t=\t" not in row or not memory_of([row])[1])


def _is_head(row: str) -> bool:
    return _HEAD_PATTERN.fullmatch(row) is not None
