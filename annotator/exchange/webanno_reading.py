"""Read WebAnno TSV 3: span layers, and the relations and slots between their annotations.

The text is that of the sentences if the tokens stand there, else one made up of the tokens.
"""

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
from annotator.exchange.units import from_utf16
from annotator.exchange.webanno_text import ToldText

_FORMAT = "#FORMAT=WebAnno TSV 3"
_SENTENCE = "#Text="
_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]*)\|?(.*)")
_ROW = re.compile(r"(\d{1,9}-\d{1,9})(\.\d{1,9})?")
_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")
_MARK = re.compile(r"(?<!\\)\[(\d+)(?:_(\d+))?\]$")
_IDS = ("identifier", "id")
_NOTHING = {"_"}


class Layer(Struct, frozen=True):
    """A layer: `SP` of spans, `RL` of relations on the layer `base`, or `CH` of chains."""

    kind: str
    name: str
    features: tuple[str, ...]
    base: str = ""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(1, len(self.features)) + (self.kind == "RL")


class _Open(Struct):
    """An annotation whose rows are being read; `row` is its first one.

    It is in the made-up text from `start` to `end`, and in the file's from `begin` to `finish`, in
    UTF-16 units.
    """

    layer: str
    start: int
    end: int
    begin: int
    finish: int
    values: dict[str, str]
    line: int
    row: str


class _Token(Struct, frozen=True):
    """The last token: where it is in the made-up text and in the file, and its words."""

    start: int = 0
    place: int = 0
    words: str = ""


class _Row(Struct, frozen=True):
    """A row of the file: its line, its name, and its places as in `_Open`."""

    line: int
    name: str
    made: tuple[int, int]
    told: tuple[int, int]


class _Link(Struct, frozen=True):
    """A link from an annotation to another; an end is a mark or, behind an @, a row."""

    line: int
    name: str
    source: tuple[str, str]
    target: tuple[str, str]


class _Document(Struct):
    """What has been read so far; annotations by layer and mark."""

    layers: list[Layer] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    token: _Token = _Token()
    told: ToldText = field(default_factory=ToldText)
    annotations: dict[tuple[str, str], _Open] = field(default_factory=dict)
    links: list[_Link] = field(default_factory=list)
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
        if number == 1 and not line.startswith(_FORMAT):
            yield Refusal(1, f"no WebAnno TSV 3: expected {_FORMAT}.3; export it as that")
            return
        if line and not line.startswith("#"):
            yield from _row(document, number, line.split("\t"))
        elif line.startswith(_SENTENCE):
            document.told.line(line.removeprefix(_SENTENCE))
        elif found := _LAYER.fullmatch(line):
            document.layers.append(_layer(*found.groups()))
    if document.chains:
        yield Refusal(0, f"{document.chains} links of chains, which annotate has no place for")
    yield from _record(document, source.name)


def _layer(kind: str, name: str, columns: str) -> Layer:
    names = [column for column in columns.split("|") if column]
    features = tuple(column for column in names if not column.startswith("BT_"))
    base = next((column[3:] for column in names if column.startswith("BT_")), "")
    return Layer(kind, name, features, base)


def _row(document: _Document, number: int, cells: Sequence[str]) -> Iterator[Refusal]:
    row = _ROW.fullmatch(cells[0])
    place = _PLACE.fullmatch(cells[1]) if len(cells) > len(("row", "place")) else None
    if row is None or place is None:
        yield Refusal(number, "no row of WebAnno TSV; left out")
        return
    told = int(place[1]), int(place[2])
    made = _part(document.token, told) if row[2] else _token(document, told, _plain(cells[2]))
    at = _Row(number, cells[0], made, told)
    column = 3
    for layer in document.layers:
        own = cells[column : column + layer.width]
        column += layer.width
        if layer.kind == "SP":
            _spans(document, layer, own, at)
        elif layer.kind == "RL":
            _links(document, layer, own, at)
        else:
            document.chains += any(cell != "_" for cell in own)


def _token(document: _Document, told: tuple[int, int], words: str) -> tuple[int, int]:
    """Add a token to the text; return where it is in the made-up one."""
    document.told.token(*told, words)
    start = document.length
    document.token = _Token(start, told[0], words)
    document.pieces.append(f"{words} ")
    document.length += len(words) + 1
    return start, start + len(words)


def _part(token: _Token, told: tuple[int, int]) -> tuple[int, int]:
    """Return where a part of a token is, perhaps of several that look alike."""
    narrowed = from_utf16(token.words)
    start, end = (token.start + narrowed(max(0, place - token.place)) for place in told)
    return start, end


def _spans(document: _Document, layer: Layer, told: Sequence[str], row: _Row) -> None:
    if not set(told) - _NOTHING:
        return
    stacks = [_split(cell, "|") for cell in told]
    for index in range(max(map(len, stacks))):
        cells = [stack[index] if index < len(stack) else "_" for stack in stacks]
        marks = [found[1] for cell in cells if (found := _MARK.search(cell))]
        mark = marks[0] if marks else f"{row.name}/{index}"
        known = document.annotations.get((layer.name, mark))
        if known is not None:
            known.end = max(known.end, row.made[1])
            known.finish = max(known.finish, row.told[1])
            continue
        values: dict[str, str] = {}
        for position, name in enumerate(layer.features):
            cell = cells[position] if position < len(cells) else "_"
            if name.startswith("ROLE_"):
                targets = cells[position + 1] if position + 1 < len(cells) else "_"
                base = layer.features[position + 1] if position + 1 < len(layer.features) else ""
                _slots(document, (layer.name, mark), (cell, targets, base), row.line)
            elif position == 0 or not layer.features[position - 1].startswith("ROLE_"):
                values[name] = _value(cell)
        made = _Open(layer.name, *row.made, *row.told, values, row.line, row.name)
        document.annotations[layer.name, mark] = made


def _slots(
    document: _Document, source: tuple[str, str], told: tuple[str, str, str], number: int
) -> None:
    """Note what fills the slots of an annotation: roles, and the rows of the targets."""
    roles, targets, base = told
    pairs = zip(_split(roles, ";"), _split(targets, ";"), strict=False)
    for role, target in pairs:
        if target in ("_", "*"):
            continue
        found = _MARK.search(target)
        end = found[1] if found and found[1] != "0" else f"@{_MARK.sub('', target)}"
        name = _value(_MARK.sub("", role)) or "role"
        document.links.append(_Link(number, name, source, (base, end)))


def _links(document: _Document, layer: Layer, told: Sequence[str], row: _Row) -> None:
    """Note relations: the value on the row of the target, and the row of the source behind it."""
    values = _split(told[0], "|") if len(told) > 1 else []
    for index, end in enumerate(_split(told[-1], "|") if told else []):
        if end == "_":
            continue
        found = _MARK.search(end)
        source = found[1] if found and found[1] != "0" else f"@{_MARK.sub('', end)}"
        target = found[2] if found and found[2] not in (None, "0") else f"@{row.name}"
        value = _value(values[index]) if index < len(values) else ""
        name = value or layer.name.rpartition(".")[2]
        ends = (layer.base, source), (layer.base, target)
        document.links.append(_Link(row.line, name, *ends))


def _record(document: _Document, name: str) -> Iterator[Incoming]:
    by_row: dict[tuple[str, str], str] = {}
    annotations: list[IncomingAnnotation] = []
    text = document.told.text()
    narrowed = from_utf16(text)
    for (layer, mark), told in document.annotations.items():
        key = f"{layer}#{mark}"
        by_row.setdefault((layer, f"@{told.row}"), key)
        by_row.setdefault(("", f"@{told.row}"), key)
        named = {f: value for f, value in told.values.items() if value and f not in _IDS}
        label = next(iter(named.values()), layer.rpartition(".")[2])
        made = IncomingAnnotation(
            label=label,
            start=narrowed(told.begin) if text else told.start,
            end=narrowed(told.finish) if text else told.end,
            key=key,
            attributes=dict(list(named.items())[1:]),
            line=told.line,
        )
        annotations.append(made)

    def end(of: tuple[str, str]) -> str:
        return by_row.get(of) or by_row.get(("", of[1]), f"{of[0]}#{of[1]}")

    if document.pieces:
        yield Incoming(
            line=1,
            name=re.sub(r"\.tsv$", "", name).replace("\\", "/"),
            text=text or "".join(document.pieces),
            loose=True,
            annotations=annotations,
            relations=[
                IncomingRelation(
                    relation=link.name,
                    source=end(link.source),
                    target=end(link.target),
                    line=link.line,
                )
                for link in document.links
            ],
        )


def _value(cell: str) -> str:
    bare = _MARK.sub("", cell)
    return "" if bare in ("_", "*") else _plain(bare)


def _split(cell: str, sign: str) -> list[str]:
    return re.split(rf"(?<!\\){re.escape(sign)}", cell)


def _plain(value: str) -> str:
    """Take the escapes away."""
    if "\\" not in value:
        return value
    named = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b"}
    return re.sub(r"\\(->|.)", lambda found: named.get(found[1], found[1]), value)
