"""What `annotate export` does in a second, and whether its memory grows with the project."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run
from time import process_time
from typing import NamedTuple

import msgspec
from made_up import ANNOTATOR, KB, Place, log_of, project, text_of
from report import Finding, mb, middle, report

from annotator.storage.log_path import log_path

FORMATS = ("jsonl", "documents")
"""The others: bench_exchange.py."""

FEW, MANY, EACH = 200, 2_000, 100
ROUNDS = 3
LEAST = 100_000
FLAT = 1.1
"""What ten times the articles may do to the memory."""

_WATCH = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, check=True); \
r = resource.getrusage(resource.RUSAGE_CHILDREN); print(r.ru_utime + r.ru_stime, r.ru_maxrss)"
"""Runs a command from a small process: a child's peak is never below what its parent had."""


class Run(NamedTuple):
    """Seconds of CPU and peak bytes of memory of one run."""

    cpu: float
    memory: int


def main() -> None:
    """Measure, and report."""
    runs: dict[str, list[Run]] = {}
    with project() as place:
        for folder, count in (("few", FEW), ("many", MANY)):
            _fill(place, folder, count)
        for turn in range(-1, ROUNDS):
            for name in FORMATS:
                for folder in ("few", "many"):
                    found = _export(place, name, folder)
                    runs.setdefault(f"{name} {folder}", []).extend([found][: turn + 1])
        logs = sorted((place.root / "annotations" / ANNOTATOR / "many").glob("*.jsonl"))
        bare = {
            "msgspec": _reference(logs, msgspec.json.decode, msgspec.json.encode),
            "json": _reference(logs, json.loads, lambda fields: json.dumps(fields).encode()),
        }
    raw = {name: [run._asdict() for run in found] for name, found in runs.items()}
    report("export", list(_findings(runs, bare)), {**raw, "reference": bare})


def _fill(place: Place, folder: str, count: int) -> None:
    text = text_of(3 * KB)
    log = log_of("@", text, EACH)
    for number in range(count):
        article_id = f"{folder}/{number:05}.txt"
        article = place.root / article_id
        article.parent.mkdir(exist_ok=True)
        article.write_text(text, "utf-8")
        path = Path(log_path(str(place.root), ANNOTATOR, article_id))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(log.replace(b'"@"', json.dumps(article_id).encode(), 1))


def _export(place: Place, name: str, folder: str) -> Run:
    command = [sys.executable, "-S", "-c", _WATCH]
    command += place.annotate("export", "--format", name, folder)
    told = run(command, env=place.env, cwd=place.root, capture_output=True, check=True, text=True)
    cpu, peak = told.stdout.split()
    return Run(float(cpu), int(peak) * (1 if sys.platform == "darwin" else 1024))


def _reference(
    logs: list[Path], decode: Callable[[bytes], object], encode: Callable[[object], bytes]
) -> float:
    """Return the seconds of CPU to read the logs line by line and write the lines, and no more."""
    began = process_time()
    with Path("/dev/null").open("wb") as out:
        for log in logs:
            lines = log.read_bytes().splitlines()
            out.writelines(encode(decode(line)) + b"\n" for line in lines)
    return process_time() - began


def _findings(runs: dict[str, list[Run]], bare: dict[str, float]) -> Iterator[Finding]:
    count = MANY * EACH
    reference = "; ".join(f"{name} alone {count / cpu:,.0f}/s" for name, cpu in bare.items())
    for name in FORMATS:
        few, many = runs[f"{name} few"], runs[f"{name} many"]
        speed = count / middle([run.cpu for run in many])
        more = (MANY - FEW) * EACH / (middle([r.cpu for r in many]) - middle([r.cpu for r in few]))
        yield Finding(
            f"{name}: {MANY:,} articles x {EACH}",
            f"{speed:,.0f} annotations/s of CPU ({more:,.0f}/s without the start)",
            reference,
            f"{count / bare['msgspec'] / speed:.1f} x slower",
            f"≥ {LEAST:,}/s",
            speed >= LEAST,
        )
        low, high = middle([r.memory for r in few]), middle([r.memory for r in many])
        yield Finding(
            f"{name}: peak memory, {MANY:,} to {FEW} articles",
            mb(high),
            mb(low),
            f"{high / low:.2f}",
            f"≤ {FLAT}",
            high <= FLAT * low,
        )


if __name__ == "__main__":
    main()
