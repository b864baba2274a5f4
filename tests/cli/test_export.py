"""`annotate export`: what leaves, in which order, and what is said about the rest."""

import json
import re
import subprocess
import sys

import pytest
from desk import KAMENIK, TAMSEL, event

from annotator.storage.event_line import encode_event


def rows(result):
    return [json.loads(line) for line in result.stdout.split("\n")[:-1]]


def quotes(result):
    return [(row["by"], row["quote"]) for row in rows(result)]


def test_the_current_folder_by_article_annotator_and_place(desk):
    result = desk.run("export")
    assert [(row["article"], row["by"], row["quote"]) for row in rows(result)] == [
        ("seeds/kamenik.txt", "ana", "Kamenik fell"),
        ("seeds/kamenik.txt", "ana", "the army"),
        ("seeds/tamsel.txt", "ben", "Tamsel"),
    ]
    assert result.stderr == ""


def test_an_article_or_a_folder_alone(desk):
    desk.article("other/homs.txt", "Homs waits.\n")
    desk.log("ana", "other/homs.txt", desk.annotation("Homs", "location", "Homs waits.\n"))
    assert quotes(desk.run("export", "other")) == [("ana", "Homs")]
    assert quotes(desk.run("export", "seeds/tamsel.txt")) == [("ben", "Tamsel")]


def test_it_works_from_any_folder(desk, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert len(rows(desk.run("export", str(desk.root)))) == 3


def test_annotators_and_labels_can_be_chosen(desk):
    assert quotes(desk.run("export", "--annotator", "ben")) == [("ben", "Tamsel")]
    both = desk.run("export", "--label", "source", "--label", "location")
    assert quotes(both) == [("ana", "the army"), ("ben", "Tamsel")]


def test_an_annotator_whom_nobody_knows(desk):
    result = desk.run("export", "--annotator", "bem", code=2)
    assert result.stderr == "Nobody called 'bem' has annotated here; did you mean \"ben\"?\n"


class TestLabels:
    def test_one_that_nobody_has_used_yet(self, desk):
        result = desk.run("export", "--label", "actor")
        assert (result.stdout, result.stderr) == ("", "No annotation has the label 'actor'.\n")

    def test_one_that_is_in_no_schema_and_no_log(self, desk):
        result = desk.run("export", "--label", "clam", code=2)
        assert result.stdout == ""
        assert result.stderr == (
            "No schema and no log here has a label 'clam'; did you mean \"claim\"?\n"
        )
        desk.run("export", "--label", "claim", "--label", "zzz", "-o", "out.jsonl", code=2)
        assert not (desk.root / "out.jsonl").exists()

    def test_one_that_only_a_log_has(self, desk):
        desk.log("cem", "seeds/kamenik.txt", desk.annotation("denied", "rumour"))
        assert quotes(desk.run("export", "--label", "rumour")) == [("cem", "denied")]
        only_tamsel = desk.run("export", "seeds/tamsel.txt", "--label", "rumour")
        assert only_tamsel.stderr == "No annotation has the label 'rumour'.\n"

    def test_one_of_the_project_s_own_schema(self, desk):
        desk.article("schemas/mine.yaml", "name: mine\nlabels:\n  weather: {key: w}\n")
        assert "weather" in desk.run("export", "--label", "weather").stderr
        desk.run("export", "--label", "actor", code=2)

    def test_a_schema_with_faults_may_have_it(self, desk):
        desk.article("schemas/mine.yaml", "name: mine\nlabels:\n  weather: {key: CC}\n")
        desk.run("export", "--label", "weather")


def test_all_articles_are_of_no_use_where_a_line_is_an_annotation(desk):
    assert desk.run("export", "--all", code=2).stderr == (
        "--all is of no use with --format jsonl: an untouched article has no annotation. "
        "Leave it out, or choose --format documents.\n"
    )


def test_a_guessed_encoding_is_said(desk, monkeypatch):
    (desk.root / "seeds/kamenik.txt").write_bytes(KAMENIK.replace("army", "armée").encode("cp1252"))
    result = desk.run("export")
    assert re.fullmatch(r"seeds/kamenik\.txt: read as \S+ \(guessed\)\n", result.stderr)
    monkeypatch.chdir(desk.root / "seeds")
    assert desk.run("export").stderr.startswith("../seeds/kamenik.txt: read as ")
    assert desk.run("export", "tamsel.txt").stderr == ""


def test_what_was_deleted_or_changed_leaves_as_it_is_now(desk):
    first = desk.annotation("Kamenik", "actor")
    second = desk.annotation("Observatory", "source")
    log = desk.log("cem", "seeds/kamenik.txt", first, second)
    desk.add(log, encode_event(event("cem", first.id, rev=2)))
    desk.add(log, encode_event(event("cem", first, rev=1)))
    assert quotes(desk.run("export", "--annotator", "cem")) == [("cem", "Observatory")]


def test_a_log_that_the_disk_failed_goes_on_in_its_sibling(desk):
    later = desk.annotation("denied", "claim")
    desk.log("ana", "seeds/kamenik.txt", later, file="seeds/kamenik.txt.r1.jsonl")
    assert ("ana", "denied") in quotes(desk.run("export"))


def test_a_bad_line_costs_only_itself(desk):
    desk.add("annotations/ana/seeds/kamenik.txt.jsonl", b'{"op":"put","id":7}\n')
    result = desk.run("export", code=1)
    assert len(rows(result)) == 3
    place, _, what = result.stderr.partition(": ")
    assert place == "annotations/ana/seeds/kamenik.txt.jsonl:8"
    assert "not used" in what


def test_faults_are_named_as_seen_from_the_current_folder(desk, monkeypatch):
    desk.log("ana", "seeds/tamsel.txt", header=False).write_bytes(b"{}\n")
    monkeypatch.chdir(desk.root / "seeds")
    result = desk.run("export", code=1)
    assert result.stderr.startswith("../annotations/ana/seeds/tamsel.txt.jsonl:1:")


def test_many_faults_are_counted(desk):
    desk.add(desk.log("ana", "seeds/tamsel.txt"), b"{}\n" * 1030)
    result = desk.run("export", code=1)
    assert result.stderr.count("\n") == 21
    assert result.stderr.endswith("… and 1,010 more; `annotate check` lists all\n")


def test_an_orphan_leaves_as_one(desk):
    desk.article("seeds/kamenik.txt", "In truth, " + KAMENIK)
    anchors = {row["quote"]: row["anchor"] for row in rows(desk.run("export"))}
    assert anchors == {"Tamsel": "exact", "Kamenik fell": "orphan", "the army": "orphan"}


def test_annotations_of_an_article_that_is_gone_leave_as_orphans(desk):
    (desk.root / "seeds/kamenik.txt").unlink()
    result = desk.run("export", code=1)
    gone = [row for row in rows(result) if row["article"] == "seeds/kamenik.txt"]
    assert [row["anchor"] for row in gone] == ["orphan", "orphan"]
    assert result.stderr == (
        "annotations/ana/seeds/kamenik.txt.jsonl:1:1: its article 'seeds/kamenik.txt' is gone\n"
    )


def test_an_article_that_is_no_text_is_named_once(desk):
    (desk.root / "seeds/kamenik.txt").write_bytes(b"")
    result = desk.run("export", code=1)
    assert "seeds/kamenik.txt: cannot be read: it is empty.\n" in result.stderr
    assert len(rows(result)) == 3


def test_a_copy_of_a_log_is_not_passed_over_in_silence(desk):
    copy = "seeds/kamenik (conflicted copy).txt.jsonl"
    desk.log("ana", "seeds/kamenik.txt", desk.annotation("denied"), file=copy)
    result = desk.run("export", code=1)
    assert result.stderr == (
        f"annotations/ana/{copy}:1: not used: annotate reads "
        "'annotations/ana/seeds/kamenik.txt.jsonl'; add these lines to its end\n"
    )


def test_a_relation_that_lacks_an_end_is_left_out_and_named(desk):
    denied = desk.annotation("denied", "claim")
    dangling = desk.relation(denied, desk.annotation("Observatory"))
    desk.log("cem", "seeds/kamenik.txt", denied, dangling)
    result = desk.run("export", code=1)
    assert result.stderr == (
        f"seeds/kamenik.txt: relation 'attributed_to' {dangling.id} left out: it lacks an end\n"
    )
    assert desk.run("export", "--annotator", "cem").stderr == ""


def test_documents(desk):
    desk.article("seeds/homs.txt", "Homs waits.\n")
    result = desk.run("export", "--format", "documents")
    kamenik, tamsel = rows(result)
    assert (kamenik["text"], tamsel["text"]) == (KAMENIK, TAMSEL)
    assert kamenik["reviewed"] == [{"by": "ana", "paragraphs": [1, 2]}]
    assert kamenik["done"] == ["ana"]
    every = rows(desk.run("export", "--format", "documents", "--all"))
    assert [document["article"] for document in every] == [
        "seeds/homs.txt",
        "seeds/kamenik.txt",
        "seeds/tamsel.txt",
    ]


def test_a_document_without_text_is_left_out_and_named(desk):
    (desk.root / "seeds/kamenik.txt").unlink()
    result = desk.run("export", "--format", "documents", code=1)
    assert [document["article"] for document in rows(result)] == ["seeds/tamsel.txt"]
    assert result.stderr.endswith("seeds/kamenik.txt: left out: there is no text\n")


def test_the_same_bytes_every_time(desk):
    assert desk.run("export").stdout_bytes == desk.run("export").stdout_bytes


def test_a_hostile_name_is_exact_in_the_rows_and_harmless_in_the_talk(desk):
    name = "seeds/\x1b]0;owned\x07.txt"
    desk.article(name, KAMENIK)
    path = desk.log("ana", name, desk.annotation("army"), file="seeds/%1B]0;owned%07.txt.jsonl")
    desk.add(path, b"{}\n")
    (desk.root / name).write_bytes(b"")
    result = desk.run("export", code=1)
    assert name in [row["article"] for row in rows(result)]
    assert "\x1b" not in result.stderr
    assert "\x07" not in result.stderr


class TestOutput:
    def test_a_file(self, desk):
        result = desk.run("export", "-o", "out.jsonl")
        assert (result.stdout, result.stderr) == ("", "out.jsonl: 3 lines\n")
        assert (desk.root / "out.jsonl").read_text("utf-8") == desk.run("export").stdout
        assert list(desk.root.glob(".~*")) == []

    def test_a_dash_is_standard_output(self, desk):
        assert len(rows(desk.run("export", "-o", "-"))) == 3

    def test_a_file_that_exists_is_kept_unless_forced(self, desk):
        out = desk.root / "out.jsonl"
        out.write_text("mine")
        result = desk.run("export", "-o", "out.jsonl", code=2)
        assert result.stderr == "'out.jsonl' exists. --force replaces it.\n"
        assert out.read_text() == "mine"
        desk.run("export", "-o", "out.jsonl", "--force")
        assert out.read_text("utf-8").count("\n") == 3

    @pytest.mark.parametrize("force", [[], ["--force"]])
    def test_a_link_is_never_followed(self, desk, tmp_path, force):
        target = tmp_path / "target"
        (desk.root / "out.jsonl").symlink_to(target)
        result = desk.run("export", "-o", "out.jsonl", *force, code=2)
        assert result.stderr == (
            "'out.jsonl' is a symbolic link, and only a file can be replaced.\n"
        )
        assert not target.exists()

    def test_a_folder_is_no_file(self, desk):
        desk.run("export", "-o", "seeds", "--force", code=2)

    def test_never_over_a_log(self, desk):
        log = desk.root / "annotations/ana/seeds/kamenik.txt.jsonl"
        before = log.read_bytes()
        desk.run("export", "-o", str(log), "--force", code=2)
        desk.run("export", "-o", "annotations/../annotations/ana/new", code=2)
        assert log.read_bytes() == before

    @pytest.mark.parametrize(
        "target",
        ["seeds/kamenik.txt", "seeds/new.txt", "NEW.MD", "seeds/../tamsel.txt", "way/kamenik.txt"],
    )
    @pytest.mark.parametrize("force", [[], ["--force"]])
    def test_never_over_an_article_nor_as_a_new_one(self, desk, target, force):
        (desk.root / "way").symlink_to("seeds")
        before = (desk.root / "seeds/kamenik.txt").read_bytes()
        result = desk.run("export", "-o", target, *force, code=2)
        assert result.stderr == (
            f"'{target}' is or would be an article of the project. "
            "Choose another ending than .txt or .md, or another folder.\n"
        )
        assert (desk.root / "seeds/kamenik.txt").read_bytes() == before
        assert not (desk.root / "seeds/new.txt").exists()

    def test_a_text_file_outside_the_project_is_none_of_its_articles(self, desk, tmp_path):
        desk.run("export", "-o", str(tmp_path / "out.txt"))

    @pytest.mark.parametrize("target", ["schemas/news.yaml", "schemas/deeper/new.jsonl"])
    def test_never_among_the_schemas(self, desk, target):
        schema = desk.article("schemas/news.yaml", "name: news\nlabels:\n  claim: {key: c}\n")
        before = schema.read_bytes()
        result = desk.run("export", "-o", target, "--force", code=2)
        assert result.stderr == f"'{target}' lies in schemas/, which holds annotate's own files.\n"
        assert schema.read_bytes() == before

    def test_an_empty_name(self, desk):
        result = desk.run("export", "-o", "", code=2)
        assert result.stderr == "The name after --output is empty.\n"

    def test_a_folder_that_is_not_there(self, desk):
        result = desk.run("export", "-o", "nowhere/out.jsonl", code=1)
        assert result.stderr == ("'nowhere/out.jsonl' was not written: no such file or folder.\n")

    def test_a_full_disk_leaves_nothing_behind(self, desk, monkeypatch):
        def full(_descriptor):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("annotator.cli.output.sync", full)
        result = desk.run("export", "-o", "out.jsonl", code=1)
        assert result.stderr == "'out.jsonl' was not written: disk full.\n"
        assert {path.name for path in desk.root.iterdir()} == {"annotations", "seeds"}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE there")
def test_a_reader_who_has_seen_enough_is_no_fault(desk):
    for _ in range(300):  # more than a pipe holds
        desk.log("ana", "seeds/tamsel.txt", desk.annotation("Tamsel", text=TAMSEL, note="x" * 500))
    command = [sys.executable, "-P", "-m", "annotator", "export"]
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipe) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
