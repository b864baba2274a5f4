"""What a start costs: until the words can be read, until keys are answered; quitting; memory.

Everything takes turns with a bare Python and with an empty Textual application.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, Popen
from time import monotonic, sleep
from typing import NamedTuple

from made_up import FIRST_WORDS, KB, MB, Made, Place, project
from report import Finding, mb, middle, ms, report
from terminal import Terminal

ONE, LONG, MANY = Made("one/short.txt", 7 * KB), Made("one/long.txt", 10 * MB), "many"
ARTICLES_IN_MANY = 100_000
ROUNDS = 15
READABLE = FIRST_WORDS.encode()
EMPTY = "empty Textual app"


class Start(NamedTuple):
    """Seconds since the start, of CPU and by the clock; the memory when all was quiet; bytes."""

    readable_cpu: float
    readable: float
    live_cpu: float
    live: float
    quit: float
    memory: int


def main() -> None:
    """Measure, and report."""
    with project(ONE, LONG) as place:
        _fill(place.root / MANY)
        programs: dict[str, Callable[[], Start]] = {
            "1 article": lambda: _annotate(place, ONE.id),
            "100,000 articles": lambda: _annotate(place, MANY),
            "10 MB article": lambda: _annotate(place, LONG.id),
            EMPTY: lambda: _empty(place),
        }
        commands = {
            "python": [sys.executable, "-c", "pass"],
            "--version": place.annotate("--version"),
        }
        starts: dict[str, list[Start]] = {name: [] for name in programs}
        bare: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for turn in range(-1, ROUNDS):  # The first warms byte code and the disk's memory.
            for name, start in programs.items():
                starts[name] += [start()][: turn + 1]
            for name, command in commands.items():
                bare[name] += [_run(command, place)][: turn + 1]
    raw = {name: [s._asdict() for s in found] for name, found in starts.items()}
    report("start", list(_findings(starts, bare)), {**raw, **bare})


def _fill(folder: Path) -> None:
    """Make very many small articles."""
    folder.mkdir()
    for number in range(ARTICLES_IN_MANY):
        path = os.path.join(folder, f"{number:06}.txt")  # noqa: PTH118 - a hundred thousand times
        with open(path, "wb") as file:  # noqa: PTH123 - a str path
            file.write(READABLE + b" and little else.\n")


def _annotate(place: Place, path: str) -> Start:
    with Terminal(place.annotate(path), env=place.env, cwd=place.root) as terminal:
        return _started(terminal, READABLE, b" saved")


def _empty(place: Place) -> Start:
    command = [sys.executable, str(Path(__file__).with_name("empty_app.py"))]
    with Terminal(command, env=place.env) as terminal:
        return _started(terminal, b"ready 0", b"ready 0")


def _started(terminal: Terminal, words: bytes, alive: bytes) -> Start:
    got = terminal.until(words)
    readable, readable_cpu = monotonic() - terminal.started, terminal.cpu()
    if alive not in got:
        terminal.until(alive)
    live, live_cpu = monotonic() - terminal.started, terminal.cpu()
    terminal.read(quiet=0.15)
    memory = terminal.memory()
    return Start(readable_cpu, readable, live_cpu, live, _quit(terminal), memory)


def _quit(terminal: Terminal) -> float:
    began = monotonic()
    terminal.send("Q")
    with suppress(TimeoutError):
        terminal.wait(3)
    return monotonic() - began


def _run(command: Sequence[str], place: Place) -> tuple[float, float]:
    """Return the seconds of CPU and by the clock of a whole run."""
    began = monotonic()
    with Popen(command, env=place.env, cwd=place.root, stdout=DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    sleep(0.01)
    return used.ru_utime + used.ru_stime, monotonic() - began


def _findings(
    starts: dict[str, list[Start]], bare: dict[str, list[tuple[float, float]]]
) -> Iterator[Finding]:
    python_cpu, python_wall = (middle([run[at] for run in bare["python"]]) for at in (0, 1))
    version_cpu = middle([run[0] for run in bare["--version"]])
    for name in ("1 article", "100,000 articles", "10 MB article"):
        cpu = middle([start.readable_cpu for start in starts[name]])
        wall = middle([start.readable for start in starts[name]])
        held = None if name == "10 MB article" else cpu - python_cpu <= 0.060
        yield Finding(
            f"words readable, {name}",
            f"{ms(cpu)} CPU, {ms(wall)} wall",
            f"bare Python {ms(python_cpu)} CPU, {ms(python_wall)} wall",
            f"+{ms(cpu - python_cpu)}, +{ms(wall - python_wall)}",
            "" if held is None else "≤ +60 ms",
            held,
        )
    for name in ("1 article", "100,000 articles", "10 MB article"):
        yield _live(name, starts[name], starts[EMPTY], gate=name != "10 MB article")
    slowest = max(middle([s.quit for s in starts[n]]) for n in starts if n != EMPTY)
    reference = ms(middle([s.quit for s in starts[EMPTY]]))
    yield Finding("quit, slowest", ms(slowest), reference, "", "≤ 50 ms", slowest <= 0.05)
    more = version_cpu - python_cpu
    measured, reference = f"{ms(version_cpu)} CPU", f"{ms(python_cpu)} CPU"
    yield Finding("--version", measured, reference, f"+{ms(more)}", "≤ +50 ms", more <= 0.05)
    for name, most in (("1 article", 12), ("10 MB article", 60), ("100,000 articles", None)):
        yield _memory(name, starts[name], starts[EMPTY], most)


def _live(name: str, here: list[Start], empty: list[Start], *, gate: bool) -> Finding:
    """Compare round by round: two starts that follow each other meet the same noise."""
    ratio = middle([a.live / b.live for a, b in zip(here, empty, strict=True)])
    ratio_cpu = middle([a.live_cpu / b.live_cpu for a, b in zip(here, empty, strict=True)])
    said = [
        f"{ms(middle([s.live_cpu for s in some]))} CPU, {ms(middle([s.live for s in some]))} wall"
        for some in (here, empty)
    ]
    return Finding(
        f"live, {name}",
        said[0],
        said[1],
        f"{ratio_cpu:.2f} CPU, {ratio:.2f} wall",
        "≤ 1.3" if gate else "",
        ratio_cpu <= 1.3 if gate else None,
    )


def _memory(name: str, here: list[Start], empty: list[Start], most: int | None) -> Finding:
    reference = middle([start.memory for start in empty])
    more = middle([start.memory for start in here]) - reference
    budget, held = ("", None) if most is None else (f"≤ +{most} MB", more <= most * 1e6)
    what = f"memory, {name}"
    return Finding(what, mb(more + reference), mb(reference), f"+{mb(more)}", budget, held)


if __name__ == "__main__":
    main()
