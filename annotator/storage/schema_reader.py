"""From the tree of a schema file to the label schema, with all faults at once."""

import re
from collections.abc import Iterable, Iterator
from itertools import cycle
from unicodedata import normalize

from msgspec.structs import replace

from annotator.errors import Fault, FaultsError
from annotator.marking.labels import PALETTE, UNITS, Attribute, Label, LabelSchema, RelationType
from annotator.session.limits import how_to_raise
from annotator.storage.cause import shown_path
from annotator.storage.limits import limits
from annotator.storage.nearest import did_you_mean
from annotator.storage.schema_fields import (
    ATTRIBUTES,
    KEY_PATTERN,
    LABEL,
    LABELS_LIMIT,
    NAME_LIMIT,
    RELATION,
    SCALE_LIMIT,
    SCHEMA,
    Field,
)
from annotator.storage.yaml_tree import Mapping, Node, Sequence, Text, parse_yaml
from annotator.text.display import display_line

_KEYS = "abcdefghijklmnopqrstuvwxyz0123456789"

_ANY_ATTRIBUTE = tuple(
    {
        field.name: field._replace(required=field.name == "type")
        for fields in ATTRIBUTES.values()
        for field in fields
    }.values()
)

Fields = dict[str, tuple[Text, Node]]


def read_schema(source: str, file: str) -> LabelSchema:
    """Read a label schema from the text of a schema file; `file` is its name in faults.

    Labels without a key get the first free letter of their name, or any; then relations do.
    Labels without a colour get those of the palette in turn.

    Raises:
        FaultsError: all that is wrong with it.
    """
    tree, faults = parse_yaml(source, file)
    if tree is None:
        raise FaultsError(faults)
    reader = _Reader(shown_path(file), faults)
    schema = reader.schema(tree)
    if reader.faults:
        raise FaultsError(sorted(reader.faults, key=lambda fault: (fault.line, fault.column)))
    return schema


class _Reader:
    """Reads what can be read, and collects the faults of the rest."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        self._keys: dict[str, tuple[str, int]] = {}
        self._labels: Fields = {}

    def schema(self, node: Node) -> LabelSchema:
        fields = self._fields(node, SCHEMA, "the schema", node)
        self._labels = self._named(fields, "labels", "label")
        if "labels" in fields and not self._labels and not self.faults:
            self._fault(fields["labels"][0], "no label; add one")
        labels = [self._label(*entry) for entry in self._labels.values()]
        named = self._named(fields, "relations", "relation")
        relations = [self._relation(*entry) for entry in named.values()]
        free = [key for key in _KEYS if key not in self._keys]
        return LabelSchema(
            self._name(fields["name"][1], "the schema") if "name" in fields else "",
            tuple(_colored([replace(label, key=_keyed(label, free)) for label in labels])),
            tuple(replace(relation, key=_keyed(relation, free)) for relation in relations),
            self._text(fields, "description"),
        )

    def _label(self, name: Text, node: Node) -> Label:
        owner = f'label "{display_line(name.value)}"'
        fields = self._fields(node, LABEL, owner, name)
        return Label(
            self._name(name, "a label"),
            self._key(fields, owner),
            self._one_of(fields, "color", PALETTE),
            self._one_of(fields, "unit", UNITS) or "word",
            self._text(fields, "description"),
            tuple(text.value for text in self._texts(fields, "examples")),
            self._attributes(fields, owner),
        )

    def _relation(self, name: Text, node: Node) -> RelationType:
        owner = f'relation "{display_line(name.value)}"'
        fields = self._fields(node, RELATION, owner, name)
        return RelationType(
            self._name(name, "a relation"),
            self._label_names(fields, "from"),
            self._label_names(fields, "to"),
            self._key(fields, owner),
            self._text(fields, "description"),
            self._attributes(fields, owner),
        )

    def _attributes(self, fields: Fields, owner: str) -> tuple[Attribute, ...]:
        named = self._named(fields, "attributes", "attribute")
        return tuple(self._attribute(name, node, owner) for name, node in named.values())

    def _attribute(self, name: Text, node: Node, owner: str) -> Attribute:
        owner = f'attribute "{display_line(name.value)}" of {owner}'
        given = node.entries if isinstance(node, Mapping) else {}
        kind = self._one_of(given, "type", tuple(ATTRIBUTES))
        label = self._name(name, "an attribute")
        if not kind and "type" in given:
            return Attribute(label, "text")
        fields = self._fields(node, ATTRIBUTES.get(kind, _ANY_ATTRIBUTE), owner, name)
        least, most = self._integer(fields, "min"), self._integer(fields, "max")
        if kind == "scale" and least is not None and most is not None and least >= most:
            self._fault(fields["min"][1], f"min ({least}) is not below max ({most}); raise max")
        return Attribute(
            label,
            kind or "text",
            self._values(fields, owner),
            least or 0,
            most or 0,
            self._text(fields, "description"),
        )

    def _values(self, fields: Fields, owner: str) -> tuple[str, ...]:
        texts = self._texts(fields, "values")
        if "values" in fields and not texts:
            self._fault(fields["values"][0], f"no value for {owner} to choose; add some")
        self._unique(texts, "the value")
        return tuple(self._name(text, "a value") for text in texts)

    def _fields(self, node: Node, known: tuple[Field, ...], owner: str, place: Node) -> Fields:
        given = self._entries(node, owner)
        if given is None:
            return {}
        names = [field.name for field in known]
        for name, (key, _) in given.items():
            if name not in names:
                hint = did_you_mean(name, names) or f"; the fields are {', '.join(names)}"
                self._fault(key, f'unknown field "{display_line(name)}" in {owner}{hint}')
        for field in known:
            if field.required and field.name not in given:
                what = f'the field "{field.name}" is missing in {owner}; add it'
                self._fault(place, f"{what}: {field.description}")
        return {name: given[name] for name in given if name in names}

    def _named(self, fields: Fields, name: str, one: str) -> Fields:
        """Return the entries of a field whose names a person chose."""
        if name not in fields:
            return {}
        key, node = fields[name]
        entries = self._entries(node, f'the field "{name}"') or {}
        if len(entries) > (most := limits().labels):
            what = f"more than {most} {name}; split the schema"
            self._fault(key, f"{what} ({how_to_raise('labels')})")
            return {}
        self._unique([text for text, _ in entries.values()], one)
        return entries

    def _entries(self, node: Node, owner: str) -> Fields | None:
        if isinstance(node, Mapping):
            return node.entries
        if isinstance(node, Text) and not node.value and not node.quoted:
            return {}
        self._fault(node, f"{owner} is {_kind(node)}; write `name: value` lines below it, indented")
        return None

    def _unique(self, names: Iterable[Text], one: str) -> None:
        seen: dict[str, Text] = {}
        for name in names:
            first = seen.setdefault(normalize("NFKC", name.value).casefold(), name)
            if first is not name:
                shown = f'{one} "{display_line(name.value)}" differs'
                other = f'"{display_line(first.value)}" (line {first.line})'
                what = f"{shown} from {other} only by case or form; rename one"
                if first.value == name.value:
                    what = f"{one} {other} stands here twice; remove one"
                self._fault(name, what)

    def _name(self, text: Node, what: str) -> str:
        value = text.value if isinstance(text, Text) else ""
        if not 1 <= len(value) <= NAME_LIMIT or value != value.strip():
            self._fault(text, f"{what} has a name of 1 to {NAME_LIMIT} characters, not blank")
        elif display_line(value) != value:
            self._fault(text, f"{what} has a character in its name that cannot be shown; remove it")
        return value

    def _key(self, fields: Fields, owner: str) -> str:
        key = self._text(fields, "key")
        if not key:
            return ""
        place = fields["key"][1]
        if not re.fullmatch(KEY_PATTERN, key):
            wrong = f'"{display_line(key)}" cannot be the key of {owner}'
            self._fault(place, f"{wrong}; use one lower-case letter a-z or a digit")
        elif key in self._keys:
            other, line = self._keys[key]
            taken = f'key "{key}" of {owner} is already used by {other} (line {line})'
            self._fault(place, f"{taken}; pick another key for one of them")
        else:
            self._keys[key] = owner, place.line
            return key
        return ""

    def _one_of(self, fields: Fields, name: str, known: tuple[str, ...]) -> str:
        value = self._text(fields, name)
        if not value or value in known:
            return value
        what = f'"{display_line(value)}" is no {name}; use one of {", ".join(known)}'
        self._fault(fields[name][1], what + did_you_mean(value, known))
        return ""

    def _label_names(self, fields: Fields, name: str) -> tuple[str, ...]:
        node = fields[name][1] if name in fields else None
        texts = [node] if isinstance(node, Text) else self._texts(fields, name)
        if node is not None and not texts:
            self._fault(node, f'no label in "{name}"; name one')
        for text in texts:
            if text.value not in self._labels:
                hint = did_you_mean(text.value, self._labels) or "; add it to labels"
                self._fault(text, f'there is no label "{display_line(text.value)}"{hint}')
        return tuple(dict.fromkeys(text.value for text in texts))

    def _text(self, fields: Fields, name: str) -> str:
        if name not in fields:
            return ""
        node = fields[name][1]
        if isinstance(node, Text):
            return node.value
        self._fault(node, f'the field "{name}" is {_kind(node)}; write one text')
        return ""

    def _texts(self, fields: Fields, name: str) -> list[Text]:
        if name not in fields:
            return []
        node = fields[name][1]
        items = node.items if isinstance(node, Sequence) else ()
        texts = [item for item in items if isinstance(item, Text)]
        if not isinstance(node, Sequence) or len(texts) < len(items):
            self._fault(node, f'the field "{name}" is no list of texts; write [one, another]')
        elif len(items) > LABELS_LIMIT:
            self._fault(node, f'more than {LABELS_LIMIT} texts in "{name}"; shorten the list')
        return texts

    def _integer(self, fields: Fields, name: str) -> int | None:
        value = self._text(fields, name)
        if name not in fields:
            return None
        if re.fullmatch("-?(0|[1-9][0-9]{0,6})", value) and abs(int(value)) <= SCALE_LIMIT:
            return int(value)
        limit = f"from -{SCALE_LIMIT} to {SCALE_LIMIT}"
        self._fault(fields[name][1], f'"{name}" is no whole number {limit}; write one, as 3')
        return None

    def _fault(self, node: Node, what: str) -> None:
        self.faults.append(Fault(self.file, node.line, node.column, what))


def _kind(node: Node) -> str:
    if isinstance(node, Text):
        return "a text" if node.value or node.quoted else "empty"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _keyed(named: Label | RelationType, free: list[str]) -> str:
    """Return its key, or take one of the `free` ones for it; "" when none is left."""
    if named.key or not free:
        return named.key
    letters = [letter for letter in named.name.lower() if letter in free]
    key = letters[0] if letters else free[0]
    free.remove(key)
    return key


def _colored(labels: list[Label]) -> Iterator[Label]:
    used = {label.color for label in labels}
    unused = [color for color in PALETTE if color not in used]
    turn = cycle([*unused, *PALETTE])
    for label in labels:
        yield label if label.color else replace(label, color=next(turn))
