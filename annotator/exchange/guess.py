"""Guess the format of a file from its name and its beginning, where that is safe."""

from typing import Any

import msgspec

SAMPLE = 1 << 16
"""Bytes of a file's beginning that are looked at."""

_BY_ENDING = {
    ".ann": "brat",
    ".csv": "csv",
    ".conll": "conll",
    ".iob": "conll",
    ".iob2": "conll",
    ".bio": "conll",
    ".bilou": "conll",
    ".jsonld": "w3c",
    ".spacy": "docbin",
    ".parquet": "parquet",
}
_MAGIC = (
    (b"\x1f\x8b", "it is compressed by gzip; unpack it first: gunzip FILE"),
    (b"PK\x03\x04", "it is a zip archive; unpack it first: unzip FILE"),
    (b"\xff\xfe", "it is in UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "it is in UTF-16; save it as UTF-8"),
    (b"%PDF", "it is a PDF, which holds no annotations that can be read"),
    (b"\x89HDF", "it is HDF5, which annotate does not read"),
)


def unreadable(beginning: bytes) -> str:
    """Say why no format can read a file that begins so; "" if one may."""
    return next((what for magic, what in _MAGIC if beginning.startswith(magic)), "")


def no_text(beginning: bytes) -> str:
    """Say why what begins so is no text of any format; "" if it may be one."""
    first = beginning.split(b"\n", 1)[0]
    return (
        "its first line has NUL bytes, so it is not in UTF-8; save it so" if b"\0" in first else ""
    )


def guess(name: str, beginning: bytes) -> str:
    """Return the name of the format; "" where several could be meant or none is known."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"#FORMAT=WebAnno TSV"):
        return "webanno"
    if start.startswith(b"-DOCSTART-"):
        return "conll"
    if start.startswith((b"{", b"[")):
        return _json(start)
    first = start.split(b"\n", 1)[0]
    if first.startswith(b"article\t") or (ending == ".tsv" and b"label" in first):
        return "tsv"
    return "csv" if first.startswith(b"article,") else ""


def _json(start: bytes) -> str:
    line = start.split(b"\n", 1)[0].strip()
    try:
        first = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _by_words(start)
    if isinstance(first, list) and first and isinstance(first[0], dict):
        return _by_words(start)
    return _line(first) or _by_words(start)


def _by_words(start: bytes) -> str:
    """Tell formats that take a whole file by the words that only they have."""
    if b'"%TYPES"' in start or b'"%FEATURE_STRUCTURES"' in start:
        return "cas"
    if b"http://www.w3.org/ns/anno" in start:
        return "w3c"
    if start.startswith(b"[") and (b'"annotations"' in start or b'"completions"' in start):
        return "label-studio"
    return "spacy" if start.startswith(b"[") and b'"paragraphs"' in start else ""


def _line(first: Any) -> str:  # noqa: ANN401, PLR0911 - any JSON; one line a format
    if isinstance(first, list):
        tuples = len(first) == len(("text", {})) and isinstance(first[1], dict)
        return "spacy" if tuples and "entities" in first[1] else ""
    if not isinstance(first, dict):
        return ""
    if "text_sha256" in first:
        return "documents" if "text" in first else "jsonl"
    if {"article", "label", "start", "end"} <= first.keys():
        return "jsonl"
    if first.keys() & {"_input_hash", "_task_hash", "_view_id", "answer"}:
        return "prodigy"
    if isinstance(first.get("spans"), dict) or "ents" in first:
        return "spacy"
    if "from_id" in str(first.get("relations")) or "start_offset" in str(first.get("entities")):
        return "doccano-relations"
    label = first.get("label", first.get("labels"))
    if isinstance(label, list) and all(isinstance(each, list) for each in label):
        return "doccano"
    return "prodigy" if isinstance(first.get("spans"), list) and "text" in first else ""
