"""Format `documents`: one article a line."""

import json
from dataclasses import replace
from hashlib import sha256

from annotator.exchange.documents import export
from annotator.exchange.ledger import Ledger
from annotator.marking.annotation import Mark

TEXT = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"


def documents(*articles):
    return [json.loads(line) for line in b"".join(export(articles, Ledger())).splitlines()]


def test_a_line_holds_the_text_and_what_everybody_says_about_it(
    article, mark_words, relate, reviewed, annotated
):
    kamenik = article(TEXT)
    claim, source = mark_words(TEXT, "Kamenik fell", "claim"), mark_words(TEXT, "army", "source")
    ben = mark_words(TEXT, "Observatory", by="ben")
    (document,) = documents(
        annotated(
            kamenik,
            ben=[ben, Mark(id="done", mark="done")],
            ana=[source, relate(claim, source), claim, reviewed(kamenik, 2), reviewed(kamenik, 1)],
        )
    )
    spans = document.pop("spans")
    relations = document.pop("relations")
    assert document == {
        "article": "seeds/a.txt",
        "text": TEXT,
        "text_sha256": sha256(TEXT.encode()).hexdigest(),
        "encoding": "utf-8",
        "meta": dict.fromkeys(("title", "author", "date", "url", "outlet", "original"), ""),
        "reviewed": [{"by": "ana", "paragraphs": [1, 2]}],
        "done": ["ben"],
    }
    assert [(span["by"], span["label"]) for span in spans] == [
        ("ana", "claim"),
        ("ana", "source"),
        ("ben", "actor"),
    ]
    assert all(TEXT[span["start"] : span["end"]] == span["quote"] for span in spans)
    fields = "paragraph id label start end quote prefix suffix attributes note origin alias_of"
    assert " ".join(spans[0]) == f"{fields} by ts anchor"
    assert [(relation["from"], relation["to"]) for relation in relations] == [(claim.id, source.id)]


def test_a_paragraph_that_changed_since_is_not_reviewed(article, reviewed, annotated):
    before, now = article(TEXT), article(TEXT.replace("fell", "held"))
    marks = [reviewed(before, 1), reviewed(before, 2)]
    (document,) = documents(annotated(now, ana=marks))
    assert document["reviewed"] == [{"by": "ana", "paragraphs": [2]}]


def test_an_untouched_article_has_the_same_fields_all_empty(article, annotated):
    (document,) = documents(annotated(article(TEXT)))
    assert [document[key] for key in ("spans", "relations", "reviewed", "done")] == [[]] * 4


def test_an_article_that_is_gone_is_no_document(article, annotated):
    assert documents(replace(annotated(article(TEXT)), article=None)) == []


def test_articles_are_taken_one_at_a_time(article, annotated):
    asked = []

    def articles():
        for number in range(3):
            asked.append(number)
            yield annotated(article(TEXT))

    made = export(articles(), Ledger())
    next(made)
    assert asked == [0]
