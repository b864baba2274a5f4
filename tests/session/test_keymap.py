"""Keys: the defaults, label keys of any schema, and a person's own."""

import re
from string import ascii_lowercase, digits, punctuation

import pytest
from drawing import KEYMAP, SCHEMA, drawn
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.errors import Fault, FaultsError
from annotator.marking.labels import Label, LabelSchema
from annotator.session.command import GROUPS
from annotator.session.commands import COMMANDS, REOPEN, WRITE_BACK, all_commands, press
from annotator.session.keymap import (
    CTRL_LETTERS,
    NAMED_KEYS,
    Binding,
    Place,
    build_keymap,
    why_impossible,
)
from annotator.session.moment import Moment
from annotator.session.reanchoring import PLACES

FULL = LabelSchema(
    "full", tuple(Label(f"label_{key}", key, "blue") for key in ascii_lowercase + digits)
)


def bound(command, *keys, line=1):
    return Binding(command, keys, Place("keys.yaml", line, 1))


def faults(*bindings, schema=SCHEMA):
    with pytest.raises(FaultsError) as raised:
        build_keymap(all_commands(schema), bindings)
    return str(raised.value).split("\n")


# The table


def test_no_default_keys_clash_even_if_labels_take_every_letter_and_digit():
    keymap = build_keymap(all_commands(FULL))
    for key in ascii_lowercase + digits:
        assert keymap.command(key).id == f"label.label_{key}"


@pytest.mark.parametrize("command", all_commands(SCHEMA), ids=lambda command: command.id)
def test_every_command_is_complete(command):
    assert re.fullmatch(r"[a-z]+(\.[a-z_]+)?", command.id)
    assert 1 <= len(command.title.split()) <= 4
    assert command.help[0].isupper()
    assert not command.help.endswith(".")
    assert command.group in GROUPS
    assert command.keys or command.extras
    assert not [key for key in (*command.keys, *command.extras) if why_impossible(key)]


def test_every_group_has_commands():
    assert [group for group in GROUPS if any(c.group == group for c in all_commands(SCHEMA))] == [
        *GROUPS
    ]


def test_ids_are_unique():
    ids = [command.id for command in all_commands(FULL)]
    assert len(set(ids)) == len(ids)


def test_no_program_key_is_a_small_letter_or_digit():
    keys = {key for command in COMMANDS for key in (*command.keys, *command.extras)}
    assert not keys & set(ascii_lowercase + digits)


def test_no_command_needs_a_key_that_some_terminals_lack():
    everywhere = {"up", "down", "left", "right", "space", "enter", "tab", "escape", "backspace"}
    for command in COMMANDS:
        for key in command.keys:
            assert key in everywhere or key in punctuation or (len(key) == 1 and key.isupper())
        rest = "in extend mode" in command.help or command.id.startswith("extend.")
        seldom = command.id in (PLACES, REOPEN, WRITE_BACK)  # Ctrl and a letter will do.
        assert command.keys or rest or seldom


def test_a_label_without_a_key_can_still_be_chosen_by_name():
    schema = LabelSchema("short", (Label("actor", "", "blue"),))
    keymap = build_keymap(all_commands(schema))
    assert keymap.key("label.actor") == ""
    assert "label.actor" in {command.id for command in keymap.commands}


# A person's own keys


def test_a_binding_takes_the_place_of_all_keys_of_the_command():
    keymap = build_keymap(COMMANDS, [bound("help", "ctrl+n", "ö")])
    assert keymap.command("ö").id == keymap.command("ctrl+n").id == "help"
    assert keymap.command("?") is None
    assert keymap.command("f1") is None
    assert keymap.key("help") == "ctrl+n"


def test_a_binding_without_keys_takes_them_all():
    keymap = build_keymap(COMMANDS, [bound("help")])
    assert keymap.key("help") == ""
    assert keymap.command("?") is None


def test_two_commands_can_change_places():
    keymap = build_keymap(COMMANDS, [bound("undo", "Y"), bound("redo", "U")])
    assert keymap.command("Y").id == "undo"
    assert keymap.command("U").id == "redo"


def test_a_persons_key_wins_over_an_extra_default():
    keymap = build_keymap(COMMANDS, [bound("find.next", "ctrl+p")])
    assert keymap.command("ctrl+p").id == "find.next"
    assert keymap.command(":").id == "palette"
    assert keymap.commands[[c.id for c in keymap.commands].index("palette")].extras == ()


@pytest.mark.parametrize("key", ["с", "ñ", "א", "作", "ß", "é"])
def test_labels_can_have_keys_of_other_scripts(key):
    keymap = build_keymap(all_commands(SCHEMA), [bound("label.claim", key)])
    session = press(drawn("It |rained."), keymap, key, Moment(1, 1)).session
    assert [a.label for a in session.state.annotations] == ["claim"]
    assert keymap.command("c") is None


def test_a_label_that_only_another_schema_has_is_passed_over():
    keymap = build_keymap(all_commands(SCHEMA), [bound("label.hypothesis", "ctrl+p")])
    assert keymap.command("ctrl+p").id == "palette"


def test_the_help_that_is_pointed_to_is_the_key_that_shows_it():
    before = drawn("The |fox.")
    rebound = build_keymap(COMMANDS, [bound("help", "ö")])
    assert press(before, rebound, "f5", Moment(1, 1)).session.message.endswith("; ö shows the keys")
    without = build_keymap(COMMANDS, [bound("help")])
    assert press(before, without, "f5", Moment(1, 1)).session.message == "f5 does nothing here"


# Faults


def test_a_clash_names_both_commands_and_the_place():
    (fault,) = faults(bound("annotation.note", "F", line=7))
    assert fault == (
        "keys.yaml:7:1: key “F” would mean both “annotation.note” and “find.next”. "
        "Give one another key."
    )


def test_a_clash_with_a_label():
    (fault,) = faults(bound("annotation.note", "c"))
    assert "key “c” would mean both “label.claim” and “annotation.note”" in fault


def test_a_clash_of_two_bindings_stands_at_the_later_command():
    (fault,) = faults(bound("undo", "ö", line=1), bound("redo", "ö", line=2))
    assert fault.startswith("keys.yaml:2:1: key “ö” would mean both “undo” and “redo”")


def test_an_unknown_command_says_which_was_meant():
    assert faults(bound("annotation.notes", "ö", line=3)) == [
        "keys.yaml:3:1: there is no command “annotation.notes”. Did you mean “annotation.note”?"
    ]


def test_an_unknown_label_is_a_fault_if_one_is_like_it():
    assert faults(bound("label.clam", "ö")) == [
        "keys.yaml:1:1: there is no command “label.clam”. Did you mean “label.claim”?"
    ]


def test_an_unknown_command_like_none_points_to_the_list():
    (fault,) = faults(bound("zzz", "ö"))
    assert fault.endswith("there is no command “zzz”. docs/keys.md lists the commands.")


def test_all_faults_are_told_at_once():
    told = faults(bound("zzz", "ö"), bound("undo", "ctrl+i"), bound("redo", "F"))
    assert len(told) == 3


@pytest.mark.parametrize(
    "key, reason",
    [
        ("ctrl+i", "terminals send it as tab; bind tab instead"),
        ("ctrl+m", "terminals send it as enter; bind enter instead"),
        ("ctrl+j", "terminals send it as enter; bind enter instead"),
        ("ctrl+h", "terminals send it as backspace; bind backspace instead"),
        ("ctrl+c", "it is left to the terminal"),
        ("shift+a", "write the character that it types, here A"),
        ("shift+1", "write the character that it types"),
        ("ctrl+P", "not every terminal sends it; did you mean ctrl+p?"),
        ("Ctrl+Up", "not every terminal sends it; did you mean ctrl+up?"),
        ("alt+x", "not every terminal sends it; docs/keys.md lists those that can"),
        ("ctrl+shift+a", "not every terminal sends it; docs/keys.md lists those that can"),
        ("ctrl++", "not every terminal sends it; docs/keys.md lists those that can"),
        ("esc", "no key has this name; did you mean escape?"),
        ("Return", "no key has this name; did you mean enter?"),
        ("page_up", "no key has this name; did you mean pageup?"),
        ("pagedwn", "no key has this name; did you mean pagedown?"),
        (" ", "no key has this name; did you mean space?"),
        ("f13", "no key has this name; docs/keys.md lists those that can"),
        ("", "no key has this name; docs/keys.md lists those that can"),
        ("ab", "no key has this name; docs/keys.md lists those that can"),
        ("\x01", "no key has this name; docs/keys.md lists those that can"),
        ("\n", "no key has this name; docs/keys.md lists those that can"),
    ],
)
def test_impossible_keys(key, reason):
    assert why_impossible(key) == reason


def test_an_impossible_key_is_told_with_its_place():
    (fault,) = faults(bound("undo", "ctrl+i", line=4))
    assert fault == (
        "keys.yaml:4:1: key “ctrl+i” for “undo” cannot be used: "
        "terminals send it as tab; bind tab instead"
    )


@pytest.mark.parametrize(
    "key", [*NAMED_KEYS, *(f"ctrl+{letter}" for letter in CTRL_LETTERS), "+", "é"]
)
def test_possible_keys(key):
    assert why_impossible(key) == ""


@given(st.lists(st.tuples(st.sampled_from(KEYMAP.commands), st.text(max_size=8)), max_size=6))
def test_any_bindings_are_taken_or_explained(pairs):
    bindings = [bound(command.id, key) for command, key in pairs]
    told: list[Fault] = []
    keymap = KEYMAP
    try:
        keymap = build_keymap(all_commands(SCHEMA), bindings)
    except FaultsError as error:
        told += error.faults
    assert all(fault.file == "keys.yaml" and fault.line == 1 for fault in told)
    if told:
        return
    for binding in {binding.command: binding for binding in bindings}.values():
        assert all(keymap.command(key).id == binding.command for key in binding.keys)


def test_labels_with_one_key_for_two_would_be_told():
    twins = replace(SCHEMA, labels=(Label("one", "a", "blue"), Label("two", "a", "red")))
    (fault,) = faults(schema=twins)
    assert fault.startswith("the default keys: key “a” would mean both “label.one” and “label.two”")
