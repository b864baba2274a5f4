"""Variants of a name: surname, longer form, acronym, inflection, another spelling."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from annotator.marking.folding import SHORT
from annotator.marking.likeness import alike, inflected
from annotator.marking.name_tokens import HYPHENED, Key, NameTokens, after_titles
from annotator.marking.name_words import (
    COMMERCIAL,
    DIRECTIONS,
    KINDS,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
    UNIONS,
)
from annotator.marking.neighbours import NOUNS_IN_CAPITALS, begins_sentence, is_person
from annotator.text.span import Span

_MOST_WORDS: Final = 12
_LONGEST_ACRONYM: Final = 8
_SURE: Final = 3  # letters of an acronym that need no introduction in brackets


class Form(NamedTuple):
    """A capitalised name in the article: the words from `start` to before `last`.

    Its titles begin at `first`.
    """

    first: int
    start: int
    last: int


def variants(
    tokens: NameTokens, words: Key, hyphens: frozenset[int], page: frozenset[int]
) -> Iterator[Span]:
    """Yield where variants of a name stand, in no order; never in the paragraphs `page`.

    Whole capitalised names are compared, so nothing is cut out of a longer one. `hyphens` are the
    indexes of the words that have one before them.
    """
    if len(words) > _MOST_WORDS or all(key in TITLES for key in words):
        return
    names = _names_of(tokens)
    titles = after_titles(words)
    name = words[titles:]
    mine = frozenset(index - titles for index in hyphens)
    near = set(alike(name, names.by_letter.get(name[0][0], ())))
    for keys in near | _candidates(names, name):
        related = keys in near or _related(names, name, keys, mine)
        for form in names.forms[keys]:
            if tokens.paragraph_of(form.first) in page:
                continue
            titled = form.first < form.start
            if (
                related
                or (titled and _by_first_name(keys, name))
                or (titles and _by_first_name(name, keys))
            ):
                start = form.first if titles else _with_particles(tokens, name, form)
                yield tokens.span(start, form.last)


class _Names:
    """The capitalised names of an article, by their words."""

    def __init__(self, tokens: NameTokens) -> None:
        self.tokens: Final = tokens
        self.forms: Final[dict[Key, list[Form]]] = {}
        self.by_word: Final[dict[str, set[Key]]] = {}
        for run in tokens.runs:
            for form in _forms(tokens, run):
                keys = tuple(tokens.keys[form.start : form.last])
                known = self.forms.setdefault(keys, [])
                known.append(form)
                if len(known) == 1:
                    for key in keys:
                        self.by_word.setdefault(key, set()).add(keys)

    @cached_property
    def by_letter(self) -> dict[str, list[Key]]:
        """The names by their first letter."""
        found: dict[str, list[Key]] = {}
        for keys in self.forms:
            found.setdefault(keys[0][0], []).append(keys)
        return found

    @cached_property
    def introduced(self) -> dict[str, set[Key]]:
        """Names that stand beside an acronym in brackets, by the acronym."""
        starts, fulls, text = self.tokens.starts, self.tokens.fulls, self.tokens.text
        found: dict[str, set[Key]] = {}
        ends = {run[1]: run for run in self.tokens.runs}
        for first, last in self.tokens.runs:
            before = ends.get(first)
            if before is None or text[fulls[first - 1] : starts[first]].strip() != "(":
                continue
            if text[fulls[last - 1] : fulls[last - 1] + 1] != ")":
                continue
            for short, full in (((first, last), before), (before, (first, last))):
                if self.is_acronym(*short):
                    self._introduce(found, self.tokens.keys[short[0]], full)
        return found

    def is_acronym(self, first: int, last: int) -> bool:
        """Say whether a name is one word all in capitals."""
        key = self.tokens.keys[first]
        caps = self.tokens.shapes[first].caps
        return last - first == 1 and caps and 1 < len(key) <= _LONGEST_ACRONYM

    def hyphens(self, keys: Key) -> frozenset[int]:
        """Return the indexes of the words of a name that have a hyphen before them."""
        start = self.forms[keys][0].start
        gaps = self.tokens.gaps[start : start + len(keys)]
        return frozenset(index for index in range(1, len(gaps)) if gaps[index] == HYPHENED)

    def acronym(self, keys: Key) -> str:
        """Return the acronym that a name is, else ""."""
        form = self.forms[keys][0] if keys in self.forms else None
        if form is None or len(keys) != 1 or not self.is_acronym(form.start, form.last):
            return ""
        return keys[0]

    def _introduce(self, found: dict[str, set[Key]], short: str, full: tuple[int, int]) -> None:
        for form in _forms(self.tokens, full):
            keys = tuple(self.tokens.keys[form.start : form.last])
            if len(keys) > 1 and keys[0][0] == short[0] and _within(short, "".join(keys)):
                found.setdefault(short, set()).add(keys)


@lru_cache(maxsize=4)
def _names_of(tokens: NameTokens) -> _Names:
    return _Names(tokens)


def _forms(tokens: NameTokens, run: tuple[int, int]) -> Iterator[Form]:
    """Yield the names that a stretch of capitalised words may be, the most likely first.

    A possessive may end a name, as in `Harbour Board’s Frye`, or not, as in `Cobb’s Hard`.
    """
    first, last = run
    for index in range(first, last - 1):
        if tokens.has_possessive(index):
            yield from _forms(tokens, (first, index + 1))
            yield from _forms(tokens, (index + 1, last))
            yield Form(first, first, last)
            return
    titles = after_titles(tuple(tokens.keys[first:last]))
    if tokens.language in NOUNS_IN_CAPITALS:
        for index in range(first + 1, last):
            yield Form(first, first, index)
            yield Form(index, index, last)
    if titles:
        yield Form(first, first + titles, last)
    elif last - first > 1 and begins_sentence(tokens, first):
        yield Form(first + 1, first + 1, last)
        yield Form(first, first, last)
    else:
        yield Form(first, first, last)


def _with_particles(tokens: NameTokens, name: Key, form: Form) -> int:
    """Return where a form begins with the particles that the name has before it: `van Hoorn`."""
    start = form.start
    while start and tokens.gaps[start] <= HYPHENED and tokens.keys[start - 1] in PARTICLES:
        words = tuple(tokens.keys[start - 1 : form.last])
        if name[-len(words) :] != words:
            break
        start -= 1
    return start


def _candidates(names: _Names, name: Key) -> set[Key]:
    """Return the names of the article that need a closer look."""
    found: set[Key] = set()
    for key in name:
        if key not in PARTICLES:
            found |= names.by_word.get(key, set())
    near = names.by_letter.get(name[0][0], ())
    found.update(keys for keys in near if inflected(name, keys) or names.acronym(keys))
    if len(name) == 1:
        found.update(keys for keys in near if len(keys) > 1)
        found |= names.introduced.get(name[0], set())
    return found


def _related(names: _Names, name: Key, form: Key, hyphens: frozenset[int]) -> bool:
    """Say whether two names, titles aside, may be the same."""
    if name == form:
        return len(name) > 1 or len(name[0]) >= SHORT
    theirs = names.hyphens(form)
    return (
        _short_of(name, form, hyphens)
        or _short_of(form, name, theirs)
        or _first_or_middle(name, form)
        or _acronym_of(names, name, form)
        or _acronym_of(names, form, name)
        or inflected(name, form)
        or _by_only_first_name(names, name, form, hyphens | theirs)
    )


def _short_of(long: Key, short: Key, hyphens: frozenset[int]) -> bool:
    """Say whether one is the surname, or another usual short form, of the other.

    `hyphens` are those of the long one: Achterberg is not short for Wren-Achterberg.
    """
    if len(short) >= len(long) or short[0] in DIRECTIONS:
        return False
    cut = len(long) - len(short)
    if cut in hyphens and long[cut - 1] not in PARTICLES:
        return False
    if long[: len(short)] == short:
        return cut == 1 and long[-1] in COMMERCIAL
    if long[-len(short) :] != short:
        return False
    if is_person(long):
        return short[-1] not in TITLES and len(short[-1]) > 1
    named = long[-1] in KINDS and len(short) > 1 and short[0] not in PARTICLES
    return named and not DIRECTIONS.intersection(long[:cut])


def _first_or_middle(name: Key, form: Key) -> bool:
    """Say whether two names of a person differ in a middle name or an initial alone."""
    if name[-1] != form[-1] or not (is_person(name) and is_person(form)):
        return False
    first, other = name[0], form[0]
    if first == other:
        return True
    return first[0] == other[0] and min(len(first), len(other)) == 1


def _acronym_of(names: _Names, short: Key, full: Key) -> bool:
    if len(short) != 1 or len(full) == 1:
        return False
    acronym = short[0]
    if full in names.introduced.get(acronym, ()):
        return True
    if len(acronym) < _SURE and full[-1] not in UNIONS:
        return False
    if not 1 < len(acronym) <= _LONGEST_ACRONYM or (
        short in names.forms and not names.acronym(short)
    ):
        return False
    initials = "".join(key[0] for key in full)
    main = "".join(key[0] for key in full if key not in PARTICLES and key not in {"and", "for"})
    return acronym in {initials, main}


def _by_first_name(titled: Key, full: Key) -> bool:
    """Say whether a word with a title before it is the first of a name: `Ms. Nguyễn`."""
    return len(titled) == 1 and full[0] == titled[0] and is_person(full)


def _by_only_first_name(names: _Names, name: Key, form: Key, hyphens: frozenset[int]) -> bool:
    """Say whether one is the first name of the other, and nobody else bears it in the article."""
    short, full = sorted((name, form), key=len)
    if len(short) != 1 or full[0] != short[0] or not is_person(full):
        return False
    if short[0] in PLACE_WORDS or 1 in hyphens:
        return False
    bearers = names.by_word.get(short[0], ())
    return all(keys == full for keys in bearers if keys[0] == short[0] and len(keys) > 1)


def _within(short: str, letters: str) -> bool:
    """Say whether the letters of an acronym stand in a name in this order."""
    rest = iter(letters)
    return all(letter in rest for letter in short)
