"""Proposing: suggestions without a model, for the labels that a schema has."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from annotator.marking.attribution import Attribution, announcing, attributions_in
from annotator.marking.claiming import claims, may_be_claim
from annotator.marking.furniture import furniture
from annotator.marking.labels import LabelSchema
from annotator.marking.language_words import LanguageWords, language_words
from annotator.marking.motion import tidied
from annotator.marking.naming import Mention, decided, mentions, namings
from annotator.marking.noun_phrase import ACTOR
from annotator.marking.suggestion import Suggestion
from annotator.marking.tokens import Statement, statements
from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

SOURCE: Final = "rules"

_CLAIM: Final = "claim"
_SPEAKER: Final = "source"
_ROLES: Final = {
    _CLAIM: "claim statement assertion opinion proposition content quote quotation",
    _SPEAKER: "source speaker attribution who claimant",
    ACTOR: "actor person people organisation organization org per group entity agent party",
    "location": "location place loc gpe geo where site",
}
_ROLE_OF: Final = {name: role for role, names in _ROLES.items() for name in names.split()}
_PRONOUN: Final = 0.75
_LESS: Final = 0.05  # Whose words they are is a little less sure than where they end.
_SPEAKS: Final = 0.1


class _Read(NamedTuple):
    """One paragraph, read."""

    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]


def proposed(article: Article, schema: LabelSchema) -> tuple[Suggestion, ...]:
    """Return what the rules propose for an article: by start, the longer first, none twice."""
    best: dict[tuple[int, int, str], Suggestion] = {}
    for suggestions in proposing(article, schema):
        for one in suggestions:
            key = one.start, one.end, one.label
            if key not in best or one.score > best[key].score:
                best[key] = one
    return tuple(sorted(best.values(), key=lambda one: (one.start, -one.end, one.label)))


def proposing(article: Article, schema: LabelSchema) -> Iterator[tuple[Suggestion, ...]]:
    """Yield the same in slices, so that the caller can do other things in between.

    The paragraphs are read first, which yields a slice of nothing for each: what one says of a
    name counts for the others. The same words may be proposed twice, with different scores.
    """
    labels = labels_by_role(schema)
    listed = language_words(article.language)
    if not labels or listed is None:
        return
    yield ()
    left_out = furniture(article)
    yield ()
    readings: list[_Read] = []
    last: Attribution | None = None
    for index in range(len(article.paragraphs)):
        if index not in left_out:
            readings.append(_read(article, index, last, listed))
            last = announcing(article, index, readings[-1].attributions)
            yield ()
    decisions = decided(mention for reading in readings for mention in reading.mentions)
    yield ()
    for reading in readings:
        yield tuple(_in_paragraph(article, reading, labels, decisions, listed))


def labels_by_role(schema: LabelSchema) -> Mapping[str, str]:
    """Return which label stands for a claim, a source, an actor, a location, by their names."""
    roles: dict[str, str] = {}
    for label in schema.labels:
        for part in re.split(r"[\W_]+", label.name.lower()):
            role = _ROLE_OF.get(part) or _ROLE_OF.get(part.removesuffix("s"))
            if role:
                roles.setdefault(role, label.name)
                break
    return roles


def _read(article: Article, index: int, last: Attribution | None, listed: LanguageWords) -> _Read:
    spoken = tuple(statements(article, index))
    names = units(article, Unit.NAME, index)
    return _Read(
        spoken,
        tuple(attributions_in(article, spoken, last)),
        tuple(mentions(article, names, spoken, listed)),
    )


def _in_paragraph(
    article: Article,
    reading: _Read,
    labels: Mapping[str, str],
    decisions: Mapping[str, tuple[str, float]],
    listed: LanguageWords,
) -> Iterator[Suggestion]:
    """Yield the suggestions of one paragraph."""
    found: list[tuple[str, Span, float]] = [
        (_CLAIM, span, score)
        for span, score in claims(article, reading.statements, reading.attributions, listed)
    ]
    found += ((_SPEAKER, span, score) for span, score in _sources(article, reading, listed))
    speaking = [one.source for one in reading.attributions if one.source is not None]
    for naming in namings(reading.mentions, decisions, reading.statements, listed):
        speaks = any(span.overlaps(naming.span) for span in speaking)
        if not speaks or naming.kind != ACTOR:  # Who only speaks is no actor.
            found.append((naming.kind, naming.span, naming.score - _SPEAKS * speaks))
    for role, span, score in found:
        tidy = tidied(article, span)
        if role in labels and tidy.length:
            sure = round(min(max(score, 0.0), 1.0), 2)
            label = labels[role]
            yield Suggestion(start=tidy.start, end=tidy.end, label=label, source=SOURCE, score=sure)


def _sources(
    article: Article, reading: _Read, listed: LanguageWords
) -> Iterator[tuple[Span, float]]:
    """Yield who is said to say something."""
    for one in reading.attributions:
        asked = one.content is not None and not may_be_claim(article, one.content)
        if one.source is not None and not asked:
            pronoun = article.quote(one.source).lower() in listed.reporting.pronouns
            score = min(one.score, _PRONOUN) if pronoun else one.score
            yield one.source, score - _LESS
