"""Suggestions from files and commands: how they are asked for, and what is said of bad ones."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from desk import KAMENIK

from annotator.cli import opening
from annotator.marking.labels import Label, LabelSchema
from annotator.marking.proposing import _ROLES, labels_by_role
from annotator.storage.article_file import load_article
from annotator.storage.schema_file import find_schema
from annotator.ui import app

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples/suggest_with_spacy.py"
ARTICLE = "seeds/kamenik.txt"
LINE = {"article": ARTICLE, "label": "actor", "start": 18, "end": 22, "quote": "army"}
COMMANDS = (["check"], ["status"], ["export"], ["export", "--format", "documents", "--all"])
SPACY = """
class Entity:
    def __init__(self, text, words, label):
        self.label_, self.start_char = label, text.index(words)
        self.end_char = self.start_char + len(words)

class Found:
    def __init__(self, text):
        self.ents = [
            Entity(text, "Kamenik", "GPE"),
            Entity(text, "army", "ORG"),
            Entity(text, "fell", "DATE"),
        ]

def load(name):
    if name != "en_core_web_sm":
        raise OSError(name)
    return Found
"""


@pytest.fixture(autouse=True)
def _no_choice_of_suggestions(monkeypatch):
    monkeypatch.delenv("ANNOTATE_NO_SUGGESTIONS", raising=False)
    monkeypatch.delenv("ANNOTATE_SUGGEST_TIMEOUT", raising=False)


@pytest.fixture
def opened(empty_desk, monkeypatch):
    """Run the command up to where the screen would be, and return what the screen is given."""

    def run(*words: str):
        given = []
        monkeypatch.setattr(opening, "check_terminal", lambda: None)
        monkeypatch.setattr(app, "run", lambda *told: given.append(told) or 0)
        empty_desk.run("seeds", *words)
        library, schema, _, start, _ = given[0]
        return library, schema, start

    return run


def lines(path: Path, *fields: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(told) + "\n" for told in fields))
    return path


class TestOpening:
    """What `annotate PATH` hands to the screen."""

    def test_files_and_commands_in_the_order_of_their_kinds(self, opened, empty_desk):
        one = lines(empty_desk.root / "one.jsonl", LINE)
        two = lines(empty_desk.root / "two.jsonl", LINE, LINE)
        tool = empty_desk.article("tool.py", f"print({json.dumps(LINE)!r})")
        files = ("--suggestions", one.name, "--suggestions", two.name)
        library, schema, start = opened(*files, "--suggest-command", f"{sys.executable} {tool}")
        assert start.suggestions
        article = load_article(library.project, ARTICLE)
        found = list(library.proposals(article, schema))
        assert [made.source for each in found for made in each.suggestions] == [
            "one",
            "two",
            "tool",
        ]
        assert [str(fault) for each in found for fault in each.faults] == [
            "two.jsonl:2: the same suggestion stands in line 1"
        ]
        library.stop_proposing()

    def test_none_are_asked_for(self, opened):
        library, schema, start = opened()
        assert start.suggestions
        article = load_article(library.project, ARTICLE)
        assert list(library.proposals(article, schema)) == []
        library.stop_proposing()

    @pytest.mark.parametrize(
        "words, variable, wanted",
        [
            (["--no-suggestions"], "", False),
            ([], "1", False),
            ([], "yes", False),
            ([], "0", True),
            ([], "", True),
        ],
    )
    def test_blind_coding(self, opened, monkeypatch, words, variable, wanted):
        monkeypatch.setenv("ANNOTATE_NO_SUGGESTIONS", variable)
        assert opened(*words)[2].suggestions is wanted

    @pytest.mark.parametrize(
        "words, message",
        [
            (["--suggestions", "nowhere.jsonl"], "'nowhere.jsonl' cannot be read: no such file"),
            (["--suggestions", "seeds"], "'seeds' cannot be read: it is a folder, not a file"),
            (["--suggest-command", ""], "--suggest-command is empty."),
            (["--suggest-command", "a 'b"], '--suggest-command "a \'b": No closing quotation.'),
            (["--no-suggestions", "--suggest-command", "x"], "--no-suggestions (or ANNOTATE_NO_"),
        ],
    )
    def test_what_is_refused_before_anything_is_drawn(self, empty_desk, words, message):
        assert empty_desk.run("seeds", *words, code=2).stderr.startswith(message)

    def test_a_time_that_is_none(self, empty_desk, monkeypatch):
        monkeypatch.setenv("ANNOTATE_SUGGEST_TIMEOUT", "soon")
        result = empty_desk.run("seeds", "--suggest-command", "x", code=2)
        assert result.stderr.startswith("ANNOTATE_SUGGEST_TIMEOUT='soon' is no number of seconds.")


class TestCheck:
    """`annotate check --suggestions`."""

    def test_every_refused_line_in_order(self, desk):
        path = lines(
            desk.root / "spacy.jsonl",
            LINE | {"article": "seeds/tamsel.txt"},
            LINE,
            LINE | {"article": "kamenik.txt"},
            LINE | {"label": "acter"},
            LINE | {"article": "seeds/empty.txt"},
        )
        desk.add(path, b"{]\n")
        desk.article("seeds/empty.txt", "")
        result = desk.run("check", "--suggestions", path.name, code=1)
        told = [line for line in result.stdout.splitlines() if line.startswith("spacy.jsonl")]
        assert told == [
            (
                "spacy.jsonl:1: the quote does not stand at 18-22; what stands there is 'n Su', "
                "and the quote stands nowhere in the article"
            ),
            "spacy.jsonl:3: there is no article 'kamenik.txt' in the project folder",
            "spacy.jsonl:4: the schema has no label 'acter'; did you mean \"actor\"?",
            "spacy.jsonl:5: 'seeds/empty.txt' cannot be read: it is empty.",
            "spacy.jsonl:6:2: not JSON from here on",
        ]

    def test_nothing_is_wrong(self, desk):
        path = lines(desk.root / "spacy.jsonl", LINE)
        assert desk.run("check", "--suggestions", path.name).stdout == ""

    def test_what_was_exported_is_fine(self, desk):
        desk.run("export", "-o", "ana.jsonl")
        assert desk.run("check", "--suggestions", "ana.jsonl").stdout == ""

    def test_a_label_may_be_of_any_schema(self, desk):
        for name, label in (("news", "claim"), ("other", "source"), ("third", "location")):
            desk.article(f"schemas/{name}.yaml", f"name: {name}\nlabels:\n  {label}: {{key: x}}\n")
        path = lines(desk.root / "some.jsonl", LINE | {"label": "source"})
        assert "some.jsonl" not in desk.run("check", "--suggestions", path.name, code=1).stdout
        words = ("check", "--suggestions", path.name, "--schema", "news")
        assert "some.jsonl:1: the schema has" in desk.run(*words, code=1).stdout

    def test_a_file_that_is_not_there(self, desk):
        result = desk.run("check", "--suggestions", "nowhere.jsonl", code=2)
        assert result.stderr.startswith("'nowhere.jsonl' cannot be read: no such file")
        assert result.stdout == ""


class TestNames:
    """`annotations/ANNOTATOR/names.tsv` beside the logs."""

    def test_it_is_taken_for_no_log_and_no_article(self, desk):
        before = [desk.run(*words).output for words in COMMANDS]
        desk.article("annotations/ana/names.tsv", "Kamenik\tlocation\t1\t0\n")
        assert [desk.run(*words).output for words in COMMANDS] == before

    def test_its_bad_lines_are_faults(self, desk, monkeypatch):
        desk.article("annotations/ben/names.tsv", "# names\nKamenik\tlocation\tsome\t0\n")
        assert desk.run("check", ARTICLE).stdout == ""
        monkeypatch.chdir(desk.root / "seeds")
        told = desk.run("check", code=1).stdout
        assert told.startswith("../annotations/ben/names.tsv:2: a count is no whole number; ")
        assert told.endswith("; delete the file, it is made anew from the logs\n")


class TestPage:
    """docs/suggestions.md and its example."""

    def test_its_lines_are_taken(self, empty_desk):
        page = (DOCS / "suggestions.md").read_text("utf-8")
        (block,) = re.findall(r"^```jsonl\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
        empty_desk.article("page.jsonl", block)
        assert empty_desk.run("check", "--suggestions", "page.jsonl").stdout == ""

    def test_it_names_the_words_for_what_annotate_looks_for(self):
        page = (DOCS / "suggestions.md").read_text("utf-8")
        rows = re.findall(r"^\| (?:claims|sources|actors|places) \| (.*) \|$", page, re.MULTILINE)
        told = [re.findall(r"`(\w+)`", row) for row in rows]
        assert told == [words.split() for words in _ROLES.values()]
        schema = LabelSchema("", (Label("Direct_Quotes", "q", "red"), Label("per", "p", "red")))
        assert labels_by_role(schema) == {"claim": "Direct_Quotes", "actor": "per"}
        several = LabelSchema("", (Label("org", "o", "red"), Label("per", "p", "red")))
        assert labels_by_role(several) == {}

    def test_without_spacy_it_says_how_to_get_it(self):
        process = subprocess.run(
            [sys.executable, "-I", "-S", str(EXAMPLE)],
            input=b"",
            capture_output=True,
            check=False,
        )
        assert process.returncode == 1
        assert process.stdout == b""
        assert process.stderr == b"spaCy is not installed; get it with: pip install spacy\n"

    def test_with_something_that_stands_in_for_spacy(self, empty_desk, tmp_path, opened):
        (tmp_path / "spacy.py").write_text(SPACY)
        tool = f"env PYTHONPATH={tmp_path} {sys.executable} -S {EXAMPLE}"
        library, schema, _ = opened("--suggest-command", tool)
        (found,) = library.proposals(load_article(library.project, ARTICLE), schema)
        assert found.faults == ()
        assert [(made.label, KAMENIK[made.start : made.end]) for made in found.suggestions] == [
            ("location", "Kamenik"),
            ("actor", "army"),
        ]
        assert {made.origin for made in found.suggestions} == {"suggestion:spacy"}

    def test_without_the_model_it_says_how_to_get_it(self, tmp_path):
        (tmp_path / "spacy.py").write_text(SPACY)
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "ANNOTATE_LANGUAGE": "de"}
        process = subprocess.run(
            [sys.executable, "-S", str(EXAMPLE)],
            input=b"",
            capture_output=True,
            check=False,
            env=environment,
        )
        assert process.returncode == 1
        assert process.stderr == (
            b"spaCy has no model de_core_news_sm; "
            b"get it with: python -m spacy download de_core_news_sm\n"
        )


def test_the_shipped_schema_has_the_labels_of_the_example(empty_desk, opened):
    library, _, _ = opened()
    schema, _ = find_schema(library.project, None)
    assert {"actor", "location"} <= {label.name for label in schema.labels}
