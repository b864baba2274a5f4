"""What does not fit the label schema, in words."""

from dataclasses import replace

import pytest
from msgspec import structs

from annotator.exchange.conformity import misfits
from annotator.marking.annotation import Mark
from annotator.marking.labels import Attribute, Label, LabelSchema, RelationType

TEXT = "Kamenik fell, the army said."
MODALITY = Attribute("modality", "choice", ("asserted", "denied"))
WORTH = Attribute("worth", "scale", minimum=0, maximum=3)
GIST = Attribute("gist", "text")
NEWS = LabelSchema(
    "news",
    (
        Label("claim", "c", "amber", attributes=(MODALITY, WORTH, GIST)),
        Label("source", "s", "blue"),
    ),
    (RelationType("attributed_to", ("claim",), ("source",)),),
)


def whats(annotated_article):
    return [what for _, what in misfits(annotated_article, "ana", NEWS)]


@pytest.mark.parametrize(
    "attributes, what",
    [
        ({"modality": "denied", "worth": 3, "gist": "fell"}, []),
        (
            {"modality": "hedged"},
            ["attribute 'modality' of label 'claim' is 'hedged'; expected 'asserted' or 'denied'"],
        ),
        (
            {"worth": 4},
            ["attribute 'worth' of label 'claim' is 4; expected a whole number, 0 to 3"],
        ),
        (
            {"worth": "2"},
            ["attribute 'worth' of label 'claim' is '2'; expected a whole number, 0 to 3"],
        ),
        ({"gist": 1}, ["attribute 'gist' of label 'claim' is 1; expected text"]),
        (
            {"modalty": "denied"},
            ["label 'claim' has no attribute 'modalty'; did you mean 'modality'?"],
        ),
    ],
)
def test_attributes(attributes, what, article, mark_words, annotated):
    claim = mark_words(TEXT, "Kamenik fell", "claim", attributes=attributes)
    assert whats(annotated(article(TEXT), ana=[claim])) == what


def test_a_label_that_the_schema_lacks(article, mark_words, annotated):
    found = whats(annotated(article(TEXT), ana=[mark_words(TEXT, "army", "sources")]))
    assert found == ["label 'sources' is not in schema 'news'; did you mean 'source'?"]


def test_words_that_have_moved(article, mark_words, annotated):
    stale = mark_words("In truth, " + TEXT, "army", "source")
    assert whats(annotated(article(TEXT), ana=[stale])) == ["moved: 'army' stands at 18-22 now"]


def test_relations(article, mark_words, relate, annotated):
    claim, source = mark_words(TEXT, "Kamenik fell", "claim"), mark_words(TEXT, "army", "source")
    right = relate(claim, source)
    records = [
        claim,
        source,
        right,
        structs.replace(right, id="1", source=source.id, target=claim.id),
        structs.replace(right, id="2", target="nobody"),
        structs.replace(right, id="3", relation="atributed_to"),
    ]
    assert whats(annotated(article(TEXT), ana=records)) == [
        "relation 'attributed_to' leads from 'source'; expected 'claim'",
        "relation 'attributed_to' leads to 'claim'; expected 'source'",
        "relation 'attributed_to' leads to nobody, which is no annotation here",
        "relation 'atributed_to' is not in schema 'news'; did you mean 'attributed_to'?",
    ]


REFUSED = Mark(id="r", mark="rejected", start=18, end=22, suggested="source", quote="army")


@pytest.mark.parametrize(
    "changes, what",
    [
        ({}, []),
        ({"suggested": "actr"}, ["refused: label 'actr' is not in schema 'news'"]),
        (
            {"suggested": "sorce"},
            ["refused: label 'sorce' is not in schema 'news'; did you mean 'source'?"],
        ),
        ({"suggested": ""}, ["refused: `suggested` does not say which label"]),
        ({"end": 99}, ["refused: 'army' cannot stand at 18-99"]),
        ({"start": 22}, ["refused: 'army' cannot stand at 22-22"]),
        ({"quote": ""}, ["refused: '' cannot stand at 18-22"]),
        ({"quote": "navy"}, []),
        ({"start": 118, "end": 122}, []),
        ({"mark": "reviewed", "suggested": "", "quote": ""}, []),
    ],
)
def test_refusals(changes, what, article, annotated):
    assert whats(annotated(article(TEXT), ana=[structs.replace(REFUSED, **changes)])) == what


def test_of_a_refusal_without_schema_only_its_offsets_are_looked_at(article, annotated):
    strange = structs.replace(REFUSED, suggested="actr", end=99)
    there = annotated(article(TEXT), ana=[strange])
    for annotated_ in (there, replace(there, article=None)):
        assert [what for _, what in misfits(annotated_, "ana", None)] == [
            "refused: 'army' cannot stand at 18-99"
        ]
