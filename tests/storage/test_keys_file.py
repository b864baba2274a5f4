"""Other keys for commands."""

from pathlib import Path

import pytest

from annotator.errors import FaultsError, UsageError
from annotator.storage.keys_file import load_keys


@pytest.fixture
def keys(tmp_path: Path):
    def make(source: str):
        path = tmp_path / "keys.yaml"
        path.write_text(source)
        return load_keys(str(path))

    return make


def test_a_command_has_a_key_or_several_or_none(keys, tmp_path: Path):
    found = keys("move.right: ctrl+f\nundo: [U, '0', \"?\"]\nquit:\n")
    assert found.bindings == {"move.right": ("ctrl+f",), "undo": ("U", "0", "?"), "quit": ()}
    assert found.places == {"move.right": (1, 1), "undo": (2, 1), "quit": (3, 1)}
    fault = found.fault("undo", "no such command")
    assert str(fault) == f"{tmp_path}/keys.yaml:2:1: no such command"


@pytest.mark.parametrize("source", ["", "# nothing yet\n"])
def test_an_empty_file_binds_nothing(keys, source: str):
    assert keys(source).bindings == {}


@pytest.mark.parametrize(
    "source, fault",
    [
        ("[x]", "keys.yaml:1:1: write one command a line"),
        ("x", "keys.yaml:1:1: write one command a line"),
        ("undo: {a: b}", "keys.yaml:1:7: write a key, or a list of keys"),
        ("undo: [[a]]", "keys.yaml:1:8: write a key, or a list of keys"),
        ("undo: [a, a]", 'keys.yaml:1:11: "a" stands here twice; remove one'),
        ("undo: ''", "keys.yaml:1:7: a key has a name of 1 to 40 characters"),
        ("undo: a\nundo: b", 'keys.yaml:2:1: "undo" stands here already'),
    ],
)
def test_faults_have_their_place(keys, source: str, fault: str):
    with pytest.raises(FaultsError) as faults:
        keys(source)
    assert fault in str(faults.value)


def test_what_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(UsageError, match="no such file"):
        load_keys(str(tmp_path / "none.yaml"))
    with pytest.raises(UsageError, match="a folder"):
        load_keys(str(tmp_path))
    (tmp_path / "latin.yaml").write_bytes(b"undo: U\nquit: \xe9")
    with pytest.raises(FaultsError, match=r"latin\.yaml:2:7: not UTF-8"):
        load_keys(str(tmp_path / "latin.yaml"))
