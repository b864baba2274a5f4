"""Variants of a name: surname, longer form, acronym, inflection, another spelling."""

from collections.abc import Iterator
from typing import Final

from annotator.marking.article_names import ArticleNames, Form, names_of
from annotator.marking.demonyms import is_of, partners
from annotator.marking.folding import SHORT
from annotator.marking.likeness import alike, inflected
from annotator.marking.name_tokens import HYPHENED, Key, NameTokens, after_titles
from annotator.marking.name_words import (
    COMMERCIAL,
    DIRECTIONS,
    KINDS,
    OFFICES,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
)
from annotator.marking.neighbours import is_person
from annotator.marking.short_forms import acronym_of, turned
from annotator.marking.spellings import respelt, spelt_otherwise
from annotator.text.span import Span

_MOST_WORDS: Final = 12


def variants(
    tokens: NameTokens, words: Key, hyphens: frozenset[int], page: frozenset[int]
) -> Iterator[Span]:
    """Yield where variants of a name stand, in no order; never in the paragraphs `page`.

    Whole capitalised names are compared, so nothing is cut out of a longer one. `hyphens` are the
    indexes of the words that have one before them.
    """
    if len(words) > _MOST_WORDS or all(key in TITLES for key in words):
        return
    names = names_of(tokens)
    titles = after_titles(words)
    name = words[titles:]
    mine = frozenset(index - titles for index in hyphens)
    near = set(alike(name, names.by_letter.get(name[0][0], ())))
    for keys in near | _candidates(names, name):
        related = keys in near or _may_be(names, name, keys, mine)
        for form in names.forms[keys]:
            if tokens.paragraph_of(form.first) in page:
                continue
            titled = form.first < form.start
            if (
                related
                or (titled and _by_first_name(keys, name))
                or (titles and _by_first_name(name, keys))
            ):
                start = form.first if titles and titled else _with_particles(tokens, name, form)
                yield tokens.span(start, form.last)


def _with_particles(tokens: NameTokens, name: Key, form: Form) -> int:
    """Return where a form begins with the particles that the name has before it: `van Hoorn`."""
    start = form.start
    while start and tokens.gaps[start] <= HYPHENED and tokens.keys[start - 1] in PARTICLES:
        words = tuple(tokens.keys[start - 1 : form.last])
        if name[-len(words) :] != words:
            break
        start -= 1
    return start


def _candidates(names: ArticleNames, name: Key) -> set[Key]:
    """Return the names of the article that need a closer look."""
    found: set[Key] = set()
    for key in name:
        if key not in PARTICLES:
            found |= names.by_word.get(key, set())
        for other in spelt_otherwise(key, names.by_word):
            found |= names.by_word[other]
    for key in partners(name):
        found |= names.by_word.get(key, set())
    near = names.by_letter.get(name[0][0], ())
    found.update(keys for keys in near if inflected(name, keys) or names.acronym(keys))
    found.update(keys for keys in near if is_of(name, keys) or is_of(keys, name))
    other_way = turned(name)
    if other_way != name:
        near = names.by_letter.get(other_way[0][0], ())
        found.update(keys for keys in near if names.acronym(keys))
    if len(name) == 1:
        for office in OFFICES:
            if office[0] == name[0][0]:
                found |= names.by_word.get(office, set())
        found.update(keys for keys in near if len(keys) > 1)
        found |= names.introduced.get(name[0], set())
    return found


def _may_be(names: ArticleNames, name: Key, form: Key, hyphens: frozenset[int]) -> bool:
    """Say whether two names, titles aside, may be the same, or a place and its people."""
    theirs = names.hyphens(form)
    alike = respelt(form, name)
    return (
        _related(names, name, form, (hyphens, theirs))
        or (alike != form and _related(names, name, alike, (hyphens, theirs)))
        or turned(name) == form
        or turned(form) == name
        or is_of(name, form)
        or is_of(form, name)
    )


def _related(
    names: ArticleNames, name: Key, form: Key, hyphens: tuple[frozenset[int], frozenset[int]]
) -> bool:
    """Say whether two names may be the same; `hyphens` are those of the first and the second."""
    if name == form:
        return len(name) > 1 or len(name[0]) >= SHORT
    mine, theirs = hyphens
    return (
        _short_of(name, form, mine)
        or _short_of(form, name, theirs)
        or _first_or_middle(name, form)
        or acronym_of(names, name, form)
        or acronym_of(names, form, name)
        or inflected(name, form)
        or _by_only_first_name(names, name, form, mine | theirs)
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


def _by_first_name(titled: Key, full: Key) -> bool:
    """Say whether a word with a title before it is the first of a name: `Ms. Nguyễn`."""
    return len(titled) == 1 and full[0] == titled[0] and is_person(full)


def _by_only_first_name(names: ArticleNames, name: Key, form: Key, hyphens: frozenset[int]) -> bool:
    """Say whether one is the first name of the other, and nobody else bears it in the article."""
    short, full = sorted((name, form), key=len)
    if len(short) != 1 or full[0] != short[0] or not is_person(full):
        return False
    if short[0] in PLACE_WORDS or 1 in hyphens:
        return False
    bearers = names.by_word.get(short[0], ())
    return all(keys == full for keys in bearers if keys[0] == short[0] and len(keys) > 1)
