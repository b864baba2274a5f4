"""Keymap: from keys to commands. Default keys, label keys of the schema, and a person's own.

Keys are named by the character that they type (`a`, `A`, `?`), or: up down left right home end
pageup pagedown space enter tab escape backspace delete f1 … f12, and with `ctrl+` a letter or an
arrow, home, end; with `shift+` an arrow or tab.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from annotator.errors import Fault, FaultsError
from annotator.session.command import Command

_ARROWS = ("up", "down", "left", "right")
_NAMED = frozenset(
    [*_ARROWS, "home", "end", "pageup", "pagedown", "space", "enter", "tab", "escape"]
    + ["backspace", "delete", "shift+tab"]
    + [f"shift+{key}" for key in _ARROWS]
    + [f"ctrl+{key}" for key in (*_ARROWS, "home", "end")]
    + [f"f{number}" for number in range(1, 13)]
)
_SAME_BYTE = {"i": "tab", "m": "enter", "h": "backspace", "j": "enter"}
"""Letters whose Ctrl byte is that of another key, so that terminals cannot tell them apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person's binding stands: a file, and a line and a column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Binding:
    """A person's own keys for one command, as their file says."""

    command: str
    keys: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Keymap:
    """`commands` are all that exist, with the keys they have now; `by_key` finds one of them."""

    commands: tuple[Command, ...]
    by_key: Mapping[str, Command]

    def command(self, key: str) -> Command | None:
        """Return what the key does."""
        return self.by_key.get(key)

    def key(self, command_id: str) -> str:
        """Return the first key of a command, "" if it has none."""
        for command in self.commands:
            if command.id == command_id:
                return next(iter((*command.keys, *command.extras)), "")
        return ""


def build_keymap(commands: Sequence[Command], bindings: Iterable[Binding] = ()) -> Keymap:
    """Return the keymap of `commands`, with a person's bindings in the place of the default keys.

    A person's key wins over an extra default of another command, silently, and over nothing else.

    Raises:
        FaultsError: a binding names no command, a key that no terminal can send, or one that
            belongs to another command; all such faults at once.
    """
    own = {binding.command: binding for binding in bindings}
    known = {command.id for command in commands}
    faults = [
        *(_unknown(binding, known) for binding in own.values() if binding.command not in known),
        *(_impossible(b, key) for b in own.values() for key in b.keys if why_impossible(key)),
    ]
    taken = {key for binding in own.values() for key in binding.keys}
    bound = tuple(_with_keys(command, own.get(command.id), taken) for command in commands)
    by_key: dict[str, Command] = {}
    for command in bound:
        for key in (*command.keys, *command.extras):
            if (other := by_key.setdefault(key, command)) is not command:
                faults.append(_clash(key, other, command, own))
    if faults:
        raise FaultsError(faults)
    return Keymap(bound, by_key)


def why_impossible(key: str) -> str:
    """Say why no terminal can send `key`, or it may not be used; "" if it is fine."""
    if key in _NAMED or (len(key) == 1 and key.isprintable() and key != " "):
        return ""
    prefix, _, last = key.rpartition("+")
    if prefix == "ctrl" and len(last) == 1 and "a" <= last <= "z":
        if last in _SAME_BYTE:
            return f"terminals send it as {_SAME_BYTE[last]}; bind {_SAME_BYTE[last]} instead"
        return "" if last not in "cdz\\" or last == "z" else "it is left to the terminal"
    if prefix == "shift" and len(last) == 1:
        return f"write the character that it types, as {last.upper()}"
    return "terminals do not send it; see docs/keys.md for the names of keys"


def _with_keys(command: Command, binding: Binding | None, taken: set[str]) -> Command:
    if binding is not None:
        return replace(command, keys=binding.keys, extras=())
    return replace(command, extras=tuple(key for key in command.extras if key not in taken))


def _fault(place: Place, what: str) -> Fault:
    return Fault(place.file, place.line, place.column, what)


def _unknown(binding: Binding, known: set[str]) -> Fault:
    near = get_close_matches(binding.command, known, 1)
    hint = f"Did you mean “{near[0]}”?" if near else "docs/keys.md lists the commands."
    return _fault(binding.place, f"there is no command “{binding.command}”. {hint}")


def _impossible(binding: Binding, key: str) -> Fault:
    what = f"key “{key}” for “{binding.command}” cannot be used: {why_impossible(key)}"
    return _fault(binding.place, what)


def _clash(key: str, first: Command, second: Command, own: Mapping[str, Binding]) -> Fault:
    binding = own.get(second.id) or own.get(first.id)
    place = binding.place if binding else Place("the default keys", 0, 0)
    what = f"key “{key}” would mean both “{first.id}” and “{second.id}”. Give one another key."
    return _fault(place, what)
