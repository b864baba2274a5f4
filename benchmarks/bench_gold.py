"""How far two coders agree who marked the gold's articles by the same rules, unseen by each other.

    python benchmarks/bench_gold.py

Given is F1 of exact spans by label, and the share of spans that touch one of the same label of the
other coder. No rule of suggestion can be asked to agree better with one than another coder does.
"""

from collections.abc import Iterator
from pathlib import Path

from gold_standard import SECOND, Gold, gold_files, load
from report import Finding, report


def main() -> None:
    """Compare, print, and keep the figures."""
    pairs = [(load(path), load(SECOND / path.name)) for path in gold_files()]
    findings = [*_findings(gold_files(), pairs)]
    report("agreement of two coders", findings, {})


def _findings(paths: list[Path], pairs: list[tuple[list[Gold], list[Gold]]]) -> Iterator[Finding]:
    for path, (one, other) in zip(paths, pairs, strict=True):
        yield _finding(path.stem, [(one, other)])
    for label in sorted({each.label for one, _ in pairs for each in one}):
        yield _finding(
            f"all, {label}",
            [
                ([a for a in one if a.label == label], [b for b in other if b.label == label])
                for one, other in pairs
            ],
        )
    yield _finding("all", pairs)


def _finding(what: str, pairs: list[tuple[list[Gold], list[Gold]]]) -> Finding:
    spans = sum(len(one) + len(other) for one, other in pairs)
    exact = sum(2 * len(set(one) & set(other)) for one, other in pairs)
    touching = sum(_touching(one, other) + _touching(other, one) for one, other in pairs)
    return Finding(
        what,
        f"F1 {exact / spans:.2f}",
        f"touching {touching / spans:.2f}",
        f"{spans} spans of both",
    )


def _touching(some: list[Gold], others: list[Gold]) -> int:
    return sum(
        any(each.label == other.label and each.span.overlaps(other.span) for other in others)
        for each in some
    )


if __name__ == "__main__":
    main()
