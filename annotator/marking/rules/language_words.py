"""All the words of one language that proposing goes by."""

from typing import NamedTuple

from annotator.marking.rules.actor_words import ACTORS, ActorWords
from annotator.marking.rules.attribution_words import REPORTING
from annotator.marking.rules.place_words import PLACES, PlaceWords
from annotator.marking.word_lists import ReportingWords


class LanguageWords(NamedTuple):
    """What reports, who acts, where things are."""

    reporting: ReportingWords
    actors: ActorWords
    places: PlaceWords

    @property
    def language(self) -> str:
        """The ISO code."""
        return self.reporting.language


def language_words(language: str) -> LanguageWords | None:
    """Return the words of a language, or None if it has none yet."""
    if language not in REPORTING:
        return None
    return LanguageWords(REPORTING[language], ACTORS[language], PLACES[language])
