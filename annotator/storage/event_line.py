"""One line of an annotation log: a header or an event, to bytes and back.

    {"annotate":1,"article":…,"sha256":…,"encoding":…,"schema":…,"by":…}      a header
    {"op":"put","id":…,"rev":…,"label":…,"start":…,"end":…,"quote":…, …}      an annotation
    {"op":"put","id":…,"rev":…,"relation":…,"from":…,"to":…, …}               a relation
    {"op":"put","id":…,"rev":…,"mark":…,"start":…,"end":…,"digest":…, …}      a mark
    {"op":"del","id":…,"rev":…,"by":…,"ts":…,"batch":…}                       a deletion

The order of the fields is fixed. A text or an object that is empty is left out, and so is a 0 of
a mark. `by` and `ts` are the event's, and the record's too. Fields that this version does not
know are kept in the record's `extra` and written last; a deletion keeps none. A line without
`batch` is a batch of its own.
"""

import re
from enum import Enum
from typing import Any

import msgspec

from annotator.errors import StorageError
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.session.event import Event
from annotator.storage.line_types import (
    AnnotationLine,
    DeletionLine,
    EventLine,
    Header,
    MarkLine,
    PutLine,
    RelationLine,
)

VERSION = 1
LINE_LIMIT = 1 << 20
"""Bytes: no line, its line feed included, has more."""

_LINE_ENDS = tuple(
    (character.encode(), b"\\u%04x" % ord(character)) for character in "\x85\u2028\u2029"
)
"""Some readers of text end a line at these, and JSON leaves them as they are."""

_CONFLICT = re.compile(rb"(<{7}|={7}|>{7}|\|{7})( |\r?\n?\Z)")
_KINDS: dict[str, type[PutLine]] = {
    "label": AnnotationLine,
    "relation": RelationLine,
    "mark": MarkLine,
}
_LINES: dict[type[Record], type[PutLine]] = {
    Annotation: AnnotationLine,
    Relation: RelationLine,
    Mark: MarkLine,
}
_OF_EVENT = ("id", "rev", "by", "ts", "batch", "undoes", "redoes")

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode
_decode_annotation = msgspec.json.Decoder(AnnotationLine).decode


class Conflict(Enum):
    """A line that git leaves in a file where two versions clash."""

    MARKER = "conflict marker"


class BadLineError(Exception):
    """A line that means nothing here; `column` counts from 1, and is 0 where none can be named.

    `newer` says that a newer version of annotate may know what it means.
    """

    def __init__(self, reason: str, column: int = 0, *, newer: bool = False) -> None:
        super().__init__(reason)
        self.column = column
        self.newer = newer


def encode_header(header: Header) -> bytes:
    """Return the line of a header, line feed included."""
    return _line(header)


def encode_event(event: Event) -> bytes:
    """Return the line of an event, line feed included.

    Raises:
        StorageError: the line would be over 1 MiB, or holds half a character.
    """
    told = {name: getattr(event, name) for name in _OF_EVENT}
    record = event.record
    if record is None:
        return _line(DeletionLine(**told))
    kind = _LINES[type(record)]
    own = [name for name in kind.__struct_fields__ if name not in told]
    line = kind(**told, **{name: getattr(record, name) for name in own})
    if not record.extra:
        return _line(line)
    known = msgspec.to_builtins(line)
    unknown = set(record.extra) - {"op", *kind.__struct_encode_fields__}
    return _line(known | {name: record.extra[name] for name in record.extra if name in unknown})


def decode_line(line: bytes) -> Header | Event | Conflict:
    """Return what a line says; its line feed may be there or not.

    Raises:
        BadLineError: it says nothing that this version understands.
    """
    if len(line) > LINE_LIMIT:
        raise BadLineError("the line is longer than 1 MiB")
    if b'"op"' in line:  # Else msgspec would take it for granted.
        try:
            return _annotated(_decode_annotation(line), {})
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            pass  # Most lines are annotations without unknown fields; this one may be another.
    return _decode_any(line)


def _line(value: Header | EventLine | dict[str, Any]) -> bytes:
    try:
        line = _encode(value)
    except UnicodeEncodeError:
        raise StorageError("A note or a name holds half a character: type it anew.") from None
    for raw, escaped in _LINE_ENDS:
        line = line.replace(raw, escaped)
    if len(line) >= LINE_LIMIT:
        raise StorageError("One annotation takes over 1 MiB: choose a shorter span or note.")
    return line + b"\n"


def _decode_any(line: bytes) -> Header | Event | Conflict:
    if _CONFLICT.match(line):
        return Conflict.MARKER
    fields = _fields(line)
    try:
        if "op" in fields:
            return _event_from(fields)
        return _header_from(fields)
    except msgspec.ValidationError as error:
        raise BadLineError(in_words(error)) from None


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = _decode(line)
    except RecursionError:
        raise BadLineError("it is nested too deeply") from None
    except msgspec.ValidationError:
        raise BadLineError("a number is out of range") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise malformed(line, error) from None
    if not isinstance(fields, dict):
        raise BadLineError("neither a header nor an event")
    return fields


def _header_from(fields: dict[str, Any]) -> Header:
    version = fields.get("annotate")
    try:
        return msgspec.convert(fields, Header)
    except msgspec.ValidationError:
        if isinstance(version, int) and version > VERSION:
            raise newer(f"a header of version {version}") from None
        if version is None:
            raise BadLineError("neither a header (no `annotate`) nor an event (no `op`)") from None
        raise


def _event_from(fields: dict[str, Any]) -> Event:
    op = fields["op"]
    if op == "del":
        return _told(msgspec.convert(fields, DeletionLine), None)
    if op != "put":
        named = isinstance(op, str)
        raise newer(f"the operation {op[:20]!a}") if named else BadLineError("`op` is no text")
    kinds = [_KINDS[name] for name in _KINDS if name in fields]
    if len(kinds) != 1:
        raise BadLineError("a record has one of `label`, `relation` and `mark`")
    known = {"op", *kinds[0].__struct_encode_fields__}
    extra = {name: fields.pop(name) for name in list(fields) if name not in known}
    line = msgspec.convert(fields, kinds[0])
    if isinstance(line, AnnotationLine):
        return _annotated(line, extra)
    return _related(line, extra) if isinstance(line, RelationLine) else _marked(line, extra)


def _annotated(line: AnnotationLine, extra: dict[str, Any]) -> Event:
    if line.start >= line.end:
        raise BadLineError("`start` is not before `end`")
    record = Annotation(
        id=line.id,
        label=line.label,
        start=line.start,
        end=line.end,
        quote=line.quote,
        prefix=line.prefix,
        suffix=line.suffix,
        attributes=line.attributes,
        note=line.note,
        origin=line.origin,
        alias_of=line.alias_of,
        by=line.by,
        ts=line.ts,
        extra=extra,
    )
    return _told(line, record)


def _related(line: RelationLine, extra: dict[str, Any]) -> Event:
    record = Relation(
        id=line.id,
        relation=line.relation,
        source=line.source,
        target=line.target,
        attributes=line.attributes,
        note=line.note,
        origin=line.origin,
        by=line.by,
        ts=line.ts,
        extra=extra,
    )
    return _told(line, record)


def _marked(line: MarkLine, extra: dict[str, Any]) -> Event:
    if line.start > line.end:
        raise BadLineError("`start` is after `end`")
    record = Mark(
        id=line.id,
        mark=line.mark,
        start=line.start,
        end=line.end,
        digest=line.digest,
        suggested=line.suggested,
        quote=line.quote,
        by=line.by,
        ts=line.ts,
        extra=extra,
    )
    return _told(line, record)


def _told(line: EventLine, record: Record | None) -> Event:
    return Event(
        id=line.id,
        rev=line.rev,
        by=line.by,
        ts=line.ts,
        batch=line.batch or f"{line.id}:{line.rev}",
        record=record,
        undoes=line.undoes,
        redoes=line.redoes,
    )


def malformed(line: bytes, error: Exception) -> BadLineError:
    """Return the failure to read a line as JSON, with the place from where it is none."""
    place = re.search(r"\(byte (\d+)\)", str(error))
    at = int(place[1]) if place else len(line.rstrip())
    reason = "not JSON from here on" if place else "not a whole line of JSON"
    if line[at : at + 1] == b"\0":
        reason = "a block of NUL bytes"
    try:
        line.decode()
    except UnicodeDecodeError as undecodable:
        at, reason = undecodable.start, "not UTF-8 from here on"
    return BadLineError(reason, len(line[:at].decode(errors="replace")) + 1)


def newer(what: str) -> BadLineError:
    """Return the failure to understand what a newer version may have written."""
    return BadLineError(f"{what} is of a newer annotate", newer=True)


def in_words(error: msgspec.ValidationError) -> str:
    """Turn "Expected `int`, got `str` - at `$.start`" into "`start`: expected int, got str"."""
    reason, _, path = str(error).partition(" - at ")
    reason = re.sub("Object missing required field (`.+`)", r"The field \1 is missing", reason)
    reason = reason[0].lower() + reason[1:]
    return f"`{path.strip('`$.')}`: {reason.replace('`', '')}" if path else reason
