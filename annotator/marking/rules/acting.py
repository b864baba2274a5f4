"""Acting: who does more in an article than speak, so that it is an actor as well as a source."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.attribution import Attribution
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.naming import Naming
from annotator.marking.rules.phrase_reading import ACTOR
from annotator.marking.word_lists import words
from annotator.text.article import Article
from annotator.text.span import Span

_LEAST_OF_NAME: Final = 3  # code points; shorter are initials and particles
_OFFICES: Final = words(
    "ministry ministries government governments office directorate bureau observatory institute "
    "cabinet broadcaster staff embassy consulate presidency secretariat spokesperson "
    "administration department laboratory thinktank think-tank university"
)
"""Groups that are mostly in the news for what they say."""
_SELF: Final = frozenset({"he", "she"})
_DID: Final = frozenset({"had", "was", "has"})
_WHO_DID: Final = re.compile(r"(?:,? \d\d)?, wh(?:o|ich) (?:had |has |later |then )?([a-z]+)\b")
"""Behind the name of a source: its age, and what else it did."""
_RELATIVE: Final = 24  # code points behind a source in which such a clause is looked for
_TELLING: Final = words(
    "said says told tells spoke speaks asked asks declined refused requested added described "
    "recalled talked is was had has are were been would will could can may might must did does not "
    "knew knows lives lived works worked studies studied teaches taught specialises specialised "
    "specializes specialized advises advised remembers remembered wanted wants believes leads "
    "heads runs chairs represents covers gave identified never also still"
)
_DONE: Final = ("ed", "en", "ood", "ent", "old", "ade", "one", "ept", "ound", "aw", "ought", "been")


class Sources(NamedTuple):
    """How far the sources of a paragraph reach from where they start, and back from their ends."""

    ends: Mapping[int, int]
    starts: Mapping[int, int]

    def speak(self, named: Span) -> bool:
        """Say whether a name is that of a source, not of whom the source belongs to."""
        start, end = named
        return end <= self.ends.get(start, start) or start >= self.starts.get(end, end)


class Voices(NamedTuple):
    """The sources of a paragraph, and which of them tell something they did themselves."""

    sources: Sources
    doing: tuple[Span, ...]


def voices_of(article: Article, attributed: Sequence[Attribution]) -> Voices:
    """Return who speaks in a paragraph."""
    return Voices(_sources(attributed), tuple(_doing(article, attributed)))


def _sources(attributed: Iterable[Attribution]) -> Sources:
    found = sorted({one.source for one in attributed if one.source is not None})
    return Sources(dict(found), {end: start for start, end in reversed(found)})


def _doing(article: Article, attributed: Sequence[Attribution]) -> Iterator[Span]:
    """Yield the sources that tell something they did themselves."""
    for one in attributed:
        if one.source is not None and one.content is not None:
            lows = article.quote(one.content).split(maxsplit=3)[:3]
            told = _WHO_DID.search(article.text, one.source.start, one.source.end + _RELATIVE)
            if (told is not None and told[1] not in _TELLING) or (
                len(lows) > len(_SELF)
                and lows[0].lower() in _SELF
                and lows[1].lower() in _DID
                and lows[2].lower().endswith(_DONE)
            ):
                yield one.source


class Known(NamedTuple):
    """The words of the names of those who do more than speak, and of all persons."""

    acting: frozenset[str]
    persons: frozenset[str]

    def only_speaks(self, naming: Naming, voices: Voices) -> bool:
        """Say whether a name is of a person, or an office, who does nothing in the article."""
        speaks = self.speaks(naming, voices)
        return speaks and self.acting.isdisjoint(naming.key.split())

    def speaks(self, naming: Naming, voices: Voices) -> bool:
        """Say whether somebody who may only speak does so here, or is only said to have it."""
        person = naming.person or naming.key in self.persons
        if person and naming.owns:
            return True
        office = naming.key.rpartition(" ")[2] in _OFFICES
        return (person or office) and voices.sources.speak(naming.span)


def known_in(read: Iterable[tuple[Voices, Sequence[Naming]]], listed: LanguageWords) -> Known:
    """Return what the whole article shows of who acts."""
    acting: set[str] = set()
    persons: set[str] = set()
    small = listed.actors.titles | listed.actors.people
    for voices, found in read:
        for naming in found:
            parts = [part for part in naming.key.split() if len(part) >= _LEAST_OF_NAME]
            parts = [part for part in parts if part not in small] or parts
            if naming.person and naming.kind == ACTOR:
                persons.update(parts[-1:])
            does = any(span.covers(naming.span) for span in voices.doing)
            if does or not (naming.owns or voices.sources.speak(naming.span)):
                acting.update(parts)
                acting.add("".join(part[0] for part in naming.key.split()))  # and its acronym
    return Known(frozenset(acting), frozenset(persons))
