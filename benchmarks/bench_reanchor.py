"""Re-anchoring: how many annotations of the seeds are found again after edits, and how many wrong.

A place is right if it is where the characters went, give or take blanks and signs at its edges. A
span's words *still stand* if all of its characters are there, in order and together, with their
typography evened out. *Wrong* are automatic answers (stayed, moved) at another place.
"""

import re
from collections import Counter
from pathlib import Path
from random import Random
from time import process_time

from edits import EDITS, Edited, deleted, edited
from made_up import KB, MB, log_of, text_of
from report import Finding, at, ms, report

from annotator.marking.anchor import context
from annotator.marking.anchoring import Anchored, Fate, reanchored
from annotator.marking.annotation import Annotation
from annotator.marking.typography import even
from annotator.session.event import Event
from annotator.storage.event_line import decode_line
from annotator.text.read import read_article
from annotator.text.span import Span

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS = 12
SPANS = 24
"""Spans an article and round, of each length."""

WRONG, FOUND = 0.005, 0.95
LENGTHS = ((3, 12), (15, 40), (60, 150), (200, 500))
AUTOMATIC = (Fate.STAYED, Fate.MOVED)


def main() -> None:
    """Measure, and report."""
    counts = {name: Counter[str]() for name in (*EDITS, "quotes deleted")}
    texts = [(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.*"))]
    for number, (name, raw) in enumerate(texts):
        text = read_article(name, raw).text
        for turn in range(ROUNDS):
            chance = Random(number * 1000 + turn)
            annotations = _annotations(text, chance)
            for edit in EDITS:
                after = edited(text, EDITS[edit], Random(number * 1000 + turn))
                _count(counts[edit], annotations, after)
            gone = [annotation.span for annotation in chance.sample(annotations, 6)]
            _count(counts["quotes deleted"], annotations, edited(text, deleted(gone), chance))
    findings = [_finding(name, count) for name, count in counts.items()]
    findings.append(_finding("all", sum(counts.values(), Counter())))
    findings += _times()
    raw_counts = {name: dict(count) for name, count in counts.items()}
    report("reanchor", findings, raw_counts)


def _annotations(text: str, chance: Random) -> list[Annotation]:
    """Return annotations of words, phrases, clauses and more, at places by chance."""
    starts = [found.start() for found in re.finditer(r"[“‘«\"]?\b\w+", text)]
    ends = [found.end() for found in re.finditer(r"\w+\b[.]?[”’»\"]?", text)]
    made = []
    for least, most in LENGTHS:
        for number in range(SPANS):
            start = chance.choice(starts)
            end = min((e for e in ends if e >= start + chance.randint(least, most)), default=0)
            if not end:
                continue
            prefix, suffix = context(text, Span(start, end))
            made.append(
                Annotation(
                    id=f"{least}-{number}",
                    label="claim",
                    start=start,
                    end=end,
                    quote=text[start:end],
                    prefix=prefix,
                    suffix=suffix,
                )
            )
    return made


def _count(count: Counter[str], annotations: list[Annotation], after: Edited) -> None:
    for anchored in reanchored(after.text, annotations):
        annotation = anchored.annotation
        truth = after.truth(annotation.span)
        stands = (
            truth is not None and _even(after.text, truth) == even(annotation.quote).text.strip()
        )
        right = _is_right(after.text, anchored, truth)
        count["spans"] += 1
        count["standing"] += stands
        count["standing found"] += stands and right
        count["automatic"] += anchored.fate in AUTOMATIC
        count["wrong"] += anchored.fate in AUTOMATIC and not right
        count["look"] += anchored.fate is Fate.LOOK
        count["look right"] += anchored.fate is Fate.LOOK and right
        count["changed"] += truth is not None and not stands
        count["changed found"] += truth is not None and not stands and right
        count["gone"] += truth is None
        count["gone, orphan"] += truth is None and anchored.fate is Fate.ORPHAN


def _even(text: str, span: Span) -> str:
    return even(text[span.start : span.end]).text.strip()


def _is_right(text: str, anchored: Anchored, truth: Span | None) -> bool:
    """Say whether the place is the true one, give or take what is no word at its edges."""
    span = anchored.span
    if span is None or truth is None:
        return span is truth
    between = (
        text[min(span.start, truth.start) : max(span.start, truth.start)],
        text[min(span.end, truth.end) : max(span.end, truth.end)],
    )
    return span.overlaps(truth) and not any(char.isalnum() for gap in between for char in gap)


def _finding(name: str, count: Counter[str]) -> Finding:
    wrong = count["wrong"] / max(1, count["automatic"])
    found = count["standing found"] / max(1, count["standing"])
    changed, gone = count["changed"], count["gone"]
    more = [f"{count['changed found'] / changed:.0%} of {changed} changed"] if changed else []
    more += [f"{count['gone, orphan'] / gone:.0%} of {gone} gone"] if gone else []
    return Finding(
        f"{name}: {count['spans']} spans",
        f"{found:.1%} of {count['standing']} standing",
        ", ".join(more),
        f"{wrong:.2%} wrong of {count['automatic']}",
        f"{FOUND:.0%}, {WRONG:.1%}",
        found >= FOUND and wrong <= WRONG,
    )


def _times() -> list[Finding]:
    """Time one text after another, all annotations, with typos and new paragraphs in it."""
    findings = []
    for size, annotations in ((7 * KB, 200), (100 * KB, 1_000), (MB, 1_000)):
        text = text_of(size)
        events = map(decode_line, log_of("a.txt", text, annotations).splitlines())
        made = [event.record for event in events if isinstance(event, Event)]
        chance = Random(1)
        after = edited(text, EDITS["typos"], chance).text
        times = []
        begun = process_time()
        for _ in reanchored(after, [one for one in made if isinstance(one, Annotation)]):
            times.append(process_time() - begun)
            begun = process_time()
        name = f"{annotations} annotations in {size // KB:,} KB with typos"
        slowest = f"slowest {ms(max(times))}, p99 {ms(at(times, 0.99))}"
        findings.append(Finding(name, ms(sum(times)), slowest))
    return findings


if __name__ == "__main__":
    main()
