"""Damaged logs: nothing crashes, no good line is lost, no file is changed. `make fuzz` goes on."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from damage import damaged
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.marking.annotation import Mark, Relation
from annotator.session.event import Event
from annotator.session.state import fold, winners
from annotator.storage.event_line import decode_line, encode_event, encode_header
from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.line_types import Header
from annotator.storage.log_files import logs
from annotator.storage.project import Project

A_TIME = 100
TIMES = 25 if settings.default.max_examples <= 100 else settings.default.max_examples
"""Logs for an example of Hypothesis, and examples: 2,500 in the gate, 200,000 by `make fuzz`."""

HEADER = encode_header(Header(annotate=1, article="seeds/a.txt", schema="news", by="ana"))


def whole_log(put: Callable[..., Event]) -> bytes:
    told = {"by": "ana", "ts": "2026-11-22T18:00:00.000Z", "batch": "b"}
    link = Relation(id="link", relation="attributed_to", source="id-1", target="id-2", by="ana")
    done = Mark(id="done", mark="done", by="ana")
    events = [
        put(1),
        put(2, "Charles Babbage", note="said \u201cno\u201d", attributes={"worth": 2}),
        Event(id="link", rev=1, record=link, **told),
        Event(id="done", rev=1, record=done, **told),
        put(1, rev=2, extra={"future": [1, {"deep": None}]}),
        Event(id="id-2", rev=2, record=None, undoes="batch-2-1", **told),
    ]
    return HEADER + b"".join(map(encode_event, events))


@settings(max_examples=TIMES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1 << 62))
def test_no_damage_costs_a_good_line(seed: int, tmp_path_factory, put, tally):
    chance = Random(seed)
    raw = whole_log(put)
    good = {line: decode_line(line) for line in raw.split(b"\n") if line and b'"op"' in line}
    path = tmp_path_factory.getbasetemp() / "fuzzed.jsonl"
    for _ in range(A_TIME):
        log = damaged(raw, chance)
        path.write_bytes(log)
        contents = read_log(str(path))
        kept = set(map(encode_event, contents.events))
        for line in log.split(b"\n"):
            if line in good:
                assert encode_event(good[line]) in kept
        for event in contents.events:
            assert decode_line(encode_event(event)) == event
        assert fold(contents.events).latest == winners(contents.events)
        assert path.read_bytes() == log
    tally("damaged logs read", A_TIME)


def test_damaged_logs_open_in_the_library_and_are_only_added_to(
    root: Path, put, tally, monkeypatch
):
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    chance, raw = Random(4), whole_log(put)
    log = root / "annotations/ana/seeds/a.txt.jsonl"
    log.parent.mkdir(parents=True)
    for _ in range(200):
        before = damaged(raw, chance)
        log.write_bytes(before)
        library = FolderLibrary(Project(str(root)), "ana", "news")
        opened = library.open("seeds/a.txt")
        library.progress("seeds/a.txt")
        assert log.read_bytes() == before
        if not opened.read_only:
            library.save("seeds/a.txt", [put(77)])
            assert log.read_bytes().startswith(before)
            assert put(77) in read_log(str(log)).events
        library.close("seeds/a.txt")
    assert len(list(logs(Project(str(root))))) == 1
    tally("damaged logs opened and added to", 200)
