"""Memory: the names that people tagged in the articles of a project, and how."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct, field


class Known(Struct, frozen=True, gc=False):
    """How often a name was tagged with a label, and how often that was refused.

    `name` is as it was written most often. Where that is not known any more, as in joined memories,
    it is the first in the alphabet that is not all in capitals.
    """

    name: str
    label: str
    tagged: int = 0
    refused: int = 0


class Index(Struct, frozen=True):
    """The names by their words, to find them in an article however many they are.

    `lengths` says how many words the names have that begin with a word, the most first. `forms`
    has the folded forms of the names of these words: more than one for `WHO` and `Who`.
    """

    lengths: Mapping[str, tuple[int, ...]]
    forms: Mapping[tuple[str, ...], tuple[str, ...]]


class Memory(Struct, frozen=True, dict=True):
    """What is known of names, by their folded form (`marking.folding`).

    `names` has the labels of each, the most frequent first. `aliases` leads from a folded form
    that a person confirmed to be another form of a name to the folded name.
    """

    names: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        """The index of names and aliases, made once, when it is first asked for."""
        lengths: dict[str, set[int]] = {}
        forms: dict[tuple[str, ...], tuple[str, ...]] = {}
        for form in {**self.names, **self.aliases}:
            words = _words(form)
            lengths.setdefault(words[0], set()).add(len(words))
            forms[words] = (*forms.get(words, ()), form)
        return Index(
            {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}, forms
        )

    def reduced(
        self, names: Mapping[str, tuple[Known, ...]], aliases: Mapping[str, str]
    ) -> "Memory":
        """Return a memory of some of these names and aliases, which shares the index of all.

        To make an index takes longest; a form that it knows and that is not there is not found.
        """
        some = Memory(names, aliases)
        some.__dict__["index"] = self.index
        return some


NOTHING: Final = Memory()
"""What is known in a new project."""


def memory_from(knowns: Iterable[tuple[str, Known]], aliases: Mapping[str, str]) -> Memory:
    """Return the memory of these, each with its folded form; no name twice with a label."""
    names: dict[str, list[Known]] = {}
    for form, known in knowns:
        names.setdefault(form, []).append(known)
    return Memory(
        {form: tuple(sorted(labels, key=_most_frequent)) for form, labels in names.items()},
        dict(aliases),
    )


def joined(memories: Iterable[Memory]) -> Memory:
    """Return what several memories know together: counts add up, in whatever order they come."""
    knowns: dict[tuple[str, str], Known] = {}
    aliases: dict[str, str] = {}
    for memory in memories:
        for form, labels in memory.names.items():
            for known in labels:
                other = knowns.get((form, known.label))
                knowns[form, known.label] = _sum(known, other) if other else known
        for alias, name in memory.aliases.items():
            aliases[alias] = min(name, aliases.get(alias, name))
    return memory_from(((form, known) for (form, _), known in knowns.items()), aliases)


def better_written(first: str, second: str) -> str:
    """Return the better of two ways to write a name: not in capitals, then by the alphabet."""
    return min(first, second, key=lambda name: (name.isupper(), name))


def _sum(first: Known, second: Known) -> Known:
    name = better_written(first.name, second.name)
    tagged = first.tagged + second.tagged
    return Known(name, first.label, tagged, first.refused + second.refused)


def _most_frequent(known: Known) -> tuple[int, int, str]:
    return -known.tagged, known.refused, known.label


def _words(form: str) -> tuple[str, ...]:
    """Return the words of a folded form as articles have them."""
    if form.isascii() and "'" not in form:
        return tuple(form.lower().split(" "))
    from annotator.marking.folding import name_words

    return tuple(word.key for word in name_words(form)) or (form,)
