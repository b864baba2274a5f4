"""The keymap: the command table, the label schema's keys, and a person's own keys file."""

from annotator.marking.labels import LabelSchema
from annotator.session.commands import all_commands
from annotator.session.keymap import Binding, Keymap, Place, build_keymap
from annotator.storage.keys_file import load_keys


def keymap(schema: LabelSchema, keys_file: str | None) -> Keymap:
    """Return the keymap of a schema, with what the keys file changes, if there is one.

    Raises:
        FaultsError: all that is wrong with the keys file.
        UsageError: it cannot be read.
    """
    commands = all_commands(schema)
    if keys_file is None:
        return build_keymap(commands)
    own = load_keys(keys_file)
    return build_keymap(
        commands,
        [
            Binding(command, keys, Place(own.file, *own.places[command]))
            for command, keys in own.bindings.items()
        ],
    )
