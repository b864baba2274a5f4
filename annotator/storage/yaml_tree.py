"""A strict reading of YAML: texts, lists and mappings, each with its place, and nothing else.

Scalars stay text: `no` is "no" and `010` is "010". Anchors, aliases, tags, merge keys, duplicate
keys, several documents, control characters and deep nesting are faults. PyYAML is asked for its
events only; its composer and constructor would expand aliases and guess at types.
"""

import re
from collections.abc import Iterator
from itertools import islice

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from annotator.errors import Fault
from annotator.storage.cause import shown_path
from annotator.text.display import display_line

YAML_LIMIT = 1 << 20
"""Bytes of a file, and code points of a text: both have fewer."""

DEPTH_LIMIT = 20
"""Lists and mappings inside one another."""

_FAULTS_LIMIT = 20
_UNENDED = "no YAML from here on; check the indent, and that quotes and brackets are closed"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class Text(Struct, frozen=True):
    """A scalar. `quoted` tells `""` from nothing at all. Lines and columns count from 1."""

    value: str
    line: int
    column: int
    quoted: bool = False


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """A mapping from names to a name's own place and its value, in the order of the file."""

    entries: dict[str, tuple[Text, "Node"]]
    line: int
    column: int


Node = Text | Sequence | Mapping


def parse_yaml(source: str, file: str) -> tuple[Node | None, list[Fault]]:
    """Read one document, and collect what is wrong with it; `file` is its name in faults.

    An empty document is an empty text. The tree is None if a fault makes it useless.
    """
    file = shown_path(file)
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(source) >= YAML_LIMIT:
        return None, [Fault(file, 0, 0, "larger than 1 MiB; split it or shorten it")]
    if controls := [*islice(_controls(source, file), _FAULTS_LIMIT)]:
        return None, controls
    builder = _Builder(file)
    try:
        builder.read(yaml.parse(source, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        return None, [*builder.faults, _syntax(source, file, error)]
    except _HopelessError:
        return None, builder.faults
    return builder.root, builder.faults


class _HopelessError(Exception):
    """What follows a fault cannot be understood."""


class _Open:
    """A list or a mapping whose end has not come."""

    def __init__(self, event: CollectionStartEvent) -> None:
        self.is_mapping = isinstance(event, MappingStartEvent)
        self.line, self.column = _place(event)
        self.items: list[Node] = []
        self.entries: dict[str, tuple[Text, Node]] = {}
        self.key: Text | None = None

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(self.entries, self.line, self.column)
        return Sequence(tuple(self.items), self.line, self.column)


class _Builder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node = Text("", 1, 1)
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._documents = 0

    def read(self, events: Iterator[Event]) -> None:
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._fault(event, "a second document; keep one, and no further `---`")
                    raise _HopelessError
            elif isinstance(event, NodeEvent):
                self._node(event)
            elif isinstance(event, CollectionEndEvent):
                self._put(self._open.pop().closed())

    def _node(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            self._fault(event, "an alias (`*`); write the value out, or quote a text")
        elif event.anchor is not None:
            self._fault(event, "an anchor (`&`); remove it, or quote a text")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(event, "a tag (`!`); remove it, or quote a text")
        if isinstance(event, CollectionStartEvent):
            self._begin(event)
            return
        value = event.value if isinstance(event, ScalarEvent) else ""
        quoted = isinstance(event, ScalarEvent) and bool(event.style)
        if _CONTROL.search(value):
            self._fault(event, "an escaped control character; remove it")
        self._put(Text(value, *_place(event), quoted))

    def _begin(self, event: CollectionStartEvent) -> None:
        if len(self._open) >= DEPTH_LIMIT:
            self._fault(event, f"nested more than {DEPTH_LIMIT} deep; this is no place for that")
            raise _HopelessError
        self._open.append(_Open(event))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(parent, node)
        else:
            parent.entries.setdefault(parent.key.value, (parent.key, node))
            parent.key = None

    def _key(self, parent: _Open, node: Node) -> Text:
        if not isinstance(node, Text):
            self._fault_at(node, "a list or a mapping as a name; use a plain name")
            return Text("", node.line, node.column)
        name = display_line(node.value)
        if node.value == "<<" and not node.quoted:
            self._fault_at(node, "a merge key (`<<`); write the values out")
        elif earlier := parent.entries.get(node.value):
            where = f"line {earlier[0].line}"
            self._fault_at(node, f'"{name}" stands here already, in {where}; remove one')
        return node

    def _fault(self, event: Event, what: str) -> None:
        self.faults.append(Fault(self.file, *_place(event), what))

    def _fault_at(self, node: Node, what: str) -> None:
        self.faults.append(Fault(self.file, node.line, node.column, what))


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    if mark is None:
        return 0, 0
    return mark.line + 1, mark.column + 1


def _controls(source: str, file: str) -> Iterator[Fault]:
    for found in _CONTROL.finditer(source):
        before = source[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Fault(file, line, column, f"the control character U+{ord(found[0]):04X}; remove it")


def _syntax(source: str, file: str, error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(file, 0, 0, f"not YAML: {error.problem}")
    lines = source.split("\n")
    at = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    if at == "\t":
        what = "a tab where YAML wants spaces; indent with spaces"
    elif at and at in "`@%":
        what = f"a text cannot begin with {at}; put it in quotes"
    elif at == ":":
        what = 'a text that holds ": " needs quotes, and a field needs the indent of the others'
    else:
        what = _UNENDED
    return Fault(file, mark.line + 1, mark.column + 1, what)
