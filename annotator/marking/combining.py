"""Combine what rules, memory, files and commands suggest into one set."""

from collections.abc import Iterable

from annotator.marking.labels import LabelSchema
from annotator.marking.proposing import labels_by_role
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import SuggestionSet, suggestion_set
from annotator.text.span import Span

RULES = "rules"
"""The source that gives way where another knows better."""


def combined(schema: LabelSchema, suggestions: Iterable[Suggestion]) -> SuggestionSet:
    """Return the set of all suggestions with labels of the schema.

    The rules tell an actor from a place by guessing: where memory, a file or a command suggests a
    label for the same name, what the rules guess for it is left out.
    """
    made = [each for each in suggestions if schema.label(each.label)]
    known = {each.span: each.label for each in made if each.source != RULES}
    roles = labels_by_role(schema)
    guessed = {label for role, label in roles.items() if role in ("actor", "location")}
    return suggestion_set(each for each in made if not _outdone(each, known, guessed))


def _outdone(suggestion: Suggestion, known: dict[Span, str], guessed: set[str]) -> bool:
    better = known.get(suggestion.span)
    return (
        suggestion.source == RULES
        and better is not None
        and better != suggestion.label
        and {better, suggestion.label} <= guessed
    )
