"""`annotate docs`: pages that are made from the program."""

from pathlib import Path

import pytest
from desk import Desk

SOURCE = Path(__file__).parents[2]

PAGE = "Before.\n\n<!-- made by `annotate docs` -->\nold\n<!-- end -->\n\nAfter.\n"


@pytest.fixture
def source(tmp_path, monkeypatch):
    made = Desk(tmp_path)
    made.article("docs/format.md", PAGE)
    made.article("docs/formats.md", PAGE)
    monkeypatch.chdir(tmp_path)
    return made


def test_pages_are_written_and_then_compared(source):
    stale = source.run("docs", "--check", code=1)
    assert "docs/format.md differs; run: annotate docs\n" in stale.stderr
    assert "docs/keys.md differs" in stale.stderr
    assert "schemas/label-schema.json differs" in stale.stderr
    assert (source.root / "docs/format.md").read_text() == PAGE, "comparing writes nothing"
    assert "wrote docs/format.md\n" in source.run("docs").stderr
    assert source.run("docs", "--check").stderr == ""


def test_only_the_made_part_of_a_page_changes(source):
    source.run("docs")
    page = (source.root / "docs/format.md").read_text()
    assert page.startswith("Before.\n\n<!-- made")
    assert page.endswith("<!-- end -->\n\nAfter.\n")
    assert "| `jsonl` | one annotation a line |" in page


def test_a_page_without_the_part(source):
    (source.root / "docs/format.md").write_text("nothing\n")
    assert "has no part between" in source.run("docs", code=2).stderr


def test_somewhere_else(source):
    (source.root / "docs/format.md").unlink()
    assert source.run("docs", code=2).stderr.startswith("There is no docs/format.md in")


def test_the_pages_of_this_source_are_up_to_date(source):
    assert source.run("docs", "--check", str(SOURCE)).stderr == ""
