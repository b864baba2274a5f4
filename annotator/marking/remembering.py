"""Remembering: names that people tagged in other articles, found in this one."""

from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

from annotator.marking.folding import bare, name_words
from annotator.marking.furniture import furniture
from annotator.marking.memory import Memory
from annotator.marking.name_tokens import HYPHENED, STOPPED, NameTokens, tokens_of
from annotator.marking.name_words import ARTICLES
from annotator.marking.neighbours import in_longer_name, is_whole
from annotator.marking.suggestion import Suggestion
from annotator.text.article import Article


class _Known(Struct, frozen=True, gc=False):
    """What to suggest for a name.

    `capitals` says which of its words are written with one. `article` says that it is written
    with an article, `needed` that the words alone may mean anything: `Die Zeit`.
    """

    label: str
    score: float
    alias_of: str
    capitals: tuple[bool, ...]
    article: bool
    needed: bool


def remembered(article: Article, memory: Memory, labels: Collection[str]) -> tuple[Suggestion, ...]:
    """Return a suggestion for every place of a known name, apart and in reading order.

    The longest name wins, and none is cut out of a longer capitalised one. A label that was
    refused for a name more often than given is not suggested for it again, nor is one that is not
    among `labels`.
    """
    if not memory.names:
        return ()
    page = furniture(article)
    finder = _Finder(tokens_of(article), memory, labels)
    firsts = finder.tokens.firsts
    return tuple(
        suggestion
        for index, (first, last) in enumerate(pairwise(firsts))
        if index not in page
        for suggestion in finder.found(first, last)
    )


class _Finder:
    """Finds the names of a memory in an article; each name is looked up once."""

    def __init__(self, tokens: NameTokens, memory: Memory, labels: Collection[str]) -> None:
        self.tokens: Final = tokens
        self._index: Final = memory.index
        self._known: Final = cache(lambda form: _known(memory, form, labels))

    def found(self, first: int, last: int) -> Iterator[Suggestion]:
        """Yield the suggestions among the words `first` to before `last`."""
        lengths, keys = self._index.lengths, self.tokens.keys
        free = first  # No earlier word is left for an article.
        while first < last:
            taken = 1
            for count in lengths.get(keys[first], ()):
                end = first + count
                known = self._at(first, end, free) if end <= last else None
                if known:
                    yield self._suggestion(known, self._start(known, first, free), end)
                    taken = count
                    free = end
                    break
            first += taken

    def _at(self, first: int, last: int, free: int) -> _Known | None:
        """Return the name that the words `first` to before `last` are, if they are one."""
        tokens = self.tokens
        for form in self._index.forms.get(tuple(tokens.keys[first:last]), ()):
            known = self._known(form)
            if known and self._is_written(form, known, first):
                start = self._start(known, first, free)
                whole = (
                    (start < first or not known.needed)
                    and all(gap <= STOPPED for gap in tokens.gaps[first + 1 : last])
                    and is_whole(tokens, start, last)
                    and not in_longer_name(tokens, start, last, strict=True)
                )
                return known if whole else None
        return None

    def _is_written(self, form: str, known: _Known, first: int) -> bool:
        """Say whether the words at `first` have capitals where the name has some."""
        shapes = self.tokens.shapes[first : first + len(known.capitals)]
        if len(shapes) == 1 and shapes[0].acronym != form.isupper():
            return False
        return not any(
            capital and shape.lower for capital, shape in zip(known.capitals, shapes, strict=False)
        )

    def _start(self, known: _Known, first: int, free: int) -> int:
        """Return where a name begins: at its article, if it is written with one."""
        tokens = self.tokens
        if known.article and first > free and tokens.gaps[first] <= HYPHENED:
            return first - (tokens.keys[first - 1] in ARTICLES)
        return first

    def _suggestion(self, known: _Known, first: int, last: int) -> Suggestion:
        start, end = self.tokens.span(first, last)
        return Suggestion(
            start=start,
            end=end,
            label=known.label,
            source="memory",
            score=known.score,
            alias_of=known.alias_of,
        )


def _known(memory: Memory, form: str, labels: Collection[str]) -> _Known | None:
    """Return what to suggest for a folded name, if anything."""
    own = memory.names.get(form, ())
    others = memory.names.get(memory.aliases.get(form, ""), ())
    refused = {known.label for known in own if known.refused > known.tagged}
    for known in (*own, *others):
        if known.tagged <= 0 or known.refused > known.tagged or known.label in refused:
            continue
        if known.label in labels:
            among = own if known in own else others
            count = sum(other.tagged for other in among) + known.refused
            words = list(name_words(own[0].name if own else form))
            kept = bare(words)
            capitals = tuple(word.shape.capital for word in kept)
            article = len(kept) < len(words)
            return _Known(
                label=known.label,
                score=known.tagged / (count + 1),
                alias_of=others[0].name if others else "",
                capitals=capitals,
                article=article,
                needed=article and not (words[0].key == "the" and capitals[0]),
            )
    return None
