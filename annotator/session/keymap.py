"""Keymap: from keys to commands. Default keys, label keys of the schema, and a person's own.

Keys are named by the character that they type (`a`, `A`, `?`), or as in `NAMED_KEYS`, or with
`ctrl+` and a small letter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import Fault, FaultsError
from annotator.session.command import Command

_ARROWS: Final = ("up", "down", "left", "right")
NAMED_KEYS: Final = (
    *_ARROWS,
    *("home", "end", "pageup", "pagedown"),
    *("space", "enter", "tab", "escape", "backspace", "delete"),
    *(f"ctrl+{key}" for key in (*_ARROWS, "home", "end")),
    *(f"shift+{key}" for key in (*_ARROWS, "tab")),
    *(f"f{number}" for number in range(1, 13)),
)
"""Keys that have a name because they type no character."""

CTRL_LETTERS: Final = tuple(letter for letter in ascii_lowercase if letter not in "cdhijm")
"""Letters that can be bound with Ctrl."""

_SAME_BYTE: Final = {"i": "tab", "m": "enter", "h": "backspace", "j": "enter"}
"""Letters whose Ctrl byte is that of another key, so that terminals cannot tell them apart."""

_OTHER_NAMES: Final = {
    " ": "space",
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "bs": "backspace",
    "pgup": "pageup",
    "pgdn": "pagedown",
}
"""What else people call the keys."""


class Place(Struct, frozen=True):
    """Where a person's binding stands: a file, and a line and a column from 1."""

    file: str
    line: int
    column: int


class Binding(Struct, frozen=True):
    """A person's own keys for one command, as their file says."""

    command: str
    keys: tuple[str, ...]
    place: Place


class Keymap(Struct, frozen=True):
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
    A binding of a label that this schema lacks is passed over, so that one file serves several.

    Raises:
        FaultsError: a binding names no command, a key that no terminal can send, or one that
            belongs to another command; all such faults at once.
    """
    known = {command.id for command in commands}
    all_own = {binding.command: binding for binding in bindings}
    own = {command: binding for command, binding in all_own.items() if command in known}
    faults = [
        *(fault for binding in all_own.values() for fault in _unknown(binding, known)),
        *(_impossible(b, key) for b in all_own.values() for key in b.keys if why_impossible(key)),
    ]
    taken = {key for binding in own.values() for key in binding.keys}
    bound = tuple(_with_keys(command, own.get(command.id), taken) for command in commands)
    by_key: dict[str, Command] = {}
    for command in bound:
        for key in (*command.keys, *command.extras):
            by_key.setdefault(key, command)
    faults += _clashes(bound, by_key, own)
    if faults:
        raise FaultsError(faults)
    return Keymap(bound, by_key)


def why_impossible(key: str) -> str:
    """Say why `key` cannot be bound, and what to write instead; "" if it can."""
    if key in NAMED_KEYS or (len(key) == 1 and key.isprintable() and key != " "):
        return ""
    modifier, _, last = key.rpartition("+")
    if modifier == "ctrl" and last in CTRL_LETTERS:
        return ""
    if modifier == "ctrl" and last in _SAME_BYTE:
        return f"terminals send it as {_SAME_BYTE[last]}; bind {_SAME_BYTE[last]} instead"
    if key in ("ctrl+c", "ctrl+d"):
        return "it is left to the terminal"
    if modifier == "shift" and len(last) == 1:
        example = f", here {last.upper()}" if last.isalpha() else ""
        return f"write the character that it types{example}"
    what = "not every terminal sends it" if modifier else "no key has this name"
    near = _near_key(key)
    return f"{what}; did you mean {near}?" if near else f"{what}; docs/keys.md lists those that can"


def _near_key(key: str) -> str:
    plain = key.lower().replace("_", "").replace("-", "+")
    name = _OTHER_NAMES.get(plain, plain)
    if name in NAMED_KEYS or name in {f"ctrl+{letter}" for letter in CTRL_LETTERS}:
        return name
    words = [known for known in NAMED_KEYS if known.isalpha()]
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, words, 1, 0.82)), "")


def _with_keys(command: Command, binding: Binding | None, taken: set[str]) -> Command:
    if binding is not None:
        return replace(command, keys=binding.keys, extras=())
    return replace(command, extras=tuple(key for key in command.extras if key not in taken))


def _fault(place: Place, what: str) -> Fault:
    return Fault(place.file, place.line, place.column, what)


def _unknown(binding: Binding, known: set[str]) -> Iterator[Fault]:
    """Yield a fault if there is no such command, unless another schema may have the label."""
    if binding.command in known:
        return
    is_label = binding.command.startswith("label.")
    alike = sorted(command for command in known if command.startswith("label.") == is_label)
    from difflib import get_close_matches

    near = get_close_matches(binding.command, alike, 1, 0.85 if is_label else 0.6)
    if near or not is_label:
        hint = f"Did you mean “{near[0]}”?" if near else "docs/keys.md lists the commands."
        yield _fault(binding.place, f"there is no command “{binding.command}”. {hint}")


def _impossible(binding: Binding, key: str) -> Fault:
    what = f"key “{key}” for “{binding.command}” cannot be used: {why_impossible(key)}"
    return _fault(binding.place, what)


def _clashes(
    commands: Iterable[Command], by_key: Mapping[str, Command], own: Mapping[str, Binding]
) -> Iterator[Fault]:
    """Yield a fault for each command that shares a key with an earlier one."""
    for second in commands:
        for key in (*second.keys, *second.extras):
            first = by_key[key]
            if first is second:
                continue
            binding = own.get(second.id) or own.get(first.id)
            place = binding.place if binding else Place("the default keys", 0, 0)
            both = f"“{first.id}” and “{second.id}”"
            yield _fault(place, f"key “{key}” would mean both {both}. Give one another key.")
