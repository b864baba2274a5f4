"""Read brat's standoff: what annotate can hold, and a word about everything else.

An event is its trigger, with a relation for each role. Pieces of a span with nothing but white
space between them are one span; other pieces are annotations of their own.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from annotator.exchange.brat import NOTE
from annotator.exchange.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
)

_BOUND = re.compile(r"(\S+) (-?\d{1,15} -?\d{1,15}(?:;-?\d{1,15} -?\d{1,15})*)")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})")
_KINDS = "TREAMN#*"


class _Standoff(Struct):
    """The lines of a file by what they are: number, id, and the columns after it."""

    bound: list[tuple[int, str, str, str]] = field(default_factory=list)
    others: list[tuple[int, str, str, str]] = field(default_factory=list)
    triggers: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, str | int]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)


def read(source: Source) -> Read:
    """Yield the one record of a NAME.ann, its text from the NAME.txt beside it."""
    raw = source.beside(".txt")
    if raw is None:
        yield Refusal(0, "there is no .txt of that name beside it")
        return
    try:
        text, standoff = raw.decode(), source.whole().decode()
    except UnicodeDecodeError:
        yield Refusal(0, "the .txt or the .ann is not UTF-8; save both as UTF-8")
        return
    told = _Standoff()
    yield from _sort(standoff.removeprefix("\ufeff"), told)
    yield from _details(told)
    annotations: list[IncomingAnnotation] = []
    for number, name, what, words in told.bound:
        made = _annotations((number, name, what, words), text, told)
        if isinstance(made, Refusal):
            yield made
            continue
        if len(made) > 1:
            parts = f"{name} is in {len(made)} pieces: each is an annotation of its own"
            yield Refusal(number, parts)
        annotations += made
    relations: list[IncomingRelation] = []
    for one in _relations(told):
        if isinstance(one, Refusal):
            yield one
        else:
            relations.append(one)
    name = re.sub(r"\.ann$", "", source.name, flags=re.IGNORECASE).replace("\\", "/")
    yield Incoming(line=1, name=name, text=text, annotations=annotations, relations=relations)


def _sort(standoff: str, told: _Standoff) -> Iterator[Refusal]:
    for number, line in enumerate(standoff.split("\n"), 1):
        if not line.strip():
            continue
        name, _, rest = line.rstrip("\r").partition("\t")
        what, _, words = rest.partition("\t")
        if not what or name[:1] not in tuple(_KINDS):
            yield Refusal(number, "no line of standoff; left out")
        elif name[0] == "T":
            told.bound.append((number, name, what, words))
        elif name[0] == "E":
            trigger = what.split(" ")[0].rpartition(":")[2]
            told.triggers[name] = trigger
            told.others.append((number, name, what, words))
        else:
            told.others.append((number, name, what, words))


def _details(told: _Standoff) -> Iterator[Refusal]:
    """Gather attributes, notes and references by what they are of."""
    for number, name, what, words in told.others:
        cells = what.split(" ")
        if name[0] not in "AMN#":
            continue
        if len(cells) < len(("kind", "target")):
            yield Refusal(number, f"{name} says not of what it is; left out")
            continue
        kind, target = cells[0], told.triggers.get(cells[1], cells[1])
        if name[0] == "#" and kind == NOTE:
            told.notes.setdefault(target, []).append(words)
            continue
        value = words if name[0] == "#" else " ".join(cells[2:]) or "true"
        told.attributes.setdefault(target, {})[kind] = (
            int(value) if _NUMBER.fullmatch(value) else value
        )


def _annotations(
    bound: tuple[int, str, str, str], text: str, told: _Standoff
) -> list[IncomingAnnotation] | Refusal:
    number, name, what, words = bound
    found = _BOUND.fullmatch(what)
    if found is None:
        return Refusal(number, f"{name}: expected a label and offsets, as “claim 0 12”")
    parts = [tuple(map(int, part.split(" "))) for part in found[2].split(";")]
    quote = " ".join(text[start:end] for start, end in parts)
    if len(parts) > 1 and quote != words:
        return Refusal(number, f"{name}: its words are not those at its offsets")
    joined = _joined([(start, end) for start, end in parts], text)
    return [
        IncomingAnnotation(
            label=found[1],
            start=start,
            end=end,
            quote=words if len(parts) == 1 else "",
            key=name if index == 0 else "",
            attributes=told.attributes.get(name, {}) if index == 0 else {},
            note="\n".join(told.notes.get(name, ())) if index == 0 else "",
            line=number,
        )
        for index, (start, end) in enumerate(joined)
    ]


def _joined(parts: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return the pieces, those made one that nothing but white space parts."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _relations(told: _Standoff) -> Iterator[IncomingRelation | Refusal]:
    for number, name, what, _ in told.others:
        kind, *cells = what.split(" ")
        ends = [
            told.triggers.get(e, e) for e in (cell.rpartition(":")[2] for cell in cells if cell)
        ]
        if name[0] == "R":
            if len(ends) != len(("from", "to")):
                yield Refusal(number, f"{name}: a relation has two ends; left out")
                continue
            note = "\n".join(told.notes.get(name, ()))
            yield _relation(number, kind, (ends[0], ends[1]), note)
            if told.attributes.get(name):
                yield Refusal(number, f"{name}: attributes of a relation are left out")
        elif name[0] == "E":
            roles = [cell.rpartition(":")[0] for cell in cells if cell]
            for role, end in zip(roles, ends, strict=True):
                yield _relation(number, role, (told.triggers[name], end), "")
        elif name[0] == "*":
            for end in ends[1:]:
                yield _relation(number, kind, (ends[0], end), "")


def _relation(number: int, kind: str, ends: tuple[str, str], note: str) -> IncomingRelation:
    return IncomingRelation(relation=kind, source=ends[0], target=ends[1], note=note, line=number)
