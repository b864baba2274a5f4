"""seqeval reads the tags strictly, and finds the spans that were not left out."""

import pytest

scheme = pytest.importorskip("seqeval.scheme", reason="pip install seqeval")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize("name, of", [("conll", "IOB2"), ("iob2", "IOB2"), ("bilou", "BILOU")])
def test_strictly(name, of, text, made, raw):
    parts = [part.split("\n") for part in raw(name).decode().split("\n\n")]
    rows = [[row.split() for row in part if row] for part in parts]
    rows = [part for part in rows if part and part[0][0] != "-DOCSTART-"]
    tags = [[row[-1] for row in sentence] for sentence in rows]
    entities = scheme.Entities(tags, getattr(scheme, of)).entities
    found = [
        "".join(row[0] for row in sentence[entity.start : entity.end])
        for sentence, of_sentence in zip(rows, entities, strict=True)
        for entity in of_sentence
    ]
    assert found
    assert set(found) <= {"".join(a.quote.split()) for a in made}
