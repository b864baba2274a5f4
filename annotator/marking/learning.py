"""Learning: what the records of annotation logs tell about names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from annotator.marking.annotation import Annotation, Mark, Record
from annotator.marking.folding import folded
from annotator.marking.memory import Known, Memory, memory_from
from annotator.marking.names import is_name, written

_Use = tuple[str, str, bool]
"""The words, the label, and whether it was given to them, else refused."""


def learned(records_by_article: Iterable[Iterable[Record]]) -> Memory:
    """Return the memory of the live records of annotation logs.

    What is no name (a claim, a single letter, small words) is left out. Words without a capital
    count as one when they were tagged twice.
    """
    uses: Counter[_Use] = Counter()
    aliases: Counter[tuple[str, str]] = Counter()
    for records in records_by_article:
        for record in records:
            if isinstance(record, Annotation):
                uses[record.quote, record.label, True] += 1
                if record.alias_of:
                    aliases[record.quote, record.alias_of] += 1
            elif isinstance(record, Mark) and record.mark == "rejected" and record.suggested:
                uses[record.quote, record.suggested, False] += 1
    return memory_from(_knowns(uses), _usual(aliases))


def _knowns(uses: Mapping[_Use, int]) -> Iterator[tuple[str, Known]]:
    """Yield what is known of each name with each label, by the folded form."""
    forms = {quote: folded(quote) for quote, *_ in uses}
    places: Counter[str] = Counter()
    by_name: dict[tuple[str, str], dict[tuple[str, bool], int]] = {}
    for (quote, label, given), count in uses.items():
        places[forms[quote]] += count * given
        by_name.setdefault((forms[quote], label), {})[quote, given] = count
    for (form, label), quotes in by_name.items():
        often = places[form] > 1
        if not label.isprintable() or label != label.strip() or not label:
            continue  # No schema has such a label, and no line could hold it.
        names = {use: count for use, count in quotes.items() if is_name(use[0], often=often)}
        if names:
            usual, _ = max(names, key=lambda use: (use[1], names[use], use[0]))
            tagged = sum(count for (_, given), count in quotes.items() if given)
            refused = sum(quotes.values()) - tagged
            yield form, Known(written(usual), label, tagged, refused)


def _usual(aliases: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Return of which name each alias is another form, as was said most often."""
    found: dict[str, str] = {}
    for quote, name in sorted(aliases, key=lambda pair: (-aliases[pair], pair)):
        alias, form = folded(quote), folded(name)
        if alias != form and is_name(quote, often=True) and is_name(name, often=True):
            found.setdefault(alias, form)
    return found
