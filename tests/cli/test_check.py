"""`annotate check`: every fault, with its place."""

import os
from pathlib import Path

import pytest
from desk import KAMENIK, event
from msgspec import structs

from annotator.marking.annotation import Mark
from annotator.storage.event_line import encode_event
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project

ARTICLE = "seeds/kamenik.txt"
LOG = "annotations/ana/seeds/kamenik.txt.jsonl"


def test_nothing_is_wrong(desk):
    result = desk.run("check")
    assert result.stdout == ""
    assert result.stderr == "checked 2 articles, 2 logs, 3 annotations: no faults\n"


def test_an_untouched_project(empty_desk):
    result = empty_desk.run("check")
    assert result.stderr == "checked 2 articles, 0 logs, 0 annotations: no faults\n"


def test_one_article_alone(desk):
    desk.add("annotations/ben/seeds/tamsel.txt.jsonl", b"{}\n")
    assert desk.run("check", "seeds/kamenik.txt").stdout == ""
    assert desk.run("check", code=1).stderr == (
        "checked 2 articles, 2 logs, 3 annotations: 1 fault\n"
    )


def test_a_bad_line(desk):
    desk.add(LOG, b"{]\n")
    result = desk.run("check", code=1)
    assert result.stdout.startswith(f"{LOG}:8:2: not JSON")


def test_a_log_with_another_name(desk, tmp_path):
    os.link(desk.root / LOG, tmp_path / "backup")
    result = desk.run("check", code=1)
    assert result.stdout.startswith(f"{LOG}: read only: the file has another name elsewhere")
    assert desk.run("export").stdout.count("\n") == 3


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            b'"by":"ana","ts"',
            b'"by":"zed","ts"',
            "2: changes by 'zed' in a log of 'ana': they count",
        ),
        (b'"2026-', b'"9999-99-', "`ts` is no time ('9999-99-"),
        (b'"mark":"done"', b'"mark":"zork"', "the mark 'zork' means nothing here"),
        (b'"by":"ana"}\n', b'"by":"ben"}\n', "1: the log of 'ben', among those of 'ana'"),
    ],
)
def test_events_that_are_used_and_yet_odd(desk, old, new, expected):
    log = desk.root / LOG
    assert old in log.read_bytes()
    log.write_bytes(log.read_bytes().replace(old, new))
    found = desk.run("check", code=1).stdout
    assert expected in found
    assert found.startswith(LOG)


def test_two_changes_of_equal_rank_that_differ(desk):
    first = event("ana", desk.annotation("Kamenik", "actor"))
    desk.add(LOG, encode_event(first))
    desk.add(LOG, encode_event(first).replace(b'"actor"', b'"location"'))
    found = desk.run("check", code=1).stdout
    assert f"two changes of {first.id} have the same `rev`, `ts` and `by`, and differ" in found


@pytest.mark.parametrize(
    "name, expected",
    [
        ("annotations/loose.jsonl", "a log in the folder of nobody"),
        ("annotations/ana/news", "no log, and is passed over"),
        ("annotations/README.md", ""),
        ("annotations/ana/seeds/.~12.ab", ""),
    ],
)
def test_what_lies_among_the_logs(desk, name, expected):
    desk.add(name, b"x\n")
    assert expected in desk.run("check", code=1 if expected else 0).stdout


def test_a_label_or_an_attribute_that_the_schema_lacks(desk):
    desk.log(
        "ana",
        "seeds/kamenik.txt",
        desk.annotation("denied", "clame"),
        desk.annotation("army", "source", attributes={"worth": 1}),
    )
    assert desk.run("check", code=1).stdout == (
        f"{LOG}:8:1: 46-52: label 'clame' is not in schema 'news'; did you mean 'claim'?\n"
        f"{LOG}:9:1: 18-22: label 'source' has no attribute 'worth'\n"
    )


def test_a_refusal_that_refuses_nothing(desk):
    mark = Mark(id="r", mark="rejected", start=18, end=22, suggested="actr", quote="arm")
    desk.log("ana", "seeds/kamenik.txt", mark)
    assert desk.run("check", code=1).stdout == (
        f"{LOG}:8:1: 18-22: refused: label 'actr' is not in schema 'news'; did you mean 'actor'?\n"
        f"{LOG}:8:1: 18-22: refused: 'arm' cannot stand at 18-22\n"
    )


def test_a_line_is_named_where_the_change_that_counts_stands(desk):
    wrong = desk.annotation("denied", "clame")
    desk.log("ana", "seeds/kamenik.txt", structs.replace(wrong, label="claim"))
    desk.add(LOG, encode_event(event("ana", wrong, rev=2)))
    assert desk.run("check", code=1).stdout.startswith(f"{LOG}:9:1: 46-52: label 'clame'")


def test_an_article_that_has_changed(desk):
    """What became of each annotation is named and counted; nothing is written."""
    log = desk.root / LOG
    before = log.read_bytes()
    desk.article("seeds/kamenik.txt", KAMENIK.replace("army", "navy"))
    assert desk.run("check", code=1).stdout == (
        f"{LOG}:2:1: 14-22: needs a look: 'the army' may stand at 14-22 now, as 'the navy'\n"
    )
    desk.article("seeds/kamenik.txt", f"A new lead.\n\n{KAMENIK}")
    result = desk.run("check", code=1)
    assert f"{LOG}:2:1: 14-22: moved: 'the army' stands at 27-35 now\n" in result.stdout
    desk.article("seeds/kamenik.txt", "Quite another article stands here now.\n")
    result = desk.run("check", code=1)
    orphan = f"{LOG}:2:1: 14-22: orphan: 'the army' does not stand there in the article\n"
    assert orphan in result.stdout
    assert result.stderr.endswith("; open what has changed to decide: 2 orphans\n")
    assert log.read_bytes() == before


def test_an_article_that_was_renamed(desk):
    old = desk.root / "seeds/kamenik.txt"
    old.rename(desk.root / "seeds/renamed.txt")
    result = desk.run("check", code=1)
    assert result.stdout == (
        f"{LOG}:1:1: its article 'seeds/kamenik.txt' is gone; 'seeds/renamed.txt' has the same "
        "bytes: open that in annotate, which offers to bring these changes there\n"
    )


def test_what_was_brought_to_the_renamed_article_is_not_missed(desk):
    old = desk.root / "seeds/kamenik.txt"
    old.rename(desk.root / "seeds/renamed.txt")
    log = (desk.root / LOG).read_bytes().replace(b"seeds/kamenik.txt", b"seeds/renamed.txt")
    (desk.root / "annotations/ana/seeds/renamed.txt.jsonl").write_bytes(log)
    result = desk.run("check")
    assert result.stdout == ""
    assert "seeds/kamenik.txt" not in desk.run("export").stdout


def test_a_relation_that_lacks_an_end(desk):
    denied = desk.annotation("denied", "claim")
    desk.log("ana", "seeds/kamenik.txt", denied, desk.relation(denied, desk.annotation("army")))
    assert desk.run("check", code=1).stdout == (
        f"{LOG}:9:1: relation 'attributed_to' leads to id-006, which is no annotation here\n"
    )


def test_an_article_that_is_gone(desk):
    (desk.root / "seeds/kamenik.txt").unlink()
    result = desk.run("check", code=1)
    assert result.stdout == f"{LOG}:1:1: its article 'seeds/kamenik.txt' is gone\n"
    assert result.stderr.startswith("checked 1 article, 2 logs, 3 annotations: 1 fault")


def test_a_log_of_nobody(desk):
    desk.log("two words", "seeds/kamenik.txt", desk.annotation("denied"))
    assert desk.run("check", code=1).stdout == (
        "annotations/two words/seeds/kamenik.txt.jsonl:1: "
        "not used: 'two words' cannot be an annotator's name\n"
    )


def test_a_log_without_a_header_at_a_place_of_its_own(desk):
    desk.log("ana", "x", desk.annotation("denied"), file="stray.jsonl", header=False)
    assert desk.run("check", code=1).stdout == (
        "annotations/ana/stray.jsonl:1: not used: no header says which article it is of\n"
    )


def test_a_schema_with_faults(desk):
    desk.article("schemas/mine.yaml", "name: mine\nlabels:\n  claim: {key: CC}\n")
    result = desk.run("check", code=1)
    assert result.stdout.startswith("schemas/mine.yaml:3:")


def test_logs_are_held_against_the_schema_that_they_name(desk):
    for name, label in (("news", "location"), ("other", "claim")):
        text = f"name: {name}\nlabels:\n  {label}: {{key: x}}\n"
        desk.article(f"schemas/{name}.yaml", text)
    desk.log("cem", "seeds/kamenik.txt", desk.annotation("denied", "claim"), schema="other")
    found = desk.run("check", code=1).stdout
    assert "annotations/ana/seeds/kamenik.txt.jsonl:3:1: 0-12: label 'claim' is not in" in found
    assert "annotations/cem/" not in found
    assert "annotations/cem/" in desk.run("check", "--schema", "news", code=1).stdout


def test_a_keys_file(desk):
    desk.article("keys.yaml", "quit: f9\nqit: ctrl+i\n")
    result = desk.run("check", "--keys", "keys.yaml", code=1)
    assert [line[: line.index(": ")] for line in result.stdout.splitlines()] == [
        "keys.yaml:2:1",
        "keys.yaml:2:1",
    ]


@pytest.mark.parametrize("name", ["nowhere", "seeds/nothing.txt"])
def test_a_path_that_is_not_there(desk, name):
    assert name in desk.run("check", name, code=2).stderr


def test_a_guessed_encoding_is_said_and_no_fault(desk):
    text = "Kamenik fell, l’armée said.\n\nThe Observatory denied it.\n".encode("cp1252")
    desk.article("seeds/other.txt", "").write_bytes(text)
    said = desk.run("check").stderr.splitlines()
    assert said[0].startswith("seeds/other.txt: read as ")
    assert said[0].endswith(" (guessed)")
    assert said[1:] == ["checked 3 articles, 2 logs, 3 annotations: no faults"]


class TestRescued:
    """Changes that lie in the state folder because they could not be saved."""

    @pytest.fixture
    def rescued(self, desk):
        events = [event("ana", desk.annotation(words)) for words in ("denied", "Observatory")]
        return Path(FolderLibrary(Project(str(desk.root)), "ana").rescue(ARTICLE, events))

    def test_they_are_named_with_the_way_back(self, desk, rescued, monkeypatch):
        result = desk.run("check")
        assert result.stdout == ""
        assert result.stderr.splitlines()[0] == (
            f"{rescued}: 2 changes that could not be saved. "
            f"To put them back, add its lines to the end of '{LOG}'."
        )
        monkeypatch.chdir(desk.root / "seeds")
        assert f"end of '../{LOG}'" in desk.run("check", ".").stderr

    def test_once_they_are_put_back_they_are_not_named(self, desk, rescued):
        lines = rescued.read_bytes().splitlines(keepends=True)
        desk.add(LOG, b"".join(lines[:2]))
        assert f"{rescued}: 1 change that" in desk.run("check").stderr
        desk.add(LOG, b"".join(lines))
        assert desk.run("check").stderr == (
            "checked 2 articles, 2 logs, 5 annotations: no faults\n"
        )

    def test_where_there_is_no_log_the_file_becomes_it(self, desk, rescued):
        (desk.root / LOG).unlink()
        assert f"To put them back, copy it to '{LOG}'." in desk.run("check").stderr
        (desk.root / LOG).write_bytes(rescued.read_bytes())
        assert "put them back" not in desk.run("check").stderr

    def test_those_of_another_project_are_its_own_affair(self, desk, rescued, tmp_path):
        (tmp_path / "other").mkdir()
        (tmp_path / "other" / "a.txt").write_text("x")
        assert "rescue" not in desk.run("check", str(tmp_path / "other")).stderr

    def test_what_else_lies_there_is_passed_over(self, desk, rescued):
        rescued.write_bytes(b"{]")
        rescued.with_name("notes.txt").write_text("mine")
        rescued.with_name(f"x{rescued.name}").mkdir()
        assert desk.run("check").stderr.count("\n") == 1
