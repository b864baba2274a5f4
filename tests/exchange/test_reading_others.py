"""Files that other programs make: what is taken from them, and what is said about the rest."""

import json

import pytest
from samples import TEXTS, marked, source, written

from annotator.exchange.formats import FORMATS
from annotator.exchange.guess import guess, unreadable
from annotator.exchange.incoming import Incoming
from annotator.exchange.webanno import escaped

TEXT = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"


def read(name, raw, beside=None):
    """Return what was read, and the refusals as line and words."""
    raw = raw if isinstance(raw, bytes) else raw.encode()
    told = list(FORMATS[name].reader()(source("folder/kamenik.x", raw, beside)))
    records = [one for one in told if isinstance(one, Incoming)]
    return records, [(one.line, one.what) for one in told if not isinstance(one, Incoming)]


def spans(*records):
    return [(a.start, a.end, a.label) for record in records for a in record.annotations]


def links(record):
    by_key = {a.key: (a.label, a.start) for a in record.annotations}
    return [(r.relation, by_key.get(r.source), by_key.get(r.target)) for r in record.relations]


ENT = {"start": 0, "end": 7, "label": "PER"}
OFFSETS = {"start_offset": 0, "end_offset": 7, "label": "PER", "id": 1}


@pytest.mark.parametrize(
    "name, told",
    [
        ("doccano", {"text": TEXT, "label": [[0, 7, "PER"]]}),
        ("doccano", {"text": TEXT, "labels": [[0, 7, "PER"]], "id": 7}),
        ("doccano", {"data": TEXT, "label": [[0, 7, "PER"]], "meta": {"a": 1}}),
        ("doccano", {"text": TEXT, "entities": [OFFSETS]}),
        ("prodigy", {"text": TEXT, "spans": [ENT]}),
        ("prodigy", {"text": TEXT, "spans": [ENT | {"token_end": 0}], "_input_hash": -1}),
        ("spacy", [TEXT, {"entities": [[0, 7, "PER"]]}]),
        ("spacy", {"text": TEXT, "entities": [[0, 7, "PER"]]}),
        ("spacy", {"text": TEXT, "ents": [ENT], "tokens": []}),
        ("spacy", {"text": TEXT, "ents": [], "spans": {"x": [ENT]}}),
        ("spacy", {"text": TEXT, "ents": [ENT], "spans": {"sc": [ENT | {"kb_id": "Q1"}]}}),
        ("documents", {"text": TEXT, "spans": [ENT]}),
    ],
)
def test_one_span_in_all_the_ways_to_say_it(name, told):
    (record,), refusals = read(name, json.dumps(told) + "\n")
    assert (record.text, spans(record), refusals) == (TEXT, [(0, 7, "PER")], [])


def test_a_file_that_is_one_list():
    pairs = [[TEXT, {"entities": [[0, 7, "PER"]]}], ["Rain.", {"entities": []}]]
    for raw in (json.dumps(pairs), json.dumps(pairs, indent=1)):
        (one, two), _ = read("spacy", raw)
        assert (one.text, spans(one), two.text) == (TEXT, [(0, 7, "PER")], "Rain.")


def test_spacy_2():
    tokens = [{"orth": "Kamenik", "ner": "U-PER"}, {"orth": "fell", "ner": "O"}]
    told = [{"id": 0, "paragraphs": [{"raw": "Kamenik fell", "sentences": [{"tokens": tokens}]}]}]
    (record,), _ = read("spacy", json.dumps(told, indent=2))
    assert (spans(record), record.loose) == ([(0, 7, "PER")], True)


class TestDoccano:
    def test_numbers_for_labels(self):
        old = {"text": TEXT, "annotations": [{"label": 12, "start_offset": 0, "end_offset": 7}]}
        _, ((line, what),) = read("doccano", json.dumps(old))
        assert (line, what[:38]) == (1, "1 spans have a number for a label: exp")

    def test_comments(self):
        _, refusals = read("doccano", json.dumps({"text": TEXT, "Comments": [{"comment": "!"}]}))
        assert "comments on the document" in refusals[0][1]

    def test_relations_between_numbers_or_texts(self):
        ends = [(1, 2), ("a", "b")]
        for one, two in ends:
            entities = [
                {"id": one, "label": "claim", "start_offset": 0, "end_offset": 12},
                {"id": two, "label": "source", "start_offset": 14, "end_offset": 22},
            ]
            relation = {"id": 1, "from_id": one, "to_id": two, "type": "by"}
            told = {"text": TEXT, "entities": entities, "relations": [relation]}
            (record,), _ = read("doccano-relations", json.dumps(told))
            assert links(record) == [("by", ("claim", 0), ("source", 14))]


class TestProdigy:
    def test_only_what_was_accepted(self):
        spans_told = [
            {"start": 0, "end": 7, "label": "PER", "answer": "reject"},
            {"start": 18, "end": 22, "label": "ORG"},
        ]
        (record,), refusals = read("prodigy", json.dumps({"text": TEXT, "spans": spans_told}))
        assert spans(record) == [(18, 22, "ORG")]
        assert refusals == [(1, "span 1: its answer is “reject”")]

    def test_relations_by_their_spans_whatever_the_tokens_say(self):
        one = {"start": 0, "end": 12, "label": "claim", "token_start": 99}
        two = {"start": 14, "end": 22, "label": "source"}
        relation = {"head": 5, "child": 9, "head_span": one, "child_span": two, "label": "by"}
        lost = relation | {"child_span": {"start": 1, "end": 2, "label": "x"}}
        told = {"text": TEXT, "spans": [one, two], "relations": [relation, lost]}
        (record,), refusals = read("prodigy", json.dumps(told))
        assert links(record) == [("by", ("claim", 0), ("source", 14))]
        assert refusals == [(1, "relation “by”: no span where it should end")]


def region(start, end, *labels, **other):
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"type": "labels", "from_name": "l", "to_name": "t", "value": value, **other}


class TestLabelStudio:
    def test_everything_that_a_region_can_have(self):
        detail = {"id": "a", "to_name": "t", "value": {"start": 0, "end": 12}}
        result = [
            region(0, 12, "claim", "actor", id="a", meta={"text": ["one", "two"]}),
            detail | {"type": "choices", "from_name": "modality", "value": {"choices": ["denied"]}},
            detail | {"type": "textarea", "from_name": "why", "value": {"text": ["so", "what"]}},
            detail | {"type": "rating", "from_name": "worth", "value": {"rating": 3}},
            region(14, 22, "source", id="b"),
            {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["by"]},
            {"type": "relation", "from_id": "a", "to_id": "b", "labels": []},
        ]
        task = {"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 2, "result": result}]}
        (record,), refusals = read("label-studio", json.dumps([task]))
        assert spans(record) == [(0, 12, "claim"), (0, 12, "actor"), (14, 22, "source")]
        assert record.annotations[0].note == "one\ntwo"
        expected = {"modality": "denied", "why": '["so","what"]', "worth": 3}
        assert record.annotations[0].attributes == expected
        assert links(record) == [
            ("by", ("claim", 0), ("source", 14)),
            ("relation", ("claim", 0), ("source", 14)),
        ]
        assert refusals == []

    def test_skipped_work_and_predictions_stay_out_and_old_files_come_in(self):
        work = {"result": [region(0, 7, "actor")]}
        skipped = work | {"was_cancelled": True}
        tasks = [
            {"data": {"text": TEXT}, "annotations": [skipped], "predictions": [work]},
            {"data": {"body": TEXT, "n": 1}, "completions": [work]},
        ]
        (one, two), refusals = read("label-studio", json.dumps(tasks, indent=2))
        assert (spans(one), spans(two)) == ([], [(0, 7, "actor")])
        assert refusals[0][1] == "skipped by its annotator"

    @pytest.mark.parametrize(
        "told, by",
        [
            ({"id": 7, "email": "ana+x@news.example"}, "ana-x-news.example"),
            ({"id": 7}, "label-studio-7"),
            (7, "label-studio-7"),
            ("ben@news.example", "ben-news.example"),
            ({"id": 7, "email": "a" * 80}, "a" * 64),
            (None, ""),
            ([], ""),
            (True, ""),
        ],
    )
    def test_whose_work_it_is(self, told, by):
        works = [{"result": [region(0, 7, "actor")], "completed_by": who} for who in (told, 1)]
        task = {"data": {"text": TEXT}, "annotations": works}
        (record,), _ = read("label-studio", json.dumps([task]))
        assert [a.by for a in record.annotations] == [by, "label-studio-1"]
        task["meta"] = {"annotators": ["ana", "ben"]}
        (record,), _ = read("label-studio", json.dumps([task]))
        assert [a.by for a in record.annotations] == ["ana", "ben"]

    def test_predictions_are_counted_as_left_out(self):
        work = {"result": [region(0, 7, "actor"), region(8, 12, "claim")], "score": 0.5}
        task = {"data": {"text": TEXT}, "annotations": [], "predictions": [work, 12]}
        told = FORMATS["label-studio"].reader()(source("x", json.dumps([task]).encode()))
        refusals = [one for one in told if not isinstance(one, Incoming)]
        assert [(one.what, one.meant) for one in refusals] == [("a prediction", True)] * 3

    def test_places_in_web_pages(self):
        value = {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "hypertextlabels": ["a"]}
        known = value | {"globalOffsets": {"start": 0, "end": 7}}
        result = [{"type": "hypertextlabels", "id": "x", "value": v} for v in (value, known)]
        task = {"data": {"text": TEXT}, "annotations": [{"result": result}]}
        (record,), refusals = read("label-studio", json.dumps([task]))
        assert spans(record) == [(0, 7, "a")]
        assert "places in a web page" in refusals[0][1]

    def test_lines_of_a_list_are_named(self):
        raw = '[\n{"data": {"text": "x"}},\n{"data": 7},\n{"data": {}}\n]\n'
        records, refusals = read("label-studio", raw)
        assert len(records) == 1
        assert refusals == [
            (3, "`data`: expected object, got int"),
            (4, "no text in the task's `data`"),
        ]


class TestBrat:
    ANN = (
        "T1\tclaim 0 12\tKamenik fell\n"
        "T2\tsource 14 22\tthe army\n"
        "R1\tby Arg1:T1 Arg2:T2\t\n"
        "A1\tmodality T1 denied\nA2\tsure T2\nM1\tNegation T1\n"
        "#1\tAnnotatorNotes T1\tis it?\n"
        "N1\tReference T2 Wiki:7\tarmy\n"
        "E1\tclaim:T1 Agent:T2\n"
        "*\tEquiv T1 T2\n"
    )

    def test_everything_that_it_can_say(self):
        (record,), refusals = read("brat", self.ANN, TEXT.encode())
        one, two = record.annotations
        assert refusals == []
        assert spans(record) == [(0, 12, "claim"), (14, 22, "source")]
        assert one.attributes == {"modality": "denied", "Negation": "true"}
        assert (one.note, two.attributes) == ("is it?", {"sure": "true", "Reference": "Wiki:7"})
        assert links(record) == [
            ("by", ("claim", 0), ("source", 14)),
            ("Agent", ("claim", 0), ("source", 14)),
            ("Equiv", ("claim", 0), ("source", 14)),
        ]
        assert (record.name, record.text) == ("folder/kamenik.x", TEXT)

    def test_pieces(self):
        text = "one\n\n two and three"
        ann = "T1\tx 0 3;6 9\tone two\nT2\ty 10 13;0 3\tand one\nT3\tz 0 3;4 5\tone wrong\n"
        (record,), refusals = read("brat", ann, text.encode())
        assert spans(record) == [(0, 9, "x"), (0, 3, "y"), (10, 13, "y")]
        assert refusals == [
            (2, "T2 is in 2 pieces: each is an annotation of its own"),
            (3, "T3: its words are not those at its offsets"),
        ]

    def test_lines_that_are_none(self):
        ann = "T1 claim 0 12\nT2\tclaim\tx\nR1\tby Arg1:T1\n#1\tnote\tx\nX\ty\nR2\tby\n"
        _, refusals = read("brat", ann, TEXT.encode())
        assert [line for line, _ in refusals] == [1, 5, 4, 2, 3, 6]

    def test_no_text_beside_it_or_one_that_is_not_utf_8(self):
        assert "no .txt of that name" in read("brat", self.ANN)[1][0][1]
        assert "not UTF-8" in read("brat", self.ANN, b"\xff")[1][0][1]


class TestTags:
    @pytest.mark.parametrize(
        "tags",
        [
            "I-PER I-PER O I-ORG",
            "B-PER I-PER O B-ORG",
            "B-PER L-PER O U-ORG",
            "B-PER E-PER O S-ORG",
        ],
        ids=["IOB1", "IOB2", "BILOU", "BIOES"],
    )
    def test_every_scheme(self, tags):
        words = ("Kamenik", "fell", "the", "army")
        rows = [f"{word} NN O {tag}" for word, tag in zip(words, tags.split(), strict=True)]
        raw = "-DOCSTART- -X- O O\n\n" + "\n".join(rows) + "\n\n"
        (record,), refusals = read("conll", raw)
        assert spans(record) == [(0, 12, "PER"), (17, 21, "ORG")]
        assert refusals == []

    def test_neighbours(self):
        (record,), _ = read("conll", "a I-X\nb B-X\nc I-X\nd I-Y-Z\n")
        assert spans(record) == [(0, 1, "X"), (2, 5, "X"), (6, 7, "Y-Z")]

    def test_a_row_without_a_tag_and_a_comment(self):
        _, refusals = read("conll", "# id = 7\na B-X\nword\nb nonsense\n")
        assert [line for line, _ in refusals] == [3, 4]


def webanno(layers, *rows):
    return "#FORMAT=WebAnno TSV 3.3\n" + layers + "\n\n\n#Text=…\n" + "\t\n".join([*rows, ""])


VALUE = "#T_SP=webanno.custom.Span|value"
CLAIM = "#T_SP=webanno.custom.Claim|modality|value\n"


class TestWebanno:
    def words(self, record):
        return [(record.text[a.start : a.end], a.label) for a in record.annotations]

    def test_stacks_and_marks(self):
        raw = webanno(
            CLAIM,
            "1-1\t0-7\tKamenik\tdenied[1]\tclaim[1]",
            "1-2\t8-12\tfell\tdenied[1]|*[2]\tclaim[1]|a\\_b[2]",
            "1-3\t12-13\t,\t_\t_",
        )
        (record,), refusals = read("webanno", raw)
        assert refusals == []
        assert self.words(record) == [("Kamenik fell", "denied"), ("fell", "a_b")]
        assert record.annotations[0].attributes == {"value": "claim"}

    def sentences(self, *told):
        """Return a file of sentences, each given as its lines and its tokens with their places."""
        pages = [f"#FORMAT=WebAnno TSV 3.3\n{VALUE}\n\n"]
        for number, (lines, *tokens) in enumerate(told, 1):
            pages.append("".join(f"\n#Text={line}\n" for line in lines.split("\n")).lstrip("\n"))
            for index, (start, words) in enumerate(tokens, 1):
                place = f"{start}-{start + len(words.encode('utf-16-le')) // 2}"
                pages.append(f"{number}-{index}\t{place}\t{escaped(words)}\tx[{number}]\t\n")
        return "\n".join(pages)

    @pytest.mark.parametrize(
        "told, text",
        [
            ([("Rain fell.", (0, "Rain"), (5, "fell"), (9, "."))], "Rain fell."),
            ([("One.", (0, "One"), (3, ".")), ("Two", (5, "Two"))], "One. Two"),
            ([("One.", (0, "One"), (3, ".")), ("Two", (4, "Two"))], "One.Two"),
            ([("One", (0, "One")), ("Two", (7, "Two"))], "One\n\n\n\nTwo"),
            ([("One", (3, "One"))], "\n\n\nOne"),
            ([("  One", (2, "One"))], "  One"),
            ([("a 😀 b", (0, "a"), (2, "😀"), (5, "b")), ("c", (8, "c"))], "a 😀 b\n\nc"),
            ([("one\n\ntwo", (0, "one"), (5, "two"))], "one\n\ntwo"),
            ([("one\\r\ntwo\\\\\\tx", (0, "one"), (5, "two"), (10, "x"))], "one\r\ntwo\\\tx"),
            ([("a_b [c]", (0, "a_b"), (4, "["), (5, "c"), (6, "]"))], "a_b [c]"),
            ([("One", (0, "Two"))], None),
            ([("One two", (0, "One"), (5, "two"))], None),
            ([("One", (0, "One")), ("Two", (2, "Two"))], None),
            ([("One", (10**11, "One"))], None),
            ([("a 😀 b", (0, "a"), (2, "😀"), (4, "b"))], None),
        ],
    )
    def test_the_text_is_that_of_the_sentences_if_the_tokens_stand_there(self, told, text):
        (record,), refusals = read("webanno", self.sentences(*told))
        words = [word for _, *tokens in told for _, word in tokens]
        if text is None:
            assert record.text == " ".join([*words, ""])
        else:
            assert record.text == text
            assert [a.start for a in record.annotations] == [
                text.index(tokens[0][1]) for _, *tokens in told
            ]
        assert ([a.label for a in record.annotations], refusals) == (["x"] * len(told), [])

    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_our_own_files_have_the_offsets_of_the_article(self, article, annotated, text):
        made = marked(text)
        told, _ = written(FORMATS["webanno"], annotated(article(text), ana=made))
        (record,) = FORMATS["webanno"].reader()(told)
        assert record.text.split() == text.split()
        assert sorted(spans(record)) == sorted((a.start, a.end, a.label) for a in made)
        assert [record.text[a.start : a.end] for a in made] == [a.quote for a in made]

    def test_parts_of_tokens_by_their_offsets(self):
        raw = webanno(
            "#T_SP=webanno.custom.Span|value\n",
            "1-1\t0-8\taa😀aaaa\t_",
            "1-1.1\t4-6\taa\tlate",
            "1-1.2\t8-8\t\tnothing",
        )
        (record,), _ = read("webanno", raw)
        spans_told = [(a.start, a.end, a.label) for a in record.annotations]
        assert spans_told == [(3, 5, "late"), (7, 7, "nothing")]

    def test_a_layer_without_features_has_its_name_for_a_label(self):
        raw = webanno("#T_SP=webanno.custom.Claim|\n", "1-1\t0-2\tIt\t*", "1-2\t3-7\tfell\t*[7]")
        assert self.words(read("webanno", raw)[0][0]) == [("It", "Claim"), ("fell", "Claim")]

    def test_relations_with_and_without_marks(self):
        layers = CLAIM + "#T_RL=webanno.custom.By|kind|BT_webanno.custom.Claim\n"
        raw = webanno(
            layers,
            "1-1\t0-1\ta\tx[1]|y[2]\t*[1]|*[2]\t_\t_",
            "1-2\t2-3\tb\tz\t*\tby|*\t1-1[2_0]|1-1",
        )
        (record,), _ = read("webanno", raw)
        assert links(record) == [("by", ("y", 0), ("z", 2)), ("By", ("x", 0), ("z", 2))]

    def test_slots_are_relations(self):
        link = "ROLE_webanno.custom.Host:links_webanno.custom.Link|webanno.custom.Span"
        layers = f"#T_SP=webanno.custom.Span|\n#T_SP=webanno.custom.Host|{link}\n"
        raw = webanno(
            layers, "1-1\t0-1\ta\t_\tp1;p2\t1-2;1-3", "1-2\t2-3\tb\t*\t_\t_", "1-3\t4-5\tc\t*\t_\t_"
        )
        (record,), _ = read("webanno", raw)
        assert links(record) == [("p1", ("Host", 0), ("Span", 2)), ("p2", ("Host", 0), ("Span", 4))]

    def test_chains_and_older_versions_are_refused(self):
        raw = webanno("#T_CH=Coref|a|b\n", "1-1\t0-1\tx\tc\t->1-1")
        assert "1 links of chains" in read("webanno", raw)[1][0][1]
        old = "# webanno.custom.Claim | value\n#id=1\n1-1\tMourinho\tO\t\n"
        assert "no WebAnno TSV 3" in read("webanno", old)[1][0][1]


class TestCas:
    CORE = "de.tudarmstadt.ukp.dkpro.core.api"
    QUIET = (
        f"{CORE}.segmentation.type.Token",
        f"{CORE}.metadata.type.DocumentMetaData",
        "uima.tcas.DocumentAnnotation",
    )

    def read(self, *structures):
        """Return records and refusals of structures, each given with type, begin and end."""
        made = [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": TEXT}]
        for number, (kind, begin, end, other) in enumerate(structures, 2):
            place = {"@sofa": 1, "begin": begin, "end": end}
            made.append({"%ID": number, "%TYPE": kind, **place, **other})
        return read("cas", json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": made}))

    def test_what_has_no_label_is_named_by_type(self):
        claims = [("custom.Claim", start, 12, {"modality": "denied"}) for start in (0, 8)]
        quiet = [(kind, 0, 7, {}) for kind in self.QUIET]
        (record,), refusals = self.read(*claims, ("custom.Mark", 0, 7, {}), *quiet)
        assert spans(record) == []
        assert refusals == [
            (1, "2 of the type custom.Claim have no value, label or category; left out"),
            (1, "1 of the type custom.Mark has no value, label or category; left out"),
        ]

    def test_simple_features_are_attributes(self):
        told = {"value": "PER", "category": "x", "conf": 0.5, "rank": 2, "identifier": "Q1"}
        other = {"@next": 1, "^anchor": 2, "list": [1], "none": None, "empty": "", "sure": True}
        kind = {"@Governor": 2, "@Dependent": 2, "DependencyType": "nsubj"}
        (record,), refusals = self.read(("custom.Name", 0, 7, told | other), ("x.Dep", 0, 7, kind))
        (made,) = record.annotations
        expected = {"category": "x", "conf": "0.5", "rank": 2, "identifier": "Q1", "sure": "true"}
        assert (made.label, made.attributes, refusals) == ("PER", expected, [])
        assert record.relations[0].attributes == {"DependencyType": "nsubj"}


ONE = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/1",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "claim"},
    "target": {
        "source": "http://example.org/kamenik.txt",
        "selector": {
            "type": "RangeSelector",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "fell", "prefix": "Kamenik "},
        },
    },
}


def position(start, end, finer=None):
    return {"type": "TextPositionSelector", "start": start, "end": end, "refinedBy": finer}


def quoted(exact, prefix="", suffix="", finer=None):
    told = {"type": "TextQuoteSelector", "exact": exact, "refinedBy": finer}
    return told | {"prefix": prefix, "suffix": suffix}


class TestWebAnnotations:
    @pytest.mark.parametrize("indent", [None, 2])
    def test_of_anybody(self, indent):
        (record,), refusals = read("w3c", json.dumps(ONE, indent=indent))
        (made,) = record.annotations
        assert (record.name, record.article, made.label) == ("kamenik.txt", "", "claim")
        assert (made.quote, made.prefix, made.id) == ("fell", "Kamenik ", "")
        assert refusals == []

    @pytest.mark.parametrize(
        "selectors, expected",
        [
            ([position(6, 16)], (6, 16, "", "", "")),
            ([position(6, 16), quoted("fell", "a", "b")], (6, 16, "fell", "a", "b")),
            ([position(6, 16, position(0, 4))], (6, 10, "", "", "")),
            ([position(6, 16, position(2, 9, position(1, 3)))], (9, 11, "", "", "")),
            ([position(6, 16, [quoted("fell", "a", "b")])], (6, 16, "fell", "a", "b")),
            ([quoted("it fell so", "a", "b", position(3, 7))], (-1, -1, "fell", "ait ", " sob")),
            ([position(6, 16, position(2, 6)), quoted("fell")], (8, 12, "fell", "", "")),
            ([{"type": "XPathSelector", "refinedBy": quoted("fell")}], (-1, -1, "fell", "", "")),
        ],
    )
    def test_selectors_that_refine_others(self, selectors, expected):
        told = ONE | {"target": {"source": "x/kamenik.txt", "selector": selectors}}
        (record,), refusals = read("w3c", json.dumps(told))
        (made,) = record.annotations
        assert (made.start, made.end, made.quote, made.prefix, made.suffix) == expected
        assert refusals == []

    @pytest.mark.parametrize(
        "selector",
        [
            position(6, 16, {"type": "CssSelector", "value": "p"}),
            {"type": "XPathSelector", "refinedBy": position(0, 4)},
            position(6, None),
        ],
    )
    def test_places_in_what_is_no_text(self, selector):
        told = ONE | {"target": {"source": "x/kamenik.txt", "selector": selector}}
        assert "neither position nor quote" in read("w3c", json.dumps(told))[1][0][1]

    def test_what_is_about_no_part_of_a_text(self):
        page = {
            "id": "x",
            "items": [
                ONE | {"target": "http://example.org/picture"},
                ONE | {"body": []},
                ONE | {"target": {"source": "x"}},
            ],
        }
        records, refusals = read("w3c", json.dumps(page))
        assert records == []
        assert [what for _, what in refusals] == [
            "its target is no part of a text; left out",
            "no body that tags it; left out",
            "neither position nor quote tells where it is; left out",
        ]


@pytest.mark.parametrize(
    "name, beginning, expected",
    [
        ("a.ann", b"", "brat"),
        ("a.CSV", b"", "csv"),
        ("a.txt", b"article,start,end\n", "csv"),
        ("a.tsv", b"article\tstart\n", "tsv"),
        ("a.tsv", b"#FORMAT=WebAnno TSV 3.3\n", "webanno"),
        ("a", b"-DOCSTART- -X- O O\n", "conll"),
        ("a.json", b'{"%TYPES": {}, "%FEATURE_STRUCTURES": []}', "cas"),
        ("a.json", b'{\n "@context": "http://www.w3.org/ns/anno.jsonld"', "w3c"),
        ("a.json", b'[\n {"id": 1, "data": {}, "annotations": []', "label-studio"),
        ("a.json", b'[{"id": 1, "data": {}, "annotations": []}]', "label-studio"),
        ("a.jsonl", b'{"article":"a","text":"b","text_sha256":"c"}\n', "documents"),
        ("a.jsonl", b'{"article":"a","label":"b","start":1,"end":2}\n', "jsonl"),
        ("a.jsonl", b'{"text":"a","answer":"accept"}\n', "prodigy"),
        ("a.jsonl", b'{"text":"a","spans":[{"start":0}]}\n', "prodigy"),
        ("a.jsonl", b'{"text":"a","spans":{"sc":[]}}\n', "spacy"),
        ("a.jsonl", b'["a", {"entities": []}]\n', "spacy"),
        ("a.jsonl", b'\xef\xbb\xbf{"text":"a","label":[[0,1,"x"]]}\n', "doccano"),
        ("a.jsonl", b'{"text":"a","entities":[{"start_offset":0}]}\n', "doccano-relations"),
        ("a.jsonl", b'{"text":"a","label":"positive"}\n', ""),
        ("a.jsonl", b"{broken\n", ""),
        ("a.json", b"7", ""),
        ("a", b"", ""),
    ],
)
def test_formats_are_told_by_ending_and_beginning(name, beginning, expected):
    assert guess(name, beginning) == expected


def test_what_no_format_can_read():
    assert "gunzip" in unreadable(b"\x1f\x8b\x08")
    assert unreadable(b"{}") == ""


@pytest.mark.parametrize(
    "line, what",
    [
        (r'{"text": "\ud800"}', "it holds half a character (a lone surrogate) at byte 10"),
        (r'{"text": "\uD83D\uDE00 \\ud800 \udc00 x, x, x"}', "… at byte 31"),
        (r'{"text": "\ud83d x, x, x, x, x"}', "… at byte 10"),
        (r'{"text": "\ud83d', "the JSON ends too early: the file, or this line, is cut off"),
        (r'{"text": "x', "the JSON ends too early: the file, or this line, is cut off"),
    ],
)
@pytest.mark.parametrize("name", ["documents", "label-studio", "w3c", "cas", "spacy", "prodigy"])
def test_half_a_character(name, line, what):
    ((_, told),) = read(name, line)[1]
    assert told == what.replace("…", "it holds half a character (a lone surrogate)")
