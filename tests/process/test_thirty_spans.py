"""Thirty spans on every sample article, tagged by keys alone; killed, exported, held to the bytes.

The spans are planned as offsets and the keys count characters, so where they end up owes nothing
to what the program takes for a word. They nest and they cross; two labels stand on the same words;
they are the first character and the last, and stand next to double and no-break blanks.
"""

import re
from pathlib import Path
from random import Random

import pytest
from window import Project

from annotator.text.read import read_article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir())
LABELS = {"c": "claim", "s": "source", "a": "actor", "l": "location"}
ODD_BLANK = re.compile("  |[\xa0\u202f\u3000]")
Tag = tuple[str, int, int]
"""The key of a label, and the offsets that it is to have."""


class Plan:
    """Thirty tags of an article, and the keys that make them."""

    def __init__(self, name: str) -> None:
        self.raw = (SEEDS / name).read_bytes()
        self.article = read_article(name, self.raw)
        self.tags: dict[Tag, str] = {}
        chance = Random(name)
        self._ends_of_the_article()
        self._beside_odd_blanks()
        while len(self.tags) < 30:
            self._knot(chance)

    def add(self, key: str, span: Span) -> None:
        """Plan to select just `span`, by characters, and to tag it."""
        index = self.article.paragraph_at(span.start)
        below = len(self.article.paragraphs) - 1 - index
        starts = [part.start for part in units(self.article, Unit.GRAPHEME, index)]
        before = starts.index(span.start)
        after = len(starts) - 1 - before
        length = sum(span.start <= start < span.end for start in starts)
        keys = "H" + "}" * index if index < below else "E^" + "{" * below
        keys += "." * before if before < after else "$" + "," * after
        keys += ">" * length + key
        words = self.article.quote(span)
        start = span.start + len(words) - len(words.lstrip())
        if len(self.tags) < 30 and words.strip():
            self.tags.setdefault((key, start, start + len(words.strip())), keys)

    def _ends_of_the_article(self) -> None:
        for at, key, index in ((0, "a", 0), (-1, "l", -1)):
            edge = units(self.article, Unit.GRAPHEME, index % len(self.article.paragraphs))[at]
            self.add(key, edge)

    def _beside_odd_blanks(self) -> None:
        """Just after them, just before them, and with them: outer blanks are not tagged."""
        for found in list(ODD_BLANK.finditer(self.article.text))[:2]:
            index = self.article.paragraph_at(found.start())
            inside = self.article.paragraphs[index]
            if inside.start < found.start() and found.end() + 4 < inside.end:
                parts = units(self.article, Unit.GRAPHEME, index)
                after = next(part for part in parts if part.start >= found.end())
                before = [part for part in parts if part.end <= found.start()][-1]
                self.add("a", after)
                self.add("s", before)
                self.add("c", Span(before.start, after.start))

    def _knot(self, chance: Random) -> None:
        """One inside another, one across both, and a second label on the first."""
        index = chance.choice((0, 1, 2, 3, 4, -4, -3, -2, -1)) % len(self.article.paragraphs)
        parts = units(self.article, Unit.GRAPHEME, index)[:40]
        if len(parts) < 12:
            return
        a, b, c, d, e = sorted(chance.sample(range(len(parts)), 5))
        for key, first, last in (("c", a, d), ("s", b, c), ("l", b, c), ("a", c, e)):
            self.add(key, Span(parts[first].start, parts[last].end))


@pytest.mark.parametrize("name", NAMES)
def test_what_was_tagged_is_what_the_bytes_say(project: Project, name: str):
    plan = Plan(name)
    project.write(f"seeds/{name}", plan.raw)
    keys = [*plan.tags.values()]
    for done, total in ((0, 15), (15, 30)):
        window = project.opened(size=(120, 40))
        assert f"{done} annotations" in window.screen()[-2]
        window.type(*keys[done:total])
        window.shows(f" {total} saved", most=20)
        window.kill()
        window.wait()

    text = plan.raw.decode()
    records = project.exported()
    planned = {(LABELS[key], start, end) for key, start, end in plan.tags}
    assert {(r["label"], r["start"], r["end"]) for r in records} == planned
    assert len(planned) == len(records) == 30
    for record in records:
        start, end = record["start"], record["end"]
        assert record["quote"] == text[start:end]
        assert record["prefix"] == text[max(0, start - 32) : start]
        assert record["suffix"] == text[end : end + 32]


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_holds_every_awkward_kind(name: str):
    plan = Plan(name)
    spans = [Span(start, end) for _, start, end in plan.tags]
    text = plan.raw.decode()
    assert min(span.start for span in spans) == len(text) - len(text.lstrip())
    assert max(span.end for span in spans) == len(text.rstrip())
    assert len(set(spans)) < len(spans)
    assert any(one.crosses(other) for one in spans for other in spans)
    assert any(one.covers(other) and one != other for one in spans for other in spans)
    odd = [found.span() for found in re.finditer("  |\xa0", text)]
    if odd:
        assert any(start in {end for _, end in odd} for start, _ in spans)
        assert any(end in {start for start, _ in odd} for _, end in spans)
