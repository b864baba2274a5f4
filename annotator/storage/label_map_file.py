"""The file of `annotate import --map`: what labels and relations of a file are called here."""

import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct, field

from annotator.errors import Fault, FaultsError
from annotator.storage.cause import shown_path
from annotator.storage.schema_file import read_text
from annotator.storage.yaml_tree import Mapping as Tree
from annotator.storage.yaml_tree import Text, parse_yaml

KINDS = ("labels", "relations")
_ALIKE = 0.75
"""How alike two names must be, from 0 to 1, for one to be proposed for the other."""


class LabelMap(Struct, frozen=True):
    """From a name in the file to one of the schema; "" leaves out what has it."""

    labels: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)


def load_label_map(path: str) -> LabelMap:
    """Read the file.

    Raises:
        FaultsError: all that is wrong with it.
        UsageError: it cannot be read.
    """
    tree, faults = parse_yaml(read_text(path, path), path)
    file = shown_path(path)
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    if isinstance(tree, Tree):
        for kind, (key, node) in tree.entries.items():
            if kind not in KINDS or not isinstance(node, Tree):
                what = "expected `labels:` or `relations:`, and below it a line for each name"
                faults.append(Fault(file, key.line, key.column, what))
                continue
            for name, (place, value) in node.entries.items():
                if isinstance(value, Text):
                    found[kind][name] = value.value
                else:
                    what = "expected a name of the schema, or nothing to leave it out"
                    faults.append(Fault(file, place.line, place.column, what))
    elif tree is not None:
        faults.append(Fault(file, 1, 1, "expected `labels:` and below it `name: name-here`"))
    if faults:
        raise FaultsError(faults)
    return LabelMap(found["labels"], found["relations"])


def label_map_page(
    unknown: Mapping[str, Mapping[str, int]], known: Mapping[str, Sequence[str]]
) -> str:
    """Return a map file to be filled in: for each kind the unknown names and how many have them.

    Where a known name is much like an unknown one, it is there already.
    """
    lines = ["# Write behind each name what it is called here; nothing leaves it out."]
    for kind in KINDS:
        if not unknown.get(kind):
            continue
        lines += [f"# {kind} of the schema: {', '.join(known[kind])}", f"{kind}:"]
        for name, count in unknown[kind].items():
            near = _alike(name, known[kind])
            told = _quoted(near) if near else ""
            lines.append(f"  {_quoted(name)}: {told}  # {count:,} of them")
    return "\n".join(lines) + "\n"


def _alike(name: str, known: Sequence[str]) -> str:
    """Return the known name that is much like another, "" if none is; signs alone are like none."""
    bare = {_bare(each): each for each in reversed(known)}
    near = get_close_matches(_bare(name), [each for each in bare if each], 1, _ALIKE)
    return bare[near[0]] if near and _bare(name) else ""


def _bare(name: str) -> str:
    """Return the letters and digits of a name in lower case, "" if it has no letters."""
    kept = "".join(filter(str.isalnum, name.casefold()))
    return kept if any(map(str.isalpha, kept)) else ""


def _quoted(name: str) -> str:
    """Return a name as a YAML text in double quotes, whatever it holds."""
    if name.isidentifier() and name.isascii():
        return name
    return json.dumps(name, ensure_ascii=False)
