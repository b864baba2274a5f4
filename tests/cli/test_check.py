"""`annotate check`: every fault, with its place."""

import pytest
from desk import KAMENIK, event
from msgspec import structs

from annotator.storage.event_line import encode_event

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


def test_a_line_is_named_where_the_change_that_counts_stands(desk):
    wrong = desk.annotation("denied", "clame")
    desk.log("ana", "seeds/kamenik.txt", structs.replace(wrong, label="claim"))
    desk.add(LOG, encode_event(event("ana", wrong, rev=2)))
    assert desk.run("check", code=1).stdout.startswith(f"{LOG}:9:1: 46-52: label 'clame'")


def test_an_orphan(desk):
    desk.article("seeds/kamenik.txt", KAMENIK.replace("army", "navy"))
    assert desk.run("check", code=1).stdout == (
        f"{LOG}:2:1: 14-22: orphan: 'the army' does not stand there in the article\n"
    )


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
    desk.article("keys.yaml", "quit: X\nqit: ctrl+i\n")
    result = desk.run("check", "--keys", "keys.yaml", code=1)
    assert [line[: line.index(": ")] for line in result.stdout.splitlines()] == [
        "keys.yaml:2:1",
        "keys.yaml:2:1",
    ]


@pytest.mark.parametrize("name", ["nowhere", "seeds/nothing.txt"])
def test_a_path_that_is_not_there(desk, name):
    assert name in desk.run("check", name, code=2).stderr
