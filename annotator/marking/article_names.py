"""The capitalised names of an article, and its acronyms."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from annotator.marking.name_tokens import HYPHENED, Key, NameTokens, after_titles
from annotator.marking.neighbours import NOUNS_IN_CAPITALS, begins_sentence

LONGEST_ACRONYM: Final = 8


class Form(NamedTuple):
    """A capitalised name in the article: the words from `start` to before `last`.

    Its titles begin at `first`.
    """

    first: int
    start: int
    last: int


class ArticleNames:
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
        """Say whether a name is one word all in capitals, but for small words inside: `MoD`."""
        key = self.tokens.keys[first]
        if last - first > 1 or not 1 < len(key) <= LONGEST_ACRONYM:
            return False
        if self.tokens.shapes[first].caps:
            return True
        word = self.tokens.text[self.tokens.starts[first] : self.tokens.ends[first]]
        return word.isalpha() and word[-1].isupper() and word[0].isupper()

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
def names_of(tokens: NameTokens) -> ArticleNames:
    """Return the names of an article; the work is done once."""
    return ArticleNames(tokens)


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


def _within(short: str, letters: str) -> bool:
    """Say whether the letters of an acronym stand in a name in this order."""
    rest = iter(letters)
    return all(letter in rest for letter in short)
