"""Reading logs as people, disks and git leave them."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.session.event import Event
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.event_log import LogContents, read_log, stamp_of
from annotator.storage.line_types import Header

HEADER = encode_header(Header(annotate=1, article="seeds/a.txt", by="ana"))


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., LogContents]:
    def make(*parts: bytes, article_id: str | None = None) -> LogContents:
        path = tmp_path / "a.txt.jsonl"
        path.write_bytes(b"".join(parts))
        contents = read_log(str(path), "a.txt.jsonl", article_id)
        assert path.read_bytes() == b"".join(parts)
        assert contents.stamp == stamp_of(str(path))
        return contents

    return make


def test_a_log_is_its_header_and_its_events(read: Callable[..., LogContents], put):
    one, other = put(1), put(2)
    contents = read(HEADER, encode_event(one), b"\n \r\n", encode_event(other))
    assert contents.header
    assert contents.header.article == "seeds/a.txt"
    assert contents.events == [one, other]
    assert not contents.faults
    assert not contents.torn


def test_a_missing_log_is_empty(tmp_path: Path):
    assert read_log(str(tmp_path / "none")) == LogContents()
    assert stamp_of(str(tmp_path / "none" / "deeper")) is None


def test_cut_at_each_byte_all_whole_lines_are_used_and_nothing_else(
    read: Callable[..., LogContents], put
):
    events = [put(number) for number in range(3)]
    lines = [HEADER, *map(encode_event, events)]
    raw = b"".join(lines)
    for length in range(len(raw) + 1):
        contents = read(raw[:length])
        whole = sum(len(b"".join(lines[:count])) - 1 <= length for count in range(2, 5))
        assert contents.events == events[:whole]
        cut = length > 0 and raw[length - 1 : length] != b"\n"
        assert contents.torn == cut
        unfinished = [fault for fault in contents.faults if "unfinished" in fault.what]
        ends_whole = any(length == len(b"".join(lines[:count])) - 1 for count in range(1, 5))
        assert len(unfinished) == (cut and not ends_whole)


@pytest.mark.parametrize(
    "line, place, words",
    [
        (b"rubbish", "2:1", "not JSON"),
        (b'{"op":"put"}', "2", "a record has one of"),
        (b"\0\0\0\0", "2:1", "NUL"),
        (b'{"op":"\xff', "2:8", "not UTF-8"),
        (b"<<<<<<< ours", "2:1", "conflict marker"),
        (b"x" * (1 << 21), "2", "longer than 1 MiB"),
    ],
)
def test_a_bad_line_is_told_and_left_and_the_rest_is_used(
    read: Callable[..., LogContents], put, line: bytes, place: str, words: str
):
    contents = read(HEADER, line, b"\n", encode_event(put(1)))
    assert contents.events == [put(1)]
    assert [str(fault).startswith(f"a.txt.jsonl:{place}: ") for fault in contents.faults] == [True]
    assert words in contents.faults[0].what
    assert not contents.refused


def test_a_union_merge_with_conflict_markers_has_all_events(read: Callable[..., LogContents], put):
    ours, theirs = encode_event(put(1)), encode_event(put(2))
    contents = read(
        HEADER, b"<<<<<<< HEAD\n", ours, b"=======\n", theirs, ours, b">>>>>>> theirs\n", HEADER
    )
    assert contents.events == [put(1), put(2), put(1)]
    assert len(contents.faults) == 3
    assert not contents.refused


@pytest.mark.parametrize("line", [b'{"annotate":2,"article":"seeds/a.txt"}\n', b'{"op":"fold"}\n'])
def test_a_newer_log_is_used_and_refused_for_writing(
    read: Callable[..., LogContents], put, line: bytes
):
    contents = read(line, encode_event(put(1)))
    assert contents.newer
    assert contents.refused == "it was written by a newer annotate"
    assert contents.events == [put(1)]
    assert "newer annotate" in contents.faults[0].what


def test_the_log_of_another_article_is_refused_for_writing(read: Callable[..., LogContents], put):
    contents = read(HEADER, encode_event(put(1)), article_id="seeds/b.txt")
    assert contents.refused == "it is the log of another article, 'seeds/a.txt'"
    assert str(contents.faults[0]).startswith("a.txt.jsonl:1: ")
    assert not read(HEADER, article_id="seeds/a.txt").refused


def test_a_name_that_a_disk_has_normalised_is_no_other_name(read: Callable[..., LogContents]):
    header = encode_header(Header(annotate=1, article="caf\u00e9.txt"))
    assert not read(header, article_id="cafe\u0301.txt").refused


def test_an_editors_byte_order_mark_and_line_ends_do_no_harm(read: Callable[..., LogContents], put):
    lines = HEADER + encode_event(put(1))
    contents = read(b"\xef\xbb\xbf" + lines.replace(b"\n", b"\r\n"))
    assert contents.events == [put(1)]
    assert not contents.faults


def test_a_missing_header_is_told(read: Callable[..., LogContents], put):
    for parts in ((), (encode_event(put(1)),)):
        contents = read(*parts)
        assert "header is missing" in str(contents.faults[0])
        assert not contents.refused


def test_what_is_no_file_is_refused_by_name(tmp_path: Path):
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    kinds = {"link": "symbolic link", "dangling": "symbolic link", "pipe": "pipe", ".": "folder"}
    for name, words in kinds.items():
        contents = read_log(str(tmp_path / name), name)
        assert words in contents.refused
        assert str(contents.faults[0]).startswith(f"{name}: not read: ")


def test_no_damage_makes_it_crash(read: Callable[..., LogContents], put):
    raw = bytearray(HEADER + b"".join(encode_event(put(number)) for number in range(4)))
    chance = random.Random(7)
    for _ in range(2000):
        damaged = bytearray(raw)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            size = chance.choice((1, 1, 1, 64))
            damaged[at : at + size] = chance.choice(
                (b"", b"\0" * size, bytes((damaged[at] ^ 1 << chance.randrange(8),)), b'{"', b"\n")
            )
        contents = read(bytes(damaged))
        assert all(isinstance(event, Event) for event in contents.events)
