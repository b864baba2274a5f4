"""Label schemas: read strictly, with every fault told at its place."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FaultsError, UsageError
from annotator.marking.labels import PALETTE, UNITS, Attribute, Label, RelationType
from annotator.storage.project import Project
from annotator.storage.schema_fields import ATTRIBUTES, LABEL, RELATION, SCHEMA
from annotator.storage.schema_file import docs_files, find_schema, load_schema
from annotator.storage.schema_reader import read_schema

GOOD = """
name: news
labels:
  claim:
    key: c
    color: amber
    unit: clause
    description: A contestable assertion.
    examples: [it rained, 'no']
    attributes:
      modality: {type: choice, values: [asserted, no]}
      worth: {type: scale, min: -1, max: 3, description: How much it matters.}
      normalised: {type: text}
  source: {key: 1}
relations:
  attributed_to: {from: claim, to: source, key: t}
  about: {from: [claim, source], to: [source]}
"""


def faults(source: str) -> list[str]:
    with pytest.raises(FaultsError) as found:
        read_schema(source, "f.yaml")
    return str(found.value).split("\n")


def with_label(fields: str) -> str:
    return f"name: n\nlabels:\n  other: {{key: o}}\n  claim: {{{fields}}}"


def test_a_schema_is_read_as_it_is_written():
    schema = read_schema(GOOD, "f.yaml")
    assert schema.name == "news"
    assert schema.labels == (
        Label(
            "claim", "c", "amber", "clause", "A contestable assertion.", ("it rained", "no"),
            (
                Attribute("modality", "choice", ("asserted", "no")),
                Attribute("worth", "scale", (), -1, 3, "How much it matters."),
                Attribute("normalised", "text"),
            ),
        ),
        Label("source", "1", "blue"),
    )  # fmt: skip # lined up to be compared
    assert schema.relations == (
        RelationType("attributed_to", ("claim",), ("source",), "t"),
        RelationType("about", ("claim", "source"), ("source",), "a"),
    )


def test_keys_and_colours_are_given_where_none_were():
    names = "\n".join(f"  {name}:" for name in ("claim", "cleric", "Ça", "cc", "l", "ECLAIR"))
    schema = read_schema(f"name: n\nlabels:\n{names}\n  x: {{key: i, color: blue}}\n", "f")
    assert [label.key for label in schema.labels] == ["c", "l", "a", "b", "d", "e", "i"]
    assert [label.color for label in schema.labels] == [
        "amber", "green", "red", "violet", "teal", "pink", "blue"
    ]  # fmt: skip # lined up to be compared


def test_the_last_labels_of_many_have_no_key():
    labels = "\n".join(f"  label {number}:" for number in range(40))
    schema = read_schema(
        f"name: n\nlabels:\n{labels}\nrelations:\n  r: {{from: label 1, to: label 2}}", "f"
    )
    keys = [label.key for label in schema.labels]
    assert sorted(keys[:36]) == sorted("abcdefghijklmnopqrstuvwxyz0123456789")
    assert {*keys[36:], schema.relations[0].key} == {""}
    assert {label.color for label in schema.labels} == {*PALETTE}


@pytest.mark.parametrize(
    "source, fault",
    [
        ("", '1:1: the field "name" is missing in the schema; add it: '),
        ("- a", "1:1: the schema is a list; write `name: value` lines"),
        ("name: n\nlabels: {}", "2:1: no label; add one"),
        ("name: n\nlabels: [claim]", '2:9: the field "labels" is a list; write `name: value`'),
        ("name: n\nlabels:\n  a: text", '3:6: label "a" is a text; write `name: value`'),
        (
            "name: n\nlabels:\n  a:\nrelation: {}",
            '4:1: unknown field "relation" in the schema; did you mean "relations"?',
        ),
        (
            with_label("colour: red"),
            '4:11: unknown field "colour" in label "claim"; did you mean "color"?',
        ),
        (
            with_label("zz: 1"),
            '4:11: unknown field "zz" in label "claim"; the fields are key, color, ',
        ),
        (
            with_label("key: C"),
            '4:16: "C" cannot be the key of label "claim"; use one lower-case letter a-z',
        ),
        (with_label("key: ctrl+c"), '4:16: "ctrl+c" cannot be the key'),
        (with_label("key: é"), '4:16: "é" cannot be the key'),
        (
            with_label("key: o"),
            '4:16: key "o" of label "claim" is already used by label "other" (line 3)',
        ),
        (
            with_label("color: ambre"),
            '4:18: "ambre" is no color; use one of amber, blue, green',
        ),
        (with_label("color: ambre"), 'olive, grey; did you mean "amber"?'),
        (
            with_label("unit: setence"),
            "is no unit; use one of word, name, phrase, clause",
        ),
        (with_label("description: [a]"), '4:24: the field "description" is a list; write one text'),
        (
            with_label("examples: a"),
            '4:21: the field "examples" is no list of texts; write [one, another]',
        ),
        (with_label("examples: [[a]]"), "no list of texts"),
        (with_label("attributes: [a]"), '4:23: the field "attributes" is a list'),
        (
            with_label("attributes: {a: {type: enum}}"),
            '4:34: "enum" is no type; use one of choice, scale, text',
        ),
        (
            with_label("attributes: {a: }"),
            '4:24: the field "type" is missing in attribute "a" of label "claim"; add it: choice',
        ),
        (
            with_label("attributes: {a: {type: choice}}"),
            'the field "values" is missing in attribute "a"',
        ),
        (
            with_label("attributes: {a: {type: choice, values: []}}"),
            'no value for attribute "a" of label "claim" to choose; add some',
        ),
        (
            with_label("attributes: {a: {type: choice, values: [x, x]}}"),
            'the value "x" (line 4) stands here twice; remove one',
        ),
        (
            with_label("attributes: {a: {type: text, values: [x]}}"),
            'unknown field "values" in attribute "a"',
        ),
        (with_label("attributes: {a: {type: scale, min: 0}}"), 'the field "max" is missing'),
        (
            with_label("attributes: {a: {type: scale, min: 3, max: 3}}"),
            "min (3) is not below max (3); raise max",
        ),
        (
            with_label("attributes: {a: {type: scale, min: 1.5, max: 3}}"),
            '"min" is no whole number',
        ),
        (
            with_label("attributes: {a: {type: scale, min: 0, max: 010}}"),
            '"max" is no whole number',
        ),
        (
            with_label("attributes: {a: {type: scale, min: 0, max: 9999999}}"),
            '"max" is no whole number',
        ),
        (
            "name: n\nlabels:\n  claim:\n  Claim:",
            '4:3: label "Claim" differs from "claim" (line 3) only by case or form; rename one',
        ),
        (
            "name: n\nlabels:\n  ﬁsh:\n  fish:",
            '4:3: label "fish" differs from "ﬁsh" (line 3) only by case or form',
        ),
        ("name: n\nlabels:\n  a:\n  a:", '4:3: "a" stands here already, in line 3; remove one'),
        ("name: n\nlabels:\n  '':", "3:3: a label has a name of 1 to 64 characters, not blank"),
        ("name: n\nlabels:\n  ' a':", "3:3: a label has a name of 1 to 64 characters"),
        ("name: n\nlabels:\n  " + "x" * 65 + ":", "3:3: a label has a name of 1 to 64 characters"),
        (
            'name: n\nlabels:\n  "a\\tb":',
            "3:3: a label has a character in its name that cannot be shown",
        ),
        (
            "name: n\nlabels:\n  a\u202eb:",
            "3:3: a label has a character in its name that cannot be shown",
        ),
        (
            "name: n\nlabels:\n" + "".join(f"  l{n}:\n" for n in range(1001)),
            "2:1: more than 1000 labels; split the schema",
        ),
        (
            GOOD.replace("to: source", "to: sorce"),
            '16:36: there is no label "sorce"; did you mean "source"?',
        ),
        (GOOD.replace("to: source", "to: xyz"), 'there is no label "xyz"; add it to labels'),
        (
            GOOD.replace(", to: source", ""),
            '16:3: the field "to" is missing in relation "attributed_to"; add it',
        ),
        (GOOD.replace("to: [source]", "to: []"), '17:38: no label in "to"; name one'),
        (
            GOOD.replace("key: t", "key: c"),
            'key "c" of relation "attributed_to" is already used by label "claim" (line 5)',
        ),
        ("name: n\nlabels: *x", "2:9: an alias"),
        ("name: [\n", "no YAML from here on"),
    ],
)
def test_each_fault_has_its_place_and_says_what_to_do(source: str, fault: str):
    found = [line for line in faults(source) if fault in line]
    assert found, faults(source)
    assert found[0].startswith("f.yaml:")


def test_all_faults_come_at_once_in_the_order_of_the_file():
    source = (
        GOOD.replace("key: c", "key: cc").replace("amber", "ambr").replace("to: source", "to: x")
    )
    assert [line.split(":")[1] for line in faults(source)] == ["5", "6", "16"]


def test_a_message_cannot_act_on_the_terminal():
    found = "".join(faults('name: n\nlabels:\n  "a\\e]52;c":\n    "\\x9b2J": 1\n'))
    assert not {"\x1b", "\x9b"} & {*found}


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_no_schema_makes_it_crash(data: st.DataObject):
    lines = GOOD.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        column = data.draw(st.integers(0, len(lines[at])))
        piece = data.draw(st.sampled_from(["", " ", ":", "[", "}", "- ", "x", "\n", "'", "#", "c"]))
        lines[at] = lines[at][:column] + piece + lines[at][column + 1 :]
    with suppress(FaultsError):
        read_schema("\n".join(lines), "f.yaml")


def test_the_project_s_only_schema_is_used(root: Path):
    (root / "schemas").mkdir()
    (root / "schemas" / "mine.yaml").write_text(GOOD)
    (root / "schemas" / "label-schema.json").write_text("{}")
    schema, place = find_schema(Project(str(root)), None)
    assert schema.name == "news"
    assert place == "schemas/mine.yaml"


def test_of_several_schemas_one_must_be_named(root: Path):
    (root / "schemas").mkdir()
    for name in ("one.yaml", "two.yml"):
        (root / "schemas" / name).write_text(GOOD)
    project = Project(str(root))
    with pytest.raises(UsageError, match="--schema NAME, of one, two"):
        find_schema(project, None)
    for name in ("two", "two.yml", "two.yaml"):
        assert find_schema(project, name)[1] == "schemas/two.yml"
    with pytest.raises(UsageError, match=r"no schema 'tow' in schemas/; did you mean \"two\"\?"):
        find_schema(project, "tow")


def test_a_schema_may_be_named_by_its_path(root: Path, tmp_path: Path):
    (tmp_path / "far.yaml").write_text(GOOD)
    schema, place = find_schema(Project(str(root)), str(tmp_path / "far.yaml"))
    assert (schema.name, place) == ("news", str(tmp_path / "far.yaml"))


def test_without_any_the_shipped_one_is_used(root: Path):
    schema, place = find_schema(Project(str(root)), None)
    assert place == "the schema that annotate ships"
    assert find_schema(Project(str(root)), "news")[0] == schema
    with pytest.raises(UsageError, match="no schema 'nws'"):
        find_schema(Project(str(root)), "nws")


def test_the_shipped_schema_is_what_its_users_expect(root: Path):
    schema, _ = find_schema(Project(str(root)), None)
    assert [(label.name, label.key, label.color, label.unit) for label in schema.labels] == [
        ("claim", "c", "amber", "clause"),
        ("source", "s", "violet", "phrase"),
        ("actor", "a", "blue", "phrase"),
        ("location", "l", "green", "name"),
    ]
    assert [(relation.name, relation.key) for relation in schema.relations] == [
        ("attributed_to", "t"), ("about", "b"), ("located_in", "i")
    ]  # fmt: skip # lined up to be compared
    assert all(label.description and label.examples for label in schema.labels)


def test_a_schema_that_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(UsageError, match=r"none\.yaml' cannot be read: no such file"):
        load_schema(str(tmp_path / "none.yaml"))
    (tmp_path / "latin.yaml").write_bytes(b"name: caf\xe9")
    with pytest.raises(FaultsError, match="1:10: not UTF-8; save the file as UTF-8"):
        load_schema(str(tmp_path / "latin.yaml"))
    (tmp_path / "big.yaml").write_bytes(b"#" * (1 << 20))
    with pytest.raises(UsageError, match="it is 1 MiB or more"):
        load_schema(str(tmp_path / "big.yaml"))


def test_the_json_schema_has_the_fields_that_the_reader_knows():
    (path, text), *_ = docs_files().items()
    assert path == "schemas/label-schema.json"
    described = json.loads(text)
    label, relation = described["$defs"]["label"], described["$defs"]["relation"]
    assert [*described["properties"]] == [field.name for field in SCHEMA]
    assert [*label["properties"]] == [field.name for field in LABEL]
    assert [*relation["properties"]] == [field.name for field in RELATION]
    assert relation["required"] == ["from", "to"]
    assert label["properties"]["color"]["enum"] == [*PALETTE]
    assert label["properties"]["unit"]["enum"] == [*UNITS]
    kinds = [
        kind["properties"]["type"]["const"] for kind in described["$defs"]["attribute"]["oneOf"]
    ]
    assert kinds == [*ATTRIBUTES]


def test_the_files_beside_the_shipped_schema_are_up_to_date():
    checkout = Path(__file__).parents[2]
    for path, text in docs_files().items():
        assert (checkout / path).read_text(encoding="utf-8") == text, f"{path}: run `make docs`"
