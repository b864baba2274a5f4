"""How the words of attribution are kept: one value a language, all in lower case."""

from typing import NamedTuple


class ReportingWords(NamedTuple):
    """The words of one language, with curly apostrophes.

    `says` are forms of verbs that report whatever clause or quotation comes with them; `shows`
    only report with a conjunction, a colon or a quotation. `nouns` report by a conjunction alone.
    `that` are those conjunctions; `below` all that begin a clause below another, `joins` those
    between equals. `helpers`, `adverbs` and `particles` belong to a verb; after a negation or a
    passive nobody speaks. `relatives` stand for a name before them. `finite` and `endings` show a
    verb, `places` are prepositions, `times` days and the like. `according` are the beginnings of
    phrases that name a source, `afterwards` the words that end one. `doubtful` are forms of verbs
    in which only reported speech is told. `recipients` are who it is told to.
    """

    language: str
    says: frozenset[str]
    shows: frozenset[str]
    nouns: frozenset[str]
    that: frozenset[str]
    helpers: frozenset[str]
    adverbs: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    determiners: frozenset[str]
    joins: frozenset[str]
    below: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    finite: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    afterwards: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()

    @property
    def romance(self) -> bool:
        """Whether the language is French or Spanish: adjectives follow, infinitives report."""
        return self.language in {"fr", "es"}


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a text, which commas part, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split(","))
