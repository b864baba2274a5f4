"""Proposing: suggestions without a model, for the labels that a schema has."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from annotator.marking.furniture import furniture
from annotator.marking.labels import LabelSchema
from annotator.marking.motion import tidied
from annotator.marking.rules.acting import Known, Voices, known_in, voices_of
from annotator.marking.rules.attribution import Attribution, announcing, attributions_in
from annotator.marking.rules.claiming import claims
from annotator.marking.rules.headings import headings
from annotator.marking.rules.language_words import LanguageWords, language_words
from annotator.marking.rules.name_mentions import Mention, mentions
from annotator.marking.rules.naming import Naming, Noun, decided, namings, phrases_in
from annotator.marking.rules.phrase_reading import ACTOR
from annotator.marking.rules.tokens import Statement, statements
from annotator.marking.rules.uttering import is_question
from annotator.marking.suggestion import Suggestion
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
_PLAIN: Final = frozenset(map(chr, range(32, 127))) | frozenset("“”‘’—–„…«»")
_LESS: Final = 0.05  # Whose words they are is a little less sure than where they end.
_SPEAKS: Final = 0.1
_NAMED: Final = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+"
_LED: Final = r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa])\s"
_TWO: Final = (
    rf"(?P<one>{_LED}[^,]*?|{_NAMED})\s+and\s+(?P<other>{_LED}[^,]*?|{_NAMED})(?:\s+both)?"
)


_Scored = tuple[str, Span, float]


class _Read(NamedTuple):
    """What is kept of a paragraph until all are read."""

    mentions: tuple[Mention, ...]
    phrases: tuple[Noun, ...]
    voices: Voices


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

    First claims and sources, paragraph by paragraph; then actors and locations, as what one
    paragraph says of a name counts for the others. Some slices are empty, and the same words may
    be proposed twice, with different scores.
    """
    labels = labels_by_role(schema)
    listed = language_words(article.language)
    if not labels or listed is None:
        return
    yield ()
    left_out = furniture(article)
    heads = headings(article)
    yield ()
    readings: list[_Read] = []
    last: Attribution | None = None
    for index in range(len(article.paragraphs)):
        if index in left_out:
            continue
        for unit in (Unit.QUOTATION, Unit.SENTENCE, Unit.NAME):
            units(article, unit, index)  # Remembered, so that reading is quick.
            yield ()
        spoken = tuple(statements(article, index))
        attributed = tuple(attributions_in(article, spoken, last))
        last = announcing(article, index, attributed)
        if index not in heads:
            readings.append(_read(article, index, spoken, attributed, listed))
        said = _said(article, spoken, attributed, listed)
        yield tuple(_suggestions(article, labels, said))
    decisions = decided(mention for reading in readings for mention in reading.mentions)
    yield ()
    named: list[_Named] = []
    for reading in readings:
        named.append((reading, tuple(namings(reading.mentions, decisions, reading.phrases))))
        yield ()
    known = known_in(((reading.voices, found) for reading, found in named), listed)
    yield ()
    for one in named:
        yield tuple(_suggestions(article, labels, _named(one, known)))


def labels_by_role(schema: LabelSchema) -> Mapping[str, str]:
    """Return which label stands for a claim, a source, an actor, a location, by their names.

    Where several might, as PER and ORG for an actor, the one called as the role is taken, or none.
    """
    fitting: dict[str, list[str]] = {}
    for label in schema.labels:
        parts = re.split(r"[\W_]+", label.name.lower())
        known = (_ROLE_OF.get(part) or _ROLE_OF.get(part.removesuffix("s")) for part in parts)
        role = next(filter(None, known), None)
        if role:
            fitting.setdefault(role, []).append(label.name)
    return {
        role: role if role in names else names[0]
        for role, names in fitting.items()
        if role in names or len(names) == 1
    }


def _read(
    article: Article,
    index: int,
    spoken: Sequence[Statement],
    attributed: Sequence[Attribution],
    listed: LanguageWords,
) -> _Read:
    names = units(article, Unit.NAME, index)
    return _Read(
        tuple(mentions(article, names, spoken, listed)),
        tuple(phrases_in(spoken, listed)),
        voices_of(article, attributed),
    )


_Named = tuple[_Read, tuple[Naming, ...]]


def _said(
    article: Article,
    spoken: Sequence[Statement],
    attributed: Sequence[Attribution],
    listed: LanguageWords,
) -> Iterator[_Scored]:
    """Yield the claims of a paragraph, and who makes them."""
    for span, score in claims(article, spoken, attributed, listed):
        yield _CLAIM, span, score
    for one in attributed:
        if one.source is None:
            continue
        if one.content is None or not is_question(article, one.content):
            pronoun = article.quote(one.source).lower() in listed.reporting.pronouns
            score = min(one.score, _PRONOUN) if pronoun else one.score
            for source in _each(article, one.source):
                yield _SPEAKER, source, score - _LESS


@cache
def _two() -> re.Pattern[str]:
    return re.compile(_TWO)


def _each(article: Article, source: Span) -> Iterator[Span]:
    """Yield each of two sources that a conjunction joins: the coastguard and the operator."""
    joined = article.text.find("and", source.start, source.end) > 0
    match = _two().fullmatch(article.text, source.start, source.end) if joined else None
    if match is None:
        yield source
        return
    yield Span(*match.span("one"))
    yield Span(*match.span("other"))


def _named(read: _Named, known: Known) -> Iterator[_Scored]:
    """Yield the actors and locations of a paragraph; who only speaks is no actor."""
    reading, found = read
    for naming in found:
        if naming.kind == ACTOR and known.only_speaks(naming, reading.voices):
            continue
        less = _SPEAKS * known.speaks(naming, reading.voices)
        yield naming.kind, naming.span, naming.score - less


def _is_tidy(text: str, span: Span) -> bool:
    """Say whether no cluster of code points can be cut at the ends, by four plain characters."""
    start, end = span
    if start >= end or text[start].isspace() or text[end - 1].isspace():
        return False
    return _PLAIN.issuperset(text[max(0, start - 1) : start + 1] + text[end - 1 : end + 1])


def _suggestions(
    article: Article, labels: Mapping[str, str], found: Iterable[_Scored]
) -> Iterator[Suggestion]:
    """Yield what was found as suggestions, if the schema has a label for it."""
    for role, span, score in found:
        label = labels.get(role)
        if label is None:
            continue
        tidy = span if _is_tidy(article.text, span) else tidied(article, span)
        if tidy.length:
            sure = round(min(max(score, 0.0), 1.0), 2)
            yield Suggestion(start=tidy.start, end=tidy.end, label=label, source=SOURCE, score=sure)
