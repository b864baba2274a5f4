"""Keys per span: how many keys a practised person presses for each span of the gold.

    bench_keys_per_span.py                     the three articles in gold/
    bench_keys_per_span.py GOLD ARTICLE        one of your own, in the same form as gold/*.txt
    bench_keys_per_span.py --stage hints       one stage only
    bench_keys_per_span.py --development       the articles for working at the rules; kept nowhere

The keys go through the real keymap, session and window (120 x 40), and what is tagged in the end is
compared with the gold: not one span more or less, however they came about.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from gold_standard import DEVELOPMENT, GOLD, Gold, gold_files, load, read_gold
from gold_standard import article_of as seed_of
from keys_per_span.person import Person
from keys_per_span.plan import Plan
from report import Finding, report, show

from annotator.marking.annotation import Annotation
from annotator.marking.combining import combined
from annotator.marking.labels import LabelSchema
from annotator.marking.learning import learned
from annotator.marking.memory import NOTHING, Memory
from annotator.marking.proposing import proposed
from annotator.marking.remembering import remembered
from annotator.marking.suggestion_set import SuggestionSet
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema
from annotator.text.article import Article
from annotator.text.read import read_article

STAGES = ("cursor", "hints", "mentions", "suggestions", "memory")
BUDGETS = {"mentions": 2.0, "memory": 1.2}


class Task(NamedTuple):
    """One article at one stage; `others` are the gold annotations of the other articles."""

    gold: Path
    article: Path | None
    stage: str


class Outcome(NamedTuple):
    """What came of it: keys and spans by label, and what was offered and accepted."""

    keys: dict[str, int]
    spans: dict[str, int]
    offers: int
    accepted: int
    pressed: tuple[str, ...]


def main() -> None:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="GOLD ARTICLE")
    parser.add_argument("--stage", choices=STAGES, action="append")
    parser.add_argument("--development", action="store_true")
    chosen = parser.parse_args()
    folder = DEVELOPMENT if chosen.development else GOLD
    pairs = [tuple(chosen.files)] if chosen.files else [(path, None) for path in gold_files(folder)]
    stages = chosen.stage or STAGES
    tasks = [Task(gold, article, stage) for gold, article in pairs for stage in stages]
    with ProcessPoolExecutor(2) as pool:
        outcomes = dict(zip(tasks, pool.map(planned, tasks), strict=True))
    findings = [_finding(task, outcome) for task, outcome in outcomes.items()]
    for stage in stages:
        alike = [outcome for task, outcome in outcomes.items() if task.stage == stage]
        findings.append(_finding(Task(Path("all.txt"), None, stage), _added(alike)))
    raw = {
        f"{task.gold.stem} {task.stage}": {
            **outcome._asdict(),
            "pressed": " ".join(outcome.pressed),
        }
        for task, outcome in outcomes.items()
    }
    if chosen.development:
        judged = [row for gold, article in pairs for row in _judged(gold, article)]
        show("development", [*findings, *judged])
        return
    report("keys per span", findings, raw)
    report("suggestions", [row for gold, article in pairs for row in _judged(gold, article)], {})


def planned(task: Task) -> Outcome:
    """Let a person do the article, and count."""
    article, gold = _read(task.gold, task.article)
    schema = news()
    person = Person(article, schema, suggestions_at(task, article, schema))
    plan = Plan(
        person,
        gold,
        by_hints=task.stage != "cursor",
        with_mentions=task.stage not in ("cursor", "hints"),
    )
    plan.carry_out()
    spans = Counter(each.label for each in gold)
    return Outcome(dict(person.spent), dict(spans), plan.offers, plan.accepted, tuple(person.keys))


def suggestions_at(task: Task, article: Article, schema: LabelSchema) -> SuggestionSet | None:
    """Return what is suggested at that stage, None for nothing."""
    if task.stage not in ("suggestions", "memory"):
        return None
    memory = NOTHING
    if task.stage == "memory" and task.article is None:
        memory = _memory_of([path for path in gold_files(task.gold.parent) if path != task.gold])
    labels = [label.name for label in schema.labels]
    found = (*proposed(article, schema), *remembered(article, memory, labels))
    return combined(article, schema, found)


def news() -> LabelSchema:
    """Return the project's own schema."""
    return find_schema(find_project("seeds"), None)[0]


def _memory_of(paths: Sequence[Path]) -> Memory:
    records = []
    for path in paths:
        article = seed_of(path)
        records.append(
            [
                Annotation(
                    id=str(number),
                    label=each.label,
                    start=each.span.start,
                    end=each.span.end,
                    quote=article.quote(each.span),
                )
                for number, each in enumerate(load(path))
            ]
        )
    return learned(records)


def _read(gold: Path, article: Path | None) -> tuple[Article, list[Gold]]:
    if article is None:
        return seed_of(gold), load(gold)
    read = read_article(article.name, article.read_bytes())
    return read, read_gold(gold.read_text("utf-8"), str(gold), read.text)


def _added(outcomes: Sequence[Outcome]) -> Outcome:
    keys: Counter[str] = Counter()
    spans: Counter[str] = Counter()
    for outcome in outcomes:
        keys.update(outcome.keys)
        spans.update(outcome.spans)
    offers = sum(outcome.offers for outcome in outcomes)
    return Outcome(dict(keys), dict(spans), offers, sum(o.accepted for o in outcomes), ())


def _finding(task: Task, outcome: Outcome) -> Finding:
    spans = sum(outcome.spans.values())
    per_span = sum(outcome.keys.values()) / spans
    by_label = "  ".join(
        f"{label} {outcome.keys.get(label, 0) / number:.2f}"
        for label, number in outcome.spans.items()
    )
    budget = BUDGETS.get(task.stage)
    return Finding(
        f"{task.gold.stem}, {task.stage}",
        f"{per_span:.2f} keys a span",
        by_label,
        f"{spans} spans{_share(outcome, spans)}",
        f"{budget}" if budget else "",
        per_span <= budget if budget else None,
    )


def _share(outcome: Outcome, spans: int) -> str:
    """Say how much was offered, and which share of it was accepted."""
    if not outcome.offers:
        return ""
    offered = outcome.offers / spans
    return f", {offered:.2f} offers each, {outcome.accepted / outcome.offers:.0%} accepted"


def _judged(gold: Path, article_path: Path | None) -> list[Finding]:
    """Return precision and recall of the rules by label, exact spans alone counting."""
    article, golds = _read(gold, article_path)
    wanted = set(golds)
    made = {Gold(each.label, each.span) for each in proposed(article, news())}
    rows = []
    for label in dict.fromkeys(each.label for each in golds):
        right = [each for each in made if each.label == label and each in wanted]
        offered = [each for each in made if each.label == label]
        there = [each for each in golds if each.label == label]
        rows.append(
            Finding(
                f"{gold.stem}, {label}",
                f"precision {len(right) / max(1, len(offered)):.2f}",
                f"recall {len(right) / len(there):.2f}",
                f"{len(offered) / len(there):.2f} offers a span",
            )
        )
    return rows


if __name__ == "__main__":
    main()
