"""Whatever happens to the lines of a log that loses none, the state is the same."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.marking.annotation import Annotation, Mark, Relation
from annotator.session.event import Event
from annotator.session.state import State, fold
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.line_types import Header
from annotator.storage.own_log import read_chain

HEADER = encode_header(Header(annotate=1, article="a.txt", by="ana"))
MARKERS = (b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> theirs\n", b"||||||| base\n", b"\n")
ids = st.sampled_from(["a", "b", "c", "link", "done"])


@st.composite
def events(draw: st.DrawFn) -> Event:
    record_id, rev = draw(ids), draw(st.integers(1, 4))
    by, ts = draw(st.sampled_from(["ana", "ben"])), f"2026-11-2{draw(st.integers(1, 3))}"
    told = {"id": record_id, "by": by, "ts": ts}
    record: Annotation | Relation | Mark | None = None
    if draw(st.booleans()):
        note = draw(st.sampled_from(["", "x", "\u2028", "é"]))
        match record_id:
            case "link":
                record = Relation(relation="r", source="a", target="b", note=note, **told)
            case "done":
                record = Mark(mark="done", **told)
            case _:
                record = Annotation(label="x", start=0, end=2, quote="ab", note=note, **told)
    return Event(id=record_id, rev=rev, by=by, ts=ts, batch="b", record=record)


def read(root: Path, *logs: bytes) -> State:
    """Return the state of a log and its siblings."""
    for number, raw in enumerate(logs):
        name = "a.txt.jsonl" if not number else f"a.txt.r{number}.jsonl"
        (root / name).write_bytes(raw)
    chain = read_chain(str(root), str(root / "a.txt.jsonl"), "a.txt")
    for path in root.iterdir():
        path.unlink()
    return fold(event for contents in chain for event in contents.events)


def said(state: State) -> tuple[object, ...]:
    return state.latest, state.annotations, state.relations, state.marks


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(events(), max_size=12), data=st.data())
def test_shuffled_repeated_split_and_merged(tmp_path: Path, made: list[Event], data):
    lines = [HEADER, *map(encode_event, made)]
    wanted = said(read(tmp_path, b"".join(lines)))
    more = [*lines, *data.draw(st.lists(st.sampled_from(lines), max_size=4))]
    more += data.draw(st.lists(st.sampled_from(MARKERS), max_size=3))
    mixed = data.draw(st.permutations(more))
    cut = data.draw(st.integers(0, len(mixed)))
    torn = b"".join(lines)[-data.draw(st.integers(1, 9)) - 1 : -1].replace(b"\n", b"")
    assert said(read(tmp_path, b"".join(mixed))) == wanted
    assert said(read(tmp_path, b"".join(mixed[:cut]), b"".join(mixed[cut:]) + torn)) == wanted
    assert said(read(tmp_path, b"\xef\xbb\xbf" + b"\r\n".join(x.strip() for x in mixed))) == wanted
