"""docs/format.md: every block in it is true, and its script reads a real log."""

import json
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from desk import event

from annotator.exchange.formats import FORMATS
from annotator.exchange.record import AnnotationRecord
from annotator.storage.event_line import decode_line, encode_event, encode_header
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.line_types import Header
from annotator.storage.project import Project

PAGE = (Path(__file__).parents[2] / "docs/format.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
TEXT, LOG, ROWS, DOCUMENTS = (block for kind, block in BLOCKS if kind in {"text", "jsonl"})
(STATUS,) = (block for kind, block in BLOCKS if kind == "json")
(NAMES,) = (block for kind, block in BLOCKS if kind == "tsv")
(SCRIPT,) = (block for kind, block in BLOCKS if kind == "python")
LOG_PATH = "annotations/ana/seeds/kamenik.txt.jsonl"


@pytest.fixture
def example(empty_desk):
    """The folder that the page describes."""
    (empty_desk.root / "seeds/tamsel.txt").unlink()
    empty_desk.article("seeds/kamenik.txt", TEXT)
    empty_desk.article(LOG_PATH, LOG)
    return empty_desk


def test_no_block_is_forgotten():
    assert [kind for kind, _ in BLOCKS] == [
        *("text", "jsonl", "python", "tsv", "jsonl", "jsonl", "json")
    ]


@pytest.mark.parametrize("line", LOG.splitlines(keepends=True))
def test_a_line_of_the_log_decodes_and_encodes_to_itself(line):
    said = decode_line(line.encode())
    encode = encode_header if isinstance(said, Header) else encode_event
    assert encode(said).decode() == line


def test_the_log_has_no_fault(example):
    assert example.run("check").stdout == ""


def test_the_log_exports_to_the_rows_and_to_the_document(example):
    assert example.run("export").stdout == ROWS
    assert example.run("export", "--format", "documents").stdout == DOCUMENTS


def test_the_log_gives_the_status(example):
    assert example.run("status", "--json").stdout == STATUS


def test_the_log_gives_the_names(example):
    *before, last = LOG.encode().splitlines(keepends=True)
    (example.root / LOG_PATH).write_bytes(b"".join(before))
    library = FolderLibrary(Project(str(example.root)), "ana", "news")
    library.memory("seeds/kamenik.txt")
    library.open("seeds/kamenik.txt")
    library.save("seeds/kamenik.txt", [decode_line(last)])
    library.close("seeds/kamenik.txt")
    library.remember()
    assert (example.root / LOG_PATH).read_text("utf-8") == LOG
    assert (example.root / "annotations/ana/names.tsv").read_text("utf-8") == NAMES


def test_tables_name_every_field_in_order():
    named = re.findall(r"^\| (`.*?) \| ", PAGE, re.MULTILINE)
    fields = {name for cell in named for name in re.findall(r"`(\w+)`", cell)}
    header, put, _, relation, _, _, deletion, mark, _ = map(json.loads, LOG.splitlines())
    row, document = json.loads(ROWS.splitlines()[0]), json.loads(DOCUMENTS)
    for told in (header, put, relation, deletion, mark, row, document):
        assert set(told) <= fields | {"redoes"}
    assert [field.encode_name for field in msgspec.structs.fields(AnnotationRecord)] == list(row)


def test_our_own_formats_are_described_here_and_all_others_beside():
    own = re.findall(r"^### `(.*)`", PAGE, re.MULTILINE)
    assert own == ["jsonl", "documents"]
    beside = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8")
    told = {
        name
        for line in re.findall(r"^### (.*)$", beside, re.MULTILINE)
        for name in re.findall(r"`(.*?)`", line)
    }
    assert told | set(own) == set(FORMATS)


def test_the_script_is_short():
    code = [line for line in SCRIPT.splitlines() if line and not line.startswith(('"""', "import"))]
    assert len(code) <= 20


def test_the_script_finds_what_export_finds(example, tmp_path):
    script = tmp_path / "fold.py"
    script.write_text(SCRIPT, "utf-8")
    first, second = example.annotation("army", "actor"), example.annotation("denied", "claim")
    for lines in (
        encode_event(event("ana", first, rev=3)) + encode_event(event("ana", first.id, rev=4)),
        encode_event(event("ana", second)) * 2 + b'{"op":"put","id":"id-9","rev":1,"lab\n',
        b"<<<<<<< ours\n[]\n7\n\n" + LOG.encode(),
        b"[" * 100_000 + b"\n",
        *(
            encode_event(event("ana", odd)).replace(b'"start":18', b'"start":' + told) + b"\n"
            for odd in [example.annotation("army", "claim")]
            for told in (b"null", b"true", b'"1"')
        ),
    ):
        example.add(LOG_PATH, lines)
    example.log("ana", "seeds/kamenik.txt", second, file="seeds/kamenik.txt.r1.jsonl")
    paths = sorted(str(path) for path in example.root.glob("annotations/ana/seeds/*.jsonl"))
    folded = subprocess.run(
        [sys.executable, "-I", str(script), *paths], capture_output=True, check=True
    )
    exported = map(json.loads, example.run("export", code=1).stdout.splitlines())
    assert [json.loads(line) for line in folded.stdout.splitlines()] == [
        [row["start"], row["end"], row["label"], row["quote"]] for row in exported
    ]
