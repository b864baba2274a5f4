"""A memory as lines of text that people can read, and that can be merged line by line.

name<TAB>label<TAB>tagged<TAB>refused      how often a name was tagged so, and how often refused
alias<TAB>=<TAB>name                       another form of a name
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from annotator.marking.folding import folded
from annotator.marking.memory import Known, Memory, better_written, memory_from
from annotator.marking.names import why_no_name, written

HEAD: Final = (
    "# Names that people tagged: name, label, times tagged, times refused; or another form, =, "
    "name. Parted by tabs."
)

_ALIAS: Final = "="
_CONFLICT: Final = re.compile(r"(<{7}|={7}|>{7}|\|{7})( .*)?")
_COUNT: Final = re.compile(r"[0-9]{1,9}")


class _BadLineError(Exception):
    """A line that means nothing here."""


def lines(memory: Memory) -> Iterator[str]:
    """Yield the lines of a memory without their ends, the same for the same memory."""
    yield HEAD
    entries = [
        (form, f"{known.name}\t{known.label}\t{known.tagged}\t{known.refused}")
        for form, labels in memory.names.items()
        for known in labels
    ]
    entries += [
        (alias, f"{_name(memory, alias)}\t{_ALIAS}\t{_name(memory, form)}")
        for alias, form in memory.aliases.items()
    ]
    for _, line in sorted(entries):
        yield line


def memory_of(lines: Iterable[str]) -> tuple[Memory, list[tuple[int, str]]]:
    """Return the memory that lines hold, and what is wrong with which line, counted from 1.

    Bad lines are left out, empty ones, comments and the marks of a merge passed over. Where a
    name comes twice with the same label, the higher counts hold.
    """
    knowns: dict[tuple[str, str], Known] = {}
    aliases: dict[str, str] = {}
    bad: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n").removeprefix("\ufeff")
        if not text.strip() or text.startswith("#") or _CONFLICT.fullmatch(text):
            continue
        parts = [part.strip() for part in text.split("\t")]
        try:
            if len(parts) == len(("alias", _ALIAS, "name")) and parts[1] == _ALIAS:
                alias, name = _aliased(parts[0], parts[2])
                aliases[alias] = min(name, aliases.get(alias, name))
            else:
                known = _known(parts)
                place = folded(known.name), known.label
                knowns[place] = _higher(known, knowns.get(place, known))
        except _BadLineError as error:
            bad.append((number, str(error)))
    return memory_from(((form, known) for (form, _), known in knowns.items()), aliases), bad


def _name(memory: Memory, form: str) -> str:
    """Return how a name is written, from its folded form."""
    labels = memory.names.get(form)
    return labels[0].name if labels else form


def _known(parts: list[str]) -> Known:
    if len(parts) != len(Known.__struct_fields__):
        raise _BadLineError(
            "a line is a name, a label and two counts, or a name, = and a name; "
            "put one tab between them"
        )
    name, label, tagged, refused = parts
    if not label:
        raise _BadLineError("the label is missing; write it behind the name, after a tab")
    return Known(_written(name), label, _count(tagged), _count(refused))


def _aliased(alias: str, name: str) -> tuple[str, str]:
    first, second = folded(_written(alias)), folded(_written(name))
    if first == second:
        raise _BadLineError("both sides are the same name; take the line out")
    return first, second


def _written(name: str) -> str:
    reason = why_no_name(name)
    if reason:
        raise _BadLineError(f"{reason}; write a name, or take the line out")
    return written(name)


def _count(count: str) -> int:
    if not _COUNT.fullmatch(count):
        raise _BadLineError("a count is no whole number; write figures alone, as in 12")
    return int(count)


def _higher(first: Known, second: Known) -> Known:
    name = better_written(first.name, second.name)
    tagged = max(first.tagged, second.tagged)
    return Known(name, first.label, tagged, max(first.refused, second.refused))
