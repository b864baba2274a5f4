"""`annotate export` in the formats of other tools: files, folders, losses, reports."""

import json

import pytest
from desk import KAMENIK

from annotator.exchange.formats import FORMATS

LOST = "left out: the format has no place for them"


def test_what_is_lost_is_said_and_no_failure(desk):
    result = desk.run("export", "--format", "doccano")
    assert result.stderr == f"1 relation {LOST}\n1 attribute {LOST}\n"
    assert len(result.stdout.splitlines()) == 2
    assert "lost" not in result.stdout


def test_a_report_says_it_as_json(desk):
    desk.run("export", "--format", "doccano", "-o", "out.jsonl", "--report", "report.json")
    assert json.loads((desk.root / "report.json").read_text()) == {
        "format": "doccano",
        "articles": 2,
        "annotations": 3,
        "losses": [
            {"what": f"{thing} {LOST}", "count": 1, "articles": 1, "first": ["seeds/kamenik.txt"]}
            for thing in ("relation", "attribute")
        ],
    }


def test_strictly_nothing_is_written(desk):
    words = ("export", "--format", "doccano", "--strict")
    result = desk.run(*words, "-o", "out.jsonl", code=1)
    assert result.stderr.startswith("Nothing was written, as --strict asks: 1 relation left out")
    assert not (desk.root / "out.jsonl").exists()
    assert desk.run(*words, code=1).stdout, "what has gone to a pipe has gone"
    desk.run("export", "--strict", "-o", "all.jsonl")


def test_a_folder_appears_whole_or_not_at_all(desk, tmp_path):
    out = tmp_path / "brat"
    result = desk.run("export", "--format", "brat", "-o", str(out))
    assert result.stderr.startswith(f"{out}: 5 files\n")
    assert (out / "seeds/kamenik.txt").read_bytes() == KAMENIK.encode()
    assert (out / "annotation.conf").read_text().startswith("[entities]\nclaim\nlocation\nsource\n")
    assert (
        "holds something" in desk.run("export", "--format", "brat", "-o", str(out), code=2).stderr
    )
    (out / "mine").touch()
    desk.run("export", "--format", "brat", "-o", str(out), "--force")
    assert (out / "mine").exists()
    strict = tmp_path / "strict"
    desk.run("export", "--format", "webanno", "--strict", "-o", str(strict), code=1)
    assert not strict.exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    "output, what",
    [
        ("brat", "would be taken for an article"),
        ("annotations/x", "lies in annotations/"),
        ("seeds/kamenik.txt", "is no folder"),
        (".", "holds the project"),
        ("..", "holds the project"),
    ],
)
def test_a_folder_that_must_not_be_written_into(desk, output, what):
    before = {path for path in desk.root.rglob("*") if "state" not in path.parts}
    result = desk.run("export", "--format", "brat", "-o", output, code=2)
    assert what in result.stderr
    assert {path for path in desk.root.rglob("*") if "state" not in path.parts} == before


def test_a_folder_format_needs_a_folder(desk):
    result = desk.run("export", "--format", "cas", code=2)
    assert "makes several files. Name a folder: --output FOLDER" in result.stderr


def test_the_labelling_config_lies_beside(desk):
    result = desk.run("export", "--format", "label-studio", "-o", "tasks.json")
    assert "tasks.config.xml: what belongs to it\n" in result.stderr
    config = (desk.root / "tasks.config.xml").read_text()
    assert '<Label value="claim"/>' in config
    assert '<Relation value="attributed_to"/>' in config
    desk.run("export", "--format", "label-studio", "-o", "other.json")
    (desk.root / "tasks.json").unlink()
    assert (
        "exists"
        in desk.run("export", "--format", "label-studio", "-o", "tasks.json", code=2).stderr
    )


def test_only_what_annotators_are_done_with(desk):
    done = desk.run("export", "--status", "done").stdout.splitlines()
    assert {json.loads(line)["by"] for line in done} == {"ana"}
    rest = desk.run("export", "--status", "open").stdout.splitlines()
    assert {json.loads(line)["by"] for line in rest} == {"ben"}


@pytest.mark.parametrize("name", ["prodigy", "label-studio", "spacy", "doccano", "conll"])
def test_untouched_articles_leave_as_work_to_do(empty_desk, name):
    told = empty_desk.run("export", "--format", name, "--all").stdout
    assert told.count("Observatory") == 1
    assert '"answer"' not in told


def test_several_paths_each_article_once(desk, tmp_path):
    whole = desk.run("export").stdout
    assert desk.run("export", "seeds/kamenik.txt", "seeds", "seeds/tamsel.txt").stdout == whole
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "a.txt").write_text("x")
    (other / "schemas").mkdir()
    result = desk.run("export", "seeds", str(other), code=2)
    assert result.stderr.startswith("The paths belong to several projects: ")


def test_a_format_whose_library_is_missing(desk, monkeypatch):
    monkeypatch.setattr("annotator.cli.extras.find_spec", lambda _name: None)
    for name in ("docbin", "parquet"):
        result = desk.run("export", "--format", name, "-o", "out", code=2)
        assert f"pip install 'annotate-news[{name}]'" in result.stderr
        assert "Name a file: --output FILE" in desk.run("export", "--format", name, code=2).stderr


def test_cells_that_a_spreadsheet_would_run(desk):
    text = "=1+1 and @home, -x +y 'z\n"
    desk.article("seeds/sums.txt", text)
    made = [desk.annotation(words, "actor", text) for words in ("=1+1", "@home", "-x", "+y", "'z")]
    desk.log("cem", "seeds/sums.txt", *made)
    plain = desk.run("export", "seeds/sums.txt", "--format", "csv").stdout
    safe = desk.run("export", "seeds/sums.txt", "--format", "spreadsheet").stdout
    assert ",=1+1," in plain
    assert safe.startswith("\ufeffarticle,")
    for cell in ("'=1+1", "'@home", "'-x", "'+y", "''z"):
        assert f",{cell}," in safe
    assert '"quote":"=1+1"' in desk.run("export", "seeds/sums.txt").stdout


def test_pages_to_read_hold_no_live_markup(desk):
    text = "<script>alert(1)</script> *fell*\n"
    desk.article("seeds/live.txt", text)
    note = "<img src=x onerror=alert(1)>"
    desk.log("cem", "seeds/live.txt", desk.annotation("fell", "claim", text, note=note))
    page = desk.run("export", "seeds/live.txt", "--format", "html").stdout
    assert "<script" not in page
    assert "<img" not in page
    assert '<mark data-label="claim" title="claim">fell</mark>' in page
    markdown = desk.run("export", "seeds/live.txt", "--format", "markdown").stdout
    assert "\\<script\\>" in markdown
    assert "\\***fell**\\*" in markdown
    assert "- claim\\: “fell” \\(cem\\) — \\<img" in markdown


def test_links_as_a_table(desk):
    head, row = desk.run("export", "--format", "edges").stdout.splitlines()
    told = dict(zip(head.split(","), row.split(","), strict=True))
    assert (told["relation"], told["from_quote"]) == ("attributed_to", "Kamenik fell")
    assert told["to_quote"] == "the army"


@pytest.mark.parametrize("name", [f.name for f in FORMATS.values() if f.export and not f.extra])
def test_an_empty_project_gives_an_empty_file(empty_desk, name):
    result = empty_desk.run("export", "--format", name)
    assert result.stderr == ""
    assert empty_desk.run("export", "--format", name).stdout == result.stdout


def test_all_formats_are_in_the_help(desk):
    told = desk.run("export", "-h").stdout
    assert all(f"  {name}" in told for name in FORMATS)
