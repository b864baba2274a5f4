"""What a key costs, from the key to the last byte of the repaint and to the disk.

The real program runs in a terminal of our own; all articles take turns, so that noise hits all
alike. CPU is of the whole process, all threads. Wall time is for information.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path
from time import perf_counter, sleep

from made_up import KB, MB, Made, Place, event_at, project
from report import Finding, at, mean, middle, ms, report
from terminal import Stroke, Terminal

from annotator.session.moment import Moment
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import find_project

ARTICLES = (
    Made("short.txt", 7 * KB),
    Made("short-dense.txt", 7 * KB, 10_000),
    Made("middle.txt", 100 * KB, 1_000),
    Made("long.txt", MB, 10_000),
    Made("longest.txt", 10 * MB),
    Made("longest-dense.txt", 10 * MB, 10_000),
)
EMPTY = "empty Textual app"
RIGHT, LEFT, DOWN, UP = "\x1b[C", "\x1b[D", "\x1b[B", "\x1b[A"
NEXT, PREVIOUS, START = "}", "{", "H"
TURN = 10
"""Keys an article takes before the next one has its turn."""

KEYS = {"right": 200, "down": 200, "next paragraph": 200, "label": 100}
CURSOR_BUDGET, LABEL_BUDGET = 0.004, 0.006
SAVED = re.compile(rb"(\d+) saved")


@dataclass
class Costs:
    """What the keys of one kind cost in one article."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    with_save: list[float] = field(default_factory=list)
    """CPU of a label key with the save and with the repaint of the count of saved changes."""

    saved: list[float] = field(default_factory=list)
    """Seconds from a label key until the count of saved changes has grown."""

    fsync: list[float] = field(default_factory=list)

    def add(self, stroke: Stroke, cpu: float) -> None:
        """Note what a key cost."""
        self.cpu.append(cpu)
        self.wall.append(stroke.seconds)
        self.size.append(len(stroke.data))


Table = dict[str, dict[str, Costs]]
"""By kind of key, then by article."""


def main() -> None:
    """Measure, and report."""
    with project(*ARTICLES) as place, ExitStack() as stack:
        saves = _saves(place)
        terminals = {}
        for article in ARTICLES:
            command = place.annotate(article.id)
            terminals[article.id] = terminal = Terminal(command, env=place.env, cwd=place.root)
            stack.enter_context(terminal)
            terminal.until(b" saved")
        command = [sys.executable, str(Path(__file__).with_name("empty_app.py"))]
        terminals[EMPTY] = stack.enter_context(Terminal(command, env=place.env))
        terminals[EMPTY].until(b"ready 0")
        for terminal in terminals.values():
            _warm(terminal)
        table = {kind: _turns(kind, count, terminals, place) for kind, count in KEYS.items()}
    findings = [*_cursor_findings(table), *_label_findings(table), *_disk_findings(table, saves)]
    raw = {kind: {name: vars(costs) for name, costs in row.items()} for kind, row in table.items()}
    report("keys", findings, {**raw, "save": saves})


def _warm(terminal: Terminal) -> None:
    """Press each kind of key once, unmeasured: what is imported late is imported now."""
    for key in (RIGHT, LEFT, DOWN, UP, NEXT, PREVIOUS, "a", "U"):
        terminal.stroke(key, quiet=0.05)
    sleep(0.2)
    terminal.read()


def _turns(kind: str, count: int, terminals: dict[str, Terminal], place: Place) -> dict[str, Costs]:
    """Let the articles take turns until each has had so many keys."""
    costs = {name: Costs() for name in terminals}
    keys = {name: _keys(kind) for name in terminals}
    names = list(terminals)
    for article in ARTICLES:
        if article.size < 10 * KB:  # Where the way to an edge is short, begin at the other.
            terminals[article.id].stroke(START, quiet=0.1)
    for turn in range(count // TURN):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            for _ in range(TURN):
                if kind == "label" and name != EMPTY:
                    _label(terminals[name], costs[name], place)
                else:
                    _press(terminals[name], next(keys[name]), costs[name])
            if kind == "label" and name != EMPTY:
                _settle(terminals[name], costs[name])
    return costs


def _keys(kind: str) -> Iterator[str]:
    """Return what to press: to and fro over 50 rows or 12 paragraphs, so that no edge is met."""
    there, back, most = {
        "right": (RIGHT, LEFT, 200),
        "down": (DOWN, UP, 50),
        "next paragraph": (NEXT, PREVIOUS, 12),
        "label": (RIGHT, LEFT, 100),
    }[kind]
    while True:
        yield from chain(repeat(there, most), repeat(back, most))


def _press(terminal: Terminal, key: str, costs: Costs) -> None:
    before = terminal.cpu()
    stroke = terminal.stroke(key)
    costs.add(stroke, terminal.cpu() - before)


def _label(terminal: Terminal, costs: Costs, place: Place) -> None:
    """Tag the next word; wait until it is on disk."""
    terminal.stroke(RIGHT)
    known = _saved(terminal.output)
    before = terminal.cpu()
    stroke = terminal.stroke("a", quiet=0.06)
    costs.with_save.append(terminal.cpu() - before)
    repaint = _first_frame(stroke)
    if not repaint.chunks:  # A full collection amid 10,000 annotations takes as long.
        costs.add(repaint, terminal.cpu() - before)
        return
    costs.add(repaint, repaint.chunks[-1].cpu - before)
    told = b""
    for after, _, data in stroke.chunks:
        told += data
        if _saved(told) > known:
            costs.saved.append(after)
            break
    costs.fsync.append(_fsync(place.root / "plain"))


def _first_frame(stroke: Stroke) -> Stroke:
    """Return what came before the count of saved changes: up to the end of the first repaint."""
    seen = b""
    for number, chunk in enumerate(stroke.chunks, 1):
        seen += chunk.data
        if b"\x1b[?2026l" in seen:
            return Stroke(stroke.chunks[:number])
    return stroke


def _settle(terminal: Terminal, costs: Costs) -> None:
    """Add what the program does later because of label keys to the keys of this turn."""
    before = terminal.cpu()
    terminal.read(quiet=0.2, most=1.0)
    later = (terminal.cpu() - before) / TURN
    costs.with_save[-TURN:] = [cpu + later for cpu in costs.with_save[-TURN:]]


def _saved(output: bytes | bytearray) -> int:
    found = SAVED.findall(output[-20_000:])
    return int(found[-1]) if found else -1


def _fsync(path: Path) -> float:
    """Return the seconds that a bare append to a file takes until it is on disk."""
    line = b"x" * 300 + b"\n"
    began = perf_counter()
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(descriptor, line)
    os.fsync(descriptor)
    os.close(descriptor)
    return perf_counter() - began


def _saves(place: Place) -> dict[str, list[float]]:
    """Time `Library.save` of one event, in turn with a bare append and `fsync`."""
    found = find_project(place.root / "long.txt")
    library = FolderLibrary(found, "ann", "news")
    text = library.open("long.txt").article.text
    times: dict[str, list[float]] = {"save": [], "fsync": []}
    for number in range(60):
        event = event_at(text, (10 * number, 10 * number + 5), Moment(number, number), "ann")
        began = perf_counter()
        library.save("long.txt", [event])
        times["save"].append(perf_counter() - began)
        times["fsync"].append(_fsync(place.root / "plain"))
    library.close("long.txt")
    return times


def _cursor_findings(table: Table) -> Iterator[Finding]:
    for kind in ("right", "down", "next paragraph"):
        costs = table[kind]
        for name in costs:
            yield _cpu_finding(kind, name, costs, CURSOR_BUDGET)
        yield from _flat_findings(kind, costs)
        spreads = {n: at(costs[n].cpu, 0.99) / middle(costs[n].cpu) for n in costs if n != EMPTY}
        yield _worst(f"{kind}: p99 / p50 CPU", spreads, 3, ".1f")
        sizes = {n: middle(costs[n].size) for n in costs if n != EMPTY}
        yield _worst(f"{kind}: bytes p50", sizes, 1500, ",.0f")


def _worst(what: str, values: dict[str, float], budget: int, form: str) -> Finding:
    """Name the articles that miss a budget, else give the worst figure."""
    missed = [f"{_title(name)}: {value:{form}}" for name, value in values.items() if value > budget]
    measured = "; ".join(missed) or f"at most {max(values.values()):{form}}"
    return Finding(what, measured, "", "", f"≤ {budget:,}", not missed)


def _label_findings(table: Table) -> Iterator[Finding]:
    costs = table["label"]
    for name in costs:
        yield _cpu_finding("label", name, costs, LABEL_BUDGET)
    yield from _flat_findings("label", costs)


def _disk_findings(table: Table, saves: dict[str, list[float]]) -> Iterator[Finding]:
    save, bare = middle(saves["save"]), middle(saves["fsync"])
    budget = "≤ fsync + 1 ms"
    yield Finding("save of one event, 1 MB", ms(save), ms(bare), "", budget, save <= bare + 0.001)
    for name, costs in table["label"].items():
        if costs.saved:
            saved, bare, shown = middle(costs.saved), middle(costs.fsync), middle(costs.wall)
            what = f"label → saved on screen, {_title(name)}"
            measured = f"{ms(saved)} wall (first repaint {ms(shown)})"
            held = saved - shown <= bare + 0.001
            yield Finding(what, measured, f"fsync {ms(bare)}", "", "repaint + fsync + 1 ms", held)


def _cpu_finding(kind: str, name: str, costs: dict[str, Costs], budget: float) -> Finding:
    """Say what a key costs in an article, beside the empty application's key in the same run."""
    here, reference = costs[name], mean(costs[EMPTY].cpu)
    cpu = mean(here.cpu)
    measured = (
        f"{ms(cpu)} CPU (p50 {ms(middle(here.cpu))}, p99 {ms(at(here.cpu, 0.99))}); "
        f"{middle(here.size):,.0f} B, most {max(here.size):,}; "
        f"wall p50 {ms(middle(here.wall))}, p99 {ms(at(here.wall, 0.99))}"
    )
    if unanswered := here.size.count(0):
        measured += f"; {unanswered} keys unanswered"
    if here.with_save:
        measured += f"; with the save {ms(mean(here.with_save))} CPU"
    what = f"{kind}, {_title(name)}"
    if name == EMPTY:
        return Finding(what, measured)
    ratio, held = f"{cpu / reference:.2f}", cpu <= budget
    return Finding(what, measured, ms(reference), ratio, f"≤ {ms(budget)}", held)


def _flat_findings(kind: str, costs: dict[str, Costs]) -> Iterator[Finding]:
    first = mean(costs[ARTICLES[0].id].cpu)
    for article in ARTICLES[-2:]:
        ratio = mean(costs[article.id].cpu) / first
        what = f"{kind}: {_title(article.id)} to 7 KB, 0"
        yield Finding(what, "", "", f"{ratio:.2f}", "≤ 1.3", ratio <= 1.3)


def _title(name: str) -> str:
    for article in ARTICLES:
        if article.id == name:
            size = article.size // KB
            shown = f"{size} KB" if size < 1000 else f"{size // 1000} MB"
            return f"{shown}, {article.annotations:,}"
    return name


if __name__ == "__main__":
    main()
