"""What an act costs: hint jumps, text objects, mentions, suggestions, from the key to the rows.

A window of 120 x 40 without a terminal: the session and all rows of the screen, but not Textual,
which adds about 2 ms to each (`bench_keys.py` measures the whole). Each act is done many times at
different places of an article that is put together from the seed articles, with its suggestions.
"""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time

from made_up import KB
from report import Finding, at, middle, ms, report

from annotator.marking.combining import combined
from annotator.marking.labels import LabelSchema
from annotator.marking.proposing import proposed
from annotator.marking.suggestion_set import SuggestionSet
from annotator.session.commands import all_commands
from annotator.session.keymap import build_keymap
from annotator.session.moment import Moment
from annotator.session.session import Session, Step
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema
from annotator.text.article import Article
from annotator.text.read import read_article
from annotator.ui.frame import View
from annotator.ui.sitting import Sitting

SEEDS = Path(__file__).parents[1] / "seeds"
PARTS = ("sand-from-the-tuane", "harbour-strike", "opinion-kamenik-dam", "wire-port-adler-ferry")
SIZES = (10 * KB, 100 * KB)
TURNS = 60
KEY, MENTIONS = 0.008, 0.050
"""Seconds of CPU: between two keys, and to tag all mentions in 100 KB."""

ACTS = {
    "next suggestion": "tab",
    "accept, and the next": "A",
    "refuse, and the next": "X",
    "accept all of the paragraph": "!",
    "hint jump begins": "G",
    "next untagged name": "N",
    "next phrase": "\\",
    "clause": "'",
    "extend by clause": "&",
    "tag": "a",
    "undo": "U",
}
BEFORE = {"A": ("tab",), "X": ("tab",), "U": ("a",), "&": ("'",)}


def main() -> None:
    """Measure, and report."""
    raw: dict[str, object] = {}
    findings: list[Finding] = []
    for size in SIZES:
        article = read_article("long.txt", _text(size).encode())
        schema = find_schema(find_project(str(SEEDS)), None)[0]
        offers = combined(article, schema, proposed(article, schema))
        for name, key in ACTS.items():
            seconds = list(_timed(article, schema, offers, key))
            raw[f"{name}, {size // KB} KB"] = seconds
            findings.append(_finding(f"{name}, {size // KB} KB", seconds, KEY))
        seconds = list(_mentions(article, schema, offers))
        raw[f"all mentions, {size // KB} KB"] = seconds
        findings.append(_finding(f"all mentions, {size // KB} KB", seconds, MENTIONS))
    report("acts", findings, raw)


def _text(size: int) -> str:
    """Return the seed articles one after another, again and again, up to that size."""
    parts = "\n\n".join((SEEDS / f"{name}.txt").read_text("utf-8") for name in PARTS)
    return (f"{parts}\n\n" * (size // len(parts) + 1))[:size]


def _timed(
    article: Article, schema: LabelSchema, offers: SuggestionSet, key: str
) -> Iterator[float]:
    """Yield what the act takes at places all over the article; the first is left out."""
    window = _window(article, schema, offers)
    step = max(1, len(article.paragraphs) // TURNS)
    for turn in range(TURNS):
        paragraph = article.paragraphs[turn * step % len(article.paragraphs)]
        window.take(Step(window.session.at(paragraph.start)))
        for each in BEFORE.get(key, ()):
            _press(window, each, turn * 10)
        seconds = _cost(partial(_press, window, key, turn * 10 + 5))
        _press(window, "escape", turn * 10 + 7)
        if turn:
            yield seconds


def _mentions(article: Article, schema: LabelSchema, offers: SuggestionSet) -> Iterator[float]:
    """Yield what it takes to tag all mentions of one name after another; the first look is cold."""
    window = _window(article, schema, offers)
    for turn in range(20):
        _press(window, "N", turn * 10)
        _press(window, "a", turn * 10 + 1)
        yield _cost(partial(_press, window, "*", turn * 10 + 5))


def _window(article: Article, schema: LabelSchema, offers: SuggestionSet) -> Sitting:
    session = Session(article, schema, annotator="bench").at(0)
    window = Sitting(session, build_keymap(all_commands(schema)), View(120, 40))
    window.offer(offers)
    window.frame()
    return window


def _press(window: Sitting, key: str, turn: int) -> None:
    window.press(key, Moment(1_800_000_000_000 + turn, turn << 40))
    window.frame()


def _cost(act: Callable[[], None]) -> float:
    gc.collect(0)
    begun = process_time()
    act()
    return process_time() - begun


def _finding(what: str, seconds: list[float], budget: float) -> Finding:
    measured = f"{ms(middle(seconds))} (p90 {ms(at(seconds, 0.9))}, most {ms(max(seconds))})"
    return Finding(what, measured, "", "", f"≤ {ms(budget)}", middle(seconds) <= budget)


if __name__ == "__main__":
    main()
