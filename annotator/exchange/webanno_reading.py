"""Read WebAnno TSV 3: span layers and the relations between them, cut back to annotations."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from annotator.exchange.incoming import (
    LINE_LIMIT,
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
)

_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]*)\|?(.*)")
_ROW = re.compile(r"(\d+)-(\d+)(\.\d+)?")
_MARK = re.compile(r"(?<!\\)\[(\d+)(?:_(\d+))?\]$")
_IDS = ("identifier", "id")


class Layer(Struct, frozen=True):
    """A layer: `SP` of spans, `RL` of relations, `CH` of chains; and its columns."""

    kind: str
    name: str
    features: tuple[str, ...]


class _Open(Struct):
    """An annotation whose rows are being read: from where to where in the made-up text."""

    layer: str
    start: int
    end: int
    values: dict[str, str]
    line: int
    row: str


class _Document(Struct):
    """What has been read so far."""

    layers: list[Layer] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    token: tuple[int, str] = 0, ""
    annotations: dict[tuple[str, str], _Open] = field(default_factory=dict)
    links: list[tuple[int, str, str, str]] = field(default_factory=list)
    chains: int = 0


def read(source: Source) -> Read:
    """Yield the one record of a file."""
    document = _Document()
    for number, raw in source.lines():
        if len(raw) > LINE_LIMIT:
            yield Refusal(number, f"the line is longer than {LINE_LIMIT >> 20} MiB")
            continue
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield Refusal(number, "not UTF-8; save the file as UTF-8")
            continue
        if found := _LAYER.fullmatch(line):
            names = (name for name in found[3].split("|") if not name.startswith("BT_"))
            features = tuple(name for name in names if name)
            document.layers.append(Layer(found[1], found[2], features))
        elif line.startswith("#") or not line:
            continue
        elif refusal := _row(document, number, line.split("\t")):
            yield refusal
    if document.chains:
        yield Refusal(0, f"{document.chains} links of chains, which annotate has no place for")
    yield from _record(document, source.name)


def _row(document: _Document, number: int, cells: Sequence[str]) -> Refusal | None:
    row = _ROW.fullmatch(cells[0])
    if row is None or len(cells) < len(("row", "place", "token")):
        return Refusal(number, "no row of WebAnno TSV; left out")
    token = _plain(cells[2])
    if row[3]:  # A part of the token before: it may stand anywhere in it.
        whole_start, whole = document.token
        start = whole_start + max(0, whole.find(token))
    else:
        start = document.length
        document.token = start, token
        document.pieces.append(f"{token} ")
        document.length += len(token) + 1
    end = start + len(token)
    column = 3
    for layer in document.layers:
        width = max(1, len(layer.features)) + (layer.kind == "RL")
        told = cells[column : column + width]
        column += width
        if layer.kind == "SP":
            _spans(document, layer, told, (number, start, end, cells[0]))
        elif layer.kind == "RL":
            _links(document, told, number, cells[0])
        else:
            document.chains += any(cell != "_" for cell in told)
    return None


def _spans(
    document: _Document, layer: Layer, told: Sequence[str], at: tuple[int, int, int, str]
) -> None:
    number, start, end, row = at
    stacks = [_split(cell) for cell in told]
    for index in range(max(map(len, stacks), default=0)):
        values: dict[str, str] = {}
        mark = ""
        for feature, stack in zip(layer.features or ("value",), stacks, strict=False):
            value = stack[index] if index < len(stack) else "_"
            found = _MARK.search(value)
            mark = found[1] if found else mark
            values[feature] = _plain(_MARK.sub("", value)) if value not in ("_", "*") else ""
            if _MARK.sub("", value) in ("*", "_"):
                values[feature] = ""
        if all(cell == "_" for cell in told):
            continue
        key = layer.name, mark or f"{row}/{index}"
        known = document.annotations.get(key)
        if known is None:
            document.annotations[key] = _Open(layer.name, start, end, values, number, row)
        else:
            known.end = end


def _links(document: _Document, told: Sequence[str], number: int, row: str) -> None:
    """Note relations: the value on the row of the target, and the row of the source behind it."""
    values, ends = _split(told[0]), _split(told[-1])
    for value, end in zip(values, ends, strict=False):
        if end == "_":
            continue
        found = _MARK.search(end)
        place = _MARK.sub("", end)
        source = found[1] if found and found[1] != "0" else ""
        target = found[2] if found and found[2] and found[2] != "0" else ""
        name = _plain(value) if value not in ("_", "*") else "relation"
        document.links.append((number, name, source or f"@{place}", target or f"@{row}"))


def _record(document: _Document, name: str) -> Iterator[Incoming]:
    annotations: list[IncomingAnnotation] = []
    by_mark: dict[str, str] = {}
    for (layer, mark), told in document.annotations.items():
        key = f"{layer}#{mark}"
        by_mark[mark] = key
        by_mark.setdefault(f"@{told.row}", key)
        named = [value for feature, value in told.values.items() if value and feature not in _IDS]
        made = IncomingAnnotation(
            label=named[0] if named else layer.rpartition(".")[2],
            start=told.start,
            end=told.end,
            key=key,
            attributes={
                feature: value
                for feature, value in told.values.items()
                if value and feature not in _IDS and value != named[0]
            },
            line=told.line,
        )
        annotations.append(made)
    relations = [
        IncomingRelation(
            relation=label,
            source=by_mark.get(source, source),
            target=by_mark.get(target, target),
            line=number,
        )
        for number, label, source, target in document.links
    ]
    if document.pieces:
        stem = re.sub(r"\.tsv$", "", name).replace("\\", "/")
        yield Incoming(
            line=1,
            name=stem,
            text="".join(document.pieces),
            loose=True,
            annotations=annotations,
            relations=relations,
        )


def _split(cell: str) -> list[str]:
    return re.split(r"(?<!\\)\|", cell)


def _plain(value: str) -> str:
    """Take the escapes away."""
    named = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b"}
    return re.sub(
        r"\\(->|.)",
        lambda found: named.get(found[1], found[1]) if found[1] in "ntrfb" else found[1],
        value,
    )
