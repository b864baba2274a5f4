"""Learning: what the records of annotation logs tell about names, so that it can be added up.

Whether words without a capital are a name depends on how often they were tagged in all. So what one
log tells holds all that may be one; only what all logs tell together is `settled`.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from annotator.marking.annotation import Annotation, Mark, Record
from annotator.marking.folding import folded
from annotator.marking.memory import Known, Memory, joined, memory_from
from annotator.marking.names import is_name, written

_LONGEST: Final = 100
_MOST_BLANKS: Final = 9
"""What has more code points or blanks is no name; to ask of every claim would take longest."""


def learned(records_by_article: Iterable[Iterable[Record]]) -> Memory:
    """Return the memory of the live records of annotation logs.

    What is no name (a claim, a single letter, small words) is left out. Words without a capital
    count as one when they were tagged twice.
    """
    return settled(joined(map(told_by, records_by_article)))


def told_by(records: Iterable[Record]) -> Memory:
    """Return what the live records of one log tell."""
    return joined(_memories(records))


def settled(memory: Memory) -> Memory:
    """Return what all logs tell, without the words that were tagged too seldom to be a name."""
    names = {form: labels for form, labels in memory.names.items() if _is_settled(labels)}
    return Memory(names, memory.aliases)


def exchanged(memory: Memory, old: Memory, new: Memory) -> Memory:
    """Return a memory with a part that was added to it exchanged for another; its aliases stay."""
    names = dict(memory.names)
    for form in old.names:
        if rest := _rest(names.pop(form, ()), old.names[form]):
            names[form] = rest
    touched = {form: names.get(form, ()) for form in new.names}
    sums = joined([Memory(touched, memory.aliases), new])
    return Memory(names | dict(sums.names), sums.aliases)


def without(memory: Memory, part: Memory) -> Memory:
    """Return a settled memory without a part that was added to it; its aliases go altogether.

    It may be asked for the index of the whole memory: what is there and not here is not found.
    """
    names = dict(memory.names)
    for form in part.names:
        rest = _rest(names.pop(form, ()), part.names[form])
        if _is_settled(rest):
            names[form] = rest
    aliases = {alias: memory.aliases[alias] for alias in memory.aliases.keys() - part.aliases}
    return memory.reduced(names, aliases)


def _memories(records: Iterable[Record]) -> Iterator[Memory]:
    """Yield what each name with each label, and each alias, adds to the memory."""
    uses: dict[tuple[str, str], list[int]] = {}
    aliases: set[tuple[str, str]] = set()
    for record in records:
        if isinstance(record, Annotation):
            uses.setdefault((record.quote, record.label), [0, 0])[0] += 1
            if record.alias_of:
                aliases.add((record.quote, record.alias_of))
        elif isinstance(record, Mark) and record.mark == "rejected" and record.suggested:
            uses.setdefault((record.quote, record.suggested), [0, 0])[1] += 1
    for (quote, label), (tagged, refused) in uses.items():
        form, name = _name(quote)
        # No schema has another label, and no line could hold it.
        if name and label and label.isprintable() and label == label.strip():
            yield Memory({form: (Known(name, label, tagged, refused),)})
    for quote, other in aliases:
        (alias, short), (form, name) = _name(quote), _name(other)
        if short and name and alias != form:
            yield Memory(aliases={alias: form})


@lru_cache(1 << 14)
def _name(quote: str) -> tuple[str, str]:
    """Return the folded form of a name and how it is written; "" twice for what can be none."""
    if len(quote) > _LONGEST or quote.count(" ") > _MOST_BLANKS or not is_name(quote, often=True):
        return "", ""
    return folded(quote), written(quote)


def _rest(labels: Iterable[Known], lost: Iterable[Known]) -> tuple[Known, ...]:
    """Return what is known of a name less a part of it, the most frequent label first."""
    fewer = {known.label: known for known in lost}
    kept = (_less(known, fewer.get(known.label)) for known in labels)
    rest = memory_from((("", known) for known in kept if known.tagged or known.refused), {})
    return rest.names.get("", ())


def _less(known: Known, lost: Known | None) -> Known:
    if lost is None:
        return known
    tagged = max(0, known.tagged - lost.tagged)
    return replace(known, tagged=tagged, refused=max(0, known.refused - lost.refused))


def _is_settled(labels: Iterable[Known]) -> bool:
    return sum(known.tagged for known in labels) > 1 or any(
        _looks_like_one(known.name) for known in labels
    )


@lru_cache(1 << 15)
def _looks_like_one(name: str) -> bool:
    return is_name(name, often=False)
