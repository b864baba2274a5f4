"""YAML without its traps."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.storage import yaml_tree
from annotator.storage.yaml_tree import Mapping, Sequence, Text, parse_yaml


def plain(node):
    if isinstance(node, Mapping):
        return {name: plain(value) for name, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Text)
    return node.value


def test_scalars_stay_text():
    tree, faults = parse_yaml("{a: no, NO: 010, d: 2016-12-11, e: 1:30, f: ~, g: , h: 'x'}", "f")
    assert plain(tree) == {
        "a": "no", "NO": "010", "d": "2016-12-11", "e": "1:30", "f": "~", "g": "", "h": "x"
    }  # fmt: skip # lined up to be compared
    assert faults == []


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_places_are_counted_in_code_points_from_1(monkeypatch, loader):
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)
    tree, _ = parse_yaml("\ufeffa: x\r\n😀é: [b, {c: d}]\r\n", "f")
    assert isinstance(tree, Mapping)
    key, value = tree.entries["😀é"]
    assert (key.line, key.column) == (2, 1)
    assert isinstance(value, Sequence)
    inner = value.items[1]
    assert (value.line, value.column, inner.line, inner.column) == (2, 5, 2, 9)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize(
    "source, fault",
    [
        ("a: 1\nb: 2\na: 3", 'f:3:1: "a" stands here already, in line 1; remove one'),
        ("a: &x 1", "f:1:4: an anchor"),
        ("a: *x", "f:1:4: an alias"),
        ("a: !!str 1", "f:1:4: a tag"),
        ("a: !x [1]", "f:1:4: a tag"),
        ("<<: {a: 1}", "f:1:1: a merge key"),
        ("[a]: 1", "f:1:1: a list or a mapping as a name"),
        ("a: 1\n---\nb: 1", "f:2:1: a second document"),
        ("a: \x1b[2J", "f:1:4: the control character U+001B"),
        ("a: 1\nb: \u2028", "f:2:4: the control character U+2028"),
        ('a: "\\x1b"', "f:1:4: an escaped control character"),
        ("a:\n\tb: 1", "f:2:1: a tab where YAML wants spaces"),
        ("a: b: c", 'f:1:5: a text that holds ": " needs quotes'),
        ("a: @b", "f:1:4: a text cannot begin with @"),
        ("a: [1", "no YAML from here on"),
        ("[" * 100_000, "f:1:21: nested more than 20 deep"),
        ("a: " + "x" * (1 << 20), "f: larger than 1 MiB"),
    ],
)
def test_traps_are_faults(monkeypatch, loader, source: str, fault: str):
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)
    assert fault in str(parse_yaml(source, "f")[1][0])


def test_bombs_cost_nothing():
    started = time.process_time()
    for bomb in ("a: &a [x]\n", "a: &a {x: y}\n"):
        lines = [bomb]
        for this, before in zip("bcdefghi", "abcdefgh", strict=True):
            inner = ", ".join(f"*{before}" for _ in range(9))
            lines.append(
                f"{this}: &{this} " + (f"[{inner}]\n" if "[" in bomb else f"{{<<: [{inner}]}}\n")
            )
        _, faults = parse_yaml("".join(lines), "f")
        assert len(faults) > 70
    _, faults = parse_yaml("\x00" * 500_000, "f")
    assert len(faults) == 20
    assert time.process_time() - started < 2


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_it_crash(source: str):
    tree, faults = parse_yaml(source, "f")
    assert tree is not None or faults
