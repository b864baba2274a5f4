"""Format `jsonl`: what a row says, in which order, in which bytes."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from annotator.exchange.annotated import labelled
from annotator.exchange.jsonl import export
from annotator.exchange.ledger import Ledger
from annotator.marking.annotation import Mark

TEXT = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"
META = '"meta":{"title":"","author":"","date":"","url":"","outlet":"","original":""}'


def rows(*articles):
    return [json.loads(line) for line in b"".join(export(articles, Ledger())).splitlines()]


def test_a_row_says_everything_about_an_annotation_in_the_documented_order(
    article, mark_words, relate, annotated
):
    kamenik = article(TEXT)
    claim = mark_words(TEXT, "Kamenik fell", "claim", attributes={"worth": 2}, note="twice")
    source = mark_words(TEXT, "the army", "source")
    whole = annotated(kamenik, ana=[source, claim, relate(claim, source)])
    line = b"".join(export([whole], Ledger()))
    assert line.decode() == (
        '{"article":"seeds/a.txt","text_sha256":"' + kamenik.sha256 + '","paragraph":1,'
        '"id":"ana-claim-0-12","label":"claim","start":0,"end":12,"quote":"Kamenik fell",'
        '"prefix":"","suffix":", the army said.\\n\\nThe Observator",'
        '"attributes":{"worth":2},"note":"twice","origin":"hand","alias_of":"","by":"ana",'
        '"ts":"2026-11-22T18:00:01.123Z","anchor":"exact",'
        '"relations":[{"id":"ana-claim-0-12>ana-source-14-22","relation":"attributed_to",'
        '"from":"ana-claim-0-12","to":"ana-source-14-22","attributes":{},"note":"",'
        '"origin":"hand","by":"ana","ts":"2026-11-22T18:00:01.123Z"}],' + META + "}\n"
        '{"article":"seeds/a.txt","text_sha256":"' + kamenik.sha256 + '","paragraph":1,'
        '"id":"ana-source-14-22","label":"source","start":14,"end":22,"quote":"the army",'
        '"prefix":"Kamenik fell, ","suffix":" said.\\n\\nThe Observatory denied i",'
        '"attributes":{},"note":"","origin":"hand","alias_of":"","by":"ana",'
        '"ts":"2026-11-22T18:00:01.123Z","anchor":"exact","relations":[],' + META + "}\n"
    )


def test_rows_come_by_article_then_annotator_then_in_reading_order(article, mark_words, annotated):
    first, second = article(TEXT, "b.txt"), article(TEXT, "a.txt")
    inner, outer = mark_words(TEXT, "Kamenik"), mark_words(TEXT, "Kamenik fell", "claim")
    ben = mark_words(TEXT, "army", by="ben")
    found = rows(
        annotated(first, ben=[ben], ana=[inner, outer]),
        annotated(second, ana=[mark_words(TEXT, "Observatory")]),
    )
    assert [(row["article"], row["by"], row["quote"]) for row in found] == [
        ("b.txt", "ana", "Kamenik fell"),
        ("b.txt", "ana", "Kamenik"),
        ("b.txt", "ben", "army"),
        ("a.txt", "ana", "Observatory"),
    ]


@pytest.mark.parametrize(
    "words",
    ["Ω 👩‍👩‍👧 said", "巴尔米拉", "تدمر", "cafe\u0301", "line\r\nbreak", "a\u2028b\u0085c\u2029d"],
    ids=["emoji", "han", "arabic", "combining", "crlf", "separators"],
)
def test_offsets_and_words_come_back_as_they_stand_in_the_text(
    words, article, mark_words, annotated
):
    text = f"👍🏽 before\n\n{words} after\n"
    (line,) = export([annotated(article(text), ana=[mark_words(text, words)])], Ledger())
    row = json.loads(line)
    assert text[row["start"] : row["end"]] == row["quote"] == words
    assert len(line.decode().splitlines()) == 1, "no reader may see two lines"


def test_words_stand_unescaped_but_for_what_breaks_lines(article, mark_words, annotated):
    text = "Señor Ω\u2028said"
    placed = annotated(article(text), ana=[mark_words(text, "Señor Ω\u2028said")])
    (line,) = export([placed], Ledger())
    assert '"quote":"Señor Ω\\u2028said"'.encode() in line


def test_an_orphan_is_a_row_that_says_so(article, mark_words, annotated):
    stale = mark_words("In truth, " + TEXT, "the army")
    (row,) = rows(annotated(article(TEXT), ana=[stale]))
    assert (row["anchor"], row["paragraph"]) == ("orphan", None)
    assert (row["quote"], row["start"]) == ("the army", stale.start)


def test_annotations_of_an_article_that_is_gone_are_orphans(article, mark_words, annotated):
    gone = replace(annotated(article(TEXT), ana=[mark_words(TEXT, "army")]), article=None)
    (row,) = rows(gone)
    assert (row["anchor"], row["text_sha256"]) == ("orphan", gone.sha256)


def test_a_paragraph_is_the_one_that_holds_the_start(article, mark_words, annotated):
    across = mark_words(TEXT, "said.\n\nThe Observatory")
    below = mark_words(TEXT, "denied")
    assert [row["paragraph"] for row in rows(annotated(article(TEXT), ana=[across, below]))] == [
        1,
        2,
    ]


def test_a_relation_may_lead_to_another_annotators_annotation(
    article, mark_words, relate, annotated
):
    claim = mark_words(TEXT, "Kamenik fell", "claim")
    source = mark_words(TEXT, "the army", "source", by="ben")
    first, second = rows(annotated(article(TEXT), ana=[claim, relate(claim, source)], ben=[source]))
    assert [relation["to"] for relation in first["relations"]] == [source.id]
    assert second["relations"] == []


def test_a_relation_that_lacks_an_end_is_left_out(article, mark_words, relate, annotated):
    claim, source = mark_words(TEXT, "Kamenik fell", "claim"), mark_words(TEXT, "army", "source")
    relation = relate(claim, source)
    merged = annotated(article(TEXT), ana=[claim, relation])
    (row,) = rows(merged)
    assert row["relations"] == []
    assert merged.dangling() == [relation]


def test_labels_pick_rows_and_the_relations_between_them(article, mark_words, relate, annotated):
    claim, source = mark_words(TEXT, "Kamenik fell", "claim"), mark_words(TEXT, "army", "source")
    whole = annotated(article(TEXT), ana=[claim, source, relate(claim, source)])
    (row,) = rows(labelled(whole, {"claim"}))
    assert (row["label"], row["relations"]) == ("claim", [])
    assert labelled(whole, ()) is whole


def test_every_row_has_the_same_fields_of_the_same_types(article, mark_words, relate, annotated):
    bare = mark_words(TEXT, "Kamenik")
    full = mark_words(TEXT, "army", attributes={"worth": 1}, note="n", extra={"newer": True})
    stale = structs.replace(bare, id="stale", quote="Tamsel!")
    found = rows(annotated(article(TEXT), ana=[bare, full, stale, relate(full, bare)]))
    assert {tuple(row) for row in found} == {tuple(found[0])}
    types = {tuple(type(v).__name__ for k, v in row.items() if k != "paragraph") for row in found}
    assert len(types) == 1
    assert "newer" not in found[0]


def test_marks_are_no_rows(article, annotated):
    assert rows(annotated(article(TEXT), ana=[Mark(id="done", mark="done")])) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_any_span_of_any_text_comes_back(article, mark_words, annotated, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    placed = structs.replace(
        mark_words(text, text[start:end], note=text), start=start, end=end, label=text
    )
    (line,) = export([annotated(article(text), ana=[placed])], Ledger())
    row = json.loads(line)
    assert (row["anchor"], text[row["start"] : row["end"]]) == ("exact", row["quote"])
    assert (row["label"], row["note"]) == (text, text)
    assert len(line.decode().splitlines()) == 1
