"""A reader of WebAnno TSV that others wrote finds every span, sentence by sentence.

It takes no escape for what it is, so the two texts that need some are left to our own reader.
"""

import pytest
from samples import TEXTS

from annotator.exchange.formats import FORMATS
from annotator.exchange.ledger import Ledger

web_anno_tsv = pytest.importorskip("web_anno_tsv", reason="pip install web-anno-tsv")
ESCAPED = ("columns", "carriage returns")


def sentences_of(whole, folder):
    ((_, raw),) = FORMATS["webanno"].folder_exporter()([whole], Ledger())
    path = folder / "a.tsv"
    path.write_bytes(raw)
    with web_anno_tsv.open_web_anno_tsv(str(path)) as reader:
        return [sentence for sentence in reader if sentence.text]


def test_every_span(text, made, article_of_text, tmp_path):
    if text in (TEXTS[name] for name in ESCAPED):
        pytest.skip("it leaves escapes as they are")
    found = []
    at = 0
    for sentence in sentences_of(article_of_text, tmp_path):
        at = text.index(sentence.text, at)
        for annotation in sentence.annotations:
            assert sentence.text[annotation.start : annotation.stop] == annotation.text
            found.append((at + annotation.start, at + annotation.stop, annotation.label))
        at += len(sentence.text)
    assert sorted(found) == sorted((a.start, a.end, a.label) for a in made)
