"""What it costs to look for the mentions of a name, for furniture, and for names known already."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from subprocess import run
from time import process_time

from made_up import KB, text_of
from report import Finding, middle, ms, report

from annotator.marking.furniture import furniture
from annotator.marking.memory import Memory
from annotator.marking.memory_lines import HEAD, memory_of
from annotator.marking.mentions import mentions
from annotator.marking.remembering import remembered
from annotator.text.article import Article
from annotator.text.read import read_article
from annotator.text.span import Span

SIZES = (7 * KB, 100 * KB)
ALL, WARM, OPEN = 0.050, 0.010, 0.010
"""Seconds: tag all in 100 KB, the same again, and 10 KB with what is known."""
TELL_AMRA = Span(14, 23)
MANY, FAR_MORE = 2_500, 5_000
LINEAR = 2.6
"""What twice the mentions may cost."""
NAMES = 50_000
LABELS = ("actor", "location")
ROUNDS = 7

_FIRST = "import sys, time; sys.path[:0] = sys.argv[1:]; import bench_mentions as b; \
a = b.article_of(b.SIZES[-1]); s = b.common_name(a); t = time.process_time(); \
b.mentions(a, s); print(time.process_time() - t)"

_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{4,}(?![a-z])")


def main() -> None:
    """Measure, and report."""
    raw = dict(_mentions())
    raw |= dict(_remembered())
    report("mentions", list(_findings(raw)), raw)


def article_of(size: int) -> Article:
    """Return a made-up article with names in it, its language known."""
    article = read_article("made-up.txt", text_of(size).encode())
    article.language  # noqa: B018 - is guessed when it is first asked for
    return article


def common_name(article: Article) -> Span:
    """Return where the name that stands most often in the article stands first."""
    names = _NAME.findall(article.text)
    usual = max(sorted(set(names)), key=names.count)
    start = article.text.index(f" {usual}") + 1
    return Span(start, start + len(usual))


def _mentions() -> Iterator[tuple[str, list[float]]]:
    for size in SIZES:
        yield f"cold {size}", [_timed(_ask(article_of(size))) for _ in range(ROUNDS)]
        article = article_of(size)
        _ask(article)()
        yield f"warm {size}", [_timed(_ask(article)) for _ in range(ROUNDS)]
        yield f"furniture {size}", [_timed(_furniture(article_of(size))) for _ in range(ROUNDS)]
    command = [sys.executable, "-c", _FIRST, sys.path[0]]
    told = [run(command, capture_output=True, check=True).stdout for _ in range(ROUNDS)]
    yield "first", [float(seconds) for seconds in told]
    for count in (MANY, FAR_MORE):
        text = "The guards of Tell Amra said on that day that nothing was known.\n\n" * count
        article = read_article("many.txt", text.encode())
        found = mentions(article, TELL_AMRA)
        if len(found.same) + len(found.furniture) != count - 1:
            raise SystemExit("not every mention was found")
        yield (
            f"many {count}",
            [_timed(partial(mentions, article, TELL_AMRA)) for _ in range(ROUNDS)],
        )


def _ask(article: Article) -> Callable[[], object]:
    span = common_name(article)
    return lambda: mentions(article, span)


def _furniture(article: Article) -> Callable[[], object]:
    return lambda: furniture(article)


def _remembered() -> Iterator[tuple[str, list[float]]]:
    size = 10 * KB
    chance = Random(1)
    letters = "abcdefghijklmnoprstuvz"
    made = {
        " ".join("".join(chance.choices(letters, k=7)).title() for _ in range(chance.randint(1, 3)))
        for _ in range(NAMES)
    }
    own = _NAME.findall(article_of(size).text)
    names = [HEAD, *(f"{name}\tactor\t2\t0" for name in sorted(made | set(own)))]

    def index() -> object:
        return Memory(memory.names, memory.aliases).index

    memory, _ = memory_of(names)
    yield "read memory", [_timed(lambda: memory_of(names)) for _ in range(3)]
    yield "index", [_timed(index) for _ in range(3)]
    if len(memory.index.forms) < NAMES:
        raise SystemExit("names were lost")
    cold = []
    for _ in range(ROUNDS):
        article = article_of(size)
        cold.append(_timed(partial(remembered, article, memory, LABELS)))
    yield "remembered cold", cold
    again = partial(remembered, article_of(size), memory, LABELS)
    again()
    yield "remembered warm", [_timed(again) for _ in range(ROUNDS)]
    if not again():
        raise SystemExit("no known name was found")


def _timed(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def _findings(raw: dict[str, list[float]]) -> Iterator[Finding]:
    taken = {name: middle(times) for name, times in raw.items()}
    for size in SIZES:
        for state, budget in (("cold", ALL), ("warm", WARM)):
            found = taken[f"{state} {size}"]
            what = f"tag all, {size // KB} KB, {state}"
            yield Finding(what, ms(found), "", "", f"≤ {ms(budget)}", found <= budget)
        yield Finding(f"furniture, {size // KB} KB, cold", ms(taken[f"furniture {size}"]))
    yield Finding("tag all, 100 KB, first in a new process", ms(taken["first"]))
    many, more = taken[f"many {MANY}"], taken[f"many {FAR_MORE}"]
    yield Finding(
        f"a name with {FAR_MORE:,} mentions, warm",
        ms(more),
        f"{MANY:,}: {ms(many)}",
        f"{more / many:.1f}",
        f"≤ {LINEAR}",
        more <= LINEAR * many,
    )
    yield Finding(f"memory of {NAMES:,} names, read from lines", ms(taken["read memory"]))
    yield Finding("its index", ms(taken["index"]))
    for state in ("cold", "warm"):
        found = taken[f"remembered {state}"]
        yield Finding(
            f"known names, 10 KB, {state}", ms(found), "", "", f"≤ {ms(OPEN)}", found <= OPEN
        )


if __name__ == "__main__":
    main()
