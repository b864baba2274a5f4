"""A JSON-LD processor understands the Web Annotations, our own terms as well."""

import json

import pytest

jsonld = pytest.importorskip("pyld.jsonld", reason="pip install pyld")
pytestmark = pytest.mark.filterwarnings("ignore")

OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
DC = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PLAIN = ("start", "end", "exact", "prefix", "suffix")
KINDS = ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector")
LINKS = {"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector"}
CONTEXT = {
    "id": "@id",
    "type": "@type",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "name": "http://xmlns.com/foaf/0.1/name",
    "value": f"{RDF}value",
    "created": f"{DC}created",
    "creator": {"@type": "@id", "@id": f"{DC}creator"},
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    **{name: f"{OA}{name}" for name in (*PLAIN, *KINDS, "TextPositionSelector")},
    **{name: f"{OA}{name}" for name in ("tagging", "commenting", "classifying", "linking")},
    **{name: {"@type": "@id", "@id": f"{OA}{iri}"} for name, iri in LINKS.items()},
}
"""The terms of http://www.w3.org/ns/anno.jsonld that are used, so that no network is needed."""


def load(url, _options):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


def expanded(raw):
    (page,) = jsonld.expand(json.loads(raw), {"documentLoader": load})
    return page[f"{AS}items"][0]["@list"]


def only(node, name):
    return node[name][0]


def test_every_span(text, made, raw):
    found = []
    for item in expanded(raw("w3c")):
        assert item["@type"] == [f"{OA}Annotation"]
        assert item["@id"].startswith("urn:x-annotate:record:")
        target = only(item, f"{OA}hasTarget")
        position, quote = target[f"{OA}hasSelector"]
        start, end = (only(position, f"{OA}{name}")["@value"] for name in ("start", "end"))
        assert text[start:end] == only(quote, f"{OA}exact")["@value"]
        around = [only(quote, f"{OA}{name}")["@value"] for name in ("prefix", "exact", "suffix")]
        assert text.count("".join(around)) == 1, "a quote that stands twice means both places"
        tag = only(only(item, f"{OA}hasBody"), f"{RDF}value")["@value"]
        found.append((start, end, tag))
    assert sorted(found) == sorted((a.start, a.end, a.label) for a in made)


def test_notes_attributes_and_links(rich):
    _, written = rich
    items = expanded(written("w3c")[0].whole())
    links = [item for item in items if only(item, f"{OA}motivatedBy")["@id"] == f"{OA}linking"]
    assert [only(link, f"{OA}hasTarget")["@id"][-7:] for link in links] == ["ana-000", "ben-000"]
    attributes = [item["urn:x-annotate:terms:attributes"] for item in items if len(item) > 9]
    assert attributes[0][0]["@value"] == {"modality": "asserted", "worth": 2}
    purposes = {only(b, f"{OA}hasPurpose")["@id"] for i in items for b in i[f"{OA}hasBody"]}
    assert purposes == {f"{OA}tagging", f"{OA}commenting", f"{OA}linking"}
