"""From the key events of Textual to the names of keys in the keymap."""

from textual.events import Key

ENDS = ("enter", "escape")
"""Keys upon which a prompt, or a screen over the reader, may give its answer."""

_MODIFIERS = frozenset(
    f"{side}_{name}"
    for side in ("left", "right")
    for name in ("shift", "control", "alt", "super", "hyper", "meta")
) | {"caps_lock", "num_lock", "scroll_lock", "iso_level3_shift", "iso_level5_shift"}
"""Keys that some terminals report when they are pressed alone."""


def key_name(event: Key) -> str:
    """Return the name of the key as `session.keymap` knows it, "" for a modifier alone."""
    if event.key in _MODIFIERS:
        return ""
    character = event.character
    if character is not None and character.isprintable() and character != " ":
        return character
    return event.key
