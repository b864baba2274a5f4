"""What was found: a small table for people, and a line of JSON in runs/ for later comparison."""

import json
import platform
import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from typing import NamedTuple

import annotator

RUNS = Path(__file__).parent / "runs"
HEAD = ("what", "measured", "reference", "ratio", "budget", "")


class Finding(NamedTuple):
    """One row of the table. `held` None: there is no budget, the figure is for information."""

    what: str
    measured: str
    reference: str = ""
    ratio: str = ""
    budget: str = ""
    held: bool | None = None


def report(name: str, findings: Sequence[Finding], raw: Mapping[str, object]) -> None:
    """Print the table and keep the raw figures."""
    show(name, findings)
    _keep(name, findings, raw)


def show(name: str, findings: Sequence[Finding]) -> None:
    """Print the table."""
    rows = [HEAD, *(_cells(finding) for finding in findings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    print(f"\n{name}")
    for row in rows:
        print("  ".join(f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True)).rstrip())


def at(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return at(values, 0.5)


def mean(values: Sequence[float]) -> float:
    """Return the mean."""
    return sum(values) / len(values)


def ms(seconds: float) -> str:
    """Return seconds as milliseconds for people."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def mb(size: float) -> str:
    """Return bytes as megabytes for people."""
    return f"{size / 1e6:.1f} MB"


def _cells(finding: Finding) -> tuple[str, ...]:
    verdict = {None: "", True: "held", False: "MISSED"}[finding.held]
    return (*finding[:-1], verdict)


def _keep(name: str, findings: Sequence[Finding], raw: Mapping[str, object]) -> None:
    """Append to the file of this day and this kind of machine; no host names, no paths."""
    RUNS.mkdir(exist_ok=True)
    now = datetime.now(UTC)
    kind = re.sub(r"\W+", "-", f"{_processor()}-python-{platform.python_version()}").lower()
    entry = {
        "benchmark": name,
        "at": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "textual": version("textual"),
        "commit": _commit(),
        "findings": [finding._asdict() for finding in findings],
        "raw": _rounded(raw),
    }
    path = RUNS / f"{now:%Y-%m-%d}-{kind}.json"
    entries = json.loads(path.read_text("utf-8")) if path.exists() else []
    lines = [json.dumps(kept, ensure_ascii=False) for kept in [*entries, entry]]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def _rounded(raw: object) -> object:
    """Return the figures to the microsecond: more is noise."""
    if isinstance(raw, float):
        return round(raw, 6)
    if isinstance(raw, Mapping):
        return {key: _rounded(value) for key, value in raw.items()}
    return [_rounded(value) for value in raw] if isinstance(raw, list | tuple) else raw


def _commit() -> str:
    """Return what of the program's history was measured; `-dirty` where it was being changed."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(Path(annotator.__file__).parent), "describe", "--always", "--dirty"]
    return run(command, capture_output=True, text=True, check=False).stdout.strip()


def _processor() -> str:
    """Return the processor's name, as far as the system tells it."""
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"model name\s*:\s*(.*)", told)
    name = found[1] if found else platform.machine()
    return re.sub(r"\((R|TM)\)|CPU|@.*", "", name).strip()
