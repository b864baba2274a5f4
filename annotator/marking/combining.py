"""Combine what rules, memory, files and commands suggest into one set."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from annotator.marking.folding import folded
from annotator.marking.labels import NAMED_UNITS, LabelSchema
from annotator.marking.memory import Memory
from annotator.marking.proposing import labels_by_role
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import SuggestionSet, suggestion_set
from annotator.marking.twins import core
from annotator.text.article import Article
from annotator.text.span import Span

LONGEST_NAME = 100
"""Code points of what memory may know as a name, about."""

RULES = "rules"
"""The source that gives way where another knows better."""


def combined(
    article: Article, schema: LabelSchema, suggestions: Iterable[Suggestion]
) -> SuggestionSet:
    """Return the set of all suggestions with labels of the schema.

    The rules tell an actor from a place by guessing: where memory, a file or a command suggests a
    label for the same name, what the rules guess for it is left out. Of one name with and without
    its article or genitive, one is offered: where the rules find it, with the edges that they give.
    """
    made = [each for each in suggestions if schema.label(each.label)]
    known: dict[Span, set[str]] = {}
    for each in made:
        if each.source != RULES:
            known.setdefault(each.span, set()).add(each.label)
    roles = labels_by_role(schema)
    guessed = {label for role, label in roles.items() if role in ("actor", "location")}
    rest = [each for each in made if not _outdone(each, known, guessed)]
    named = {label.name for label in schema.labels if label.unit in NAMED_UNITS}
    return suggestion_set(_without_twins(article.text, rest, named))


def unrefused(
    article: Article, memory: Memory, suggestions: Iterable[Suggestion]
) -> list[Suggestion]:
    """Return the suggestions without names that were refused more often than tagged elsewhere."""
    refused = {
        (name, known.label)
        for name, all_known in memory.names.items()
        for known in all_known
        if known.refused > known.tagged
    }
    if not refused:
        return list(suggestions)
    return [
        each
        for each in suggestions
        if each.end - each.start > LONGEST_NAME
        or (folded(article.quote(each.span)), each.label) not in refused
    ]


def _without_twins(
    text: str, suggestions: Iterable[Suggestion], named: Collection[str]
) -> Iterator[Suggestion]:
    """Yield the suggestions; of those that are twins, with one label of names, the best span."""
    alike: dict[tuple[str, Span], list[Suggestion]] = {}
    for each in suggestions:
        if each.label in named:
            alike.setdefault((each.label, core(text, each.span)), []).append(each)
        else:
            yield each
    for (_, inner), group in alike.items():
        best = max(group, key=lambda each: _preference(each, inner)) if group[1:] else group[0]
        yield from (each for each in group if each.span == best.span)


def _preference(suggestion: Suggestion, inner: Span) -> tuple[bool, bool, int]:
    """Prefer what the rules made, then what has no genitive, then what has the article."""
    start, end = suggestion.span
    return suggestion.source == RULES, end == inner.end, -start


def _outdone(
    suggestion: Suggestion, known: Mapping[Span, set[str]], guessed: Collection[str]
) -> bool:
    """Say whether the rules only guess a label for a name for which another knows a better one."""
    better = known.get(suggestion.span, set()) & set(guessed)
    return (
        suggestion.source == RULES
        and suggestion.label in guessed
        and bool(better)
        and suggestion.label not in better
    )
