"""Proposing: suggestions without a model, for the labels that a schema has."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from annotator.marking.attribution import Attribution, announcing, attributions_in
from annotator.marking.claiming import claims
from annotator.marking.furniture import furniture
from annotator.marking.labels import LabelSchema
from annotator.marking.language_words import LanguageWords, language_words
from annotator.marking.motion import tidied
from annotator.marking.naming import Mention, Naming, Noun, decided, mentions, namings, phrases_in
from annotator.marking.phrase_reading import ACTOR
from annotator.marking.suggestion import Suggestion
from annotator.marking.tokens import Statement, statements
from annotator.marking.uttering import is_question
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
_LEAST_OF_NAME: Final = 3  # code points; shorter are initials and particles
_SELF: Final = frozenset({"he", "she"})
_DID: Final = frozenset({"had", "was", "has"})
_DONE: Final = ("ed", "en", "ood", "ent", "old", "ade", "one", "ept", "ound", "aw", "ought", "been")


_Scored = tuple[str, Span, float]


class _Sources(NamedTuple):
    """How far the sources of a paragraph reach from where they start, and back from their ends."""

    ends: Mapping[int, int]
    starts: Mapping[int, int]

    def speak(self, named: Span) -> bool:
        """Say whether a name is that of a source, not of whom the source belongs to."""
        start, end = named
        return end <= self.ends.get(start, start) or start >= self.starts.get(end, end)


class _Read(NamedTuple):
    """What is kept of a paragraph until all are read."""

    mentions: tuple[Mention, ...]
    phrases: tuple[Noun, ...]
    sources: _Sources
    doing: tuple[Span, ...]


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
        readings.append(_read(article, index, spoken, attributed, listed))
        said = _said(article, spoken, attributed, listed)
        yield tuple(_suggestions(article, labels, said))
    decisions = decided(mention for reading in readings for mention in reading.mentions)
    yield ()
    named: list[_Named] = []
    for reading in readings:
        named.append((reading, tuple(namings(reading.mentions, decisions, reading.phrases))))
        yield ()
    known = _known(named, listed)
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
        _sources(attributed),
        tuple(_doing(article, attributed)),
    )


def _sources(attributed: Iterable[Attribution]) -> _Sources:
    found = sorted({one.source for one in attributed if one.source is not None})
    return _Sources(dict(found), {end: start for start, end in reversed(found)})


def _doing(article: Article, attributed: Sequence[Attribution]) -> Iterator[Span]:
    """Yield the sources that tell something they did themselves."""
    for one in attributed:
        if one.source is not None and one.content is not None:
            words = article.quote(one.content).split(maxsplit=3)[:3]
            if (
                len(words) > len(_SELF)
                and words[0].lower() in _SELF
                and words[1].lower() in _DID
                and words[2].lower().endswith(_DONE)
            ):
                yield one.source


_Named = tuple[_Read, tuple[Naming, ...]]


class _Known(NamedTuple):
    """The words of the names of those who do more than speak, and of all persons."""

    acting: frozenset[str]
    persons: frozenset[str]


def _known(read: Iterable[_Named], listed: LanguageWords) -> _Known:
    """Return what the whole article shows of who acts."""
    acting: set[str] = set()
    persons: set[str] = set()
    small = listed.actors.titles | listed.actors.people
    for reading, found in read:
        for naming in found:
            parts = [part for part in naming.key.split() if len(part) >= _LEAST_OF_NAME]
            parts = [part for part in parts if part not in small] or parts
            if naming.person and naming.kind == ACTOR:
                persons.update(parts[-1:])
            does = any(span.covers(naming.span) for span in reading.doing)
            if does or not reading.sources.speak(naming.span):
                acting.update(parts)
    return _Known(frozenset(acting), frozenset(persons))


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


def _named(read: _Named, known: _Known) -> Iterator[_Scored]:
    """Yield the actors and locations of a paragraph; who only speaks is no actor."""
    reading, found = read
    for naming in found:
        person = naming.person or naming.key in known.persons
        speaks = person and reading.sources.speak(naming.span)
        only = speaks and known.acting.isdisjoint(naming.key.split())
        if not only or naming.kind != ACTOR:
            yield naming.kind, naming.span, naming.score - _SPEAKS * speaks


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
