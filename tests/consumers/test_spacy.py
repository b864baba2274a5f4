"""spaCy itself reads what is made for it."""

import json

import pytest
from samples import source

from annotator.exchange.formats import FORMATS
from annotator.exchange.ledger import Ledger

spacy = pytest.importorskip("spacy", reason="pip install 'annotate-news[docbin]'")
pytestmark = pytest.mark.filterwarnings("ignore")


def places(spans):
    return sorted((span.start_char, span.end_char, span.label_) for span in spans)


def expected(made):
    return sorted((a.start, a.end, a.label) for a in made)


def test_a_document_from_json(text, made, raw):
    doc = spacy.tokens.Doc(spacy.vocab.Vocab()).from_json(json.loads(raw("spacy")))
    assert doc.text == text
    assert places(doc.spans["sc"]) == expected(made)
    assert set(places(doc.ents)) <= set(expected(made))
    assert [span.text for span in doc.spans["sc"]] == [
        text[span.start_char : span.end_char] for span in doc.spans["sc"]
    ]


def test_the_file_for_training(text, made, article_of_text):
    from annotator.cli.docbin_file import export, read

    raw = b"".join(export([article_of_text], Ledger()))
    (doc,) = spacy.tokens.DocBin().from_bytes(raw).get_docs(spacy.vocab.Vocab())
    assert doc.text == text
    assert places(doc.spans["sc"]) == expected(made)
    (record,) = read(source("out.spacy", raw))
    assert (record.article, record.text) == ("seeds/a.txt", text)
    assert sorted((a.start, a.end, a.label) for a in record.annotations) == expected(made)


def test_a_file_that_spacy_cannot_read():
    from annotator.cli.docbin_file import read

    (refusal,) = read(source("out.spacy", b"none of it"))
    assert refusal.what.startswith("spaCy cannot read it: ")


def test_what_spacy_makes_of_its_own_is_read(text, made):
    words = text.split()
    doc = spacy.tokens.Doc(spacy.vocab.Vocab(), words=words)
    doc.set_ents([spacy.tokens.Span(doc, 0, 1, label="claim")])
    (record,) = FORMATS["spacy"].reader()(source("x", json.dumps(doc.to_json()).encode()))
    assert record.text == doc.text
    assert [(a.start, a.end, a.label) for a in record.annotations] == [(0, len(words[0]), "claim")]


@pytest.mark.parametrize("name", ["conll", "iob2"])
def test_tokens_and_tags(name, text, made, raw):
    from spacy.training.converters import conll_ner_to_docs

    docs = list(conll_ner_to_docs(raw(name).decode(), no_print=True))
    ents = [(ent.text, ent.label_) for doc in docs for ent in doc.ents]
    flat = [(" ".join(a.quote.split()), a.label) for a in made]
    assert ents
    assert {"".join(words.split()) for words, _ in ents} <= {
        "".join(words.split()) for words, _ in flat
    }


def test_prodigy_tokens_are_those_of_a_document(text, made, raw):
    """Prodigy cannot be installed freely; it builds such a document from the tokens."""
    task = json.loads(raw("prodigy"))
    words = [token["text"] for token in task["tokens"]]
    doc = spacy.tokens.Doc(
        spacy.vocab.Vocab(), words=words, spaces=[token["ws"] for token in task["tokens"]]
    )
    assert doc.text == text
    for span in task["spans"]:
        chosen = doc[span["token_start"] : span["token_end"] + 1]
        assert (chosen.start_char, chosen.end_char) == (span["start"], span["end"])
