"""dkpro-cassis reads the CAS, converts its offsets, and what it writes is read again."""

import pytest
from samples import source

from annotator.exchange.cas import DETAILS, ENTITY, RELATION
from annotator.exchange.formats import FORMATS

cassis = pytest.importorskip("cassis", reason="pip install dkpro-cassis")
pytestmark = pytest.mark.filterwarnings("ignore")


def test_every_annotation_on_its_words(text, made, raw):
    cas = cassis.load_cas_from_json(raw("cas").decode())
    assert cas.sofa_string == text
    found = [(e.begin, e.end, e.value, e.get_covered_text()) for e in cas.select(ENTITY)]
    assert sorted(found) == sorted((a.start, a.end, a.label, a.quote) for a in made)


def test_what_it_writes_is_read_again(text, made, raw):
    cas = cassis.load_cas_from_json(raw("cas").decode())
    (record,) = FORMATS["cas"].reader()(source("a.json", cas.to_json().encode()))
    assert record.text == text
    assert sorted((a.start, a.end, a.label, a.id) for a in record.annotations) == sorted(
        (a.start, a.end, a.label, a.id) for a in made
    )


def test_details_and_relations(rich):
    _, written = rich
    cas = cassis.load_cas_from_json(written("cas")[0].whole().decode())
    details = cas.select(DETAILS)
    assert {(each.by, each.of.identifier[:3]) for each in details} == {
        ("ana", "ana"),
        ("ben", "ben"),
    }
    assert [each.value for each in cas.select(RELATION)] == ["attributed_to"] * 2
