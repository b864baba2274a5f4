"""Events to bytes and back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import StorageError
from annotator.marking.annotation import Annotation, Mark, Relation
from annotator.session.event import Event
from annotator.storage.event_line import (
    LINE_LIMIT,
    BadLineError,
    Conflict,
    decode_line,
    encode_event,
    encode_header,
)
from annotator.storage.line_types import Header

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAME = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
COUNT = st.integers(0, 1 << 53)
ATTRIBUTES = st.dictionaries(TEXT, st.one_of(TEXT, COUNT), max_size=3)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(1 << 60), 1 << 60), TEXT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
EXTRA = st.dictionaries(st.text("abc.", min_size=1).map("x-{}".format), VALUES, max_size=3)
LINE = '{"op":"put","id":"i","rev":1,"label":"actor","start":1,"end":4,"quote":"Ada"}'


@st.composite
def events(draw: st.DrawFn) -> Event:
    told = {"by": draw(TEXT), "ts": draw(TEXT)}
    own = {"id": draw(NAME), **told, "extra": draw(EXTRA)}
    free = {"attributes": draw(ATTRIBUTES), "note": draw(TEXT), "origin": draw(TEXT)}
    start, end = sorted(draw(st.lists(COUNT, min_size=2, max_size=2, unique=True)))
    record = draw(
        st.sampled_from(
            [
                None,
                Annotation(
                    label=draw(NAME), start=start, end=end, quote=draw(TEXT), prefix=draw(TEXT),
                    suffix=draw(TEXT), alias_of=draw(TEXT), **free, **own,
                ),
                Relation(relation=draw(NAME), source=draw(NAME), target=draw(NAME), **free, **own),
                Mark(
                    mark=draw(NAME),
                    start=start,
                    end=end,
                    digest=draw(TEXT),
                    suggested=draw(TEXT),
                    quote=draw(TEXT),
                    **own,
                ),
            ]
        )
    )  # fmt: skip # lined up to be compared
    return Event(
        id=own["id"], rev=draw(st.integers(1, 1 << 53)), batch=draw(NAME), record=record,
        undoes=draw(TEXT), redoes=draw(TEXT), **told,
    )  # fmt: skip # lined up to be compared


@settings(deadline=None)
@given(events())
def test_every_event_comes_back_from_its_line(event: Event):
    line = encode_event(event)
    assert decode_line(line) == event
    assert decode_line(line[:-1] + b"\r\n") == event
    assert line.endswith(b"\n")
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["id"] == event.id


def test_the_bytes_of_an_annotation_are_a_contract():
    record = Annotation(
        id="01JD", label="actor", start=0, end=12, quote="Ada Lovelace", suffix=" ist „…“\u2028",
        attributes={"kind": "person", "worth": 3}, by="ana", ts="2026-11-22T18:00:01.123Z",
        extra={"mood": "calm"},
    )  # fmt: skip # lined up to be compared
    event = Event(id="01JD", rev=2, by="ana", ts=record.ts, batch="01JE", record=record, undoes="X")
    assert encode_event(event).decode() == (
        '{"op":"put","id":"01JD","rev":2,"label":"actor","start":0,"end":12,"quote":"Ada Lovelace",'
        '"suffix":" ist „…“\\u2028","attributes":{"kind":"person","worth":3},"origin":"hand",'
        '"by":"ana","ts":"2026-11-22T18:00:01.123Z","batch":"01JE","undoes":"X","mood":"calm"}\n'
    )


def test_the_bytes_of_the_other_lines_too():
    told = {"by": "ana", "ts": "T"}
    relation = Relation(id="r", relation="about", source="c", target="s", **told)
    done = Mark(id="done", mark="done", **told)
    lines = [
        encode_header(Header(annotate=1, article="a.txt", sha256="9f", encoding="utf-8", by="ana")),
        encode_event(Event(id="r", rev=1, batch="b", record=relation, **told)),
        encode_event(Event(id="done", rev=1, batch="b", record=done, **told)),
        encode_event(Event(id="r", rev=2, batch="b", record=None, **told)),
    ]
    assert [line.decode() for line in lines] == [
        '{"annotate":1,"article":"a.txt","sha256":"9f","encoding":"utf-8","by":"ana"}\n',
        (
            '{"op":"put","id":"r","rev":1,"relation":"about","from":"c","to":"s","origin":"hand",'
            '"by":"ana","ts":"T","batch":"b"}\n'
        ),
        '{"op":"put","id":"done","rev":1,"mark":"done","by":"ana","ts":"T","batch":"b"}\n',
        '{"op":"del","id":"r","rev":2,"by":"ana","ts":"T","batch":"b"}\n',
    ]


def test_a_line_without_a_batch_is_a_batch_of_its_own():
    event = decode_line(LINE.encode())
    assert isinstance(event, Event)
    assert event.batch == "i:1"


def test_unknown_fields_survive_a_change_but_shadow_none():
    event = decode_line(LINE.replace('"rev"', '"extra":{"a":[1]},"digest":"d","rev"').encode())
    assert isinstance(event, Event)
    assert isinstance(event.record, Annotation)
    assert event.record.extra == {"extra": {"a": [1]}, "digest": "d"}
    assert decode_line(encode_event(event)) == event
    event.record.extra["rev"] = 7
    assert json.loads(encode_event(event))["rev"] == 1


@pytest.mark.parametrize(
    "old, new, reason",
    [
        ('"rev":1', '"rev":true', "`rev`: expected int, got bool"),
        ('"rev":1', '"rev":0', "`rev`: expected int >= 1"),
        ('"start":1', '"start":1.0', "`start`: expected int, got float"),
        ('"start":1', '"start":1e0', "`start`: expected int, got float"),
        ('"start":1', '"start":-1', "`start`: expected int >= 0"),
        ('"end":4', '"end":9007199254740993', "`end`: expected int <= 9007199254740992"),
        ('"end":4', f'"end":1{"0" * 5000}', "out of range"),
        ('"end":4', '"end":"4"', "`end`: expected int, got str"),
        ('"end":4', '"end":1', "`start` is not before `end`"),
        ('"end":4', '"end":NaN', "not JSON from here on"),
        ('"label":"actor"', '"label":""', "`label`: expected str of length >= 1"),
        ('"label":"actor"', '"label":null', "`label`: expected str, got null"),
        ('"label":"actor",', "", "a record has one of `label`, `relation` and `mark`"),
        ('"rev"', '"mark":"done","rev"', "a record has one of `label`, `relation` and `mark`"),
        (',"quote":"Ada"', "", "the field `quote` is missing"),
        ('"Ada"', '"Ada","attributes":{"a":true}', "`attributes"),
        ('"Ada"', '"\\ud800"', "not a whole line of JSON"),
        ('"Ada"', '"A\0"', "a block of NUL bytes"),
        ('"Ada"', '"Ada","x":' + "[" * 9999 + "]" * 9999, "it is nested too deeply"),
        ('"op":"put",', "", "neither a header (no `annotate`) nor an event (no `op`)"),
        ('"put"', "7", "`op` is no text"),
        ('"Ada"}', '"Ada"', "not a whole line of JSON"),
        (LINE, "[]", "neither a header nor an event"),
        (LINE, "\0\0\0", "a block of NUL bytes"),
        (LINE, "x" * (LINE_LIMIT + 1), "longer than 1 MiB"),
    ],
)
def test_a_bad_line_says_why(old: str, new: str, reason: str):
    assert old in LINE
    with pytest.raises(BadLineError) as bad:
        decode_line(LINE.replace(old, new, 1).encode())
    assert reason in str(bad.value)
    assert not bad.value.newer


def test_a_bad_place_is_counted_in_code_points():
    with pytest.raises(BadLineError) as bad:
        decode_line('{"a":"😀é",x'.encode())
    assert bad.value.column == 11
    with pytest.raises(BadLineError, match="not UTF-8 from here on") as bad:
        decode_line('{"a":"é'.encode() + b"\xff")
    assert bad.value.column == 8


@pytest.mark.parametrize(
    "line",
    [b'{"op":"lock","id":"i","rev":1}', b'{"annotate":2,"articles":["a"]}'],
)
def test_what_a_newer_version_may_mean_is_told_apart(line: bytes):
    with pytest.raises(BadLineError, match="newer annotate") as bad:
        decode_line(line)
    assert bad.value.newer


@pytest.mark.parametrize("line", [b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x", b"|||||||\r\n"])
def test_conflict_markers_are_known(line: bytes):
    assert decode_line(line) is Conflict.MARKER


@pytest.mark.parametrize(
    "note, words", [("x" * LINE_LIMIT, "1 MiB"), ("\ud800", "half a character")]
)
def test_what_cannot_be_read_back_is_not_written(note: str, words: str):
    record = Mark(id="m", mark=note)
    with pytest.raises(StorageError, match=words):
        encode_event(Event(id="m", rev=1, by="ana", ts="T", batch="b", record=record))
