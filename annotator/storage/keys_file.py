"""The file in which a person gives commands other keys: `command.id: key`, or a list of keys."""

from dataclasses import dataclass

from annotator.errors import Fault, FaultsError
from annotator.storage.cause import shown_path
from annotator.storage.schema_file import read_text
from annotator.storage.yaml_tree import Mapping, Node, Sequence, Text, parse_yaml
from annotator.text.display import display_line

_KEY_LIMIT = 40
"""Code points of the name of a key."""


@dataclass(frozen=True, slots=True)
class KeysFile:
    """Key names by command id, as written: whether they mean anything, the keymap says.

    `places` has the line and the column of each command id, from 1. An empty tuple of keys takes
    all keys from a command.
    """

    file: str
    bindings: dict[str, tuple[str, ...]]
    places: dict[str, tuple[int, int]]

    def fault(self, command: str, what: str) -> Fault:
        """Return a fault at the place of a command id."""
        return Fault(self.file, *self.places[command], what)


def load_keys(path: str) -> KeysFile:
    """Read a keys file.

    Raises:
        FaultsError: all that is wrong with its form.
        UsageError: the file cannot be read.
    """
    file = shown_path(path)
    tree, faults = parse_yaml(read_text(path, path), path)
    entries = tree.entries if isinstance(tree, Mapping) else {}
    if isinstance(tree, Sequence) or (isinstance(tree, Text) and tree.value):
        what = "write one command a line: `command: key`"
        faults.append(Fault(file, tree.line, tree.column, what))
    bindings = {command: tuple(_keys(file, node, faults)) for command, (_, node) in entries.items()}
    if faults:
        raise FaultsError(faults)
    places = {command: (key.line, key.column) for command, (key, _) in entries.items()}
    return KeysFile(file, bindings, places)


def _keys(file: str, node: Node, faults: list[Fault]) -> list[str]:
    if isinstance(node, Text) and not node.value and not node.quoted:
        return []
    found: list[str] = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        what = ""
        if not isinstance(item, Text):
            what = "write a key, or a list of keys: [x, ctrl+x]"
        elif not 1 <= len(item.value) <= _KEY_LIMIT or display_line(item.value) != item.value:
            what = f"a key has a name of 1 to {_KEY_LIMIT} characters"
        elif item.value in found:
            what = f'"{item.value}" stands here twice; remove one'
        else:
            found.append(item.value)
        if what:
            faults.append(Fault(file, item.line, item.column, what))
    return found
