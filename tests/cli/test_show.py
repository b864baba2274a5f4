"""`annotate show`: what the logs of one article come to."""

import json

import pytest
from desk import event

from annotator.storage.event_line import encode_event

ARTICLE = "seeds/kamenik.txt"
LOG = f"annotations/ana/{ARTICLE}.jsonl"


def test_what_counts_is_shown(desk):
    assert desk.run("show", ARTICLE).stdout.splitlines() == [
        "seeds/kamenik.txt: 2 paragraphs, 2 annotations",
        "ana: 2 annotations, 2 of 2 reviewed, done",
        "",
        "    span   label   words           by",
        "¶1  0-12   claim   “Kamenik fell”  ana  worth=2",
        "¶1  14-22  source  “the army”      ana",
        "",
        "attributed_to: “Kamenik fell” → “the army” (ana)",
    ]


def test_what_was_deleted_or_changed_is_not(desk):
    desk.add(LOG, encode_event(event("ana", "id-002", 2)))
    assert "the army" not in desk.run("show", ARTICLE).stdout


def test_as_json(desk):
    state = json.loads(desk.run("show", ARTICLE, "--json").stdout)
    exported = desk.run("export", ARTICLE).stdout.splitlines()
    assert state["annotations"] == [json.loads(line) for line in exported]
    assert state["article"] == ARTICLE
    assert (state["paragraphs"], state["reviewed"], state["done"]) == (2, {"ana": [1, 2]}, ["ana"])


def test_an_article_without_annotations(desk):
    lines = desk.run("show", "seeds/tamsel.txt", "--annotator", "ana").stdout.splitlines()
    assert lines == ["seeds/tamsel.txt: 1 paragraph, 0 annotations"]


def test_an_orphan_is_called_one(desk):
    desk.article(ARTICLE, "Another text.\n")
    assert "orphan: does not stand there now" in desk.run("show", ARTICLE).stdout


def test_a_bad_line_is_said_and_the_rest_shown(desk):
    desk.add(LOG, b"rubbish\n")
    result = desk.run("show", ARTICLE, code=1)
    assert "Kamenik fell" in result.stdout
    assert f"{LOG}:8:1: not JSON" in result.stderr


def test_what_was_said_of_an_article_that_is_gone(desk):
    (desk.root / ARTICLE).unlink()
    result = desk.run("show", ARTICLE, code=1)
    assert "orphan" in result.stdout
    assert "“Kamenik fell”" in result.stdout
    assert "its article 'seeds/kamenik.txt' is gone" in result.stderr
    nothing = desk.run("show", "seeds/nowhere.txt", code=2).stderr
    assert "There is no article 'seeds/nowhere.txt', and no log of one." in nothing


@pytest.mark.parametrize("copy", [".sync-conflict-20261126-1", " (ana's conflicted copy)"])
def test_a_copy_that_a_shared_folder_made_is_named(desk, copy):
    (desk.root / LOG.replace(".txt.jsonl", f".txt{copy}.jsonl")).write_bytes(
        (desk.root / LOG).read_bytes()
    )
    assert "add these lines to its end" in desk.run("show", ARTICLE, code=1).stderr


def test_linked_folders_are_named(desk, tmp_path):
    (tmp_path / "cem").mkdir()
    (desk.root / "annotations/cem").symlink_to(tmp_path / "cem")
    for command in (["show", ARTICLE], ["export"], ["status"], ["check"]):
        result = desk.run(*command, code=1)
        said = result.stderr + result.stdout
        assert said.count("annotations/cem: it is a symbolic link, and is passed over") == 1


def test_a_folder_is_too_much(desk):
    assert "is a folder; name one article" in desk.run("show", "seeds", code=2).stderr


def test_words_that_could_act_on_the_terminal_do_not(desk):
    hostile = desk.annotation(
        "denied", note="\x1b]0;owned\x07\n\u202e", attributes={"\x1b": "\x9b"}
    )
    desk.add(LOG, encode_event(event("ana", hostile)))
    assert not set(desk.run("show", ARTICLE).output) & set("\x1b\x9b\x07\u202e")
