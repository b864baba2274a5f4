"""What export and import do in a second, by format, and what memory they take.

    python benchmarks/bench_exchange.py           200 articles with 50 annotations each
    python benchmarks/bench_exchange.py --full    20,000 articles: a million annotations
    python benchmarks/bench_exchange.py --full jsonl spacy    only these formats

The reference is msgspec alone, which reads and writes the lines of the same file; where spaCy,
pandas and dkpro-cassis are installed, also what they take to read and write the same articles.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from subprocess import run
from time import perf_counter, process_time
from typing import NamedTuple

import msgspec
from made_up import ANNOTATOR, KB, Place, log_of, project, text_of
from report import Finding, mb, report

from annotator.exchange.formats import FORMATS, Format
from annotator.storage.log_path import log_path

FEW, FULL, EACH, FOLDER = 200, 20_000, 50, 100

_WATCH = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, check=True); \
r = resource.getrusage(resource.RUSAGE_CHILDREN); print(r.ru_utime + r.ru_stime, r.ru_maxrss)"
"""Runs a command from a small process: a child's peak is never below what its parent had."""


class Run(NamedTuple):
    """Seconds of CPU, seconds by the clock, and peak bytes of memory of one run."""

    cpu: float
    clock: float
    memory: int


def main() -> None:
    """Measure, and report."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    count = FULL if "--full" in sys.argv else FEW
    chosen = [f for f in FORMATS.values() if not words or f.name in words]
    findings: list[Finding] = []
    raw: dict[str, object] = {"articles": count, "annotations": count * EACH}
    with project() as place:
        _fill(place, count)
        for known in chosen:
            if not known.extra or find_spec(known.extra):
                findings += _measure(place, known, count * EACH, raw)
        for library, measure in (("spacy", _spacy), ("pandas", _pandas), ("cassis", _cassis)):
            if find_spec(library):
                findings.append(measure(place, count * EACH, raw))
    report("exchange", findings, raw)


def _fill(place: Place, count: int) -> None:
    body = text_of(3 * KB)
    for number in range(count):
        article_id = f"{number // FOLDER:04}/{number:05}.txt"
        article = place.root / article_id
        article.parent.mkdir(exist_ok=True)
        text = f"{number}\n\n{body}"  # No two are the same, so each is known by its text.
        article.write_text(text, "utf-8")
        path = Path(log_path(str(place.root), ANNOTATOR, article_id))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_with_own_ids(log_of(article_id, text, EACH), number))


def _with_own_ids(log: bytes, number: int) -> bytes:
    """Make the ids of a log unlike those of all others."""
    head, *events = log.splitlines(keepends=True)
    lines = [head]
    for index, line in enumerate(events):
        told = json.loads(line)
        told["id"] = f"01M{number:011}{index:012}"
        lines.append(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    return b"".join(lines)


def _measure(
    place: Place, known: Format, annotations: int, raw: dict[str, object]
) -> Iterator[Finding]:
    out = place.root.parent / f"out-{known.name}{known.suffix}"
    export = _run(place, "export", "--format", known.name, "-o", str(out))
    reference = _lines_alone(out) if known.suffix == ".jsonl" else 0.0
    raw[f"export {known.name}"] = export._asdict()
    yield _finding(f"export {known.name}", export, annotations, reference)
    if known.read:
        logs = place.root / "annotations"
        aside = place.root.parent / "aside"
        logs.rename(aside)
        logs.mkdir()
        (place.root / "schemas").mkdir(exist_ok=True)
        once = _run(place, "import", "--format", known.name, str(out))
        again = _run(place, "import", "--format", known.name, str(out))
        shutil.rmtree(logs)
        aside.rename(logs)
        raw[f"import {known.name}"] = once._asdict()
        raw[f"import {known.name} again"] = again._asdict()
        yield _finding(f"import {known.name}", once, annotations, reference)
        yield _finding(f"import {known.name}, all there", again, annotations, 0.0)
    if out.is_dir():
        shutil.rmtree(out)
    else:
        out.unlink()


def _run(place: Place, *words: str) -> Run:
    command = [sys.executable, "-S", "-c", _WATCH, *place.annotate(*words)]
    began = perf_counter()
    told = run(command, env=place.env, cwd=place.root, capture_output=True, check=True, text=True)
    clock = perf_counter() - began
    cpu, peak = told.stdout.split()
    return Run(float(cpu), clock, int(peak) * (1 if sys.platform == "darwin" else 1024))


def _lines_alone(path: Path) -> float:
    """Return the seconds of CPU to read and write the lines of a file, and no more."""
    began = process_time()
    with path.open("rb") as file, Path("/dev/null").open("wb") as out:
        out.writelines(msgspec.json.encode(msgspec.json.decode(line)) + b"\n" for line in file)
    return process_time() - began


def _spacy(place: Place, annotations: int, raw: dict[str, object]) -> Finding:
    """Return what spaCy takes to read its JSON and to write a file for training."""
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

    out = place.root.parent / "spacy.jsonl"
    _run(place, "export", "--format", "spacy", "-o", str(out))
    began, wall = process_time(), perf_counter()
    vocab = Vocab()
    with out.open("rb") as file:
        docs = DocBin(docs=(Doc(vocab).from_json(json.loads(line)) for line in file))
    docs.to_bytes()
    spent = Run(process_time() - began, perf_counter() - wall, 0)
    raw["spacy itself"] = spent._asdict()
    return _finding("spaCy itself: Doc.from_json, DocBin", spent, annotations, 0.0)


def _pandas(place: Place, annotations: int, raw: dict[str, object]) -> Finding:
    """Return what pandas takes to read a table and to write it."""
    import pandas as pd

    out = place.root.parent / "pandas.csv"
    _run(place, "export", "--format", "csv", "-o", str(out))
    began, wall = process_time(), perf_counter()
    pd.read_csv(out, dtype=str, keep_default_na=False).to_csv("/dev/null", index=False)
    spent = Run(process_time() - began, perf_counter() - wall, 0)
    raw["pandas itself"] = spent._asdict()
    return _finding("pandas itself: read_csv, to_csv", spent, annotations, 0.0)


def _cassis(place: Place, annotations: int, raw: dict[str, object]) -> Finding:
    """Return what dkpro-cassis takes to read and write the files of some articles."""
    from cassis import load_cas_from_json

    out = place.root.parent / "cassis"
    _run(place, "export", "--format", "cas", "-o", str(out), "0000", "0001")
    files = [path.read_text("utf-8") for path in sorted(out.rglob("*.json"))]
    began, wall = process_time(), perf_counter()
    for told in files:
        load_cas_from_json(told).to_json()
    spent = Run(process_time() - began, perf_counter() - wall, 0)
    raw["cassis itself"] = spent._asdict()
    done = min(annotations, len(files) * EACH)
    return _finding("dkpro-cassis itself: load_cas_from_json, to_json", spent, done, 0.0)


def _finding(what: str, spent: Run, annotations: int, reference: float) -> Finding:
    return Finding(
        what,
        f"{annotations / spent.cpu:,.0f}/s of CPU, {spent.clock:,.1f} s by the clock"
        + (f", peak {mb(spent.memory)}" if spent.memory else ""),
        f"msgspec alone {annotations / reference:,.0f}/s" if reference else "",
        f"{spent.cpu / reference:.1f}" if reference else "",
    )


if __name__ == "__main__":
    main()
