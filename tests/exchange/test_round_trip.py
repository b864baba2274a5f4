"""Every format that goes both ways: what it wrote it reads again, on the words where they stand."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from msgspec import structs
from samples import TEXTS, everything, marked, written

from annotator.exchange.formats import FORMATS
from annotator.exchange.holding import prepared
from annotator.exchange.incoming import Incoming
from annotator.exchange.ledger import Ledger
from annotator.exchange.merging import Terms, merge
from annotator.marking.annotation import Annotation, Relation
from annotator.session.moment import Moment
from annotator.text.meta import Meta

ONE_FILE = [f for f in FORMATS.values() if f.export and f.read and not f.extra]
FOLDERS = [f for f in FORMATS.values() if f.folder and f.read]


def read_again(chosen, annotated):
    """Return the records that come back into an untouched article, what was refused, the ledger."""
    told, ledger = written(chosen, annotated)
    records, refusals = [], []
    for one in chosen.reader()(told):
        if not isinstance(one, Incoming):
            refusals.append(one)
            continue
        names = {made.by for made in one.annotations} | {made.by for made in one.relations}
        names |= {""}
        terms = Terms({n: n or "ana" for n in names}, f"import:{chosen.name}", Moment(1, 2), "b")
        logs = {name: {} for name in terms.names.values()}
        merged = merge(one, annotated.article, logs, terms)
        records += [event.record for events in merged.events.values() for event in events]
        refusals += merged.refusals
    return records, refusals, ledger


def places(records):
    return sorted((a.start, a.end, a.label) for a in records if isinstance(a, Annotation))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("chosen", [*ONE_FILE, *FOLDERS], ids=lambda chosen: chosen.name)
def test_the_same_words_with_the_same_labels(chosen, text, article, annotated):
    made = marked(text)
    records, refusals, ledger = read_again(chosen, annotated(article(text), ana=made))
    assert refusals == []
    for record in records:
        assert text[record.start : record.end] == record.quote
    if chosen.holds.overlaps:
        assert places(records) == places(made)
    else:
        assert set(places(records)) <= set(places(made))
        (loss,) = ledger.losses or [None]
        assert len(records) + (loss.count if loss else 0) == len(made)


@pytest.mark.parametrize("chosen", [*ONE_FILE, *FOLDERS], ids=lambda chosen: chosen.name)
def test_what_a_format_says_it_holds_comes_back_and_the_rest_is_counted(chosen, article, annotated):
    text = TEXTS["emoji inside"]
    made = everything(text)
    records, refusals, ledger = read_again(chosen, annotated(article(text), **made))
    lost = {loss.thing for loss in ledger.losses}
    assert refusals == []
    annotations = [record for record in records if isinstance(record, Annotation)]
    relations = [record for record in records if isinstance(record, Relation)]
    whole = [record for own in made.values() for record in own]
    assert {a.id for a in annotations} == {a.id for a in whole[:3] + whole[4:7]} or (
        not chosen.holds.ids
    )
    assert ({r.relation for r in relations} == {"attributed_to"}) is chosen.holds.relations
    assert ("relation" in lost) is not chosen.holds.relations
    told = {name: value for a in annotations for name, value in a.attributes.items()}
    expected = {"modality": "asserted", "worth": 2, "normalised": "It fell; so they say."}
    assert told == (expected if chosen.holds.attributes else {})
    assert any("attribute" in thing for thing in lost) or chosen.holds.attributes
    assert {a.note for a in annotations} == ({"", "is it?"} if chosen.holds.notes else {""})
    assert any("note" in thing for thing in lost) or chosen.holds.notes
    assert {a.by for a in annotations} == ({"ana", "ben"} if chosen.holds.annotators else {"ana"})
    assert ("annotation" in lost) or chosen.holds.annotators


@pytest.mark.parametrize(
    "chosen", [f for f in FORMATS.values() if not f.extra], ids=lambda chosen: chosen.name
)
def test_orphans_leave_where_they_can_and_are_counted_where_not(chosen, article, annotated):
    stale = structs.replace(marked("In truth, " + TEXTS["plain"])[4], quote="nowhere")
    ledger = Ledger()
    whole = annotated(article(TEXTS["plain"]), ana=[stale])
    articles = prepared([whole], chosen.holds, ledger)
    export = chosen.exporter() if chosen.export else chosen.folder_exporter()
    raw = b"".join(p if isinstance(p, bytes) else p[1] for p in export(articles, ledger))
    assert (b"nowhere" in raw) is chosen.holds.orphans
    assert ([loss.thing for loss in ledger.losses] == ["orphan"]) is not chosen.holds.orphans


META = Meta(title="The day after", author="O. Dest", url="https://example.org/a", outlet="X")


@pytest.mark.parametrize("chosen", FORMATS.values(), ids=lambda chosen: chosen.name)
def test_what_is_known_of_an_article_leaves_or_is_counted(chosen, article, annotated):
    pytest.importorskip(chosen.extra or "sys", reason=f"pip install 'annotate-news[{chosen.name}]'")
    whole = replace(annotated(article(TEXTS["plain"]), ana=marked(TEXTS["plain"])), meta=META)
    told, ledger = written(chosen, whole)
    fields = sum(loss.count for loss in ledger.losses if loss.thing == "metadata field")
    assert fields == (0 if chosen.holds.meta else 4)
    if not chosen.extra:
        raw = told.whole().replace(b"\\", b"")  # Markdown escapes.
        assert (b"example.org/a" in raw) is chosen.holds.meta
    if chosen.read and chosen.holds.text and chosen.holds.meta:
        assert {one.meta for one in chosen.reader()(told)} == {META}


def test_xml_stays_whole_whatever_the_names(article, annotated):
    odd = "a\x0b<\"&'\ufffe\x1b😀"
    text = f"{odd} fell\n"
    made = [structs.replace(a, label=odd, id=odd + a.id, note=odd) for a in marked(text)]
    ledger = Ledger()
    articles = prepared([annotated(article(text), ana=made)], FORMATS["graphml"].holds, ledger)
    raw = b"".join(FORMATS["graphml"].exporter()(articles, ledger))
    graph = ET.fromstring(raw)  # noqa: S314 - our own
    assert len(graph.findall(".//{*}node")) == len(made)
    assert "control characters" in ledger.losses[0].fate
    told, ledger = written(FORMATS["label-studio"], annotated(article(text), ana=made))
    raw = FORMATS["label-studio"].beside_maker()(ledger)
    config = ET.fromstring(raw)  # noqa: S314 - our own
    assert [label.get("value") for label in config.iter("Label")] == ["a\ufffd<\"&'\ufffd\ufffd😀"]
    assert told.whole()


@pytest.mark.parametrize("name", ["brat", "conll", "iob2", "bilou"])
def test_names_that_would_be_the_same_stay_different(name, article, annotated):
    text = "a b c d e f g\n"
    labels = ["x y", "x_y", "x\ty", "x_y_2", "*", "_", "x y"]
    made = [structs.replace(a, label=label) for a, label in zip(marked(text), labels, strict=False)]
    chosen = FORMATS[name]
    records, _, ledger = read_again(chosen, annotated(article(text), ana=made))
    back = {a.start: a.label for a in records if isinstance(a, Annotation)}
    names = {label: back[a.start] for a, label in zip(made, labels, strict=True)}
    assert len(set(names.values())) == len(names)
    assert (names["x y"], back[0]) == ("x_y", back[made[-1].start])
    changed = sum(loss.count for loss in ledger.losses if "changed" in loss.fate)
    assert changed == sum(back[a.start] != label for a, label in zip(made, labels, strict=True))
    if chosen.folder:
        articles = prepared([annotated(article(text), ana=made)], chosen.holds, Ledger())
        page = dict(chosen.folder_exporter()(articles, Ledger()))["annotation.conf"].decode()
        assert page.split("\n")[1:7] == sorted(names.values())


def test_what_brat_writes_on_one_line_is_counted(article, annotated):
    one, two, *_ = marked(TEXTS["plain"])
    one = structs.replace(one, note="is it?\nno", attributes={"why": "so\tthey say", "a": "b c"})
    two = structs.replace(two, note="plain", attributes={"AnnotatorNotes": "a b"})
    records, _, ledger = read_again(
        FORMATS["brat"], annotated(article(TEXTS["plain"]), a=[one, two])
    )
    assert {(loss.thing, loss.count) for loss in ledger.losses} == {
        ("note", 1),
        ("attribute", 1),
        ("name", 1),
    }
    assert [a.note for a in records] == ["is it? no", "plain"]
    assert records[1].attributes == {"AnnotatorNotes_2": "a b"}


@pytest.mark.parametrize("name", ["doccano", "doccano-relations"])
def test_what_doccano_drops_begins_before_the_end_of_what_it_keeps(name, article, annotated):
    text = "0123456789\n"
    spans = [(0, 3), (2, 8), (4, 6), (4, 5), (6, 9)]
    made = [
        structs.replace(marked(text)[0], id=f"{at}", start=one, end=two, quote=text[one:two])
        for at, (one, two) in enumerate(spans)
    ]
    _, ledger = written(FORMATS[name], annotated(article(text), ana=made))
    assert [loss.count for loss in ledger.losses] == [2]  # Kept are 0-3, 4-6 and 6-9.
