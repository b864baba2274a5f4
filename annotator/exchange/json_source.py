"""Read JSON Lines and JSON files that strangers wrote: every fault is a refusal with its line."""

import json
import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from annotator.exchange.incoming import LINE_LIMIT, Refusal, Source

T = TypeVar("T")
_ESCAPES = re.compile(
    rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>\\u[dD][89a-fA-F])|\\.", re.DOTALL
)
_MARK = b"\xef\xbb\xbf"


def json_lines(source: Source, kind: type[T]) -> Iterator[tuple[int, T | Refusal]]:
    """Yield each line's number with what it says, or with the refusal of the line."""
    decode = msgspec.json.Decoder(kind).decode
    for number, raw in source.lines():
        line = (raw if number > 1 else raw.removeprefix(_MARK)).rstrip(b"\r\n")
        if not line or line.isspace():
            continue
        if len(line) > LINE_LIMIT:
            yield number, Refusal(number, f"the line is longer than {LINE_LIMIT >> 20} MiB")
            continue
        try:
            yield number, decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield number, Refusal(number, reason(error, line))


def json_items(source: Source, kind: type[T]) -> Iterator[tuple[int, T | Refusal]]:
    """Yield the objects of a file that is one list or one object, each with its first line."""
    raw = source.whole().removeprefix(_MARK)
    decode = msgspec.json.Decoder(kind).decode
    try:
        is_list = raw.lstrip().startswith(b"[")
        items = msgspec.json.decode(raw, type=list[msgspec.Raw]) if is_list else [raw]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        yield 1, Refusal(_line_of(raw, error), reason(error, raw))
        return
    place, line = 0, 1
    for item in items:
        told = bytes(item)
        found = raw.find(told, place)
        line += raw.count(b"\n", place, found)
        try:
            yield line, decode(told)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield line, Refusal(line, reason(error, told))
        line += told.count(b"\n")
        place = found + len(told)


def json_array_lines(source: Source, kind: type[T]) -> Iterator[tuple[int, T | Refusal]]:
    """Yield the objects of a list that has one object a line; see `one_a_line`."""
    decode = msgspec.json.Decoder(kind).decode
    for number, line in source.lines():
        told = line.strip().removesuffix(b",")
        if number == 1 or told in (b"", b"]", b"]}"):
            continue
        if len(line) > LINE_LIMIT:
            yield number, Refusal(number, f"the line is longer than {LINE_LIMIT >> 20} MiB")
            continue
        try:
            yield number, decode(told)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield number, Refusal(number, reason(error, told))


def one_a_line(source: Source) -> bool:
    """Say whether a JSON list is laid out as annotate does it: a line up to `[`, then objects."""
    lines = source.lines()
    first = next(lines, (0, b""))[1].rstrip()
    second = next(lines, (0, b""))[1].strip().removesuffix(b",")
    if not first.endswith(b"[") or not second.startswith(b"{"):
        return False
    try:
        msgspec.json.decode(second)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True


def reason(error: Exception, raw: bytes) -> str:
    """Say in plain words why JSON could not be used."""
    if isinstance(error, msgspec.ValidationError):
        what, _, path = str(error).partition(" - at ")
        what = re.sub("Object missing required field (`.+`)", r"the field \1 is missing", what)
        what = (what[0].lower() + what[1:]).replace("`", "")
        return f"`{path.strip('`$.')}`: {what}" if path.strip("`$.") else what
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    try:
        raw.decode()
    except UnicodeDecodeError as undecodable:
        return f"not UTF-8 from byte {undecodable.start:,} on"
    if (half := _half_a_character(error, raw)) >= 0:
        return f"it holds half a character (a lone surrogate) at byte {half:,}"
    if "truncated" in str(error):
        return "the JSON ends too early: the file, or this line, is cut off"
    place = re.search(r"\(byte (\d+)\)", str(error))
    return f"not JSON from byte {int(place[1]):,} on" if place else f"not JSON: {error}"


def _half_a_character(error: Exception, raw: bytes) -> int:
    """Return where a lone surrogate stands that is all that is wrong, -1 if there is none."""
    perhaps = any(sign in str(error) for sign in ("truncated", "hex escape"))
    if "surrogate" not in str(error) and not (perhaps and _is_json(raw)):
        return -1
    return next((found.start() for found in _ESCAPES.finditer(raw) if found["half"]), -1)


def _is_json(raw: bytes) -> bool:
    """Say whether Python's own reader, which takes lone surrogates, can read it."""
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True


def _line_of(raw: bytes, error: Exception) -> int:
    place = re.search(r"\(byte (\d+)\)", str(error))
    return raw.count(b"\n", 0, int(place[1]) if place else len(raw)) + 1
