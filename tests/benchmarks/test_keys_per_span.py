"""The planner reaches just the gold by real keys, and each stage takes fewer of them."""

import pytest
from drawing import SCHEMA, article_of
from gold_standard import Gold
from keys_per_span.person import Person
from keys_per_span.plan import Plan, PlanError

from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import suggestion_set
from annotator.text.span import Span

TEXT = """\
Port Kessel lost its only bridge on Monday, the harbour board said.

“We saw it fall,” said Ada Brand, who runs the board. “Nobody was hurt.” Port Kessel has no other.

The board of Port Kessel met twice, and Ada Brand left before it was over.
"""
GOLD = [
    ("claim", "Port Kessel lost its only bridge on Monday"),
    ("location", "Port Kessel"),
    ("actor", "the harbour board"),
    ("claim", "“We saw it fall,”"),
    ("source", "Ada Brand"),
    ("location", "Port Kessel", 2),
    ("location", "Port Kessel", 3),
    ("source", "Ada Brand", 2),
]


def gold():
    """Return the gold, in reading order."""
    return [Gold(label, span_of(*where)) for label, *where in GOLD]


def span_of(words, number=1):
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def carried_out(*, by_hints, with_mentions, suggestions=None):
    person = Person(article_of(TEXT), SCHEMA, suggestions)
    Plan(person, gold(), by_hints=by_hints, with_mentions=with_mentions).carry_out()
    assert person.made() == set(gold())
    return len(person.keys)


def test_each_stage_takes_fewer_keys():
    offers = [
        Suggestion(start=each.span.start, end=each.span.end, label=each.label, source="rules")
        for each in gold()
    ]
    wrong = Suggestion(start=0, end=4, label="actor", source="rules")
    cursor = carried_out(by_hints=False, with_mentions=False)
    hints = carried_out(by_hints=True, with_mentions=False)
    mentions = carried_out(by_hints=True, with_mentions=True)
    suggested = carried_out(
        by_hints=True, with_mentions=True, suggestions=suggestion_set([*offers, wrong])
    )
    assert cursor > hints > mentions > suggested
    assert suggested < len(GOLD) + 4


def test_what_cannot_be_reached_is_told():
    person = Person(article_of(TEXT), SCHEMA)
    beyond = Gold("actor", Span(len(TEXT) - 2, len(TEXT) + 3))
    with pytest.raises(PlanError, match="no way to"):
        Plan(person, [beyond], by_hints=True, with_mentions=False).carry_out()
