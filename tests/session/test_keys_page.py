import re

import pytest
import yaml
from drawing import SCHEMA

from annotator.session.command import GROUPS
from annotator.session.commands import COMMANDS, all_commands
from annotator.session.keymap import NAMED_KEYS, Binding, Place, build_keymap
from annotator.session.keys_page import keys_page

PAGE = keys_page(COMMANDS)


def unquoted(cell):
    """Return the keys that a cell holds as code."""
    codes = re.findall(r"`` (.) ``|`([^`]+)`", cell)
    return [(odd or plain).replace(r"\|", "|") for odd, plain in codes]


def rows():
    """Return the cells of the row of each id."""
    split = [
        re.split(r"(?<!\\)\|", line)[1:-1] for line in PAGE.split("\n") if line.startswith("|")
    ]
    return {cells[3].strip(" `"): [cell.strip() for cell in cells] for cells in split}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_row(command):
    keys, extras, says, _ = rows()[command.id]
    assert says == command.help
    assert unquoted(keys) == list(command.keys)
    assert unquoted(extras) == list(command.extras)


def test_groups_stand_in_their_order():
    headings = re.findall(r"^## (.*)", PAGE, re.MULTILINE)
    assert headings == [*GROUPS, "Keys of your own"]


def test_every_name_of_a_key_is_listed():
    last = PAGE.split("These have names:")[1]
    assert [key for key in NAMED_KEYS if f"`{key}`" not in last] == []


def test_the_keys_file_in_it_works():
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    bindings = [
        Binding(command, tuple([keys] if isinstance(keys, str) else keys or ()), Place("k", 1, 1))
        for command, keys in yaml.safe_load(example).items()
    ]
    keymap = build_keymap(all_commands(SCHEMA), bindings)
    assert keymap.command("ctrl+n").id == "find.next"
    assert keymap.command("_") is None


def test_it_ends_with_one_line_feed_and_has_no_loose_blanks():
    assert PAGE.endswith("\n")
    assert not PAGE.endswith("\n\n")
    assert not re.search(r"[ \t]\n|\n\n\n", PAGE)
